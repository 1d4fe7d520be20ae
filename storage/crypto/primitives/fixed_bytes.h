#pragma once
// FixedBytes: public byte strings of a fixed size that cannot be mixed up: a Hash is not a key.

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace chevet::crypto {

template <std::size_t N, class Tag>
struct FixedBytes {
    static constexpr qsizetype size = N;
    std::array<std::uint8_t, N> bytes{};

    // Exactly N bytes, else nullopt.
    static std::optional<FixedBytes> fromBytes(QByteArrayView view) noexcept {
        if (view.size() != size)
            return std::nullopt;
        FixedBytes value;
        std::copy(view.begin(), view.end(), value.bytes.begin());
        return value;
    }
    [[nodiscard]] QByteArrayView view() const noexcept {
        return {reinterpret_cast<const char*>(bytes.data()), size};
    }
    [[nodiscard]] QByteArray toByteArray() const { return view().toByteArray(); }
    [[nodiscard]] QString toHex() const { return QString::fromLatin1(toByteArray().toHex()); }
    auto operator<=>(const FixedBytes&) const = default;
};

using Hash = FixedBytes<32, struct HashTag>;                // BLAKE2b-256
using SigningPublicKey = FixedBytes<32, struct SigningTag>; // Ed25519
using BoxPublicKey = FixedBytes<32, struct BoxTag>;         // X25519
using Signature = FixedBytes<64, struct SignatureTag>;      // Ed25519
using Nonce = FixedBytes<24, struct NonceTag>;              // XChaCha20-Poly1305

} // namespace chevet::crypto
