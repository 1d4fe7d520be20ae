// A hardened process leaves no core and lets no other process of the same user look into it.
#include "base/platform/process.h"

#include <QtTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace chevet::base;

class ProcessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void memoryIsCounted();
    void hardeningForbidsCoresAndTracing();
};

void ProcessTest::memoryIsCounted() {
    const qint64 before = residentBytes();
    QVERIFY(before > 1024 * 1024);
    constexpr qint64 size = 64 * 1024 * 1024;
    const QByteArray touched(size, 'x');
    QVERIFY(residentBytes() - before > size / 2);
    QVERIFY(peakResidentBytes() >= residentBytes());
    QCOMPARE(touched.size(), size);
}

void ProcessTest::hardeningForbidsCoresAndTracing() {
    QVERIFY(::prctl(PR_GET_DUMPABLE) == 1);
    const auto done = hardenProcess();
    QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
    rlimit core{};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &core), 0);
    QCOMPARE(core.rlim_cur, rlim_t{0});
    QCOMPARE(core.rlim_max, rlim_t{0}); // not to be raised again
    QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
    struct stat owner {};
    QCOMPARE(::stat("/proc/self/mem", &owner), 0);
    QCOMPARE(owner.st_uid, uid_t{0}); // what the kernel does to a process that is not dumpable
    QFile limits(QStringLiteral("/proc/self/limits"));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    static const QRegularExpression coreLine(QStringLiteral("Max core file size +0 +0 "));
    QVERIFY(coreLine.match(QString::fromLatin1(limits.readAll())).hasMatch());
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "process_test.moc"
