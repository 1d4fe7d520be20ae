#pragma once
// The table of MERGE.md §4: what of a resource two workstations may change side by side.

#include "merge/document.h"

namespace chevet::merge {

// Whether a change to the element may only stand beside other changes after a clinician decided.
[[nodiscard]] bool isGuarded(QByteArrayView type, const Place& place);

} // namespace chevet::merge
