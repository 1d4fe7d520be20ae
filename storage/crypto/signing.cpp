#include "crypto/signing.h"

#include <sodium.h>

namespace chevet::crypto {

SigningKey::SigningKey(Secret seed, Secret secret, SigningPublicKey publicKey)
    : m_seed(std::move(seed))
    , m_secret(std::move(secret))
    , m_public(publicKey) {}

SigningKey SigningKey::generate() {
    return *fromSeed(Secret::random(seedSize));
}

base::Result<SigningKey> SigningKey::fromSeed(const Secret& seed) {
    if (seed.size() != seedSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("SigningKey"));
    Secret secret(crypto_sign_ed25519_SECRETKEYBYTES);
    SigningPublicKey publicKey;
    crypto_sign_ed25519_seed_keypair(publicKey.bytes.data(), secret.bytes().data(),
                                     seed.bytes().data());
    return SigningKey(seed.clone(), std::move(secret), publicKey);
}

Signature SigningKey::sign(const char* domain, QByteArrayView message) const {
    const QByteArray bytes = signedBytes(domain, message);
    Signature out;
    crypto_sign_ed25519_detached(
        out.bytes.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.constData()),
        static_cast<unsigned long long>(bytes.size()), m_secret.bytes().data());
    return out;
}

SigningKey SigningKey::clone() const {
    return SigningKey(m_seed.clone(), m_secret.clone(), m_public);
}

} // namespace chevet::crypto
