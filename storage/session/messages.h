#pragma once
// The one place where an error code becomes words for a person: what happened, what was kept, what
// to do. French source text; another language through QTranslator. Used by ui and cli alike.

#include "base/error.h"

#include <QString>

namespace chevet::session {

struct Message {
    QString what; // one sentence of fact
    QString kept; // what still holds; may be empty
    QString todo; // what the person can do; may be empty

    [[nodiscard]] QString toText() const; // the three, one per line, empty ones left out
};

[[nodiscard]] Message describe(const base::Error& error);

// Words for the stable codes of Alarm and LikelyDuplicate (session/types.h).
[[nodiscard]] Message describeAlarm(const QString& code);

} // namespace chevet::session
