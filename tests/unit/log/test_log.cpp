// The log on disk: what is acknowledged stays, what is torn is set aside, what is damaged is named.

#include "clinic_fixture.h"
#include "log/entry_check.h"
#include "log/log.h"
#include "log/log_reader.h"
#include "log/marks.h"
#include "log/segment.h"
#include "support/faulty_file_system.h"

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;
using Kind = LogAlarm::Kind;

namespace {

std::vector<LogAlarm> alarmsOf(const Log& log) {
    return log.alarms();
}

bool has(const std::vector<LogAlarm>& alarms, Kind kind) {
    return std::any_of(alarms.begin(), alarms.end(),
                       [&](const LogAlarm& alarm) { return alarm.kind == kind; });
}

struct Seen {
    std::vector<EntryRef> refs;
    std::vector<LogAlarm> alarms;
};

Seen scanAll(const Log& log, std::uint64_t after = 0) {
    Seen seen;
    const auto result = log.scan(
        [&](const EntryRef& ref, QByteArrayView) {
            seen.refs.push_back(ref);
            return base::Result<>{};
        },
        [&](const LogAlarm& alarm) { seen.alarms.push_back(alarm); },
        [after](const base::Uuid&) { return after; });
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    return seen;
}

} // namespace

class TestLog : public QObject {
    Q_OBJECT

    ClinicFixture m_clinic;
    QString m_segment =
        QStringLiteral("/v/log/") +
        segmentName({.stream = streamOfDevice(m_clinic.device.sign.publicKey(), 0)});

    std::vector<EntryRef> write(Log& log, int count) {
        std::vector<PreparedEntry> entries;
        for (int i = 0; i < count; ++i)
            entries.push_back(*prepareEntry(
                m_clinic.draft(uuidFor("patient"), QByteArray::number(i)), m_clinic.keys));
        auto refs = log.append(entries);
        if (!refs)
            qFatal("%s", qPrintable(refs.error().toString()));
        return *refs;
    }

private Q_SLOTS:
    void whatIsAppendedCanBeReadByPlace();
    void aBatchCostsOneSync();
    void entriesFollowEachOtherAcrossOpenings();
    void segmentsFollowEachOther();
    void aScanStartsWhereItIsTold();
    void aTailCutAtAnyByteIsSetAside();
    void anAcknowledgedEntryThatVanishedIsNotATornTail();
    void aFlippedBitInAnySectorIsNamed();
    void aMissingSegmentIsNamed();
    void damageInAnOlderStreamIsNamedToo();
    void aDuplicatedRecordIsAGap();
    void anEntryOfAnotherStreamIsDamage();
    void aFullDiskLosesNothingAndRecovers();
    void everyFaultLeavesAnAcknowledgedLog_data();
    void everyFaultLeavesAnAcknowledgedLog();
    void powerCutsLoseNothingAcknowledged_data();
    void powerCutsLoseNothingAcknowledged();
    void aRestoredImageIsRecognised();
    void theOutboxMarkOnlyMovesForward();
    void tornMarksAreRebuilt();
    void aReadOfAWrongPlaceIsRefused();
    void verifyCountsAndOpensEverything();
};

void TestLog::whatIsAppendedCanBeReadByPlace() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk);
    QCOMPARE(log->head().seq, 0U);
    const auto refs = write(*log, 5);
    QCOMPARE(refs.size(), 5U);
    QCOMPARE(log->head().seq, 5U);
    QVERIFY(log->head().hash == refs.back().hash);
    for (const EntryRef& ref : refs) {
        const auto bytes = log->read(ref);
        QVERIFY(bytes.has_value());
        QVERIFY(entryHash(*bytes) == ref.hash);
        QCOMPARE(parseHeader(*bytes)->seq, ref.seq);
    }
}

void TestLog::aBatchCostsOneSync() {
    MemoryDisk memory;
    FaultyFileSystem disk(memory);
    const auto log = m_clinic.openLog(disk);
    write(*log, 1);
    const qint64 before = disk.syncs();
    write(*log, 50);
    QCOMPARE(disk.syncs() - before, 1);
}

void TestLog::entriesFollowEachOtherAcrossOpenings() {
    MemoryDisk disk;
    for (int round = 0; round < 4; ++round) {
        const auto log = m_clinic.openLog(disk);
        QVERIFY(alarmsOf(*log).empty());
        QCOMPARE(log->head().seq, static_cast<std::uint64_t>(round * 3));
        write(*log, 3);
    }
    const auto log = m_clinic.openLog(disk);
    const Seen seen = scanAll(*log);
    QCOMPARE(seen.refs.size(), 12U);
    QVERIFY(seen.alarms.empty());
    QVERIFY(log->verify(true)->alarms.empty());
}

void TestLog::segmentsFollowEachOther() {
    MemoryDisk disk;
    std::vector<EntryRef> refs;
    for (int round = 0; round < 6; ++round) {
        const auto log = m_clinic.openLog(disk, 4000);
        for (int i = 0; i < 3; ++i)
            refs.push_back(write(*log, 1).front());
    }
    const auto log = m_clinic.openLog(disk, 4000);
    QVERIFY(refs.back().segment > 3);
    QVERIFY(scanAll(*log).refs == refs);
    QVERIFY(log->verify(false)->alarms.empty());
    QVERIFY(log->read(refs.front()).has_value());
}

void TestLog::aScanStartsWhereItIsTold() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk, 4000);
    std::vector<EntryRef> refs;
    for (int i = 0; i < 15; ++i)
        refs.push_back(write(*log, 1).front());
    for (std::uint64_t after = 0; after <= 15; ++after) {
        const Seen seen = scanAll(*log, after);
        QCOMPARE(seen.refs.size(), 15 - after);
        QVERIFY(seen.alarms.empty());
        if (!seen.refs.empty())
            QCOMPARE(seen.refs.front().seq, after + 1);
    }
}

void TestLog::aTailCutAtAnyByteIsSetAside() {
    MemoryDisk whole;
    write(*m_clinic.openLog(whole), 2);
    const QByteArray bytes = whole.bytes(m_segment);
    const qsizetype record = (bytes.size() - segmentHeaderSize) / 2;
    // The marks are of the time before the torn append.
    const QByteArray marks = [&] {
        MemoryDisk one;
        write(*m_clinic.openLog(one), 1);
        return one.bytes(QStringLiteral("/v/log/outbox"));
    }();
    Q_UNUSED(marks)
    for (qsizetype size = segmentHeaderSize + record + 1; size < bytes.size(); ++size) {
        const auto disk = whole.copy();
        disk->bytes(m_segment) = bytes.first(size);
        QVERIFY(disk->remove(QStringLiteral("/v/log/outbox")).has_value());
        const auto log = m_clinic.openLog(*disk);
        QCOMPARE(log->head().seq, 1U);
        QVERIFY(has(alarmsOf(*log), Kind::TornTail));
        const LogAlarm alarm = alarmsOf(*log).front();
        QCOMPARE(disk->bytes(QStringLiteral("/v/log/") + alarm.setAside),
                 bytes.sliced(segmentHeaderSize + record, size - segmentHeaderSize - record));
        QCOMPARE(disk->bytes(m_segment).size(), segmentHeaderSize + record);
        if (size % 97 == 0) {
            write(*log, 1);
            QCOMPARE(scanAll(*m_clinic.openLog(*disk)).refs.size(), 2U);
        }
    }
}

void TestLog::anAcknowledgedEntryThatVanishedIsNotATornTail() {
    MemoryDisk disk;
    std::vector<EntryRef> refs = write(*m_clinic.openLog(disk), 3);
    disk.bytes(m_segment).truncate(static_cast<qsizetype>(refs.back().offset));
    const auto log = m_clinic.openLog(disk);
    QVERIFY(has(alarmsOf(*log), Kind::LostTail));
    // Number 3 was acknowledged, perhaps uploaded: it is never used again.
    QVERIFY(log->stream() != refs.back().stream);
    const EntryRef next = write(*log, 1).front();
    QCOMPARE(next.seq, 2U); // 1 says what the stream goes on from
    std::optional<OpenedEntry> opened;
    const auto keep = [&](const EntryRef& ref, QByteArrayView bytes) -> base::Result<> {
        if (ref.seq == 1)
            opened = *openEntry(bytes, m_clinic.membership, m_clinic.keys);
        return {};
    };
    QVERIFY(log->scanStream(log->stream(), 0, keep, [](const LogAlarm&) {}).has_value());
    QVERIFY(opened.has_value());
    QVERIFY((opened->content.heads ==
             std::vector{KnownHead{.stream = refs[1].stream, .seq = 2, .hash = refs[1].hash}}));
    const auto again = m_clinic.openLog(disk);
    QVERIFY(alarmsOf(*again).empty());
    QVERIFY(again->stream() == log->stream());
    QCOMPARE(scanAll(*again).refs.size(), 4U);
}

void TestLog::aFlippedBitInAnySectorIsNamed() {
    MemoryDisk whole;
    write(*m_clinic.openLog(whole), 8);
    const qsizetype size = whole.bytes(m_segment).size();
    for (qsizetype sector = 0; sector < size; sector += 512) {
        const auto disk = whole.copy();
        QByteArray& bytes = disk->bytes(m_segment);
        const qsizetype at = std::min(sector + sector * 7 % 512, size - 1);
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        const auto log = m_clinic.openLog(*disk);
        QVERIFY2(!alarmsOf(*log).empty(), qPrintable(QString::number(at)));
        const LogAlarm alarm = alarmsOf(*log).front();
        QVERIFY(alarm.offset <= static_cast<std::uint64_t>(at) &&
                static_cast<std::uint64_t>(at) < alarm.offset + alarm.length);
        const auto report = log->verify(true);
        const bool lastRecord =
            has(alarmsOf(*log), Kind::LostTail); // set aside when the log was opened
        QVERIFY(lastRecord || !report->alarms.empty());
        QVERIFY(report->entries >= 7);
    }
}

void TestLog::aMissingSegmentIsNamed() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk, 3000);
    for (int i = 0; i < 9; ++i)
        write(*log, 1);
    QVERIFY(disk.remove(QString(m_segment).replace(QLatin1String("00000001"),
                                                   QLatin1String("00000002")))
                .has_value());
    const Seen seen = scanAll(*log);
    QVERIFY(has(seen.alarms, Kind::DamagedRecord));
    QVERIFY(has(seen.alarms, Kind::ChainGap));
    QVERIFY(seen.refs.size() >= 6);
    QCOMPARE(seen.refs.back().seq, 9U);
}

void TestLog::damageInAnOlderStreamIsNamedToo() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk);
    write(*log, 2);
    QVERIFY(log->startNextStream().has_value());
    write(*log, 1);
    QVERIFY(log->verify(true)->alarms.empty());
    disk.bytes(m_segment).append("not a record");
    const auto report = log->verify(true);
    QVERIFY(has(report->alarms, Kind::DamagedRecord));
    QCOMPARE(report->entries, 4U);
}

void TestLog::aDuplicatedRecordIsAGap() {
    MemoryDisk disk;
    const auto refs = write(*m_clinic.openLog(disk), 3);
    QByteArray& bytes = disk.bytes(m_segment);
    bytes += bytes.sliced(static_cast<qsizetype>(refs[1].offset),
                          static_cast<qsizetype>(refs[2].offset - refs[1].offset));
    const auto log = m_clinic.openLog(disk);
    QVERIFY(has(log->verify(false)->alarms, Kind::ChainGap));
}

void TestLog::anEntryOfAnotherStreamIsDamage() {
    MemoryDisk disk;
    const auto refs = write(*m_clinic.openLog(disk), 2);
    const auto prepared = prepareEntry(m_clinic.draft(uuidFor("patient"), "x"), m_clinic.keys);
    const ChainPlace elsewhere{.stream = streamOfDevice(m_clinic.device.sign.publicKey(), 1),
                               .seq = 3,
                               .prev = refs.back().hash,
                               .membershipHead = m_clinic.membership.head()};
    const SealedEntry sealed =
        *sealEntry(*prepared, elsewhere, m_clinic.keys, m_clinic.device.sign);
    disk.bytes(m_segment) += recordBytes(sealed.bytes, sealed.hash);
    const auto log = m_clinic.openLog(disk);
    QCOMPARE(log->head().seq, 2U);
    QVERIFY(has(alarmsOf(*log), Kind::TornTail));
}

void TestLog::aFullDiskLosesNothingAndRecovers() {
    MemoryDisk memory;
    FaultyFileSystem disk(memory);
    const auto log = m_clinic.openLog(disk);
    write(*log, 2);
    const QByteArray before = memory.bytes(m_segment);
    disk.fillDisk();
    const auto refused = log->append(m_clinic.draft(uuidFor("patient"), "full"));
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    QCOMPARE(memory.bytes(m_segment), before);
    QCOMPARE(log->head().seq, 2U);
    disk.heal();
    write(*log, 2);
    QCOMPARE(scanAll(*log).refs.size(), 4U);
    QVERIFY(log->verify(true)->alarms.empty());
}

void TestLog::everyFaultLeavesAnAcknowledgedLog_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("killed");
    for (const bool killed : {false, true}) {
        QTest::addRow("fails, killed %d", killed) << int(FaultyFileSystem::Fault::Fail) << killed;
        QTest::addRow("tears, killed %d", killed) << int(FaultyFileSystem::Fault::Tear) << killed;
        QTest::addRow("reports late, killed %d", killed)
            << int(FaultyFileSystem::Fault::Late) << killed;
    }
}

// Opens a log and appends batches until something fails; returns what was acknowledged.
static std::vector<EntryRef> work(ClinicFixture& clinic, base::FileSystem& disk, bool goOn) {
    std::vector<EntryRef> acknowledged;
    auto log = Log::open(disk, {.folder = QStringLiteral("/v/log"), .segmentBytes = 4000},
                         clinic.membership, clinic.keys, clinic.device.sign);
    if (!log)
        return acknowledged;
    for (int batch = 0; batch < 5; ++batch) {
        std::vector<PreparedEntry> entries;
        for (int i = 0; i <= batch % 3; ++i)
            entries.push_back(*prepareEntry(clinic.draft(uuidFor("patient"), "x"), clinic.keys));
        const auto refs = (*log)->append(entries);
        if (refs)
            acknowledged.insert(acknowledged.end(), refs->begin(), refs->end());
        else if (!goOn)
            break;
    }
    return acknowledged;
}

void TestLog::everyFaultLeavesAnAcknowledgedLog() {
    QFETCH(const int, fault);
    QFETCH(const bool, killed);
    MemoryDisk dry;
    FaultyFileSystem counter(dry);
    work(m_clinic, counter, true);
    QVERIFY(counter.points() > 20);
    for (qint64 point = 1; point <= counter.points(); ++point) {
        MemoryDisk memory;
        FaultyFileSystem disk(memory);
        disk.failAt(point, FaultyFileSystem::Fault(fault), ErrorCode::IoError, killed);
        const auto acknowledged = work(m_clinic, disk, !killed);
        disk.heal();
        const auto log = m_clinic.openLog(disk, 4000);
        QVERIFY2(!has(alarmsOf(*log), Kind::LostTail), qPrintable(QString::number(point)));
        for (const EntryRef& ref : acknowledged)
            QVERIFY2(log->read(ref).has_value(), qPrintable(QString::number(point)));
        write(*log, 1);
        const auto report = log->verify(true);
        QVERIFY2(report->alarms.empty(), qPrintable(QString::number(point)));
        QVERIFY(report->entries > acknowledged.size());
    }
}

void TestLog::powerCutsLoseNothingAcknowledged_data() {
    QTest::addColumn<int>("unsynced");
    QTest::addRow("unsynced bytes lost") << int(MemoryDisk::Unsynced::Lost);
    QTest::addRow("half of them kept") << int(MemoryDisk::Unsynced::Half);
    QTest::addRow("length kept, bytes zero") << int(MemoryDisk::Unsynced::Zeroed);
}

void TestLog::powerCutsLoseNothingAcknowledged() {
    QFETCH(const int, unsynced);
    MemoryDisk dry;
    FaultyFileSystem counter(dry);
    work(m_clinic, counter, true);
    for (qint64 point = 1; point <= counter.points() + 1; ++point) {
        MemoryDisk memory;
        FaultyFileSystem disk(memory);
        disk.failAt(point, FaultyFileSystem::Fault::Late, ErrorCode::IoError, true);
        const auto acknowledged = work(m_clinic, disk, false);
        memory.losePower(MemoryDisk::Unsynced(unsynced));
        disk.heal();
        const auto log = m_clinic.openLog(disk, 4000);
        QVERIFY2(!has(alarmsOf(*log), Kind::LostTail), qPrintable(QString::number(point)));
        for (const EntryRef& ref : acknowledged)
            QVERIFY2(log->read(ref).has_value(), qPrintable(QString::number(point)));
        write(*log, 1);
        QVERIFY2(log->verify(true)->alarms.empty(), qPrintable(QString::number(point)));
    }
}

void TestLog::aRestoredImageIsRecognised() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk);
    write(*log, 2);
    const auto image = disk.copy();
    write(*log, 3);
    const Marks today = log->marks();
    QVERIFY(!log->compare(today));
    const auto restored = m_clinic.openLog(*image);
    QVERIFY(alarmsOf(*restored).empty()); // nothing on this disk can tell
    QVERIFY(restored->compare(today)->kind == Kind::RestoredImage);
    write(*restored, 3);
    QVERIFY(restored->compare(today)); // same number, other history
    QVERIFY(restored->startNextStream().has_value());
    const EntryRef next = write(*restored, 1).front();
    QVERIFY(next.stream != today.stream);
    QVERIFY(restored->verify(true)->alarms.empty());
}

void TestLog::theOutboxMarkOnlyMovesForward() {
    MemoryDisk disk;
    {
        const auto log = m_clinic.openLog(disk);
        write(*log, 5);
        QVERIFY(log->setUploaded(3).has_value());
        QCOMPARE(log->setUploaded(2).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(log->setUploaded(6).error().code, ErrorCode::InvalidArgument);
    }
    disk.losePower(MemoryDisk::Unsynced::Lost);
    const auto log = m_clinic.openLog(disk);
    QCOMPARE(log->marks().uploaded, 3U);
    // The outbox is what a scan from the mark gives.
    QCOMPARE(scanAll(*log, log->marks().uploaded).refs.size(), 2U);
}

void TestLog::tornMarksAreRebuilt() {
    MemoryDisk disk;
    write(*m_clinic.openLog(disk), 2);
    write(*m_clinic.openLog(disk), 2); // both slots are in use now
    const QString path = QStringLiteral("/v/log/outbox");
    const QByteArray good = disk.bytes(path);
    disk.bytes(path)[20] = static_cast<char>(good[20] ^ 1);
    QVERIFY(alarmsOf(*m_clinic.openLog(disk)).empty()); // the other slot serves
    disk.bytes(path) = QByteArray(good.size(), 'x');
    const auto log = m_clinic.openLog(disk);
    QVERIFY(has(alarmsOf(*log), Kind::MarksDamaged));
    QCOMPARE(log->head().seq, 4U);
    QCOMPARE(log->marks().uploaded, 0U); // everything is sent again: idempotent
    write(*log, 2);
    QVERIFY(alarmsOf(*m_clinic.openLog(disk)).empty());
}

void TestLog::aReadOfAWrongPlaceIsRefused() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk);
    const EntryRef good = write(*log, 2).front();
    EntryRef bad = good;
    bad.offset += 1;
    QCOMPARE(log->read(bad).error().code, ErrorCode::LogDamaged);
    bad = good;
    bad.seq = 2;
    QCOMPARE(log->read(bad).error().code, ErrorCode::LogDamaged);
    bad = good;
    bad.hash = crypto::hash("other");
    QCOMPARE(log->read(bad).error().code, ErrorCode::LogDamaged);
    bad = good;
    bad.segment = 9;
    QCOMPARE(log->read(bad).error().code, ErrorCode::NotFound);
}

void TestLog::verifyCountsAndOpensEverything() {
    MemoryDisk disk;
    const auto log = m_clinic.openLog(disk);
    write(*log, 4);
    EntryDraft act = m_clinic.draft(uuidFor("patient"), "signed");
    act.author = m_clinic.physicianId;
    QVERIFY(log->append(act, &m_clinic.physician).has_value());
    const auto report = log->verify(true);
    QCOMPARE(report->entries, 5U);
    QCOMPARE(report->signatures, 6U);
    QCOMPARE(report->ops, 5U);
    QCOMPARE(log->verify(true, [](std::uint64_t) { return false; }).error().code,
             ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestLog)
#include "test_log.moc"
