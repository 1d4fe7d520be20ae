// Entries that come from elsewhere: other workstations', one's own again, and two in one place.

#include "clinic_fixture.h"
#include "support/faulty_file_system.h"
#include "support/memory_disk.h"

#include <QTest>

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;
using base::ErrorCode;
using Kind = Log::Taken::Kind;

namespace {

// A chain of entries made without any log.
struct Chain {
    const ClinicFixture& clinic;
    const crypto::SigningKey& key;
    ChainPlace place;
    std::vector<SealedEntry> entries{};

    Chain(const ClinicFixture& where, const crypto::SigningKey& signer, std::uint32_t number = 0)
        : clinic(where)
        , key(signer)
        , place{.stream = streamOfDevice(signer.publicKey(), number),
                .membershipHead = where.membership.head()} {}

    const SealedEntry& add() {
        const auto prepared = prepareEntry({.type = EntryType::Heartbeat}, clinic.keys);
        entries.push_back(*sealEntry(*prepared, place, clinic.keys, key));
        place.prev = entries.back().hash;
        ++place.seq;
        return entries.back();
    }
};

Kind take(Log& log, const SealedEntry& entry) {
    const auto taken = log.take(entry.bytes);
    if (!taken)
        qFatal("%s", qPrintable(taken.error().toString()));
    return taken->kind;
}

} // namespace

class TestLogTaken : public QObject {
    Q_OBJECT

    ClinicFixture m_clinic;
    DeviceKeys m_other = DeviceKeys::fromSeed(seedFor("other"));
    crypto::SigningKey m_person = *crypto::SigningKey::fromSeed(seedFor("person"));

    std::uint64_t count(const Log& log, int* alarms = nullptr) {
        std::uint64_t entries = 0;
        const auto each = [&](const EntryRef&, QByteArrayView) -> base::Result<> {
            ++entries;
            return {};
        };
        const auto alarm = [&](const LogAlarm&) {
            if (alarms)
                ++*alarms;
        };
        if (!log.scan(each, alarm))
            qFatal("scan");
        return entries;
    }

private Q_SLOTS:
    void initTestCase() {
        const JoinRequest request =
            makeJoinRequest(uuidFor("other"), m_other, QStringLiteral("Salle 2"), uuidFor("person"),
                            m_person, QStringLiteral("Dr B"));
        QVERIFY(m_clinic.membership.admit(
            request, UserRole::Physician,
            {m_clinic.physicianId, m_clinic.physician, m_clinic.device}, m_clinic.keys));
    }

    void anothersEntriesAreAppendedOnce() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        Chain chain(m_clinic, m_other.sign);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(take(*log, chain.add()), Kind::Appended);
        QVERIFY(log->syncTaken());
        for (const SealedEntry& entry : chain.entries)
            QCOMPARE(take(*log, entry), Kind::Known);
        QCOMPARE(count(*log), 5U);
        log.reset();
        log = m_clinic.openLog(disk); // and after reopening
        QCOMPARE(take(*log, chain.entries.at(2)), Kind::Known);
        QCOMPARE(take(*log, chain.add()), Kind::Appended);
        QVERIFY(log->syncTaken());
        QCOMPARE(count(*log), 6U);
        QVERIFY(log->verify(true)->alarms.empty());
    }

    void whatIsNotSyncedIsNotRead() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        Chain chain(m_clinic, m_other.sign);
        QCOMPARE(take(*log, chain.add()), Kind::Appended);
        QCOMPARE(count(*log), 0U);
        QVERIFY(log->syncTaken());
        QCOMPARE(count(*log), 1U);
    }

    void aGapKeepsNothing() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        Chain chain(m_clinic, m_other.sign);
        chain.add();
        chain.add();
        QCOMPARE(take(*log, chain.entries.at(1)), Kind::Gap);
        QCOMPARE(count(*log), 0U);
        QCOMPARE(take(*log, chain.entries.at(0)), Kind::Appended);
        QCOMPARE(take(*log, chain.entries.at(1)), Kind::Appended);
    }

    void twoEntriesWithOneNumberAreBothKept() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        Chain first(m_clinic, m_other.sign);
        first.add();
        first.add();
        Chain second = first; // the copy of a machine
        first.add();
        first.add();
        second.add();
        second.add();
        for (const SealedEntry& entry : first.entries)
            QCOMPARE(take(*log, entry), Kind::Appended);
        QCOMPARE(take(*log, second.entries.at(1)), Kind::Known);
        QCOMPARE(take(*log, second.entries.at(2)), Kind::Branched);
        QCOMPARE(take(*log, second.entries.at(3)), Kind::Appended);
        QVERIFY(log->syncTaken());
        QCOMPARE(count(*log), 6U);
        int alarms = 0;
        log = m_clinic.openLog(disk);
        QCOMPARE(count(*log, &alarms), 6U);
        QCOMPARE(alarms, 0);
        for (const SealedEntry& entry : second.entries)
            QCOMPARE(take(*log, entry), Kind::Known);
        QCOMPARE(take(*log, second.add()), Kind::Appended);
        QVERIFY(log->syncTaken());
        QVERIFY(log->verify(true)->alarms.empty());
        // The branch is a chain of its own, of the same stream.
        const auto chains = log->streams();
        QCOMPARE(chains->size(), 2U);
        for (const base::Uuid& chain : *chains)
            QVERIFY(log->streamOf(chain) == first.place.stream);
    }

    // A branch of a branch, and one that begins with the very first entry.
    void branchesBranchAgain() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        Chain a(m_clinic, m_other.sign), b(m_clinic, m_other.sign);
        a.add();
        b.add();
        QCOMPARE(take(*log, a.entries.at(0)), Kind::Appended);
        QCOMPARE(take(*log, b.entries.at(0)), Kind::Branched);
        b.add();
        Chain c = b;
        c.add();
        b.add();
        QCOMPARE(take(*log, b.entries.at(1)), Kind::Appended);
        QCOMPARE(take(*log, b.entries.at(2)), Kind::Appended);
        QCOMPARE(take(*log, c.entries.at(2)), Kind::Branched);
        QVERIFY(log->syncTaken());
        QCOMPARE(count(*log), 5U);
        QVERIFY(log->verify(true)->alarms.empty());
    }

    // The log of a restored image: its own later entries come back from the others.
    void ownEntriesComeBack() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        Chain chain(m_clinic, m_clinic.device.sign);
        QCOMPARE(take(*log, chain.add()), Kind::Appended);
        QCOMPARE(take(*log, chain.add()), Kind::Appended);
        QVERIFY(log->syncTaken());
        QCOMPARE(log->head().seq, 2U);
        const auto next = log->append(m_clinic.draft(uuidFor("patient"), "x"));
        QCOMPARE(next->seq, 3U);
        QVERIFY(log->verify(false)->alarms.empty());
        // Numbers that both used: kept beside, and this workstation goes on elsewhere.
        QCOMPARE(take(*log, chain.add()), Kind::Branched);
        QVERIFY(log->syncTaken());
        QVERIFY(log->startNextStream());
        QCOMPARE(log->append(m_clinic.draft(uuidFor("patient"), "y"))->seq, 2U);
        QVERIFY(log->verify(true)->alarms.empty());
    }

    // Two copies of one machine both went on in the next stream: this one goes further.
    void aNextStreamThatIsTakenIsPassedOver() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        QVERIFY(log->append(m_clinic.draft(uuidFor("patient"), "x")).has_value());
        Chain copy(m_clinic, m_clinic.device.sign, 1);
        QCOMPARE(take(*log, copy.add()), Kind::Appended);
        QVERIFY(log->syncTaken());
        QVERIFY(log->startNextStream());
        QVERIFY(log->stream() == streamOfDevice(m_clinic.device.sign.publicKey(), 2));
        QVERIFY(log->append(m_clinic.draft(uuidFor("patient"), "y")).has_value());
        QVERIFY(log->verify(true)->alarms.empty());
    }

    void strangersAndForgeriesAreRefused() {
        MemoryDisk disk;
        auto log = m_clinic.openLog(disk);
        const auto stranger = DeviceKeys::fromSeed(seedFor("stranger"));
        Chain foreign(m_clinic, stranger.sign);
        QCOMPARE(log->take(foreign.add().bytes).error().code, ErrorCode::UnknownKey);
        Chain chain(m_clinic, m_other.sign);
        const QByteArray good = chain.add().bytes;
        for (qsizetype at = 0; at < good.size(); at += 7) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            QVERIFY2(!log->take(bad), qPrintable(QString::number(at)));
        }
        QCOMPARE(count(*log), 0U);
        ClinicFixture elsewhere;
        Chain other(elsewhere, elsewhere.device.sign);
        QVERIFY(!log->take(QByteArray()).has_value());
    }

    void aFullDiskKeepsWhatCounts() {
        MemoryDisk memory;
        FaultyFileSystem disk(memory);
        auto log = m_clinic.openLog(disk);
        Chain chain(m_clinic, m_other.sign);
        QCOMPARE(take(*log, chain.add()), Kind::Appended);
        QVERIFY(log->syncTaken());
        QCOMPARE(take(*log, chain.add()), Kind::Appended);
        disk.fillDisk();
        QVERIFY(!log->syncTaken().has_value());
        disk.heal();
        QCOMPARE(count(*log), 1U);
        QCOMPARE(take(*log, chain.entries.at(1)), Kind::Appended);
        QVERIFY(log->syncTaken());
        QCOMPARE(count(*log), 2U);
        QVERIFY(log->verify(true)->alarms.empty());
    }
};

QTEST_GUILESS_MAIN(TestLogTaken)
#include "test_log_taken.moc"
