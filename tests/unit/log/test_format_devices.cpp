// Several workstations in one log: what the code writes is what ENTRY.md says, as a checker written
// from the page alone reads it; and that checker refuses what the page refuses.

#include "clinic_fixture.h"
#include "hand_signed.h"
#include "log/segment.h"
#include "newcomer.h"
#include "run_verifier.h"

#include <QTemporaryDir>

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;

namespace {

// Entries of another workstation, made without any log.
struct Chain {
    ClinicFixture& clinic;
    const crypto::SigningKey& key;
    ChainPlace place;

    Chain(ClinicFixture& where, const crypto::SigningKey& signer)
        : clinic(where)
        , key(signer)
        , place{.stream = streamOfDevice(signer.publicKey(), 0)} {}

    SealedEntry add(const EntryDraft& draft) {
        place.membershipHead = clinic.membership.head();
        const auto prepared = prepareEntry(draft, clinic.keys);
        SealedEntry entry = *sealEntry(*prepared, place, clinic.keys, key);
        place.prev = entry.hash;
        ++place.seq;
        return entry;
    }
    [[nodiscard]] KnownHead head() const { return {place.stream, place.seq - 1, place.prev}; }
};

EntryDraft heartbeat() {
    return {.type = EntryType::Heartbeat, .time = 7};
}

QByteArray flipped(QByteArray bytes, qsizetype at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    return bytes;
}

} // namespace

class TestFormatDevices : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ClinicFixture m_clinic;
    Newcomer m_second{"Salle 2"}, m_third{"Salle 3"}, m_fourth{"Salle 4"};
    Chain m_of2{m_clinic, m_second.keys.sign}, m_of3{m_clinic, m_third.keys.sign};
    std::unique_ptr<Log> m_log;
    Hash m_cut{};               // the third workstation's last entry that counts
    QByteArray m_forkedChain{}; // before an administrator ended the fork

    [[nodiscard]] QString path(const char* name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] Signers administrator() {
        return {m_clinic.physicianId, m_clinic.physician, m_clinic.device};
    }
    [[nodiscard]] Verdict check(bool open) const {
        QStringList arguments{path("log")};
        if (open)
            arguments += {QStringLiteral("--keys"), path("keys.json")};
        return runVerifier(arguments);
    }
    // The verdict on the log with these bytes in a file, which then is as it was.
    [[nodiscard]] Verdict checkWith(const QString& file, const QByteArray& bytes) const {
        const QByteArray good = readFile(file);
        writeFile(file, bytes);
        Verdict verdict = check(false);
        writeFile(file, good);
        return verdict;
    }
    [[nodiscard]] Verdict checkWith(const QByteArray& more) const {
        auto statements = m_clinic.membership.statements();
        statements.push_back(more);
        return checkWith(path("log/membership"), membershipFile(statements));
    }
    void take(const SealedEntry& entry, Log::Taken::Kind kind = Log::Taken::Kind::Appended) {
        const auto taken = m_log->take(entry.bytes);
        if (!taken || taken->kind != kind)
            qFatal("not taken");
    }
    void write(const char* patient) {
        if (!m_log->append(m_clinic.draft(uuidFor(patient), patient)))
            qFatal("append");
    }

    void writeFirstEntries();
    void forkAndResolve();
    void writeLastEntries();
    void writeKeyFile() const;
    // Revokes the second workstation: what is right, and what a hand may make of it.
    struct Revocation {
        std::vector<crypto::BoxPublicKey> recipients{};
        std::vector<Cut> cuts{};
        std::uint32_t number = 3;
    };
    [[nodiscard]] Revocation goodRevocation() const;
    [[nodiscard]] QByteArray revoking(const Revocation& what) const;

private Q_SLOTS:
    void initTestCase();
    void theVerifierAgrees();
    void aForkIsNoAlarm();
    void flippedBitsAreRefused();
    void everyMissingStatementIsMissed();
    void aMovedCutIsRefused();
    void aRevocationIsHeldToItsRules();
    void aRevokedWorkstationSignsNothing();
    void anAdministratorTakesTwoSignatures();
    void aBranchBeginsInItsStream();
};

void TestFormatDevices::initTestCase() {
    if (!verifierRuns())
        QSKIP("python3-nacl and python3-cbor2 are not installed");
    for (const Newcomer* who : {&m_second, &m_third})
        QVERIFY(m_clinic.membership.admit(who->request, UserRole::Physician, administrator(),
                                          m_clinic.keys));
    auto log = Log::open(base::realFileSystem(), {.folder = path("log")}, m_clinic.membership,
                         m_clinic.keys, m_clinic.device.sign);
    QVERIFY(log.has_value());
    m_log = std::move(*log);
    writeFirstEntries();
    forkAndResolve();
    writeLastEntries();
    writeFile(path("log/membership"), m_clinic.membership.toBytes());
    writeKeyFile();
}

// The first workstation 2, the second 3 and a branch of 1, the third 4.
void TestFormatDevices::writeFirstEntries() {
    write("a");
    write("b");
    const SealedEntry first = m_of3.add(m_clinic.draft(uuidFor("c"), "c"));
    EntryDraft after = m_clinic.draft(uuidFor("c"), "c2"); // its key stands in another stream
    after.heads.push_back(m_of3.head());
    take(m_of2.add(after));
    take(first);
    take(m_of2.add(heartbeat()));
    Chain copy = m_of2;
    take(m_of2.add(heartbeat()));
    EntryDraft beside = heartbeat();
    beside.time = 8;
    take(copy.add(beside), Log::Taken::Kind::Branched);
    for (int i = 2; i <= 4; ++i) {
        take(m_of3.add(heartbeat()));
        if (i == 2)
            m_cut = m_of3.head().hash;
    }
    QVERIFY(m_log->syncTaken());
}

// One branch admits a fourth workstation and revokes the third after its entry 4, the other revokes
// it after entry 2: both begin epoch 2, and the lower cut counts.
void TestFormatDevices::forkAndResolve() {
    Membership& here = m_clinic.membership;
    Membership there = here;
    QVERIFY(here.admit(m_fourth.request, UserRole::Physician, administrator(), m_clinic.keys));
    const KnownHead last = m_of3.head();
    QVERIFY(
        here.revoke(m_third.request.device, {{last.stream, last.seq, last.hash}}, administrator()));
    QVERIFY(there.revoke(m_third.request.device, {{last.stream, 2, m_cut}}, administrator()));
    QVERIFY(*here.accept(there.statements().back()));
    QVERIFY(here.forked());
    m_forkedChain = here.toBytes();
    QVERIFY(here.resolveFork(administrator(), m_clinic.keys));
    QVERIFY(here.setAdministrator(m_second.request.professional, true, administrator(),
                                  {.root = &m_clinic.root.sign}));
    QVERIFY(here.refresh(m_clinic.keys, m_clinic.device));
    QCOMPARE(m_clinic.keys.epochs(2).size(), 2U);
}

void TestFormatDevices::writeLastEntries() {
    write("a");
    take(m_of2.add(heartbeat()));
    QVERIFY(m_log->syncTaken());
    QVERIFY(m_log->startNextStream()); // with an entry of its own
    write("d");
}

void TestFormatDevices::writeKeyFile() const {
    SeededRandom random("clinic"); // the founding draws a nonce, the epoch's and the keybox's key
    std::array<std::array<std::uint8_t, 32>, 3> drawn{};
    for (auto& bytes : drawn)
        random.fill(bytes);
    const auto quoted = [](const void* key) {
        const QByteArray hex = QByteArray(static_cast<const char*>(key), 32).toHex();
        return QByteArray("\"" + hex + "\"");
    };
    const auto second = m_clinic.keys.epochs(2);
    writeFile(path("keys.json"),
              QByteArray(R"({"epochs":{"1":)" + quoted(drawn[1].data()) + R"(,"2":[)" +
                         quoted(second[0]->secret().bytes().data()) + "," +
                         quoted(second[1]->secret().bytes().data()) + R"(]},"keyboxes":{"1":)" +
                         quoted(drawn[2].data()) + "}}"));
}

void TestFormatDevices::theVerifierAgrees() {
    const auto ours = m_log->verify(true);
    QVERIFY(ours.has_value());
    QVERIFY(ours->alarms.empty());
    QCOMPARE(ours->revoked, 2U);
    for (const bool open : {false, true}) {
        const Verdict theirs = check(open);
        QVERIFY2(theirs.exit == 0, qPrintable(theirs.alarm()));
        QCOMPARE(theirs.count("entries"), 12);
        QCOMPARE(theirs.count("revoked"), 2);
        QCOMPARE(theirs.count("ops"), open ? 6 : 0);
        QCOMPARE(theirs.count("unreadable"), 0);
        const auto ends = m_log->heads();
        QJsonObject heads;
        for (const auto& [chain, head] : *ends)
            heads[chain.toHex()] = QJsonArray{static_cast<qint64>(head.seq), head.hash.toHex()};
        QCOMPARE(heads.size(), 5); // two streams of the first, two chains of the second's
        QCOMPARE(theirs.report[QLatin1String("heads")].toObject(), heads);
        QCOMPARE(theirs.report[QLatin1String("membershipHeads")].toArray(),
                 QJsonArray{m_clinic.membership.head().toHex()});
    }
    QVERIFY(
        check(true).report[QLatin1String("labels")].toArray().contains(QStringLiteral("Salle 4")));
}

// The chain as it was in the fork: both ends, and entries that cite what came later are missed.
void TestFormatDevices::aForkIsNoAlarm() {
    const QString fork = path("fork/membership");
    writeFile(fork, m_forkedChain);
    const Verdict verdict = runVerifier({path("fork")});
    QCOMPARE(verdict.exit, 0);
    QCOMPARE(verdict.report[QLatin1String("membershipHeads")].toArray().size(), 2);
    QCOMPARE(checkWith(path("log/membership"), m_forkedChain).alarm(),
             QStringLiteral("membership head"));
}

void TestFormatDevices::flippedBitsAreRefused() {
    const QByteArray chain = readFile(path("log/membership"));
    for (qsizetype at = 2; at < chain.size(); at += chain.size() / 11)
        QVERIFY2(checkWith(path("log/membership"), flipped(chain, at)).exit == 4,
                 qPrintable(QString::number(at)));
    const auto chains = m_log->streams();
    for (const base::Uuid& name : *chains) {
        const QString file = segmentName({.stream = name});
        const QByteArray segment = readFile(path("log/") + file);
        for (const qsizetype at : {qsizetype{45}, qsizetype{64 + 4 + 200}, segment.size() - 1}) {
            const Verdict bad = checkWith(path("log/") + file, flipped(segment, at));
            QCOMPARE(bad.exit, 4);
            QCOMPARE(bad.alarm("file"), file);
        }
    }
}

void TestFormatDevices::everyMissingStatementIsMissed() {
    const auto all = m_clinic.membership.statements();
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto some = all;
        some.erase(some.begin() + static_cast<std::ptrdiff_t>(i));
        QVERIFY2(checkWith(path("log/membership"), membershipFile(some)).exit == 4,
                 qPrintable(QString::number(i)));
    }
}

// The other branch's cut, put at a later entry.
void TestFormatDevices::aMovedCutIsRefused() {
    QByteArray chain = readFile(path("log/membership"));
    CborWriter cut, moved;
    cut.number(2).bytes(m_cut.view());
    moved.number(3).bytes(m_cut.view());
    QCOMPARE(chain.count(cut.result()), 1);
    chain.replace(cut.result(), moved.result());
    QCOMPARE(checkWith(path("log/membership"), chain).alarm(), QStringLiteral("signature"));
}

TestFormatDevices::Revocation TestFormatDevices::goodRevocation() const {
    const KnownHead last = m_of2.head();
    return {.recipients = {m_clinic.root.box.publicKey, m_clinic.device.box.publicKey,
                           m_fourth.keys.box.publicKey},
            .cuts = {{last.stream, last.seq, last.hash}}};
}

QByteArray TestFormatDevices::revoking(const Revocation& what) const {
    const auto key = *crypto::EpochKey::from(seedFor("epoch"));
    CborWriter fields;
    fields.array(4).bytes(m_clinic.physicianId.toByteArray());
    fields.bytes(m_second.request.device.toByteArray()).array(what.cuts.size());
    for (const Cut& cut : what.cuts)
        fields.array(3).bytes(cut.stream.toByteArray()).number(cut.seq).bytes(cut.hash.view());
    fields.array(3).number(what.number);
    fields.bytes(epochCommitment(key, m_clinic.membership.clinic(), what.number).view());
    fields.array(what.recipients.size());
    for (const auto& recipient : what.recipients)
        fields.array(2).bytes(recipient.view()).bytes(crypto::sealTo(recipient, key.secret()));
    return statement(m_clinic.membership, 6, fields.result(),
                     {&m_clinic.physician, &m_clinic.device.sign});
}

void TestFormatDevices::aRevocationIsHeldToItsRules() {
    const Verdict good = checkWith(revoking(goodRevocation()));
    QVERIFY2(good.exit == 0, qPrintable(good.alarm()));
    QCOMPARE(good.count("revoked"), 2); // its branch has a lower number than the cut
    Revocation earlier = goodRevocation();
    earlier.cuts.front().seq = 3; // with the hash of entry 4: both entries 3 and 4 are beyond it
    QCOMPARE(checkWith(revoking(earlier)).count("revoked"), 2 + 3);
    const auto refused = [this](const char* why, const auto& change) {
        Revocation bad = goodRevocation();
        change(bad);
        const Verdict verdict = checkWith(revoking(bad));
        return verdict.exit == 4 && verdict.alarm() == QLatin1String(why);
    };
    const auto stranger = DeviceKeys::fromSeed(seedFor("stranger"));
    QVERIFY(refused("recipients",
                    [&](Revocation& bad) { bad.recipients.push_back(stranger.box.publicKey); }));
    QVERIFY(refused("recipients", [&](Revocation& bad) {
        bad.recipients.push_back(m_third.keys.box.publicKey); // revoked long ago
    }));
    QVERIFY(refused("recipients", [](Revocation& bad) { bad.recipients.pop_back(); }));
    QVERIFY(refused("epoch number", [](Revocation& bad) { bad.number = 4; }));
    QVERIFY(refused("order of the cuts",
                    [](Revocation& bad) { bad.cuts.push_back(bad.cuts.front()); }));
}

void TestFormatDevices::aRevokedWorkstationSignsNothing() {
    CborWriter fields;
    fields.array(2).bytes(m_clinic.physicianId.toByteArray());
    fields.bytes(m_fourth.request.professional.toByteArray());
    const auto by = [&](const crypto::SigningKey& person, const crypto::SigningKey& device) {
        return checkWith(statement(m_clinic.membership, 3, fields.result(), {&person, &device}));
    };
    QCOMPARE(by(m_clinic.physician, m_clinic.device.sign).exit, 0);
    QCOMPARE(by(m_clinic.physician, m_third.keys.sign).alarm(), QStringLiteral("device"));
    QCOMPARE(by(m_fourth.person, m_clinic.device.sign).alarm(), QStringLiteral("administrator"));
}

void TestFormatDevices::anAdministratorTakesTwoSignatures() {
    CborWriter fields;
    fields.array(4).bytes(m_clinic.physicianId.toByteArray());
    fields.bytes(m_second.request.professional.toByteArray());
    fields.bytes(m_fourth.request.professional.toByteArray()).boolean(true);
    const auto by = [&](const std::vector<const crypto::SigningKey*>& signers) {
        return checkWith(statement(m_clinic.membership, 7, fields.result(), signers));
    };
    QCOMPARE(by({&m_clinic.physician, &m_second.person, &m_clinic.device.sign}).exit, 0);
    QCOMPARE(by({&m_clinic.physician, &m_clinic.device.sign}).alarm(),
             QStringLiteral("administrator"));
}

// A branch under a name of its own choice, and one whose stream is gone.
void TestFormatDevices::aBranchBeginsInItsStream() {
    const QString own = path("log/") + m_of2.place.stream.toHex();
    QString branch;
    const auto chains = m_log->streams();
    for (const base::Uuid& chain : *chains)
        if (m_log->streamOf(chain) == m_of2.place.stream && chain != m_of2.place.stream)
            branch = path("log/") + chain.toHex();
    const QString other = path("log/") + uuidFor("any").toHex();
    QVERIFY(QDir().rename(branch, other));
    QCOMPARE(check(false).alarm(), QStringLiteral("name of a branch"));
    QVERIFY(QDir().rename(other, branch));
    QVERIFY(QDir().rename(own, path("elsewhere")));
    QCOMPARE(check(false).alarm(), QStringLiteral("branch from nowhere"));
    QVERIFY(QDir().rename(path("elsewhere"), own));
    QCOMPARE(check(false).exit, 0);
}

QTEST_GUILESS_MAIN(TestFormatDevices)
#include "test_format_devices.moc"
