// A medication as it is written reads back in the list of medications, and a correction keeps what
// it does not know.

#include "record/medication_writer.h"
#include "unit/record/writer_support.h"

#include <QTest>

using namespace chevet::record;

namespace {

MedicationValues warfarin() {
    MedicationValues values;
    values.name = QStringLiteral("Warfarine");
    values.dose = QStringLiteral("5 mg");
    values.frequency = QStringLiteral("1d");
    values.moment = QStringLiteral("EVE");
    values.reason = QStringLiteral("TVP");
    return values;
}

// As another system wrote it: codes, an extension and a field this program has no form for.
const QByteArray imported =
    R"({"resourceType":"MedicationRequest","id":"source","text":{"status":"generated","div":"<div>5 mg</div>"},)"
    R"("extension":[{"url":"urn:x","valueDecimal":1.50}],"status":"active","intent":"order",)"
    R"("medicationCodeableConcept":{"coding":[{"system":"urn:drugs","code":"w5"}],"text":"Warfarine 5 mg"},)"
    R"("subject":{"reference":"Patient/p1"},"authoredOn":"2024-02-19","requester":{"display":"Dr K. Benali"},)"
    R"("dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","when":["EVE"]}},)"
    R"("doseAndRate":[{"doseQuantity":{"value":5,"unit":"mg"}}]}],"dispenseRequest":{"numberOfRepeatsAllowed":3}})";

QByteArray corrected(const MedicationValues& after) {
    return correctMedication(imported, QStringLiteral("MedicationRequest/v1"),
                             medicationValues(imported), after, writer::writing());
}

} // namespace

class TestMedicationWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOrderReadsBack() {
        const Chart chart = writer::read({composeMedication(warfarin(), writer::writing())});
        QCOMPARE(chart.medications.active.size(), 1);
        const Medication& read = chart.medications.items.first();
        QCOMPARE(read.name, QStringLiteral("Warfarine"));
        QCOMPARE(read.dose, QStringLiteral("5\u00A0mg"));
        QCOMPARE(read.posology, QStringLiteral("1 fois par jour, le soir"));
        QVERIFY(read.posologyStructured);
        QCOMPARE(read.prescriber, QStringLiteral("Dre Maude Lachance"));
        QCOMPARE(read.reasons, QStringList{QStringLiteral("TVP")});
        QVERIFY(read.activity == MedicationActivity::Active);
    }

    void whatThePatientSaysIsNoOrder() {
        MedicationValues values = warfarin();
        values.declared = true;
        values.start = QStringLiteral("2024");
        const Chart chart = writer::read({composeMedication(values, writer::writing())});
        const Medication& read = chart.medications.items.first();
        QVERIFY(read.source == Medication::Source::Statement);
        QVERIFY(read.prescriber.isEmpty());
        QCOMPARE(read.start.day(), QStringLiteral("2024"));
        QCOMPARE(read.posology, QStringLiteral("1 fois par jour, le soir"));
    }

    void everyFieldComesBack_data() {
        QTest::addColumn<QString>("intake");
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("asNeeded");
        for (const Frequency& frequency : frequencies())
            QTest::newRow(qPrintable(QString::fromUtf16(frequency.key)))
                << QString() << QString::fromUtf16(frequency.key) << QString() << QString()
                << false;
        QTest::newRow("all") << "1 comprimé"
                             << "6h"
                             << "C"
                             << "max. 3 g/jour" << true;
        QTest::newRow("as needed") << "0.5 mL"
                                   << ""
                                   << ""
                                   << "" << true;
        QTest::newRow("words alone") << ""
                                     << ""
                                     << ""
                                     << "selon le RNI" << false;
    }
    void everyFieldComesBack() {
        QFETCH(QString, intake);
        QFETCH(QString, frequency);
        QFETCH(QString, moment);
        QFETCH(QString, words);
        QFETCH(bool, asNeeded);
        MedicationValues values = warfarin();
        values.intake = intake;
        values.frequency = frequency;
        values.moment = moment;
        values.words = words;
        values.asNeeded = asNeeded;
        values.route = QStringLiteral("26643006");
        values.start = QStringLiteral("2025-10-09");
        MedicationValues back = medicationValues(composeMedication(values, writer::writing()));
        back.dose.replace(QChar(0xA0), u' ');
        QCOMPARE(back.intake, values.intake);
        QCOMPARE(back.frequency, values.frequency);
        QCOMPARE(back.moment, values.moment);
        QCOMPARE(back.words, values.words);
        QVERIFY(back == values);
    }

    // What the fields cannot say is prefilled in words, whole.
    void aTaperIsPrefilledWithAllItSays() {
        const QByteArray taper =
            R"({"resourceType":"MedicationRequest","id":"m","status":"active","medicationCodeableConcept":{"text":"Prednisone"},)"
            R"("dosageInstruction":[{"sequence":1,"text":"40 mg 5 jours"},{"sequence":2,"text":"20 mg 5 jours"}]})";
        const MedicationValues values = medicationValues(taper);
        QCOMPARE(values.words, QStringLiteral("40 mg 5 jours; 20 mg 5 jours"));
        QVERIFY(values.frequency.isEmpty());
    }

    void nothingTouchedIsNothingWritten() {
        QCOMPARE(corrected(medicationValues(imported)), imported);
    }

    void aNewDoseTouchesTheDoseAlone() {
        MedicationValues after = medicationValues(imported);
        after.dose = QStringLiteral("4 mg");
        const QByteArray json = corrected(after);
        QVERIFY(writer::keeps(json, {R"("extension":[{"url":"urn:x","valueDecimal":1.50}])",
                                     R"("numberOfRepeatsAllowed":3)", R"("when":["EVE"])"}));
        QVERIFY(!json.contains("\"w5\"")); // the code of the other strength
        QVERIFY(!json.contains("<div>"));  // its words too
        QVERIFY(json.contains("\"id\":\"v1\""));
        const Medication read = writer::read({json}).medications.items.first();
        QCOMPARE(read.dose, QStringLiteral("4\u00A0mg"));
        QCOMPARE(read.posology, QStringLiteral("1 fois par jour, le soir")); // and no longer 5 mg
        QCOMPARE(read.prescriber, QStringLiteral("Dre Maude Lachance"));
    }

    void aNewPosologyKeepsTheProduct() {
        MedicationValues after = medicationValues(imported);
        after.frequency = QStringLiteral("2d");
        after.moment.clear();
        const QByteArray json = corrected(after);
        QVERIFY(json.contains("\"w5\""));
        const Medication read = writer::read({json}).medications.items.first();
        QCOMPARE(read.dose, QStringLiteral("5\u00A0mg"));
        QCOMPARE(read.posology, QStringLiteral("2 fois par jour"));
    }

    void aReasonAloneMakesNobodyPrescriber() {
        MedicationValues after = medicationValues(imported);
        after.reason = QStringLiteral("TVP");
        const Medication read = writer::read({corrected(after)}).medications.items.first();
        QCOMPARE(read.prescriber, QStringLiteral("Dr K. Benali"));
        QCOMPARE(read.reasons, QStringList{QStringLiteral("TVP")});
    }

    void stoppedIsCeased_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("an order") << imported;
        QTest::newRow("without posology")
            << QByteArray(R"({"resourceType":"MedicationRequest","id":"m","status":"active",)"
                          R"("medicationCodeableConcept":{"text":"Warfarine 5 mg"}})");
        QTest::newRow("a statement") << QByteArray(
            R"({"resourceType":"MedicationStatement","id":"m","status":"active",)"
            R"("effectiveDateTime":"2024-01-02","medicationCodeableConcept":{"text":"X"}})");
    }
    void stoppedIsCeased() {
        QFETCH(QByteArray, json);
        const QString reference = JsonEdit(json).text("resourceType") + QStringLiteral("/v1");
        const QByteArray after = stopMedication(json, reference, QStringLiteral("2025-10-09"),
                                                QStringLiteral("saignement"));
        const Chart chart = writer::read({after});
        QVERIFY(chart.medications.active.isEmpty());
        const Medication& read = chart.medications.items.first();
        QVERIFY(read.activity == MedicationActivity::Ceased);
        QCOMPARE(read.stop.day(), QStringLiteral("2025-10-09"));
        QCOMPARE(read.stopReason, QStringLiteral("saignement"));
        QCOMPARE(read.start.isKnown(), medicationValues(json).declared || json == imported);
    }

    void amounts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("unit");
        QTest::newRow("plain") << "5 mg"
                               << "5"
                               << "mg";
        QTest::newRow("comma") << "0,50 mL"
                               << "0.50"
                               << "mL";
        QTest::newRow("thousands") << "10\u202F000 UI"
                                   << "10000"
                                   << "UI";
        QTest::newRow("glued") << "75mcg"
                               << "75"
                               << "mcg";
        QTest::newRow("zeros") << "007"
                               << "7"
                               << "";
        QTest::newRow("a range") << "1 ou 2 comprimés"
                                 << ""
                                 << ""; // never half of it
        QTest::newRow("a rate") << "5 mg/2,5 mL"
                                << "5"
                                << "mg/2,5 mL";
        QTest::newRow("words") << "un comprimé"
                               << ""
                               << "";
    }
    void amounts() {
        QFETCH(QString, text);
        QFETCH(QString, number);
        QFETCH(QString, unit);
        Amount amount;
        QCOMPARE(readAmount(text, &amount), !number.isEmpty());
        QCOMPARE(amount.number, number);
        QCOMPARE(amount.unit, unit);
    }
};

QTEST_GUILESS_MAIN(TestMedicationWriter)
#include "test_medication_writer.moc"
