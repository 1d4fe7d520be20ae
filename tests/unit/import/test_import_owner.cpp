// Whose a resource is: every way files say it, and what happens when they do not.

#include "import_helper.h"

using namespace chevet::import;
using namespace chevet::import::test;

namespace {

QByteArray bundle(const char* type, const QByteArrayList& entries) {
    return QByteArray(q("{'resourceType':'Bundle','type':'")) + type + q("','entry':[") +
           entries.join(',') + "]}";
}

QByteArray entry(const QByteArray& fullUrl, const QByteArray& resource) {
    return q("{'fullUrl':'") + fullUrl + q("','resource':") + resource + '}';
}

QByteArray patient(const QByteArray& id, const QByteArray& number,
                   const QByteArray& family = "Tremblay") {
    return q("{'resourceType':'Patient','id':'") + id +
           q("','identifier':[{'system':'urn:mrn','value':'") + number +
           q("'}],'name':[{'family':'") + family +
           q("','given':['Ève']}],'birthDate':'1980-02-29','gender':'female'}");
}

QByteArray observation(const QByteArray& id, const QByteArray& subject) {
    QByteArray text = q("{'resourceType':'Observation','id':'") + id + q("','status':'final'");
    if (!subject.isEmpty())
        text += q(",'subject':") + subject;
    return text + '}';
}

QByteArray to(const QByteArray& reference) {
    return q("{'reference':'") + reference + q("'}");
}

const QByteArray urlA = "urn:uuid:2B90DD2B-2dab-4c75-9bb9-a355e07401e8";
const QByteArray urlB = "urn:uuid:11111111-1111-4111-8111-111111111111";

} // namespace

class TestImportOwner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWayToNameThePatient_data() {
        QTest::addColumn<QByteArray>("subject");
        QTest::newRow("urn:uuid") << to(urlA);
        QTest::newRow("urn:uuid in another case")
            << to("urn:uuid:2b90dd2b-2dab-4c75-9bb9-a355e07401e8");
        QTest::newRow("relative, against the rules") << to("Patient/a");
        QTest::newRow("relative with a version") << to("Patient/a/_history/3");
        QTest::newRow("absolute") << to("https://example.org/fhir/Patient/a");
        QTest::newRow("conditional") << to("Patient?identifier=urn:mrn%7C001");
        QTest::newRow("identifier alone")
            << QByteArray(q("{'identifier':{'system':'urn:mrn','value':'001'},'display':'x'}"));
        QTest::newRow("urn:uuid that is the id") << to("urn:uuid:a");
    }

    // Two patients in the file, so nothing is right by luck.
    void everyWayToNameThePatient() {
        QFETCH(QByteArray, subject);
        const Outcome out =
            importText(bundle("collection", {entry(urlB, patient("b", "002", "Roy")),
                                             entry(urlA, patient("a", "001")),
                                             entry("urn:uuid:o", observation("o", subject))}));
        QCOMPARE(out.resources.size(), 3);
        const ProposedResource* const found = out.find("Observation", "o");
        QVERIFY(found->owner == OwnerKind::Patient);
        QCOMPARE(found->patientKey, out.find("Patient", "a")->patientKey);
        QVERIFY(found->patientKey != out.find("Patient", "b")->patientKey);
        QVERIFY(out.remarks.isEmpty());
    }

    void nobodyIsGivenSomebodyElsesRecord() {
        const Outcome out =
            importText(bundle("collection", {entry(urlA, patient("a", "001")),
                                             entry("", observation("o", to("Patient/z"))),
                                             entry("", observation("p", to("urn:uuid:unknown")))}));
        for (const char* id : {"o", "p"})
            QVERIFY(out.find("Observation", id)->owner == OwnerKind::Unattached);
        QCOMPARE(out.find("Observation", "o")->subject, QByteArray("Patient/z"));
        QVERIFY(out.has(out.remarks, Reason::PatientUnknown,
                        QStringLiteral("entry 2 (Observation/o)")));
    }

    // In a document all is about one person, and one file in eight has references that lead
    // nowhere.
    void aDocumentWithOnePatientTakesItsOwn() {
        const Outcome out =
            importText(bundle("document", {entry(urlA, patient("a", "001")),
                                           entry("", observation("o", to("Patient/z"))),
                                           entry("", observation("p", {}))}));
        QCOMPARE(out.find("Observation", "o")->patientKey, out.find("Patient", "a")->patientKey);
        QCOMPARE(out.find("Observation", "p")->patientKey, out.find("Patient", "a")->patientKey);
        QCOMPARE(out.remarks.size(), 1);
        QVERIFY(out.has(out.remarks, Reason::PatientAssumed, QStringLiteral("entry 2")));
    }

    void aDocumentWithTwoPatientsAsks() {
        const Outcome out = importText(
            bundle("document", {entry(urlA, patient("a", "001")), entry(urlB, patient("b", "002")),
                                entry("", observation("o", {})),
                                entry("", observation("p", to("Patient/b")))}));
        QVERIFY(out.find("Observation", "o")->owner == OwnerKind::Unattached);
        QCOMPARE(out.find("Observation", "p")->patientKey, out.find("Patient", "b")->patientKey);
        QVERIFY(out.has(out.remarks, Reason::SeveralPatients));
        QVERIFY(out.has(out.remarks, Reason::PatientAmbiguous, QStringLiteral("entry 3")));
    }

    void twoServersWithTheSameIdAreTwoPeople() {
        const Outcome out = importText(bundle(
            "collection", {entry("https://one/Patient/1", patient("1", "001")),
                           entry("https://two/Patient/1", patient("1", "002", "Roy")),
                           entry("https://two/Observation/o", observation("o", to("Patient/1"))),
                           entry("", observation("p", to("Patient/1")))}));
        QSet<QByteArray> keys;
        for (const ProposedPatient& who : out.patients)
            keys += who.sourceKey;
        QCOMPARE(keys.size(), 2);
        QVERIFY(out.find("Observation", "o")->patientKey.endsWith("https://two/Patient/1"));
        QVERIFY(out.find("Observation", "p")->owner == OwnerKind::Unattached);
    }

    void aContainedPatientCountsByIdentifierOnly() {
        const QByteArray inner = q(",'contained':[{'resourceType':'Patient','id':'p','identifier':["
                                   "{'system':'urn:mrn','value':'009'}]}]}");
        QByteArray named = observation("o", to("#p"));
        named.chop(1);
        const Outcome out = importText(named + inner);
        QVERIFY(out.resources.first().owner == OwnerKind::Patient);
        QCOMPARE(out.patients.size(), 1);
        QVERIFY(!out.patients.first().seen);
        QCOMPARE(out.patients.first().identifiers.first().value, QStringLiteral("009"));
        QByteArray nameless = observation("o", to("#p"));
        nameless.chop(1);
        const Outcome lost = importText(
            nameless +
            q(",'contained':[{'resourceType':'Patient','id':'p','name':[{'family':'Roy'}]}]}"));
        QVERIFY(lost.resources.first().owner == OwnerKind::Unattached);
    }

    void theBeneficiaryOwnsNotTheParent() {
        const QByteArray coverage =
            q("{'resourceType':'Coverage','id':'c','subscriber':{'reference':'Patient/"
              "a'},'beneficiary':{'reference':'Patient/b'}}");
        const Outcome out = importText(
            bundle("collection", {entry(urlA, patient("a", "001")),
                                  entry(urlB, patient("b", "002")), entry("", coverage)}));
        QCOMPARE(out.find("Coverage", "c")->patientKey, out.find("Patient", "b")->patientKey);
    }

    void peopleAndPlacesAreSharedOnlyIfTheirIdIsUnique() {
        const QByteArray shared =
            q("{'resourceType':'Practitioner','id':'0c4e7e1a-5b0f-4c2e-9f5e-1d2c3b4a5968','"
              "identifier':[{'system':'http://s','value':'7'}]}");
        const Outcome out = importText(
            bundle("document", {entry(urlA, patient("a", "001")), entry("", shared),
                                entry("", q("{'resourceType':'Practitioner','id':'1'}")),
                                entry("", q("{'resourceType':'Medication','id':'med1'}"))}));
        const ProposedResource& doctor = out.resources[1];
        QVERIFY(doctor.owner == OwnerKind::Infrastructure);
        QCOMPARE(doctor.identifiers, QByteArrayList{"http://s|7"});
        QVERIFY(out.find("Practitioner", "1")->owner == OwnerKind::Patient);
        QVERIFY(out.find("Medication", "med1")->owner == OwnerKind::Patient);
    }

    void aMedicationGoesWithWhoTakesIt() {
        const auto taken = [](const QByteArray& id, const QByteArray& who,
                              const QByteArray& what) -> QByteArray {
            return q("{'resourceType':'MedicationRequest','id':'") + id +
                   q("','subject':{'reference':'Patient/") + who +
                   q("'},'medicationReference':{'reference':'") + what + q("'}}");
        };
        const Outcome out = importText(bundle(
            "collection", {entry(urlA, patient("a", "001")), entry(urlB, patient("b", "002")),
                           entry("urn:uuid:m1", q("{'resourceType':'Medication','id':'m1'}")),
                           entry("urn:uuid:m2", q("{'resourceType':'Medication','id':'m2'}")),
                           entry("", taken("r1", "a", "urn:uuid:m1")),
                           entry("", taken("r2", "a", "Medication/m2")),
                           entry("", taken("r3", "b", "Medication/m2")),
                           entry("", q("{'resourceType':'Provenance','id':'pr','target':[{'"
                                       "reference':'MedicationRequest/r1'}]}"))}));
        QCOMPARE(out.find("Medication", "m1")->patientKey, out.find("Patient", "a")->patientKey);
        QVERIFY(out.find("Medication", "m2")->owner == OwnerKind::Infrastructure);
        QCOMPARE(out.find("Provenance", "pr")->patientKey, out.find("Patient", "a")->patientKey);
    }

    void bulkFoldersFindTheirPatientsInAnyOrder() {
        Folder folder;
        folder.add(QStringLiteral("AObservation.ndjson"), observation("o", to("Patient/a")) + '\n' +
                                                              observation("p", to("Patient/z")) +
                                                              '\n');
        folder.add(QStringLiteral("Patient.ndjson"), patient("a", "001") + '\n');
        folder.add(QStringLiteral("elsewhere/Observation.ndjson"),
                   observation("q", to("Patient/a")) + '\n');
        const Outcome out = import({folder.path()}, {}, 2);
        QCOMPARE(out.proposals.first().patients.size(), 1); // delivered before what belongs to it
        QCOMPARE(out.find("Observation", "o")->patientKey, out.find("Patient", "a")->patientKey);
        QVERIFY(out.find("Observation", "p")->owner == OwnerKind::Unattached);
        QVERIFY(out.find("Observation", "q")->owner ==
                OwnerKind::Unattached); // another folder, another export
    }

    void twoPeopleUnderOneIdInAFolderAreKeptApart() {
        Folder folder;
        folder.add(QStringLiteral("one.json"), patient("00001", "001", "Roy"));
        folder.add(QStringLiteral("two.json"), patient("00001", "002", "Gagnon"));
        folder.add(QStringLiteral("o.json"), observation("o", to("Patient/00001")));
        const Outcome out = import({folder.path()});
        QCOMPARE(out.patients.size(), 2);
        QVERIFY(out.patients[0].sourceKey != out.patients[1].sourceKey);
        QVERIFY(out.find("Observation", "o")->owner == OwnerKind::Unattached);
        QVERIFY(out.has(out.remarks, Reason::PatientAmbiguous));
    }

    void bundlesDoNotBorrowPatientsFromTheirFolder() {
        Folder folder;
        folder.add(QStringLiteral("p.json"), patient("a", "001"));
        folder.add(QStringLiteral("b.json"),
                   bundle("collection", {entry("", observation("o", to("Patient/a")))}));
        QVERIFY(import({folder.path()}).find("Observation", "o")->owner == OwnerKind::Unattached);
    }

    void referencesThatDoNotSpeakForThemselvesAreResolved() {
        const Outcome out = importText(bundle(
            "collection",
            {entry(urlA, patient("a", "001")),
             entry("", observation("o", to("urn:uuid:2b90dd2b-2dab-4c75-9bb9-a355e07401e8"))),
             entry("", observation("p", to(urlA))),
             entry("", observation("q", to("Patient/a/_history/2")))}));
        QCOMPARE(out.find("Observation", "o")->references.size(), 1);
        QCOMPARE(out.find("Observation", "o")->references.first().target, QByteArray("Patient/a"));
        QVERIFY(out.find("Observation", "p")->references.isEmpty());
        QCOMPARE(out.find("Observation", "q")->references.first().target, QByteArray("Patient/a"));
    }

    void bundlesInBundlesAreOpened() {
        const QByteArray inner =
            bundle("searchset", {entry(urlA, patient("a", "001")),
                                 entry("", observation("o", to("Patient/a")))});
        const Outcome out = importText(
            bundle("batch-response", {entry("", inner), q("{'response':{'status':'404'}}"),
                                      q("{'request':{'method':'DELETE','url':'Observation/9'}}")}));
        QCOMPARE(out.find("Observation", "o")->place, QStringLiteral("entry 1, entry 2"));
        QCOMPARE(out.find("Observation", "o")->patientKey, out.find("Patient", "a")->patientKey);
        QVERIFY(out.has(out.remarks, Reason::EntryWithoutResource, QStringLiteral("entry 2")));
        QVERIFY(out.has(out.remarks, Reason::DeletionIgnored, QStringLiteral("entry 3")));
        QByteArray deep = inner;
        for (int i = 0; i < 6; ++i)
            deep = bundle("collection", {entry("", deep)});
        QVERIFY(importText(deep).has(importText(deep).refused, Reason::TooDeep));
    }
};

QTEST_GUILESS_MAIN(TestImportOwner)
#include "test_import_owner.moc"
