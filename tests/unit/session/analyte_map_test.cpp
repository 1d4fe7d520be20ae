// The clinic's own table of analytes: written in the log, kept by a rebuild, never taken from a
// file.

#include "session/analyte_map.h"
#include "support/test_clinic.h"

#include <QTest>

using namespace chevet;
using session::Session;

namespace {

const QString local = QStringLiteral("urn:oid:1.2.3|CREA");

QByteArray bundle() {
    const auto result = [](const char* id, const char* system, const char* code) -> QByteArray {
        return R"({"resource":{"resourceType":"Observation","id":")" + QByteArray(id) +
               R"(","status":"final","subject":{"reference":"Patient/p"},"category":[{"coding":[{"code":"laboratory"}]}],"effectiveDateTime":"2025-10-01","code":{"coding":[{"system":")" +
               system + R"(","code":")" + code +
               R"("}]},"valueQuantity":{"value":76,"unit":"umol/L"}}})";
    };
    return R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p","name":[{"family":"Roy","given":["Anne"]}]}},)" +
           result("a", "http://loinc.org", "14682-9") + "," + result("b", "urn:oid:1.2.3", "CREA") +
           "]}";
}

qsizetype rowsOf(Session& session) {
    const auto page = session.search({}, 10);
    if (!page || page->rows.isEmpty())
        return -1;
    const auto chart = session.chart(page->rows.first().key);
    return chart ? chart->results.rows.size() : -1;
}

} // namespace

class AnalyteMapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConceptMapGoesThereAndBack() {
        record::AnalyteMap map;
        map.rowOf = {
            {local, QStringLiteral("creatinine")},
            {QStringLiteral("http://loinc.org|2160-0"), QStringLiteral("http://loinc.org|2160-0")},
            {QStringLiteral("text|creat urine"), QStringLiteral("creatinine")}};
        const QByteArray json = session::toConceptMap(map);
        QVERIFY(json.contains("\"ConceptMap\""));
        QCOMPARE(session::fromConceptMap(json).rowOf, map.rowOf);
        QCOMPARE(session::toConceptMap(session::fromConceptMap(json)), json);
        QVERIFY(session::fromConceptMap("not json").rowOf.isEmpty());
    }

    void aRowIsJoinedAndSetApartAgain() {
        const tests::TestClinic clinic;
        auto session = clinic.create();
        QVERIFY(session);
        QVERIFY((*session)->import({clinic.file(QStringLiteral("a.json"), bundle())}));
        QCOMPARE(rowsOf(**session), 2);
        QVERIFY((*session)->mapAnalyte(local, QStringLiteral("creatinine")));
        QCOMPARE(rowsOf(**session), 1);
        const auto report = (*session)->verify(true);
        QVERIFY(report && report->ok);
        QVERIFY((*session)->rebuild());
        QCOMPARE(rowsOf(**session), 1); // it is in the log
        QVERIFY((*session)->mapAnalyte(local, {}));
        QCOMPARE(rowsOf(**session), 2);
    }

    void whatIsNoCodeIsRefused() {
        const tests::TestClinic clinic;
        auto session = clinic.create();
        QVERIFY(session);
        QVERIFY(!(*session)->mapAnalyte(QStringLiteral("CREA"), QStringLiteral("creatinine")));
        (*session)->lock();
        QVERIFY(!(*session)->mapAnalyte(local, QStringLiteral("creatinine")));
    }
};

QTEST_GUILESS_MAIN(AnalyteMapTest)
#include "analyte_map_test.moc"
