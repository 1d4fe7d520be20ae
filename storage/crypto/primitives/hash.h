#pragma once
// BLAKE2b-256, unkeyed. Keyed derivation is in crypto/kdf.h.

#include "crypto/primitives/fixed_bytes.h"

#include <memory>

namespace chevet::crypto {

[[nodiscard]] Hash hash(QByteArrayView bytes) noexcept;

// Incremental hashing; one thread at a time. finish() may be called once.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    Hasher& update(QByteArrayView bytes) noexcept;
    [[nodiscard]] Hash finish() noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::crypto
