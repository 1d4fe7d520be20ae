#pragma once
// Finds what a chart's references lead to outside the patient's file: practitioners, organizations,
// locations, medications; by a condition, also within it. One per chart; not thread-safe.

#include "session/reference_map.h"
#include "vault/vault.h"

namespace chevet::session {

class SharedResources {
public:
    SharedResources(vault::Vault& vault, const base::Uuid& patient,
                    const KnownReferences& references)
        : m_vault(vault)
        , m_patient(patient)
        , m_references(references) {}
    // JSON of the resource, empty if it is not there. `reference` as written in the source.
    [[nodiscard]] QByteArray find(const QString& reference) const;

private:
    [[nodiscard]] QByteArray byName(const QString& typeAndId) const;
    [[nodiscard]] QByteArray byIdentifier(const QString& condition) const;
    [[nodiscard]] QByteArray byUuid(const QString& uuid) const;

    vault::Vault& m_vault;
    const base::Uuid m_patient;
    const KnownReferences& m_references;
};

} // namespace chevet::session
