#pragma once
// The small tables that turn names into numbers: resource types, streams, ids. One object per
// transaction: after a rollback its numbers may not exist.

#include "vault/database.h"

#include <map>

namespace chevet::vault {

class Dictionary {
public:
    explicit Dictionary(Database& database)
        : m_database(database) {}
    [[nodiscard]] base::Result<int> typeNumber(const QByteArray& name); // made if it is new
    [[nodiscard]] base::Result<std::optional<int>> knownType(const QByteArray& name);
    [[nodiscard]] base::Result<QByteArray> typeName(int number);
    [[nodiscard]] base::Result<int> streamNumber(const base::Uuid& id); // made if it is new
    [[nodiscard]] base::Result<base::Uuid> streamId(int number);

private:
    Database& m_database;
    std::map<QByteArray, int> m_typeNumbers;
    std::map<int, QByteArray> m_typeNames;
    std::map<base::Uuid, int> m_streamNumbers;
    std::map<int, base::Uuid> m_streamIds;
};

// A resource id in the column `id`: 16 bytes for a lower-case UUID, else the text itself.
void bindId(Statement& statement, QByteArrayView id);
[[nodiscard]] QByteArray readId(const Statement& statement, int column);

} // namespace chevet::vault
