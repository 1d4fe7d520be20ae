#pragma once
// The words for what an import refused or remarked, for the technician who started it. French is
// the source language.

#include "import/reason.h"

#include <QString>

namespace chevet::session {

// One sentence: what was found and, where there is something to do, what.
[[nodiscard]] QString importReasonText(import::Reason reason);

// The same from the stable code ("duplicate-key"); the code itself if it is not one of these.
[[nodiscard]] QString refusalWords(const QString& reason);

} // namespace chevet::session
