// Who signed a value is read from the log each time: a row that says anything else is not believed.

#include "audit/access.h"
#include "session/provenance.h"
#include "unit/vault/view_fixture.h"

using namespace chevet;
using namespace chevet::tests;
using session::ProvenanceReader;
using session::SignatureState;

namespace {

// One file with one result, opened once by the physician.
struct SignedClinic : ViewFixture {
    SignedClinic() {
        if (!open() || !write({person(1, "Roy", "Luc"), observation(1, "a", "un")}))
            qFatal("no clinic");
        auto draft = entry({*audit::accessOp(
            {patient(1), audit::Act::Printed, QStringLiteral("Consultation"), QString()})});
        draft.author = physicianId;
        const vault::Incoming one{*log->append(draft, &physician), draft};
        if (!view->apply(std::span(&one, 1)))
            qFatal("no access");
    }
    [[nodiscard]] ProvenanceReader reader() { return {*view, *log, membership, keys}; }
    [[nodiscard]] vault::StoredResource result() const {
        return *view->resource(patient(1), "Observation", "a");
    }
    [[nodiscard]] ProvenanceReader::AccessRow access() const {
        const auto line = audit::accesses(*view, patient(1), 1)->first();
        return {line.stream, line.seq, line.op, line.patient, line.body};
    }
};

using Change = std::function<void(vault::StoredResource&)>;

} // namespace

class ProvenanceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aValueSaysWhoSignedIt();
    void aRowThatSaysAnythingElseIsInvalid_data();
    void aRowThatSaysAnythingElseIsInvalid();
    void aValueOfAnotherChartIsInvalid();
    void aLineOfTheRegisterSaysWhoReadWhat();
    void aLineThatSaysAnythingElseIsInvalid_data();
    void aLineThatSaysAnythingElseIsInvalid();
    void nothingIsBelievedOfADamagedLog();
};

void ProvenanceTest::aValueSaysWhoSignedIt() {
    SignedClinic clinic;
    ProvenanceReader reader = clinic.reader();
    const auto found = *reader.of(clinic.result(), ViewFixture::patient(1));
    QVERIFY(found.signature == SignatureState::Verified);
    QCOMPARE(found.device, QStringLiteral("Accueil"));
    QCOMPARE(found.author, QStringLiteral("Accueil")); // nobody signed: the workstation did
    QCOMPARE(found.sequence, 1u);
    QCOMPARE(found.entryHash.size(), 64);
    QCOMPARE(found.versions, 1);
}

void ProvenanceTest::aRowThatSaysAnythingElseIsInvalid_data() {
    QTest::addColumn<Change>("change");
    const auto row = [](const char* what, const Change& change) { QTest::newRow(what) << change; };
    row("words", [](auto& line) { line.json.replace("un", "deux"); });
    row("type", [](auto& line) { line.type = "Condition"; });
    row("id", [](auto& line) { line.id = "b"; });
    row("operation", [](auto& line) { line.op = 7; });
    row("entry", [](auto& line) { line.seq = 99; });
    row("stream", [](auto& line) { line.stream = uuidFor("elsewhere"); });
}

void ProvenanceTest::aRowThatSaysAnythingElseIsInvalid() {
    QFETCH(Change, change);
    SignedClinic clinic;
    vault::StoredResource row = clinic.result();
    change(row);
    ProvenanceReader reader = clinic.reader();
    QVERIFY(reader.of(row, ViewFixture::patient(1))->signature == SignatureState::Invalid);
}

// A row moved into another chart carries a true signature, of somebody else's value.
void ProvenanceTest::aValueOfAnotherChartIsInvalid() {
    SignedClinic clinic;
    ProvenanceReader reader = clinic.reader();
    const auto row = clinic.result();
    QVERIFY(reader.of(row, ViewFixture::patient(2))->signature == SignatureState::Invalid);
    QVERIFY(reader.of(row, std::nullopt)->signature == SignatureState::Invalid);
}

void ProvenanceTest::aLineOfTheRegisterSaysWhoReadWhat() {
    SignedClinic clinic;
    ProvenanceReader reader = clinic.reader();
    const auto found = *reader.of(clinic.access());
    QVERIFY(found.signature == SignatureState::Verified);
    QCOMPARE(found.author, QStringLiteral("Dre Maude Lachance"));
    QCOMPARE(found.role, QStringLiteral("medecin"));
    QCOMPARE(found.device, QStringLiteral("Accueil"));
}

void ProvenanceTest::aLineThatSaysAnythingElseIsInvalid_data() {
    QTest::addColumn<int>("change");
    QTest::newRow("words") << 0;
    QTest::newRow("patient") << 1;
    QTest::newRow("an operation that is no access") << 2;
    QTest::newRow("no such entry") << 3;
}

void ProvenanceTest::aLineThatSaysAnythingElseIsInvalid() {
    QFETCH(int, change);
    SignedClinic clinic;
    ProvenanceReader::AccessRow row = clinic.access();
    if (change == 0)
        row.body.replace("printed", "opened");
    else if (change == 1)
        row.patient = clinic.patient(2);
    else
        row.seq = change == 2 ? 1 : 50;
    ProvenanceReader reader = clinic.reader();
    QVERIFY(reader.of(row)->signature == SignatureState::Invalid);
}

void ProvenanceTest::nothingIsBelievedOfADamagedLog() {
    SignedClinic clinic;
    const vault::StoredResource row = clinic.result();
    ProvenanceReader reader = clinic.reader();
    QVERIFY(reader.of(row, ViewFixture::patient(1))->signature == SignatureState::Verified);
    for (const QString& path : clinic.logDisk.paths())
        if (path.endsWith(QLatin1String(".seg")))
            clinic.logDisk.bytes(path)[400] ^= 1;
    QVERIFY(reader.of(row, ViewFixture::patient(1))->signature ==
            SignatureState::Verified); // remembered
    reader.forget();
    QVERIFY(reader.of(row, ViewFixture::patient(1))->signature == SignatureState::Invalid);
}

QTEST_GUILESS_MAIN(ProvenanceTest)
#include "provenance_test.moc"
