#pragma once
// Keys of patients that an import makes: each travels in the first entry that names the patient.

#include "vault/vault.h"

#include <unordered_map>

namespace chevet::session {

// Used by the thread that commits batches.
class PendingKeys {
public:
    explicit PendingKeys(vault::Vault& vault)
        : m_vault(vault) {}

    // The view answers for the key from now on, so that entries and blobs can be sealed with it.
    void add(log::WrappedPatientKey key) {
        m_vault.announceKey(key);
        m_keys.insert_or_assign(key.patient, std::move(key));
    }
    [[nodiscard]] std::optional<log::WrappedPatientKey> take(const base::Uuid& patient) {
        auto node = m_keys.extract(patient);
        return node ? std::optional(std::move(node.mapped())) : std::nullopt;
    }

private:
    vault::Vault& m_vault;
    std::unordered_map<base::Uuid, log::WrappedPatientKey> m_keys;
};

} // namespace chevet::session
