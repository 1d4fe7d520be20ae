#pragma once
// Sealed boxes (X25519, anonymous sender). A sealed box proves nothing about who made it: use one
// only inside something signed (trust.md §0.6).

#include "crypto/secret.h"

namespace chevet::crypto {

struct BoxKeyPair {
    BoxPublicKey publicKey;
    Secret secretKey; // 32 bytes
    static BoxKeyPair generate();
    static BoxKeyPair fromSeed(const Secret& seed); // 32 bytes
};

[[nodiscard]] QByteArray sealTo(const BoxPublicKey& recipient, const Secret& plain);
[[nodiscard]] base::Result<Secret> openSealed(const BoxKeyPair& recipient, QByteArrayView sealed);

} // namespace chevet::crypto
