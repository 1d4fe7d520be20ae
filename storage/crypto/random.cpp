#include "crypto/random.h"

#include "crypto/secret.h"

#include <sodium.h>

namespace chevet::crypto {

namespace {
class SodiumRandom final : public base::Random {
public:
    SodiumRandom() { ensureSodium(); }
    void fill(std::span<std::uint8_t> bytes) override {
        randombytes_buf(bytes.data(), bytes.size());
    }
};
} // namespace

base::Random& systemRandom() {
    static SodiumRandom random;
    return random;
}

base::Uuid randomUuid(base::Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U); // RFC 4122 version 4
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U); // RFC 4122 variant
    return base::Uuid(bytes);
}

Nonce randomNonce(base::Random& random) {
    Nonce nonce;
    random.fill(nonce.bytes);
    return nonce;
}

} // namespace chevet::crypto
