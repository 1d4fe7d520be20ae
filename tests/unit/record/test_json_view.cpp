// Reading stored JSON: every digit kept, wrong shapes answered with nothing, hostile bytes
// harmless.

#include "record/json_view.h"

#include <QtTest>

using namespace chevet::record;

class TestJsonView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsValues();
    void decodesEscapes();
    void toleratesWrongShapes();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void survivesEveryTruncation();
    void boundsDepth();
    void keepsDocumentsApart();
};

void TestJsonView::readsValues() {
    JsonArena arena;
    const Node root = arena.parse(
        R"( {"a":72.49182739182739182,"b":[1,{"c":"d"},null],"t":true,"f":false,"e":{},"z":[]} )");
    QCOMPARE(root["a"].text(), QStringLiteral("72.49182739182739182"));
    QCOMPARE(root["t"].text(), QStringLiteral("true"));
    QVERIFY(root["f"].isFalse());
    QVERIFY(!root["missing"].exists());
    QVERIFY(!root["missing"]["deeper"]["still"].exists());
    QStringList elements;
    for (const Node element : root["b"].each())
        elements += QString::fromUtf8(element.source().data(), qsizetype(element.source().size()));
    QCOMPARE(elements, (QStringList{QStringLiteral("1"), QStringLiteral("{\"c\":\"d\"}"),
                                    QStringLiteral("null")}));
    QStringList keys;
    for (const auto& [key, value] : root.members())
        keys += QString::fromUtf8(key.data(), qsizetype(key.size()));
    QCOMPARE(keys.join(u' '), QStringLiteral("a b t f e z"));
    QVERIFY(root["z"].each().empty());
    QVERIFY(!root["z"].first().exists());
}

void TestJsonView::decodesEscapes() {
    JsonArena arena;
    const Node root = arena.parse(
        R"({"a":"\u00c9milie \"x\" \\ \/ \n\t","b":"\ud83d\ude00","c":"\uZZZZ","d":"é"})");
    QCOMPARE(root["a"].text(), QStringLiteral("Émilie \"x\" \\ / \n\t"));
    QCOMPARE(root["b"].text(), QStringLiteral("\U0001F600"));
    QCOMPARE(root["c"].text().front(), QChar(0xFFFD));
    QVERIFY(root["d"] == "é");
}

void TestJsonView::toleratesWrongShapes() {
    JsonArena arena;
    const Node root = arena.parse(
        R"({"list":{"code":"x"},"object":[{"code":"y"}],"two":[{"code":"a"},{"code":"b"}],"text":["only"]})");
    QCOMPARE(root["list"].first()["code"].text(), QStringLiteral("x"));
    QCOMPARE(root["object"]["code"].text(), QStringLiteral("y"));
    QVERIFY(!root["two"]["code"].exists()); // which of the two?
    QCOMPARE(root["text"].text(), QString());
    QCOMPARE(root["text"].first().text(), QStringLiteral("only"));
    QCOMPARE(root["list"].text(), QString());
}

void TestJsonView::refusesWhatIsNotJson_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1 2]", "\"open",
                             "\"end\\", "nul", "{a:1}", "[1],", "\x01", "{\"a\":1}{"})
        QTest::newRow(text) << QByteArray(text);
}

void TestJsonView::refusesWhatIsNotJson() {
    QFETCH(QByteArray, text);
    JsonArena arena;
    QVERIFY(!arena.parse(text).exists());
}

void TestJsonView::survivesEveryTruncation() {
    const QByteArray whole = R"({"a":[1,2.5e3,"x\u00e9\n"],"b":{"c":null,"d":[true,false]}})";
    for (qsizetype i = 0; i < whole.size(); ++i) {
        JsonArena arena;
        const QByteArray part = whole.first(i);
        QVERIFY(!arena.parse(part).exists());
    }
    for (qsizetype i = 0; i < whole.size(); ++i)
        for (const char c : {'"', '{', ']', '\\', '\0'}) {
            QByteArray broken = whole;
            broken[i] = c;
            JsonArena arena;
            const Node root = arena.parse(broken);
            (void)root["a"].first().text();
            (void)root["b"]["c"].text();
        }
}

void TestJsonView::boundsDepth() {
    JsonArena arena;
    const QByteArray fine = QByteArray(100, '[') + QByteArray(100, ']');
    QVERIFY(arena.parse(fine).exists());
    const QByteArray deep = QByteArray(100000, '[') + QByteArray(100000, ']');
    QVERIFY(!arena.parse(deep).exists());
}

void TestJsonView::keepsDocumentsApart() {
    JsonArena arena;
    const QByteArray a = R"({"n":1})", bad = R"({"n":)", b = R"({"n":2})";
    const Node first = arena.parse(a);
    QVERIFY(!arena.parse(bad).exists());
    const Node second = arena.parse(b);
    QCOMPARE(first["n"].text(), QStringLiteral("1"));
    QCOMPARE(second["n"].text(), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(TestJsonView)
#include "test_json_view.moc"
