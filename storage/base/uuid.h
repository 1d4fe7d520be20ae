#pragma once
// Uuid: 16 opaque random bytes. There is no null Uuid: absence is std::optional<Uuid>.

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace chevet::base {

class Uuid {
public:
    Uuid() = delete;
    explicit Uuid(const std::array<std::uint8_t, 16>& bytes) noexcept
        : m_bytes(bytes) {}

    // Exactly 16 bytes, else nullopt.
    static std::optional<Uuid> fromBytes(QByteArrayView bytes) noexcept;
    // 36 characters with hyphens or 32 hexadecimal digits, any case.
    static std::optional<Uuid> fromString(QStringView text);

    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const noexcept { return m_bytes; }
    [[nodiscard]] QByteArray toByteArray() const;
    [[nodiscard]] QString toString() const; // 8-4-4-4-12, lower case
    [[nodiscard]] QString toHex() const;    // 32 digits, lower case: a file name

    auto operator<=>(const Uuid&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes;
};

} // namespace chevet::base

template <>
struct std::hash<chevet::base::Uuid> {
    std::size_t operator()(const chevet::base::Uuid& id) const noexcept {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) // random bytes: any eight will do
            value = value << 8U | id.bytes()[i];
        return value;
    }
};
