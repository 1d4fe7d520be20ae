// Equality and writing: blanks, order and escapes do not count, every digit does.

#include "merge/canonical.h"
#include "merge/document.h"

#include <QtTest>

using namespace chevet;
using merge::Document;
using record::JsonArena;

namespace {

QByteArray canonicalOf(const QByteArray& json, const QByteArray& guide = {}) {
    JsonArena arena;
    return merge::canonical(arena.parse(json),
                            guide.isEmpty() ? record::Node() : arena.parse(guide));
}

} // namespace

class TestCanonical : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesOneText_data();
    void writesOneText();
    void followsTheGuide();
    void refuses_data();
    void refuses();
    void readsWhatIsAllowed();
    void knowsStems();
    void setsMarksApart();
};

void TestCanonical::writesOneText_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* json, const char* text) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(text);
    };
    row("order and blanks", R"({ "b" : 1 , "a" : [ 2, {"d":3,"c":4} ] })",
        R"({"a":[2,{"c":4,"d":3}],"b":1})");
    row("digits", R"([1.0,1.00,100,1E2,1e+2,-0,0.10,72.4918273918273918273])",
        R"([1.0,1.00,100,1E2,1e+2,-0,0.10,72.4918273918273918273])");
    row("letters", R"(["\u00e9\u00C9\/\u0041"])", R"(["éÉ/A"])");
    row("controls", R"(["\u000a\n\u0009\b\f\u001F\u0000"])", R"(["\n\n\t\b\f\u001f\u0000"])");
    row("quotes", R"(["\u0022\"\u005c\\"])", R"(["\"\"\\\\"])");
    row("pair", R"(["\ud83d\ude00"])", R"(["😀"])");
    row("half a pair", R"(["\uD83D","\ude00\uD83Dx","\ud83d\ud83d\ude00"])",
        R"(["\ud83d","\ude00\ud83dx","\ud83d😀"])");
    row("keys", R"({"\u0062":1,"a":2})", R"({"a":2,"b":1})");
    row("words", R"([true,false,null,{},[]])", R"([true,false,null,{},[]])");
}

void TestCanonical::writesOneText() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    QCOMPARE(canonicalOf(json), text);
    QCOMPARE(canonicalOf(text), text);
}

void TestCanonical::followsTheGuide() {
    QCOMPARE(canonicalOf(R"({"unit":"mg","value":10,"code":"mg"})", R"({"value":5,"unit":"mg"})"),
             QByteArray(R"({"value":10,"unit":"mg","code":"mg"})"));
    QCOMPARE(canonicalOf(R"([{"a":1,"b":2},{"a":1,"b":2}])", R"([{"b":0,"a":0}])"),
             QByteArray(R"([{"b":2,"a":1},{"a":1,"b":2}])"));
    QCOMPARE(canonicalOf(R"({"a":{"y":1,"x":2}})", R"({"a":[{"y":1}]})"),
             QByteArray(R"({"a":{"x":2,"y":1}})"));
    QCOMPARE(canonicalOf(R"({})", R"({"a":1})"), QByteArray("{}"));
}

void TestCanonical::refuses_data() {
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const QByteArray& member) {
        QTest::newRow(name) << QByteArray(R"({"resourceType":"Basic",)" + member + '}');
    };
    for (const char* const number :
         {"01", "-", "1.", ".5", "+1", "1e", "1e+", "--1", "1.2.3", "1-2"})
        row(number, QByteArray(R"("a":)" + QByteArray(number)));
    row("member twice", R"("a":1,"a":1)");
    row("member twice, otherwise spelled", R"("a":1,"\u0061":1)");
    row("member twice inside", R"("b":[{"a":1,"a":2}])");
    row("escape", R"("a":"\x")");
    row("hexadecimal", R"("a":"\u12g4")");
    row("short escape", R"("a":"\u12")");
    row("line break", "\"a\":\"x\ny\"");
    row("escape in a key", R"("\q":1)");
    row("Latin-1", "\"a\":\"\xe9\"");
    row("meta is a list", R"("meta":[])");
    row("too deep", QByteArray(R"("a":)" + QByteArray(250, '[') + QByteArray(250, ']')));
    row("too large", QByteArray(R"("a":")" + QByteArray(merge::largestVersion, 'x') + '"'));
    QTest::newRow("no type") << QByteArray(R"({"id":"x"})");
    QTest::newRow("type is a number") << QByteArray(R"({"resourceType":1})");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("two") << QByteArray(R"({"resourceType":"A"}{})");
}

void TestCanonical::refuses() {
    QFETCH(QByteArray, json);
    QVERIFY(!Document::read(json));
}

void TestCanonical::readsWhatIsAllowed() {
    for (const char* const number : {"0", "-0", "10", "1.50", "1e5", "-1.5E-07"}) {
        const QByteArray json(R"({"resourceType":"Basic","a":)" + QByteArray(number) + '}');
        QVERIFY2(Document::read(json), number);
    }
    const QByteArray deep(R"({"resourceType":"Basic","a":)" + QByteArray(128, '[') +
                          QByteArray(128, ']') + '}');
    QVERIFY2(Document::read(deep), "the import's own limit");
}

void TestCanonical::knowsStems() {
    QCOMPARE(merge::stem("medicationCodeableConcept"), QByteArray("medication"));
    QCOMPARE(merge::stem("_effectiveDateTime"), QByteArray("effective"));
    QCOMPARE(merge::stem("_birthDate"), merge::stem("birthDate"));
    QCOMPARE(merge::stem("reasonCode"), QByteArray("reasonCode"));
    QCOMPARE(merge::stem("status"), QByteArray("status"));
    QCOMPARE(merge::stem("Quantity"), QByteArray("Quantity"));
    QCOMPARE(merge::stem("_"), QByteArray());
}

void TestCanonical::setsMarksApart() {
    const QByteArray json = R"({"resourceType":"Basic","meta":{"lastUpdated":"x","tag":[]},)"
                            R"("text":{"status":"generated","div":"<div/>"},"meta.tag":1})";
    const auto document = Document::read(json);
    QVERIFY(document);
    QCOMPARE(document->marks().size(), std::size_t(2));
    QVERIFY(document->find({true, "tag"}) != nullptr);
    QVERIFY2(document->find({false, "meta.tag"}) != nullptr, "not the same place");
    QVERIFY(document->find({false, "text"}) == nullptr);
}

QTEST_APPLESS_MAIN(TestCanonical)
#include "test_canonical.moc"
