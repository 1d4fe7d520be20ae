#pragma once
// Bytes as a person copies them: Crockford's base32 in lines of sixteen signs (ten bytes) and two
// check signs, which name the line that was miscopied. The recovery code and the shares of the kit
// are both written so; SLOTS.md §6 has the check. Everything stays in locked memory.

#include "crypto/secret.h"

#include <QStringView>

#include <optional>
#include <string_view>
#include <vector>

namespace chevet::keychain {

constexpr std::size_t lineBytes = 10, lineSigns = 16, lineSize = 18; // of signs with their checks
constexpr std::size_t mostSignLines = 16; // the check tells lines apart up to 31

// 18 ASCII signs for each ten bytes of `payload`, whose size is a multiple of ten.
[[nodiscard]] crypto::Secret signLines(const crypto::Secret& payload);
// "7R4K 09MD WXTE 5P2H Q6", one line each, separated by \n.
[[nodiscard]] crypto::Secret printedLines(const crypto::Secret& signs);
// For a QR code in alphanumeric mode: the prefix and the signs without blanks.
[[nodiscard]] crypto::Secret prefixedSigns(std::string_view prefix, const crypto::Secret& signs);
// `text` without the prefix, if it begins with it in any case.
[[nodiscard]] std::string_view withoutPrefix(std::string_view text, std::string_view prefix);
// O is 0, I and L are 1, case does not matter; 0xFF for what is no sign.
[[nodiscard]] std::uint8_t signValue(char32_t sign);

// What was typed or scanned: case, blanks, line ends, hyphens and middle dots do not matter.
class TypedLines {
public:
    // `lines`: how many are expected, at most mostSignLines.
    TypedLines(std::string_view text, std::size_t lines);

    // The first line that cannot be right (0-based), or `lines` if the length is wrong and no line
    // can be named; nullopt if every line holds.
    [[nodiscard]] std::optional<std::size_t> firstBad() const;
    [[nodiscard]] std::size_t holding() const;    // how many lines hold their check
    [[nodiscard]] crypto::Secret payload() const; // meaningful once firstBad() is empty

private:
    [[nodiscard]] bool holds(std::size_t line) const;
    [[nodiscard]] std::size_t expected() const { return m_lines * lineSize; }

    std::size_t m_lines;
    crypto::Secret m_values;
    std::size_t m_count = 0;              // may exceed what is expected, the values stop there
    std::optional<std::size_t> m_badSign; // number of signs before it
    std::vector<std::size_t> m_lineSizes; // of lines that hold a sign
};

} // namespace chevet::keychain
