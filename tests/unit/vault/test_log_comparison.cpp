// `verify --full` compares every row with the operation of the log that made it: what somebody with
// the key changes in an older version, in the register or in what healing reads is seen, and the
// log brings it back (I1).

#include "unit/vault/view_fixture.h"
#include "vault/log_comparison.h"

using namespace chevet;
using namespace chevet::tests;

namespace {

// Older versions, a tombstone, shared resources, an appointment, the register: whatever the tree of
// current rows does not prove.
struct StoriedVault : ViewFixture {
    QByteArray rows;

    StoriedVault() {
        log::Op opened = put(patient(1), "chevet-access", "opened", R"({"act":"opened"})");
        opened.kind = log::OpKind::Access;
        const log::Op organization = put(
            {}, "Organization", "o",
            R"({"resourceType":"Organization","id":"o","identifier":[{"system":"s","value":"7"}]})");
        const log::Op visit = put(patient(2), "Appointment", "v",
                                  R"({"resourceType":"Appointment","id":"v","status":"booked",)"
                                  R"("start":"2025-11-03T09:00:00-05:00","minutesDuration":20})");
        bool good = open() && write({person(1, "Roy", "Luc"), observation(1, "a", "un")}) &&
                    write({person(2, "Roy", "Anne"), visit, organization}) && write({opened}) &&
                    write({opened});
        for (const char* value : {"deux", "trois", "quatre"})
            good = good && write({newer(observation(1, "a", value))});
        good = good && write({newer(observation(1, "a", "quatre"))}); // says nothing new
        good = good && write({observation(2, "b", "un")});
        good = good && write({observation(2, "b", "ailleurs")}); // names no parent: concurrent
        log::Op gone = newer(observation(2, "b", "ailleurs"));
        gone.kind = log::OpKind::Tombstone;
        good = good && write({gone});
        if (!good)
            qFatal("no vault");
        rows = dump();
        close();
    }
    void alter(const QByteArray& sql) const {
        const auto db =
            vault::Database::open(file("view.db"), key(), vault::Database::Mode::ReadWrite);
        if (!db || !(*db)->script(sql))
            qFatal("cannot alter");
    }
};

} // namespace

class TestLogComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVersionIsComparedWithTheLog_data();
    void everyVersionIsComparedWithTheLog();
    void anIntactViewRaisesNoAlarm();
    void aDamagedLogIsNoReasonToDropRows();
};

void TestLogComparison::everyVersionIsComparedWithTheLog_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) {
        QTest::newRow(name) << QByteArray(sql);
    };
    row("an older body",
        "UPDATE versions SET body = (SELECT body FROM current LIMIT 1) WHERE version = 1");
    row("an older date", "UPDATE versions SET date = '1999-01-01' WHERE version = 2");
    row("an older version gone", "DELETE FROM versions WHERE version = 2");
    row("an older version made up",
        "INSERT INTO versions SELECT slot, 9, stream, seq, op, flags, date, extra, body FROM "
        "versions WHERE version = 1");
    row("a history made up",
        "INSERT INTO versions SELECT slot, 1, stream, seq, op, flags, date, extra, body FROM "
        "current WHERE version = 1");
    row("two versions exchanged", "UPDATE versions SET version = 10 + version WHERE version < 3; "
                                  "UPDATE versions SET version = 13 - version WHERE version > 10");
    row("older flags", "UPDATE versions SET flags = flags | 4 WHERE version = 2");
    row("what an older one replaced", "UPDATE versions SET extra = NULL WHERE version = 2");
    row("an older one from another entry", "UPDATE versions SET seq = 1 WHERE version = 2");
    row("the register's words",
        "UPDATE accesses SET body = (SELECT body FROM current LIMIT 1) WHERE seq = 3");
    row("a line of the register gone", "DELETE FROM accesses WHERE seq = 4");
    row("a line of the register made up",
        "INSERT INTO accesses SELECT stream, 9, op, patient, body FROM accesses WHERE seq = 3");
    row("whose file was read", "UPDATE accesses SET patient = (SELECT key FROM patients WHERE "
                               "owner = 1025) WHERE seq = 3");
    row("who wrote an entry", "UPDATE entries SET author = x'00112233445566778899aabbccddeeff'");
    row("when an entry was written", "UPDATE entries SET time = time - 1000");
    row("where an entry is", "UPDATE entries SET offset = offset + 1 WHERE seq = 2");
    row("an entry said to be waiting",
        "INSERT INTO waiting SELECT zeroblob(16), 1, stream, seq FROM accesses WHERE seq = 3");
    row("a patient's key", "UPDATE keys SET sealed = zeroblob(72)");
    row("what healing reads", "DELETE FROM touched WHERE seq = 5");
    row("an identifier", "DELETE FROM identifiers WHERE token = 's|7'");
    row("the hour of a visit", "UPDATE appointments SET start = start + 3600000");
    row("a visit gone", "DELETE FROM appointments");
    row("a whole patient gone",
        "DELETE FROM patients WHERE owner = 1025; DELETE FROM current WHERE slot >> 32 = 1025; "
        "DELETE FROM versions WHERE slot >> 32 = 1025");
}

void TestLogComparison::everyVersionIsComparedWithTheLog() {
    QFETCH(QByteArray, sql);
    StoriedVault clinic;
    clinic.alter(sql);
    QVERIFY(clinic.open());
    QVERIFY(clinic.dump() != clinic.rows);
    const auto checked = clinic.view->verify(true);
    QVERIFY(checked);
    QVERIFY(!checked->alarms.isEmpty());
    for (const auto& alarm : checked->alarms)
        QVERIFY2(alarm.healed, alarm.code);
    QCOMPARE(clinic.dump(), clinic.rows);
    QVERIFY(clinic.view->verify(true)->alarms.isEmpty());
}

void TestLogComparison::anIntactViewRaisesNoAlarm() {
    StoriedVault clinic;
    QVERIFY(clinic.open());
    // A set of parts that is not complete: in the log, not shown, and no alarm.
    auto part = clinic.entry({clinic.observation(2, "c", "suite")},
                             log::Part{.set = uuidFor("set"), .index = 1, .count = 0});
    const vault::Incoming one = clinic.append(part);
    QVERIFY(clinic.view->apply(std::span(&one, 1)));
    const auto checked = clinic.view->verify(true);
    QVERIFY(checked);
    QVERIFY(checked->alarms.isEmpty());
    QCOMPARE(clinic.alarms(), QStringList());
}

// The view is then the only copy of some rows.
void TestLogComparison::aDamagedLogIsNoReasonToDropRows() {
    StoriedVault clinic;
    const auto segment = [&] {
        const QStringList paths = clinic.logDisk.paths();
        return *std::find_if(paths.begin(), paths.end(), [](const QString& path) {
            return path.endsWith(QLatin1String(".seg"));
        });
    }();
    QByteArray& bytes = clinic.logDisk.bytes(segment);
    bytes[300] = static_cast<char>(bytes[300] ^ 1); // of the first entry
    clinic.alter("DELETE FROM touched WHERE seq = 6");
    QVERIFY(clinic.open());
    const QByteArray before = clinic.dump();
    const auto checked = clinic.view->verify(true);
    QVERIFY(checked);
    QCOMPARE(checked->alarms.size(), 1);
    QVERIFY(!checked->alarms[0].healed);
    QCOMPARE(clinic.dump(), before);
    QCOMPARE(clinic.chartOf(1), (QByteArrayList{"Observation/a v5", "Patient/p1 v1"}));
}

QTEST_GUILESS_MAIN(TestLogComparison)
#include "test_log_comparison.moc"
