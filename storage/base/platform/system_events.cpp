#include "base/platform/system_events.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace chevet::base {

namespace {

const QString& login() {
    static const QString name = QStringLiteral("org.freedesktop.login1");
    return name;
}

QDBusMessage managerCall(const QString& method) {
    return QDBusMessage::createMethodCall(login(), QStringLiteral("/org/freedesktop/login1"),
                                          QStringLiteral("org.freedesktop.login1.Manager"), method);
}

} // namespace

SystemEvents::SystemEvents(QObject* parent)
    : SystemEvents(QDBusConnection::systemBus(), QDBusConnection::sessionBus(),
                   qEnvironmentVariable("XDG_SESSION_ID"), parent) {}

SystemEvents::SystemEvents(const QDBusConnection& systemBus, const QDBusConnection& sessionBus,
                           const QString& sessionId, QObject* parent)
    : QObject(parent)
    , m_system(systemBus)
    , m_session(sessionBus) {
    m_system.connect(login(), QStringLiteral("/org/freedesktop/login1"),
                     QStringLiteral("org.freedesktop.login1.Manager"),
                     QStringLiteral("PrepareForSleep"), this, SLOT(onPrepareForSleep(bool)));
    listenToScreenSavers();
    findSession(sessionId);
    holdSleep();
}

SystemEvents::~SystemEvents() = default;

// Each desktop has its own: name and interface are the same word, paths differ.
void SystemEvents::listenToScreenSavers() {
    static const std::array<std::pair<QString, QString>, 5> savers{{
        {QStringLiteral("org.freedesktop.ScreenSaver"),
         QStringLiteral("/org/freedesktop/ScreenSaver")},
        {QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/ScreenSaver")},
        {QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("/org/gnome/ScreenSaver")},
        {QStringLiteral("org.cinnamon.ScreenSaver"), QStringLiteral("/org/cinnamon/ScreenSaver")},
        {QStringLiteral("org.mate.ScreenSaver"), QStringLiteral("/org/mate/ScreenSaver")},
    }};
    for (const auto& [name, path] : savers)
        m_session.connect(name, path, name, QStringLiteral("ActiveChanged"), this,
                          SLOT(onScreenSaver(bool)));
}

void SystemEvents::findSession(const QString& sessionId) {
    QDBusMessage call = managerCall(sessionId.isEmpty() ? QStringLiteral("GetSessionByPID")
                                                        : QStringLiteral("GetSession"));
    if (sessionId.isEmpty())
        call << static_cast<uint>(QCoreApplication::applicationPid());
    else
        call << sessionId;
    auto* answer = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, &SystemEvents::listenToSession);
}

void SystemEvents::listenToSession(QDBusPendingCallWatcher* answer) {
    answer->deleteLater();
    const QDBusPendingReply<QDBusObjectPath> path = *answer;
    if (path.isError())
        return; // no logind, or no session: the screen saver and the idle time remain
    m_system.connect(login(), path.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                     QStringLiteral("Lock"), this, SLOT(onSessionLock()));
    Q_EMIT watching();
}

void SystemEvents::holdSleep() {
    QDBusMessage call = managerCall(QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Chevet")
         << QCoreApplication::translate("SystemEvents", "Verrouillage du coffre")
         << QStringLiteral("delay");
    auto* answer = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
                if (!reply.isError())
                    m_sleepDelay = reply.value();
            });
}

void SystemEvents::readyToSleep() {
    m_sleepDelay = QDBusUnixFileDescriptor();
}

void SystemEvents::onPrepareForSleep(bool starting) {
    if (starting)
        Q_EMIT suspending();
    else
        holdSleep();
}

void SystemEvents::onScreenSaver(bool active) {
    if (active)
        Q_EMIT locked();
}

void SystemEvents::onSessionLock() {
    Q_EMIT locked();
}

} // namespace chevet::base
