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
    void holdsAValueAgainstThePatientsOwnRange_data();
    void holdsAValueAgainstThePatientsOwnRange();
    void aUnitIsNeverTheCodeOfAList_data();
    void aUnitIsNeverTheCodeOfAList();
    void onlyPressuresAreAPressure_data();
    void onlyPressuresAreAPressure();
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

// Of a woman of 45 years, unless another patient is given; 130 g/L on the day of the chart.
void TestResults::holdsAValueAgainstThePatientsOwnRange_data() {
    QTest::addColumn<QString>("patient");
    QTest::addColumn<QString>("ranges");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("words");
    const QString woman = QStringLiteral("'gender':'female','birthDate':'1980-02-03'");
    const QString year = QStringLiteral("'gender':'female','birthDate':'1980'");
    const auto range = [](const char* low, const QByteArray& more) -> QString {
        const QByteArray json = QByteArray("{'low':{'value':") + low + "}" + more + "}";
        return QString::fromUtf8(json);
    };
    const auto sex = [&range](const char* low, const char* code) -> QString {
        const QByteArray who = QByteArray("{'coding':[{'code':'") + code + "'}],'text':'" + code;
        return range(low, ",'appliesTo':[" + who + "'}]");
    };
    const auto age = [&range](const char* low, const char* from, const char* to,
                              const char* more = "") -> QString {
        QByteArray limits = QByteArray("'low':{'value':") + from + ",'code':'a'}";
        if (*to)
            limits += QByteArray(",'high':{'value':") + to + ",'code':'a'}";
        return range(low, ",'age':{" + limits + "}" + more);
    };
    const QString both = sex("140", "male") + u',' + sex("120", "female");
    const QString none;
    QTest::newRow("hers") << woman << both << "normal"
                          << "≥\u00A0120";
    QTest::newRow("his") << QStringLiteral("'gender':'male'") << both << "low"
                         << "≥\u00A0140";
    QTest::newRow("sex not known: all of them, no flag")
        << QStringLiteral("'gender':'unknown'") << both << none
        << "≥\u00A0140 (male); ≥\u00A0120 (female)";
    QTest::newRow("two for everybody")
        << woman << range("120", "") + u',' + range("140", "") << none << "≥\u00A0120; ≥\u00A0140";
    QTest::newRow("two in the source's words")
        << woman << range("120", ",'text':'jeûne'") + u',' + range("140", ",'text':'au hasard'")
        << none << "≥\u00A0120 (jeûne); ≥\u00A0140 (au hasard)";
    QTest::newRow("the same twice") << woman << range("140", "") + u',' + range("140", "") << "low"
                                    << "≥\u00A0140";
    QTest::newRow("her age") << woman << age("140", "18", "65") + u',' + age("100", "0", "17")
                             << "low"
                             << "≥\u00A0140";
    QTest::newRow("the whole last year") << woman << age("140", "18", "45") << "low"
                                         << "≥\u00A0140";
    QTest::newRow("not the year after") << woman << age("140", "18", "44") << none << none;
    QTest::newRow("a year of birth is enough far from the limit")
        << year << age("140", "18", "") << "low"
        << "≥\u00A0140";
    QTest::newRow("and not enough near it")
        << year << age("140", "45", "") << none << "≥\u00A0140 (≥\u00A045\u00A0ans)";
    QTest::newRow("age not known")
        << QStringLiteral("'gender':'female'") << range("120", "") + u',' + age("140", "18", "")
        << none << "≥\u00A0120; ≥\u00A0140 (≥\u00A018\u00A0ans)";
    QTest::newRow("the one that names most")
        << woman
        << sex("120", "female") + u',' +
               age("140", "18", "", ",'appliesTo':[{'coding':[{'code':'female'}]}]")
        << "low"
        << "≥\u00A0140";
    QTest::newRow("a pregnancy nobody told of")
        << woman << range("120", "") + u',' + sex("140", "pregnant") << "normal"
        << "≥\u00A0120; ≥\u00A0140 (pregnant)";
    QTest::newRow("no man's") << QStringLiteral("'gender':'male'")
                              << range("120", "") + u',' + sex("140", "pregnant") << "normal"
                              << "≥\u00A0120";
    QTest::newRow("in two units")
        << woman
        << QStringLiteral("{'low':{'value':14,'unit':'g/dL'}},{'low':{'value':140,'unit':'g/L'}}")
        << "low"
        << "≥\u00A0140";
    QTest::newRow("in another unit only")
        << woman << QStringLiteral("{'low':{'value':14,'unit':'g/dL'}}") << none
        << "≥\u00A014\u00A0g/dL";
}

void TestResults::holdsAValueAgainstThePatientsOwnRange() {
    QFETCH(QString, patient);
    QFETCH(QString, ranges);
    const Observation result =
        ChartMaker()
            .add("{'resourceType':'Patient','id':'p'," + patient.toUtf8() + "}")
            .add("{'resourceType':'Observation','id':'o','status':'final','effectiveDateTime':"
                 "'2025-10-09','code':{'text':'x'},'valueQuantity':{'value':130,'unit':'g/L'},"
                 "'referenceRange':[" +
                 ranges.toUtf8() + "]}")
            .chart()
            .results.items.first();
    QTEST(flagName(result.flag), "flag");
    QTEST(result.rangeText, "words");
}

void TestResults::aUnitIsNeverTheCodeOfAList_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("shown");
    QTest::newRow("UCUM") << "'unit':'par champ','system':'http://unitsofmeasure.org','code':'mg'"
                          << "5\u00A0mg";
    QTest::newRow("of a local list") << "'unit':'mmol/L','system':'urn:local','code':'U17'"
                                     << "5\u00A0mmol/L";
    QTest::newRow("of SNOMED") << "'unit':'mL','system':'http://snomed.info/sct','code':'258773002'"
                               << "5\u00A0mL";
    QTest::newRow("of no list") << "'unit':'mL','code':'258773002'"
                                << "5\u00A0mL";
    QTest::newRow("that looks like the unit") << "'unit':'mmHg','code':'mm[Hg]'"
                                              << "5\u00A0mmHg";
    QTest::newRow("that looks like a unit") << "'code':'umol/L'"
                                            << "5\u00A0µmol/L";
    QTest::newRow("without words: said to be a code")
        << "'system':'http://snomed.info/sct','code':'258773002'"
        << "5\u00A0code 258773002 (SNOMED CT)";
}

void TestResults::aUnitIsNeverTheCodeOfAList() {
    QFETCH(QString, unit);
    QFETCH(QString, shown);
    const QByteArray quantity = "{'value':5," + unit.toUtf8() + "}";
    QCOMPARE(one(",'valueQuantity':" + quantity).valueText(), shown);
    const QString range =
        one(",'valueRange':{'low':" + quantity + ",'high':" + quantity + "}").valueText();
    QVERIFY2(range.endsWith(shown), qPrintable(range));
}

void TestResults::onlyPressuresAreAPressure_data() {
    QTest::addColumn<QString>("components");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("pressure");
    const auto part = [](const char* code, const char* more) -> QString {
        return QString::fromUtf8("{'code':") + QString::fromUtf8(code) + u',' +
               QString::fromUtf8(more) + u'}';
    };
    const char* systolic = "{'coding':[{'system':'http://loinc.org','code':'8480-6'}]}";
    const char* diastolic = "{'coding':[{'system':'http://loinc.org','code':'8462-4'}]}";
    const char* high = "'valueQuantity':{'value':124,'unit':'mmHg'}";
    const char* low = "'valueQuantity':{'value':78,'unit':'mmHg'}";
    QTest::newRow("standing, by its own codes")
        << part("{'coding':[{'system':'http://loinc.org','code':'8454-1'}]}", low) + u',' +
               part("{'coding':[{'system':'http://loinc.org','code':'8460-8'}]}", high)
        << "124/78\u00A0mmHg" << true;
    QTest::newRow("by their codes")
        << part(diastolic, low) + u',' + part(systolic, high) << "124/78\u00A0mmHg" << true;
    QTest::newRow("two eyes")
        << part("{'text':'œil droit'}", "'valueQuantity':{'value':12,'unit':'mmHg'}") + u',' +
               part("{'text':'œil gauche'}", "'valueQuantity':{'value':18,'unit':'mmHg'}")
        << "œil droit\u00A0: 12\u00A0mmHg; œil gauche\u00A0: 18\u00A0mmHg" << false;
    QTest::newRow("half of one, and why")
        << part(systolic, high) + u',' +
               part(diastolic, "'dataAbsentReason':{'coding':[{'code':'not-performed'}]}")
        << "Pression systolique\u00A0: 124\u00A0mmHg; Pression diastolique\u00A0: non effectué"
        << false;
    QTest::newRow("lying and standing: two pressures")
        << part(systolic, high) + u',' + part(diastolic, low) + u',' +
               part("{'coding':[{'system':'http://loinc.org','code':'8460-8','display':"
                    "'Debout, systolique'}]}",
                    "'valueQuantity':{'value':98,'unit':'mmHg'}")
        << "Pression systolique\u00A0: 124\u00A0mmHg; Pression diastolique\u00A0: 78\u00A0mmHg; "
           "Debout, systolique\u00A0: 98\u00A0mmHg"
        << false;
    QTest::newRow("nobody says why")
        << part("{'text':'œil droit'}", "'valueQuantity':{'value':12,'unit':'mmHg'}") + u',' +
               part("{'text':'œil gauche'}", "'id':'x'")
        << "œil droit\u00A0: 12\u00A0mmHg; œil gauche\u00A0: sans valeur" << false;
    QTest::newRow("a third beside") << part(systolic, high) + u',' + part(diastolic, low) + u',' +
                                           part("{'text':'position'}", "'valueString':'assis'")
                                    << "124/78\u00A0mmHg; position\u00A0: assis" << true;
}

void TestResults::onlyPressuresAreAPressure() {
    QFETCH(QString, components);
    const Observation result = one(",'component':[" + components.toUtf8() + "]");
    QTEST(result.valueText(), "shown");
    QTEST(result.pressure().has_value(), "pressure");
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
