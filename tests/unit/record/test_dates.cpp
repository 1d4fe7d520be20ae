// Dates as files write them; nothing is ever completed.

#include "record/dates.h"

#include <QTimeZone>
#include <QtTest>

using namespace chevet::record;
using Precision = PartialDate::Precision;

class TestDates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "America/Toronto"); }
    void reads_data();
    void reads();
    void keepsWhatCannotBePlaced();
    void sortsAcrossZonesAndPrecisions();
    void showsLocalTimeAndKeepsTheOriginal();
    void ages();
    void longDates();
    void hostileTextIsHarmless();
};

void TestDates::reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("precision");
    QTest::addColumn<QString>("day");
    QTest::newRow("year") << "1987" << int(Precision::Year) << "1987";
    QTest::newRow("month") << "1987-06" << int(Precision::Month) << "1987-06";
    QTest::newRow("day") << "1987-06-03" << int(Precision::Day) << "1987-06-03";
    QTest::newRow("compact") << "19870603" << int(Precision::Day) << "1987-06-03";
    QTest::newRow("slashes") << "1987/06/03" << int(Precision::Day) << "1987-06-03";
    QTest::newRow("instant") << "2025-10-09T12:12:00.123Z" << int(Precision::Time) << "2025-10-09";
    QTest::newRow("other side of midnight")
        << "2025-10-10T02:00:00+00:00" << int(Precision::Time) << "2025-10-09";
    QTest::newRow("no zone") << "2025-10-09T08:12" << int(Precision::Time) << "2025-10-09";
    QTest::newRow("blank for T") << "2025-10-09 08:12:00" << int(Precision::Time) << "2025-10-09";
    QTest::newRow("hl7 v2") << "20251009081200-0400" << int(Precision::Time) << "2025-10-09";
    QTest::newRow("nine decimals")
        << "2025-10-09T08:12:00.123456789-04:00" << int(Precision::Time) << "2025-10-09";
    QTest::newRow("blanks around") << " 1987-06-03 " << int(Precision::Day) << "1987-06-03";
    QTest::newRow("time unreadable") << "2025-10-09Tmorning" << int(Precision::Day) << "2025-10-09";
}

void TestDates::reads() {
    QFETCH(QString, text);
    const PartialDate date = PartialDate::parse(text);
    QTEST(int(date.precision), "precision");
    QTEST(date.day(), "day");
    QCOMPARE(date.text, text);
}

void TestDates::keepsWhatCannotBePlaced() {
    for (const QString& text :
         {QStringLiteral("l’an dernier"), QStringLiteral("1987-13"), QStringLiteral("1987-02-31"),
          QStringLiteral("0000-01-01"), QStringLiteral("87"), QStringLiteral("1987-6-3"),
          QStringLiteral("19870603x")}) {
        const PartialDate date = PartialDate::parse(text);
        QVERIFY2(!date.isKnown(), qPrintable(text));
        QCOMPARE(date.day(), text);
        QVERIFY(!date.isEmpty());
    }
    QVERIFY(PartialDate::parse(u"").isEmpty());
}

void TestDates::sortsAcrossZonesAndPrecisions() {
    const auto key = [](QStringView text) { return PartialDate::parse(text).sortKey(); };
    QVERIFY(key(u"2025-10-09T10:00:00+10:00") < key(u"2025-10-09T01:00:00Z"));
    QCOMPARE(key(u"2025-10-09T10:00:00+10:00"), key(u"2025-10-09T00:00:00Z"));
    QCOMPARE(key(u"2025-10-09T00:00:00-04:00"), key(u"2025-10-09T04:00:00Z"));
    QVERIFY(key(u"2024") < key(u"2024-02"));
    QVERIFY(key(u"nowhere") < key(u"0001"));
}

void TestDates::showsLocalTimeAndKeepsTheOriginal() {
    const PartialDate date = PartialDate::parse(u"2025-10-09T12:12:00Z");
    QCOMPARE(date.timeOfDay(), QStringLiteral("08\u00A0h\u00A012"));
    QCOMPARE(date.dayAndTime(), QStringLiteral("2025-10-09, 08\u00A0h\u00A012"));
    QCOMPARE(PartialDate::parse(u"2025-10-09").dayAndTime(), QStringLiteral("2025-10-09"));
    QCOMPARE(PartialDate::parse(u"2025-10-09").timeOfDay(), QString());
    QCOMPARE(PartialDate::parse(u"2025").localDate(), QDate());
}

void TestDates::ages() {
    const QDate today(2025, 10, 9);
    QCOMPARE(ageInYears(PartialDate::parse(u"2004-12-19"), today), 20);
    QCOMPARE(ageInYears(PartialDate::parse(u"2004-10-09"), today), 21);
    QCOMPARE(ageInYears(PartialDate::parse(u"2004-10"), today), 20); // the day is not known
    QCOMPARE(ageInYears(PartialDate::parse(u"2004"), today), 20);
    QCOMPARE(ageInYears(PartialDate::parse(u"2026-01-01"), today), -1);
    QCOMPARE(ageInWords(PartialDate::parse(u"2004-12-19"), today), QStringLiteral("20\u00A0ans"));
    QCOMPARE(ageInWords(PartialDate::parse(u"2025-03-01"), today), QStringLiteral("7\u00A0mois"));
    QCOMPARE(ageInWords(PartialDate::parse(u"2025-09-27"), today), QStringLiteral("12\u00A0j"));
    QCOMPARE(ageInWords(PartialDate::parse(u"2004-12-19"), today, true),
             QStringLiteral("20\u00A0y"));
    QCOMPARE(ageInWords(PartialDate::parse(u""), today), QString());
}

void TestDates::longDates() {
    QCOMPARE(longFrenchDate(QDate(1987, 6, 3)), QStringLiteral("3\u00A0juin\u00A01987"));
    QCOMPARE(longFrenchDate(QDate(1987, 8, 1)), QStringLiteral("1er\u00A0août\u00A01987"));
    QCOMPARE(longFrenchDate(QDate()), QString());
}

void TestDates::hostileTextIsHarmless() {
    const QString whole = QStringLiteral("2025-10-09T08:12:00.123-04:00");
    for (qsizetype i = 0; i <= whole.size(); ++i)
        for (const QChar c : {QChar(u'9'), QChar(u'-'), QChar(0xFFFF), QChar(u' ')}) {
            QString text = whole;
            text.insert(i, c);
            const PartialDate date = PartialDate::parse(text);
            (void)date.dayAndTime();
            (void)date.sortKey();
            QCOMPARE(date.text, text);
            (void)PartialDate::parse(whole.left(i)).dayAndTime();
        }
    QVERIFY(!PartialDate::parse(QString(100000, u'1')).isKnown());
}

QTEST_GUILESS_MAIN(TestDates)
#include "test_dates.moc"
