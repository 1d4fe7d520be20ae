#pragma once
// The axes of a trend: round values upward, calendar steps along. Pure functions, tested alone.

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace chevet::widgets {

struct ValueAxis {
    double bottom = 0;
    double top = 1;
    double step = 1;
    int decimals = 0; // of the labels

    [[nodiscard]] QString label(double value) const; // decimal comma or point, by the locale
};

// Four to seven round steps that hold every value and, where they are near, the limits.
[[nodiscard]] ValueAxis valueAxis(const QList<double>& values, std::optional<double> low,
                                  std::optional<double> high);

struct TimeTick {
    QDateTime at;
    QString label; // 2025-10, 2025 or 2025-10-09: the year is never dropped
};

// At most `most` ticks between the two ends.
[[nodiscard]] QList<TimeTick> timeTicks(const QDateTime& from, const QDateTime& to, int most);

} // namespace chevet::widgets
