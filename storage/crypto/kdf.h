#pragma once
// Key derivation: Argon2id from a passphrase; BLAKE2b-256 keyed from a key.

#include "crypto/secret.h"

namespace chevet::crypto {

using Salt = FixedBytes<16, struct SaltTag>;

// Argon2id 1.3, one lane (libsodium's crypto_pwhash).
struct KdfCost {
    std::uint32_t passes = 3;
    std::uint32_t memoryKiB = 256 * 1024;
    auto operator<=>(const KdfCost&) const = default;
};

// What a program accepts. The composition root passes shippedKdfLimits(); only the tests' own
// composition may pass something lower, and no program has a flag for it.
struct KdfLimits {
    KdfCost floor;
    KdfCost ceiling;
};
[[nodiscard]] KdfLimits
shippedKdfLimits() noexcept; // floor 256 MiB/3 passes, ceiling 2 GiB/10 passes

// KdfBelowFloor or KdfAboveCeiling before any memory is taken; slow (about 0.6 s at the floor):
// never on the GUI thread.
[[nodiscard]] base::Result<SealKey> deriveFromPassphrase(const Secret& passphrase, const Salt& salt,
                                                         const KdfCost& cost,
                                                         const KdfLimits& limits);

// BLAKE2b-256(key = parent, message = label ‖ context). The label names the use, e.g. "entry/1".
[[nodiscard]] SealKey deriveKey(const Secret& parent, const char* label,
                                QByteArrayView context = {});
// The same derivation where the result is public: commitments and authentication tags.
[[nodiscard]] Hash keyedHash(const Secret& key, const char* label, QByteArrayView message);

} // namespace chevet::crypto
