// Items of lists are matched by what they are, never by where they stand; and the table of what is
// free says what MERGE.md says.

#include "merge/items.h"
#include "merge/safety.h"

#include <QtTest>

using namespace chevet;
using merge::ItemList;

class TestItems : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAnItem_data();
    void namesAnItem();
    void refusesDoubt_data();
    void refusesDoubt();
    void knowsContinuations();
    void guardsWhatTheTableDoesNotFree();
};

void TestItems::namesAnItem_data() {
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* name, const char* list, const char* json, const char* label) {
        QTest::newRow(name) << QByteArray(list) << QByteArray(json) << QString::fromUtf8(label);
    };
    row("id first", "telecom", R"({"id":"t1","system":"phone","value":"1"})", "t1");
    row("coding", "tag", R"({"system":"s","code":"c"})", "s|c");
    row("concept", "category",
        R"({"coding":[{"system":"s","code":"b"},{"system":"s","code":"a"}]})", "s|a+s|b");
    row("concept inside", "component", R"({"code":{"coding":[{"system":"s","code":"c"}]}})", "s|c");
    row("contact", "telecom", R"({"system":"phone","value":"1"})", "phone|1");
    row("identifier inside", "participant", R"({"identifier":{"system":"s","value":"v"}})", "s|v");
    row("reference", "performer", R"({"reference":"Practitioner/1"})", "Practitioner/1");
    row("extension", "extension", R"({"url":"u"})", "u");
    row("note", "note", R"({"authorString":"Roy","time":"2026","text":"x"})", "Roy|2026");
    row("note by reference", "note",
        R"({"authorReference":{"reference":"P/1"},"time":"2026","text":"x"})", "P/1|2026");
    row("profile", "profile", R"("http://example.org/p")", "http://example.org/p");
    row("concept, one coding without system", "category",
        R"({"coding":[{"system":"s","code":"b"},{"code":"a"}]})", "");
    row("two identifiers", "participant",
        R"({"identifier":[{"system":"s","value":"v"},{"system":"s","value":"w"}]})", "");
    row("note without time", "note", R"({"authorString":"Roy","text":"x"})", "");
    row("value without system", "telecom", R"({"value":"1"})", "");
    row("empty code", "tag", R"({"system":"s","code":""})", "");
    row("other string", "given", R"("Anne")", "");
    row("number", "x", "5", "");
}

void TestItems::namesAnItem() {
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, json);
    QFETCH(QString, label);
    record::JsonArena arena;
    const merge::Item item = merge::itemOf(list, arena.parse(json));
    QCOMPARE(item.label, label);
    QCOMPARE(item.name.isEmpty(), label.isEmpty());
}

void TestItems::refusesDoubt_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("twice") << QByteArray(R"([{"id":"a"},{"id":"a"}])");
    QTest::newRow("twice, otherwise spelled") << QByteArray(R"([{"id":"a"},{"id":"\u0061"}])");
    QTest::newRow("one without a name") << QByteArray(R"([{"id":"a"},{"text":"a"}])");
    QTest::newRow("no list") << QByteArray(R"({"id":"a"})");
    QTest::newRow("null") << QByteArray("null");
}

void TestItems::refusesDoubt() {
    QFETCH(QByteArray, json);
    record::JsonArena arena;
    QVERIFY(!ItemList::read("x", arena.parse(json)));
}

void TestItems::knowsContinuations() {
    record::JsonArena arena;
    std::list<QByteArray> texts; // outlive the arena's nodes
    const auto list = [&](const QByteArray& ids) {
        QByteArrayList items;
        for (const char id : ids)
            items += QByteArray(R"({"id":")" + QByteArray(1, id) + R"("})");
        texts.push_back(QByteArray('[' + items.join(',') + ']'));
        return *ItemList::read("x", arena.parse(texts.back()));
    };
    const ItemList base = list("abc");
    QVERIFY(list("abc").continues(base));
    QVERIFY(list("ac").continues(base));
    QVERIFY(list("abczx").continues(base));
    QVERIFY(list("").continues(base));
    QVERIFY(list("xy").continues(base));
    QVERIFY(!list("bac").continues(base));
    QVERIFY(!list("xabc").continues(base));
    QVERIFY(!list("abxc").continues(base));
    QVERIFY(!list("cx"
                  "a")
                 .continues(base));
    QVERIFY(base.find("id\nb") == &base.items()[1]);
    QVERIFY(base.find("id\nz") == nullptr);
}

// The table of MERGE.md §4, read from the page, says the same as the program.
void TestItems::guardsWhatTheTableDoesNotFree() {
    QFile page(QStringLiteral(CHEVET_SOURCE_DIR "/storage/merge/MERGE.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    QSet<QString> members;
    QMap<QString, QStringList> free;
    for (const QString& line :
         text.sliced(text.indexOf(QLatin1String("| type | free |"))).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() != 4 || cells[1].trimmed() == u"type" || cells[1] == u"---")
            continue;
        for (const QString& type : cells[1].split(u','))
            free[type.trimmed()] = QString(cells[2]).remove(u' ').split(u',');
        for (const QString& name : free.last())
            members += name;
    }
    QVERIFY(free.size() >= 25);
    for (const char* const name : {"status",
                                   "medicationCodeableConcept",
                                   "dosage",
                                   "dosageInstruction",
                                   "dispenseRequest",
                                   "quantity",
                                   "clinicalStatus",
                                   "verificationStatus",
                                   "code",
                                   "abatementDateTime",
                                   "valueQuantity",
                                   "component",
                                   "interpretation",
                                   "identifier",
                                   "name",
                                   "birthDate",
                                   "gender",
                                   "deceasedBoolean",
                                   "vaccineCode",
                                   "doseQuantity",
                                   "reaction",
                                   "provision",
                                   "conclusion",
                                   "subject",
                                   "patient",
                                   "extension",
                                   "contained",
                                   "modifierExtension",
                                   "text",
                                   "resourceType",
                                   "id",
                                   "implicitRules",
                                   "",
                                   "note telecom"})
        members += QLatin1String(name);
    for (auto row = free.cbegin(); row != free.cend(); ++row) {
        QSet<QByteArray> stems;
        for (const QString& name : row.value())
            stems += merge::stem(name.toUtf8());
        for (const QString& name : std::as_const(members)) {
            const QByteArray stem = merge::stem(name.toUtf8());
            QVERIFY2(merge::isGuarded(row.key().toUtf8(), {false, stem}) != stems.contains(stem),
                     qPrintable(QString(row.key() + u'.' + name)));
        }
    }
    for (const char* const type : {"Consent", "Flag", "NutritionOrder", "", "patient"})
        for (const QString& name : std::as_const(members))
            QVERIFY(merge::isGuarded(type, {false, name.toUtf8()}));
    QVERIFY(merge::isGuarded("Patient", {true, "security"}));
    QVERIFY(!merge::isGuarded("Patient", {true, "tag"}));
    QVERIFY(merge::isGuarded("AllergyIntolerance", {true, "tag"}));
    QVERIFY(merge::isGuarded("Consent", {true, "tag"}));
}

QTEST_APPLESS_MAIN(TestItems)
#include "test_items.moc"
