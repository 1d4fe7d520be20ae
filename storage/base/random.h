#pragma once
// Random: the seam for unpredictable bytes. crypto/random.h has the real one (libsodium); tests may
// inject a seeded one. Keys never come from a seeded source in a shipped program.

#include <cstdint>
#include <span>

namespace chevet::base {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0; // thread-safe
};

} // namespace chevet::base
