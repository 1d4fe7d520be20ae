// A Uuid is sixteen bytes, written in one way and read in every usual one.
#include "base/clock.h"
#include "base/uuid.h"

#include <QtTest>

#include <set>
#include <unordered_set>

using chevet::base::Uuid;

class UuidTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isReadInEveryUsualForm_data();
    void isReadInEveryUsualForm();
    void whatIsNoneIsRefused_data();
    void whatIsNoneIsRefused();
    void goesThroughBytesAndBack();
    void comparesByItsBytes();
    void theClockIsUtcAndDoesNotGoBack();
};

void UuidTest::isReadInEveryUsualForm_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("hyphens") << QStringLiteral("6f1e4c1e-0000-4000-8000-0000000000ff");
    QTest::newRow("upper case") << QStringLiteral("6F1E4C1E-0000-4000-8000-0000000000FF");
    QTest::newRow("digits alone") << QStringLiteral("6f1e4c1e0000400080000000000000ff");
}

void UuidTest::isReadInEveryUsualForm() {
    QFETCH(QString, text);
    const auto id = Uuid::fromString(text);
    QVERIFY(id);
    QCOMPARE(id->toString(), QStringLiteral("6f1e4c1e-0000-4000-8000-0000000000ff"));
    QCOMPARE(id->toHex(), QStringLiteral("6f1e4c1e0000400080000000000000ff"));
    QCOMPARE(id->bytes()[0], 0x6f);
    QCOMPARE(id->bytes()[15], 0xff);
}

void UuidTest::whatIsNoneIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "p1", "6f1e4c1e-0000-4000-8000-0000000000f", "6f1e4c1e-0000-4000-8000-0000000000fff",
          "6f1e4c1e00004-000-8000-0000000000ff", "6f1e4c1e-0000-4000-8000_0000000000ff",
          "6f1e4c1e-0000-4000-8000-0000000000fg", "{6f1e4c1e-0000-4000-8000-0000000000}",
          "-f1e4c1e0000400080000000000000ff", "6f1e4c1e0000400080000000000000f\u00e9",
          " 6f1e4c1e0000400080000000000000f", "６f1e4c1e0000400080000000000000ff"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void UuidTest::whatIsNoneIsRefused() {
    QFETCH(QString, text);
    QVERIFY(!Uuid::fromString(text));
}

void UuidTest::goesThroughBytesAndBack() {
    QByteArray bytes;
    for (int i = 0; i < 16; ++i)
        bytes += static_cast<char>(i * 17);
    const auto id = Uuid::fromBytes(bytes);
    QVERIFY(id);
    QCOMPARE(id->toByteArray(), bytes);
    QCOMPARE(Uuid::fromString(id->toString()), id);
    QCOMPARE(Uuid::fromString(id->toHex()), id);
    for (int size : {0, 1, 15, 17, 32})
        QVERIFY(!Uuid::fromBytes(QByteArray(size, 'x')));
}

void UuidTest::comparesByItsBytes() {
    std::set<Uuid> ordered;
    std::unordered_set<Uuid> hashed;
    for (int last = 255; last >= 0; --last) {
        std::array<std::uint8_t, 16> bytes{};
        bytes[7] = static_cast<std::uint8_t>(last); // within what the hash looks at
        ordered.insert(Uuid(bytes));
        hashed.insert(Uuid(bytes));
        hashed.insert(Uuid(bytes));
    }
    QCOMPARE(ordered.size(), 256u);
    QCOMPARE(hashed.size(), 256u);
    QCOMPARE(ordered.begin()->bytes()[7], 0);
    QCOMPARE(ordered.rbegin()->bytes()[7], 255);
}

void UuidTest::theClockIsUtcAndDoesNotGoBack() {
    const auto& clock = chevet::base::systemClock();
    QCOMPARE(clock.now().timeSpec(), Qt::UTC);
    qint64 last = clock.monotonicNanoseconds();
    for (int i = 0; i < 1000; ++i) {
        const qint64 next = clock.monotonicNanoseconds();
        QVERIFY(next >= last);
        last = next;
    }
}

QTEST_GUILESS_MAIN(UuidTest)
#include "uuid_test.moc"
