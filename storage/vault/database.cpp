#include "vault/database.h"

#include "vault/sqlite_error.h"

#include <QFile>

#include <sqlite3.h>

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

namespace {

// A quarter of a page is the largest row WITHOUT ROWID keeps in place; 8 KiB lets nearly every
// resource stay out of overflow pages. The size is not written in the clear, so it is a constant of
// the format (FORMAT.md).
constexpr int pageSize = 8192;

int openFlags(Database::Mode mode) {
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOFOLLOW;
    switch (mode) {
    case Database::Mode::ReadOnly: // WAL needs write access to the -shm file; query_only forbids
                                   // the rest
    case Database::Mode::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case Database::Mode::Create:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return common;
}

} // namespace

Result<> assertEncryptedHeader(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {}; // absent: nothing readable is there
    if (file.read(16) == QByteArrayView("SQLite format 3", 16))
        return base::fail(ErrorCode::NotEncrypted, path);
    return {};
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, const crypto::VaultKey& key,
                                                 Mode mode, const DatabaseOptions& options) {
    if (!options.plaintext)
        CHEVET_TRY(assertEncryptedHeader(path));
    std::unique_ptr<Database> database(new Database);
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &database->m_handle,
                                     openFlags(mode), options.vfs);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(database->m_handle, "open"));
    sqlite3_extended_result_codes(database->m_handle, 1);
    sqlite3_busy_timeout(database->m_handle, 10'000);
    if (!options.plaintext) {
        CHEVET_TRY(database->assertCipher());
        CHEVET_TRY(database->applyKey(key));
    }
    CHEVET_TRY(database->applyPragmas(mode, options));
    if (!options.plaintext)
        CHEVET_TRY(assertEncryptedHeader(path));
    return database;
}

Database::~Database() {
    for (auto& [sql, slot] : m_statements)
        sqlite3_finalize(slot.handle);
    sqlite3_close(m_handle);
}

Result<> Database::assertCipher() {
    // Silenced before and after: the first use of a key resets the level to its default.
    CHEVET_TRY(script("PRAGMA cipher_log_level=NONE"));
    auto version = query("PRAGMA cipher_version");
    CHEVET_TRY_ASSIGN(const bool row, version.next());
    if (!row || !version.text(0).startsWith(QLatin1String("4.")))
        return base::fail(ErrorCode::CipherMissing, QStringLiteral("cipher_version"));
    return {};
}

Result<> Database::applyKey(const crypto::VaultKey& key) {
    // 32 raw bytes given to sqlite3_key would be taken for a passphrase; x'…' is the raw form.
    static constexpr char digits[] = "0123456789abcdef";
    crypto::Secret quoted(67);
    auto out = quoted.bytes();
    std::size_t at = 0;
    out[at++] = 'x';
    out[at++] = '\'';
    for (const std::uint8_t byte : key.secret().bytes()) {
        out[at++] = static_cast<std::uint8_t>(digits[byte >> 4U]);
        out[at++] = static_cast<std::uint8_t>(digits[byte & 15U]);
    }
    out[at] = '\'';
    if (sqlite3_key(m_handle, quoted.bytes().data(), static_cast<int>(quoted.size())) != SQLITE_OK)
        return base::fail(ErrorCode::CipherMissing, QStringLiteral("sqlite3_key"));
    CHEVET_TRY(script("PRAGMA cipher_page_size=" + QByteArray::number(pageSize)));
    return script("PRAGMA cipher_log_level=NONE");
}

Result<> Database::applyPragmas(Mode mode, const DatabaseOptions& options) {
    if (options.plaintext)
        CHEVET_TRY(script("PRAGMA page_size=" + QByteArray::number(pageSize)));
    CHEVET_TRY(script("PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
                      "PRAGMA foreign_keys=OFF; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON;"
                      "PRAGMA cache_size=-" +
                      QByteArray::number(options.cacheKiB)));
    if (mode == Mode::ReadOnly)
        return script("PRAGMA query_only=ON; SELECT count(*) FROM sqlite_schema");
    // The first statement that reads the file: a wrong key or a damaged first page ends here.
    CHEVET_TRY(script("SELECT count(*) FROM sqlite_schema"));
    auto journal = query("PRAGMA journal_mode=WAL");
    CHEVET_TRY_ASSIGN(const bool row, journal.next());
    if (!row || journal.text(0) != QLatin1String("wal"))
        return base::fail(ErrorCode::DatabaseError, QStringLiteral("journal_mode"));
    return script("PRAGMA synchronous=FULL; PRAGMA checkpoint_fullfsync=ON; PRAGMA fullfsync=ON;"
                  "PRAGMA journal_size_limit=67108864; PRAGMA wal_autocheckpoint=2000");
}

Result<> Database::script(const QByteArray& sql) {
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(errorOf(m_handle, "script"));
    return {};
}

Result<Database::Taken> Database::take(const char* sql) {
    Slot& slot = m_statements[std::string_view(sql)];
    if (slot.handle != nullptr && !slot.busy) {
        slot.busy = true;
        return Taken{slot.handle, true};
    }
    const bool keep = slot.handle == nullptr; // a second use at the same time gets its own
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0, &handle,
                           nullptr) != SQLITE_OK)
        return std::unexpected(errorOf(m_handle, sql));
    if (keep)
        slot = Slot{handle, true};
    return Taken{handle, keep};
}

void Database::giveBack(const char* sql, sqlite3_stmt* handle, bool cached) {
    if (!cached) {
        sqlite3_finalize(handle);
        return;
    }
    sqlite3_reset(handle);
    sqlite3_clear_bindings(handle); // a cached statement keeps no clinical value alive
    m_statements[std::string_view(sql)].busy = false;
}

qint64 Database::lastRowId() const {
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Database::changes() const {
    return sqlite3_changes64(m_handle);
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Database::interrupt() {
    sqlite3_interrupt(m_handle);
}

Result<Transaction> Transaction::begin(Database& database) {
    CHEVET_TRY(database.run("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Result<Transaction> Transaction::beginRead(Database& database) {
    CHEVET_TRY(database.run("BEGIN"));
    return Transaction(database);
}

Transaction::~Transaction() {
    if (m_database != nullptr && m_database->inTransaction())
        (void)m_database->run("ROLLBACK"); // nothing better to do: the next open replays the log
}

Result<> Transaction::commit() {
    CHEVET_TRY(m_database->run("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace chevet::vault
