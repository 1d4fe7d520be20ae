#include "record/quantities.h"

#include "record/decimal.h"

namespace chevet::record {

namespace {

constexpr QChar minus(0x2212);
constexpr QChar narrowBlank(0x202F);
constexpr int readableDigits = 6; // a person's typing; more comes out of a computation
constexpr int roundedDigits = 4;

// "1284" → "1 284"; four digits too, as the design's numbers have it.
QString grouped(const QString& whole, Language language) {
    QString out = whole;
    const QChar separator = language == Language::French ? narrowBlank : QChar(u',');
    for (qsizetype at = out.size() - 3; at > 0; at -= 3)
        out.insert(at, separator);
    return out;
}

QString write(const Decimal& number, Language language, bool signedAlways = false) {
    QString out;
    if (!number.isZero() || !signedAlways)
        out = number.negative && !number.isZero() ? QString(minus)
              : signedAlways                      ? QStringLiteral("+")
                                                  : QString();
    out += grouped(number.whole(), language);
    if (number.scale > 0)
        out += QString(language == Language::French ? u',' : u'.') + number.fraction();
    return out;
}

// True for what JSON calls a number: the comma and the blank of other texts are not touched.
bool isNumber(QStringView text) {
    return !text.contains(u',') && Decimal::parse(text).has_value();
}

} // namespace

QString displayNumber(QStringView lexical, Language language, int significant) {
    if (!isNumber(lexical))
        return lexical.toString();
    Decimal number = *Decimal::parse(lexical);
    if (significant > 0)
        number.roundToSignificant(significant);
    return write(number, language);
}

QString displayMeasured(QStringView lexical, Language language) {
    if (!isNumber(lexical))
        return lexical.toString();
    Decimal number = *Decimal::parse(lexical);
    qsizetype significant = number.digits.size();
    for (qsizetype i = 0; i + 1 < number.digits.size() && number.digits[i] == u'0'; ++i)
        --significant;
    if (significant > readableDigits)
        number.roundToSignificant(roundedDigits);
    return write(number, language);
}

QString displayDose(QStringView lexical, Language language) {
    if (!isNumber(lexical))
        return lexical.toString();
    Decimal number = *Decimal::parse(lexical);
    number.trimZeros();
    return write(number, language);
}

QString difference(QStringView now, QStringView before, Language language) {
    const std::optional<Decimal> a = Decimal::parse(now), b = Decimal::parse(before);
    if (!a || !b)
        return {};
    Decimal result = subtract(*a, *b);
    if (result.isZero())
        return QStringLiteral("0");
    if (result.scale > roundedDigits) {
        result.roundToSignificant(3);
        result.trimZeros();
    }
    return write(result, language, true);
}

std::optional<int> compareNumbers(QStringView left, QStringView right) {
    const std::optional<Decimal> a = Decimal::parse(left), b = Decimal::parse(right);
    if (!a || !b)
        return std::nullopt;
    return compare(*a, *b);
}

} // namespace chevet::record
