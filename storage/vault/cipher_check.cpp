#include "vault/cipher_check.h"

#include <cstring>
#include <sqlite3.h>

namespace chevet::vault {

base::Result<> checkLinkedCipher() {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    bool cipher = false;
    if (sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "PRAGMA cipher_version", -1, &statement, nullptr) ==
            SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const auto* version = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        cipher = version != nullptr && std::strncmp(version, "4.", 2) == 0;
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return cipher ? base::Result<>() : base::fail(base::ErrorCode::CipherMissing);
}

} // namespace chevet::vault
