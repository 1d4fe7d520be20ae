#include "vault/schema.h"

#include "vault/schema_scripts.h"

namespace chevet::vault {

using base::Result;

Result<int> revisionOf(Database& database) {
    auto query = database.query("PRAGMA user_version");
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    const int revision = row ? query.small(0) : 0;
    if (revision > schemaRevision || revision < 0)
        return base::fail(base::ErrorCode::NewerVersion, QStringLiteral("view.db"),
                          QStringLiteral("revision ") + QString::number(revision));
    return revision;
}

Result<> createSchema(Database& database) {
    CHEVET_TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    for (const char* script : schemaScripts())
        CHEVET_TRY(database.script(QByteArray(script)));
    CHEVET_TRY(database.script("PRAGMA user_version=" + QByteArray::number(schemaRevision)));
    return transaction.commit();
}

} // namespace chevet::vault
