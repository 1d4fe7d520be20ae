// A person's particulars are corrected where they stand; everything else of the Patient comes back.

#include "record/patient_writer.h"
#include "unit/record/writer_support.h"

#include <QTest>

using namespace chevet::record;

namespace {

const QByteArray stored =
    R"({"resourceType":"Patient","id":"src","text":{"status":"generated","div":"<div>Tremblay</div>"},)"
    R"("identifier":[{"system":"urn:file","value":"12"},{"type":{"coding":[{"code":"JHN"}]},"value":"TREE04621913"}],)"
    R"("name":[{"use":"maiden","family":"Roy"},{"use":"official","text":"Émilie Tremblay","family":"Tremblay","given":["Émilie","Rose"],"prefix":["Mme"]}],)"
    R"("telecom":[{"system":"email","value":"e@x.ca"},{"system":"phone","use":"mobile","value":"418 555-0163","rank":1}],)"
    R"("gender":"female","birthDate":"2004-12-19","_birthDate":{"extension":[{"url":"urn:t","valueTime":"02:00:00"}]},)"
    R"("address":[{"use":"old","city":"Lévis"},{"use":"home","text":"27, rue du Quai","line":["27, rue du Quai"],"city":"Port-aux-Saules","state":"QC"}],)"
    R"("communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"fr-CA"}],"text":"français"},"preferred":true}],)"
    R"("generalPractitioner":[{"display":"Dre Maude Lachance"}]})";

const QString reference = QStringLiteral("Patient/p1");

QByteArray corrected(const PatientValues& after) {
    return correctPatient(stored, reference, patientValues(stored), after);
}

} // namespace

class TestPatientWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheReadersPutFirst() {
        const PatientValues values = patientValues(stored);
        QCOMPARE(values.family, QStringLiteral("Tremblay"));
        QCOMPARE(values.given, QStringLiteral("Émilie Rose"));
        QCOMPARE(values.mobile, QStringLiteral("418 555-0163"));
        QVERIFY(values.home.isEmpty());
        QCOMPARE(values.email, QStringLiteral("e@x.ca"));
        QCOMPARE(values.city, QStringLiteral("Port-aux-Saules"));
        QCOMPARE(values.nam, QStringLiteral("TREE04621913"));
        QCOMPARE(values.language, QStringLiteral("fr-CA"));
        QCOMPARE(corrected(values), stored);
    }

    void aNewPhoneTouchesThePhone() {
        PatientValues after = patientValues(stored);
        after.mobile = QStringLiteral("418 555-0199");
        after.home = QStringLiteral("418 555-0100");
        const QByteArray json = corrected(after);
        QVERIFY(writer::keeps(json, {R"("rank":1)", R"("valueTime":"02:00:00")",
                                     R"({"system":"urn:file","value":"12"})",
                                     R"("generalPractitioner":[{"display":"Dre Maude Lachance"}])",
                                     R"("given":["Émilie","Rose"],"prefix":["Mme"])"}));
        const Patient read = ChartMaker().add(json).chart().patient;
        QCOMPARE(read.phone, QStringLiteral("418\u00A0555-0199"));
        QCOMPARE(read.telecoms.size(), 3);
        QVERIFY(patientValues(json) == after);
        QVERIFY(patientValues(stored).samePerson(after));
    }

    void anAddressIsWrittenInItsPlace() {
        PatientValues after = patientValues(stored);
        after.line = QStringLiteral("12, rue Neuve; app. 3");
        after.city = QStringLiteral("Québec");
        after.postalCode = QStringLiteral("G1R 1A1");
        const QByteArray json = corrected(after);
        QVERIFY(writer::keeps(json,
                              {R"({"use":"old","city":"Lévis"})", R"("12, rue Neuve","app. 3")"}));
        QVERIFY(!json.contains("27, rue du Quai")); // its text said it again
        QVERIFY(patientValues(json) == after);
    }

    void identityIsCorrectedAndKnownAsSuch() {
        PatientValues after = patientValues(stored);
        after.family = QStringLiteral("Gagné");
        after.birth = QStringLiteral("2004-11-19");
        after.nam = QStringLiteral("GAGE 0461 1913");
        QVERIFY(!after.samePerson(patientValues(stored)));
        const QByteArray json = corrected(after);
        QVERIFY(!json.contains("02:00:00")); // was of the other day
        QVERIFY(writer::keeps(json, {R"({"use":"maiden","family":"Roy"})"}));
        const Patient read = ChartMaker().add(json).chart().patient;
        QCOMPARE(read.name.shown(), QStringLiteral("GAGNÉ, Émilie Rose"));
        QCOMPARE(read.birth.day(), QStringLiteral("2004-11-19"));
        QCOMPARE(read.nam, QStringLiteral("GAGE04611913"));
    }

    void whatWasEmptiedIsTakenOut() {
        PatientValues after = patientValues(stored);
        after.email.clear();
        after.language.clear();
        after.nam.clear();
        const QByteArray json = corrected(after);
        QVERIFY(!json.contains("e@x.ca") && !json.contains("communication"));
        QVERIFY(!json.contains("TREE04621913"));
        QVERIFY(patientValues(json) == after);
    }

    void aBarePatientIsFilledIn() {
        const QByteArray bare = R"({"resourceType":"Patient","id":"p1"})";
        PatientValues all = patientValues(stored);
        all.work = QStringLiteral("418 555-0101");
        const QByteArray json = correctPatient(bare, reference, patientValues(bare), all);
        QVERIFY(patientValues(json) == all);
        const Patient read = ChartMaker().add(json).chart().patient;
        QCOMPARE(read.nam, QStringLiteral("TREE04621913"));
        QCOMPARE(read.addresses.first().use, QStringLiteral("home"));
    }
};

QTEST_GUILESS_MAIN(TestPatientWriter)
#include "test_patient_writer.moc"
