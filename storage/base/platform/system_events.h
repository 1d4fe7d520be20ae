#pragma once
// When the vault must be locked because of the system: the session locks, the screen saver starts,
// the machine goes to sleep. Lives on a thread with an event loop (the GUI thread); nothing here
// blocks.

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusPendingCallWatcher;

namespace chevet::base {

class SystemEvents : public QObject {
    Q_OBJECT
public:
    // `sessionId` is logind's name of this session, XDG_SESSION_ID by default; empty: the session
    // is found by this process's id.
    explicit SystemEvents(QObject* parent = nullptr);
    SystemEvents(const QDBusConnection& systemBus, const QDBusConnection& sessionBus,
                 const QString& sessionId, QObject* parent = nullptr);
    ~SystemEvents() override;

    // The machine waits for this before it sleeps, at most a few seconds (logind's
    // InhibitDelayMaxSec). Call it once the vault is locked after suspending(); it is held anew
    // after waking.
    void readyToSleep();

Q_SIGNALS:
    void locked();     // the session or its screen; may come twice for one locking
    void suspending(); // about to sleep
    void watching();   // the session's lock is being listened to (for tests)

private Q_SLOTS:
    void onPrepareForSleep(bool starting);
    void onScreenSaver(bool active);
    void onSessionLock();

private:
    void listenToScreenSavers();
    void findSession(const QString& sessionId);
    void listenToSession(QDBusPendingCallWatcher* answer);
    void holdSleep();

    QDBusConnection m_system;
    QDBusConnection m_session;
    QDBusUnixFileDescriptor m_sleepDelay; // held: sleep waits for us
};

} // namespace chevet::base
