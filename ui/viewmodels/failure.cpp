#include "ui/viewmodels/failure.h"

#if __has_include("session/messages.h")
#include "session/messages.h"
#endif

namespace chevet::viewmodels {

QString Failure::rest() const {
    return QString(kept + u' ' + todo).trimmed();
}

Failure describeFailure(const base::Error& error) {
    Failure failure;
    failure.report = error.toString();
#if __has_include("session/messages.h")
    const session::Message message = session::describe(error);
    failure.what = message.what;
    failure.kept = message.kept;
    failure.todo = message.todo;
#else
    failure.what = QLatin1String(base::errorName(error.code));
#endif
    return failure;
}

} // namespace chevet::viewmodels
