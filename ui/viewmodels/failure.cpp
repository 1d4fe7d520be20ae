#include "ui/viewmodels/failure.h"

#include "session/messages.h"
#include "session/messages_import.h"

namespace chevet::viewmodels {

QString Failure::rest() const {
    return QString(kept + u' ' + todo).trimmed();
}

Failure describeFailure(const base::Error& error) {
    Failure failure;
    failure.report = error.toString();
    const session::Message message = session::describe(error);
    failure.what = message.what;
    failure.kept = message.kept;
    failure.todo = message.todo;
    return failure;
}

QString refusalSentence(const QString& reason) {
    return session::refusalWords(reason);
}

} // namespace chevet::viewmodels
