#pragma once
// The clinic's root. Everything comes from one 256-bit secret, the recovery kit, which exists on
// paper only: R signs the genesis statement, X_R opens the recovery slot of every workstation.

#include "base/random.h"
#include "crypto/box.h"
#include "crypto/primitives/hash.h"
#include "crypto/signing.h"

namespace chevet::keychain {

constexpr std::size_t kitSize = 32; // bytes
using ClinicNonce = crypto::FixedBytes<32, struct ClinicNonceTag>;

// 32 unpredictable bytes.
[[nodiscard]] crypto::Secret newKit(base::Random& random);

struct ClinicRoot {
    crypto::SigningKey signing; // R: deriveKey(kit, "kit/root-signing/1")
    crypto::BoxKeyPair box;     // X_R: deriveKey(kit, "kit/root-box/1")

    // InvalidArgument unless the kit has 32 bytes.
    [[nodiscard]] static base::Result<ClinicRoot> fromKit(const crypto::Secret& kit);
};

// The public side, known to every workstation and fixed for the life of the clinic.
struct ClinicIdentity {
    crypto::SigningPublicKey root = {};
    crypto::BoxPublicKey recovery = {};
    ClinicNonce nonce = {};

    [[nodiscard]] static ClinicIdentity make(const ClinicRoot& root, base::Random& random);
    // BLAKE2b-256("clinic/1" ‖ root ‖ recovery ‖ nonce)
    [[nodiscard]] crypto::Hash id() const;
    [[nodiscard]] bool belongsTo(const ClinicRoot& candidate) const;
    bool operator==(const ClinicIdentity&) const = default;
};

// The first eight hexadecimal digits of a clinic id in two groups: "5C20 A9F4".
[[nodiscard]] QString fingerprint(const crypto::Hash& clinicId);

} // namespace chevet::keychain
