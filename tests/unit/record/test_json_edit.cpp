// A correction touches what it names and nothing else: every other byte comes back.

#include "record/json_edit.h"

#include <QTest>

using namespace chevet::record;

class TestJsonEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sets_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* json, const char* path, const char* value,
                            const char* after) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(path) << QByteArray(value)
                                << QByteArray(after);
        };
        row("a member", R"({"a":1,"b":2.50})", "a", "3", R"({"a":3,"b":2.50})");
        row("a new member", R"({"b":2.50})", "a", "3", R"({"b":2.50,"a":3})");
        row("into nothing", "{}", "a/b/0/c", "3", R"({"a":{"b":[{"c":3}]}})");
        row("blanks stay", "{ \"a\" : 1 ,\n \"b\" : [ ] }", "b/0", "3",
            "{ \"a\" : 1 ,\n \"b\" : [ 3] }");
        row("a place", R"({"a":[1,2,3]})", "a/1", "9", R"({"a":[1,9,3]})");
        row("behind the last", R"({"a":[1,2]})", "a/2", "9", R"({"a":[1,2,9]})");
        row("far behind", R"({"a":[1,2]})", "a/7", "9", R"({"a":[1,2,9]})");
        row("an object for its array", R"({"a":{"x":1}})", "a/0/x", "2", R"({"a":{"x":2}})");
        row("beside an object for its array", R"({"a":{"x":1}})", "a/1", "2",
            R"({"a":[{"x":1},2]})");
        row("a null", R"({"a":null})", "a/b", "2", R"({"a":{"b":2}})");
        row("the same name deeper", R"({"x":{"a":1},"a":2})", "a", "3", R"({"x":{"a":1},"a":3})");
        row("unknown and long numbers", R"({"z":{"é":"\u00e9"},"n":1.2300000000000000000001})", "a",
            "1", R"({"z":{"é":"\u00e9"},"n":1.2300000000000000000001,"a":1})");
        row("what was said of the value", R"({"_a":{"id":"x"},"a":"1","b":1})", "a", R"("2")",
            R"({"a":"2","b":1})");
        row("no JSON", "no", "a", "1", "no");
        row("no object", "[1]", "a", "1", "[1]");
    }
    void sets() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, after);
        JsonEdit edit(json);
        edit.setRaw(path, value);
        QCOMPARE(edit.json(), after);
    }

    void removes_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* json, const char* path,
                            const char* after) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(path) << QByteArray(after);
        };
        row("the first", R"({"a":1,"b":2})", "a", R"({"b":2})");
        row("the last", R"({"a":1, "b":2})", "b", R"({"a":1})");
        row("the only", R"({"a":1})", "a", "{}");
        row("a middle place", R"({"a":[1,2,3]})", "a/1", R"({"a":[1,3]})");
        row("what it leaves empty", R"({"x":1,"a":[{"b":{"c":2}}]})", "a/0/b/c", R"({"x":1})");
        row("not what still holds", R"({"a":{"b":1,"c":2}})", "a/b", R"({"a":{"c":2}})");
        row("an object for its array", R"({"a":{"x":1},"b":2})", "a/0", R"({"b":2})");
        row("what is not there", R"({"a":1})", "b/c", R"({"a":1})");
        row("with what is said of it", R"({"a":1,"_a":{"id":"i"}})", "a", "{}");
        row("a text that looks like a name", R"({"b":"a","a":1})", "a", R"({"b":"a"})");
    }
    void removes() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, after);
        JsonEdit edit(json);
        edit.remove(path);
        QCOMPARE(edit.json(), after);
    }

    void reads() {
        const JsonEdit edit(R"({"a":[{"b":"é\n"},2],"c":{"d":1.50}})");
        QCOMPARE(edit.text("a/0/b"), QStringLiteral("é\n"));
        QCOMPARE(edit.text("c/d"), QStringLiteral("1.50"));
        QCOMPARE(edit.count("a"), 2);
        QCOMPARE(edit.count("c"), 1);
        QCOMPARE(edit.count("x"), 0);
        QVERIFY(edit.has("c/0/d"));
        QVERIFY(!edit.has("a/2"));
        QVERIFY(edit.text("a").isEmpty());
    }

    void typedTextIsEscaped() {
        JsonEdit edit("{}");
        edit.setText("a", QStringLiteral("\"<é>\\\n"));
        QCOMPARE(JsonEdit(edit.json()).text("a"), QStringLiteral("\"<é>\\\n"));
        edit.setText("a", {});
        QCOMPARE(edit.json(), QByteArray("{}"));
    }
};

QTEST_GUILESS_MAIN(TestJsonEdit)
#include "test_json_edit.moc"
