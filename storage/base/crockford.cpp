#include "base/crockford.h"

#include <string_view>

namespace chevet::base {

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int bitsOfSign = 5, bitsOfByte = 8;
} // namespace

QString crockford(QByteArrayView bytes, int signs, int group) {
    Q_ASSERT(bytes.size() * bitsOfByte >= qsizetype{signs} * bitsOfSign);
    QString text;
    unsigned held = 0;
    int bits = 0;
    qsizetype at = 0;
    for (int sign = 0; sign < signs; ++sign) {
        if (bits < bitsOfSign) {
            held = held << bitsOfByte | static_cast<std::uint8_t>(bytes[at++]);
            bits += bitsOfByte;
        }
        bits -= bitsOfSign;
        if (sign > 0 && sign % group == 0)
            text += QLatin1Char('-');
        text += QLatin1Char(alphabet[held >> static_cast<unsigned>(bits) & 0x1FU]);
    }
    return text;
}

std::optional<QString> typedCrockford(QStringView typed, int signs) {
    QString text;
    for (const QChar typedSign : typed) {
        QChar sign = typedSign.toUpper();
        if (sign.isSpace() || sign == QLatin1Char('-') || sign == QChar(0x2011))
            continue;
        if (sign == QLatin1Char('O'))
            sign = QLatin1Char('0');
        if (sign == QLatin1Char('I') || sign == QLatin1Char('L'))
            sign = QLatin1Char('1');
        if (sign.unicode() >= 0x80 ||
            alphabet.find(static_cast<char>(sign.unicode())) == std::string_view::npos)
            return std::nullopt;
        text += sign;
        if (text.size() > signs)
            return std::nullopt;
    }
    return text.size() == signs ? std::optional(text) : std::nullopt;
}

} // namespace chevet::base
