// The demo clinic is made once a day and opened the second time; everything in it went in.
#include "base/file_system.h"
#include "crypto/random.h"
#include "session/demo_vault.h"

#include <QDebug>
#include <QTemporaryDir>
#include <QTest>

using namespace chevet;

namespace {

class Noon final : public base::Clock {
public:
    explicit Noon(QDate day)
        : m_day(day) {}
    [[nodiscard]] QDateTime now() const override { return {m_day, QTime(17, 0), Qt::UTC}; }
    [[nodiscard]] qint64 monotonicNanoseconds() const override { return 0; }

private:
    QDate m_day;
};

// Below the floor of the shipped programs: only tests may.
constexpr crypto::KdfCost cheap{.passes = 1, .memoryKiB = 8192};

session::Environment environment(const base::Clock& clock) {
    return {base::realFileSystem(), clock, crypto::systemRandom(), {cheap, cheap}, nullptr};
}

} // namespace

class DemoVaultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstTimeItIsMadeTheSecondTimeOpened() {
        const QTemporaryDir folder;
        const Noon clock(QDate(2026, 12, 3));
        const auto demo = environment(clock);
        {
            const auto made = session::openDemoVault(demo, folder.path());
            QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
            const auto page = (*made)->search({}, 50);
            QVERIFY(page);
            QCOMPARE(page->total, 12);
            const auto todays = (*made)->appointments(QDate(2026, 12, 3));
            QVERIFY(todays);
            QVERIFY2(todays->size() >= 8, qPrintable(QString::number(todays->size())));
            QCOMPARE((*made)->facts().users.size(), 3);
        }
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("fichiers-*")}, QDir::Files).size(),
                 0);
        const auto again = session::openDemoVault(demo, folder.path());
        QVERIFY(again);
        QCOMPARE((*again)->search({}, 1)->total, 12);
    }

    void theTwoNamesakesAreMarked() {
        const QTemporaryDir folder;
        const Noon clock(QDate(2025, 10, 14));
        const auto demo = session::openDemoVault(environment(clock), folder.path());
        QVERIFY(demo);
        const auto found = (*demo)->search(QStringLiteral("tremb em"), 10);
        QVERIFY(found);
        int namesakes = 0;
        for (const session::PatientRow& row : found->rows)
            namesakes += row.namesake && row.namValid;
        QCOMPARE(namesakes, 2);
    }

    void eachChartReadsWithoutLooseEnds() {
        const QTemporaryDir folder;
        const Noon clock(QDate(2025, 10, 14));
        const auto demo = session::openDemoVault(environment(clock), folder.path());
        QVERIFY(demo);
        const auto page = (*demo)->search({}, 50);
        QVERIFY(page);
        for (const session::PatientRow& row : page->rows) {
            const auto chart = (*demo)->chart(row.key);
            QVERIFY(chart);
            QVERIFY2(!chart->medications.active.isEmpty(), qPrintable(row.id));
            QVERIFY2(chart->problems.activeCount > 0, qPrintable(row.id));
            QVERIFY2(!chart->notes.items.isEmpty(), qPrintable(row.id));
            QVERIFY2(!chart->careTeam.items.isEmpty(), qPrintable(row.id));
            QVERIFY2(chart->unresolved.isEmpty(),
                     qPrintable(QString(row.id + u' ' + chart->unresolved.join(u' '))));
            for (const auto& other : chart->others.items)
                QFAIL(qPrintable(QString(row.id + u' ' + other.reference + u' ' + other.text)));
        }
    }
};

QTEST_GUILESS_MAIN(DemoVaultTest)
#include "demo_vault_test.moc"
