#include "ui/widgets/sparkline.h"

#include "ui/widgets/run.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace chevet::widgets {
namespace {

struct Range {
    double bottom, top;
};

// The scale comes from the values; the limit that was crossed is kept in sight.
Range rangeOf(const SparkData& data) {
    const auto [low, high] = std::minmax_element(data.values.cbegin(), data.values.cend());
    double bottom = *low;
    double top = *high;
    double span = top - bottom;
    if (span <= 0)
        span = std::abs(top) > 0 ? std::abs(top) : 1;
    const bool above = data.last == Flag::High || data.last == Flag::CriticalHigh;
    const bool below = data.last == Flag::Low || data.last == Flag::CriticalLow;
    if (above && data.high)
        bottom = std::min(bottom, *data.high);
    if (below && data.low)
        top = std::max(top, *data.low);
    const double air = span * (above || below ? 0.08 : 0.68);
    return {bottom - air, top + air};
}

void paintBand(QPainter* painter, const QRectF& rect, const SparkData& data, double yLow,
               double yHigh) {
    if (!data.low && !data.high)
        return;
    const double top = data.high ? std::clamp(yHigh, rect.top(), rect.bottom()) : rect.top();
    const double bottom = data.low ? std::clamp(yLow, rect.top(), rect.bottom()) : rect.bottom();
    painter->fillRect(QRectF(rect.left(), top, rect.width(), std::max(2.0, bottom - top)),
                      color(Tone::Band));
    painter->setPen(QPen(color(Tone::OkLine), 1));
    if (data.high && top > rect.top())
        painter->drawLine(QPointF(rect.left(), top), QPointF(rect.right(), top));
    if (data.low && bottom < rect.bottom())
        painter->drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom));
}

void paintLast(QPainter* painter, const QPointF& at, Flag flag) {
    painter->setPen(Qt::NoPen);
    const bool up = flag == Flag::High || flag == Flag::CriticalHigh;
    const bool down = flag == Flag::Low || flag == Flag::CriticalLow;
    const double s = px(36) / 10.0;
    painter->setBrush(up ? color(Tone::Crit) : down ? color(Tone::Low) : color(Tone::Ink2));
    if (!up && !down) {
        painter->drawEllipse(at, s * 0.72, s * 0.72);
        return;
    }
    const double sign = up ? -1 : 1;
    const QPointF triangle[] = {{at.x(), at.y() + sign * s},
                                {at.x() + s, at.y() - sign * s * 0.75},
                                {at.x() - s, at.y() - sign * s * 0.75}};
    painter->drawPolygon(triangle, 3);
}

} // namespace

void paintSparkline(QPainter* painter, const QRectF& rect, const SparkData& data) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (data.mixedUnits || data.values.size() < 2) {
        if (data.mixedUnits) {
            painter->setFont(face(12));
            painter->setPen(color(Tone::Ink3));
            painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, data.mixedWords);
        }
        painter->restore();
        return;
    }
    const Range range = rangeOf(data);
    const double pad = px(3);
    const double inner = rect.height() - 2 * pad;
    const auto y = [&](double value) {
        return rect.bottom() - pad - (value - range.bottom) * inner / (range.top - range.bottom);
    };
    paintBand(painter, rect, data, data.low ? y(*data.low) : 0, data.high ? y(*data.high) : 0);
    const double step = (rect.width() - 3 * pad) / static_cast<double>(data.values.size() - 1);
    QPolygonF line;
    for (qsizetype i = 0; i < data.values.size(); ++i)
        line << QPointF(rect.left() + pad + static_cast<double>(i) * step, y(data.values.at(i)));
    painter->setPen(QPen(color(Tone::Ink3), 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
    paintLast(painter, line.last(), data.last);
    painter->restore();
}

} // namespace chevet::widgets
