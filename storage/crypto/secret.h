#pragma once
// Secret: key material in locked, guarded memory (sodium_malloc), wiped when it goes. Move-only
// (I9): a copy is always visible as clone(). Never convert one to QString or QByteArray.

#include "base/result.h"
#include "crypto/primitives/fixed_bytes.h"

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace chevet::crypto {

// Locks libsodium in; called by every constructor that needs it, safe to call often.
void ensureSodium();

class Secret {
public:
    explicit Secret(std::size_t size); // zero bytes
    static Secret copyOf(std::span<const std::uint8_t> bytes);
    static Secret random(std::size_t size);
    // Takes the bytes of a seam (passphrase field, keychain answer) and overwrites the source, in
    // place: every QByteArray that shares the buffer is overwritten too. Never pass a literal.
    static Secret takeFrom(QByteArray& bytes);

    Secret(Secret&& other) noexcept // what was moved from is empty, not a null of some size
        : m_bytes(std::move(other.m_bytes))
        , m_size(std::exchange(other.m_size, 0)) {}
    Secret& operator=(Secret&& other) noexcept {
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() = default;

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept {
        return {m_bytes.get(), m_size};
    }
    [[nodiscard]] std::span<std::uint8_t> bytes() noexcept { return {m_bytes.get(), m_size}; }
    [[nodiscard]] QByteArrayView view() const noexcept {
        return {reinterpret_cast<const char*>(m_bytes.get()), static_cast<qsizetype>(m_size)};
    }
    [[nodiscard]] bool equals(const Secret& other) const noexcept; // constant time
    void wipe() noexcept;                                          // now, and size becomes 0

private:
    struct Free {
        void operator()(std::uint8_t* bytes) const noexcept;
    };
    std::unique_ptr<std::uint8_t, Free> m_bytes;
    std::size_t m_size = 0;
};

// A 256-bit symmetric key. `Tag` keeps a patient key from being used as an epoch key.
template <class Tag>
class Key {
public:
    static constexpr std::size_t size = 32;
    static Key random() { return Key(Secret::random(size)); }
    static base::Result<Key> from(Secret secret) {
        if (secret.size() != size)
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("Key"));
        return Key(std::move(secret));
    }
    [[nodiscard]] Key clone() const { return Key(m_secret.clone()); }
    [[nodiscard]] const Secret& secret() const noexcept { return m_secret; }

private:
    explicit Key(Secret secret)
        : m_secret(std::move(secret)) {}
    Secret m_secret;
};

using VaultKey = Key<struct VaultKeyTag>;     // V: SQLCipher raw key and parent of local sub-keys
using EpochKey = Key<struct EpochKeyTag>;     // E_n
using KeyboxKey = Key<struct KeyboxKeyTag>;   // KB_m
using PatientKey = Key<struct PatientKeyTag>; // P_p
using SealKey = Key<struct SealKeyTag>;       // result of a derivation, used with seal()/open()

} // namespace chevet::crypto
