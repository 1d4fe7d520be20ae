#pragma once
// Ed25519 verification, strict: small-order and non-canonical keys and S >= L are refused
// (libsodium
// >= 1.0.18-1+deb12u1 has the fix for CVE-2025-69277).

#include "crypto/primitives/fixed_bytes.h"

namespace chevet::crypto {

// The signed message is `domain` ‖ 0x00 ‖ `message`; the domain separates uses of one key.
[[nodiscard]] bool verify(const SigningPublicKey& key, const char* domain, QByteArrayView message,
                          const Signature& signature);

// The bytes that are signed, for both sides.
[[nodiscard]] QByteArray signedBytes(const char* domain, QByteArrayView message);

} // namespace chevet::crypto
