#include "ui/widgets/trend_painter.h"

#include "ui/widgets/run_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chevet::widgets {
namespace {

enum class Anchor { Start, Middle, End };

double write(QPainter* painter, QPointF at, const QString& text, double size, Tone tone,
             Weight weight = Weight::Regular, Anchor anchor = Anchor::Start) {
    const QFont typeface = face(size, weight);
    const double width = drawFigures(nullptr, {}, text, typeface);
    if (anchor != Anchor::Start)
        at.rx() -= anchor == Anchor::Middle ? width / 2 : width;
    painter->setPen(color(tone));
    drawFigures(painter, at, text, typeface);
    return width;
}

QList<double> valuesOf(const TrendData& data) {
    QList<double> values;
    for (const TrendPoint& point : data.points) {
        if (point.at < data.from || point.at > data.to)
            continue;
        values.append(point.value);
        if (point.second)
            values.append(*point.second);
    }
    return values;
}

bool isHigh(Flag flag) {
    return flag == Flag::High || flag == Flag::CriticalHigh;
}

} // namespace

TrendPainter::TrendPainter(const TrendData& data, const QRectF& area, bool band, bool events)
    : m_data(data)
    , m_whole(area)
    , m_axis(valueAxis(valuesOf(data), data.low, data.high))
    , m_band(band)
    , m_events(events) {
    const QFontMetricsF metrics(face(12));
    double labels = px(24);
    for (double v = m_axis.bottom; v <= m_axis.top + m_axis.step / 2; v += m_axis.step)
        labels = std::max(labels, metrics.horizontalAdvance(m_axis.label(v)));
    const bool eventRows = events && !data.events.isEmpty();
    m_area = area.adjusted(labels + px(14), px(eventRows ? 48 : 16), -px(22), -px(24));
}

double TrendPainter::x(const QDateTime& at) const {
    const double span = static_cast<double>(m_data.from.secsTo(m_data.to));
    if (span <= 0)
        return m_area.center().x();
    return m_area.left() + static_cast<double>(m_data.from.secsTo(at)) / span * m_area.width();
}

double TrendPainter::y(double value) const {
    return m_area.bottom() -
           (value - m_axis.bottom) / (m_axis.top - m_axis.bottom) * m_area.height();
}

void TrendPainter::paint(QPainter* painter, int current) const {
    if (m_data.points.isEmpty()) {
        write(painter, {m_whole.left() + px(14), m_whole.top() + px(28)}, m_data.emptyWords, 13,
              Tone::Ink2);
        return;
    }
    if (m_band)
        paintBand(painter);
    paintGrid(painter);
    if (m_data.critHigh)
        paintLimit(painter, *m_data.critHigh, m_data.critHighWords, true);
    if (m_data.critLow)
        paintLimit(painter, *m_data.critLow, m_data.critLowWords, false);
    if (m_events)
        paintEvents(painter);
    paintLine(painter, false);
    paintLine(painter, true);
    for (const TrendPoint& point : m_data.points) {
        if (point.at >= m_data.from && point.at <= m_data.to)
            paintPoint(painter, point);
    }
    paintLabels(painter);
    if (!m_data.apart.isEmpty())
        write(painter, {m_area.right(), m_area.top() - px(4)}, m_data.apart, 12, Tone::Ink3,
              Weight::Regular, Anchor::End);
    paintCurrent(painter, current);
}

void TrendPainter::paintBand(QPainter* painter) const {
    if (!m_data.low && !m_data.high)
        return;
    const double top =
        m_data.high ? std::clamp(y(*m_data.high), m_area.top(), m_area.bottom()) : m_area.top();
    const double bottom =
        m_data.low ? std::clamp(y(*m_data.low), m_area.top(), m_area.bottom()) : m_area.bottom();
    if (bottom - top < 1)
        return;
    painter->fillRect(QRectF(m_area.left(), top, m_area.width(), bottom - top), color(Tone::Band));
    QPen edge(color(Tone::Ok), 1);
    edge.setDashPattern({5, 3});
    painter->setPen(edge);
    for (const double at : {top, bottom}) {
        if (at > m_area.top() && at < m_area.bottom())
            painter->drawLine(QPointF(m_area.left(), at), QPointF(m_area.right(), at));
    }
    const double below = bottom + px(15) < m_area.bottom() ? bottom + px(15) : bottom - px(5);
    write(painter, {m_area.left() + px(8), below}, m_data.bandWords, 12, Tone::Ok, Weight::Medium);
}

void TrendPainter::paintGrid(QPainter* painter) const {
    for (double v = m_axis.bottom; v <= m_axis.top + m_axis.step / 2; v += m_axis.step) {
        const double at = std::round(y(v)) + 0.5;
        painter->setPen(QPen(color(Tone::Line), 1));
        painter->drawLine(QPointF(m_area.left(), at), QPointF(m_area.right(), at));
        write(painter, {m_area.left() - px(8), at + px(4)}, m_axis.label(v), 12, Tone::Ink3,
              Weight::Regular, Anchor::End);
    }
    const int most = std::max(2, static_cast<int>(m_area.width() / px(112)));
    for (const TimeTick& tick : timeTicks(m_data.from, m_data.to, most)) {
        const double at = x(tick.at);
        painter->setPen(QPen(color(Tone::Ctl), 1));
        painter->drawLine(QPointF(at, m_area.bottom()), QPointF(at, m_area.bottom() + px(4)));
        write(painter, {at, m_whole.bottom() - px(6)}, tick.label, 12, Tone::Ink3, Weight::Regular,
              Anchor::Middle);
    }
}

void TrendPainter::paintLimit(QPainter* painter, double value, const QString& words,
                              bool above) const {
    const double at = y(value);
    if (at < m_area.top() - 1 || at > m_area.bottom() + 1)
        return;
    QPen pen(color(Tone::Crit), 1);
    pen.setDashPattern({2, 3});
    painter->setPen(pen);
    painter->drawLine(QPointF(m_area.left(), at), QPointF(m_area.right(), at));
    write(painter, {m_area.left() + px(8), above ? at - px(5) : at + px(14)}, words, 12, Tone::Crit,
          Weight::Medium);
}

// Where a label of an event begins: right of its mark, else left of it, else nowhere.
std::optional<double> TrendPainter::labelPlace(const TrendEvent& event,
                                               const QList<QPair<double, double>>& taken) const {
    const double width = std::max(drawFigures(nullptr, {}, event.title, face(12, Weight::Semi)),
                                  drawFigures(nullptr, {}, event.detail, face(12)));
    const double from = std::clamp(x(event.from), m_area.left(), m_area.right());
    const double to = event.to.isValid() ? std::clamp(x(event.to), from, m_area.right()) : from;
    for (const double left : {to + px(9), from - px(9) - width}) {
        const double right = left + width;
        const bool inside = left >= m_whole.left() + px(4) && right <= m_whole.right() - px(4);
        const bool clear = std::none_of(taken.cbegin(), taken.cend(), [&](const auto& other) {
            return other.first < right + px(4) && other.second > left - px(4);
        });
        if (inside && clear)
            return left;
    }
    return std::nullopt;
}

// The newest are labelled first; a label that would meet a mark or another label is left out, its
// mark always stands.
void TrendPainter::paintEvents(QPainter* painter) const {
    QList<const TrendEvent*> shown;
    QList<QPair<double, double>> taken;
    for (const TrendEvent& event : m_data.events) {
        const QDateTime end = event.to.isValid() ? event.to : event.from;
        if (event.from > m_data.to || end < m_data.from)
            continue;
        shown.prepend(&event);
        taken.append({x(event.from) - px(5), x(end) + px(5)});
    }
    for (const TrendEvent* event : std::as_const(shown)) {
        const std::optional<double> label = labelPlace(*event, taken);
        if (label) {
            const double width =
                std::max(drawFigures(nullptr, {}, event->title, face(12, Weight::Semi)),
                         drawFigures(nullptr, {}, event->detail, face(12)));
            taken.append({*label, *label + width});
        }
        paintEvent(painter, *event, m_whole.top() + px(10), label);
    }
}

void TrendPainter::paintEvent(QPainter* painter, const TrendEvent& event, double row,
                              std::optional<double> label) const {
    const double at = std::clamp(x(event.from), m_area.left(), m_area.right());
    if (event.kind == TrendEvent::Kind::Interval) {
        const double end = std::clamp(x(event.to), at + 2, m_area.right() + 2);
        painter->fillRect(QRectF(at, row - px(5), end - at, px(10)), color(Tone::Low));
        QColor veil = color(Tone::Low);
        veil.setAlphaF(0.10F);
        painter->fillRect(QRectF(at, row + px(5), end - at, m_area.bottom() - row - px(5)), veil);
    } else {
        QPen pen(color(Tone::Accent), 1.3);
        pen.setDashPattern({3, 2.3});
        painter->setPen(pen);
        painter->drawLine(QPointF(at, row), QPointF(at, m_area.bottom()));
        const double r = px(5);
        const QPointF diamond[] = {{at, row - r}, {at + r, row}, {at, row + r}, {at - r, row}};
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Tone::Accent));
        painter->drawPolygon(diamond, 4);
    }
    if (!label)
        return;
    write(painter, {*label, row + px(4)}, event.title, 12, Tone::Ink, Weight::Semi);
    write(painter, {*label, row + px(19)}, event.detail, 12, Tone::Ink2);
}

void TrendPainter::paintLine(QPainter* painter, bool second) const {
    painter->save();
    painter->setClipRect(
        QRectF(m_area.left() - 1, m_whole.top(), m_area.width() + px(14), m_whole.height()));
    painter->setPen(QPen(color(Tone::Ink2), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF piece;
    for (const TrendPoint& point : m_data.points) {
        if (point.breakBefore) {
            painter->drawPolyline(piece);
            piece.clear();
        }
        if (!second)
            piece << QPointF(x(point.at), y(point.value));
        else if (point.second)
            piece << QPointF(x(point.at), y(*point.second));
    }
    painter->drawPolyline(piece);
    painter->restore();
}

void TrendPainter::paintPoint(QPainter* painter, const TrendPoint& point) const {
    const QPointF at(x(point.at), y(point.value));
    const double r = px(6);
    if (point.flag == Flag::CriticalHigh || point.flag == Flag::CriticalLow) {
        paintFlag(painter, QRectF(at.x() - px(7), at.y() - px(7), px(14), px(14)), point.flag);
    } else if (point.flag == Flag::High || point.flag == Flag::Low) {
        const double sign = isHigh(point.flag) ? -1 : 1;
        const QPointF triangle[] = {{at.x(), at.y() + sign * r},
                                    {at.x() + r, at.y() - sign * r * 0.75},
                                    {at.x() - r, at.y() - sign * r * 0.75}};
        painter->setPen(QPen(color(Tone::Surface), 1));
        painter->setBrush(color(flagTone(point.flag)));
        painter->drawPolygon(triangle, 3);
    } else {
        painter->setPen(QPen(color(Tone::Ink2), 1.6));
        painter->setBrush(color(Tone::Surface));
        painter->drawEllipse(at, px(36) / 10.0, px(36) / 10.0);
    }
    if (point.second) { // a flag says which of the two it is only in words: the other stays plain
        painter->setPen(QPen(color(Tone::Ink2), 1.6));
        painter->setBrush(color(Tone::Surface));
        painter->drawEllipse(QPointF(at.x(), y(*point.second)), px(36) / 10.0, px(36) / 10.0);
    }
    if (point.comparator != 0) { // an arrow away from the drawn limit
        const double dir = point.comparator < 0 ? 1 : -1;
        painter->setPen(QPen(color(Tone::Ink2), 1.6));
        const QPointF tip(at.x(), at.y() + dir * px(15));
        painter->drawLine(QPointF(at.x(), at.y() + dir * px(5)), tip);
        painter->drawLine(tip, tip + QPointF(-px(3), -dir * px(4)));
        painter->drawLine(tip, tip + QPointF(px(3), -dir * px(4)));
    }
}

void TrendPainter::paintLabels(QPainter* painter) const {
    double least = 1e300;
    double most = -1e300;
    for (const TrendPoint& point : m_data.points) {
        if (point.at >= m_data.from && point.at <= m_data.to) {
            least = std::min(least, point.value);
            most = std::max(most, point.value);
        }
    }
    double free = m_area.right() + px(60);
    for (qsizetype i = m_data.points.size(); i-- > 0;) {
        const TrendPoint& point = m_data.points.at(i);
        const bool last = i == m_data.points.size() - 1;
        const bool critical = point.flag == Flag::CriticalHigh || point.flag == Flag::CriticalLow;
        const bool extreme = (isHigh(point.flag) && point.value >= most) ||
                             (point.flag == Flag::Low && point.value <= least);
        const double width = drawFigures(nullptr, {}, point.label, face(13, Weight::Bold));
        const QPointF at(x(point.at), y(point.value));
        if (!(last || critical || extreme || point.comparator != 0) || at.x() + width > free ||
            at.x() < m_area.left() - 1)
            continue;
        const bool low = point.flag == Flag::Low;
        const double up = at.y() - px(11);
        const QPointF place = critical ? QPointF(at.x() + px(12), at.y() + px(5))
                              : low    ? QPointF(at.x() - px(10), at.y() + px(9))
                                       : QPointF(std::min(at.x(), m_whole.right() - width / 2 - 2),
                                              up < px(12) ? at.y() + px(18) : up);
        const double left = critical ? place.x() : low ? place.x() - width : place.x() - width / 2;
        painter->fillRect(QRectF(left - 2, place.y() - px(11), width + 4, px(14)),
                          color(Tone::Surface)); // the line does not run through the figure
        write(painter, place, point.label, 13, flagTone(point.flag), Weight::Bold,
              critical ? Anchor::Start
              : low    ? Anchor::End
                       : Anchor::Middle);
        free = at.x() - width;
    }
}

void TrendPainter::paintCurrent(QPainter* painter, int current) const {
    if (current < 0 || current >= m_data.points.size())
        return;
    const TrendPoint& point = m_data.points.at(current);
    const QPointF at(x(point.at), y(point.value));
    painter->setPen(QPen(color(Tone::Accent), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(at, px(11), px(11));
    const QFont typeface = face(12, Weight::Semi);
    const double width = drawFigures(nullptr, {}, point.words, typeface) + px(16);
    QRectF tag(std::clamp(at.x() - width / 2, m_whole.left() + 2, m_whole.right() - width - 2),
               at.y() - px(38), width, px(22));
    if (tag.top() < m_whole.top())
        tag.moveTop(at.y() + px(16));
    painter->setPen(QPen(color(Tone::Line2), 1));
    painter->setBrush(color(Tone::Surface));
    painter->drawRoundedRect(tag, 3, 3);
    write(painter, {tag.left() + px(8), tag.center().y() + px(4)}, point.words, 12, Tone::Ink,
          Weight::Semi);
}

int TrendPainter::pointAt(const QPointF& at) const {
    int best = -1;
    double distance = px(14);
    for (qsizetype i = 0; i < m_data.points.size(); ++i) {
        const QPointF place(x(m_data.points.at(i).at), y(m_data.points.at(i).value));
        const double d = std::hypot(place.x() - at.x(), place.y() - at.y());
        if (d < distance) {
            distance = d;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace chevet::widgets
