#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace chevet::shell {

namespace {
constexpr qint64 warningMilliseconds = 60'000;
}

IdleWatch::IdleWatch(QObject* parent)
    : QObject(parent) {
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::tick);
}

void IdleWatch::start(int minutes) {
    m_minutes = minutes;
    m_since.start();
    m_timer.start();
    qApp->installEventFilter(this);
    Q_EMIT ticked(minutesLeft());
}

void IdleWatch::stop() {
    m_timer.stop();
    m_warning = false;
    qApp->removeEventFilter(this);
}

void IdleWatch::touch() {
    m_since.restart();
    if (m_warning) {
        m_warning = false;
        Q_EMIT warned(0);
    }
}

int IdleWatch::minutesLeft() const {
    const qint64 left = qint64(m_minutes) * 60'000 - m_since.elapsed();
    return int(std::max<qint64>(0, (left + 59'999) / 60'000));
}

void IdleWatch::tick() {
    const qint64 left = qint64(m_minutes) * 60'000 - m_since.elapsed();
    if (left <= 0) {
        stop();
        Q_EMIT expired();
        return;
    }
    Q_EMIT ticked(minutesLeft());
    if (left <= warningMilliseconds) {
        m_warning = true;
        Q_EMIT warned(int((left + 999) / 1000));
    }
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chevet::shell
