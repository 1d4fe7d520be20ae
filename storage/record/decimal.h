#pragma once
// A decimal number as text: digits and the place of the point. Exact; bounded to numbers a
// laboratory could write, so that 1e999999999 costs nothing.

#include <QString>
#include <QStringView>

#include <optional>

namespace chevet::record {

struct Decimal {
    bool negative = false;
    QString digits; // at least one, no leading zero unless alone
    int scale = 0;  // digits after the point, ≥ 0

    // JSON number syntax, also ".5", "+3" and a decimal comma; nullopt for anything else or beyond
    // 400 digits once written out.
    [[nodiscard]] static std::optional<Decimal> parse(QStringView text);
    [[nodiscard]] bool isZero() const;
    [[nodiscard]] QString whole() const;    // "1284"
    [[nodiscard]] QString fraction() const; // "50"
    void rescale(int newScale);             // only ever longer
    void roundToSignificant(int count);     // half away from zero
    void trimZeros();                       // after the point
};

[[nodiscard]] int compare(const Decimal& left, const Decimal& right);
[[nodiscard]] Decimal subtract(const Decimal& left, const Decimal& right);

} // namespace chevet::record
