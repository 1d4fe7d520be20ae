// Secrets live in locked, guarded memory, in one place, and are gone when they should be.
#include "crypto/kdf.h"
#include "crypto/random.h"
#include "crypto/secret.h"

#include <QtTest>

#include <csignal>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace chevet;
using namespace chevet::crypto;

class SecretTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itCannotBeCopiedUnseen();
    void takingOverwritesTheSourceEvenWhenShared();
    void movedFromAndWipedAreEmpty();
    void memoryIsGoneAfterWiping();
    void aKeyUsedAgainIsFreshAndGuarded();
    void theByteBehindTheEndCannotBeRead();
    void theMemoryIsLocked();
    void equalityIsOfSizeAndBytes();
    void keysHaveThirtyTwoBytes();
    void randomBytesDiffer();
    void uuidsAreOfVersionFour();
    void costsOutsideTheLimitsAreRefused_data();
    void costsOutsideTheLimitsAreRefused();
    void shippedLimitsAreThoseOfTheDesign();
};

namespace {

// Whether reading that byte ends a child process: the page is not there.
bool readingDies(const std::uint8_t* byte) {
    const pid_t child = ::fork();
    if (child == 0) {
        for (const int signal : {SIGSEGV, SIGBUS, SIGABRT})
            ::signal(signal, SIG_DFL); // not the handlers of the test framework
        const auto value = *static_cast<const volatile std::uint8_t*>(byte);
        ::_exit(value == 0 ? 0 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

qint64 lockedKilobytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmLck:"))
            return line.sliced(6).replace("kB", "").trimmed().toLongLong();
    return -1;
}

} // namespace

void SecretTest::itCannotBeCopiedUnseen() {
    static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
    static_assert(std::is_nothrow_move_constructible_v<Secret>);
    static_assert(!std::is_copy_constructible_v<VaultKey>);
    static_assert(!std::is_convertible_v<Secret, QByteArray> &&
                  !std::is_convertible_v<Secret, QString>);
    static_assert(!std::is_convertible_v<EpochKey, PatientKey>); // one kind of key is not another
}

void SecretTest::takingOverwritesTheSourceEvenWhenShared() {
    QByteArray source(24, 's');
    const QByteArray shared = source;
    const char* where = shared.constData();
    const Secret taken = Secret::takeFrom(source);
    QCOMPARE(taken.view().toByteArray(), QByteArray(24, 's'));
    QVERIFY(source.isEmpty());
    QCOMPARE(shared.constData(), where);
    QCOMPARE(shared, QByteArray(24, '\0'));
    QByteArray nothing;
    QCOMPARE(Secret::takeFrom(nothing).size(), std::size_t{0});
}

void SecretTest::movedFromAndWipedAreEmpty() {
    Secret first = Secret::random(16);
    const Secret copy = first.clone();
    Secret second = std::move(first);
    QCOMPARE(first.size(), std::size_t{0}); // NOLINT(bugprone-use-after-move): that is the point
    QVERIFY(first.bytes().empty());
    QVERIFY(second.equals(copy));
    first = std::move(second);
    QVERIFY(first.equals(copy));
    first.wipe();
    QCOMPARE(first.size(), std::size_t{0});
    first.wipe();
}

void SecretTest::memoryIsGoneAfterWiping() {
    Secret secret = Secret::random(32);
    const std::uint8_t* where = secret.bytes().data();
    QVERIFY(!readingDies(where));
    secret.wipe();
    QVERIFY(readingDies(where));
}

// Blocks of a key's size are used again: zeros, at a place that only one holds at a time.
void SecretTest::aKeyUsedAgainIsFreshAndGuarded() {
    for (int round = 0; round < 3; ++round) {
        std::vector<Secret> held;
        std::set<const std::uint8_t*> places;
        for (int i = 0; i < 100; ++i) { // more than are kept
            held.emplace_back(32);
            QCOMPARE(held.back().view().toByteArray(), QByteArray(32, '\0'));
            std::fill(held.back().bytes().begin(), held.back().bytes().end(), 0xA5);
            places.insert(held.back().bytes().data());
        }
        QCOMPARE(places.size(), held.size());
        const std::uint8_t* first = held.front().bytes().data();
        QVERIFY(readingDies(first + 32));
        held.clear();
        QVERIFY(readingDies(first));
    }
}

void SecretTest::theByteBehindTheEndCannotBeRead() {
    const Secret secret = Secret::random(32);
    QVERIFY(!readingDies(secret.bytes().data() + 31));
    QVERIFY(readingDies(secret.bytes().data() + 32));
}

void SecretTest::theMemoryIsLocked() {
    const qint64 before = lockedKilobytes();
    const Secret secret(1);
    if (lockedKilobytes() == before)
        QSKIP("this machine grants no locked memory");
    QVERIFY(lockedKilobytes() > before);
}

void SecretTest::equalityIsOfSizeAndBytes() {
    const Secret a = Secret::copyOf(std::array<std::uint8_t, 3>{1, 2, 3});
    QVERIFY(a.equals(Secret::copyOf(std::array<std::uint8_t, 3>{1, 2, 3})));
    QVERIFY(!a.equals(Secret::copyOf(std::array<std::uint8_t, 3>{1, 2, 4})));
    QVERIFY(!a.equals(Secret::copyOf(std::array<std::uint8_t, 2>{1, 2})));
    QVERIFY(Secret(0).equals(Secret(0)));
    QCOMPARE(Secret(4).view().toByteArray(), QByteArray(4, '\0'));
}

void SecretTest::keysHaveThirtyTwoBytes() {
    QVERIFY(VaultKey::from(Secret(32)));
    for (const std::size_t size : {0U, 31U, 33U})
        QCOMPARE(VaultKey::from(Secret(size)).error().code, base::ErrorCode::InvalidArgument);
    const VaultKey key = VaultKey::random();
    QVERIFY(key.clone().secret().equals(key.secret()));
    QVERIFY(!VaultKey::random().secret().equals(key.secret()));
}

void SecretTest::randomBytesDiffer() {
    QVERIFY(!Secret::random(32).equals(Secret::random(32)));
    QVERIFY(randomNonce() != randomNonce());
}

void SecretTest::uuidsAreOfVersionFour() {
    for (int i = 0; i < 100; ++i) {
        const QString text = randomUuid().toString();
        QCOMPARE(text[14], QLatin1Char('4'));
        QVERIFY(QStringLiteral("89ab").contains(text[19]));
    }
}

void SecretTest::costsOutsideTheLimitsAreRefused_data() {
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint32>("memory");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("the floor") << 2U << 64U << QByteArray("done");
    QTest::newRow("the ceiling") << 4U << 128U << QByteArray("done");
    QTest::newRow("a pass fewer") << 1U << 64U << QByteArray("KdfBelowFloor");
    QTest::newRow("less memory") << 4U << 63U << QByteArray("KdfBelowFloor");
    QTest::newRow("nothing") << 0U << 0U << QByteArray("KdfBelowFloor");
    QTest::newRow("a pass more") << 5U << 64U << QByteArray("KdfAboveCeiling");
    QTest::newRow("more memory") << 2U << 129U << QByteArray("KdfAboveCeiling");
    QTest::newRow("4 TiB") << 2U << 0xFFFFFFFFU << QByteArray("KdfAboveCeiling");
    QTest::newRow("few passes, much memory") << 1U << 0xFFFFFFFFU << QByteArray("KdfBelowFloor");
}

void SecretTest::costsOutsideTheLimitsAreRefused() {
    QFETCH(quint32, passes);
    QFETCH(quint32, memory);
    QFETCH(QByteArray, outcome);
    const KdfLimits limits{.floor = {.passes = 2, .memoryKiB = 64},
                           .ceiling = {.passes = 4, .memoryKiB = 128}};
    const auto key =
        deriveFromPassphrase(Secret(3), Salt{}, {.passes = passes, .memoryKiB = memory}, limits);
    QCOMPARE(key ? QByteArray("done") : QByteArray(base::errorName(key.error().code)), outcome);
}

void SecretTest::shippedLimitsAreThoseOfTheDesign() {
    const KdfLimits limits = shippedKdfLimits();
    QCOMPARE(limits.floor, (KdfCost{.passes = 3, .memoryKiB = 256 * 1024}));
    QCOMPARE(limits.ceiling, (KdfCost{.passes = 10, .memoryKiB = 2 * 1024 * 1024}));
}

QTEST_GUILESS_MAIN(SecretTest)
#include "secret_test.moc"
