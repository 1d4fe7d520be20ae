#pragma once
// XChaCha20-Poly1305 (IETF). Nonces are random or derived from a random one, never counters.

#include "crypto/secret.h"

namespace chevet::crypto {

constexpr qsizetype sealOverhead = 16; // Poly1305 tag, after the ciphertext

[[nodiscard]] QByteArray seal(const Secret& key, const Nonce& nonce, QByteArrayView plain,
                              QByteArrayView associated);
// DecryptFailed if anything at all differs.
[[nodiscard]] base::Result<QByteArray> open(const Secret& key, const Nonce& nonce,
                                            QByteArrayView sealed, QByteArrayView associated);
// The same, for key material: the plain bytes live only in a Secret.
[[nodiscard]] QByteArray sealSecret(const Secret& key, const Nonce& nonce, const Secret& plain,
                                    QByteArrayView associated);
[[nodiscard]] base::Result<Secret> openSecret(const Secret& key, const Nonce& nonce,
                                              QByteArrayView sealed, QByteArrayView associated);

} // namespace chevet::crypto
