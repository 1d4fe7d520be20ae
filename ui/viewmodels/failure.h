#pragma once
// Words for an error on screen: session/messages in the form pages need.

#include "base/error.h"

#include <QString>

namespace chevet::viewmodels {

struct Failure {
    QString what, kept, todo;
    [[nodiscard]] QString rest() const; // kept and todo in one line
    QString report;                     // for a technician: codes, no clinical data
};

[[nodiscard]] Failure describeFailure(const base::Error& error);

// Why an import refused something, from the stable code of session::Refusal.
[[nodiscard]] QString refusalSentence(const QString& reason);

} // namespace chevet::viewmodels
