#include "crypto/primitives/hash.h"

#include <sodium.h>

namespace chevet::crypto {

namespace {
const unsigned char* data(QByteArrayView bytes) noexcept {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
} // namespace

Hash hash(QByteArrayView bytes) noexcept {
    Hash out;
    crypto_generichash_blake2b(out.bytes.data(), out.bytes.size(), data(bytes),
                               static_cast<std::size_t>(bytes.size()), nullptr, 0);
    return out;
}

struct Hasher::State {
    crypto_generichash_blake2b_state blake;
};

Hasher::Hasher()
    : m_state(std::make_unique<State>()) {
    crypto_generichash_blake2b_init(&m_state->blake, nullptr, 0, Hash::size);
}
Hasher::~Hasher() = default;

Hasher& Hasher::update(QByteArrayView bytes) noexcept {
    crypto_generichash_blake2b_update(&m_state->blake, data(bytes),
                                      static_cast<std::size_t>(bytes.size()));
    return *this;
}

Hash Hasher::finish() noexcept {
    Hash out;
    crypto_generichash_blake2b_final(&m_state->blake, out.bytes.data(), out.bytes.size());
    return out;
}

} // namespace chevet::crypto
