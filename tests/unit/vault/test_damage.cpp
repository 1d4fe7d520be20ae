// What a disk, or somebody with write access to it, can do to view.db, its WAL and root: everything
// is noticed, named and healed from the log, and nothing wrong is shown (trust.md §0.2, §0.3; I1,
// I6, I7).

#include "unit/vault/view_fixture.h"
#include "vault/slots.h"

#include <sqlite3.h>

using namespace chevet;
using namespace chevet::tests;

namespace {

constexpr qint64 pageSize = 8192;

QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray flipped(QByteArray bytes, qsizetype at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    return bytes;
}

// A clinic of three patients, closed, all of it in view.db.
struct SmallVault : ViewFixture {
    QByteArray rows; // as they must be again after healing

    SmallVault() {
        if (!open() || !write({person(1, "Tremblay", "Émilie"), observation(1, "a", "un")}) ||
            !write({person(2, "Roy", "Luc"), observation(2, "a", "deux")}) ||
            !write({person(3, "Gagnon", "Anne"), observation(3, "a", "trois")}))
            qFatal("no vault");
        rows = dump();
        close();
    }
    bool everythingReads() {
        for (int i = 1; i <= 3; ++i)
            if (chartOf(i) !=
                QByteArrayList{"Observation/a v1", "Patient/p" + QByteArray::number(i) + " v1"})
                return false;
        return found("tremblay").size() == 1 && found({}).size() == 3;
    }
};

} // namespace

class TestDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noNameIsReadableOnDisk();
    void anOldPagePutBackIsSeenAndHealed();
    void anOldDatabasePutBackIsBroughtUpToDate();
    void rowsChangedByAnInsiderWithTheKey_data();
    void rowsChangedByAnInsiderWithTheKey();
    void aFlippedBitInAnySector();
    void aFlippedBitInTheWal();
    void aTornWal();
    void aMissingWal();
    void aMissingDatabase();
    void aMissingOrDamagedRoot_data();
    void aMissingOrDamagedRoot();
    void aReadableDatabaseIsRefused();
    void aNewerRevisionIsLeftAlone();
    void anotherKeyOpensNothing();
    void damageWhileRunningIsHealedWhenRead();
};

void TestDamage::noNameIsReadableOnDisk() {
    SmallVault clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.observation(1, "b", "canarie")})); // a WAL too
    for (const char* name : {"view.db", "view.db-wal", "root"}) {
        const QByteArray bytes = readFile(clinic.file(name));
        QVERIFY2(!bytes.isEmpty(), name);
        for (const char* word : {"Tremblay", "tremblay", "canarie", "SQLite format 3", "CREATE"})
            QVERIFY2(!bytes.contains(word), word);
    }
}

// trust.md §0.2: SQLCipher's page MAC covers the page number, not its age.
void TestDamage::anOldPagePutBackIsSeenAndHealed() {
    SmallVault clinic;
    const QByteArray old = readFile(clinic.file("view.db"));
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.newer(clinic.observation(1, "a", "un, corrigé"))}));
    const QByteArray rows = clinic.dump();
    clinic.close();
    const QByteArray now = readFile(clinic.file("view.db"));
    int healed = 0;
    for (qint64 page = 0; page * pageSize < std::min(old.size(), now.size()); ++page) {
        if (old.mid(page * pageSize, pageSize) == now.mid(page * pageSize, pageSize))
            continue;
        QByteArray spliced = now;
        spliced.replace(page * pageSize, pageSize, old.mid(page * pageSize, pageSize));
        writeFile(clinic.file("view.db"), spliced);
        QVERIFY2(clinic.open(), qPrintable(QString::number(page)));
        const auto row = clinic.view->resource(clinic.patient(1), "Observation", "a");
        QVERIFY2(row && row->json.contains("corrigé"), qPrintable(QString::number(page)));
        QVERIFY(clinic.view->verify(true));
        healed += static_cast<int>(clinic.alarms().size());
        QCOMPARE(clinic.chartOf(1).size(), 2);
        clinic.close();
    }
    QVERIFY(healed > 0);
    QVERIFY(clinic.open());
    QCOMPARE(clinic.dump(), rows);
}

void TestDamage::anOldDatabasePutBackIsBroughtUpToDate() {
    SmallVault clinic;
    const QByteArray old = readFile(clinic.file("view.db"));
    QVERIFY(clinic.open());
    for (const char* value : {"deux", "trois", "quatre"})
        QVERIFY(clinic.write({clinic.newer(clinic.observation(1, "a", value))}));
    const QByteArray rows = clinic.dump();
    clinic.close();
    writeFile(clinic.file("view.db"), old);
    QVERIFY(clinic.open());
    QCOMPARE(clinic.alarms(), QStringList(QStringLiteral("database-behind")));
    QCOMPARE(clinic.dump(), rows);
}

void TestDamage::rowsChangedByAnInsiderWithTheKey_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("date") << QByteArray("UPDATE current SET date = '1999-01-01' WHERE date <> ''");
    QTest::newRow("row gone") << QByteArray("DELETE FROM current WHERE date <> ''");
    QTest::newRow("bodies swapped")
        << QByteArray("UPDATE current SET body = (SELECT body FROM current c WHERE c.slot <> "
                      "current.slot LIMIT 1)");
    QTest::newRow("hidden") << QByteArray("UPDATE current SET flags = 1");
    QTest::newRow("name on the banner") << QByteArray("UPDATE patients SET family = 'Autre'");
    QTest::newRow("leaf and all") << QByteArray("DELETE FROM tree");
    QTest::newRow("type names") << QByteArray("UPDATE types SET name = name || 'x'");
    QTest::newRow("search") << QByteArray("DELETE FROM postings");
    QTest::newRow("numbers") << QByteArray("DELETE FROM numbers");
}

void TestDamage::rowsChangedByAnInsiderWithTheKey() {
    QFETCH(QByteArray, sql);
    SmallVault clinic;
    {
        auto database = vault::Database::open(clinic.file("view.db"), clinic.key(),
                                              vault::Database::Mode::ReadWrite);
        QVERIFY(database);
        QVERIFY((*database)->script(sql));
    }
    QVERIFY(clinic.open());
    QStringList alarms = clinic.alarms();
    QVERIFY(!clinic.chartOf(1).isEmpty());
    const auto checked = clinic.view->verify(true);
    QVERIFY(checked);
    for (const auto& alarm : checked->alarms) {
        QVERIFY(alarm.healed);
        alarms += QLatin1String(alarm.code);
    }
    alarms += clinic.alarms();
    QVERIFY(!alarms.isEmpty());
    QVERIFY(clinic.everythingReads());
    QCOMPARE(clinic.dump(), clinic.rows);
}

void TestDamage::aFlippedBitInAnySector() {
    SmallVault clinic;
    const QByteArray whole = readFile(clinic.file("view.db"));
    const QByteArray root = readFile(clinic.file("root"));
    int missed = 0;
    for (qsizetype at = 0; at < whole.size(); at += 512) {
        writeFile(clinic.file("view.db"), flipped(whole, at + (at / 512) % 512));
        writeFile(clinic.file("root"), root);
        if (auto opened = clinic.open(); !opened)
            QFAIL(qPrintable(opened.error().toString()));
        const QStringList opening = clinic.alarms();
        const auto checked = clinic.view->verify(true);
        QVERIFY2(checked, qPrintable(QString::number(at)));
        missed += opening.isEmpty() && checked->alarms.isEmpty() ? 1 : 0;
        QVERIFY2(clinic.everythingReads(), qPrintable(QString::number(at)));
        if (at % (64 * 512) == 0)
            QCOMPARE(clinic.dump(), clinic.rows);
        clinic.close();
        for (const char* suffix : {"-wal", "-shm"})
            QFile::remove(clinic.file("view.db") + QLatin1String(suffix));
    }
    QCOMPARE(missed, 0);
    QVERIFY(QFile::exists(clinic.file("quarantine/view-1.db"))); // set aside, not deleted
}

namespace {

// Copies the files of a running vault, as a power cut leaves them, to another folder and opens it.
void crashInto(ViewFixture& from, QTemporaryDir& to) {
    for (const char* name : {"view.db", "view.db-wal", "root"})
        writeFile(to.filePath(QLatin1String(name)), readFile(from.file(name)));
}

} // namespace

// trust.md §0.3: recovery stops silently at the first bad frame.
void TestDamage::aFlippedBitInTheWal() {
    SmallVault clinic;
    QVERIFY(clinic.open());
    QTemporaryDir before;
    for (int i = 0; i < 6; ++i)
        QVERIFY(clinic.write({clinic.observation(1, "w" + QByteArray::number(i), "x")}));
    const QByteArray rows = clinic.dump();
    crashInto(clinic, before);
    clinic.close();
    const QByteArray wal = readFile(before.filePath(QStringLiteral("view.db-wal")));
    QVERIFY(wal.size() > 3 * pageSize);
    for (qsizetype at = 0; at < wal.size(); at += 5 * 512) {
        writeFile(clinic.file("view.db"), readFile(before.filePath(QStringLiteral("view.db"))));
        writeFile(clinic.file("root"), readFile(before.filePath(QStringLiteral("root"))));
        writeFile(clinic.file("view.db-wal"), flipped(wal, at));
        QFile::remove(clinic.file("view.db-shm"));
        QVERIFY2(clinic.open(), qPrintable(QString::number(at)));
        QCOMPARE(clinic.chartOf(1).size(), 8);
        QVERIFY2(clinic.alarms() == QStringList(QStringLiteral("database-behind")),
                 qPrintable(QString::number(at)));
        QCOMPARE(clinic.dump(), rows);
        clinic.close();
    }
}

void TestDamage::aTornWal() {
    SmallVault clinic;
    QVERIFY(clinic.open());
    QTemporaryDir before;
    for (int i = 0; i < 4; ++i)
        QVERIFY(clinic.write({clinic.observation(1, "w" + QByteArray::number(i), "x")}));
    const QByteArray rows = clinic.dump();
    crashInto(clinic, before);
    clinic.close();
    const QByteArray wal = readFile(before.filePath(QStringLiteral("view.db-wal")));
    for (qsizetype size = 0; size < wal.size(); size += 4099) {
        writeFile(clinic.file("view.db"), readFile(before.filePath(QStringLiteral("view.db"))));
        writeFile(clinic.file("root"), readFile(before.filePath(QStringLiteral("root"))));
        writeFile(clinic.file("view.db-wal"), wal.first(size));
        QFile::remove(clinic.file("view.db-shm"));
        QVERIFY(clinic.open());
        QCOMPARE(clinic.alarms(), QStringList(QStringLiteral("database-behind")));
        QCOMPARE(clinic.dump(), rows);
        clinic.close();
    }
}

void TestDamage::aMissingWal() {
    SmallVault clinic;
    QVERIFY(clinic.open());
    QTemporaryDir before;
    QVERIFY(clinic.write({clinic.observation(1, "b", "x")}));
    QVERIFY(clinic.write({clinic.observation(2, "b", "x")}));
    const QByteArray rows = clinic.dump();
    crashInto(clinic, before);
    clinic.close();
    writeFile(clinic.file("view.db"), readFile(before.filePath(QStringLiteral("view.db"))));
    writeFile(clinic.file("root"), readFile(before.filePath(QStringLiteral("root"))));
    QVERIFY(clinic.open());
    QCOMPARE(clinic.alarms(), QStringList(QStringLiteral("database-behind")));
    QCOMPARE(clinic.dump(), rows);
}

void TestDamage::aMissingDatabase() {
    SmallVault clinic;
    QVERIFY(QFile::remove(clinic.file("view.db")));
    QVERIFY(clinic.open());
    QCOMPARE(clinic.alarms(), QStringList(QStringLiteral("database-missing")));
    QVERIFY(clinic.everythingReads());
    QCOMPARE(clinic.dump(), clinic.rows);
}

void TestDamage::aMissingOrDamagedRoot_data() {
    QTest::addColumn<int>("damage");
    QTest::newRow("missing") << 0;
    QTest::newRow("newest slot") << 1;
    QTest::newRow("both slots") << 2;
    QTest::newRow("empty") << 3;
}

void TestDamage::aMissingOrDamagedRoot() {
    QFETCH(int, damage);
    SmallVault clinic;
    QByteArray root = readFile(clinic.file("root"));
    if (damage == 0)
        QVERIFY(QFile::remove(clinic.file("root")));
    else if (damage == 3)
        writeFile(clinic.file("root"), {});
    else
        writeFile(clinic.file("root"),
                  damage == 2 ? flipped(flipped(root, 30), 4096 + 30) : flipped(root, 4096 + 30));
    QVERIFY(clinic.open());
    QVERIFY(!clinic.alarms().isEmpty());
    QVERIFY(clinic.everythingReads());
    QCOMPARE(clinic.dump(), clinic.rows);
    QVERIFY(clinic.reopen());
    QCOMPARE(clinic.alarms(), QStringList());
}

void TestDamage::aReadableDatabaseIsRefused() {
    SmallVault clinic;
    QVERIFY(QFile::remove(clinic.file("view.db")));
    sqlite3* plain = nullptr;
    QCOMPARE(sqlite3_open(clinic.file("view.db").toUtf8().constData(), &plain), SQLITE_OK);
    QCOMPARE(sqlite3_exec(plain, "CREATE TABLE t(a)", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(plain);
    const QByteArray before = readFile(clinic.file("view.db"));
    QCOMPARE(clinic.open().error().code, ErrorCode::NotEncrypted);
    QCOMPARE(readFile(clinic.file("view.db")), before); // untouched
}

void TestDamage::aNewerRevisionIsLeftAlone() {
    SmallVault clinic;
    {
        auto database = vault::Database::open(clinic.file("view.db"), clinic.key(),
                                              vault::Database::Mode::ReadWrite);
        QVERIFY((*database)->script("PRAGMA user_version=999"));
    }
    const QByteArray before = readFile(clinic.file("view.db"));
    QCOMPARE(clinic.open().error().code, ErrorCode::NewerVersion);
    QCOMPARE(readFile(clinic.file("view.db")), before);
    QVERIFY(!QFile::exists(clinic.file("quarantine")));
}

void TestDamage::anotherKeyOpensNothing() {
    SmallVault clinic;
    const auto opened = vault::Database::open(clinic.file("view.db"), crypto::VaultKey::random(),
                                              vault::Database::Mode::ReadOnly);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
}

void TestDamage::damageWhileRunningIsHealedWhenRead() {
    SmallVault clinic;
    QVERIFY(clinic.open());
    {
        auto database = vault::Database::open(clinic.file("view.db"), clinic.key(),
                                              vault::Database::Mode::ReadWrite);
        QVERIFY((*database)->script("UPDATE current SET flags = 1 WHERE slot BETWEEN " +
                                    QByteArray::number(vault::firstSlot(vault::firstPatient)) +
                                    " AND " +
                                    QByteArray::number(vault::lastSlot(vault::firstPatient))));
    }
    QVERIFY(clinic.everythingReads());
    QCOMPARE(clinic.alarms(), QStringList(QStringLiteral("view-healed")));
    QCOMPARE(clinic.dump(), clinic.rows);
    QVERIFY(!QFile::exists(clinic.file("quarantine"))); // one patient was enough
}

QTEST_GUILESS_MAIN(TestDamage)
#include "test_damage.moc"
