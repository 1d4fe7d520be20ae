// What a program in the sandbox can still do, each attempt in a process of its own. The same
// attempts without the sandbox succeed: the sandbox is what stops them.
#include "base/sandbox/sandbox.h"

#include <QProcess>
#include <QTest>

class SandboxTest : public QObject {
    Q_OBJECT

    enum Outcome { Could, RefusedOrKilled };

    static Outcome attempt(const QString& what, bool inside) {
        QProcess probe;
        QStringList arguments{what};
        if (!inside)
            arguments << QStringLiteral("outside");
        probe.start(QCoreApplication::applicationDirPath() + QStringLiteral("/sandbox_probe"),
                    arguments);
        if (!probe.waitForFinished(20'000))
            qFatal("the probe hangs");
        if (probe.exitStatus() == QProcess::CrashExit)
            return RefusedOrKilled;
        if (probe.exitCode() != 0 && probe.exitCode() != 7)
            qFatal("the probe failed: %d", probe.exitCode());
        return probe.exitCode() == 0 ? Could : RefusedOrKilled;
    }

private Q_SLOTS:
    void computesAndUsesThreads() { QCOMPARE(attempt(QStringLiteral("compute"), true), Could); }

    void cannotReachAnythingOutside_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"read-file", "write-file", "list-folder", "socket", "fork", "exec",
                                 "signal-others", "executable-memory", "memory"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void cannotReachAnythingOutside() {
        QFETCH(QString, what);
        QCOMPARE(attempt(what, false), Could);
        QCOMPARE(attempt(what, true), RefusedOrKilled);
    }

    void leavesNoCoreDump() { QCOMPARE(attempt(QStringLiteral("core"), true), RefusedOrKilled); }
    void isEndedWhenItSpins() { QCOMPARE(attempt(QStringLiteral("spin"), true), RefusedOrKilled); }
};

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandbox_test.moc"
