#include "session/patient_matching.h"

#include "crypto/random.h"
#include "vault/facts.h"

namespace chevet::session {

namespace {

QString tokenOf(const import::Identifier& identifier) {
    return identifier.kind == import::Identifier::Kind::Nam
               ? vault::namToken(identifier.value)
               : vault::identifierToken(identifier.system, identifier.value);
}

import::Candidate candidateOf(const vault::PatientLine& line){return {.key = line.key.toByteArray(),
                                                                      .family = line.family,
                                                                      .given = line.given,
                                                                      .birthDate = line.birth,
                                                                      .gender = line.sex,
                                                                      .contentKey = {}};
} // namespace

} // namespace chevet::session

PatientMatching::PatientMatching(vault::Vault& vault, base::Random& random)
    : m_vault(vault)
    , m_random(random) {}

QList<import::Candidate> PatientMatching::merged(QList<import::Candidate> list,
                                                 const QList<import::Candidate>& more) {
    for (const import::Candidate& candidate : more) {
        const bool known = std::any_of(list.cbegin(), list.cend(), [&](const auto& other) {
            return other.key == candidate.key;
        });
        if (!known)
            list += candidate;
    }
    return list;
}

QList<import::Candidate> PatientMatching::findByIdentifier(const QList<import::Identifier>& any) {
    QList<import::Candidate> found;
    for (const import::Identifier& identifier : any)
        if (identifier.identifies())
            found = merged(found, withToken(tokenOf(identifier)));
    return found;
}

QList<import::Candidate> PatientMatching::findByContent(const QByteArray& contentKey) {
    QList<import::Candidate> found = withToken(vault::contentToken(contentKey));
    for (import::Candidate& candidate : found)
        candidate.contentKey = contentKey;
    return found;
}

QList<import::Candidate> PatientMatching::withToken(const QString& token) {
    const auto lines = m_vault.withIdentifier(token);
    if (!lines) {
        m_failure = lines.error();
        return {};
    }
    QList<import::Candidate> found;
    for (const vault::PatientLine& line : *lines)
        found += candidateOf(line);
    return merged(found, m_pending.value(token));
}

void PatientMatching::remember(const import::ProposedPatient& proposed, const base::Uuid& key) {
    const import::Candidate candidate{.key = key.toByteArray(),
                                      .family = proposed.family,
                                      .given = proposed.given,
                                      .birthDate = proposed.birthDate,
                                      .gender = proposed.gender,
                                      .contentKey = proposed.contentKey};
    for (const import::Identifier& identifier : proposed.identifiers)
        if (identifier.identifies())
            m_pending[tokenOf(identifier)] += candidate;
    if (!proposed.contentKey.isEmpty())
        m_pending[vault::contentToken(proposed.contentKey)] += candidate;
}

void PatientMatching::assume(const QByteArray& sourceKey, const base::Uuid& key) {
    if (!m_bySource.contains(sourceKey))
        m_bySource.insert(sourceKey, MatchedPatient{.key = key, .fresh = false});
}

base::Result<std::optional<MatchedPatient>>
PatientMatching::match(const import::ProposedPatient& proposed) {
    if (const auto known = m_bySource.constFind(proposed.sourceKey); known != m_bySource.cend())
        return *known;
    const import::MatchDecision decision = PatientMatcher::match(proposed);
    if (m_failure)
        return std::unexpected(*std::exchange(m_failure, {}));
    const std::optional<base::Uuid> other = base::Uuid::fromBytes(decision.key);
    std::optional<MatchedPatient> matched;
    if (decision.match == import::Match::Same && other) {
        matched = MatchedPatient{.key = *other, .fresh = false};
    } else if (proposed.seen) {
        matched = MatchedPatient{.key = crypto::randomUuid(m_random), .fresh = true};
        remember(proposed, matched->key);
    }
    if (matched)
        m_bySource.insert(proposed.sourceKey, *matched);
    return matched;
}

std::optional<base::Uuid> PatientMatching::keyOf(const QByteArray& sourceKey) const {
    const auto known = m_bySource.constFind(sourceKey);
    return known == m_bySource.cend() ? std::nullopt : std::optional(known->key);
}

std::optional<base::Uuid>
PatientMatching::onlyOneOf(const QList<import::ProposedPatient>& patients) const {
    std::optional<base::Uuid> one;
    for (const import::ProposedPatient& patient : patients) {
        const auto key = keyOf(patient.sourceKey);
        if (!key || (one && *one != *key))
            return std::nullopt;
        one = key;
    }
    return one;
}

void PatientMatching::forgetPending() {
    m_pending.clear();
}

} // namespace chevet::session
