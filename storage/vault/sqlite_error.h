#pragma once
// The one translation of SQLite's result codes into ErrorCode.

#include "base/result.h"

struct sqlite3;

namespace chevet::vault {

// `code`: an extended result code. SQLITE_NOTADB is DatabaseDamaged too: under SQLCipher it means
// that the first page does not authenticate, and the key was already proven by its slot.
[[nodiscard]] base::ErrorCode errorCodeOf(int code) noexcept;

// The error of the last call on `handle`. The detail is SQLite's message, which names tables and
// columns but never a bound value: statements take values only through parameters.
[[nodiscard]] base::Error errorOf(sqlite3* handle, const char* where);

} // namespace chevet::vault
