// Numbers keep the digits they came with; units read as in Québec.

#include "record/decimal.h"
#include "record/quantities.h"

#include <QtTest>

using namespace chevet::record;

class TestQuantities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesNumbers_data();
    void writesNumbers();
    void roundsOnlyWhatNobodyTyped();
    void writesDoses();
    void takesDifferencesExactly_data();
    void takesDifferencesExactly();
    void compares();
    void writesUnits_data();
    void writesUnits();
    void knowsTheSameUnit();
    void hostileNumbersAreCheap();
};

void TestQuantities::writesNumbers_data() {
    QTest::addColumn<QString>("lexical");
    QTest::addColumn<QString>("french");
    QTest::newRow("integer") << "98"
                             << "98";
    QTest::newRow("precision kept") << "98.0"
                                    << "98,0";
    QTest::newRow("zeros kept") << "0.90"
                                << "0,90";
    QTest::newRow("thousands") << "1284"
                               << "1\u202F284";
    QTest::newRow("millions") << "-1234567.5"
                              << "\u22121\u202F234\u202F567,5";
    QTest::newRow("exponent") << "1.5e3"
                              << "1\u202F500";
    QTest::newRow("small exponent") << "25E-3"
                                    << "0,025";
    QTest::newRow("nineteen digits") << "72.49182739182739182"
                                     << "72,49182739182739182";
    QTest::newRow("not a number") << "négatif"
                                  << "négatif";
    QTest::newRow("two numbers") << "1 2"
                                 << "1 2";
    QTest::newRow("empty") << ""
                           << "";
}

void TestQuantities::writesNumbers() {
    QFETCH(QString, lexical);
    QTEST(displayNumber(lexical), "french");
}

void TestQuantities::roundsOnlyWhatNobodyTyped() {
    QCOMPARE(displayMeasured(u"0.90"), QStringLiteral("0,90"));
    QCOMPARE(displayMeasured(u"123456"), QStringLiteral("123\u202F456"));
    QCOMPARE(displayMeasured(u"72.49182739182739182"), QStringLiteral("72,49"));
    QCOMPARE(displayMeasured(u"99.99999999"), QStringLiteral("100,00"));
    QCOMPARE(displayMeasured(u"1234567.891"), QStringLiteral("1\u202F234\u202F568"));
    QCOMPARE(displayMeasured(u"0.000123456789"), QStringLiteral("0,0001235"));
    QCOMPARE(displayNumber(u"1284.5", Language::English), QStringLiteral("1,284.5"));
}

void TestQuantities::writesDoses() {
    QCOMPARE(displayDose(u"5.0"), QStringLiteral("5"));
    QCOMPARE(displayDose(u".5"), QStringLiteral("0,5"));
    QCOMPARE(displayDose(u"7.50"), QStringLiteral("7,5"));
    QCOMPARE(displayDose(u"10000"), QStringLiteral("10\u202F000"));
    QCOMPARE(displayDose(u"100"), QStringLiteral("100")); // never 1
}

void TestQuantities::takesDifferencesExactly_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("expected");
    QTest::newRow("up") << "98"
                        << "91"
                        << "+7";
    QTest::newRow("down") << "0.71"
                          << "0.76"
                          << "\u22120,05";
    QTest::newRow("same") << "4.80"
                          << "4.8"
                          << "0";
    QTest::newRow("binary trap") << "0.3"
                                 << "0.1"
                                 << "+0,2";
    QTest::newRow("sign change") << "-1.5"
                                 << "2"
                                 << "\u22123,5";
    QTest::newRow("borrow") << "1000"
                            << "999.9"
                            << "+0,1";
    QTest::newRow("text") << "x"
                          << "1"
                          << "";
}

void TestQuantities::takesDifferencesExactly() {
    QFETCH(QString, now);
    QFETCH(QString, before);
    QTEST(difference(now, before), "expected");
}

void TestQuantities::compares() {
    QCOMPARE(compareNumbers(u"5.2", u"5.20"), std::optional<int>(0));
    QCOMPARE(compareNumbers(u"-1", u"1"), std::optional<int>(-1));
    QCOMPARE(compareNumbers(u"-2", u"-10"), std::optional<int>(1));
    QCOMPARE(compareNumbers(u"10", u"9.999"), std::optional<int>(1));
    QCOMPARE(compareNumbers(u"-0", u"0"), std::optional<int>(0));
    QCOMPARE(compareNumbers(u"abc", u"0"), std::optional<int>());
}

void TestQuantities::writesUnits_data() {
    QTest::addColumn<QString>("ucum");
    QTest::addColumn<QString>("french");
    for (const auto& [ucum, french] : std::initializer_list<std::pair<const char*, const char*>>{
             {"umol/L", "µmol/L"},
             {"mmol/L", "mmol/L"},
             {"10*9/L", "×10⁹/L"},
             {"10*3/uL", "×10³/µL"},
             {"x10*12/L", "×10¹²/L"},
             {"[IU]/mL", "UI/mL"},
             {"mm[Hg]", "mmHg"},
             {"Cel", "°C"},
             {"kg/m2", "kg/m²"},
             {"mL/min/{1.73_m2}", "mL/min/1,73\u00A0m²"},
             {"/min", "/min"},
             {"{beats}/min", "batt./min"},
             {"{score}", "points"},
             {"%", "%"},
             {"1", ""},
             {"[in_i]", "po"},
             {"mystère/L", "mystère/L"},
             {"a", "ans"},
             {"{#}", ""}})
        QTest::newRow(ucum) << QString::fromUtf8(ucum) << QString::fromUtf8(french);
}

void TestQuantities::writesUnits() {
    QFETCH(QString, ucum);
    QTEST(displayUnit(ucum), "french");
}

void TestQuantities::knowsTheSameUnit() {
    QCOMPARE(comparableUnit(u"mmol/L"), comparableUnit(u"mmol/l"));
    QCOMPARE(comparableUnit(u"umol/L"), comparableUnit(u"µmol/L"));
    QCOMPARE(comparableUnit(u"mm[Hg]"), comparableUnit(u"mmHg"));
    QCOMPARE(comparableUnit(u"x10*9/L"), comparableUnit(u"10^9/L"));
    QCOMPARE(comparableUnit(u"{beats}/min"), comparableUnit(u"/min"));
    QVERIFY(comparableUnit(u"mg/dL") != comparableUnit(u"mmol/L"));
    QVERIFY(comparableUnit(u"g/L") != comparableUnit(u"mg/L"));
    QVERIFY(comparableUnit(u"mL/min") != comparableUnit(u"mL/min/{1.73_m2}"));
}

void TestQuantities::hostileNumbersAreCheap() {
    QVERIFY(!Decimal::parse(u"1e999999999"));
    QVERIFY(!Decimal::parse(u"1e-999999999"));
    QVERIFY(!Decimal::parse(u"1e99999999999999999999"));
    QVERIFY(!Decimal::parse(QString(100000, u'9')));
    for (const QStringView bad :
         {QStringView(u""), QStringView(u"-"), QStringView(u"."), QStringView(u"1.2.3"),
          QStringView(u"1e"), QStringView(u"0x10"), QStringView(u"NaN"), QStringView(u"١")})
        QVERIFY(!Decimal::parse(bad));
    QCOMPARE(displayNumber(u"1e999999999"), QStringLiteral("1e999999999"));
    QCOMPARE(displayUnit(QString(1000, u'/')), QString(1000, u'/'));
}

QTEST_GUILESS_MAIN(TestQuantities)
#include "test_quantities.moc"
