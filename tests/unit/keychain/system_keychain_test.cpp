// The real keychain of a desktop (gnome-keyring) on a message bus of the test's own.
#include "clinic.h"
#include "keychain/system_keychain.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>

#include <csignal>

using namespace chevet;
using namespace chevet::keychain;
using test::Clinic;

class SystemKeychainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatIsStoredComesBack();
    void anEntryThatIsNotThereIsAChangedKeychain();
    void callsFromSeveralThreadsDoNotMix();
    void quickUnlockGoesThroughTheRealKeychain();
    void anotherEntryUnderOurNameIsAChangedKeychain();
    void anAbsentKeychainIsUnavailable();
    void noAnswerInTimeIsUnavailable();

private:
    std::unique_ptr<SystemKeychain> m_keychain;
};

void SystemKeychainTest::initTestCase() {
    if (qEnvironmentVariableIsEmpty("CHEVET_OWN_BUS"))
        QSKIP("runs under tests/support/with_desktop.sh --keyring");
    const auto* bus = QDBusConnection::sessionBus().interface();
    QTRY_VERIFY_WITH_TIMEOUT(bus->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")),
                             10'000);
    m_keychain = makeSystemKeychain(QStringLiteral("chevet-test"));
}

void SystemKeychainTest::whatIsStoredComesBack() {
    const auto value = crypto::Secret::random(32);
    VERIFY_RESULT(m_keychain->store(QStringLiteral("a"), value));
    const auto loaded = m_keychain->load(QStringLiteral("a"));
    VERIFY_RESULT(loaded);
    QVERIFY(loaded->equals(value));
    const auto other =
        crypto::Secret::copyOf(std::array<std::uint8_t, 3>{0, 0, 7}); // zero bytes are kept
    VERIFY_RESULT(m_keychain->store(QStringLiteral("a"), other));
    QVERIFY(m_keychain->load(QStringLiteral("a"))->equals(other));
}

void SystemKeychainTest::anEntryThatIsNotThereIsAChangedKeychain() {
    COMPARE_ERROR(m_keychain->load(QStringLiteral("nothing")), KeychainChanged);
    VERIFY_RESULT(m_keychain->remove(QStringLiteral("nothing")));
    VERIFY_RESULT(m_keychain->store(QStringLiteral("b"), crypto::Secret::random(8)));
    VERIFY_RESULT(m_keychain->remove(QStringLiteral("b")));
    COMPARE_ERROR(m_keychain->load(QStringLiteral("b")), KeychainChanged);
}

void SystemKeychainTest::callsFromSeveralThreadsDoNotMix() {
    std::atomic_int right = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(QThread::create([this, i, &right] {
            const QString name = QStringLiteral("thread-%1").arg(i);
            const auto value = crypto::Secret::random(32);
            if (!m_keychain->store(name, value))
                return;
            const auto loaded = m_keychain->load(name);
            right += loaded && loaded->equals(value) ? 1 : 0;
        }));
    for (const auto& thread : threads)
        thread->start();
    for (const auto& thread : threads)
        thread->wait();
    QCOMPARE(right.load(), 4);
}

void SystemKeychainTest::quickUnlockGoesThroughTheRealKeychain() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    VERIFY_RESULT(clinic.file.enableKeychain(keys, *m_keychain));
    const auto opened = clinic.file.unlockWithKeychain(keys.user->id, *m_keychain);
    VERIFY_RESULT(opened);
    QVERIFY(opened->vault.secret().equals(keys.vault.secret()));
    VERIFY_RESULT(clinic.file.disableKeychain(keys, keys.user->id, *m_keychain));
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, *m_keychain), NotFound);
}

void SystemKeychainTest::anotherEntryUnderOurNameIsAChangedKeychain() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    VERIFY_RESULT(clinic.file.enableKeychain(keys, *m_keychain));
    const QString name =
        QStringLiteral("quick-unlock/%1/%2").arg(keys.facts.vault.toHex(), keys.user->id.toHex());
    for (const int size : {32, 5}) { // another key; something that is no key at all
        VERIFY_RESULT(
            m_keychain->store(name, crypto::Secret::random(static_cast<std::size_t>(size))));
        COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, *m_keychain), KeychainChanged);
    }
    VERIFY_RESULT(m_keychain->remove(name));
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, *m_keychain), KeychainChanged);
    VERIFY_RESULT(
        clinic.file.unlockWithPassphrase(keys.user->id, test::secret(test::maudePassphrase)));
}

void SystemKeychainTest::noAnswerInTimeIsUnavailable() {
    const auto hasty =
        makeSystemKeychain(QStringLiteral("chevet-test"), std::chrono::milliseconds(0));
    COMPARE_ERROR(hasty->load(QStringLiteral("a")), KeychainUnavailable);
}

// Last of those that use it: the daemon is asked to go.
void SystemKeychainTest::anAbsentKeychainIsUnavailable() {
    const QString name = QStringLiteral("org.freedesktop.secrets");
    QDBusConnection bus = QDBusConnection::sessionBus();
    const uint process = bus.interface()->servicePid(name);
    QVERIFY(process > 0);
    QCOMPARE(::kill(static_cast<pid_t>(process), SIGKILL), 0);
    QTRY_VERIFY(!bus.interface()->isServiceRegistered(name));
    const auto alone = makeSystemKeychain(QStringLiteral("chevet-test"), std::chrono::seconds(5));
    COMPARE_ERROR(alone->load(QStringLiteral("a")), KeychainUnavailable);
    COMPARE_ERROR(alone->store(QStringLiteral("a"), crypto::Secret::random(8)),
                  KeychainUnavailable);
    COMPARE_ERROR(alone->remove(QStringLiteral("a")), KeychainUnavailable);
}

QTEST_GUILESS_MAIN(SystemKeychainTest)
#include "system_keychain_test.moc"
