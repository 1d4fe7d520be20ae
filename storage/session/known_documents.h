#pragma once
// Somebody whom neither an identifier nor a name with a birth date tells is recognised in one case
// only: the very same file comes again. The vault then keeps whose file it made, as a resource of
// its own (type "chevet-document", shared; its id is a hash of the file's resources).
//
// JSON: {"patients": ["uuid" …]}, in the order of the people concerned.

#include "import/proposal.h"
#include "vault/vault.h"

#include <QHash>

namespace chevet::session {

inline constexpr char documentType[] = "chevet-document";

class KnownDocuments {
public:
    explicit KnownDocuments(vault::Vault& vault)
        : m_vault(vault) {}

    struct Document {
        QByteArray id;
        QList<QByteArray> people; // source keys of those concerned, not empty
        QList<base::Uuid> keys;   // theirs, if the file was here before; else empty
    };
    // `whole`: the proposal is a file from beginning to end. nullopt when nobody is concerned.
    [[nodiscard]] std::optional<Document> find(const import::Proposal& whole) const;
    // Returns the JSON to keep.
    [[nodiscard]] QByteArray remember(const Document& document, const QList<base::Uuid>& keys);
    void forgetPending() { m_pending.clear(); }

private:
    vault::Vault& m_vault;
    QHash<QByteArray, QList<base::Uuid>> m_pending; // not in the view yet
};

} // namespace chevet::session
