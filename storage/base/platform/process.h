#pragma once
// This process, as the system sees it.

#include "base/result.h"

namespace chevet::base {

// No core dump, not dumpable: another process of the same user can neither trace it nor read its
// memory (I8). Call first in main(). Irreversible. Linux also makes /proc/self belong to root.
[[nodiscard]] Result<> hardenProcess();

[[nodiscard]] qint64 residentBytes(); // now; -1 if unknown
[[nodiscard]] qint64
peakResidentBytes(); // since the start, or since the peak was reset; -1 if unknown

} // namespace chevet::base
