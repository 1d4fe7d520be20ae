#include "ui/widgets/timeline_painter.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/trend_scale.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chevet::widgets {
namespace {

enum class Anchor { Start, Middle, End };

void write(QPainter* painter, QPointF at, const QString& text, double size, Tone tone,
           Weight weight = Weight::Regular, Anchor anchor = Anchor::Start) {
    const QFont typeface = face(size, weight);
    if (anchor != Anchor::Start) {
        const double width = drawFigures(nullptr, {}, text, typeface);
        at.rx() -= anchor == Anchor::Middle ? width / 2 : width;
    }
    painter->setPen(color(tone));
    drawFigures(painter, at, text, typeface);
}

double textWidth(const QString& text, double size, Weight weight = Weight::Regular) {
    return drawFigures(nullptr, {}, text, face(size, weight));
}

bool inWindow(const LaneTreatment& treatment, qint64 from, qint64 to) {
    return std::any_of(treatment.bars.cbegin(), treatment.bars.cend(), [&](const LaneBar& bar) {
        return bar.from <= to && (bar.to == 0 || bar.to >= from);
    });
}

// One dose over the whole window: named in one line instead of a row.
bool unchanged(const LaneTreatment& treatment, qint64 from, qint64 today, qint64 to) {
    const LaneBar& bar = treatment.bars.last();
    return bar.from <= from && (bar.to == 0 || bar.to >= std::min(to, today));
}

QPolygonF diamond(const QPointF& c, double r) {
    return QPolygonF{
        {c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}};
}

struct Sorted {
    QList<const LaneTreatment*> rows;
    QStringList unchangedNames;
};

Sorted sortTreatments(const Lane& lane, qint64 from, qint64 to, qint64 today) {
    Sorted sorted;
    for (const LaneTreatment& treatment : lane.treatments) {
        if (treatment.bars.isEmpty() || !inWindow(treatment, from, to))
            continue;
        if (unchanged(treatment, from, today, to))
            sorted.unchangedNames << treatment.name;
        else
            sorted.rows << &treatment;
    }
    return sorted;
}

} // namespace

TimelinePainter::TimelinePainter(TimelineChart& chart)
    : m_chart(chart)
    , m_width(chart.width())
    , m_left(leftEdge())
    , m_right(m_width - rightEdge()) {}

double TimelinePainter::overviewHeight() {
    return px(55);
}

double TimelinePainter::leftEdge() {
    return px(168);
}

double TimelinePainter::rightEdge() {
    return px(20);
}

double TimelinePainter::heightOf(const TimelineData& data, qint64 from, qint64 to) {
    double height = overviewHeight() + px(25);
    for (const Lane& lane : data.lanes) {
        if (!lane.shown)
            continue;
        height += px(lane.isTreatments ? 26 : lane.height);
        if (lane.isTreatments) {
            const auto rows = sortTreatments(lane, from, to, data.today).rows.size();
            height += static_cast<double>(rows) * px(25) + (rows > 0 ? px(3) : 0);
        }
    }
    return height;
}

double TimelinePainter::x(qint64 at) const {
    const double span = static_cast<double>(m_chart.m_to - m_chart.m_from);
    return m_left +
           static_cast<double>(at - m_chart.m_from) / std::max(span, 1.0) * (m_right - m_left);
}

void TimelinePainter::paint(QPainter* painter) {
    m_chart.m_placed.clear();
    painter->fillRect(m_chart.rect(), color(Tone::Surface));
    paintOverview(painter);
    paintAxis(painter);
    double y = overviewHeight() + px(25);
    for (const Lane& lane : m_chart.m_data.lanes) {
        if (lane.shown)
            y = lane.isTreatments ? paintTreatments(painter, lane, y) : paintLane(painter, lane, y);
    }
    const double today = x(m_chart.m_data.today);
    if (today >= m_left && today <= m_right) {
        painter->setPen(QPen(color(Tone::Ink), 1.2));
        painter->drawLine(QPointF(today, overviewHeight() + px(25)), QPointF(today, y));
    }
}

void TimelinePainter::paintOverview(QPainter* painter) {
    const double height = overviewHeight();
    painter->fillRect(QRectF(0, 0, m_width, height), color(Tone::Sunken));
    painter->fillRect(QRectF(0, 0, m_width, 1), color(Tone::Line2));
    painter->fillRect(QRectF(0, height - 1, m_width, 1), color(Tone::Line2));
    write(painter, {static_cast<double>(px(18)), static_cast<double>(px(24))},
          m_chart.m_data.spanWords, 12, Tone::Ink, Weight::Semi);
    write(painter, {static_cast<double>(px(18)), static_cast<double>(px(41))},
          m_chart.m_data.spanDetail, 12, Tone::Ink3);
    const auto& years = m_chart.m_data.years;
    if (years.isEmpty())
        return;
    int most = 1;
    for (const auto& year : years)
        most = std::max(most, year.second);
    const double w = (m_right - m_left) / static_cast<double>(years.size());
    const int every = std::max(1, static_cast<int>(std::ceil(px(40) / w)));
    const int nowYear = QDateTime::fromMSecsSinceEpoch(m_chart.m_to).date().year();
    for (qsizetype i = 0; i < years.size(); ++i) {
        const double at = m_left + static_cast<double>(i) * w;
        const bool current = years.at(i).first == nowYear;
        const double h =
            years.at(i).second > 0
                ? std::max(1.0, px(30) * static_cast<double>(years.at(i).second) / most)
                : 0;
        QColor ink = color(current ? Tone::Accent : Tone::Ctl);
        ink.setAlphaF(current ? 1.0F : 0.55F);
        painter->fillRect(QRectF(at + w * 0.22, px(36) - h, w * 0.56, h), ink);
        if (i % every == 0 || current)
            write(painter, {at + w / 2, static_cast<double>(px(50))},
                  QString::number(years.at(i).first), 12, current ? Tone::Ink : Tone::Ink3,
                  current ? Weight::Semi : Weight::Regular, Anchor::Middle);
    }
    const auto yearAt = [&](qint64 ms) {
        const QDate date = QDateTime::fromMSecsSinceEpoch(ms).date();
        return m_left +
               (date.year() - years.first().first + static_cast<double>(date.dayOfYear()) / 366.0) *
                   w;
    };
    const double x1 = std::max(m_left - px(2), yearAt(m_chart.m_from));
    const double x2 = std::min(m_right + px(4), yearAt(m_chart.m_to));
    QColor veil = color(Tone::Accent);
    veil.setAlphaF(0.08F);
    painter->setBrush(veil);
    painter->setPen(QPen(color(Tone::Accent), 2));
    painter->drawRoundedRect(QRectF(x1, px(2), std::max(6.0, x2 - x1), px(50)), 3, 3);
}

void TimelinePainter::paintAxis(QPainter* painter) {
    const double top = overviewHeight();
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(m_chart.m_from);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(m_chart.m_to);
    const int most = std::max(2, static_cast<int>((m_right - m_left) / px(70)));
    for (const TimeTick& tick : timeTicks(from, to, most)) {
        const double at = x(tick.at.toMSecsSinceEpoch());
        if (at < m_left - 1 || at > m_right)
            continue;
        painter->fillRect(QRectF(std::round(at), top + px(24), 1, m_chart.height() - top),
                          color(Tone::Line));
        if (at + textWidth(tick.label, 12) + px(6) < m_width)
            write(painter, {at + px(6), top + px(16)}, tick.label, 12, Tone::Ink3);
    }
    painter->fillRect(QRectF(0, top + px(24), m_width, 1), color(Tone::Line2));
}

QList<TimelinePainter::Shown> TimelinePainter::merged(const Lane& lane) const {
    QList<Shown> shown;
    for (const LaneMark& mark : lane.marks) {
        if (std::max(mark.from, mark.to) < m_chart.m_from || mark.from > m_chart.m_to)
            continue;
        Shown item{mark, x(mark.from), mark.to > mark.from ? x(mark.to) : 0};
        const bool point = mark.to <= mark.from;
        if (!shown.isEmpty() && point && shown.last().x2 <= 0 && item.x - shown.last().x < px(9)) {
            LaneMark& into = shown.last().mark;
            const bool worse = (mark.flag == Flag::CriticalHigh || mark.flag == Flag::CriticalLow ||
                                into.flag == Flag::None) &&
                               mark.flag != Flag::None;
            into.count += mark.count;
            into.label.clear();
            if (worse) {
                into.flag = mark.flag;
                into.shape = mark.shape;
            }
            if (mark.key == m_chart.m_selected)
                into.key = mark.key;
            continue;
        }
        shown.append(item);
    }
    return shown;
}

double TimelinePainter::paintLane(QPainter* painter, const Lane& lane, double y) {
    const double height = px(lane.height);
    const double centre = y + height / 2;
    int visible = 0;
    const QList<Shown> shown = merged(lane);
    for (const LaneMark& mark : lane.marks)
        visible += mark.from <= m_chart.m_to && std::max(mark.from, mark.to) >= m_chart.m_from;
    paintIcon(painter, QRectF(px(18), centre - px(8), px(16), px(16)), lane.icon,
              color(Tone::Ink2));
    write(painter, {static_cast<double>(px(43)), centre + px(4.5)}, lane.title, 13, Tone::Ink,
          Weight::Semi);
    write(painter, {m_left - px(14), centre + px(4.5)}, QString::number(visible), 12, Tone::Ink3,
          Weight::Regular, Anchor::End);
    const bool tall = lane.height >= 40;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const double next = i + 1 < shown.size() ? shown.at(i + 1).x : m_right;
        paintMark(painter, shown.at(i), centre, next, tall);
    }
    painter->fillRect(QRectF(0, y + height - 1, m_width, 1), color(Tone::Line));
    return y + height;
}

void TimelinePainter::paintMark(QPainter* painter, const Shown& shown, double centre, double nextX,
                                bool tall) {
    const LaneMark& mark = shown.mark;
    const bool chosen = mark.key == m_chart.m_selected;
    const bool numbered = mark.counted || mark.count > 1;
    const QPointF at(std::max(shown.x, m_left), tall && numbered ? centre - px(6) : centre);
    if (shown.x2 > 0) { // a date known only to the year or month, or a stay
        const double end = std::min(shown.x2, m_right);
        const QRectF bar(at.x(), centre - px(5), std::max(3.0, end - at.x()), px(10));
        painter->setPen(QPen(color(Tone::AccentLine), 1));
        painter->setBrush(color(Tone::AccentSoft));
        painter->drawRect(bar);
        m_chart.m_placed.append({bar, mark.key});
        if (bar.width() > textWidth(mark.label, 12) + px(8))
            write(painter, {bar.left() + px(4), centre + px(4)}, mark.label, 12, Tone::Ink2);
        else if (bar.right() + textWidth(mark.label, 12) + px(8) < nextX)
            write(painter, {bar.right() + px(6), centre + px(4.5)}, mark.label, 12, Tone::Ink2);
        if (chosen) {
            painter->setPen(QPen(color(Tone::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(bar.adjusted(-2, -2, 2, 2));
        }
        return;
    }
    if (chosen) {
        painter->setPen(QPen(color(Tone::Accent), 2));
        painter->setBrush(color(Tone::Surface));
        painter->drawEllipse(at, px(11), px(11));
    }
    paintShape(painter, mark, at);
    m_chart.m_placed.append({QRectF(at.x() - px(10), at.y() - px(12), px(20), px(24)), mark.key});
    if (numbered) {
        const QPointF place =
            tall ? QPointF(at.x(), centre + px(17)) : QPointF(at.x() + px(10), centre + px(4.5));
        write(painter, place, QString::number(mark.count), 12, Tone::Ink2, Weight::Regular,
              tall ? Anchor::Middle : Anchor::Start);
    } else if (!mark.label.isEmpty() &&
               at.x() + px(12) + textWidth(mark.label, 12) + px(10) < nextX) {
        write(painter, {at.x() + px(12), centre + px(4.5)}, mark.label, 12, Tone::Ink2);
    }
}

void TimelinePainter::paintShape(QPainter* painter, const LaneMark& mark, const QPointF& at) {
    const double r = px(6.5);
    painter->setPen(QPen(color(Tone::Accent), 2));
    painter->setBrush(color(Tone::Surface));
    switch (mark.shape) {
    case LaneMark::Shape::Dot:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Tone::Accent));
        painter->drawEllipse(at, px(7), px(7));
        break;
    case LaneMark::Shape::Ring:
        painter->drawEllipse(at, r, r);
        break;
    case LaneMark::Shape::Square:
        painter->drawRoundedRect(QRectF(at.x() - px(6), at.y() - px(6), px(12), px(12)), 2, 2);
        break;
    case LaneMark::Shape::Flagged: {
        const double s =
            px(mark.flag == Flag::CriticalHigh || mark.flag == Flag::CriticalLow ? 18 : 15);
        paintFlag(painter, QRectF(at.x() - s / 2, at.y() - s / 2, s, s), mark.flag);
        break;
    }
    case LaneMark::Shape::Circle:
        painter->setPen(QPen(color(Tone::Ink2), 1.6));
        painter->drawEllipse(at, px(4.5), px(4.5));
        break;
    case LaneMark::Shape::Sheet: {
        painter->setPen(QPen(color(Tone::Ink2), 1.5));
        const double w = px(6);
        const double h = px(8);
        painter->drawPolygon(QPolygonF{{at.x() - w, at.y() - h},
                                       {at.x() + px(2), at.y() - h},
                                       {at.x() + w, at.y() - px(4)},
                                       {at.x() + w, at.y() + h},
                                       {at.x() - w, at.y() + h}});
        break;
    }
    case LaneMark::Shape::Picture:
        painter->setPen(QPen(color(Tone::Ink2), 1.5));
        painter->drawRoundedRect(QRectF(at.x() - px(7), at.y() - px(6.5), px(14), px(13)), 2, 2);
        break;
    case LaneMark::Shape::Planned: {
        QPen pen(color(Tone::Warn), 1.5);
        pen.setDashPattern({2, 1.4});
        painter->setPen(pen);
        painter->setBrush(color(Tone::WarnSoft));
        painter->drawPolygon(diamond(at, px(9)));
        break;
    }
    }
}

double TimelinePainter::paintTreatments(QPainter* painter, const Lane& lane, double y) {
    const Sorted sorted = sortTreatments(lane, m_chart.m_from, m_chart.m_to, m_chart.m_data.today);
    const double centre = y + px(13);
    paintIcon(painter, QRectF(px(18), centre - px(8), px(16), px(16)), lane.icon,
              color(Tone::Ink2));
    write(painter, {static_cast<double>(px(43)), centre + px(4.5)}, lane.title, 13, Tone::Ink,
          Weight::Semi);
    write(painter, {m_left - px(14), centre + px(4.5)},
          QString::number(sorted.rows.size() + sorted.unchangedNames.size()), 12, Tone::Ink3,
          Weight::Regular, Anchor::End);
    if (!sorted.unchangedNames.isEmpty()) {
        const QString names =
            m_chart.m_data.unchangedWords.arg(QString::number(sorted.unchangedNames.size()),
                                              sorted.unchangedNames.join(QStringLiteral(", ")));
        const QFontMetricsF metrics(face(12));
        write(painter, {m_left + px(6), centre + px(4)},
              metrics.elidedText(names, Qt::ElideRight, m_right - m_left - px(12)), 12, Tone::Ink3);
    }
    painter->fillRect(QRectF(0, y + px(26) - 1, m_width, 1), color(Tone::Line));
    y += px(26);
    for (const LaneTreatment* treatment : sorted.rows) {
        paintTreatment(painter, *treatment, y);
        y += px(25);
    }
    if (!sorted.rows.isEmpty()) {
        y += px(3);
        painter->fillRect(QRectF(0, y - 1, m_width, 1), color(Tone::Line));
    }
    return y;
}

void TimelinePainter::paintTreatment(QPainter* painter, const LaneTreatment& treatment, double y) {
    const QFontMetricsF metrics(face(12, Weight::Medium));
    write(painter, {m_left - px(14), y + px(16.5)},
          metrics.elidedText(treatment.name, Qt::ElideRight, m_left - px(30)), 12, Tone::Ink,
          Weight::Medium, Anchor::End);
    for (qsizetype i = 0; i < treatment.bars.size(); ++i) {
        const LaneBar& bar = treatment.bars.at(i);
        const qint64 end = bar.to == 0 ? m_chart.m_data.today : bar.to;
        if (bar.from > m_chart.m_to || end < m_chart.m_from)
            continue;
        const double x1 = std::max(x(bar.from), m_left);
        const double x2 = std::min(x(end), m_right);
        const QRectF box(x1, y + px(4), std::max(3.0, x2 - x1 - 1), px(17));
        painter->setPen(QPen(color(bar.ended ? Tone::Low : Tone::AccentLine), 1));
        painter->setBrush(color(bar.ended ? Tone::LowSoft : Tone::AccentSoft));
        painter->drawRect(box);
        const double width = textWidth(bar.words, 12, Weight::Semi);
        if (width + px(8) < box.width())
            write(painter, {box.center().x(), y + px(17)}, bar.words, 12, Tone::Ink, Weight::Semi,
                  Anchor::Middle);
        else if (x1 - width - px(10) > m_left && i == 0)
            write(painter, {x1 - px(7), y + px(17)}, bar.words, 12, Tone::Ink2, Weight::Regular,
                  Anchor::End);
        if (x(bar.from) >= m_left && !bar.ended) {
            painter->setPen(QPen(color(Tone::Surface), 1));
            painter->setBrush(color(Tone::Accent));
            painter->drawPolygon(diamond({x1, y + px(12.5)}, px(6)));
        }
    }
}

} // namespace chevet::widgets
