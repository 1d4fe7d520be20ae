// Allergies, problems, vital signs, vaccines, the level of care and « vu » read back in their
// sections, and a correction keeps what it does not know.

#include "record/allergy_writer.h"
#include "record/care_writer.h"
#include "record/problem_writer.h"
#include "record/vitals_writer.h"
#include "unit/record/writer_support.h"

#include <QTest>

using namespace chevet::record;

namespace {

AllergyValues latex() {
    AllergyValues values;
    values.substance = QStringLiteral("Latex");
    values.kind = QStringLiteral("environment");
    values.criticality = QStringLiteral("high");
    values.reaction = QStringLiteral("urticaire de contact");
    values.severity = QStringLiteral("moderate");
    values.onset = QStringLiteral("2025-10");
    values.verification = QStringLiteral("confirmed");
    values.clinical = QStringLiteral("active");
    return values;
}

const QByteArray importedAllergy =
    R"({"resourceType":"AllergyIntolerance","id":"a","code":{"coding":[{"system":"urn:s","code":"p"}],"text":"Pénicilline"},)"
    R"("patient":{"reference":"Patient/p1"},"criticality":"low","reaction":[{"substance":{"text":"amoxicilline"},)"
    R"("manifestation":[{"text":"éruption"}]}],"note":[{"text":"dit par sa mère"}]})";

ProblemValues lupus() {
    ProblemValues values;
    values.name = QStringLiteral("Lupus érythémateux disséminé");
    values.onset = QStringLiteral("2022");
    values.verification = QStringLiteral("confirmed");
    values.clinical = QStringLiteral("active");
    return values;
}

VitalsValues vitals() {
    VitalsValues values;
    values.at = QStringLiteral("2025-10-09T09:00:00-04:00");
    int id = 0;
    for (const VitalSign& sign : vitalSigns())
        values.measures +=
            {QString::fromUtf16(sign.key), QStringLiteral("37.0"), QStringLiteral("o%1").arg(++id)};
    return values;
}

} // namespace

class TestWriters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAllergyReadsBack() {
        const Chart chart = writer::read({composeAllergy(latex(), writer::writing())});
        QCOMPARE(chart.allergies.activeCount, 1);
        const Allergy& read = chart.allergies.items.first();
        QVERIFY(read.kind == AllergyKind::Environment);
        QCOMPARE(read.criticality, QStringLiteral("high"));
        QCOMPARE(read.reactionLine(), QStringLiteral("urticaire de contact, 2025"));
        QCOMPARE(read.authors, QStringList{QStringLiteral("Dre Maude Lachance")});
        QVERIFY(allergyValues(composeAllergy(latex(), writer::writing())) == latex());
    }

    void aCorrectedAllergyKeepsTheRest() {
        const AllergyValues before = allergyValues(importedAllergy);
        AllergyValues after = before;
        after.criticality = QStringLiteral("high");
        after.note = QStringLiteral("confirmé en allergologie");
        const QByteArray json =
            correctAllergy(importedAllergy, QStringLiteral("AllergyIntolerance/a"), before, after,
                           writer::writing());
        QVERIFY(writer::keeps(json, {R"({"system":"urn:s","code":"p"})", "amoxicilline",
                                     "dit par sa mère", R"("criticality":"high")"}));
        const Allergy read = writer::read({json}).allergies.items.first();
        QCOMPARE(read.notes.size(), 2);
        QCOMPARE(correctAllergy(importedAllergy, QStringLiteral("AllergyIntolerance/a"), before,
                                before, writer::writing()),
                 importedAllergy);
    }

    void anErrorHasNoClinicalStatus() {
        const AllergyValues before = allergyValues(importedAllergy);
        AllergyValues after = before;
        after.verification = QStringLiteral("entered-in-error");
        const QByteArray json =
            correctAllergy(importedAllergy, QStringLiteral("AllergyIntolerance/a"), before, after,
                           writer::writing());
        QVERIFY(!json.contains("clinicalStatus"));
        QVERIFY(writer::read({json}).allergies.items.first().enteredInError);
    }

    void noneKnownIsStated() {
        const QByteArray stated = composeNoAllergy({}, writer::writing());
        const Chart chart = writer::read({stated});
        QVERIFY(chart.allergies.state() == SectionState::NoneKnown);
        QVERIFY(chart.allergies.byKind[1].state == SectionState::NoneKnown);
        QCOMPARE(chart.allergies.facts.statedBy, QStringLiteral("Dre Maude Lachance"));
        const Chart food =
            writer::read({composeNoAllergy(QStringLiteral("food"), writer::writing())});
        QVERIFY(food.allergies.byKind[1].state == SectionState::NoneKnown);
        QVERIFY(food.allergies.byKind[0].state == SectionState::Unknown);
        // An allergy is found: the statement is taken back, and contradicts nobody.
        const Chart later =
            writer::read({withdrawNoAllergy(stated, QStringLiteral("AllergyIntolerance/w1")),
                          composeAllergy(latex(), writer::writing("w2"))});
        QCOMPARE(later.allergies.items.size(), 1);
        QVERIFY(!later.allergies.facts.contradicted);
        QVERIFY(later.allergies.byKind[0].state == SectionState::Unknown);
    }

    void aProblemReadsBackAndIsResolved() {
        const QByteArray json = composeProblem(lupus(), writer::writing());
        const Chart chart = writer::read({json});
        QCOMPARE(chart.problems.activeCount, 1);
        QCOMPARE(chart.problems.items.first().date.day(), QStringLiteral("2022"));
        const ProblemValues before = problemValues(json);
        QVERIFY(before == lupus());
        ProblemValues after = before;
        after.clinical = QStringLiteral("resolved");
        after.abatement = QStringLiteral("2025-10-09");
        const QByteArray over =
            correctProblem(json, QStringLiteral("Condition/w1"), before, after, writer::writing());
        const Problem read = writer::read({over}).problems.items.first();
        QVERIFY(read.resolved && !read.active);
        QCOMPARE(read.abatement.day(), QStringLiteral("2025-10-09"));
        // And back again: what goes on has no end.
        const QByteArray again =
            correctProblem(over, QStringLiteral("Condition/w1"), after, before, writer::writing());
        QVERIFY(!again.contains("abatement"));
        QVERIFY(writer::read({again}).problems.items.first().active);
    }

    void everyVitalSignReadsBackInItsRow() {
        const QList<QByteArray> written = composeVitals(vitals(), writer::writing());
        QCOMPARE(written.size(), qsizetype(vitalSigns().size()) - 1); // two make a pressure
        ChartMaker maker;
        for (const QByteArray& json : written)
            maker.add(json);
        const Chart chart = maker.chart();
        QCOMPARE(chart.vitals.items.size(), written.size());
        QVERIFY(chart.results.items.isEmpty());
        QCOMPARE(chart.vitals.rows.size(), written.size());
        for (const AnalyteRow& row : chart.vitals.rows) {
            QVERIFY2(row.group == u"Signes vitaux", qPrintable(row.key));
            const Observation& read = chart.vitals.items.at(row.latest);
            QVERIFY2(read.valueText().startsWith(QLatin1String("37,0")),
                     qPrintable(read.valueText()));
        }
    }

    void apressureIsOneMeasure() {
        VitalsValues values = vitals();
        values.measures = {{QStringLiteral("systolic"), QStringLiteral("138"), QStringLiteral("o")},
                           {QStringLiteral("diastolic"), QStringLiteral("86"), {}}};
        const auto written = composeVitals(values, writer::writing());
        QCOMPARE(written.size(), 1);
        const Observation read = writer::read({written.first()}).vitals.items.first();
        QCOMPARE(read.valueText(), QStringLiteral("138/86\u00A0mmHg"));
        const Chart struck =
            writer::read({strikeOut(written.first(), QStringLiteral("Observation/o"),
                                    QStringLiteral("autre patient"), writer::writing())});
        QVERIFY(struck.vitals.items.first().enteredInError);
    }

    void numbersAreTakenAsTyped_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::newRow("comma") << "37,0"
                               << "37.0";
        QTest::newRow("point") << " 54.10 "
                               << "54.10";
        QTest::newRow("zeros") << "0037"
                               << "37";
        QTest::newRow("a half") << "0,5"
                                << "0.5";
        for (const char* bad : {"", ",5", "5,", "-3", "12/8", "1e3", "1 000", "37,00000", "٣"})
            QTest::newRow(bad) << QString::fromUtf8(bad) << QString();
    }
    void numbersAreTakenAsTyped() {
        QFETCH(QString, text);
        QFETCH(QString, number);
        QCOMPARE(typedNumber(text), number);
    }

    void aVaccineReadsBackAndIsCorrected() {
        ImmunizationValues values;
        values.vaccine = QStringLiteral("Zona recombinant");
        values.given = QStringLiteral("2025-10-09");
        values.number = QStringLiteral("2");
        values.lot = QStringLiteral("AB12");
        values.maker = QStringLiteral("GSK");
        values.site = QStringLiteral("Deltoïde gauche");
        values.route = QStringLiteral("78421000");
        values.amount = QStringLiteral("0,5 mL");
        values.expires = QStringLiteral("2026-05");
        const QByteArray json = composeImmunization(values, writer::writing());
        ImmunizationValues back = immunizationValues(json);
        back.amount.replace(QChar(0xA0), u' ');
        QVERIFY(back == values);
        const Immunization read = writer::read({json}).immunizations.items.first();
        QVERIFY(read.given && !read.reportedByPatient);
        QCOMPARE(read.authors, QStringList{QStringLiteral("Dre Maude Lachance")});
        ImmunizationValues after = back;
        after.lot = QStringLiteral("AB13");
        after.number = QStringLiteral("rappel");
        const QByteArray again = correctImmunization(json, QStringLiteral("Immunization/w1"), back,
                                                     after, writer::writing());
        QCOMPARE(immunizationValues(again).lot, QStringLiteral("AB13"));
        QCOMPARE(immunizationValues(again).number, QStringLiteral("rappel"));
        QVERIFY(writer::keeps(again, {"\"code\":\"mL\"", "Deltoïde gauche"}));
        after.mistaken = true;
        QVERIFY(writer::read({correctImmunization(json, QStringLiteral("Immunization/w1"), back,
                                                  after, writer::writing())})
                    .immunizations.items.first()
                    .enteredInError);
    }

    void theLevelOfCareReadsBack_data() {
        QTest::addColumn<QString>("letter");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("read");
        QTest::newRow("A") << "A"
                           << "yes"
                           << "RCR\u00A0: tenter";
        QTest::newRow("B") << "B"
                           << "no"
                           << "RCR\u00A0: ne pas tenter";
        QTest::newRow("C") << "C"
                           << "no"
                           << "RCR\u00A0: ne pas tenter";
        QTest::newRow("D") << "D"
                           << ""
                           << "";
    }
    void theLevelOfCareReadsBack() {
        QFETCH(QString, letter);
        QFETCH(QString, answer);
        QFETCH(QString, read);
        LevelValues values;
        values.letter = letter;
        values.resuscitation = answer;
        values.with = QStringLiteral("la patiente et sa fille");
        values.discussed = QStringLiteral("2025-10-09");
        const Chart chart = writer::read({composeLevel(values, writer::writing())});
        QCOMPARE(chart.levelOfCare.items.size(), 1);
        const LevelOfCare& level = chart.levelOfCare.items.first();
        QCOMPARE(level.letter, letter);
        QCOMPARE(level.resuscitation, read);
        QVERIFY(level.inForce);
        QVERIFY(level.notes.contains(QStringLiteral("Discuté avec la patiente et sa fille")));
        QVERIFY(chart.social.items.isEmpty() && chart.results.items.isEmpty());
    }

    void aSeenResultSaysByWhom() {
        SeenValues values;
        values.result = QStringLiteral("Observation/k");
        values.words = QStringLiteral("Potassium 6,4 mmol/L");
        values.followUp = QStringLiteral("Joindre la patiente");
        values.note = QStringLiteral("Jointe à 14 h 18");
        const QByteArray result =
            R"({"resourceType":"Observation","id":"k","status":"final","code":{"text":"Potassium"},)"
            R"("effectiveDateTime":"2025-10-08","valueQuantity":{"value":6.4,"unit":"mmol/L"}})";
        const Chart chart = writer::read({composeSeen(values, writer::writing()), result});
        QVERIFY(chart.orders.items.isEmpty());
        const Observation& read = chart.results.items.first();
        QCOMPARE(read.seen.size(), 1);
        QCOMPARE(read.seen.first().by, QStringLiteral("Dre Maude Lachance"));
        QCOMPARE(read.seen.first().followUp, QStringLiteral("Joindre la patiente"));
        QCOMPARE(read.seen.first().notes, QStringList{QStringLiteral("Jointe à 14 h 18")});
        // Of a result this file does not hold it stays in sight, among the orders.
        const Chart alone = writer::read({composeSeen(values, writer::writing())});
        QCOMPARE(alone.orders.items.size(), 1);
        QVERIFY(!alone.orders.items.first().pending);
    }

    void partialDays_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        for (const char* good : {"2025", "2025-02", "2024-02-29"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : {"", "25", "2025-13", "2025-02-29", "2025-1-2", "20250102",
                                "2025-01-02T10:00:00", "hier"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    void partialDays() {
        QFETCH(QString, text);
        QFETCH(bool, is);
        QCOMPARE(isPartialDay(text), is);
    }
};

QTEST_GUILESS_MAIN(TestWriters)
#include "test_writers.moc"
