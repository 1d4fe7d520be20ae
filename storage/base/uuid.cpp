#include "base/uuid.h"

namespace chevet::base {

std::optional<Uuid> Uuid::fromBytes(QByteArrayView bytes) noexcept {
    if (bytes.size() != 16)
        return std::nullopt;
    std::array<std::uint8_t, 16> value{};
    std::copy(bytes.begin(), bytes.end(), value.begin());
    return Uuid(value);
}

std::optional<Uuid> Uuid::fromString(QStringView text) {
    QByteArray digits;
    digits.reserve(32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool hyphenPlace = text.size() == 36 && (i == 8 || i == 13 || i == 18 || i == 23);
        if (hyphenPlace) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        const bool hex =
            (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (!hex)
            return std::nullopt;
        digits.append(static_cast<char>(c));
    }
    return digits.size() == 32 ? fromBytes(QByteArray::fromHex(digits)) : std::nullopt;
}

QByteArray Uuid::toByteArray() const {
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), 16);
}

QString Uuid::toHex() const {
    return QString::fromLatin1(toByteArray().toHex());
}

QString Uuid::toString() const {
    QString text = toHex();
    for (const int at : {8, 13, 18, 23})
        text.insert(at, QLatin1Char('-'));
    return text;
}

} // namespace chevet::base
