// The process dies at every write, every sync and every other change of the disk, during an import
// and during the recording of an access. After reopening: what was acknowledged is there, nothing
// is half visible, and the work can be done again. (SQLCipher's own writes have their crash suite
// in tests/unit/vault, through a VFS.)

#include "support/faulty_file_system.h"
#include "support/fhir_samples.h"
#include "support/test_clinic.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;

class CrashStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importDiesAnywhere_data();
    void importDiesAnywhere();
    void noteDiesAnywhere();
    void aFullDiskLosesNothing();
};

namespace {

QByteArray chartOf(const QByteArray& id) {
    QByteArrayList resources{patientJson(id, "Roy", "Anne " + id, "1980-01-01", id)};
    for (int i = 0; i < 3; ++i)
        resources += medicationJson("m" + id + QByteArray::number(i), id, "Ramipril");
    return bundleJson(resources);
}

// Every patient that is visible has the whole chart, or is not there at all.
void checkWhole(session::Session& session, const QByteArrayList& acknowledged) {
    const auto page = session.search({}, 100);
    QVERIFY(page);
    QStringList ids;
    for (const session::PatientRow& row : page->rows) {
        ids += row.id;
        QCOMPARE(session.chart(row.key)->medications.items.size(), 3);
    }
    for (const QByteArray& id : acknowledged)
        QVERIFY2(ids.contains(QString::fromLatin1(id)), "an acknowledged patient is gone");
    const auto report = session.verify(true);
    QVERIFY(report);
    QVERIFY(report->ok);
}

} // namespace

void CrashStory::importDiesAnywhere_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("nothing written") << int(FaultyFileSystem::Fault::Fail);
    QTest::newRow("half written") << int(FaultyFileSystem::Fault::Tear);
    QTest::newRow("written, not told") << int(FaultyFileSystem::Fault::Late);
}

void CrashStory::importDiesAnywhere() {
    QFETCH(int, fault);
    int crashes = 0;
    for (bool fired = true; fired;) {
        FaultyFileSystem disk(base::realFileSystem());
        TestClinic clinic(disk);
        const QString first = clinic.file(QStringLiteral("a.json"), chartOf("p1"));
        const QString second = clinic.file(QStringLiteral("b.json"), chartOf("p2"));
        bool acknowledged = false;
        {
            const auto session = clinic.create();
            QVERIFY(session);
            QVERIFY((*session)->import({first}));
            disk.failAt(crashes + 1, static_cast<FaultyFileSystem::Fault>(fault),
                        base::ErrorCode::IoError, true);
            acknowledged = (*session)->import({second}).has_value();
            fired = disk.fired();
            crashes += fired ? 1 : 0;
        }
        disk.heal();
        const auto reopened = clinic.open();
        QVERIFY2(reopened, qPrintable(reopened ? QString() : reopened.error().toString()));
        checkWhole(**reopened, acknowledged ? QByteArrayList{"p1", "p2"} : QByteArrayList{"p1"});
        QVERIFY((*reopened)->import({second}));
        checkWhole(**reopened, {"p1", "p2"});
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(crashes >=
            3); // the log's write, its sync, the root's: else the points were not reached
}

void CrashStory::noteDiesAnywhere() {
    int crashes = 0;
    for (bool fired = true; fired;) {
        FaultyFileSystem disk(base::realFileSystem());
        TestClinic clinic(disk);
        {
            const auto session = clinic.create();
            QVERIFY((*session)->import({clinic.file(QStringLiteral("a.json"), chartOf("p1"))}));
            const auto row = (*session)->findPatient(QStringLiteral("p1"));
            QVERIFY((*session)->noteAccess(row->key, session::Session::Access::Opened));
            disk.failAt(crashes + 1, FaultyFileSystem::Fault::Fail, base::ErrorCode::IoError, true);
            (void)(*session)->noteAccess(row->key, session::Session::Access::Printed);
            fired = disk.fired();
            crashes += fired ? 1 : 0;
        }
        disk.heal();
        const auto reopened = clinic.open();
        QVERIFY(reopened);
        checkWhole(**reopened, {"p1"});
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(crashes >= 2);
}

void CrashStory::aFullDiskLosesNothing() {
    FaultyFileSystem disk(base::realFileSystem());
    TestClinic clinic(disk);
    const auto session = clinic.create();
    QVERIFY((*session)->import({clinic.file(QStringLiteral("a.json"), chartOf("p1"))}));
    disk.fillDisk();
    const auto refused = (*session)->import({clinic.file(QStringLiteral("b.json"), chartOf("p2"))});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::DiskFull);
    QVERIFY(
        (*session)->chart((*session)->findPatient(QStringLiteral("p1"))->key)); // reading goes on
    disk.heal();
    QVERIFY((*session)->import({clinic.folder.filePath(QStringLiteral("b.json"))}));
    checkWhole(**session, {"p1", "p2"});
}

QTEST_GUILESS_MAIN(CrashStory)
#include "crash_story_test.moc"
