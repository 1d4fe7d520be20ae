#include "ui/widgets/timeline_chart.h"

#include "ui/widgets/timeline_painter.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace chevet::widgets {
namespace {

constexpr qint64 day = 24LL * 3600 * 1000;

} // namespace

TimelineChart::TimelineChart(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimelineChart::setData(TimelineData content) {
    m_data = std::move(content);
    m_selected = -1;
    setWindow(m_data.today - 393 * day, m_data.today + 14 * day);
}

void TimelineChart::setLaneShown(int lane, bool shown) {
    m_data.lanes[lane].shown = shown;
    updateGeometry();
    update();
}

void TimelineChart::setWindow(qint64 from, qint64 to) {
    const qint64 least = 14 * day;
    const qint64 most = std::max(m_data.last - m_data.first + 400 * day, 400 * day);
    const qint64 span = std::clamp(to - from, least, most);
    const qint64 end =
        std::clamp(to, m_data.first + span / 2, std::max(m_data.last, m_data.today) + span / 2);
    m_from = end - span;
    m_to = end;
    updateGeometry();
    update();
    Q_EMIT windowChanged(m_from, m_to);
}

void TimelineChart::zoom(double factor) {
    const LaneMark* mark = find(m_selected);
    const qint64 pivot = mark ? mark->from : m_to;
    const auto scaled = [&](qint64 edge) {
        return pivot + static_cast<qint64>(static_cast<double>(edge - pivot) * factor);
    };
    setWindow(scaled(m_from), scaled(m_to));
}

const LaneMark* TimelineChart::find(int key, int* lane) const {
    if (key < 0)
        return nullptr;
    for (qsizetype i = 0; i < m_data.lanes.size(); ++i) {
        for (const LaneMark& mark : m_data.lanes.at(i).marks) {
            if (mark.key == key) {
                if (lane)
                    *lane = static_cast<int>(i);
                return &mark;
            }
        }
    }
    return nullptr;
}

void TimelineChart::select(int key) {
    m_selected = key;
    if (const LaneMark* mark = find(key)) {
        const qint64 span = m_to - m_from;
        if (mark->from < m_from)
            setWindow(mark->from - span / 8, mark->from - span / 8 + span);
        else if (mark->from > m_to)
            setWindow(mark->from + span / 8 - span, mark->from + span / 8);
    }
    setAccessibleDescription(spoken());
    update();
}

QString TimelineChart::spoken() const {
    const LaneMark* mark = find(m_selected);
    return mark ? mark->words : m_data.spanWords;
}

QSize TimelineChart::sizeHint() const {
    return {px(900), qRound(TimelinePainter::heightOf(m_data, m_from, m_to))};
}

QSize TimelineChart::minimumSizeHint() const {
    return {px(480), sizeHint().height()};
}

void TimelineChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    TimelinePainter(*this).paint(&painter);
}

void TimelineChart::step(int by) {
    int lane = 0;
    if (!find(m_selected, &lane)) {
        for (lane = 0; lane < m_data.lanes.size(); ++lane) {
            if (m_data.lanes.at(lane).shown && !m_data.lanes.at(lane).marks.isEmpty())
                break;
        }
    }
    if (lane >= m_data.lanes.size())
        return;
    const auto& marks = m_data.lanes.at(lane).marks;
    if (marks.isEmpty())
        return;
    qsizetype at = marks.size() - 1;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        if (marks.at(i).key == m_selected)
            at = std::clamp<qsizetype>(i + by, 0, marks.size() - 1);
    }
    select(marks.at(at).key);
    Q_EMIT markSelected(m_selected);
}

void TimelineChart::changeLane(int by) {
    int lane = by > 0 ? -1 : static_cast<int>(m_data.lanes.size());
    const LaneMark* current = find(m_selected, &lane);
    const qint64 at = current ? current->from : m_to;
    for (int i = lane + by; i >= 0 && i < m_data.lanes.size(); i += by) {
        const Lane& next = m_data.lanes.at(i);
        if (!next.shown || next.marks.isEmpty())
            continue;
        const LaneMark* nearest = &next.marks.first();
        for (const LaneMark& mark : next.marks) {
            if (std::abs(mark.from - at) < std::abs(nearest->from - at))
                nearest = &mark;
        }
        select(nearest->key);
        Q_EMIT markSelected(m_selected);
        return;
    }
}

void TimelineChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return changeLane(-1);
    case Qt::Key_Down:
        return changeLane(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.5);
    case Qt::Key_Minus:
        return zoom(2);
    case Qt::Key_A:
        Q_EMIT dateAsked();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            Q_EMIT opened(m_selected);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineChart::centreYear(double x) {
    if (m_data.years.isEmpty())
        return;
    const double left = TimelinePainter::leftEdge();
    const double width = this->width() - left - TimelinePainter::rightEdge();
    const double year =
        m_data.years.first().first + (x - left) / width * static_cast<double>(m_data.years.size());
    const QDateTime start = QDate(static_cast<int>(year), 1, 1).startOfDay();
    const qint64 centre =
        start.toMSecsSinceEpoch() +
        static_cast<qint64>((year - static_cast<int>(year)) * 365.25 * static_cast<double>(day));
    const qint64 span = m_to - m_from;
    setWindow(centre - span / 2, centre + span / 2);
}

void TimelineChart::mousePressEvent(QMouseEvent* event) {
    setFocus();
    if (event->position().y() < TimelinePainter::overviewHeight()) {
        centreYear(event->position().x());
        return;
    }
    for (const Placed& placed : m_placed) {
        if (placed.box.contains(event->position())) {
            select(placed.key);
            Q_EMIT markSelected(placed.key);
            return;
        }
    }
}

void TimelineChart::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton &&
        event->position().y() < TimelinePainter::overviewHeight())
        centreYear(event->position().x());
}

void TimelineChart::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    zoom(event->angleDelta().y() > 0 ? 0.8 : 1.25);
    event->accept();
}

} // namespace chevet::widgets
