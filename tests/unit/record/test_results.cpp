// Results: values with every digit, flags that promise nothing, rows that never mix units.

#include "unit/record/chart_maker.h"

#include <QtTest>

using namespace chevet::record;

class TestResults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryKindOfValue_data();
    void readsEveryKindOfValue();
    void flags_data();
    void flags();
    void groupsAnalytesAcrossCodes();
    void neverMixesUnits();
    void putsAbnormalFirst();
    void readsVitals();
    void readsPanels();
    void leavesErrorsOutOfRows();
};

namespace {

Observation one(const QByteArray& more) {
    const QByteArray json = "{'resourceType':'Observation','id':'o','status':'final','"
                            "effectiveDateTime':'2025-10-09','code':{'text':'x'}" +
                            more + "}";
    return ChartMaker().add(json).chart().results.items.value(0);
}

// n: order of time; a creatinine unless `code` says otherwise.
QByteArray result(int n, const char* value, const char* unit, const char* code = "14682-9",
                  const char* more = "") {
    return "{'resourceType':'Observation','id':'o" + QByteArray::number(n) +
           "','status':'final','effectiveDateTime':'2025-01-" + QByteArray::number(10 + n) +
           "','code':{'coding':[{'system':'http://loinc.org','code':'" + code +
           "'}]},'valueQuantity':{'value':" + value + ",'code':'" + unit + "'}" + more + "}";
}

} // namespace

void TestResults::readsEveryKindOfValue_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("shown");
    QTest::newRow("quantity") << ",'valueQuantity':{'value':98.0,'unit':'umol/L'}"
                              << "98,0\u00A0µmol/L";
    QTest::newRow("comparator") << ",'valueQuantity':{'value':10,'comparator':'<','code':'[IU]/mL'}"
                                << "<\u00A010\u00A0UI/mL";
    QTest::newRow("at least") << ",'valueQuantity':{'value':90,'comparator':'>=','code':'mL/min'}"
                              << "≥\u00A090\u00A0mL/min";
    QTest::newRow("string") << ",'valueString':'< 150 mg/dL'"
                            << "< 150 mg/dL";
    QTest::newRow("coded") << ",'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/"
                              "sct','code':'260385009','display':'Negative'}]}"
                           << "Négatif";
    QTest::newRow("integer") << ",'valueInteger':3"
                             << "3";
    QTest::newRow("boolean") << ",'valueBoolean':false"
                             << "non";
    QTest::newRow("range")
        << ",'valueRange':{'low':{'value':1,'unit':'g'},'high':{'value':2,'unit':'g'}}"
        << "1 à 2\u00A0g";
    QTest::newRow("ratio") << ",'valueRatio':{'numerator':{'value':1},'denominator':{'value':128}}"
                           << "1\u00A0: 128";
    QTest::newRow("date") << ",'valueDateTime':'2024-03'"
                          << "2024-03";
    QTest::newRow("samples")
        << ",'valueSampledData':{'data':'1 2 3','origin':{'value':0,'unit':'mV'}}"
        << "tracé de 3 points\u00A0mV";
    QTest::newRow("unusual") << ",'valueMystery':{'a':1}"
                             << "{\"a\":1}";
    QTest::newRow("absent") << ",'dataAbsentReason':{'coding':[{'code':'masked'}]}"
                            << "";
}

void TestResults::readsEveryKindOfValue() {
    QFETCH(QString, json);
    QTEST(one(json.toUtf8()).valueText(), "shown");
}

void TestResults::flags_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("flag");
    const char* value = ",'valueQuantity':{'value':98,'unit':'umol/L'}";
    const auto with = [value](const char* more) -> QString {
        return QString::fromUtf8(value) + QString::fromUtf8(more);
    };
    QTest::newRow("no range is no flag") << with("") << "";
    QTest::newRow("above") << with(",'referenceRange':[{'low':{'value':50,'unit':'umol/"
                                   "L'},'high':{'value':90,'unit':'umol/L'}}]")
                           << "high";
    QTest::newRow("within") << with(",'referenceRange':[{'low':{'value':50},'high':{'value':98}}]")
                            << "normal";
    QTest::newRow("below") << with(",'referenceRange':[{'low':{'value':98.01}}]") << "low";
    QTest::newRow("range in another unit")
        << with(",'referenceRange':[{'high':{'value':1.2,'unit':'mg/dL'}}]") << "";
    QTest::newRow("range in words") << with(",'referenceRange':[{'text':'50 à 90'}]") << "";
    QTest::newRow("treatment target is no reference")
        << with(
               ",'referenceRange':[{'type':{'coding':[{'code':'treatment'}]},'high':{'value':90}}]")
        << "";
    QTest::newRow("laboratory says so")
        << with(",'interpretation':[{'coding':[{'code':'HH'}]}]") << "critical-high";
    QTest::newRow("laboratory wins over range")
        << with(",'interpretation':[{'coding':[{'code':'N'}]}],'referenceRange':[{'high':{'value':"
                "90}}]")
        << "normal";
    QTest::newRow("the more serious of two")
        << with(",'interpretation':[{'coding':[{'code':'A'}]},{'coding':[{'code':'LL'}]}]")
        << "critical-low";
    QTest::newRow("unknown code") << with(",'interpretation':[{'coding':[{'code':'ZZ'}]}]") << "";
    QTest::newRow("< 10 under 20")
        << ",'valueQuantity':{'value':10,'comparator':'<'},'referenceRange':[{'low':{'value':20}}]"
        << "low";
    QTest::newRow("< 150 against 100") << ",'valueQuantity':{'value':150,'comparator':'<'},'"
                                          "referenceRange':[{'high':{'value':100}}]"
                                       << "";
    QTest::newRow("< 10 against 10")
        << ",'valueQuantity':{'value':10,'comparator':'<'},'referenceRange':[{'high':{'value':10}}]"
        << "normal";
    QTest::newRow("> 90 over 80")
        << ",'valueQuantity':{'value':90,'comparator':'>'},'referenceRange':[{'high':{'value':80}}]"
        << "high";
    QTest::newRow("positive")
        << ",'valueString':'Présent','interpretation':[{'coding':[{'code':'POS'}]}]"
        << "abnormal";
}

void TestResults::flags() {
    QFETCH(QString, json);
    QTEST(flagName(one(json.toUtf8()).flag), "flag");
}

void TestResults::groupsAnalytesAcrossCodes() {
    const Chart chart = ChartMaker()
                            .add(result(1, "91", "umol/L", "14682-9"))
                            .add(result(2, "98", "umol/L", "2160-0"))
                            .add(result(3, "4.1", "mmol/L", "2823-3"))
                            .chart();
    QCOMPARE(chart.results.rows.size(), 2);
    const AnalyteRow& row = chart.results.rows[0];
    QCOMPARE(row.code.label(), QStringLiteral("Créatinine"));
    QCOMPARE(row.group, QStringLiteral("Biochimie"));
    QCOMPARE(row.observations.size(), 2);
    QCOMPARE(chart.results.items[row.observations[0]].value.lexical,
             QStringLiteral("91")); // oldest first
    QCOMPARE(chart.results.items[row.latest].delta, QStringLiteral("+7"));
    QCOMPARE(chart.results.items[row.latest].deltaSince.day(), QStringLiteral("2025-01-11"));
    QVERIFY(!row.mixedUnits);
}

void TestResults::neverMixesUnits() {
    const Chart chart = ChartMaker()
                            .add(result(1, "1.1", "mg/dL"))
                            .add(result(2, "98", "umol/L"))
                            .add(result(3, "1.2", "mg/dL"))
                            .chart();
    const AnalyteRow& row = chart.results.rows[0];
    QVERIFY(row.mixedUnits);
    QCOMPARE(chart.results.items[row.observations[1]].delta,
             QString()); // nothing before in that unit
    QCOMPARE(chart.results.items[row.observations[2]].delta, QStringLiteral("+0,1"));
}

void TestResults::putsAbnormalFirst() {
    const Chart chart = ChartMaker()
                            .add(result(9, "1", "mmol/L", "2951-2"))
                            .add(result(1, "2", "mmol/L", "2823-3",
                                        ",'interpretation':[{'coding':[{'code':'HH'}]}]"))
                            .add(result(5, "3", "mmol/L", "2075-0",
                                        ",'interpretation':[{'coding':[{'code':'L'}]}]"))
                            .chart();
    QStringList order;
    for (const int i : chart.results.abnormalFirst)
        order += chart.results.rows[i].code.label();
    QCOMPARE(order.join(u' '), QStringLiteral("Potassium Chlorure Sodium"));
    QCOMPARE(chart.results.abnormalRows, 2);
    QCOMPARE(chart.results.latest.day(), QStringLiteral("2025-01-19"));
}

void TestResults::readsVitals() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'Observation','id':'bp','status':'final','effectiveDateTime':'2025-10-09','code':{'coding':[{'system':'http://loinc.org','code':'85354-9'}]},
        'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'8462-4'}]},'valueQuantity':{'value':80,'code':'mm[Hg]'}},{'code':{'coding':[{'system':'http://loinc.org','code':'8480-6'}]},'valueQuantity':{'value':120,'code':'mm[Hg]'}}]})")
            .add(
                R"({'resourceType':'Observation','id':'s','status':'final','category':[{'coding':[{'code':'social-history'}]}],'code':{'text':'Tabagisme'},'valueString':'non'})")
            .chart();
    QCOMPARE(chart.vitals.items.size(), 1);
    QCOMPARE(chart.vitals.items[0].valueText(), QStringLiteral("120/80\u00A0mmHg"));
    QCOMPARE(chart.vitals.rows[0].code.label(), QStringLiteral("Pression artérielle"));
    QCOMPARE(chart.social.items.size(), 1);
    QCOMPARE(chart.results.state(), SectionState::Unknown);
}

void TestResults::readsPanels() {
    const Chart chart =
        ChartMaker()
            .add(result(1, "91", "umol/L"))
            .add(
                R"({'resourceType':'DiagnosticReport','id':'r','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'51990-0'}]},'effectiveDateTime':'2025-01-11','result':[{'reference':'Observation/o1'},{'reference':'Observation/absent'}],'performer':[{'display':'Hôpital du Littoral'}]})")
            .chart();
    QCOMPARE(chart.results.panels.size(), 1);
    QCOMPARE(chart.results.panels[0].results, QList<int>{0});
    QCOMPARE(chart.results.panels[0].missing, QStringList{QStringLiteral("Observation/absent")});
    QCOMPARE(chart.results.panels[0].code.label(), QStringLiteral("Bilan biochimique de base"));
}

void TestResults::leavesErrorsOutOfRows() {
    QByteArray wrong = result(2, "9999", "umol/L");
    wrong.replace("final", "entered-in-error");
    const Chart chart = ChartMaker().add(result(1, "91", "umol/L")).add(wrong).chart();
    QCOMPARE(chart.results.items.size(), 2);
    QCOMPARE(chart.results.rows[0].observations.size(), 1);
    QCOMPARE(chart.enteredInError, 1);
}

QTEST_GUILESS_MAIN(TestResults)
#include "test_results.moc"
