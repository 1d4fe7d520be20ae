#pragma once
#include "base/result.h"

namespace chevet::vault {

// Whether the database library this program is linked to is SQLCipher 4.x; CipherMissing otherwise.
// Touches no file. Database::open asks again on every connection.
[[nodiscard]] base::Result<> checkLinkedCipher();

} // namespace chevet::vault
