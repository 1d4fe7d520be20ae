#include "vault/statement.h"

#include "vault/database.h"
#include "vault/sqlite_error.h"

#include <sqlite3.h>

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

Statement::Statement(Database& database, const char* sql)
    : m_database(&database)
    , m_sql(sql) {
    auto taken = database.take(sql);
    if (!taken) {
        m_error = std::move(taken).error();
        return;
    }
    m_handle = taken->handle;
    m_cached = taken->cached;
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database)
    , m_sql(other.m_sql)
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_cached(other.m_cached)
    , m_bound(other.m_bound)
    , m_error(std::move(other.m_error)) {}

Statement::~Statement() {
    if (m_handle != nullptr)
        m_database->giveBack(m_sql, m_handle, m_cached);
}

void Statement::check(int code) {
    if (code != SQLITE_OK && !m_error)
        m_error = errorOf(m_database->handle(), m_sql);
}

void Statement::bindInteger(qint64 value) {
    if (m_handle != nullptr)
        check(sqlite3_bind_int64(m_handle, ++m_bound, value));
}

void Statement::bindNull() {
    if (m_handle != nullptr)
        check(sqlite3_bind_null(m_handle, ++m_bound));
}

void Statement::bind(const QString& value) {
    if (value.isNull())
        return bindNull();
    const QByteArray utf8 = value.toUtf8();
    if (m_handle != nullptr)
        check(sqlite3_bind_text64(m_handle, ++m_bound, utf8.constData(),
                                  static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                                  SQLITE_UTF8));
}

void Statement::bind(const QByteArray& value) {
    if (value.isNull())
        return bindNull();
    if (m_handle != nullptr)
        check(sqlite3_bind_blob64(m_handle, ++m_bound, value.constData(),
                                  static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(QByteArrayView value) {
    if (m_handle != nullptr)
        check(sqlite3_bind_blob64(m_handle, ++m_bound, value.isEmpty() ? "" : value.data(),
                                  static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC));
}

void Statement::bind(const base::Uuid& value) {
    bind(value.toByteArray());
}

void Statement::bind(const crypto::Hash& value) {
    bind(value.toByteArray());
}

void Statement::rewind() {
    if (m_handle == nullptr)
        return;
    sqlite3_reset(m_handle); // repeats the error of the last step, which next() has told already
    m_bound = 0;
}

Result<bool> Statement::next() {
    if (m_error)
        return std::unexpected(*m_error);
    switch (sqlite3_step(m_handle)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        m_error = errorOf(m_database->handle(), m_sql);
        return std::unexpected(*m_error);
    }
}

Result<> Statement::finish() {
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, next());
        if (!row)
            return {};
    }
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

int Statement::columns() const {
    return sqlite3_column_count(m_handle);
}

bool Statement::isBlob(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_BLOB;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

QString Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return bytes == nullptr ? QString()
                            : QString::fromUtf8(bytes, sqlite3_column_bytes(m_handle, column));
}

QByteArrayView Statement::view(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    return {bytes, bytes == nullptr ? 0 : sqlite3_column_bytes(m_handle, column)};
}

QByteArray Statement::blob(int column) const {
    return view(column).toByteArray();
}

Result<base::Uuid> Statement::uuid(int column) const {
    if (const auto value = base::Uuid::fromBytes(view(column)))
        return *value;
    return base::fail(ErrorCode::DatabaseDamaged, QString::fromUtf8(m_sql),
                      QStringLiteral("not 16 bytes"));
}

Result<crypto::Hash> Statement::hash(int column) const {
    if (const auto value = crypto::Hash::fromBytes(view(column)))
        return *value;
    return base::fail(ErrorCode::DatabaseDamaged, QString::fromUtf8(m_sql),
                      QStringLiteral("not 32 bytes"));
}

} // namespace chevet::vault
