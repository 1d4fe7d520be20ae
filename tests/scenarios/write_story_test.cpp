// A professional writes: signed by their own key, new or a new version, never into another chart.

#include "log/log.h"
#include "support/fhir_samples.h"
#include "support/test_clinic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

class WriteStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCorrectionIsANewVersionAndKeepsTheOld();
    void aNewResourceGetsAnId();
    void sayingTheSameAgainWritesNothing();
    void nothingIsWrittenIntoAnotherChart_data();
    void nothingIsWrittenIntoAnotherChart();
    void badInputIsRefusedWithItsReason_data();
    void badInputIsRefusedWithItsReason();
    void aLongAttachmentComesBackByteForByte();
    void whatIsRemovedIsHiddenAndKept();
    void aNoteIsPlainFhirAndSigned();
    void anAddendumNamesItsNote();
    void anImportDoesNotUndoWhatWasWritten();
    void whatWasWrittenOutlivesTheView();
    void afterARecoveryNobodySignsForAnother();
    void aDraftIsSealedAndSurvivesTheLock();
    void aDraftIsItsAuthorsAlone();
    void aDamagedDraftIsLeftWhereItIs();
    void everythingThatHappenedToAFileIsListed();
};

namespace {

struct Clinic : TestClinic {
    std::unique_ptr<session::Session> session;
    std::optional<session::PatientKey> anne, luc;
    QString path;

    Clinic() {
        auto made = create();
        if (!made)
            qFatal("no clinic");
        session = std::move(*made);
        path = file(QStringLiteral("a.json"),
                    bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "1"),
                                patientJson("p2", "Roy", "Luc", "1975-05-05", "2"),
                                medicationJson("m1", "p1", "Warfarine 6 mg")}));
        if (!session->import({path}))
            qFatal("no import");
        anne = session->findPatient(QStringLiteral("p1"))->key;
        luc = session->findPatient(QStringLiteral("p2"))->key;
    }
    [[nodiscard]] qint64 entries() const { return session->stats()->entries; }
};

QByteArray withoutId(const QByteArray& resource) {
    return QByteArray(resource).replace(R"("id":"m1",)", "");
}

} // namespace

void WriteStory::aCorrectionIsANewVersionAndKeepsTheOld() {
    const Clinic clinic;
    const auto written = clinic.session->write(
        *clinic.anne, medicationJson("m1", "p1", "Warfarine 5 mg"), QStringLiteral("RNI 3,4"));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().toString()));
    QCOMPARE(written->resource, QStringLiteral("MedicationRequest/m1"));
    QCOMPARE(written->version, 2);
    QCOMPARE(written->entry.size(), 64);
    const auto versions = *clinic.session->history(clinic.anne, written->resource);
    QCOMPARE(versions.size(), 2);
    const auto& now = versions[0];
    QVERIFY(now.current);
    QCOMPARE(now.parents, QList<int>{1});
    QCOMPARE(now.provenance.author, QStringLiteral("Dre Maude Lachance"));
    QCOMPARE(now.provenance.role, QStringLiteral("medecin"));
    QCOMPARE(now.provenance.device, QStringLiteral("POSTE-1"));
    QCOMPARE(now.provenance.entryHash, written->entry);
    QVERIFY(now.provenance.sourceFile.isEmpty());
    QVERIFY(now.json.contains("5 mg"));
    QVERIFY(versions[1].json.contains("6 mg"));
    QCOMPARE(versions[1].provenance.author, QStringLiteral("POSTE-1")); // an import
    for (const auto& version : versions)
        QVERIFY(version.provenance.signature == session::SignatureState::Verified);
}

void WriteStory::aNewResourceGetsAnId() {
    const Clinic clinic;
    const QByteArray json = withoutId(medicationJson("m1", "p1", "Ramipril 5 mg"));
    const auto written = *clinic.session->write(*clinic.anne, json);
    QVERIFY(written.resource.startsWith(QLatin1String("MedicationRequest/")));
    QCOMPARE(written.version, 1);
    const QByteArray stored = *clinic.session->resource(clinic.anne, written.resource);
    QJsonObject given = QJsonDocument::fromJson(stored).object();
    QCOMPARE(given.take(QStringLiteral("id")).toString(), written.resource.section(u'/', 1));
    QCOMPARE(given, QJsonDocument::fromJson(json).object());
    QCOMPARE(clinic.session->chart(*clinic.anne)->medications.items.size(), 2);
}

void WriteStory::sayingTheSameAgainWritesNothing() {
    const Clinic clinic;
    const QByteArray json = medicationJson("m1", "p1", "Warfarine 5 mg");
    const auto first = *clinic.session->write(*clinic.anne, json);
    const qint64 entries = clinic.entries();
    const auto again = *clinic.session->write(*clinic.anne, json);
    QVERIFY(!first.unchanged && again.unchanged);
    QCOMPARE(again.version, first.version);
    QCOMPARE(again.entry, first.entry);
    QCOMPARE(clinic.entries(), entries);
}

void WriteStory::nothingIsWrittenIntoAnotherChart_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("somebody else") << medicationJson("m9", "p2", "x");
    QTest::newRow("nobody") << QByteArray(R"({"resourceType":"Observation","status":"final"})");
    QTest::newRow("an address that ends alike")
        << medicationJson("m9", "p1", "x")
               .replace("Patient/p1", "https://else.example/Patient/p11");
    QTest::newRow("a uuid of nobody")
        << medicationJson("m9", "p1", "x")
               .replace("Patient/p1", "urn:uuid:0f0f0f0f-0000-4000-8000-000000000000");
    QTest::newRow("a condition") << medicationJson("m9", "p1", "x")
                                        .replace(
                                            "Patient/p1",
                                            "Patient?identifier=http://clinique.example/dossier|2");
    QTest::newRow("both") << QByteArray(
        R"({"resourceType":"Appointment","status":"booked","participant":[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"Patient/p2"}}]})");
    QTest::newRow("another person") << patientJson("p2", "Roy", "Luc", "1975-05-05");
}

void WriteStory::nothingIsWrittenIntoAnotherChart() {
    QFETCH(QByteArray, json);
    const Clinic clinic;
    const qint64 entries = clinic.entries();
    const auto written = clinic.session->write(*clinic.anne, json);
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::WrongPatient);
    QCOMPARE(clinic.entries(), entries);
}

void WriteStory::badInputIsRefusedWithItsReason_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    const QByteArray good = medicationJson("m9", "p1", "x");
    QTest::newRow("nothing") << QByteArray() << "empty";
    QTest::newRow("cut") << good.chopped(3) << "truncated";
    QTest::newRow("no type") << QByteArray("{}") << "no-resource-type";
    QTest::newRow("a bundle") << bundleJson({good}) << "other-json";
    QTest::newRow("not UTF-8") << QByteArray(good).replace("\"x\"", "\"\xe9\"") << "not-utf8";
    QTest::newRow("twice") << QByteArray(good).replace(R"("status":"active")",
                                                       R"("status":"active","status":"stopped")")
                           << "duplicate-key";
    QTest::newRow("a type of the vault's own")
        << QByteArray(good).replace("MedicationRequest", "chevet-analytes") << "bad-resource-type";
    QTest::newRow("an id of no shape") << QByteArray(good).replace("\"m9\"", "\"m 9/..\"") << "id";
}

void WriteStory::badInputIsRefusedWithItsReason() {
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    const Clinic clinic;
    const auto written = clinic.session->write(*clinic.anne, json);
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::Refused);
    QCOMPARE(written.error().where, reason);
}

void WriteStory::aLongAttachmentComesBackByteForByte() {
    const Clinic clinic;
    const QByteArray data = QByteArray(60'000, 'x').toBase64();
    const QByteArray json =
        R"({"resourceType":"DocumentReference","status":"current","subject":{"reference":"Patient/p1"},"content":[{"attachment":{"contentType":"application/pdf","data":")" +
        data + R"("}}]})";
    const auto written = clinic.session->write(*clinic.anne, json);
    QVERIFY(written);
    QCOMPARE(clinic.session->stats()->blobs, 1);
    const QByteArray stored = *clinic.session->resource(clinic.anne, written->resource);
    QVERIFY(stored.contains(data));
    QCOMPARE(stored, QByteArray(json).insert(
                         1, "\"id\":\"" + written->resource.section(u'/', 1).toLatin1() + "\","));
    QVERIFY(clinic.filesHolding("xxxxxxxx").isEmpty());
}

void WriteStory::whatIsRemovedIsHiddenAndKept() {
    const Clinic clinic;
    const QString name = QStringLiteral("MedicationRequest/m1");
    const auto removed = clinic.session->remove(clinic.anne, name, QStringLiteral("erreur"));
    QVERIFY2(removed, qPrintable(removed ? QString() : removed.error().toString()));
    QVERIFY(clinic.session->chart(*clinic.anne)->medications.items.isEmpty());
    const auto versions = *clinic.session->history(clinic.anne, name);
    QCOMPARE(versions.size(), 2);
    QVERIFY(versions[0].deleted && versions[0].current && versions[1].json.contains("6 mg"));
    QCOMPARE(clinic.session->remove(clinic.anne, name).error().code, ErrorCode::NotFound);
    QCOMPARE(clinic.session->remove(clinic.anne, QStringLiteral("Patient/p1")).error().code,
             ErrorCode::InvalidArgument);
    // Written again it stands, and says that it was removed before.
    QVERIFY(clinic.session->write(*clinic.anne, medicationJson("m1", "p1", "Warfarine 6 mg")));
    QCOMPARE(clinic.session->history(clinic.anne, name)->first().parents, QList<int>{2});
    QVERIFY(clinic.session->verify(true)->ok);
}

void WriteStory::aNoteIsPlainFhirAndSigned() {
    const Clinic clinic;
    session::Session::NewNote note;
    note.sections = record::sectionsOf(
        QStringLiteral("Subjectif\nTousse <depuis> 3 jours & 2 nuits.\nDort mal.\n\nPlan : repos"));
    const auto written = clinic.session->writeNote(*clinic.anne, note);
    QVERIFY(written);
    const QJsonObject json =
        QJsonDocument::fromJson(*clinic.session->resource(clinic.anne, written->resource)).object();
    QCOMPARE(json[u"resourceType"].toString(), QStringLiteral("Composition"));
    QCOMPARE(json[u"status"].toString(), QStringLiteral("final"));
    QCOMPARE(json[u"subject"][u"reference"].toString(), QStringLiteral("Patient/p1"));
    QCOMPARE(json[u"section"].toArray().size(), 2);
    QCOMPARE(json[u"section"][0][u"code"][u"coding"][0][u"code"].toString(),
             QStringLiteral("61150-9"));
    const record::Chart chart = *clinic.session->chart(*clinic.anne);
    QCOMPARE(chart.notes.items.size(), 1);
    const record::Note& read = chart.notes.items.first();
    QCOMPARE(read.sections.size(), 2);
    QCOMPARE(read.sections[0].text,
             QStringLiteral("Tousse <depuis> 3 jours & 2 nuits.\nDort mal."));
    QCOMPARE(read.sections[1].text, QStringLiteral("repos"));
    QCOMPARE(read.authors, QStringList{QStringLiteral("Dre Maude Lachance")});
    const auto from = *clinic.session->provenance(clinic.anne, written->resource);
    QCOMPARE(from.author, QStringLiteral("Dre Maude Lachance"));
    QVERIFY(from.signature == session::SignatureState::Verified);
    QVERIFY(clinic.filesHolding("tousse").isEmpty());
    QVERIFY(!clinic.session->writeNote(*clinic.anne, {}));
}

void WriteStory::anAddendumNamesItsNote() {
    const Clinic clinic;
    session::Session::NewNote note;
    note.sections = {{QStringLiteral("plan"), {}, QStringLiteral("repos")}};
    const auto first = *clinic.session->writeNote(*clinic.anne, note);
    note.appendsTo = first.resource;
    note.sections[0].text = QStringLiteral("ajout : RNI vendredi");
    const auto second = *clinic.session->writeNote(*clinic.anne, note);
    QVERIFY(second.resource != first.resource);
    const record::Chart chart = *clinic.session->chart(*clinic.anne);
    for (const record::Note& read : chart.notes.items) {
        const bool addendum = read.reference == second.resource;
        QCOMPARE(read.appendsTo, addendum ? QStringList{first.resource} : QStringList());
        QVERIFY(read.replaces.isEmpty() && !read.superseded);
    }
    QCOMPARE(clinic.session->history(clinic.anne, first.resource)->size(), 1); // never changed
}

void WriteStory::anImportDoesNotUndoWhatWasWritten() {
    const Clinic clinic;
    QVERIFY(clinic.session->write(*clinic.anne, medicationJson("m1", "p1", "Warfarine 5 mg")));
    QCOMPARE(clinic.session->import({clinic.path})->resources, 0);
    QVERIFY(clinic.session->resource(clinic.anne, QStringLiteral("MedicationRequest/m1"))
                ->contains("5 mg"));
}

void WriteStory::whatWasWrittenOutlivesTheView() {
    Clinic clinic;
    const auto written =
        *clinic.session->write(*clinic.anne, medicationJson("m1", "p1", "Warfarine 5 mg"));
    QVERIFY(clinic.session->rebuild()->ok);
    clinic.session.reset();
    for (const char* name : {"/view.db", "/view.db-wal", "/view.db-shm"})
        QFile::remove(clinic.vault() + QLatin1String(name));
    clinic.session = *clinic.open();
    const auto versions = *clinic.session->history(clinic.anne, written.resource);
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].provenance.entryHash, written.entry);
    QVERIFY(clinic.session->verify(true)->ok);
}

void WriteStory::afterARecoveryNobodySignsForAnother() {
    TestClinic clinic;
    auto made =
        session::Session::create(clinic.environment, clinic.vault(), TestClinic::newClinic());
    QVERIFY(made);
    QVERIFY(made->session->import({clinic.file(
        QStringLiteral("a.json"), patientJson("p1", "Roy", "Anne", "1980-01-01", "1"))}));
    made->session.reset();
    const auto session = session::Session::openWithRecoveryKit(clinic.environment, clinic.vault(),
                                                               made->recoveryKit);
    QVERIFY(session);
    const auto anne = (*session)->findPatient(QStringLiteral("p1"))->key;
    const auto written = (*session)->write(anne, medicationJson("m1", "p1", "x"));
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::PermissionDenied);
}

namespace {

session::NoteDraft draftFor(const session::PatientKey& patient, const char* text) {
    return {.id = crypto::randomUuid(),
            .patient = patient,
            .author = patient, // the session sets it
            .sections = {{QStringLiteral("plan"), {}, QString::fromUtf8(text)}}};
}

} // namespace

void WriteStory::aDraftIsSealedAndSurvivesTheLock() {
    Clinic clinic;
    const qint64 entries = clinic.entries();
    auto draft = draftFor(*clinic.anne, "Zyxwvutsky : repos");
    QVERIFY(clinic.session->saveDraft(draft));
    draft.sections[0].text += QStringLiteral(", puis marche");
    QVERIFY(clinic.session->saveDraft(draft));
    const auto second = draftFor(*clinic.anne, "autre brouillon");
    QVERIFY(clinic.session->saveDraft(second)); // neither overwrites the other
    QVERIFY(clinic.session->drafts(*clinic.luc)->isEmpty());
    QCOMPARE(clinic.entries(), entries); // no part of the log
    clinic.session.reset();
    QVERIFY(clinic.filesHolding("zyxwvutsky").isEmpty());
    clinic.session = *clinic.open();
    auto found = *clinic.session->drafts(*clinic.anne);
    QCOMPARE(found.size(), 2);
    const auto& kept = found[0].id == draft.id ? found[0] : found[1];
    QCOMPARE(kept.sections.size(), 1);
    QCOMPARE(kept.sections[0].text, draft.sections[0].text);
    QVERIFY(kept.saved.isValid());
    QVERIFY(clinic.session->discardDraft(draft.id));
    QVERIFY(clinic.session->discardDraft(draft.id)); // gone already
    QCOMPARE(clinic.session->drafts(*clinic.anne)->size(), 1);
}

void WriteStory::aDraftIsItsAuthorsAlone() {
    Clinic clinic;
    QVERIFY(clinic.session->saveDraft(draftFor(*clinic.anne, "repos")));
    QVERIFY(clinic.session->addUser({.name = QStringLiteral("Julie Bergeron"),
                                     .role = session::Role::Nurse,
                                     .administrator = false,
                                     .passphrase = TestClinic::words("encore des mots choisis")}));
    clinic.session.reset();
    clinic.session = *session::Session::open(clinic.environment, clinic.vault(),
                                             QStringLiteral("Julie Bergeron"),
                                             TestClinic::words("encore des mots choisis"));
    QVERIFY(clinic.session->drafts(*clinic.anne)->isEmpty());
}

void WriteStory::aDamagedDraftIsLeftWhereItIs() {
    Clinic clinic;
    const auto whole = draftFor(*clinic.anne, "un"), hurt = draftFor(*clinic.anne, "deux");
    QVERIFY(clinic.session->saveDraft(whole) && clinic.session->saveDraft(hurt));
    const QString path = clinic.vault() + QLatin1String("/drafts/") + hurt.id.toHex();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes[60] = static_cast<char>(bytes[60] ^ 1);
    file.seek(0);
    file.write(bytes);
    file.close();
    const auto found = *clinic.session->drafts(*clinic.anne);
    QCOMPARE(found.size(), 1);
    QVERIFY(found[0].id == whole.id);
    QVERIFY(QFile::exists(path));
    // Nor does one draft open under another's name.
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(clinic.vault() + QLatin1String("/drafts/") + whole.id.toHex(), path));
    QCOMPARE(clinic.session->drafts(*clinic.anne)->size(), 1);
}

void WriteStory::everythingThatHappenedToAFileIsListed() {
    const Clinic clinic;
    QVERIFY(clinic.session->noteAccess(*clinic.anne, session::Session::Access::Opened));
    const auto written =
        *clinic.session->write(*clinic.anne, medicationJson("m1", "p1", "Warfarine 5 mg"));
    QVERIFY(clinic.session->noteAccess(*clinic.luc, session::Session::Access::Opened));
    const auto acts = *clinic.session->acts(*clinic.anne, 100);
    QCOMPARE(acts.size(), 3);
    QCOMPARE(acts[0].act, QStringLiteral("written"));
    QCOMPARE(acts[0].resources, QStringList{written.resource});
    QCOMPARE(acts[0].provenance.entryHash, written.entry);
    QCOMPARE(acts[1].act, QStringLiteral("opened"));
    QCOMPARE(acts[2].act, QStringLiteral("imported"));
    QCOMPARE(acts[2].resources.size(), 2);
    QCOMPARE(acts[2].provenance.sourceFile, QStringLiteral("a.json"));
    for (const session::ActLine& act : acts)
        QVERIFY(act.provenance.signature == session::SignatureState::Verified);
    QCOMPARE(clinic.session->acts(*clinic.anne, 1)->size(), 1);
}

QTEST_GUILESS_MAIN(WriteStory)
#include "write_story_test.moc"
