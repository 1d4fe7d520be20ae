// The small parts of the door: ids, attachments, reference maps, the generated clinic.

#include "record/nam.h"
#include "session/clinic_generator.h"
#include "session/reference_map.h"
#include "session/resource_id.h"
#include "session/stored_attachment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chevet;
using namespace chevet::session;

class SessionPartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aResourceKeepsItsIdOrGetsAStableOne();
    void anAttachmentComesBackWhole();
    void referencesThatDoNotFollowAreKept();
    void manyReferencesAreSeveralRecords();
    void theGeneratedClinicIsTheSameEverywhere();
};

void SessionPartsTest::aResourceKeepsItsIdOrGetsAStableOne() {
    ResourceIds ids;
    import::ProposedResource resource;
    resource.type = "Condition";
    resource.json = R"({"resourceType":"Condition"})";
    resource.id = "abc-1.2";
    QCOMPARE(ids.idOf(resource), QByteArray("abc-1.2"));
    resource.id = {};
    resource.fullUrl = "urn:uuid:6F1E4C1E-0000-4000-8000-000000000001";
    QCOMPARE(ids.idOf(resource), QByteArray("6f1e4c1e-0000-4000-8000-000000000001"));
    resource.fullUrl = {};
    const QByteArray first = ids.idOf(resource);
    QVERIFY(isFhirId(first));
    QVERIFY(ids.idOf(resource) != first); // two of them in one file are two
    ids.start();
    QCOMPARE(ids.idOf(resource), first); // the same file again
    resource.id = "not an id/at all";
    const QByteArray odd = ids.idOf(resource);
    QVERIFY(isFhirId(odd));
    QCOMPARE(ids.idOf(resource), odd); // an id all the same: versions follow it
    QVERIFY(!isFhirId(QByteArray(65, 'a')));
    QVERIFY(!isFhirId("é"));
}

void SessionPartsTest::anAttachmentComesBackWhole() {
    import::Attachment attachment;
    attachment.offset = 123456;
    attachment.layout = "76 \\r\\n";
    attachment.bytes = QByteArray("\0\1\2\3", 4);
    const QByteArray blob = packAttachment(attachment);
    const auto back = unpackAttachment(blob);
    QVERIFY(back);
    QCOMPARE(back->offset, attachment.offset);
    QCOMPARE(back->layout, attachment.layout);
    QCOMPARE(back->bytes, attachment.bytes);
    for (qsizetype size = 0; size < attachmentHeadSize + attachment.layout.size(); ++size)
        QVERIFY(!unpackAttachment(QByteArrayView(blob).first(size)));
}

void SessionPartsTest::referencesThatDoNotFollowAreKept() {
    ReferenceMap map;
    import::ProposedResource resource;
    resource.type = "Practitioner";
    resource.fullUrl = "http://exemple/fhir/Practitioner/7";
    map.note({}, resource, "7");
    resource.fullUrl = "urn:uuid:7";
    map.note({}, resource, "7");
    QVERIFY(map.take().empty()); // both lead there by themselves
    resource.fullUrl = "urn:oid:1.2.3";
    resource.references = {{"Location?identifier=a|b", "Location/9"}};
    map.note({}, resource, "7");
    const auto records = map.take();
    QCOMPARE(records.size(), std::size_t(1));
    KnownReferences known;
    known.add(records[0].json);
    QCOMPARE(known.fullUrlOf.value("Practitioner/7"), QByteArray("urn:oid:1.2.3"));
    QCOMPARE(known.targetOf.value(QStringLiteral("Location?identifier=a|b")),
             QStringLiteral("Location/9"));
}

void SessionPartsTest::manyReferencesAreSeveralRecords() {
    ReferenceMap map;
    import::ProposedResource resource;
    resource.type = "Observation";
    for (int i = 0; i < 4000; ++i)
        resource.references +=
            {"urn:oid:" + QByteArray::number(i) + QByteArray(1000, 'x'), "Condition/c"};
    resource.references += {QByteArray(100'000, 'y'), "Condition/c"}; // nothing could follow it
    map.note(std::nullopt, resource, "o1");
    const auto records = map.take();
    QVERIFY(records.size() > 1);
    KnownReferences known;
    for (const ReferenceMap::Record& record : records) {
        QVERIFY(record.json.size() < 8 * 1024 * 1024);
        known.add(record.json);
    }
    QCOMPARE(known.targetOf.size(), 4000);
    QVERIFY(map.take().empty()); // and forgets
}

void SessionPartsTest::theGeneratedClinicIsTheSameEverywhere() {
    const ClinicGenerator one, other;
    const import::Proposal whole = one.propose(0, 200);
    const import::Proposal part = other.propose(150, 1);
    const auto first =
        std::find_if(whole.resources.cbegin(), whole.resources.cend(),
                     [&](const auto& r) { return r.patientKey == part.patients[0].sourceKey; });
    QVERIFY(first != whole.resources.cend());
    QCOMPARE(first->json, part.resources[0].json);
    QCOMPARE(whole.patients.size(), 200);
    int accents = 0;
    for (const import::ProposedResource& resource : whole.resources) {
        QVERIFY(QJsonDocument::fromJson(resource.json).isObject());
        if (resource.type != "Patient")
            continue;
        const QJsonObject patient = QJsonDocument::fromJson(resource.json).object();
        const QString nam =
            patient[QLatin1String("identifier")][0][QLatin1String("value")].toString();
        QVERIFY2(record::checkNam(nam).valid, qPrintable(nam));
        const QString name = patient[QLatin1String("name")][0][QLatin1String("family")].toString();
        accents +=
            std::any_of(name.cbegin(), name.cend(), [](QChar c) { return c.unicode() > 127; }) ? 1
                                                                                               : 0;
    }
    QVERIFY(accents > 20 && accents < 120);
}

QTEST_GUILESS_MAIN(SessionPartsTest)
#include "session_parts_test.moc"
