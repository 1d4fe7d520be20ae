#include "crypto/secret.h"

#include <cstring>
#include <new>
#include <sodium.h>

namespace chevet::crypto {

void ensureSodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium could not start: no source of randomness");
}

void Secret::Free::operator()(std::uint8_t* bytes) const noexcept {
    sodium_free(bytes);
}

Secret::Secret(std::size_t size)
    : m_size(size) {
    ensureSodium();
    // One byte at least: sodium_malloc(0) has no address to guard.
    m_bytes.reset(static_cast<std::uint8_t*>(sodium_malloc(size == 0 ? 1 : size)));
    if (!m_bytes)
        throw std::bad_alloc();
    sodium_memzero(m_bytes.get(), size);
}

Secret Secret::copyOf(std::span<const std::uint8_t> bytes) {
    Secret secret(bytes.size());
    if (!bytes.empty())
        std::memcpy(secret.m_bytes.get(), bytes.data(), bytes.size());
    return secret;
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    randombytes_buf(secret.m_bytes.get(), size);
    return secret;
}

Secret Secret::takeFrom(QByteArray& bytes) {
    Secret secret = copyOf({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                            static_cast<std::size_t>(bytes.size())});
    // Not data(): where the buffer is shared that would detach, and the copy alone would be wiped.
    sodium_memzero(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
    return secret;
}

Secret Secret::clone() const {
    return copyOf(bytes());
}

bool Secret::equals(const Secret& other) const noexcept {
    return m_size == other.m_size && sodium_memcmp(m_bytes.get(), other.m_bytes.get(), m_size) == 0;
}

void Secret::wipe() noexcept {
    m_bytes.reset();
    m_size = 0;
}

} // namespace chevet::crypto
