#pragma once
#include "base/random.h"
#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"

namespace chevet::crypto {

// getrandom through libsodium. Thread-safe.
base::Random& systemRandom();

[[nodiscard]] base::Uuid randomUuid(base::Random& random = systemRandom()); // version 4
[[nodiscard]] Nonce randomNonce(base::Random& random = systemRandom());

} // namespace chevet::crypto
