#include "keychain/recovery_code.h"

#include "crypto/kdf.h"

namespace chevet::keychain {

using base::ErrorCode;
using crypto::Secret;

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base32
constexpr std::string_view qrPrefix = "CHEVET:KIT:";
constexpr std::uint8_t codeVersion = 1;
constexpr std::size_t checksumSize = 7; // 1 + 32 + 7 bytes are 64 signs exactly
constexpr std::size_t payloadSize = 40;
constexpr std::size_t lineSigns = 16, lineSize = 18, lines = 4, codeSize = lineSize * lines;
constexpr std::uint8_t notASign = 0xFF;

std::uint8_t valueOf(char32_t sign) {
    if (sign >= 'a' && sign <= 'z')
        sign -= 'a' - 'A';
    if (sign == 'O')
        return 0;
    if (sign == 'I' || sign == 'L')
        return 1;
    const auto at = sign < 0x80 ? alphabet.find(static_cast<char>(sign)) : std::string_view::npos;
    return at == std::string_view::npos ? notASign : static_cast<std::uint8_t>(at);
}

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

bool lineHolds(std::size_t line, std::span<const std::uint8_t> values) {
    const auto check = checkOf(line, values.first(lineSigns));
    return values[lineSigns] == check[0] && values[lineSigns + 1] == check[1];
}

Secret checksumOf(const Secret& kit) {
    const crypto::Hash sum =
        crypto::keyedHash(kit, "kit/code/1", QByteArray(1, static_cast<char>(codeVersion)));
    return Secret::copyOf(std::span(sum.bytes).first(checksumSize));
}

std::unexpected<base::Error> mistyped(std::size_t line) {
    return base::fail(ErrorCode::RecoveryCodeMistyped,
                      line < lines ? QString::number(line + 1) : QString());
}

// What was typed, as values 0 to 31 without the rest; remembers where lines ended.
struct Typed {
    Secret values{codeSize + 1};
    std::size_t count = 0;              // may exceed codeSize, the values stop there
    std::optional<std::size_t> badSign; // number of signs before it
    std::vector<std::size_t> lineSizes; // of lines that hold a sign

    explicit Typed(std::string_view text) {
        std::size_t inLine = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte == '\n' && inLine > 0)
                lineSizes.push_back(std::exchange(inLine, 0));
            const bool twoBytes =
                byte == 0xC2 && i + 1 < text.size() &&
                (text[i + 1] == '\xA0' || text[i + 1] == '\xB7'); // NBSP, middle dot
            if (twoBytes)
                ++i;
            if (twoBytes || byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' ||
                byte == '-')
                continue;
            const std::uint8_t value = valueOf(byte);
            if (value == notASign && !badSign)
                badSign = count;
            if (count < values.size())
                values.bytes()[count] = value;
            ++count;
            ++inLine;
        }
        if (inLine > 0)
            lineSizes.push_back(inLine);
    }
};

base::Result<> checkLines(const Typed& typed) {
    if (typed.count != codeSize && typed.lineSizes.size() == lines)
        for (std::size_t line = 0; line < lines; ++line)
            if (typed.lineSizes[line] != lineSize)
                return mistyped(line);
    if (typed.badSign)
        return mistyped(*typed.badSign / lineSize);
    const std::size_t whole = std::min(typed.count, codeSize) / lineSize;
    for (std::size_t line = 0; line < whole; ++line)
        if (!lineHolds(line, typed.values.bytes().subspan(line * lineSize, lineSize)))
            return mistyped(line);
    if (typed.count != codeSize)
        return mistyped(typed.count < codeSize ? whole : lines);
    return {};
}

std::string_view withoutPrefix(std::string_view text) {
    const auto same = [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 32 : a) == b; };
    const bool prefixed = text.size() >= qrPrefix.size() &&
                          std::ranges::equal(text.substr(0, qrPrefix.size()), qrPrefix, same);
    return prefixed ? text.substr(qrPrefix.size()) : text;
}

} // namespace

base::Result<RecoveryCode> RecoveryCode::fromKit(const Secret& kit) {
    if (kit.size() != 32)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("RecoveryCode"));
    Secret payload(payloadSize);
    payload.bytes()[0] = codeVersion;
    std::ranges::copy(kit.bytes(), payload.bytes().begin() + 1);
    std::ranges::copy(checksumOf(kit).bytes(), payload.bytes().begin() + 33);

    Secret values(lineSigns);
    Secret signs(codeSize);
    for (std::size_t line = 0; line < lines; ++line) {
        for (std::size_t i = 0; i < lineSigns; ++i) {
            const std::size_t bit = (line * lineSigns + i) * 5;
            const auto bytes = payload.bytes();
            const unsigned low = bit / 8 + 1 < payloadSize ? bytes[bit / 8 + 1] : 0U;
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
    return RecoveryCode(std::move(signs));
}

QString RecoveryCode::group(int line, int group) const {
    return QString::fromLatin1(
        m_signs.view().sliced(line * qsizetype{lineSize} + group * groupSize, groupSize));
}

QString RecoveryCode::check(int line) const {
    return QString::fromLatin1(
        m_signs.view().sliced(line * qsizetype{lineSize} + qsizetype{lineSigns}, checkSize));
}

Secret RecoveryCode::text() const {
    constexpr std::size_t printedLine = lineSize + groupsPerLine;
    Secret text(lines * (printedLine + 1) - 1);
    std::size_t at = 0;
    for (std::size_t i = 0; i < codeSize; ++i) {
        const std::size_t inLine = i % lineSize;
        if (i > 0 && inLine == 0)
            text.bytes()[at++] = '\n';
        else if (inLine > 0 && inLine % groupSize == 0)
            text.bytes()[at++] = ' ';
        text.bytes()[at++] = m_signs.bytes()[i];
    }
    return text;
}

Secret RecoveryCode::qrPayload() const {
    Secret payload(qrPrefix.size() + codeSize);
    std::ranges::copy(qrPrefix, payload.bytes().begin());
    std::ranges::copy(m_signs.bytes(),
                      payload.bytes().begin() + static_cast<std::ptrdiff_t>(qrPrefix.size()));
    return payload;
}

bool RecoveryCode::groupIs(int line, int group, QStringView typed) const {
    int matched = 0;
    for (const QChar sign : typed) {
        if (sign.isSpace() || sign == QLatin1Char('-'))
            continue;
        if (matched == groupSize)
            return false;
        const auto at = static_cast<std::size_t>(line) * lineSize +
                        static_cast<std::size_t>(group * groupSize + matched);
        if (valueOf(sign.unicode()) != valueOf(m_signs.bytes()[at]))
            return false;
        ++matched;
    }
    return matched == groupSize;
}

base::Result<Secret> parseRecoveryCode(const Secret& typed) {
    const Typed read(withoutPrefix({typed.view().data(), typed.size()}));
    CHEVET_TRY(checkLines(read));
    Secret payload(payloadSize);
    for (std::size_t i = 0; i < lines * lineSigns; ++i) {
        const std::uint8_t value = read.values.bytes()[i / lineSigns * lineSize + i % lineSigns];
        for (std::size_t bit = 0; bit < 5; ++bit) {
            const std::size_t at = i * 5 + bit;
            if ((value >> (4 - bit) & 1U) != 0)
                payload.bytes()[at / 8] |= static_cast<std::uint8_t>(0x80U >> (at % 8));
        }
    }
    if (payload.bytes()[0] > codeVersion)
        return base::fail(ErrorCode::NewerVersion, QStringLiteral("recovery code"));
    Secret kit = Secret::copyOf(payload.bytes().subspan(1, 32));
    if (payload.bytes()[0] != codeVersion ||
        !checksumOf(kit).equals(Secret::copyOf(payload.bytes().last(checksumSize))))
        return mistyped(lines);
    return kit;
}

} // namespace chevet::keychain
