#pragma once
// Which patient file an imported person is: by identifier, never by id or name alone
// (import/identity has the rule). Remembers the people of the running import, whose files the view
// may not show yet.

#include "import/identity.h"
#include "log/key_ring.h"
#include "vault/vault.h"

#include <QHash>

namespace chevet::session {

struct MatchedPatient {
    base::Uuid key;
    bool fresh = false; // made by this import: the view knows nothing of it yet
};

class PatientMatching final : private import::PatientMatcher {
public:
    PatientMatching(vault::Vault& vault, base::Random& random);

    // nullopt: only a reference was seen and nobody in the vault answers to it.
    // Takes the person for the owner of this file, whatever match() would say.
    void assume(const QByteArray& sourceKey, const base::Uuid& key);
    [[nodiscard]] base::Result<std::optional<MatchedPatient>>
    match(const import::ProposedPatient& proposed);

    // The file a sourceKey was matched to; nullopt if it was not.
    [[nodiscard]] std::optional<base::Uuid> keyOf(const QByteArray& sourceKey) const;
    // The file all of these were matched to, if it is one.
    [[nodiscard]] std::optional<base::Uuid>
    onlyOneOf(const QList<import::ProposedPatient>& patients) const;
    void forgetPending(); // the view now answers for everybody met so far

private:
    [[nodiscard]] QList<import::Candidate>
    findByIdentifier(const QList<import::Identifier>& any) override;
    [[nodiscard]] QList<import::Candidate> findByContent(const QByteArray& contentKey) override;
    [[nodiscard]] QList<import::Candidate> withToken(const QString& token);
    void remember(const import::ProposedPatient& proposed, const base::Uuid& key);
    [[nodiscard]] static QList<import::Candidate> merged(QList<import::Candidate> list,
                                                         const QList<import::Candidate>& more);

    vault::Vault& m_vault;
    base::Random& m_random;
    std::optional<base::Error> m_failure;               // of a look-up, which cannot return one
    QHash<QString, QList<import::Candidate>> m_pending; // by token; not in the view yet
    QHash<QByteArray, MatchedPatient> m_bySource;       // ProposedPatient::sourceKey
};

} // namespace chevet::session
