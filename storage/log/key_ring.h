#pragma once
// KeyRing: the keys an open vault holds in memory. Few epochs and keyboxes are kept; patient keys
// (there may be a million) stay wrapped in the view and are unwrapped one at a time.

#include "base/random.h"
#include "base/result.h"
#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"
#include "crypto/random.h"
#include "crypto/secret.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace chevet::log {

using ClinicId = crypto::FixedBytes<32, struct ClinicTag>;

// P_p under KB_m: nonce 24 ‖ ciphertext 32 ‖ tag 16, bound to clinic, patient and keybox.
struct WrappedPatientKey {
    static constexpr qsizetype sealedSize = 72;
    base::Uuid patient;
    std::uint32_t keybox = 1;
    QByteArray sealed{}; // sealedSize bytes
    bool operator==(const WrappedPatientKey&) const = default;
};

// Finds a patient's wrapped key (the view's table). Called from any thread that seals or opens
// entries; nullopt if there is none (unknown, or shredded).
using PatientKeyLookup = std::function<std::optional<WrappedPatientKey>(const base::Uuid& patient)>;

class KeyRing {
public:
    explicit KeyRing(ClinicId clinic)
        : m_clinic(clinic) {}

    // Setting up, before the ring is shared between threads.
    void addEpoch(std::uint32_t number, crypto::EpochKey key);
    void addKeybox(std::uint32_t number, crypto::KeyboxKey key);
    void setLookup(PatientKeyLookup lookup) { m_lookup = std::move(lookup); }

    [[nodiscard]] const ClinicId& clinic() const noexcept { return m_clinic; }
    [[nodiscard]] std::uint32_t currentEpoch() const noexcept; // 0: none
    // Two branches of a forked chain may both have begun epoch n: then the one with the lower
    // commitment is the one to write with, and `commitment` tells which one an entry was.
    [[nodiscard]] const crypto::EpochKey*
    epoch(std::uint32_t number) const noexcept; // null: not held
    [[nodiscard]] const crypto::EpochKey* epoch(std::uint32_t number,
                                                const crypto::Hash& commitment) const noexcept;
    [[nodiscard]] std::vector<const crypto::EpochKey*> epochs(std::uint32_t number) const;
    [[nodiscard]] crypto::Hash commitment(std::uint32_t number) const; // of an epoch held
    // The bytes of an epoch or keybox key, to be sealed to a newcomer; null: not held.
    [[nodiscard]] const crypto::Secret* held(bool keybox, std::uint32_t number,
                                             const crypto::Hash& commitment) const noexcept;

    // A fresh key for a new patient, wrapped under the newest keybox.
    [[nodiscard]] base::Result<WrappedPatientKey>
    newPatientKey(const base::Uuid& patient, base::Random& random = crypto::systemRandom()) const;
    // UnknownKey if the keybox is not held, DecryptFailed if it is not of this clinic and patient.
    [[nodiscard]] base::Result<crypto::PatientKey> unwrap(const WrappedPatientKey& wrapped) const;
    // Through the lookup. UnknownKey if there is none.
    [[nodiscard]] base::Result<crypto::PatientKey> patientKey(const base::Uuid& patient) const;
    // The key a blob's key is derived from: the patient's, or the epoch's where there is no
    // patient.
    [[nodiscard]] base::Result<crypto::Secret> blobParent(const std::optional<base::Uuid>& patient,
                                                          std::uint32_t epoch) const;

private:
    ClinicId m_clinic;
    std::map<std::pair<std::uint32_t, crypto::Hash>, crypto::EpochKey> m_epochs; // by commitment
    std::map<std::uint32_t, crypto::KeyboxKey> m_keyboxes;
    PatientKeyLookup m_lookup;
};

// The public commitment to an epoch key (statement and entry headers).
[[nodiscard]] crypto::Hash keyboxCommitment(const crypto::KeyboxKey& key, const ClinicId& clinic,
                                            std::uint32_t number);
[[nodiscard]] crypto::Hash epochCommitment(const crypto::EpochKey& key, const ClinicId& clinic,
                                           std::uint32_t number);

} // namespace chevet::log
