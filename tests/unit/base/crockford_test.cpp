// Codes that people read aloud and type.

#include "base/crockford.h"

#include <QTest>

using namespace chevet;

class TestCrockford : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bitsAreTakenFromTheFront() {
        QCOMPARE(base::crockford(QByteArray::fromHex("ffffffffff"), 8),
                 QStringLiteral("ZZZZ-ZZZZ"));
        QCOMPARE(base::crockford(QByteArray::fromHex("0000000001"), 8),
                 QStringLiteral("0000-0001"));
        QCOMPARE(base::crockford(QByteArray::fromHex("00443214c7"), 8, 8),
                 QStringLiteral("01234567"));
        QCOMPARE(base::crockford(QByteArray::fromHex("f800"), 2), QStringLiteral("Z0"));
    }
    void whatIsTypedIsRead_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read"); // empty: refused
        QTest::newRow("as shown") << "ABCD-0123"
                                  << "ABCD0123";
        QTest::newRow("small, blanks") << " ab cd 01 23 "
                                       << "ABCD0123";
        QTest::newRow("look-alikes") << "ABCDoIl1"
                                     << "ABCD0111";
        QTest::newRow("hard hyphen") << QStringLiteral("ABCD\u20110123") << "ABCD0123";
        QTest::newRow("short") << "ABCD-012"
                               << "";
        QTest::newRow("long") << "ABCD-01234"
                              << "";
        QTest::newRow("no sign of it") << "ABCD-012U"
                                       << "";
        QTest::newRow("accent") << QStringLiteral("ABCD-012é") << "";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void whatIsTypedIsRead() {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        QCOMPARE(base::typedCrockford(typed, 8).value_or(QString()), read);
    }
};

QTEST_APPLESS_MAIN(TestCrockford)
#include "crockford_test.moc"
