#pragma once
// Ed25519 signing. Every use has a domain (see primitives/verify.h).

#include "crypto/primitives/verify.h"
#include "crypto/secret.h"

namespace chevet::crypto {

class SigningKey {
public:
    static constexpr std::size_t seedSize = 32;
    static SigningKey generate();
    static base::Result<SigningKey> fromSeed(const Secret& seed); // 32 bytes

    [[nodiscard]] const SigningPublicKey& publicKey() const noexcept { return m_public; }
    [[nodiscard]] const Secret& seed() const noexcept { return m_seed; }
    [[nodiscard]] Signature sign(const char* domain, QByteArrayView message) const;
    [[nodiscard]] SigningKey clone() const;

private:
    SigningKey(Secret seed, Secret secret, SigningPublicKey publicKey);
    Secret m_seed;
    Secret m_secret;
    SigningPublicKey m_public;
};

} // namespace chevet::crypto
