// The folder between workstations, without a view: what goes out, what comes in, what is refused.

#include "support/faulty_file_system.h"
#include "sync/exchange.h"
#include "unit/log/clinic_fixture.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

namespace {

// Two workstations of one clinic on one memory disk, and the folder between them.
struct Pair {
    ClinicFixture clinic;
    log::DeviceKeys otherKeys = log::DeviceKeys::fromSeed(seedFor("other"));
    MemoryDisk memory;
    FaultyFileSystem disk{memory};
    std::unique_ptr<log::Log> mine, theirs;
    log::BlobStore myBlobs{disk, QStringLiteral("/v/blobs")};
    log::BlobStore theirBlobs{disk, QStringLiteral("/w/blobs")};

    Pair() {
        const auto person = crypto::SigningKey::generate();
        const auto request =
            log::makeJoinRequest(uuidFor("other"), otherKeys, QStringLiteral("Salle 2"),
                                 uuidFor("person"), person, QStringLiteral("Dr B"));
        if (!clinic.membership.admit(request, log::UserRole::Physician,
                                     {clinic.physicianId, clinic.physician, clinic.device},
                                     clinic.keys))
            qFatal("not admitted");
        mine = clinic.openLog(disk);
        theirs = std::move(*log::Log::open(disk, {.folder = QStringLiteral("/w/log")},
                                           clinic.membership, clinic.keys, otherKeys.sign));
        if (!disk.makeFolder(QStringLiteral("/cle")))
            qFatal("no folder");
    }
    sync::ExchangeReport run(bool me, base::Result<>* failure = nullptr) {
        sync::ExchangeFolder folder(disk, QStringLiteral("/cle"), clinic.membership.clinic());
        if (!folder.prepare())
            qFatal("no folder");
        const QString root = me ? QStringLiteral("/v") : QStringLiteral("/w");
        sync::Exchange exchange({.disk = disk,
                                 .log = me ? *mine : *theirs,
                                 .membership = clinic.membership,
                                 .blobs = me ? myBlobs : theirBlobs,
                                 .blobFolder = root + QStringLiteral("/blobs"),
                                 .quarantine = root + QStringLiteral("/quarantine")},
                                folder, {});
        const auto all = [&]() -> base::Result<> {
            const auto statements = exchange.takeMembership();
            if (!statements)
                return std::unexpected(statements.error());
            CHEVET_TRY(exchange.takeEntries());
            return exchange.send();
        };
        const auto done = all();
        if (failure)
            *failure = done;
        else if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
        return exchange.report();
    }
    void write(log::Log& log, int count) {
        for (int i = 0; i < count; ++i)
            if (!log.append(clinic.draft(uuidFor("patient"), QByteArray::number(i))))
                qFatal("append");
    }
    [[nodiscard]] QStringList entryFiles() const {
        return memory.paths().filter(QStringLiteral(".qse"));
    }
};

} // namespace

class TestExchange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void entriesGoThereAndBack() {
        Pair pair;
        pair.write(*pair.mine, 5);
        QCOMPARE(pair.run(true).sent, 5);
        QCOMPARE(pair.run(false).received, 5);
        pair.write(*pair.theirs, 3);
        auto report = pair.run(false);
        QCOMPARE(report.sent, 3);
        QCOMPARE(report.received, 0);
        report = pair.run(true);
        QCOMPARE(report.received, 3);
        QCOMPARE(report.sent, 0);
        QVERIFY(pair.mine->verify(true)->alarms.empty());
        QVERIFY(pair.theirs->verify(true)->alarms.empty());
        QVERIFY(*pair.mine->heads() == *pair.theirs->heads());
        QCOMPARE(pair.run(true).sent + pair.run(false).sent, 0); // nothing twice
    }

    void onlyWhatLacksIsWritten() {
        Pair pair;
        pair.write(*pair.mine, 2);
        pair.run(true);
        pair.write(*pair.mine, 2);
        QCOMPARE(pair.run(true).sent, 2);
        QCOMPARE(pair.entryFiles().size(), 2);
        // A file that somebody removed is written again, with all that follows it.
        QVERIFY(pair.disk.remove(pair.entryFiles().front()));
        QCOMPARE(pair.run(true).sent, 4);
        QCOMPARE(pair.run(false).received, 4);
    }

    void aCutFileIsNamedAndWrittenAgain() {
        Pair pair;
        pair.write(*pair.mine, 3);
        pair.run(true);
        pair.memory.bytes(pair.entryFiles().front()).chop(10);
        auto report = pair.run(false);
        QCOMPARE(report.cut.size(), 1);
        QCOMPARE(report.received, 0);
        QCOMPARE(pair.run(true).sent, 3);
        QCOMPARE(pair.run(false).received, 3);
    }

    void everyFlippedBitIsRefused() {
        Pair pair;
        pair.write(*pair.mine, 2);
        pair.run(true);
        const QString file = pair.entryFiles().front();
        const QByteArray good = pair.memory.bytes(file);
        for (qsizetype at = 0; at < good.size(); at += 31) {
            pair.memory.bytes(file)[at] = static_cast<char>(good[at] ^ (1 << (at % 8)));
            const auto report = pair.run(false);
            QVERIFY2(!report.refused.isEmpty(), qPrintable(QString::number(at)));
            QVERIFY(report.refused.front().isAlarm());
            pair.memory.bytes(file) = good;
        }
        pair.run(false);
        QVERIFY(*pair.mine->heads() == *pair.theirs->heads());
        QVERIFY(pair.theirs->verify(true)->alarms.empty());
    }

    void aMissingFileIsAGapAndNoAlarm() {
        Pair pair;
        pair.write(*pair.mine, 2);
        pair.run(true);
        pair.write(*pair.mine, 2);
        pair.run(true);
        QVERIFY(pair.disk.remove(pair.entryFiles().front()));
        const auto report = pair.run(false);
        QCOMPARE(report.received, 0);
        QCOMPARE(report.refused.size(), 1);
        QCOMPARE(QByteArray(report.refused.front().why), QByteArray("gap"));
        QVERIFY(!report.refused.front().isAlarm());
    }

    // Names are the stick's, and nobody's paths.
    void strangeNamesAreLeftAlone() {
        Pair pair;
        pair.write(*pair.mine, 1);
        pair.run(true);
        const QString folder = pair.entryFiles().front().section(QLatin1Char('/'), 0, -2);
        for (const char* name :
             {"readme.txt",
              "000000000001-000000000001-99-0123456789abcdef-0123456789abcdef.qse.part",
              "000000000001-000000000001-5-0123456789abcdef-0123456789abcdef.qse",
              "000000000009-000000000001-5-0123456789abcdef-0123456789abcdef.qse"}) {
            const QString path = folder + QLatin1Char('/') + QLatin1String(name);
            QVERIFY(base::replaceFile(pair.disk, path, "abcde"));
        }
        QVERIFY(base::replaceFile(pair.disk, QStringLiteral("/cle/photo.jpg"), "x"));
        const auto report = pair.run(false);
        QCOMPARE(report.received, 1);
        QCOMPARE(report.foreign, QStringList{QStringLiteral("photo.jpg")});
        QVERIFY(pair.theirs->verify(true)->alarms.empty());
    }

    void anEntryInTheWrongStreamIsForged() {
        Pair pair;
        pair.write(*pair.mine, 1);
        pair.run(true);
        const QString file = pair.entryFiles().front();
        const QByteArray bytes = pair.memory.bytes(file);
        QString elsewhere = file;
        elsewhere.replace(pair.mine->stream().toHex(), pair.theirs->stream().toHex());
        QVERIFY(pair.disk.makeFolder(elsewhere.section(QLatin1Char('/'), 0, -2)));
        QVERIFY(base::replaceFile(pair.disk, elsewhere, bytes));
        const auto report = pair.run(false);
        QCOMPARE(report.received, 1); // from where it belongs
        QCOMPARE(report.refused.size(), 1);
        QVERIFY(report.refused.front().isAlarm());
    }

    // Stopped at every write and every sync: what was there before stays, and the next run ends it.
    void aStopAnywhereLosesNothing() {
        for (qint64 point = 1; point < 400; ++point) {
            Pair pair;
            pair.write(*pair.mine, 3);
            pair.run(true);
            pair.disk.failAt(point, FaultyFileSystem::Fault::Tear, ErrorCode::IoError, true);
            base::Result<> stopped;
            pair.run(false, &stopped);
            const bool fired = pair.disk.fired();
            pair.disk.heal();
            pair.theirs.reset();
            pair.theirs = std::move(*log::Log::open(pair.disk, {.folder = QStringLiteral("/w/log")},
                                                    pair.clinic.membership, pair.clinic.keys,
                                                    pair.otherKeys.sign));
            pair.run(false);
            QVERIFY2(*pair.mine->heads() == *pair.theirs->heads(),
                     qPrintable(QString::number(point)));
            QVERIFY(pair.theirs->verify(true)->alarms.empty());
            if (!fired)
                return;
        }
        QFAIL("it never ends");
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "test_exchange.moc"
