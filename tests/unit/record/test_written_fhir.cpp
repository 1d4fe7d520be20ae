// Everything the writers compose, judged by engines that are not ours (../shared/validators, after
// its `npm ci`). Without them the test says that it was skipped.

#include "record/allergy_writer.h"
#include "record/care_writer.h"
#include "record/medication_writer.h"
#include "record/patient_writer.h"
#include "record/problem_writer.h"
#include "record/vitals_writer.h"
#include "unit/record/writer_support.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace chevet::record;

namespace {

QString judge() {
    const QString shared =
        qEnvironmentVariable("CHEVET_SHARED", QStringLiteral(CHEVET_SOURCE_DIR "/../shared"));
    const QString script = shared + QStringLiteral("/validators/judge-fhir.mjs");
    const bool ready = QFile::exists(script) &&
                       QFile::exists(shared + QStringLiteral("/validators/node_modules")) &&
                       !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty();
    return ready ? script : QString();
}

QByteArrayList medications() {
    MedicationValues values;
    values.name = QStringLiteral("Acétaminophène");
    values.dose = QStringLiteral("500 mg");
    values.intake = QStringLiteral("1 comprimé");
    values.frequency = QStringLiteral("6h");
    values.moment = QStringLiteral("C");
    values.asNeeded = true;
    values.words = QStringLiteral("max. 3 g/jour");
    values.route = QStringLiteral("26643006");
    values.reason = QStringLiteral("douleur");
    values.start = QStringLiteral("2025-10-09");
    const QByteArray order = composeMedication(values, writer::writing("m1"));
    MedicationValues said = values;
    said.declared = true;
    said.start = QStringLiteral("2024-02");
    const QByteArray statement = composeMedication(said, writer::writing("m2"));
    MedicationValues changed = values;
    changed.dose = QStringLiteral("325 mg");
    changed.frequency = QStringLiteral("8h");
    const QString reference = QStringLiteral("MedicationRequest/m3");
    return {order, statement,
            correctMedication(order, reference, values, changed, writer::writing()),
            stopMedication(order, QStringLiteral("MedicationRequest/m4"),
                           QStringLiteral("2025-11-01"), QStringLiteral("fin")),
            stopMedication(statement, QStringLiteral("MedicationStatement/m5"),
                           QStringLiteral("2025-11-01"), QStringLiteral("fin"))};
}

QByteArrayList allergies() {
    AllergyValues values;
    values.substance = QStringLiteral("Latex");
    values.kind = QStringLiteral("environment");
    values.criticality = QStringLiteral("high");
    values.reaction = QStringLiteral("urticaire");
    values.severity = QStringLiteral("moderate");
    values.onset = QStringLiteral("2025-10");
    values.verification = QStringLiteral("confirmed");
    values.clinical = QStringLiteral("active");
    values.note = QStringLiteral("aux gants");
    const QByteArray first = composeAllergy(values, writer::writing("a1"));
    AllergyValues error = values;
    error.verification = QStringLiteral("entered-in-error");
    const QByteArray none = composeNoAllergy({}, writer::writing("a2"));
    return {first, none, withdrawNoAllergy(none, QStringLiteral("AllergyIntolerance/a3")),
            correctAllergy(first, QStringLiteral("AllergyIntolerance/a4"), values, error,
                           writer::writing())};
}

QByteArrayList others() {
    ProblemValues problem;
    problem.name = QStringLiteral("Lupus");
    problem.onset = QStringLiteral("2022");
    problem.verification = QStringLiteral("provisional");
    problem.clinical = QStringLiteral("resolved");
    problem.abatement = QStringLiteral("2025-10-09");
    problem.note = QStringLiteral("à revoir");
    ImmunizationValues vaccine;
    vaccine.vaccine = QStringLiteral("Zona");
    vaccine.given = QStringLiteral("2025-10-09");
    vaccine.number = QStringLiteral("2");
    vaccine.lot = QStringLiteral("AB12");
    vaccine.maker = QStringLiteral("GSK");
    vaccine.amount = QStringLiteral("0,5 mL");
    vaccine.route = QStringLiteral("78421000");
    vaccine.expires = QStringLiteral("2026-05-01");
    LevelValues level;
    level.letter = QStringLiteral("B");
    level.resuscitation = QStringLiteral("no");
    level.with = QStringLiteral("sa fille");
    level.discussed = QStringLiteral("2025-10-09");
    SeenValues seen;
    seen.result = QStringLiteral("Observation/o1");
    seen.words = QStringLiteral("Potassium 6,4 mmol/L");
    seen.followUp = QStringLiteral("Répéter");
    seen.note = QStringLiteral("jointe");
    return {composeProblem(problem, writer::writing("c1")),
            composeImmunization(vaccine, writer::writing("i1")),
            composeLevel(level, writer::writing("l1")), composeSeen(seen, writer::writing("t1"))};
}

QByteArrayList vitals() {
    VitalsValues values;
    values.at = QStringLiteral("2025-10-09T09:00:00-04:00");
    values.note = QStringLiteral("assise");
    int id = 0;
    for (const VitalSign& sign : vitalSigns())
        values.measures +=
            {QString::fromUtf16(sign.key), QStringLiteral("37.0"), QStringLiteral("o%1").arg(++id)};
    return composeVitals(values, writer::writing());
}

QByteArray patient() {
    const QByteArray bare = R"({"resourceType":"Patient","id":"p1"})";
    PatientValues all;
    all.mobile = QStringLiteral("418 555-0163");
    all.email = QStringLiteral("e@x.ca");
    all.line = QStringLiteral("27, rue du Quai");
    all.city = QStringLiteral("Québec");
    all.language = QStringLiteral("fr-CA");
    all.family = QStringLiteral("Tremblay");
    all.given = QStringLiteral("Émilie Rose");
    all.birth = QStringLiteral("2004-12-19");
    all.sex = QStringLiteral("female");
    all.nam = QStringLiteral("TREE04621913");
    return correctPatient(bare, QStringLiteral("Patient/p1"), patientValues(bare), all);
}

} // namespace

class TestWrittenFhir : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSharedJudgeFindsNothing() {
        const QString script = judge();
        if (script.isEmpty())
            QSKIP("skipped: no shared validators here, or not installed (CHEVET_SHARED)");
        const QTemporaryDir folder;
        QStringList arguments{script, QStringLiteral("--profile"), QStringLiteral("base")};
        int number = 0;
        for (const QByteArray& json :
             medications() + allergies() + others() + vitals() + QByteArrayList{patient()}) {
            QFile file(folder.filePath(QStringLiteral("%1.json").arg(++number)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
            arguments += file.fileName();
        }
        QProcess node;
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(QStringLiteral("node"), arguments);
        QVERIFY(node.waitForFinished(240'000));
        const QByteArray verdict = node.readAll();
        QVERIFY2(node.exitCode() == 0, verdict.constData());
    }
};

QTEST_GUILESS_MAIN(TestWrittenFhir)
#include "test_written_fhir.moc"
