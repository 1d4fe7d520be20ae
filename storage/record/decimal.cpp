#include "record/decimal.h"

namespace chevet::record {

namespace {

constexpr int mostDigits = 400;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

void stripLeadingZeros(Decimal& number) {
    qsizetype zeros = 0;
    while (zeros + 1 < number.digits.size() - number.scale && number.digits[zeros] == u'0')
        ++zeros;
    number.digits.remove(0, zeros);
}

// Same scale, as wide as each other.
void align(Decimal& a, Decimal& b) {
    const int scale = std::max(a.scale, b.scale);
    a.rescale(scale);
    b.rescale(scale);
    const qsizetype width = std::max(a.digits.size(), b.digits.size());
    a.digits = a.digits.rightJustified(width, u'0');
    b.digits = b.digits.rightJustified(width, u'0');
}

QString addDigits(const QString& a, const QString& b) {
    QString sum(a.size() + 1, u'0');
    int carry = 0;
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        const int digit = a[i].unicode() + b[i].unicode() - 2 * u'0' + carry;
        sum[i + 1] = QChar(u'0' + digit % 10);
        carry = digit / 10;
    }
    sum[0] = QChar(u'0' + carry);
    return sum;
}

// a ≥ b
QString subtractDigits(const QString& a, const QString& b) {
    QString difference(a.size(), u'0');
    int borrow = 0;
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        int digit = a[i].unicode() - b[i].unicode() - borrow;
        borrow = digit < 0 ? 1 : 0;
        digit += borrow * 10;
        difference[i] = QChar(u'0' + digit);
    }
    return difference;
}

// Moves the point by the exponent.
bool applyExponent(Decimal& number, int exponent) {
    if (exponent > mostDigits || exponent < -mostDigits)
        return number.isZero();
    if (exponent >= 0 && exponent <= number.scale)
        number.scale -= exponent;
    else if (exponent > number.scale) {
        number.digits += QString(exponent - number.scale, u'0');
        number.scale = 0;
    } else
        number.scale -= exponent;
    if (number.digits.size() <= number.scale)
        number.digits = number.digits.rightJustified(number.scale + 1, u'0');
    return number.digits.size() <= mostDigits;
}

} // namespace

std::optional<Decimal> Decimal::parse(QStringView text) {
    text = text.trimmed();
    Decimal number;
    qsizetype at = 0;
    if (at < text.size() && (text[at] == u'-' || text[at] == u'+' || text[at] == QChar(0x2212)))
        number.negative = text[at++] != u'+';
    bool point = false;
    for (; at < text.size() &&
           (isDigit(text[at]) || (!point && (text[at] == u'.' || text[at] == u',')));
         ++at) {
        if (!isDigit(text[at])) {
            point = true;
            continue;
        }
        number.digits += text[at];
        number.scale += point ? 1 : 0;
        if (number.digits.size() > mostDigits)
            return std::nullopt;
    }
    if (number.digits.isEmpty())
        return std::nullopt;
    if (number.digits.size() == number.scale)
        number.digits.prepend(u'0');
    if (at < text.size()) {
        bool ok = text[at] == u'e' || text[at] == u'E';
        const int exponent = ok ? text.sliced(at + 1).toInt(&ok) : 0;
        if (!ok || !applyExponent(number, exponent))
            return std::nullopt;
    }
    stripLeadingZeros(number);
    return number;
}

bool Decimal::isZero() const {
    return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c == u'0'; });
}

QString Decimal::whole() const {
    return digits.left(digits.size() - scale);
}
QString Decimal::fraction() const {
    return digits.right(scale);
}

void Decimal::rescale(int newScale) {
    if (newScale > scale) {
        digits += QString(newScale - scale, u'0');
        scale = newScale;
    }
}

void Decimal::roundToSignificant(int count) {
    qsizetype first = 0;
    while (first < digits.size() && digits[first] == u'0')
        ++first;
    const qsizetype keep =
        std::max(first + count, digits.size() - scale); // whole part is never cut
    if (keep >= digits.size())
        return;
    const bool up = digits[keep] >= u'5';
    scale -= int(digits.size() - keep);
    digits.truncate(keep);
    if (up)
        digits = addDigits(digits, QStringLiteral("1").rightJustified(digits.size(), u'0'));
    stripLeadingZeros(*this);
}

void Decimal::trimZeros() {
    while (scale > 0 && digits.endsWith(u'0')) {
        digits.chop(1);
        --scale;
    }
}

int compare(const Decimal& left, const Decimal& right) {
    Decimal a = left, b = right;
    align(a, b);
    const bool aNegative = a.negative && !a.isZero(), bNegative = b.negative && !b.isZero();
    if (aNegative != bNegative)
        return aNegative ? -1 : 1;
    const int order = a.digits.compare(b.digits);
    return (order > 0) - (order < 0) == 0 ? 0 : ((order > 0) != aNegative ? 1 : -1);
}

Decimal subtract(const Decimal& left, const Decimal& right) {
    Decimal a = left, b = right;
    align(a, b);
    Decimal out;
    out.scale = a.scale;
    if (a.negative != b.negative) {
        out.negative = a.negative;
        out.digits = addDigits(a.digits, b.digits);
    } else {
        const bool swapped = a.digits < b.digits;
        out.digits =
            swapped ? subtractDigits(b.digits, a.digits) : subtractDigits(a.digits, b.digits);
        out.negative = swapped != a.negative;
    }
    stripLeadingZeros(out);
    return out;
}

} // namespace chevet::record
