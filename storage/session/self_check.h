#pragma once
// Before anything else: is this program linked to what it must be linked to?

#include "base/result.h"

namespace chevet::session {

// CipherMissing unless the linked database library is SQLCipher 4.x. Every program calls it first.
[[nodiscard]] base::Result<> selfCheck();

} // namespace chevet::session
