// The small parts: deterministic CBOR, padding, op checks and digests, compressed bodies, patient
// keys.

#include "clinic_fixture.h"
#include "log/body_codec.h"
#include "log/cbor.h"
#include "log/key_ring.h"
#include "log/op.h"
#include "log/op_codec.h"
#include "log/payload.h"

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;

class TestCodecs : public QObject {
    Q_OBJECT

    base::Uuid m_patient = uuidFor("patient");

    static bool accepts(const char* hex) {
        CborReader in(QByteArray::fromHex(hex));
        in.skip();
        return in.finish();
    }

private Q_SLOTS:
    void cborHasOneFormOnly_data();
    void cborHasOneFormOnly();
    void cborDepthIsBounded();
    void cborLengthsAreBounded();
    void paddingFollowsPadme();
    void paddingMustBeExactAndZero();
    void opsKeepTheirLimits();
    void decodedOpsEncodeToTheSameBytes();
    void aChangedPayloadNeverReadsAsTheOriginal();
    void unknownFieldsAreCarriedOrRefused();
    void aDigestNamesMeaningNotPlace();
    void bodiesComeBackAsTheyWere_data();
    void bodiesComeBackAsTheyWere();
    void repetitiveBodiesComeBackToo();
    void bombsAreRefusedBeforeMemoryIsTaken();
    void brokenFramesAreRefused();
    void aPatientKeyIsBoundToItsPatient();
};

void TestCodecs::cborHasOneFormOnly_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* hex, bool accepted) {
        QTest::newRow(hex) << QByteArray(hex) << accepted;
    };
    row("00", true);
    row("17", true);
    row("1818", true);
    row("1817", false); // not the shortest head
    row("190100", true);
    row("1900ff", false);
    row("1a00010000", true);
    row("1a0000ffff", false);
    row("1b0000000100000000", true);
    row("1b00000000ffffffff", false);
    row("20", false); // negative
    row("43010203", true);
    row("430102", false);   // cut
    row("5f4101ff", false); // indefinite
    row("62c3a9", true);
    row("62c328", false); // not UTF-8
    row("820102", true);
    row("9f01ff", false);
    row("a201020304", true);
    row("a203040102", false); // keys must ascend
    row("a201020102", false); // and be distinct
    row("a1616101", false);   // text keys are not used
    row("f4", true);
    row("f5", true);
    row("f6", true);
    row("f7", false);     // undefined
    row("f90000", false); // floating point
    row("c000", false);   // tags
    row("0000", false);   // something left
    row("", false);
}

void TestCodecs::cborHasOneFormOnly() {
    QFETCH(const QByteArray, hex);
    QFETCH(const bool, accepted);
    QCOMPARE(accepts(hex.constData()), accepted);
}

void TestCodecs::cborDepthIsBounded() {
    QVERIFY(accepts(QByteArray("81").repeated(15).append("00").constData()));
    QVERIFY(!accepts(QByteArray("81").repeated(16).append("00").constData()));
    QVERIFY(!accepts(QByteArray("81").repeated(100000).append("00").constData()));
}

void TestCodecs::cborLengthsAreBounded() {
    QVERIFY(!accepts("5bffffffffffffffff"));
    QVERIFY(!accepts("9bffffffffffffffff"));
    const QByteArray bytes = CborWriter().bytes("123456").result();
    CborReader in(bytes);
    QCOMPARE(in.bytes(5).size(), 0);
    QVERIFY(in.failed());
}

void TestCodecs::paddingFollowsPadme() {
    QCOMPARE(paddedSize(0), 1024);
    QCOMPARE(paddedSize(1024), 1024);
    QCOMPARE(paddedSize(1025), 1088); // E = 10, S = 4: the last 6 bits are zero
    QCOMPARE(paddedSize(262144), 262144);
    QCOMPARE(paddedSize(262145), 270336); // E = 18, S = 5: the last 13 bits
    for (qsizetype size = 1; size < 2'000'000; size += 997) {
        QVERIFY(paddedSize(size) >= size);
        QVERIFY(size < 1024 || paddedSize(size) <= size + size * 12 / 100);
        QCOMPARE(paddedSize(paddedSize(size)), paddedSize(size));
    }
}

void TestCodecs::paddingMustBeExactAndZero() {
    const QByteArray good = pad("payload", std::nullopt);
    QCOMPARE(good.size(), 1024);
    QCOMPARE(unpad(good)->payload.toByteArray(), QByteArray("payload"));
    QByteArray bad = good;
    bad[1000] = 1;
    QVERIFY(!unpad(bad));
    QVERIFY(!unpad(QByteArray(good + QByteArray(64, '\0')))); // a larger bucket than needed
    bad = good;
    bad[4] = 2;
    QVERIFY(!unpad(bad));
    bad = good;
    bad[3] = char(0xFF);
    QVERIFY(!unpad(bad));
    const auto key = crypto::SigningKey::generate();
    const auto signature = key.sign("d", "m");
    QVERIFY(unpad(pad("payload", signature))->author == signature);
}

void TestCodecs::opsKeepTheirLimits() {
    const Op good = ClinicFixture::put(m_patient, "Patient", "A-1.b", "{}");
    QVERIFY(checkOp(good).has_value());
    const auto refused = [&](auto change) {
        Op op = good;
        change(op);
        return !checkOp(op);
    };
    QVERIFY(refused([](Op& op) { op.kind = OpKind(0); }));
    QVERIFY(refused([](Op& op) { op.kind = OpKind(9); }));
    QVERIFY(refused([](Op& op) { op.resourceType = ""; }));
    QVERIFY(refused([](Op& op) { op.resourceType = "../x"; }));
    QVERIFY(refused([](Op& op) { op.resourceId = "a b"; }));
    QVERIFY(refused([](Op& op) { op.resourceId = QByteArray(65, 'x'); }));
    QVERIFY(refused([](Op& op) { op.parents = {crypto::hash("a"), crypto::hash("a")}; }));
    QVERIFY(refused([](Op& op) { op.body = QByteArray(maxInlineFrame + 1, 'x'); }));
    QVERIFY(refused(
        [](Op& op) { op.blobs.push_back({.id = uuidFor("b")}); })); // a whole frame, and a body too
    QVERIFY(refused([](Op& op) {
        op.patient.reset();
        op.blobs.push_back({.id = uuidFor("b"), .pointer = "/a"}); // whose key?
    }));
    QVERIFY(refused([](Op& op) { op.source = Source{.file = QByteArray(1025, 'x')}; }));
}

void TestCodecs::decodedOpsEncodeToTheSameBytes() {
    std::vector<Op> ops;
    for (const char* id :
         {"1", "0283b437-ef20-41bb-a026-b60a742d536a", "0283B437-EF20-41BB-A026-B60A742D536A"})
        ops.push_back(ClinicFixture::put(m_patient, "Observation", id, "{}"));
    ops[1].source = Source{.file = "é.json", .place = Source::Place::Line, .number = 3};
    ops[2].blobs.push_back(
        {.id = uuidFor("b"), .size = 9, .hash = crypto::hash("x"), .pointer = "/p", .epoch = 4});
    ops[0].kind = OpKind::Tombstone;
    ops[0].body.clear();
    const QByteArray bytes = encodeOps(ops);
    const auto decoded = decodeOps(bytes, m_patient);
    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == ops);
    QCOMPARE(encodeOps(*decoded), bytes);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeOps(bytes.first(size), m_patient));
}

// As if signature and outer seal were broken already: the groups still stand on their own.
void TestCodecs::aChangedPayloadNeverReadsAsTheOriginal() {
    ClinicFixture clinic;
    const EntryDraft draft = clinic.draft(m_patient, "1");
    const crypto::Nonce nonce = crypto::randomNonce(clinic.random);
    const QByteArray payload = *encodePayload(draft, clinic.keys, nonce);
    std::vector<base::Uuid> unreadable;
    QVERIFY(decodePayload(payload, clinic.keys, nonce, unreadable)->ops == draft.ops);
    QVERIFY(
        !decodePayload(payload, clinic.keys, crypto::Nonce{}, unreadable)); // bound to its entry
    QVERIFY(unreadable.empty());
    const qsizetype group = payload.lastIndexOf(m_patient.toByteArray());
    int refused = 0;
    for (qsizetype at = group + 16; at < payload.size(); ++at) { // content and mac
        QByteArray bad = payload;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        QVERIFY2(!decodePayload(bad, clinic.keys, nonce, unreadable),
                 qPrintable(QString::number(at)));
        ++refused;
    }
    QVERIFY(refused > 100);
}

void TestCodecs::unknownFieldsAreCarriedOrRefused() {
    const auto withKey = [](int key) {
        CborWriter op;
        op.map(4)
            .number(0)
            .number(1)
            .number(1)
            .number(0)
            .number(2)
            .text("id")
            .number(static_cast<std::uint64_t>(key))
            .array(1)
            .boolean(true);
        return CborWriter().array(2).array(1).text("Patient").array(1).item(op.result()).result();
    };
    QVERIFY(decodeOps(withKey(firstOptionalKey), m_patient).has_value());
    QCOMPARE(decodeOps(withKey(7), m_patient).error().code, ErrorCode::NewerVersion);
}

void TestCodecs::aDigestNamesMeaningNotPlace() {
    const Op op = ClinicFixture::put(m_patient, "Patient", "1", "{}");
    const Hash digest = opDigest(op, "{}");
    const auto changed = [&](auto change) {
        Op other = op;
        change(other);
        return opDigest(other, "{}") != digest;
    };
    QVERIFY(!changed([](Op& o) { o.source = Source{.file = "x"}; }));
    QVERIFY(!changed([](Op& o) { o.body += 'x'; })); // the compressor's bytes play no part
    QVERIFY(opDigest(op, "{} ") != digest);
    QVERIFY(changed([](Op& o) { o.kind = OpKind::Tombstone; }));
    QVERIFY(changed([](Op& o) { o.patient = uuidFor("other"); }));
    QVERIFY(changed([](Op& o) { o.patient.reset(); }));
    QVERIFY(changed([](Op& o) { o.resourceType = "Patien"; }));
    QVERIFY(changed([](Op& o) { o.resourceId = "2"; }));
    QVERIFY(changed([](Op& o) { o.parents = {crypto::hash("p")}; }));
    QVERIFY(changed([](Op& o) {
        o.blobs.push_back({.id = uuidFor("b"), .hash = crypto::hash("c"), .pointer = "/x"});
    }));
}

void TestCodecs::bodiesComeBackAsTheyWere_data() {
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("resource") << QByteArray(
        R"({"resourceType":"Patient","id":"é","name":[{"family":"Côté"}]})");
    QByteArray noise(100000, Qt::Uninitialized);
    SeededRandom random("noise");
    random.fill(
        {reinterpret_cast<std::uint8_t*>(noise.data()), static_cast<std::size_t>(noise.size())});
    QTest::newRow("incompressible") << noise;
    QTest::newRow("the largest") << QByteArray(noise.repeated(168).first(BodyCodec::maxPlainBytes));
}

void TestCodecs::bodiesComeBackAsTheyWere() {
    QFETCH(const QByteArray, plain);
    const auto frame = BodyCodec::instance().encode(plain);
    QVERIFY(frame.has_value());
    QVERIFY(frame->size() <= plain.size() + 1);
    QCOMPARE(*BodyCodec::instance().decode(*frame), plain);
    QCOMPARE(*BodyCodec::instance().plainSize(*frame), plain.size());
    const QByteArray beyond(BodyCodec::maxPlainBytes + 1, 'x');
    QCOMPARE(BodyCodec::instance().encode(beyond).error().code, ErrorCode::LimitExceeded);
}

// Far beyond 200:1, and still a legitimate resource: what goes in must come out.
void TestCodecs::repetitiveBodiesComeBackToo() {
    for (const qsizetype size : {1000, 100000, 262144, 262145, 5000000}) {
        const QByteArray plain(size, 'a');
        const auto frame = BodyCodec::instance().encode(plain);
        QCOMPARE(*BodyCodec::instance().decode(*frame), plain);
    }
}

void TestCodecs::bombsAreRefusedBeforeMemoryIsTaken() {
    // A frame that declares 4 GiB: magicless zstd, single segment, 8-byte content size.
    QByteArray bomb("\x01\xE0", 2);
    bomb += QByteArray::fromHex("0000000001000000");
    bomb += QByteArray(64, 'x');
    QCOMPARE(BodyCodec::instance().decode(bomb).error().code, ErrorCode::LimitExceeded);
    // 1 MiB of one letter made smaller than the cap allows.
    QByteArray frame = *BodyCodec::instance().encode(QByteArray(BodyCodec::ratioFreeBytes, 'a'));
    QVERIFY(frame.size() < 1000);
    QByteArray declared("\x01\xA0", 2);
    declared += QByteArray::fromHex("00001000");
    declared += QByteArray(100, '\0');
    QCOMPARE(BodyCodec::instance().decode(declared).error().code, ErrorCode::LimitExceeded);
}

void TestCodecs::brokenFramesAreRefused() {
    const auto& codec = BodyCodec::instance();
    QCOMPARE(codec.decode("").error().code, ErrorCode::Malformed);
    QCOMPARE(codec.decode("\x02rest").error().code, ErrorCode::NewerVersion);
    const QByteArray good = *codec.encode(
        QByteArray(R"({"resourceType":"Observation","status":"final"})").repeated(20));
    for (qsizetype size = 1; size < good.size(); ++size)
        QVERIFY(!codec.decode(good.first(size)));
    QVERIFY(!codec.decode(QByteArray(good + 'x')));
}

void TestCodecs::aPatientKeyIsBoundToItsPatient() {
    ClinicFixture clinic;
    const WrappedPatientKey good = clinic.admit(m_patient);
    QVERIFY(clinic.keys.patientKey(m_patient).has_value());
    QCOMPARE(clinic.keys.patientKey(uuidFor("unknown")).error().code, ErrorCode::UnknownKey);
    WrappedPatientKey bad = good;
    bad.patient = uuidFor("other");
    QCOMPARE(clinic.keys.unwrap(bad).error().code, ErrorCode::DecryptFailed);
    bad = good;
    bad.keybox = 2;
    QCOMPARE(clinic.keys.unwrap(bad).error().code, ErrorCode::UnknownKey);
    bad = good;
    bad.sealed[30] = static_cast<char>(bad.sealed[30] ^ 1);
    QCOMPARE(clinic.keys.unwrap(bad).error().code, ErrorCode::DecryptFailed);
    QVERIFY(clinic.admit(m_patient).sealed != good.sealed);
}

QTEST_APPLESS_MAIN(TestCodecs)
#include "test_codecs.moc"
