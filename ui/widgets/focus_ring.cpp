#include "ui/widgets/focus_ring.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>

namespace chevet::widgets {

namespace {

QWidget* ringTarget(QWidget* focus) {
    while (focus->parentWidget() && focus->parentWidget()->focusProxy() == focus)
        focus = focus->parentWidget();
    return focus;
}

bool onDarkGround(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget()) {
        if (widget->property("darkGround").toBool())
            return true;
    }
    return false;
}

} // namespace

FocusRing::FocusRing(QWidget* window)
    : QWidget(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { follow(now); });
    connect(&Theme::instance(), &Theme::changed, this, &FocusRing::place);
    window->installEventFilter(this);
    qApp->installEventFilter(this);
}

void FocusRing::useKeys(bool keys) {
    if (m_keys == keys)
        return;
    m_keys = keys;
    place();
}

void FocusRing::follow(QWidget* focus) {
    if (m_target)
        m_target->removeEventFilter(this);
    m_target.clear();
    const bool wanted = focus && focus->window() == parentWidget() && focus != parentWidget() &&
                        !focus->property("ownFocus").toBool();
    if (wanted) {
        m_target = ringTarget(focus);
        m_inside = qobject_cast<QAbstractScrollArea*>(m_target.data()) != nullptr;
        m_field = qobject_cast<QLineEdit*>(focus) != nullptr;
        m_onDark = onDarkGround(m_target);
        m_target->installEventFilter(this);
    }
    place();
}

void FocusRing::place() {
    if (!m_target || !m_target->isVisible() || !(m_keys || m_field)) {
        hide();
        return;
    }
    const int out = m_inside ? 0 : px(3);
    const QPoint corner = m_target->mapTo(parentWidget(), QPoint(0, 0));
    QRect ring = QRect(corner, m_target->size()).adjusted(-out, -out, out, out);
    // What is scrolled has a ring around the part one sees.
    for (const QWidget* view = m_target->parentWidget(); view && view != parentWidget();
         view = view->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(view->parentWidget()))
            ring &= QRect(view->mapTo(parentWidget(), QPoint(0, 0)), view->size());
    }
    setGeometry(ring);
    show();
    raise();
    update();
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = px(2);
    painter.setPen(QPen(color(m_onDark ? Tone::BannerInk : Tone::Accent), width));
    painter.setBrush(Qt::NoBrush);
    const QRectF ring = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRoundedRect(ring, px(m_inside ? 2 : 5), px(m_inside ? 2 : 5));
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        useKeys(true);
        return false;
    case QEvent::MouseButtonPress:
        useKeys(false);
        return false;
    default:
        break;
    }
    if (watched != m_target && watched != parentWidget())
        return false;
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
        // After the layout has settled.
        QMetaObject::invokeMethod(this, &FocusRing::place, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chevet::widgets
