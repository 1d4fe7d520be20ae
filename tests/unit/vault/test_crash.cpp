// The process is killed, the power fails, the disk is full or broken: at every single write and
// sync of the database and of the root file. Whatever the log acknowledged is there again
// afterwards.

#include "support/crash_vfs.h"
#include "support/faulty_file_system.h"
#include "unit/vault/view_fixture.h"

#include <QDir>

using namespace chevet;
using namespace chevet::tests;

namespace {

// What every run does: a new view, then four entries into log and view. The log never fails by
// itself, but a dead database cannot tell a patient's key any more: then the process stops there.
void work(ViewFixture& clinic) {
    const bool opened = clinic.open().has_value();
    const auto step = [&](ViewFixture::Ops ops) {
        const log::EntryDraft draft = clinic.entry(std::move(ops));
        const auto ref = clinic.log->append(draft);
        const vault::Incoming one{ref.value_or(log::EntryRef{.stream = clinic.log->stream()}),
                                  draft};
        if (opened && ref)
            (void)clinic.view->apply(std::span(&one, 1));
    };
    step({clinic.person(1, "Tremblay", "Émilie"), clinic.observation(1, "a", "un")});
    step({clinic.person(2, "Roy", "Luc"), clinic.observation(2, "a", "deux")});
    step({clinic.observation(1, "a", "un, corrigé")});
    step({clinic.put(std::nullopt, "Organization", "o", R"({"resourceType":"Organization"})")});
}

struct Expected {
    qint64 databasePoints = 0, diskPoints = 0;
};

const Expected& expected() {
    static const Expected all = [] {
        CrashVfs vfs;
        ViewFixture clinic;
        FaultyFileSystem disk(base::realFileSystem());
        clinic.disk = &disk;
        clinic.database.vfs = CrashVfs::name();
        work(clinic);
        Expected found;
        clinic.close();
        found.databasePoints = vfs.points();
        found.diskPoints = disk.points();
        return found;
    }();
    return all;
}

// Every entry of the log is in the view, and the view is what the log makes of it.
bool isWhole(ViewFixture& clinic) {
    const QByteArray rows = clinic.dump();
    const quint64 acknowledged = clinic.log->head().seq;
    return acknowledged > 0 && clinic.view->applied(clinic.log->stream()).seq == acknowledged &&
           clinic.view->rebuild() && clinic.dump() == rows;
}

} // namespace

class TestCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atEveryPointOfTheDatabase_data();
    void atEveryPointOfTheDatabase();
    void atEveryPointOfTheRootFile_data();
    void atEveryPointOfTheRootFile();
    void aFullDiskIsNamedAndPasses();
};

void TestCrash::atEveryPointOfTheDatabase_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("full disk") << int(CrashVfs::Fault::Full);
    QTest::newRow("broken disk") << int(CrashVfs::Fault::Error);
    QTest::newRow("killed") << int(CrashVfs::Fault::Kill);
    QTest::newRow("killed in a write") << int(CrashVfs::Fault::Tear);
    QTest::newRow("power cut") << int(CrashVfs::Fault::Power);
}

void TestCrash::atEveryPointOfTheDatabase() {
    QFETCH(int, fault);
    const Expected& good = expected();
    QVERIFY(good.databasePoints > 40);
    // The power cut at every point; the others, which it nearly contains, at every seventh.
    const bool all = fault == int(CrashVfs::Fault::Power);
    for (qint64 point = all ? 1 : 1 + fault; point <= good.databasePoints; point += all ? 1 : 7) {
        CrashVfs vfs;
        ViewFixture clinic;
        clinic.database.vfs = CrashVfs::name();
        vfs.failAt(point, CrashVfs::Fault(fault));
        work(clinic);
        clinic.close();
        vfs.heal();
        const auto opened = clinic.open();
        QVERIFY2(opened, qPrintable(QString::number(point) +
                                    (opened ? QString() : opened.error().toString())));
        // Nothing here was damage, so nothing is set aside and nobody is alarmed.
        const QStringList alarms = clinic.alarms();
        QVERIFY2(alarms.isEmpty(),
                 qPrintable(QString::number(point) + alarms.join(QLatin1Char(','))));
        QVERIFY(clinic.view->verify(false)->alarms.isEmpty());
        QVERIFY2(isWhole(clinic), qPrintable(QString::number(point)));
        clinic.close();
    }
}

void TestCrash::atEveryPointOfTheRootFile_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("stop");
    QTest::newRow("fails once") << int(FaultyFileSystem::Fault::Fail) << false;
    QTest::newRow("killed") << int(FaultyFileSystem::Fault::Fail) << true;
    QTest::newRow("killed in a write") << int(FaultyFileSystem::Fault::Tear) << true;
    QTest::newRow("killed after") << int(FaultyFileSystem::Fault::Late) << true;
}

void TestCrash::atEveryPointOfTheRootFile() {
    QFETCH(int, fault);
    QFETCH(bool, stop);
    const Expected& good = expected();
    QVERIFY(good.diskPoints > 8);
    for (qint64 point = 1; point <= good.diskPoints; ++point) {
        ViewFixture clinic;
        FaultyFileSystem disk(base::realFileSystem());
        clinic.disk = &disk;
        disk.failAt(point, FaultyFileSystem::Fault(fault), ErrorCode::IoError, stop);
        work(clinic);
        clinic.close();
        clinic.disk = &base::realFileSystem();
        QVERIFY2(clinic.open(), qPrintable(QString::number(point)));
        QVERIFY(clinic.view->verify(true)->alarms.isEmpty());
        QVERIFY2(isWhole(clinic), qPrintable(QString::number(point)));
        clinic.close();
    }
}

void TestCrash::aFullDiskIsNamedAndPasses() {
    CrashVfs vfs;
    ViewFixture clinic;
    clinic.database.vfs = CrashVfs::name();
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc")}));
    vfs.failAt(1, CrashVfs::Fault::Full);
    QCOMPARE(clinic.write({clinic.observation(1, "a", "un")}).error().code, ErrorCode::DiskFull);
    QCOMPARE(clinic.chartOf(1).size(), 1); // reading goes on
    QVERIFY(clinic.write({clinic.observation(1, "b", "deux")}));
    QCOMPARE(clinic.chartOf(1).size(), 3); // the refused one came from the log
    clinic.close();
}

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"
