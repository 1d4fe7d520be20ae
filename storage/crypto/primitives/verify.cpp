#include "crypto/primitives/verify.h"

#include <sodium.h>

namespace chevet::crypto {

QByteArray signedBytes(const char* domain, QByteArrayView message) {
    QByteArray bytes(domain);
    bytes.append('\0');
    bytes.append(message);
    return bytes;
}

bool verify(const SigningPublicKey& key, const char* domain, QByteArrayView message,
            const Signature& signature) {
    const QByteArray bytes = signedBytes(domain, message);
    return crypto_sign_ed25519_verify_detached(
               signature.bytes.data(), reinterpret_cast<const unsigned char*>(bytes.constData()),
               static_cast<unsigned long long>(bytes.size()), key.bytes.data()) == 0;
}

} // namespace chevet::crypto
