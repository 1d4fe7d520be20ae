#include "keychain/recovery_code.h"

#include "crypto/kdf.h"
#include "keychain/sign_lines.h"

#include <algorithm>

namespace chevet::keychain {

using base::ErrorCode;
using crypto::Secret;

namespace {

constexpr std::string_view qrPrefix = "CHEVET:KIT:";
constexpr std::uint8_t codeVersion = 1;
constexpr std::size_t checksumSize = 7; // 1 + 32 + 7 bytes are 64 signs exactly
constexpr std::size_t lines = 4, payloadSize = lines * lineBytes;

Secret checksumOf(const Secret& kit) {
    const crypto::Hash sum =
        crypto::keyedHash(kit, "kit/code/1", QByteArray(1, static_cast<char>(codeVersion)));
    return Secret::copyOf(std::span(sum.bytes).first(checksumSize));
}

std::unexpected<base::Error> mistyped(std::size_t line) {
    return base::fail(ErrorCode::RecoveryCodeMistyped,
                      line < lines ? QString::number(line + 1) : QString());
}

} // namespace

base::Result<RecoveryCode> RecoveryCode::fromKit(const Secret& kit) {
    if (kit.size() != 32)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("RecoveryCode"));
    Secret payload(payloadSize);
    payload.bytes()[0] = codeVersion;
    std::ranges::copy(kit.bytes(), payload.bytes().begin() + 1);
    std::ranges::copy(checksumOf(kit).bytes(), payload.bytes().begin() + 33);
    return RecoveryCode(signLines(payload));
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
    return printedLines(m_signs);
}

Secret RecoveryCode::qrPayload() const {
    return prefixedSigns(qrPrefix, m_signs);
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
        if (signValue(sign.unicode()) != signValue(m_signs.bytes()[at]))
            return false;
        ++matched;
    }
    return matched == groupSize;
}

base::Result<Secret> parseRecoveryCode(const Secret& typed) {
    const TypedLines read(withoutPrefix({typed.view().data(), typed.size()}, qrPrefix), lines);
    if (const auto bad = read.firstBad())
        return mistyped(*bad);
    const Secret payload = read.payload();
    if (payload.bytes()[0] > codeVersion)
        return base::fail(ErrorCode::NewerVersion, QStringLiteral("recovery code"));
    Secret kit = Secret::copyOf(payload.bytes().subspan(1, 32));
    if (payload.bytes()[0] != codeVersion ||
        !checksumOf(kit).equals(Secret::copyOf(payload.bytes().last(checksumSize))))
        return mistyped(lines);
    return kit;
}

} // namespace chevet::keychain
