#pragma once
// The plain payload of an entry and its padding (ENTRY.md §3–4). Internal to log.

#include "log/entry.h"

namespace chevet::log {

// Sealing and opening of one patient's ops; bound to the entry by its nonce.
struct GroupContext {
    const ClinicId& clinic;
    const crypto::Nonce& entryNonce;
};

// Finds a patient key for sealing or opening: first among the draft's new keys, then in the ring.
[[nodiscard]] base::Result<crypto::PatientKey>
findPatientKey(const base::Uuid& patient, const std::vector<WrappedPatientKey>& fresh,
               const KeyRing& keys);

[[nodiscard]] base::Result<QByteArray> encodePayload(const EntryDraft& draft, const KeyRing& keys,
                                                     const crypto::Nonce& nonce);
// Groups whose key is missing go to `unreadable`. Malformed, NewerVersion, DecryptFailed.
[[nodiscard]] base::Result<EntryDraft> decodePayload(QByteArrayView payload, const KeyRing& keys,
                                                     const crypto::Nonce& nonce,
                                                     std::vector<base::Uuid>& unreadable);

// Padmé (Nikitin et al., PETS 2019): at most 12 % more, hides the low bits of a length; 1 KiB at
// least.
[[nodiscard]] qsizetype paddedSize(qsizetype size) noexcept;
// length u32 ‖ countersigned u8 ‖ payload ‖ signature if so ‖ zeros
[[nodiscard]] QByteArray pad(QByteArrayView payload,
                             const std::optional<crypto::Signature>& author);
struct Unpadded {
    QByteArrayView payload;
    std::optional<crypto::Signature> author;
};
[[nodiscard]] base::Result<Unpadded> unpad(QByteArrayView padded);

// What an author countersigns.
[[nodiscard]] Hash authoredHash(const ClinicId& clinic, const crypto::Nonce& nonce,
                                QByteArrayView payload);
constexpr const char* authorDomain = "qs/author-sig/1";

} // namespace chevet::log
