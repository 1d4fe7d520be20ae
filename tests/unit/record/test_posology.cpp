// How a medication is to be taken: what the prescriber wrote is never lost, and no active order
// hides another.

#include "record/posology_facts.h"
#include "unit/record/chart_maker.h"

#include <QtTest>

using namespace chevet::record;

namespace {

QByteArray medication(const char* type, const char* id, const QByteArray& more,
                      const char* status = "active") {
    return QByteArray("{'resourceType':'") + type + "','id':'" + id + "','status':'" + status +
           "','medicationCodeableConcept':{'text':'Lévothyroxine 100 mcg'}" +
           (more.isEmpty() ? QByteArray() : "," + more) + "}";
}

QByteArray dosage(const char* text, const char* more = "") {
    return QByteArray("'dosageInstruction':[{'text':'") + text + "'" + more + "}]";
}

// A dosage of the product of a test, whose strength is 7,5 mg.
Medication read(const QByteArray& dosages, const char* product = "Prednisone 7,5 mg") {
    return ChartMaker()
        .add(QByteArray("{'resourceType':'MedicationRequest','id':'m','status':'active',"
                        "'medicationCodeableConcept':{'text':'") +
             product + "'},'dosageInstruction':[" + dosages + "]}")
        .chart()
        .medications.items.first();
}

QStringList posologies(const Chart& chart, const QList<int>& places) {
    QStringList out;
    for (const int at : places)
        out += chart.medications.items.at(at).posology;
    out.sort();
    return out;
}

QByteArray rates(const QByteArray& list) {
    return "{'doseAndRate':[" + list + "]}";
}

QByteArray typed(const char* type, const QByteArray& amount) {
    return QByteArray("{'type':{'coding':[{'code':'") + type + "'}]}," + amount + "}";
}

} // namespace

class TestPosology : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatAddsSomething_data();
    void tellsWhatAddsSomething();
    void neverDropsTheWordsOfThePrescriber_data();
    void neverDropsTheWordsOfThePrescriber();
    void showsEveryDoseAndRate_data();
    void showsEveryDoseAndRate();
    void hidesNoActiveOrder_data();
    void hidesNoActiveOrder();
    void aTaperEndsWithItsLastStep();
    void listsApartWhatIsNoOrderToGive_data();
    void listsApartWhatIsNoOrderToGive();
    void aValidityPeriodEndsNoTreatment();
};

void TestPosology::tellsWhatAddsSomething_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("adds");
    const auto row = [](const char* text, const char* said, bool adds) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(said) << adds;
    };
    row("1 fois par jour", "1 fois par jour", false);
    row("une fois par jour", "1 fois par jour", false);
    row("1 co. die", "1\u00A0comprimé, 1 fois par jour", false);
    row("Take 1 tablet by mouth twice daily", "1 tablet, twice a day, orale", false);
    row("1 co bid prn", "1 comprimé, 2 fois par jour, au besoin", false);
    row("7.50 mg q.8h", "7,5 mg, toutes les 8\u00A0heures", true); // not understood: shown
    row("7.50 mg q8h", "7,5 mg, toutes les 8\u00A0heures", false);
    row("prendre au coucher", "1 fois par jour, au coucher", false);
    row("max 30 unités par jour", "max.\u00A030\u00A0unités/jour", false);
    row("2 co 1 fois par jour", "1 comprimé, 2 fois par jour", true);
    row("5 mcg die", "5 mg, 1 fois par jour", true);
    row("1 caps die", "1 comprimé, 1 fois par jour", true);
    row("½ co. die", "1 comprimé, 1 fois par jour", true);
    row("1 co aux 2 jours", "1 comprimé, 2 fois par jour", true);
    row("1 co die x 2 jours", "1 comprimé, 2 fois par jour", true);
    row("4 g par jour", "au besoin, max.\u00A04\u00A0g/jour", true);
    row("ne pas prendre le matin", "prendre le matin", true);
    row("max 8/24 h", "8 comprimés, toutes les 24 heures", true);
    row("1 à 2 co die", "1 comprimé, 2 fois par jour, 1 fois par jour", true);
    row("< 5 mg die", "5 mg, 1 fois par jour", true);
}

void TestPosology::tellsWhatAddsSomething() {
    QFETCH(QString, text);
    QFETCH(QString, said);
    QTEST(addsTo(text, said), "adds");
}

void TestPosology::neverDropsTheWordsOfThePrescriber_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("posology");
    const char* daily = ",'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'d'}}";
    const auto with = [&](const char* text, const char* more = "") -> QByteArray {
        return QByteArray("{'text':'") + text + "'" + daily + more + "}";
    };
    const QString tidy = QStringLiteral("1 fois par jour");
    QTest::newRow("the same words") << with("1 fois par jour") << tidy;
    QTest::newRow("with the product") << with("Prednisone 7,5 mg 1 fois par jour") << tidy;
    QTest::newRow("another strength") << with("Prednisone 5 mg 1 fois par jour")
                                      << QStringLiteral("Prednisone 5 mg 1 fois par jour");
    QTest::newRow("no text") << QByteArray("{'route':{'text':'orale'}") + daily + "}" << tidy;
    QTest::newRow("other days") << with("5 mg lun-mer-ven, 2,5 mg les autres jours")
                                << QStringLiteral("5 mg lun-mer-ven, 2,5 mg les autres jours "
                                                  "(1 fois par jour)");
    QTest::newRow("a limit")
        << QByteArray("{'text':'1 à 2 co. aux 4 h, max 8/24 h','asNeededBoolean':true}")
        << QStringLiteral("1 à 2 co. aux 4 h, max 8/24 h (au besoin)");
    QTest::newRow("for the patient")
        << with("1 fois par jour", ",'patientInstruction':'Boire un grand verre d’eau'")
        << QStringLiteral("Boire un grand verre d’eau (1 fois par jour)");
    QTest::newRow("for both") << with("1 fois par jour, à jeun",
                                      ",'patientInstruction':'Ne pas croquer'")
                              << QStringLiteral("1 fois par jour, à jeun; Ne pas croquer");
    QTest::newRow("where") << QByteArray("{'text':'1 goutte','site':{'text':'œil gauche'}}")
                           << QStringLiteral("1 goutte (œil gauche)");
    QTest::newRow("steps in their order")
        << QByteArray("{'sequence':2,'text':'20 mg x 5 j'},{'sequence':10,'text':'10 mg x 5 j'},"
                      "{'sequence':1,'text':'40 mg x 5 j'}")
        << QStringLiteral("40 mg x 5 j; 20 mg x 5 j; 10 mg x 5 j");
}

void TestPosology::neverDropsTheWordsOfThePrescriber() {
    QFETCH(QByteArray, json);
    QTEST(read(json).posology, "posology");
}

void TestPosology::showsEveryDoseAndRate_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("dose");
    QTest::addColumn<QString>("posology");
    const QByteArray perKilo = "'doseQuantity':{'value':10,'unit':'mg/kg'}";
    const QByteArray ordered = "'doseQuantity':{'value':700,'unit':'mg'}";
    const QByteArray ratio = "'rateRatio':{'numerator':{'value':1000,'unit':'U'},"
                             "'denominator':{'value':1,'unit':'h'}}";
    QTest::newRow("ordered first")
        << rates(typed("calculated", perKilo) + "," + typed("ordered", ordered))
        << QStringLiteral("700\u00A0mg") << QStringLiteral("dose calculée\u00A0: 10\u00A0mg/kg");
    QTest::newRow("only calculated")
        << rates(typed("calculated", perKilo)) << QStringLiteral("10\u00A0mg/kg")
        << QStringLiteral("dose calculée");
    QTest::newRow("a rate beside a dose")
        << rates(typed("ordered", ordered) + "," + typed("calculated", ratio))
        << QStringLiteral("700\u00A0mg")
        << QStringLiteral("dose calculée\u00A0: 1\u202F000\u00A0unités/h");
    QTest::newRow("a rate") << rates("{" + ratio + "}") << QString()
                            << QStringLiteral("1\u202F000\u00A0unités/h");
    QTest::newRow("a range of rates")
        << rates("{'rateRange':{'low':{'value':2,'unit':'mL/h'},'high':{'value':4,'unit':'mL/h'}}}")
        << QString() << QStringLiteral("2 à 4\u00A0mL/h");
    QTest::newRow("no more than")
        << rates("{'doseQuantity':{'value':5,'unit':'mg','comparator':'<='}}")
        << QStringLiteral("≤\u00A05\u00A0mg") << QString();
    QTest::newRow("steps of other doses: none beside the name")
        << QByteArray("{'sequence':2,'doseAndRate':[{'doseQuantity':{'value':20,'unit':'mg'}}]},"
                      "{'sequence':1,'doseAndRate':[{'doseQuantity':{'value':40,'unit':'mg'}}]}")
        << QString() << QStringLiteral("40\u00A0mg; 20\u00A0mg");
    QTest::newRow("a code of a list is no unit")
        << rates("{'doseQuantity':{'value':5,'system':'http://snomed.info/sct','code':"
                 "'258773002'}}")
        << QStringLiteral("5\u00A0code 258773002 (SNOMED CT)") << QString();
}

void TestPosology::showsEveryDoseAndRate() {
    QFETCH(QByteArray, json);
    const Medication medication = read(json, "Produit");
    QTEST(medication.dose, "dose");
    QTEST(medication.posology, "posology");
}

// Resources of one product; what stands in the active list, and in the other.
void TestPosology::hidesNoActiveOrder_data() {
    QTest::addColumn<QList<QByteArray>>("resources");
    QTest::addColumn<QStringList>("active");
    QTest::addColumn<QStringList>("ceased");
    const QString week = QStringLiteral("1 co. lundi au vendredi");
    const QString weekend = QStringLiteral("2 co. samedi et dimanche");
    const QByteArray onWeek = dosage("1 co. lundi au vendredi");
    const QByteArray onWeekend = dosage("2 co. samedi et dimanche");
    const char* request = "MedicationRequest";
    const char* statement = "MedicationStatement";
    const char* dispense = "MedicationDispense";
    const char* given = "MedicationAdministration";
    const QByteArray first = medication(request, "a", onWeek);
    using All = QList<QByteArray>;
    QTest::newRow("another posology") << All{first, medication(request, "b", onWeekend)}
                                      << QStringList{week, weekend} << QStringList();
    QTest::newRow("renewed as it was")
        << All{first, medication(request, "b", onWeek)} << QStringList{week} << QStringList();
    QTest::newRow("words that only resemble")
        << All{medication(request, "a", dosage("½ co. die")),
               medication(request, "b", dosage("1 co. die"))}
        << QStringList{QStringLiteral("1 co. die"), QStringLiteral("½ co. die")} << QStringList();
    QTest::newRow("another route")
        << All{medication(request, "a", dosage("au besoin", ",'route':{'text':'orale'}")),
               medication(request, "b", dosage("au besoin", ",'route':{'text':'rectale'}"))}
        << QStringList{QStringLiteral("au besoin"), QStringLiteral("au besoin")} << QStringList();
    QTest::newRow("dispensed and given without a posology")
        << All{first, medication(dispense, "d", {}, "completed"),
               medication(given, "g", "'dosage':{'dose':{'value':100,'unit':'mcg'}}", "completed")}
        << QStringList{week} << QStringList();
    QTest::newRow("dispensed by that order, in other words")
        << All{first, medication(dispense, "d",
                                 onWeekend + ",'authorizingPrescription':[{'reference':"
                                             "'MedicationRequest/a'}]",
                                 "in-progress")}
        << QStringList{week} << QStringList();
    QTest::newRow("being dispensed otherwise, by no order known")
        << All{first, medication(dispense, "d", onWeekend, "in-progress")}
        << QStringList{week, weekend} << QStringList();
    QTest::newRow("once dispensed otherwise: an act, not a treatment that ceased")
        << All{first, medication(dispense, "d", onWeekend, "completed")} << QStringList{week}
        << QStringList();
    QTest::newRow("a statement without a posology")
        << All{first, medication(statement, "s", {})} << QStringList{week} << QStringList();
    QTest::newRow("taken otherwise than ordered")
        << All{first, medication(statement, "s", "'dosage':[{'text':'1 co. die'}]")}
        << QStringList{QStringLiteral("1 co. die"), week} << QStringList();
    QTest::newRow("the earlier posology is over")
        << All{first, medication(request, "b", onWeekend, "stopped")} << QStringList{week}
        << QStringList{weekend};
    QTest::newRow("only dispensed") << All{medication(dispense, "d", onWeek, "completed")}
                                    << QStringList() << QStringList{week};
}

void TestPosology::hidesNoActiveOrder() {
    QFETCH(QList<QByteArray>, resources);
    ChartMaker maker;
    for (const QByteArray& json : resources)
        maker.add(json);
    const Chart chart = maker.chart();
    QTEST(posologies(chart, chart.medications.active), "active");
    QTEST(posologies(chart, chart.medications.ceased), "ceased");
}

void TestPosology::aTaperEndsWithItsLastStep() {
    const auto step = [](const char* number, const char* bounds) -> QByteArray {
        return QByteArray("{'sequence':") + number + ",'text':'étape " + number +
               "','timing':{'repeat':{'boundsPeriod':{" + bounds + "}}}}";
    };
    const Medication going = read(step("1", "'start':'2025-09-01','end':'2025-10-01'") + "," +
                                  step("2", "'start':'2025-10-02','end':'2025-11-01'"));
    QCOMPARE(going.start.day(), QStringLiteral("2025-09-01"));
    QCOMPARE(going.stop.day(), QStringLiteral("2025-11-01"));
    QCOMPARE(going.activity, MedicationActivity::Active);
    const Medication open = read(step("2", "'start':'2025-09-08'") + "," +
                                 step("1", "'start':'2025-09-01','end':'2025-09-07'"));
    QVERIFY(!open.stop.isKnown());
    QCOMPARE(open.activity, MedicationActivity::Active);
}

void TestPosology::listsApartWhatIsNoOrderToGive_data() {
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* more, const char* status, const char* words) {
        QTest::addRow("%s %s", more, status)
            << QByteArray(more) << QByteArray(status) << QString::fromUtf8(words);
    };
    row("'doNotPerform':true,'intent':'order'", "active", "ne pas donner");
    row("'doNotPerform':true,'intent':'order'", "stopped", "ne pas donner, cessé");
    row("'intent':'proposal'", "active", "proposition");
    row("'intent':'plan'", "active", "proposition");
    row("'intent':'option'", "draft", "proposition");
}

void TestPosology::listsApartWhatIsNoOrderToGive() {
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, status);
    const Chart chart = ChartMaker()
                            .add(medication("MedicationRequest", "a", more, status.constData()))
                            .add(medication("MedicationRequest", "b", "'intent':'order'"))
                            .chart();
    QCOMPARE(chart.medications.active.size(), 1);
    QVERIFY(chart.medications.ceased.isEmpty());
    QCOMPARE(chart.medications.others.size(), 1);
    const Medication& apart = chart.medications.items.at(chart.medications.others.first());
    QCOMPARE(apart.reference, QStringLiteral("MedicationRequest/a"));
    QTEST(apart.activityWords, "words");
}

void TestPosology::aValidityPeriodEndsNoTreatment() {
    const Chart chart =
        ChartMaker()
            .add(medication("MedicationRequest", "a",
                            "'dispenseRequest':{'validityPeriod':{'end':'2025-01-01'}}"))
            .chart();
    QCOMPARE(chart.medications.active.size(), 1);
    const Medication& order = chart.medications.items.first();
    QVERIFY(!order.stop.isKnown());
    QCOMPARE(order.refillsUntil.day(), QStringLiteral("2025-01-01"));
}

QTEST_APPLESS_MAIN(TestPosology)
#include "test_posology.moc"
