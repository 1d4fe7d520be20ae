// The life of an entry: written, sealed, opened; and everything that must make it unreadable.

#include "clinic_fixture.h"
#include "log/entry.h"
#include "log/entry_packer.h"

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;

class TestEntry : public QObject {
    Q_OBJECT

    ClinicFixture m_clinic;
    base::Uuid m_patient = uuidFor("patient 1");

    ChainPlace place(std::uint64_t seq = 1, const Hash& prev = {}) const {
        return {.stream = m_clinic.membership.devices().front().streams.front(),
                .seq = seq,
                .prev = prev,
                .membershipHead = m_clinic.membership.head()};
    }
    SealedEntry seal(const EntryDraft& draft, const crypto::SigningKey* author = nullptr) {
        const auto prepared = prepareEntry(draft, m_clinic.keys, author, m_clinic.random);
        return *sealEntry(*prepared, place(), m_clinic.keys, m_clinic.device.sign);
    }
    ErrorCode refusal(QByteArrayView bytes) const {
        const auto opened = openEntry(bytes, m_clinic.membership, m_clinic.keys);
        return opened ? ErrorCode::Internal : opened.error().code;
    }
    EntryDraft richDraft();

private Q_SLOTS:
    void whatGoesInComesOut();
    void aCountersignedActNamesItsAuthor();
    void aCountersignatureOfSomeoneElseIsRefused();
    void opsOfAShreddedPatientAreSkippedAndNamed();
    void everyFlippedByteIsRefused();
    void everyTruncationIsRefused();
    void anotherClinicsEntryIsRefused();
    void anotherDevicesEntryIsRefused();
    void aNewerSuiteSaysSo();
    void theSizeTellsOnlyABucket();
    void twoSealingsOfOneDraftDiffer();
    void anEntryTooLargeIsRefusedBeforeItIsWritten();
    void aLargeFileBecomesPartsInOrder();
    void aNewKeyTravelsWithItsFirstOp();
};

EntryDraft TestEntry::richDraft() {
    EntryDraft draft = m_clinic.draft(m_patient, "obs-1");
    draft.author = m_clinic.physicianId;
    draft.reason = "Correction après téléphone";
    draft.part = Part{.set = uuidFor("set"), .index = 2, .count = 2};
    draft.heads.push_back({.stream = uuidFor("peer"), .seq = 7, .hash = crypto::hash("peer")});
    Op op = m_clinic.put(m_patient, "DocumentReference", "0283b437-ef20-41bb-a026-b60a742d536a",
                         R"({"resourceType":"DocumentReference"})");
    op.parents = {crypto::hash("a"), crypto::hash("b")};
    std::sort(op.parents.begin(), op.parents.end());
    op.blobs.push_back({.id = uuidFor("blob"),
                        .size = 70000,
                        .hash = crypto::hash("pdf"),
                        .pointer = "/content/0/attachment/data"});
    op.source = Source{.file = "dossier Lavoie.json", .place = Source::Place::Entry, .number = 12};
    draft.ops.push_back(op);
    draft.ops.push_back(
        m_clinic.put(std::nullopt, "Organization", "o1", R"({"resourceType":"Organization"})"));
    return draft;
}

void TestEntry::whatGoesInComesOut() {
    const EntryDraft draft = richDraft();
    const SealedEntry sealed = seal(draft);
    const auto opened = openEntry(sealed.bytes, m_clinic.membership, m_clinic.keys);
    QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error().toString()));
    QCOMPARE(opened->content.ops.size(), draft.ops.size());
    QVERIFY(opened->content.ops == draft.ops);
    QVERIFY(opened->content.newKeys == draft.newKeys);
    QVERIFY(opened->content.heads == draft.heads);
    QVERIFY(opened->content.part == draft.part);
    QCOMPARE(opened->content.reason, draft.reason);
    QCOMPARE(opened->content.time, draft.time);
    QVERIFY(opened->content.author == draft.author);
    QVERIFY(opened->author == AuthorProof::None);
    QVERIFY(opened->hash == sealed.hash);
    QVERIFY(opened->unreadable.empty());
}

void TestEntry::aCountersignedActNamesItsAuthor() {
    const SealedEntry sealed = seal(richDraft(), &m_clinic.physician);
    QVERIFY(openEntry(sealed.bytes, m_clinic.membership, m_clinic.keys)->author ==
            AuthorProof::Verified);
    EntryDraft stranger = richDraft();
    stranger.author = uuidFor("nobody");
    const SealedEntry unknown = seal(stranger, &m_clinic.physician);
    QVERIFY(openEntry(unknown.bytes, m_clinic.membership, m_clinic.keys)->author ==
            AuthorProof::UnknownKey);
}

void TestEntry::aCountersignatureOfSomeoneElseIsRefused() {
    const auto impostor = crypto::SigningKey::generate();
    QCOMPARE(refusal(seal(richDraft(), &impostor).bytes), ErrorCode::BadSignature);
}

void TestEntry::opsOfAShreddedPatientAreSkippedAndNamed() {
    EntryDraft draft{.time = 1};
    m_clinic.admit(m_patient);
    const base::Uuid other = uuidFor("patient 2");
    m_clinic.admit(other);
    draft.ops = {m_clinic.put(m_patient, "Patient", "p1", "{}"),
                 m_clinic.put(other, "Patient", "p2", "{}")};
    const SealedEntry sealed = seal(draft);
    m_clinic.patientKeys.erase(m_patient);
    const auto opened = openEntry(sealed.bytes, m_clinic.membership, m_clinic.keys);
    QVERIFY(opened.has_value());
    QCOMPARE(opened->content.ops.size(), 1U);
    QVERIFY(opened->content.ops.front().patient == other);
    QVERIFY(opened->unreadable == std::vector{m_patient});
}

void TestEntry::everyFlippedByteIsRefused() {
    const QByteArray good = seal(richDraft(), &m_clinic.physician).bytes;
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char mask : {char(0x01), char(0x80), char(0xFF)}) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ mask);
            if (refusal(bad) == ErrorCode::Internal)
                QFAIL(qPrintable(QStringLiteral("byte %1 may be changed").arg(at)));
        }
    }
}

void TestEntry::everyTruncationIsRefused() {
    const QByteArray good = seal(richDraft()).bytes;
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY2(refusal(good.first(size)) == ErrorCode::Malformed,
                 qPrintable(QString::number(size)));
    QCOMPARE(refusal(QByteArray(good + QByteArray(1, '\0'))), ErrorCode::Malformed);
}

void TestEntry::anotherClinicsEntryIsRefused() {
    ClinicFixture other;
    const auto stranger = ClinicFixture::make(other); // other random bytes, so another clinic
    QVERIFY(stranger.clinic() != m_clinic.membership.clinic());
    QCOMPARE(openEntry(seal(richDraft()).bytes, stranger, m_clinic.keys).error().code,
             ErrorCode::WrongClinic);
}

void TestEntry::anotherDevicesEntryIsRefused() {
    const auto prepared = prepareEntry(richDraft(), m_clinic.keys);
    ChainPlace elsewhere = place();
    const auto thief = crypto::SigningKey::generate();
    QCOMPARE(refusal(sealEntry(*prepared, elsewhere, m_clinic.keys, thief)->bytes),
             ErrorCode::BadSignature);
    elsewhere.stream = uuidFor("no such stream");
    QCOMPARE(refusal(sealEntry(*prepared, elsewhere, m_clinic.keys, m_clinic.device.sign)->bytes),
             ErrorCode::UnknownKey);
    elsewhere = place();
    elsewhere.membershipHead = crypto::hash("a head nobody has");
    QCOMPARE(refusal(sealEntry(*prepared, elsewhere, m_clinic.keys, m_clinic.device.sign)->bytes),
             ErrorCode::UnknownKey);
}

void TestEntry::aNewerSuiteSaysSo() {
    QByteArray bytes = seal(richDraft()).bytes;
    bytes[4] = 2;
    QCOMPARE(refusal(bytes), ErrorCode::NewerVersion);
}

void TestEntry::theSizeTellsOnlyABucket() {
    std::set<qsizetype> sizes;
    for (int length = 0; length < 600; length += 7) {
        EntryDraft draft{.reason = QByteArray(length, 'x')};
        sizes.insert(seal(draft).bytes.size());
    }
    QCOMPARE(sizes.size(), 1U);
    QCOMPARE(*sizes.begin(), qsizetype{192 + 1024 + 16 + 64});
}

void TestEntry::twoSealingsOfOneDraftDiffer() {
    const EntryDraft draft = richDraft();
    QVERIFY(seal(draft).bytes != seal(draft).bytes);
}

void TestEntry::anEntryTooLargeIsRefusedBeforeItIsWritten() {
    EntryDraft draft = m_clinic.draft(m_patient, "a");
    draft.ops.front().body = QByteArray(maxInlineFrame, 'x');
    QVERIFY(prepareEntry(draft, m_clinic.keys).has_value());
    draft.ops.push_back(draft.ops.front());
    QCOMPARE(prepareEntry(draft, m_clinic.keys).error().code, ErrorCode::LimitExceeded);
    draft.ops.resize(1);
    draft.ops.front().body += 'x';
    QCOMPARE(prepareEntry(draft, m_clinic.keys).error().code, ErrorCode::LimitExceeded);
}

void TestEntry::aLargeFileBecomesPartsInOrder() {
    m_clinic.admit(m_patient);
    EntryPacker packer(EntryDraft{.time = 5}, m_clinic.random);
    std::vector<EntryDraft> drafts;
    for (int i = 0; i < 100; ++i) {
        Op op = m_clinic.put(m_patient, "Observation", QByteArray::number(i), "{}");
        op.body = QByteArray(10000 + i, 'x');
        auto full = packer.add(std::move(op));
        QVERIFY(full.has_value());
        if (*full)
            drafts.push_back(std::move(**full));
    }
    drafts.push_back(*packer.finish());
    QVERIFY(drafts.size() > 3);
    int next = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        QCOMPARE(drafts[i].part->index, i + 1);
        QCOMPARE(drafts[i].part->count, i + 1 == drafts.size() ? i + 1 : 0);
        QVERIFY(drafts[i].part->set == drafts.front().part->set);
        QVERIFY(seal(drafts[i]).bytes.size() <= entryTarget + entryTarget / 8);
        for (const Op& op : drafts[i].ops)
            QCOMPARE(op.resourceId, QByteArray::number(next++));
    }
    QCOMPARE(next, 100);
}

void TestEntry::aNewKeyTravelsWithItsFirstOp() {
    EntryPacker packer(EntryDraft{}, m_clinic.random);
    const base::Uuid first = uuidFor("first");
    const base::Uuid second = uuidFor("second");
    packer.addKey(m_clinic.admit(first));
    Op op = m_clinic.put(first, "Observation", "1", "{}");
    op.body = QByteArray(entryTarget - 1000, 'x');
    QVERIFY(!packer.add(op)->has_value());
    packer.addKey(m_clinic.admit(second));
    op.patient = second;
    const auto full = packer.add(op);
    QVERIFY(full->has_value());
    QCOMPARE((*full)->newKeys.size(), 1U);
    QVERIFY((*full)->newKeys.front().patient == first);
    const auto last = packer.finish();
    QCOMPARE(last->newKeys.size(), 1U);
    QVERIFY(last->newKeys.front().patient == second);
    QVERIFY(!EntryPacker(EntryDraft{}).finish());
}

QTEST_APPLESS_MAIN(TestEntry)
#include "test_entry.moc"
