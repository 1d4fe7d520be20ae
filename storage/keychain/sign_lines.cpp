#include "keychain/sign_lines.h"

#include <algorithm>
#include <array>

namespace chevet::keychain {

using crypto::Secret;

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base32
constexpr std::uint8_t notASign = 0xFF;
constexpr std::size_t groupSize = 4;

// Multiplication in GF(32) modulo x^5 + x^2 + 1.
std::uint8_t times(std::uint8_t a, std::uint8_t b) {
    unsigned product = 0;
    for (unsigned bit = 0; bit < 5; ++bit)
        if ((b >> bit & 1U) != 0)
            product ^= unsigned{a} << bit;
    for (unsigned bit = 8; bit >= 5; --bit)
        if ((product >> bit & 1U) != 0)
            product ^= 0x25U << (bit - 5);
    return static_cast<std::uint8_t>(product);
}

// Two Reed-Solomon check signs over the line's number and its sixteen signs, generator
// (x - 2)(x - 4) = x^2 + 6x + 8: any two wrong signs, any exchange and any swap of lines show.
std::array<std::uint8_t, 2> checkOf(std::size_t line, std::span<const std::uint8_t> values) {
    std::array<std::uint8_t, 2> remainder{};
    const auto feed = [&remainder](std::uint8_t value) {
        const auto lead = static_cast<std::uint8_t>(value ^ remainder[0]);
        remainder[0] = static_cast<std::uint8_t>(remainder[1] ^ times(lead, 6));
        remainder[1] = times(lead, 8);
    };
    feed(static_cast<std::uint8_t>(line + 1));
    for (const std::uint8_t value : values)
        feed(value);
    return remainder;
}

} // namespace

std::uint8_t signValue(char32_t sign) {
    if (sign >= 'a' && sign <= 'z')
        sign -= 'a' - 'A';
    if (sign == 'O')
        return 0;
    if (sign == 'I' || sign == 'L')
        return 1;
    const auto at = sign < 0x80 ? alphabet.find(static_cast<char>(sign)) : std::string_view::npos;
    return at == std::string_view::npos ? notASign : static_cast<std::uint8_t>(at);
}

Secret signLines(const Secret& payload) {
    Q_ASSERT(payload.size() % lineBytes == 0);
    const std::size_t lines = payload.size() / lineBytes;
    const auto bytes = payload.bytes();
    Secret values(lineSigns);
    Secret signs(lines * lineSize);
    for (std::size_t line = 0; line < lines; ++line) {
        for (std::size_t i = 0; i < lineSigns; ++i) {
            const std::size_t bit = (line * lineSigns + i) * 5;
            const unsigned low = bit / 8 + 1 < bytes.size() ? bytes[bit / 8 + 1] : 0U;
            const unsigned pair = unsigned{bytes[bit / 8]} << 8U | low;
            values.bytes()[i] = static_cast<std::uint8_t>(pair >> (11 - bit % 8) & 31U);
            signs.bytes()[line * lineSize + i] =
                static_cast<std::uint8_t>(alphabet[values.bytes()[i]]);
        }
        const auto check = checkOf(line, values.bytes());
        for (std::size_t i = 0; i < check.size(); ++i)
            signs.bytes()[line * lineSize + lineSigns + i] =
                static_cast<std::uint8_t>(alphabet[check[i]]);
    }
    return signs;
}

Secret printedLines(const Secret& signs) {
    constexpr std::size_t printedLine = lineSize + lineSigns / groupSize;
    Secret text(signs.size() / lineSize * (printedLine + 1) - 1);
    std::size_t at = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const std::size_t inLine = i % lineSize;
        if (i > 0 && inLine == 0)
            text.bytes()[at++] = '\n';
        else if (inLine > 0 && inLine % groupSize == 0)
            text.bytes()[at++] = ' ';
        text.bytes()[at++] = signs.bytes()[i];
    }
    return text;
}

Secret prefixedSigns(std::string_view prefix, const Secret& signs) {
    Secret payload(prefix.size() + signs.size());
    std::ranges::copy(prefix, payload.bytes().begin());
    std::ranges::copy(signs.bytes(),
                      payload.bytes().begin() + static_cast<std::ptrdiff_t>(prefix.size()));
    return payload;
}

std::string_view withoutPrefix(std::string_view text, std::string_view prefix) {
    const auto same = [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 32 : a) == b; };
    const bool prefixed = text.size() >= prefix.size() &&
                          std::ranges::equal(text.substr(0, prefix.size()), prefix, same);
    return prefixed ? text.substr(prefix.size()) : text;
}

TypedLines::TypedLines(std::string_view text, std::size_t lines)
    : m_lines(lines)
    , m_values(lines * lineSize + 1) {
    Q_ASSERT(lines <= mostSignLines);
    std::size_t inLine = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n' && inLine > 0)
            m_lineSizes.push_back(std::exchange(inLine, 0));
        const bool twoBytes = byte == 0xC2 && i + 1 < text.size() &&
                              (text[i + 1] == '\xA0' || text[i + 1] == '\xB7'); // NBSP, middle dot
        if (twoBytes)
            ++i;
        if (twoBytes || byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == '-')
            continue;
        const std::uint8_t value = signValue(byte);
        if (value == notASign && !m_badSign)
            m_badSign = m_count;
        if (m_count < m_values.size())
            m_values.bytes()[m_count] = value;
        ++m_count;
        ++inLine;
    }
    if (inLine > 0)
        m_lineSizes.push_back(inLine);
}

bool TypedLines::holds(std::size_t line) const {
    const auto values = m_values.bytes().subspan(line * lineSize, lineSize);
    if (std::ranges::any_of(values, [](std::uint8_t value) { return value == notASign; }))
        return false;
    const auto check = checkOf(line, values.first(lineSigns));
    return values[lineSigns] == check[0] && values[lineSigns + 1] == check[1];
}

std::optional<std::size_t> TypedLines::firstBad() const {
    if (m_count != expected() && m_lineSizes.size() == m_lines)
        for (std::size_t line = 0; line < m_lines; ++line)
            if (m_lineSizes[line] != lineSize)
                return line;
    if (m_badSign)
        return std::min(*m_badSign / lineSize, m_lines);
    const std::size_t whole = std::min(m_count, expected()) / lineSize;
    for (std::size_t line = 0; line < whole; ++line)
        if (!holds(line))
            return line;
    if (m_count != expected())
        return m_count < expected() ? whole : m_lines;
    return std::nullopt;
}

std::size_t TypedLines::holding() const {
    std::size_t good = 0;
    const std::size_t whole = std::min(m_count, expected()) / lineSize;
    for (std::size_t line = 0; line < whole; ++line)
        good += holds(line) ? 1U : 0U;
    return good;
}

Secret TypedLines::payload() const {
    Secret payload(m_lines * lineBytes);
    for (std::size_t i = 0; i < m_lines * lineSigns; ++i) {
        const std::uint8_t value = m_values.bytes()[i / lineSigns * lineSize + i % lineSigns];
        for (std::size_t bit = 0; bit < 5; ++bit) {
            const std::size_t at = i * 5 + bit;
            if ((value >> (4 - bit) & 1U) != 0)
                payload.bytes()[at / 8] |= static_cast<std::uint8_t>(0x80U >> (at % 8));
        }
    }
    return payload;
}

} // namespace chevet::keychain
