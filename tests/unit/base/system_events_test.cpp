// What the system tells, against a real logind interface (python3-dbusmock) on a bus of the test's
// own.
#include "base/platform/system_events.h"

#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QSignalSpy>
#include <QtTest>

using chevet::base::SystemEvents;

namespace {

constexpr auto mockInterface = "org.freedesktop.DBus.Mock";
const QString login = QStringLiteral("org.freedesktop.login1");
const QString manager = QStringLiteral("/org/freedesktop/login1");
const QString ownSession = QStringLiteral("/org/freedesktop/login1/session/c1");

QDBusMessage mock(const QString& path, const QString& method, const QVariantList& arguments) {
    QDBusMessage call =
        QDBusMessage::createMethodCall(login, path, QLatin1String(mockInterface), method);
    call.setArguments(arguments);
    return QDBusConnection::systemBus().call(call);
}

void emitSignal(const QString& path, const QString& interface, const QString& name,
                const QString& signature, const QVariantList& arguments) {
    const QDBusMessage answer = mock(path, QStringLiteral("EmitSignal"),
                                     {interface, name, signature, QVariant::fromValue(arguments)});
    QVERIFY2(answer.type() != QDBusMessage::ErrorMessage, qPrintable(answer.errorMessage()));
}

qsizetype inhibitors() {
    const QDBusMessage answer = QDBusConnection::systemBus().call(QDBusMessage::createMethodCall(
        login, manager, login + QStringLiteral(".Manager"), QStringLiteral("ListInhibitors")));
    const auto list = answer.arguments().value(0).value<QDBusArgument>();
    qsizetype count = 0;
    for (list.beginArray(); !list.atEnd(); ++count) {
        QString what, who, why, mode;
        uint user = 0, process = 0;
        list.beginStructure();
        list >> what >> who >> why >> mode >> user >> process;
        list.endStructure();
    }
    return count;
}

} // namespace

class SystemEventsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aLockedSessionIsTold();
    void anotherUsersLockedSessionIsNot();
    void theScreenSaverIsTold();
    void sleepWaitsUntilTheVaultIsLocked();
    void withoutAnyServiceNothingComesAndNothingFails();
};

void SystemEventsTest::initTestCase() {
    if (qEnvironmentVariableIsEmpty("CHEVET_OWN_BUS"))
        QSKIP("runs under tests/support/with_desktop.sh --logind");
    QTRY_VERIFY_WITH_TIMEOUT(QDBusConnection::systemBus().interface()->isServiceRegistered(login),
                             10'000);
    for (const QString& id : {QStringLiteral("c1"), QStringLiteral("c2")}) {
        const QDBusMessage added =
            mock(manager, QStringLiteral("AddSession"),
                 {id, QStringLiteral("seat0"), 1000U, QStringLiteral("maude"), true});
        QVERIFY2(added.type() != QDBusMessage::ErrorMessage, qPrintable(added.errorMessage()));
    }
}

void SystemEventsTest::aLockedSessionIsTold() {
    SystemEvents events(QDBusConnection::systemBus(), QDBusConnection::sessionBus(),
                        QStringLiteral("c1"));
    QSignalSpy locked(&events, &SystemEvents::locked);
    QVERIFY(QSignalSpy(&events, &SystemEvents::watching).wait());
    emitSignal(ownSession, login + QStringLiteral(".Session"), QStringLiteral("Lock"), {}, {});
    QTRY_COMPARE(locked.count(), 1);
}

void SystemEventsTest::anotherUsersLockedSessionIsNot() {
    SystemEvents events(QDBusConnection::systemBus(), QDBusConnection::sessionBus(),
                        QStringLiteral("c1"));
    QSignalSpy locked(&events, &SystemEvents::locked);
    QVERIFY(QSignalSpy(&events, &SystemEvents::watching).wait());
    emitSignal(QStringLiteral("/org/freedesktop/login1/session/c2"),
               login + QStringLiteral(".Session"), QStringLiteral("Lock"), {}, {});
    emitSignal(ownSession, login + QStringLiteral(".Session"), QStringLiteral("Lock"), {},
               {}); // signals keep their order
    QTRY_COMPARE(locked.count(), 1);
}

void SystemEventsTest::theScreenSaverIsTold() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    const QString name = QStringLiteral("org.freedesktop.ScreenSaver");
    QVERIFY(bus.registerService(name));
    SystemEvents events(bus, bus, QStringLiteral("c1"));
    QSignalSpy locked(&events, &SystemEvents::locked);
    QVERIFY(QSignalSpy(&events, &SystemEvents::watching).wait());
    for (const bool active : {false, true, false}) {
        QDBusMessage signal = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/ScreenSaver"), name, QStringLiteral("ActiveChanged"));
        signal << active;
        QVERIFY(bus.send(signal));
    }
    QTRY_COMPARE(locked.count(), 1);
    QVERIFY(bus.unregisterService(name));
}

void SystemEventsTest::sleepWaitsUntilTheVaultIsLocked() {
    QTRY_COMPARE(inhibitors(), 0); // those of the tests before are gone
    SystemEvents events(QDBusConnection::systemBus(), QDBusConnection::sessionBus(),
                        QStringLiteral("c1"));
    QSignalSpy suspending(&events, &SystemEvents::suspending);
    QTRY_COMPARE(inhibitors(), 1);
    const QString managerInterface = login + QStringLiteral(".Manager");
    emitSignal(manager, managerInterface, QStringLiteral("PrepareForSleep"), QStringLiteral("b"),
               {true});
    QTRY_COMPARE(suspending.count(), 1);
    QCOMPARE(inhibitors(), 1); // still held: the vault is not locked yet
    events.readyToSleep();
    QTRY_COMPARE(inhibitors(), 0);
    emitSignal(manager, managerInterface, QStringLiteral("PrepareForSleep"), QStringLiteral("b"),
               {false});
    QTRY_COMPARE(inhibitors(), 1); // awake: ready for the next time
    QCOMPARE(suspending.count(), 1);
}

void SystemEventsTest::withoutAnyServiceNothingComesAndNothingFails() {
    const auto nowhere = QDBusConnection::connectToBus(QStringLiteral("unix:path=/nonexistent"),
                                                       QStringLiteral("nowhere"));
    QVERIFY(!nowhere.isConnected());
    SystemEvents events(nowhere, nowhere, {});
    QSignalSpy locked(&events, &SystemEvents::locked);
    QTest::qWait(50);
    events.readyToSleep();
    QCOMPARE(locked.count(), 0);
}

QTEST_GUILESS_MAIN(SystemEventsTest)
#include "system_events_test.moc"
