#include "ui/widgets/trend_chart.h"

#include "ui/widgets/trend_painter.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace chevet::widgets {

TrendChart::TrendChart(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TrendChart::setData(TrendData data) {
    m_data = std::move(data);
    m_current = -1;
    setAccessibleName(m_data.name);
    setAccessibleDescription(m_data.points.isEmpty() ? m_data.emptyWords
                                                     : m_data.points.last().words);
    update();
}

void TrendChart::setBandShown(bool shown) {
    m_band = shown;
    update();
}

void TrendChart::setEventsShown(bool shown) {
    m_events = shown;
    update();
}

QString TrendChart::spoken() const {
    return m_current >= 0 && m_current < m_data.points.size() ? m_data.points.at(m_current).words
                                                              : m_data.name;
}

QSize TrendChart::sizeHint() const {
    return {px(600), px(224)};
}

QSize TrendChart::minimumSizeHint() const {
    return {px(240), px(130)};
}

void TrendChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    TrendPainter(m_data, rect(), m_band, m_events).paint(&painter, m_current);
}

void TrendChart::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_data.points.size()) - 1;
    const bool step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!step || last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int from = m_current < 0 ? last + 1 : m_current;
    m_current = std::clamp(from + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
    setAccessibleDescription(spoken());
    setToolTip(spoken());
    QAccessibleEvent spokenChange(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&spokenChange);
    Q_EMIT walked(m_current);
    update();
}

void TrendChart::mousePressEvent(QMouseEvent* event) {
    QWidget::mousePressEvent(event);
    const int near = TrendPainter(m_data, rect(), m_band, m_events).pointAt(event->position());
    if (near < 0)
        return;
    m_current = near;
    setToolTip(spoken());
    Q_EMIT walked(near);
    update();
}

} // namespace chevet::widgets
