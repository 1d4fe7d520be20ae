#pragma once
// Statement: one use of a prepared statement, taken from its connection's cache and given back when
// it goes. Bound to the thread of its Database. The first failure sticks and comes out of next():
// binding needs no checks of its own.

#include "base/result.h"
#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace chevet::vault {

class Database;

class Statement {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Binds parameter ?1, ?2 … in the order of the calls.
    template <std::integral T>
    void bind(T value) {
        bindInteger(static_cast<qint64>(value));
    }
    void bind(const QString& value);      // a null QString binds NULL
    void bind(const QByteArray& value);   // as a blob; a null QByteArray binds NULL
    void bind(QByteArrayView value);      // as a blob; must outlive the next step
    void bind(const base::Uuid& value);   // as a blob
    void bind(const crypto::Hash& value); // as a blob
    template <class T>
    void bind(const std::optional<T>& value) {
        if (value)
            bind(*value);
        else
            bindNull();
    }
    void bindNull();
    void rewind(); // makes it ready to be bound and run again

    [[nodiscard]] base::Result<bool> next(); // true: a row is there; false: done
    [[nodiscard]] base::Result<> finish();   // runs to the end, ignoring rows

    // Columns of the current row, from 0.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] bool isBlob(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] int small(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QByteArrayView view(int column) const;           // valid until the next step
    [[nodiscard]] base::Result<base::Uuid> uuid(int column) const; // DatabaseDamaged if it is none
    [[nodiscard]] base::Result<crypto::Hash> hash(int column) const;

private:
    friend class Database;
    Statement(Database& database, const char* sql);
    void bindInteger(qint64 value);
    void check(int code);

    Database* m_database;
    const char* m_sql;
    sqlite3_stmt* m_handle = nullptr;
    bool m_cached = true;
    int m_bound = 0;
    std::optional<base::Error> m_error;
};

} // namespace chevet::vault
