// The NIU is never shown, wherever a file has it; no other figure is hidden for it.

#include "record/masking.h"
#include "unit/record/chart_maker.h"

#include <QtTest>

using namespace chevet::record;

namespace {

const QByteArray niu = "8812345678";

// Every text a chart shows of what these tests read.
QString everyText(const Chart& chart) {
    QStringList texts = chart.unresolved;
    const auto add = [&texts](const auto& section) {
        for (const Item& item : section.items)
            texts << item.code.label() << item.authors << item.notes << item.remarks;
    };
    add(chart.others);
    add(chart.results);
    add(chart.notes);
    add(chart.orders);
    for (const Other& other : chart.others.items)
        texts << other.text << other.html;
    for (const Note& note : chart.notes.items) {
        texts << note.text << note.html << note.title;
        for (const NoteSection& section : note.sections)
            texts << section.text << section.html;
    }
    for (const Observation& result : chart.results.items)
        texts << result.valueText() << result.value.textFull;
    for (const CarePerson& person : chart.careTeam.items)
        texts << person.name << person.phone;
    for (const Identifier& id : chart.patient.identifiers)
        texts << id.value;
    return texts.join(u'\n');
}

} // namespace

class TestMasking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isNowhereInTheChart_data();
    void isNowhereInTheChart();
    void hidesNothingElse();
    void aSubscriberIsShownByANamOnly();
    void theSourceIsShownWithoutIt();
};

// Beside a Patient who has the number, and beside one who has not where the resource itself says
// what it is.
void TestMasking::isNowhereInTheChart_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("toldByPatient");
    const auto row = [](const char* name, const QByteArray& json, bool told) {
        QTest::newRow(name) << QByteArray(json).replace("NUMBER", niu) << told;
    };
    row("a subscriber", "{'resourceType':'Coverage','id':'c','subscriberId':'NUMBER'}", true);
    row("an identifier of a coverage",
        "{'resourceType':'Coverage','id':'c','subscriberId':'NUMBER','identifier':[{'system':"
        "'urn:oid:2.16.840.1.113883.4.56','value':'NUMBER'}]}",
        false);
    row("by its type",
        "{'resourceType':'Account','id':'a','identifier':[{'type':{'coding':[{'code':'NIU'}]},"
        "'value':'NUMBER'}],'owner':{'display':'NUMBER'}}",
        false);
    row("by the words of its type",
        "{'resourceType':'Account','id':'a','identifier':[{'type':{'text':'Numéro "
        "d’identification unique'},'value':'NUMBER'}]}",
        false);
    row("an extension",
        "{'resourceType':'Basic','id':'b','extension':[{'url':'http://x/niu','valueString':"
        "'NUMBER'}]}",
        false);
    row("a conditional reference",
        "{'resourceType':'ServiceRequest','id':'s','status':'active','code':{'text':'x'},"
        "'requester':{'reference':'Patient?identifier=urn:oid:2.16.840.1.113883.4.56|NUMBER'}}",
        false);
    row("the identifier of a reference, where a name is missing",
        "{'resourceType':'CareTeam','id':'t','participant':[{'member':{'identifier':{'system':"
        "'urn:oid:2.16.840.1.113883.4.56','value':'NUMBER'}}}]}",
        false);
    row("a narrative", "{'resourceType':'Basic','id':'b','text':{'div':'<div>NIU NUMBER.</div>'}}",
        true);
    row("a note",
        "{'resourceType':'Observation','id':'o','status':'final','code':{'text':'x'},"
        "'valueString':'carte NUMBER','note':[{'text':'NIU: NUMBER'}]}",
        true);
    row("a text within",
        "{'resourceType':'DocumentReference','id':'d','status':'current','type':{'coding':[{"
        "'system':'http://loinc.org','code':'11506-3'}]},'content':[{'attachment':{'contentType':"
        "'text/plain','data':'" +
            QByteArray("Usager " + niu + " vu").toBase64() + "'}}]}",
        true);
}

void TestMasking::isNowhereInTheChart() {
    QFETCH(QByteArray, json);
    QFETCH(bool, toldByPatient);
    const QByteArray told = ",'identifier':[{'system':'urn:oid:2.16.840.1.113883.4.56','value':'" +
                            niu + "'},{'system':'urn:x','value':'D-17'}]";
    for (const QByteArray& patient : {told, QByteArray()}) {
        if (patient.isEmpty() && toldByPatient)
            continue;
        const Chart chart = ChartMaker()
                                .add("{'resourceType':'Patient','id':'p'" + patient + "}")
                                .add(json)
                                .chart();
        const QString all = everyText(chart);
        QVERIFY2(!all.contains(QString::fromUtf8(niu)), qPrintable(all));
        QCOMPARE(chart.patient.masked, QStringList{QString::fromUtf8(niu)});
        QCOMPARE(all.contains(QStringLiteral("D-17")), !patient.isEmpty());
    }
}

void TestMasking::hidesNothingElse() {
    const Chart chart =
        ChartMaker()
            .add("{'resourceType':'Patient','id':'p','identifier':[{'system':"
                 "'urn:oid:2.16.840.1.113883.4.56','value':'" +
                 niu + "'},{'type':{'coding':[{'code':'NIU'}]},'value':'17'}]}")
            .add("{'resourceType':'Observation','id':'o','status':'final','code':{'text':'x'},"
                 "'valueQuantity':{'value':" +
                 niu + "},'note':[{'text':'lot 9" + niu + ", lot " + niu + "0, 17 comprimés'}]}")
            .chart();
    const Observation& result = chart.results.items.first();
    QCOMPARE(result.value.lexical, QString::fromUtf8(niu)); // a quantity is no identifier
    QCOMPARE(result.notes.first(),
             QString::fromUtf8("lot 9" + niu + ", lot " + niu + "0, 17 comprimés"));
}

void TestMasking::aSubscriberIsShownByANamOnly() {
    const auto text = [](const char* number) -> QString {
        return ChartMaker()
            .add(QByteArray("{'resourceType':'Coverage','id':'c','subscriberId':'") + number + "'}")
            .chart()
            .others.items.first()
            .text;
    };
    QVERIFY(text("TREM 0462 1918").contains(QStringLiteral("TREM 0462 1918")));
    QVERIFY(!text("8812345678").contains(QStringLiteral("8812345678")));
}

void TestMasking::theSourceIsShownWithoutIt() {
    const QByteArray own = R"({"identifier":[{"type":{"coding":[{"code":"NIU"}]},"value":")" + niu +
                           R"("}],"number":)" + niu + R"(,"text":"a \" )" + niu + R"( b"})";
    const QByteArray dots = "\u2022\u2022\u2022";
    const QByteArray expected = R"({"identifier":[{"type":{"coding":[{"code":"NIU"}]},"value":")" +
                                dots + R"("}],"number":)" + niu + R"(,"text":"a \" )" + dots +
                                R"( b"})";
    QCOMPARE(withoutNiu(own, {}), expected);
    const QByteArray other = R"({"subscriberId":")" + niu + R"("})";
    QCOMPARE(withoutNiu(other, {}), other);
    QVERIFY(!withoutNiu(other, {QString::fromUtf8(niu)}).contains(niu));
}

QTEST_APPLESS_MAIN(TestMasking)
#include "test_masking.moc"
