#include "vault/dictionary.h"

namespace chevet::vault {

using base::Result;

Result<std::optional<int>> Dictionary::knownType(const QByteArray& name) {
    if (const auto at = m_typeNumbers.find(name); at != m_typeNumbers.end())
        return at->second;
    auto query =
        m_database.query("SELECT type FROM types WHERE name = ?1", QString::fromUtf8(name));
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return std::nullopt;
    m_typeNumbers.emplace(name, query.small(0));
    return query.small(0);
}

Result<int> Dictionary::typeNumber(const QByteArray& name) {
    CHEVET_TRY_ASSIGN(const auto known, knownType(name));
    if (known)
        return *known;
    CHEVET_TRY(m_database.run("INSERT INTO types(name) VALUES(?1)", QString::fromUtf8(name)));
    const int number = static_cast<int>(m_database.lastRowId());
    m_typeNumbers.emplace(name, number);
    return number;
}

Result<QByteArray> Dictionary::typeName(int number) {
    if (const auto at = m_typeNames.find(number); at != m_typeNames.end())
        return at->second;
    auto query = m_database.query("SELECT name FROM types WHERE type = ?1", number);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return base::fail(base::ErrorCode::DatabaseDamaged, QStringLiteral("types"));
    const QByteArray name = query.text(0).toUtf8();
    m_typeNames.emplace(number, name);
    return name;
}

Result<int> Dictionary::streamNumber(const base::Uuid& id) {
    if (const auto at = m_streamNumbers.find(id); at != m_streamNumbers.end())
        return at->second;
    auto query = m_database.query("SELECT stream FROM streams WHERE id = ?1", id);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    int number = row ? query.small(0) : 0;
    if (!row) {
        CHEVET_TRY(
            m_database.run("INSERT INTO streams(id, seq, hash) VALUES(?1, 0, zeroblob(32))", id));
        number = static_cast<int>(m_database.lastRowId());
    }
    m_streamNumbers.emplace(id, number);
    return number;
}

Result<base::Uuid> Dictionary::streamId(int number) {
    if (const auto at = m_streamIds.find(number); at != m_streamIds.end())
        return at->second;
    auto query = m_database.query("SELECT id FROM streams WHERE stream = ?1", number);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return base::fail(base::ErrorCode::DatabaseDamaged, QStringLiteral("streams"));
    CHEVET_TRY_ASSIGN(const base::Uuid id, query.uuid(0));
    m_streamIds.emplace(number, id);
    return id;
}

void bindId(Statement& statement, QByteArrayView id) {
    const QString text = QString::fromUtf8(id);
    if (id.size() == 36) {
        const auto uuid = base::Uuid::fromString(text);
        if (uuid && uuid->toString() == text) // only what comes back letter for letter
            return statement.bind(*uuid);
    }
    statement.bind(text);
}

QByteArray readId(const Statement& statement, int column) {
    if (statement.isBlob(column)) {
        const auto uuid = base::Uuid::fromBytes(statement.view(column));
        return uuid ? uuid->toString().toUtf8() : QByteArray();
    }
    return statement.text(column).toUtf8();
}

} // namespace chevet::vault
