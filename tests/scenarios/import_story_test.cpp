// A clinic puts files into its vault, and finds them again.

#include "support/fhir_samples.h"
#include "support/test_clinic.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;

class ImportStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWentInComesOut();
    void theSameFileTwiceChangesNothing();
    void aNewerVersionKeepsTheOlder();
    void aHistoryEndsOnItsNewestVersion();
    void anOldFileThatComesAgainUndoesNothing();
    void whatItsSourceWroteEarlierGoesIntoTheHistory();
    void twoPeopleWithOneIdStayTwo();
    void somebodyWithoutIdentifierIsRecognised();
    void aFileOfSomebodyUntoldIsRecognisedWhole();
    void attachmentsComeBackByteForByte();
    void aBadResourceStaysOutAloneAndIsNamed();
    void cancellingLeavesWholeFiles();
    void whatIsNobodysIsKeptCountedAndReached();
    void nothingIsReadableOnTheDisk();
    void everythingSurvivesARebuild();
};

namespace {

session::ImportSummary importInto(session::Session& session, const QStringList& paths) {
    const auto summary = session.import(paths);
    if (!summary)
        qFatal("import: %s", qPrintable(summary.error().toString()));
    return *summary;
}

QByteArray warfarin(const QByteArray& dose) {
    return medicationJson("m1", "p1", "Warfarine " + dose);
}

} // namespace

void ImportStory::whatWentInComesOut() {
    TestClinic clinic;
    const auto session = clinic.create();
    QVERIFY2(session, qPrintable(session ? QString() : session.error().toString()));
    const QByteArray patient = patientJson("p1", "Tremblay", "Émilie", "2004-12-19", "42");
    const auto summary = importInto(
        **session,
        {clinic.file(QStringLiteral("a.json"), bundleJson({patient, warfarin("5 mg")}))});
    QCOMPARE(summary.resources, 2);
    QCOMPARE(summary.patients, 1);
    QVERIFY(summary.refused.isEmpty());

    const auto page = (*session)->search(QStringLiteral("emilie tremb"), 10);
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows[0].id, QStringLiteral("p1"));
    QCOMPARE(*(*session)->resource(page->rows[0].key, QStringLiteral("Patient/p1")), patient);
    QCOMPARE(*(*session)->resource(page->rows[0].key, QStringLiteral("MedicationRequest/m1")),
             warfarin("5 mg"));
    const auto chart = (*session)->chart(page->rows[0].key);
    QVERIFY(chart);
    QCOMPARE(chart->medications.items.size(), 1);
    const auto provenance =
        (*session)->provenance(page->rows[0].key, QStringLiteral("MedicationRequest/m1"));
    QVERIFY(provenance);
    QVERIFY(provenance->signature == session::SignatureState::Verified);
    QCOMPARE(provenance->sourceFile, QStringLiteral("a.json"));
    QCOMPARE(provenance->device, QStringLiteral("POSTE-1"));
}

void ImportStory::theSameFileTwiceChangesNothing() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QString file = clinic.file(
        QStringLiteral("a.json"),
        bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7"), warfarin("5 mg")}));
    importInto(**session, {file});
    const auto before = (*session)->stats();
    const auto again = importInto(**session, {file});
    QCOMPARE(again.resources, 0);
    QCOMPARE(again.unchanged, 2);
    QCOMPARE((*session)->stats()->versions, before->versions);
    QCOMPARE((*session)->stats()->entries, before->entries);
}

void ImportStory::aNewerVersionKeepsTheOlder() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray patient = patientJson("p1", "Roy", "Anne", "1980-01-01", "7");
    importInto(**session,
               {clinic.file(QStringLiteral("a.json"), bundleJson({patient, warfarin("6 mg")}))});
    const auto second = importInto(
        **session,
        {clinic.file(QStringLiteral("b.json"), bundleJson({patient, warfarin("5 mg")}))});
    QCOMPARE(second.resources, 1);
    const auto row = (*session)->findPatient(QStringLiteral("p1"));
    QVERIFY(row);
    QCOMPARE(*(*session)->resource(row->key, QStringLiteral("MedicationRequest/m1")),
             warfarin("5 mg"));
    const auto history = (*session)->history(row->key, QStringLiteral("MedicationRequest/m1"));
    QVERIFY(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->at(0).json, warfarin("5 mg"));
    QVERIFY(history->at(0).current);
    QCOMPARE(history->at(1).json, warfarin("6 mg"));
    QCOMPARE(history->at(1).provenance.sourceFile, QStringLiteral("a.json"));
}

// FHIR writes a history newest first.
void ImportStory::aHistoryEndsOnItsNewestVersion() {
    TestClinic clinic;
    const auto session = clinic.create();
    QByteArray history = bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7"),
                                     warfarin("4 mg"), warfarin("5 mg"), warfarin("6 mg")});
    const QByteArray type = "\"type\":\"";
    const qsizetype at = history.indexOf(type) + type.size();
    history.replace(at, history.indexOf('"', at) - at, "history");
    const auto summary = importInto(**session, {clinic.file(QStringLiteral("h.json"), history)});
    QCOMPARE(summary.resources, 4);
    const auto row = (*session)->findPatient(QStringLiteral("p1"));
    QVERIFY(row);
    const QString order = QStringLiteral("MedicationRequest/m1");
    QCOMPARE(*(*session)->resource(row->key, order), warfarin("4 mg"));
    const auto versions = (*session)->history(row->key, order);
    QCOMPARE(versions->size(), 3);
    QCOMPARE(versions->at(2).json, warfarin("6 mg"));
    // The same history again changes nothing.
    QCOMPARE(importInto(**session, {clinic.file(QStringLiteral("h.json"), history)}).resources, 0);
}

void ImportStory::anOldFileThatComesAgainUndoesNothing() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray patient = patientJson("p1", "Roy", "Anne", "1980-01-01", "7");
    const auto give = [&](const QString& name, const QByteArrayList& doses) {
        QStringList files;
        for (const QByteArray& dose : doses)
            files += clinic.file(name + QString::number(files.size()),
                                 bundleJson({patient, warfarin(dose)}));
        return importInto(**session, files);
    };
    give(QStringLiteral("a"), {"6 mg"});
    give(QStringLiteral("b"), {"5 mg"});
    const auto entries = (*session)->stats()->entries;
    const auto again = give(QStringLiteral("a"), {"6 mg"});
    QCOMPARE(again.resources, 0);
    QCOMPARE(again.unchanged, 2);
    QCOMPARE((*session)->stats()->entries, entries);
    const auto row = (*session)->findPatient(QStringLiteral("p1"));
    QCOMPARE(*(*session)->resource(row->key, QStringLiteral("MedicationRequest/m1")),
             warfarin("5 mg"));
    // The same within one import, before the view shows any of it.
    const auto together = give(QStringLiteral("c"), {"4 mg", "3 mg", "4 mg", "6 mg"});
    QCOMPARE(together.resources, 2);
    QCOMPARE(*(*session)->resource(row->key, QStringLiteral("MedicationRequest/m1")),
             warfarin("3 mg"));
}

void ImportStory::whatItsSourceWroteEarlierGoesIntoTheHistory() {
    const auto dated = [](const QByteArray& dose, const QByteArray& updated) {
        QByteArray text = warfarin(dose);
        const QByteArray meta = R"("id":"m1","meta":{"lastUpdated":")" + updated + R"("})";
        return text.replace(R"("id":"m1")", meta);
    };
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray patient = patientJson("p1", "Roy", "Anne", "1980-01-01", "7");
    const QByteArray newer = dated("5 mg", "2025-09-02T12:00:00-04:00");
    const QByteArray older = dated("6 mg", "2025-09-02T15:59:59Z");
    importInto(**session, {clinic.file(QStringLiteral("a.json"), bundleJson({patient, newer}))});
    const auto late = importInto(
        **session, {clinic.file(QStringLiteral("b.json"), bundleJson({patient, older}))});
    QCOMPARE(late.resources, 1);
    const auto row = (*session)->findPatient(QStringLiteral("p1"));
    const auto history = (*session)->history(row->key, QStringLiteral("MedicationRequest/m1"));
    QVERIFY(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->at(0).json, newer);
    QVERIFY(history->at(0).current);
    QCOMPARE(history->at(0).provenance.sourceFile, QStringLiteral("a.json"));
    QCOMPARE(history->at(1).json, older);
    QCOMPARE(history->at(1).provenance.sourceFile, QStringLiteral("b.json"));
    QVERIFY((*session)->verify(true)->ok);
    QVERIFY((*session)->rebuild()->ok);
    QCOMPARE(*(*session)->resource(row->key, QStringLiteral("MedicationRequest/m1")), newer);
    // And a later one still follows.
    const QByteArray last = dated("4 mg", "2025-10-01T00:00:00Z");
    importInto(**session, {clinic.file(QStringLiteral("c.json"), bundleJson({patient, last}))});
    QCOMPARE(*(*session)->resource(row->key, QStringLiteral("MedicationRequest/m1")), last);
    QCOMPARE((*session)->history(row->key, QStringLiteral("MedicationRequest/m1"))->size(), 3);
}

void ImportStory::twoPeopleWithOneIdStayTwo() {
    TestClinic clinic;
    const auto session = clinic.create();
    importInto(**session,
               {clinic.file(QStringLiteral("a.json"),
                            bundleJson({patientJson("00001", "Roy", "Anne", "1980-01-01"),
                                        medicationJson("m1", "00001", "Ramipril")}))});
    importInto(**session,
               {clinic.file(QStringLiteral("b.json"),
                            bundleJson({patientJson("00001", "Côté", "Luc", "1955-05-05"),
                                        medicationJson("m1", "00001", "Metformine")}))});
    const auto page = (*session)->search({}, 10);
    QCOMPARE(page->rows.size(), 2);
    QVERIFY(page->rows[0].id != page->rows[1].id);
    for (const session::PatientRow& row : page->rows) {
        const auto found = (*session)->findPatient(row.id);
        QVERIFY(found);
        QCOMPARE(found->key, row.key);
        const QByteArray json =
            *(*session)->resource(row.key, QStringLiteral("MedicationRequest/m1"));
        QCOMPARE(json.contains("Ramipril"), row.family == QStringLiteral("Roy"));
    }
}

void ImportStory::somebodyWithoutIdentifierIsRecognised() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray bundle = bundleJson(
        {patientJson("x", "Roy", "Anne", "1980-01-01"), medicationJson("m1", "x", "Ramipril")});
    importInto(**session, {clinic.file(QStringLiteral("a.json"), bundle)});
    importInto(**session, {clinic.file(QStringLiteral("b.json"), bundle)});
    QCOMPARE((*session)->stats()->patients, 1);
}

// Neither a number nor a birth date: only the very same file is the same person's.
void ImportStory::aFileOfSomebodyUntoldIsRecognisedWhole() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray nameless = R"({"resourceType":"Patient","id":"x","name":[{"family":"Roy"}]})";
    const QByteArray bundle = bundleJson({nameless, medicationJson("m1", "x", "Ramipril")});
    const QString first = clinic.file(QStringLiteral("a.json"), bundle);
    importInto(**session, {first, clinic.file(QStringLiteral("copy.json"), bundle)});
    QCOMPARE((*session)->stats()->patients, 1); // twice in one import
    const auto again = importInto(**session, {first});
    QCOMPARE(again.resources, 0);
    QCOMPARE(again.unchanged, 2);
    const QByteArray other = bundleJson({nameless, medicationJson("m1", "x", "Metformine")});
    importInto(**session, {clinic.file(QStringLiteral("b.json"), other)});
    QCOMPARE((*session)->stats()->patients, 2); // the same name is not the same person
    importInto(**session, {clinic.file(QStringLiteral("one/p.json"), nameless)});
    importInto(**session, {clinic.file(QStringLiteral("two/q.json"), nameless)});
    QCOMPARE((*session)->stats()->patients, 4);
    QCOMPARE(
        importInto(**session, {clinic.file(QStringLiteral("three/p.json"), nameless)}).unchanged,
        1);
    QVERIFY((*session)->rebuild()->ok);
    QCOMPARE(importInto(**session, {first}).resources, 0);
    QCOMPARE((*session)->stats()->perType,
             (QList<QPair<QString, qint64>>{{QStringLiteral("MedicationRequest"), 2},
                                            {QStringLiteral("Patient"), 4}}));
}

void ImportStory::attachmentsComeBackByteForByte() {
    TestClinic clinic;
    const auto session = clinic.create();
    QByteArray letter(40'000, 'x');
    for (qsizetype i = 0; i < letter.size(); ++i)
        letter[i] = static_cast<char>(i * 31);
    const QByteArray document =
        QByteArray(
            R"({"resourceType":"DocumentReference","id":"d1","status":"current","subject":{"reference":"Patient/p1"},)"
            R"("content":[{"attachment":{"contentType":"application/pdf","data":")") +
        letter.toBase64() + R"("}}]})";
    importInto(
        **session,
        {clinic.file(QStringLiteral("a.json"),
                     bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7"), document}))});
    const auto row = (*session)->findPatient(QStringLiteral("p1"));
    QCOMPARE(*(*session)->resource(row->key, QStringLiteral("DocumentReference/d1")), document);
    QCOMPARE((*session)->stats()->blobs, 1);
    const auto chart = (*session)->chart(row->key);
    QCOMPARE(chart->documents.items.size(), 1);
    QCOMPARE(*(*session)->blob(row->key, chart->documents.items[0].attachments[0].blobId), letter);
}

void ImportStory::aBadResourceStaysOutAloneAndIsNamed() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray bad =
        R"({"resourceType":"Condition","id":"c1","id":"c2","subject":{"reference":"Patient/p1"}})";
    const auto summary = importInto(
        **session, {clinic.file(QStringLiteral("a.json"),
                                bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7"),
                                            bad, warfarin("5 mg")}))});
    QCOMPARE(summary.resources, 2);
    QCOMPARE(summary.refused.size(), 1);
    QCOMPARE(summary.refused[0].reason, QStringLiteral("duplicate-key"));
    QVERIFY2(summary.refused[0].where.startsWith(QStringLiteral("entry 2")),
             qPrintable(summary.refused[0].where));
}

void ImportStory::cancellingLeavesWholeFiles() {
    TestClinic clinic;
    const auto session = clinic.create();
    QStringList files;
    for (int i = 0; i < 20; ++i) {
        const QByteArray id = "p" + QByteArray::number(i);
        files += clinic.file(QStringLiteral("%1.json").arg(i, 2, 10, QLatin1Char('0')),
                             bundleJson({patientJson(id, "Roy", "Anne", "1980-01-01", id),
                                         medicationJson("m" + id, id, "Ramipril")}));
    }
    const auto summary = (*session)->import(files, [](const session::ImportProgress& progress) {
        return progress.filesTotal < 0 || progress.filesDone < 7;
    });
    QVERIFY(summary);
    QVERIFY(summary->cancelled);
    const auto page = (*session)->search({}, 100);
    QVERIFY(page->rows.size() >= 6 && page->rows.size() < 20);
    for (const session::PatientRow& row : page->rows)
        QCOMPARE((*session)->chart(row.key)->medications.items.size(), 1);
}

void ImportStory::whatIsNobodysIsKeptCountedAndReached() {
    TestClinic clinic;
    const auto session = clinic.create();
    const QByteArray loose =
        R"({"resourceType":"Observation","id":"f001","status":"final","subject":{"reference":"Patient/ailleurs"},"valueQuantity":{"value":6.30}})";
    const QByteArray newer = QByteArray(loose).replace("6.30", "6.31");
    const QByteArray drug = R"({"resourceType":"Medication","id":"m","code":{"text":"Ramipril"}})";
    importInto(**session, {clinic.file(QStringLiteral("loose.ndjson"), loose + '\n' + drug),
                           clinic.file(QStringLiteral("roy.json"),
                                       patientJson("p1", "Roy", "Anne", "1980-01-01", "7"))});
    importInto(**session, {clinic.file(QStringLiteral("newer.json"), newer)});

    QCOMPARE((*session)->stats()->perType,
             (QList<QPair<QString, qint64>>{{QStringLiteral("Medication"), 1},
                                            {QStringLiteral("Observation"), 1},
                                            {QStringLiteral("Patient"), 1}}));
    const auto page = *(*session)->shared({}, 10);
    QCOMPARE(page.total, 2); // nothing of Chevet's own is among them
    QCOMPARE(page.rows[0].reference, QStringLiteral("Medication/m"));
    QCOMPARE(page.rows[0].provenance.sourceFile, QStringLiteral("loose.ndjson"));
    QCOMPARE(page.rows[0].provenance.sourcePlace, QStringLiteral("line 2"));
    QVERIFY(page.rows[0].provenance.signature == session::SignatureState::Verified);
    QCOMPARE(page.rows[1].provenance.sourceFile, QStringLiteral("newer.json"));
    QCOMPARE((*session)->shared(QStringLiteral("Observation"), 10)->total, 1);
    const auto short_ = *(*session)->shared({}, 1);
    QCOMPARE(short_.total, 2);
    QCOMPARE(short_.rows.size(), 1);

    const QString name = QStringLiteral("Observation/f001");
    QCOMPARE(*(*session)->resource(std::nullopt, name), newer);
    const auto history = *(*session)->history(std::nullopt, name);
    QCOMPARE(history.size(), 2);
    QCOMPARE(history[1].json, loose);
    QCOMPARE(history[1].provenance.sourceFile, QStringLiteral("loose.ndjson"));
    QCOMPARE(
        (*session)->resource((*session)->findPatient(QStringLiteral("p1"))->key, name).error().code,
        base::ErrorCode::NotFound); // it is not hers
}

void ImportStory::nothingIsReadableOnTheDisk() {
    TestClinic clinic;
    {
        const auto session = clinic.create();
        importInto(**session, {clinic.file(QStringLiteral("a.json"),
                                           bundleJson({patientJson("p1", "Zyxwvutsky", "Qwertine",
                                                                   "1980-01-01", "CANARI-77"),
                                                       medicationJson("m1", "p1", "Xylodrome")}))});
        QVERIFY((*session)->search(QStringLiteral("zyxwv"), 5)->rows.size() == 1);
        for (const char* canary :
             {"zyxwvutsky", "qwertine", "canari-77", "xylodrome", "quatre mots"})
            QCOMPARE(clinic.filesHolding(canary), QStringList());
    }
    for (const char* canary : {"zyxwvutsky", "qwertine", "canari-77", "xylodrome", "quatre mots"})
        QCOMPARE(clinic.filesHolding(canary), QStringList());
}

void ImportStory::everythingSurvivesARebuild() {
    TestClinic clinic;
    const auto session = clinic.create();
    importInto(**session,
               {clinic.file(QStringLiteral("a.json"),
                            bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7"),
                                        warfarin("5 mg")}))});
    const auto before = (*session)->stats();
    const auto report = (*session)->rebuild();
    QVERIFY(report);
    QVERIFY(report->ok);
    QCOMPARE((*session)->stats()->versions, before->versions);
    QCOMPARE((*session)->search(QStringLiteral("roy"), 5)->rows.size(), 1);
    QVERIFY((*session)->verify(true)->ok);
}

QTEST_GUILESS_MAIN(ImportStory)
#include "import_story_test.moc"
