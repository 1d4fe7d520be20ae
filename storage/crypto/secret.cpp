#include "crypto/secret.h"

#include <array>
#include <cstring>
#include <mutex>
#include <new>
#include <sodium.h>

namespace chevet::crypto {

void ensureSodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium could not start: no source of randomness");
}

namespace {

// Making a guarded allocation costs a dozen system calls, and sealing a patient's first entry takes
// several keys. A few blocks of a key's size are used again and again; between two uses they are
// wiped, still locked, and out of reach.
class KeyBlocks {
public:
    static constexpr std::size_t blockSize = 32;

    // Null: all are in use.
    [[nodiscard]] std::uint8_t* take() {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < m_count; ++i)
            if (m_blocks[i].idle && sodium_mprotect_readwrite(m_blocks[i].bytes) == 0) {
                m_blocks[i].idle = false;
                return m_blocks[i].bytes;
            }
        if (m_count == m_blocks.size())
            return nullptr;
        auto* made = static_cast<std::uint8_t*>(sodium_malloc(blockSize));
        if (made != nullptr)
            m_blocks[m_count++] = {made, false};
        return made;
    }
    // False: not one of these, or it cannot be put out of reach; the caller frees it.
    [[nodiscard]] bool giveBack(std::uint8_t* bytes) noexcept {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < m_count; ++i) {
            if (m_blocks[i].bytes != bytes)
                continue;
            sodium_memzero(bytes, blockSize);
            m_blocks[i].idle = sodium_mprotect_noaccess(bytes) == 0;
            if (m_blocks[i].idle)
                return true;
            m_blocks[i] = m_blocks[--m_count];
            break;
        }
        return false;
    }

private:
    struct Block {
        std::uint8_t* bytes = nullptr;
        bool idle = false;
    };
    std::mutex m_mutex;
    std::array<Block, 64> m_blocks;
    std::size_t m_count = 0;
};

KeyBlocks& keyBlocks() {
    static auto* blocks = new KeyBlocks; // a secret of another file's static may go later
    return *blocks;
}

std::uint8_t* allocate(std::size_t size) {
    if (size == KeyBlocks::blockSize)
        if (std::uint8_t* block = keyBlocks().take())
            return block;
    // One byte at least: sodium_malloc(0) has no address to guard.
    return static_cast<std::uint8_t*>(sodium_malloc(size == 0 ? 1 : size));
}

} // namespace

void Secret::Free::operator()(std::uint8_t* bytes) const noexcept {
    if (!keyBlocks().giveBack(bytes))
        sodium_free(bytes);
}

Secret::Secret(std::size_t size)
    : m_size(size) {
    ensureSodium();
    m_bytes.reset(allocate(size));
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
