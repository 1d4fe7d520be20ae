// The bytes of ENTRY.md: the code makes exactly the committed vectors, and a verifier written from
// the page alone agrees with the code about them, about a fresh log, and about a damaged one.
//
// CHEVET_WRITE_FIXTURES=1 writes the vectors anew; do that only with a new format version.

#include "clinic_fixture.h"
#include "log/blob_store.h"
#include "log/segment.h"
#include "run_verifier.h"

#include <QTemporaryDir>

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;

namespace {

const QString fixtures = QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/log");

// The fixture's clinic is founded from seeded bytes: nonce, epoch key, keybox key.
QByteArray keyFile() {
    SeededRandom random("clinic");
    std::array<std::array<std::uint8_t, 32>, 3> drawn{};
    for (auto& bytes : drawn)
        random.fill(bytes);
    const auto hex = [&](std::size_t i) {
        return QByteArray(reinterpret_cast<const char*>(drawn[i].data()), 32).toHex();
    };
    return QByteArray(R"({"epochs":{"1":")") + hex(1) + R"("},"keyboxes":{"1":")" + hex(2) +
           "\"}}\n";
}

} // namespace

class TestFormat : public QObject {
    Q_OBJECT

    bool m_write = qEnvironmentVariableIsSet("CHEVET_WRITE_FIXTURES");

    static std::vector<EntryDraft> drafts(ClinicFixture& clinic, const QByteArray& frame);
    QJsonObject expected(const std::vector<EntryDraft>& drafts,
                         const std::vector<SealedEntry>& entries) const;

private Q_SLOTS:
    void theVectorsAreWhatTheCodeMakes();
    void theVectorsOpen();
    void theIndependentVerifierAgrees();
    void theIndependentVerifierReadsAFreshLog();
};

std::vector<EntryDraft> TestFormat::drafts(ClinicFixture& clinic, const QByteArray& frame) {
    const base::Uuid patient = uuidFor("vector patient");
    EntryDraft import{.time = std::uint64_t{1763938800000} << 16U};
    import.newKeys.push_back(clinic.admit(patient));
    import.part = Part{.set = uuidFor("vector set"), .index = 1, .count = 1};
    Op op{.kind = OpKind::Put,
          .patient = patient,
          .resourceType = "Observation",
          .resourceId = "0283b437-ef20-41bb-a026-b60a742d536a"};
    op.body = frame;
    op.source = Source{.file = "dossier.json", .place = Source::Place::Entry, .number = 3};
    import.ops.push_back(op);
    Op shared{.kind = OpKind::Put, .resourceType = "Organization", .resourceId = "clinique"};
    shared.body = QByteArray(1, '\0') + R"({"resourceType":"Organization","id":"clinique"})";
    import.ops.push_back(shared);
    EntryDraft note{.author = clinic.physicianId,
                    .reason = "Correction",
                    .time = (std::uint64_t{1763938801000} << 16U) + 2};
    op.parents = {opDigest(op, *BodyCodec::instance().decode(frame))};
    op.body = QByteArray(1, '\0') + R"({"resourceType":"Observation","status":"amended"})";
    op.source.reset();
    note.ops.push_back(op);
    const EntryDraft heartbeat{
        .type = EntryType::Heartbeat,
        .heads = {{.stream = uuidFor("peer"), .seq = 9, .hash = crypto::hash("peer")}},
        .time = 3};
    return {import, note, heartbeat};
}

QJsonObject TestFormat::expected(const std::vector<EntryDraft>& all,
                                 const std::vector<SealedEntry>& entries) const {
    QJsonArray hashes;
    QJsonArray digests;
    for (const SealedEntry& entry : entries)
        hashes.append(entry.hash.toHex());
    for (const EntryDraft& draft : all)
        for (const Op& op : draft.ops)
            digests.append(opDigest(op, *BodyCodec::instance().decode(op.body)).toHex());
    return {{QStringLiteral("hashes"), hashes}, {QStringLiteral("digests"), digests}};
}

void TestFormat::theVectorsAreWhatTheCodeMakes() {
    ClinicFixture clinic;
    const QByteArray json =
        R"({"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]}})";
    if (m_write) { // sealed boxes and the compressor differ from run to run and version to version:
                   // kept as files
        writeFile(fixtures + QStringLiteral("/membership"), clinic.membership.toBytes());
        writeFile(fixtures + QStringLiteral("/frame.bin"), *BodyCodec::instance().encode(json));
    }
    clinic.membership = *Membership::parse(readFile(fixtures + QStringLiteral("/membership")));
    clinic.keys = *clinic.membership.openKeys(clinic.device);
    const QByteArray frame = readFile(fixtures + QStringLiteral("/frame.bin"));
    QCOMPARE(*BodyCodec::instance().decode(frame), json);

    clinic.random = SeededRandom("vectors");
    const auto all = drafts(clinic, frame);
    clinic.keys.setLookup(
        [&](const base::Uuid& patient) { return std::optional(clinic.patientKeys.at(patient)); });
    const SegmentId id{.stream = streamOfDevice(clinic.device.sign.publicKey(), 0)};
    QByteArray segment = segmentHeader(clinic.membership.clinic(), id, id.stream);
    ChainPlace place{
        .stream = id.stream, .seq = 0, .prev = {}, .membershipHead = clinic.membership.head()};
    std::vector<SealedEntry> entries;
    for (const EntryDraft& draft : all) {
        const auto prepared = prepareEntry(
            draft, clinic.keys, draft.author ? &clinic.physician : nullptr, clinic.random);
        ++place.seq;
        entries.push_back(*sealEntry(*prepared, place, clinic.keys, clinic.device.sign));
        place.prev = entries.back().hash;
        segment += recordBytes(entries.back().bytes, entries.back().hash);
    }
    const QString path = fixtures + QLatin1Char('/') + segmentName(id);
    const QByteArray expectedJson = QJsonDocument(expected(all, entries)).toJson();
    if (m_write) {
        writeFile(path, segment);
        writeFile(fixtures + QStringLiteral("/expected.json"), expectedJson);
        writeFile(fixtures + QStringLiteral("/keys.json"), keyFile());
    }
    QCOMPARE(readFile(path).toHex(), segment.toHex());
    QCOMPARE(readFile(fixtures + QStringLiteral("/expected.json")), expectedJson);
}

void TestFormat::theVectorsOpen() {
    ClinicFixture clinic;
    clinic.membership = *Membership::parse(readFile(fixtures + QStringLiteral("/membership")));
    clinic.keys = *clinic.membership.openKeys(clinic.device);
    MemoryDisk disk;
    const SegmentId id{.stream = streamOfDevice(clinic.device.sign.publicKey(), 0)};
    const QString folder = QStringLiteral("/v/log/") + id.stream.toHex();
    QVERIFY(disk.makeFolder(folder).has_value());
    const QString path = QStringLiteral("/v/log/") + segmentName(id);
    QVERIFY(disk.open(path, base::OpenMode::CreateNew).has_value());
    disk.bytes(path) = readFile(fixtures + QLatin1Char('/') + segmentName(id));

    std::vector<QByteArray> bodies;
    const auto log = clinic.openLog(disk);
    const auto read = [&](const EntryRef&, QByteArrayView bytes) -> base::Result<> {
        const auto opened = openEntry(bytes, clinic.membership, clinic.keys);
        if (!opened)
            return std::unexpected(opened.error());
        for (const WrappedPatientKey& key : opened->content.newKeys) // what the view would remember
            clinic.patientKeys.insert_or_assign(key.patient, key);
        for (const Op& op : opened->content.ops)
            bodies.push_back(*BodyCodec::instance().decode(op.body));
        return {};
    };
    clinic.keys.setLookup(
        [&](const base::Uuid& patient) { return std::optional(clinic.patientKeys.at(patient)); });
    const auto scanned = log->scan(read, [](const LogAlarm&) { QFAIL("alarm"); });
    QVERIFY2(scanned.has_value(), scanned ? "" : qPrintable(scanned.error().toString()));
    QCOMPARE(log->head().seq, 3U);
    QCOMPARE(bodies.size(), 3U);
    QVERIFY(bodies[2].contains("amended"));
}

void TestFormat::theIndependentVerifierAgrees() {
    if (!verifierRuns())
        QSKIP("python3-nacl and python3-cbor2 are not installed");
    const QJsonObject wanted =
        QJsonDocument::fromJson(readFile(fixtures + QStringLiteral("/expected.json"))).object();
    const Verdict open =
        runVerifier({fixtures, QStringLiteral("--keys"), fixtures + QStringLiteral("/keys.json")});
    QCOMPARE(open.exit, 0);
    QCOMPARE(open.report[QLatin1String("hashes")], wanted[QLatin1String("hashes")]);
    QCOMPARE(open.report[QLatin1String("digests")], wanted[QLatin1String("digests")]);
    QCOMPARE(open.report[QLatin1String("signatures")].toInt(),
             4); // three entries, one countersignature
    QVERIFY(open.report[QLatin1String("labels")].toArray().contains(
        QStringLiteral("Dre Maude Lachance")));
    const Verdict closed = runVerifier({fixtures});
    QCOMPARE(closed.exit, 0);
    QCOMPARE(closed.report[QLatin1String("entries")].toInt(), 3);
    QCOMPARE(closed.report[QLatin1String("ops")].toInt(), 0);
}

void TestFormat::theIndependentVerifierReadsAFreshLog() {
    if (!verifierRuns())
        QSKIP("python3-nacl and python3-cbor2 are not installed");
    const QTemporaryDir folder;
    const QString logFolder = folder.filePath(QStringLiteral("log"));
    auto& disk = base::realFileSystem();
    ClinicFixture clinic;
    BlobStore blobs(disk, folder.filePath(QStringLiteral("blobs")));
    const auto log = Log::open(disk, {.folder = logFolder, .segmentBytes = 20000},
                               clinic.membership, clinic.keys, clinic.device.sign);
    QVERIFY(log.has_value());
    const auto nurse = crypto::SigningKey::generate();
    for (int i = 0; i < 40; ++i) {
        const base::Uuid patient = uuidFor(QByteArray::number(i % 7).constData());
        EntryDraft draft = clinic.draft(patient, QByteArray::number(i));
        if (i % 5 == 0) {
            BlobRef blob = *blobs.write(QByteArray(1'300'000 + i, 'x'),
                                        clinic.keys.blobParent(patient, 0).value());
            blob.pointer = "/content/0/attachment/data";
            draft.ops.front().blobs.push_back(blob);
        }
        if (i % 3 == 0)
            draft.author = clinic.physicianId;
        QVERIFY((*log)->append(draft, draft.author ? &clinic.physician : nullptr).has_value());
        if (i == 20)
            QVERIFY(clinic.membership
                        .addProfessional({.id = uuidFor("nurse"),
                                          .name = QStringLiteral("N"),
                                          .role = UserRole::Nurse,
                                          .administrator = false,
                                          .key = &nurse},
                                         clinic.physicianId, clinic.physician, clinic.device,
                                         clinic.keys)
                        .has_value());
    }
    QVERIFY(clinic.membership.store(disk, logFolder + QStringLiteral("/membership")).has_value());
    const QString keys = folder.filePath(QStringLiteral("keys.json"));
    writeFile(keys, keyFile());
    const QStringList arguments{logFolder, QStringLiteral("--keys"), keys,
                                QStringLiteral("--blobs"),
                                folder.filePath(QStringLiteral("blobs"))};
    const Verdict good = runVerifier(arguments);
    QCOMPARE(good.exit, 0);
    QCOMPARE(good.report[QLatin1String("entries")].toInt(), 40);
    QCOMPARE(good.report[QLatin1String("ops")].toInt(), 40);
    QCOMPARE(good.report[QLatin1String("blobs")].toInt(), 8);
    QCOMPARE(good.report[QLatin1String("signatures")].toInt(), 54);

    const QString segment =
        logFolder + QLatin1Char('/') + segmentName({.stream = (*log)->stream(), .number = 2});
    QByteArray bytes = readFile(segment);
    bytes[700] = static_cast<char>(bytes[700] ^ 1);
    writeFile(segment, bytes);
    const Verdict bad = runVerifier(arguments);
    QCOMPARE(bad.exit, 4);
    QVERIFY(bad.report[QLatin1String("alarms")]
                .toArray()
                .first()
                .toObject()[QLatin1String("file")]
                .toString()
                .endsWith(QLatin1String("00000002.seg")));
}

QTEST_APPLESS_MAIN(TestFormat)
#include "test_format.moc"
