// What changed, in words a screen can mark.

#include "merge/differences.h"

#include <QtTest>

using namespace chevet::merge;

namespace {

QStringList words(const QByteArray& before, const QByteArray& after) {
    QStringList all;
    for (const Difference& one : differences(before, after))
        all += QString(one.path + QLatin1String(": ") + one.before + QString::fromUtf8(" → ") +
                       one.after);
    return all;
}

} // namespace

class TestDifferences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areNamed_data();
    void areNamed();
    void areBounded();
    void nameWhatCannotBeRead();
};

void TestDifferences::areNamed_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* before, const char* after,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after)
                            << QString::fromUtf8(expected);
    };
    row("nothing", R"({"a":1,"b":2})", R"({ "b":2, "a":1 })", "");
    row("versions do not count", R"({"meta":{"versionId":"1","lastUpdated":"x"}})",
        R"({"meta":{}})", "");
    row("a word", R"({"status":"active"})", R"({"status":"stopped"})", "status: active → stopped");
    row("an accent", R"({"a":"\u00e9t\u00e9"})", R"({"a":"été"})", "");
    row("a dose", R"({"dosage":[{"doseAndRate":[{"doseQuantity":{"value":5,"unit":"mg"}}]}]})",
        R"({"dosage":[{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"mg"}}]}]})",
        "dosage[0].doseAndRate[0].doseQuantity: 5 mg → 1 mg");
    row("a comparator", R"({"q":{"value":5.0,"code":"mg"}})",
        R"({"q":{"value":5.00,"comparator":"<","code":"mg"}})", "q: 5.0 mg → < 5.00 mg");
    row("only the unit's system", R"({"q":{"value":5,"system":"a"}})",
        R"({"q":{"value":5,"system":"b"}})", "q.system: a → b");
    row("came and went", R"({"a":"x","c":[{"d":true}]})", R"({"b":{"e":7}})",
        "a: x → ; c[0].d: true → ; b.e:  → 7");
    row("another shape", R"({"a":[1]})", R"({"a":{"b":2}})", "a[0]: 1 → ; a.b:  → 2");
    row("a text where a number was", R"({"a":5})", R"({"a":"5"})", "a: 5 → 5");
    row("null", R"({"a":null})", R"({})", "a:  → ");
    row("a telephone", R"({"telecom":[{"system":"phone","value":"1","use":"home"}]})",
        R"({"telecom":[{"system":"fax","value":"2"},{"system":"phone","value":"1","use":"work"}]})",
        "telecom[phone|1].use: home → work; telecom[fax|2].system:  → fax; telecom[fax|2].value:  "
        "→ 2");
    row("another order", R"({"x":[{"id":"a"},{"id":"b"}]})", R"({"x":[{"id":"b"},{"id":"a"}]})",
        "x: a, b → b, a");
    row("one of several", R"({"given":["Anne","Lise","Zoé"]})",
        R"({"given":["Anne","Lise-Marie","Zoé"]})", "given[1]: Lise → Lise-Marie");
    row("two of several", R"({"given":["A","B"]})", R"({"given":["C","D","E"]})",
        "given[0]: A → ; given[1]: B → ; given[0]:  → C; given[1]:  → D; given[2]:  → E");
    row("one in front", R"({"given":["B"]})", R"({"given":["A","B"]})", "given[0]:  → A");
    row("objects in another order", R"({"n":[{"family":"A"},{"family":"B"}]})",
        R"({"n":[{"family":"B"},{"family":"A"}]})", "n: [1], [0] → [0], [1]");
    row("names in another order", R"({"given":["A","B"]})", R"({"given":["B","A"]})",
        "given: A, B → B, A");
}

void TestDifferences::areNamed() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);
    QCOMPARE(words(before, after).join(QLatin1String("; ")), expected);
    QCOMPARE(differences(before, after).size(), differences(after, before).size());
    QVERIFY(differences(before, before).isEmpty());
}

void TestDifferences::areBounded() {
    QByteArrayList numbers;
    for (int i = 0; i < 5000; ++i)
        numbers += QByteArray::number(i);
    const QByteArray many(R"({"a":[)" + numbers.join(',') + "]}");
    const QList<Difference> found = differences(R"({"a":[]})", many);
    QCOMPARE(found.size(), mostDifferences + 1);
    QCOMPARE(found.back(), Difference{});
    QCOMPARE(found[999].path, QStringLiteral("a[999]"));
}

void TestDifferences::nameWhatCannotBeRead() {
    const QList<Difference> whole = {Difference{}};
    QCOMPARE(differences(R"({"a":1})", "{"), whole);
    QCOMPARE(differences(R"({"a":1,"a":2})", R"({"a":1})"), whole);
    QCOMPARE(differences("[1]", R"({"a":1})"), whole);
    QVERIFY(differences("{", "{").isEmpty());
}

QTEST_APPLESS_MAIN(TestDifferences)
#include "test_differences.moc"
