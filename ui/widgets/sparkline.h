#pragma once
// Sparkline of DESIGN.md §4: values in order, the reference range as a band, the last point drawn
// as its flag. No line with fewer than two points or with mixed units.

#include "ui/widgets/marks.h"

#include <QList>
#include <QString>

#include <optional>

class QPainter;
class QRectF;

namespace chevet::widgets {

struct SparkData {
    QList<double> values; // oldest first
    std::optional<double> low, high;
    Flag last = Flag::None;
    bool mixedUnits = false;
    QString mixedWords; // « unités différentes », in the language of the page
};

void paintSparkline(QPainter* painter, const QRectF& rect, const SparkData& data);

} // namespace chevet::widgets
