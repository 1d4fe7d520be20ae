#pragma once
// Database: one SQLCipher connection, for one thread. Opening proves that the cipher is there
// (CipherMissing), that the key is the right one and the first page is whole (DatabaseDamaged), and
// that the file on disk does not begin with SQLite's readable header (NotEncrypted).

#include "crypto/secret.h"
#include "vault/statement.h"

#include <memory>
#include <string_view>
#include <unordered_map>

namespace chevet::vault {

// Lets a benchmark open a database without the cipher. No program can make one: the constructor is
// private and its only friend is defined in tests/benchmarks.
class PlaintextPermit {
    friend struct BenchComposition;
    PlaintextPermit() = default;
};

struct DatabaseOptions {
    const char* vfs = nullptr; // SQLite VFS by name; tests put their failing disk here
    int cacheKiB = 8 * 1024;
    std::optional<PlaintextPermit> plaintext;
};

class Database {
public:
    enum class Mode { ReadOnly, ReadWrite, Create };
    [[nodiscard]] static base::Result<std::unique_ptr<Database>>
    open(const QString& path, const crypto::VaultKey& key, Mode mode,
         const DatabaseOptions& options = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // `sql` must be a string literal: the cache is keyed by its text and keeps the pointer.
    template <class... Values>
    [[nodiscard]] Statement query(const char* sql, const Values&... values) {
        Statement statement(*this, sql);
        (statement.bind(values), ...);
        return statement;
    }
    template <class... Values>
    [[nodiscard]] base::Result<> run(const char* sql, const Values&... values) {
        return query(sql, values...).finish();
    }
    // Several statements, not cached, no parameters: schema scripts and pragmas.
    [[nodiscard]] base::Result<> script(const QByteArray& sql);

    [[nodiscard]] qint64 lastRowId() const;
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] sqlite3* handle() const noexcept { return m_handle; }
    [[nodiscard]] bool inTransaction() const;
    void interrupt(); // from any thread: the running statement ends with Cancelled

private:
    friend class Statement;
    struct Taken {
        sqlite3_stmt* handle;
        bool cached;
    };
    struct Slot {
        sqlite3_stmt* handle = nullptr;
        bool busy = false;
    };
    Database() = default;
    [[nodiscard]] base::Result<> applyKey(const crypto::VaultKey& key);
    [[nodiscard]] base::Result<> assertCipher();
    [[nodiscard]] base::Result<> applyPragmas(Mode mode, const DatabaseOptions& options);
    [[nodiscard]] base::Result<Taken> take(const char* sql);
    void giveBack(const char* sql, sqlite3_stmt* handle, bool cached);

    sqlite3* m_handle = nullptr;
    std::unordered_map<std::string_view, Slot> m_statements;
};

// A write transaction that rolls back unless committed.
class Transaction {
public:
    [[nodiscard]] static base::Result<Transaction> begin(Database& database);     // BEGIN IMMEDIATE
    [[nodiscard]] static base::Result<Transaction> beginRead(Database& database); // one snapshot
    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] base::Result<> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database) {}
    Database* m_database;
};

// NotEncrypted if the file begins with "SQLite format 3\0"; success if it is absent or empty.
[[nodiscard]] base::Result<> assertEncryptedHeader(const QString& path);

} // namespace chevet::vault
