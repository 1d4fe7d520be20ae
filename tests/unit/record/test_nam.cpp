// The health insurance number: published vectors, warnings with their reasons, never a refusal.

#include "record/nam.h"

#include <QtTest>

using namespace chevet::record;

class TestNam : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void publishedVectors_data();
    void publishedVectors();
    void wrongNumbersWarn();
    void formats();
    void comparesWithTheOwner();
    void derivesLetters_data();
    void derivesLetters();
    void composesWhatChecks();
    void everySingleDigitTypoIsSeenWhenTheCenturyIsKnown();
    void tellsHealthNumbersApart();
    void hostileTextIsHarmless();
};

void TestNam::publishedVectors_data() {
    QTest::addColumn<QString>("nam");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<bool>("female");
    QTest::newRow("2004 M") << "TREM04121925" << QDate(2004, 12, 19) << false;
    QTest::newRow("2004 F") << "TREM04621918" << QDate(2004, 12, 19) << true;
    QTest::newRow("1904 M") << "TREM04121916" << QDate(1904, 12, 19) << false;
    QTest::newRow("Clic Santé") << "TEST54122816" << QDate(1954, 12, 28) << false;
    QTest::newRow("LACM") << "LACM30010115" << QDate(1930, 1, 1) << false;
}

void TestNam::publishedVectors() {
    QFETCH(QString, nam);
    const NamCheck check = checkNam(nam, {}, QDate(2025, 10, 9));
    QVERIFY(check.valid);
    QCOMPARE(check.warnings, quint8(0));
    QTEST(check.birth, "birth");
    QTEST(parseNam(nam)->female, "female");
    QVERIFY(namWarnings(check).isEmpty());
}

void TestNam::wrongNumbersWarn() {
    QVERIFY(checkNam(u"TREM04121921").warns(NamWarning::CheckDigit));
    QVERIFY(checkNam(u"TREM0412192").warns(NamWarning::Form));
    QVERIFY(checkNam(u"TREM04631918").warns(NamWarning::Form)); // month 13
    QVERIFY(checkNam(u"TREM04023015").warns(NamWarning::Form)); // 30 February
    QVERIFY(checkNam(u"TREM04121905").warns(NamWarning::Form)); // serial 0
    QVERIFY(!checkNam(u"").present);
    QCOMPARE(namWarnings(checkNam(u"TREM04121921")).size(), 1);
}

void TestNam::formats() {
    QCOMPARE(formatNam(u"tree-0462 1918"), QStringLiteral("TREE 0462 1918"));
    QCOMPARE(formatNam(u"trée04621918"), QStringLiteral("TREE 0462 1918"));
    QCOMPARE(formatNam(u"ON-1234"), QStringLiteral("ON-1234"));
}

void TestNam::comparesWithTheOwner() {
    const NamOwner emilie{QStringLiteral("Tremblay"), QStringLiteral("Mélodie Anne"),
                          QDate(2004, 12, 19), QStringLiteral("female")};
    const QDate today(2025, 10, 9);
    QCOMPARE(checkNam(u"TREM04621918", emilie, today).warnings, quint8(0));
    NamOwner other = emilie;
    other.sex = QStringLiteral("male");
    QCOMPARE(checkNam(u"TREM04621918", other, today).warnings, quint8(NamWarning::Sex));
    other = emilie;
    other.sex = QStringLiteral("other"); // gender X: nothing to compare
    QCOMPARE(checkNam(u"TREM04621918", other, today).warnings, quint8(0));
    other = emilie;
    other.birth = QDate(2004, 12, 18);
    QCOMPARE(checkNam(u"TREM04621918", other, today).warnings, quint8(NamWarning::BirthDate));
    other = emilie;
    other.family = QStringLiteral("Gagnon"); // changed at marriage
    QCOMPARE(checkNam(u"TREM04621918", other, today).warnings, quint8(NamWarning::Name));
    QVERIFY(checkNam(u"TREM04621918", other, today).valid);
}

void TestNam::derivesLetters_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("letters");
    QTest::newRow("plain") << "Tremblay"
                           << "Émilie"
                           << "TREE";
    QTest::newRow("short") << "Ng"
                           << "An"
                           << "NGXA";
    QTest::newRow("saint") << "Saint-Pierre"
                           << "Luc"
                           << "STPL";
    QTest::newRow("sainte") << "Sainte-Marie"
                            << "Ève"
                            << "STME";
    QTest::newRow("apostrophe") << "O'Brien"
                                << "Sean"
                                << "OBRS";
    QTest::newRow("blank") << "Le Blanc"
                           << "Zoé"
                           << "LEBZ";
}

void TestNam::derivesLetters() {
    QFETCH(QString, family);
    QFETCH(QString, given);
    QTEST(namLetters(family, given), "letters");
}

void TestNam::composesWhatChecks() {
    for (int year = 1910; year < 2025; year += 3)
        for (int serial = 1; serial <= 9; ++serial) {
            const QDate birth(year, 1 + year % 12, 1 + serial * 3);
            const QString nam = composeNam(u"Côté", u"Ève", birth, serial % 2 == 0, serial);
            QCOMPARE(nam.size(), 12);
            const NamCheck check = checkNam(
                nam, {QStringLiteral("Côté"), QStringLiteral("Ève"), birth, {}}, QDate(2025, 1, 1));
            QVERIFY2(check.valid && check.warnings == 0, qPrintable(nam));
            QCOMPARE(check.birth, birth);
        }
    QCOMPARE(composeNam(u"Tremblay", u"M", QDate(2004, 12, 19), true, 1),
             QStringLiteral("TREM04621918"));
}

void TestNam::everySingleDigitTypoIsSeenWhenTheCenturyIsKnown() {
    int seen = 0, tried = 0;
    const QString nam = QStringLiteral("TREM04621918");
    const NamOwner owner{QStringLiteral("Tremblay"), QStringLiteral("Marie"), QDate(2004, 12, 19),
                         QStringLiteral("female")};
    for (int at = 4; at < 12; ++at)
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString typo = nam;
            typo[at] = digit;
            if (typo == nam)
                continue;
            ++tried;
            seen += checkNam(typo, owner, QDate(2025, 1, 1)).warnings != 0;
        }
    QCOMPARE(seen, tried);
}

void TestNam::tellsHealthNumbersApart() {
    QCOMPARE(healthNumberKind(
                 u"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id",
                 u"JHN", u"x"),
             HealthNumber::Nam);
    QCOMPARE(healthNumberKind(u"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-hcn/",
                              u"", u"x"),
             HealthNumber::Nam);
    QCOMPARE(healthNumberKind(u"urn:oid:2.16.124.10.101.1.60.100", u"", u""), HealthNumber::Nam);
    QCOMPARE(healthNumberKind(u"", u"JHN", u"TREM04621918"), HealthNumber::Nam);
    QCOMPARE(healthNumberKind(u"", u"JHN", u"9876543217"), HealthNumber::Province);
    QCOMPARE(healthNumberKind(u"https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn",
                              u"JHN", u"9876543217"),
             HealthNumber::Province);
    QCOMPARE(provinceOf(u"https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn"),
             QStringLiteral("ON"));
    QCOMPARE(healthNumberKind(u"urn:oid:2.16.840.1.113883.4.56", u"", u"1"), HealthNumber::Niu);
    QCOMPARE(healthNumberKind(u"http://clinic.example/mrn", u"MR", u"TREM04621918"),
             HealthNumber::None);
}

void TestNam::hostileTextIsHarmless() {
    for (const QString& text :
         {QString(100000, u'A'), QStringLiteral("\u0000TREM"),
          QStringLiteral("ＴＲＥＭ０４６２１９１８"), QStringLiteral("TREM0462191A")}) {
        (void)checkNam(text);
        (void)formatNam(text);
        QVERIFY(!parseNam(text) || hasNamForm(normaliseNam(text)));
    }
    QVERIFY(!namCheckDigit(u"TREM0462191", 99999));
    QVERIFY(!namCheckDigit(u"trem0462191", 2004));
}

QTEST_GUILESS_MAIN(TestNam)
#include "test_nam.moc"
