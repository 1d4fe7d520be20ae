// What comes out is what went in: JSON, base64, identifiers, and who may be taken for whom.

#include "import/attachment.h"
#include "import/identity.h"
#include "import_helper.h"

using namespace chevet::import;
using namespace chevet::import::test;

namespace {

ProposedPatient somebody(const QString& family, const QString& birthDate,
                         const QByteArray& content = "c") {
    ProposedPatient patient;
    patient.family = family;
    patient.given = QStringLiteral("Anne");
    patient.birthDate = birthDate;
    patient.contentKey = content;
    return patient;
}

Candidate file(const QByteArray& key, const QString& family, const QString& birthDate,
               const QByteArray& content = "other") {
    return {key, family, QStringLiteral("Anne"), birthDate, {}, content};
}

// The source without blanks, made by a hand of its own.
QByteArray withoutBlanks(const QByteArray& text) {
    QByteArray out;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString || (c != ' ' && c != '\n' && c != '\r' && c != '\t'))
            out += c;
        if (inString && c == '\\')
            out += text[++i];
        else if (c == '"')
            inString = !inString;
    }
    return out;
}

} // namespace

class TestImportContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyElementComesBack() {
        Folder folder;
        QFile source(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/fhir/dirt.json"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
        Limits limits;
        limits.attachmentChars = 40;
        const Outcome out = importText(text, QStringLiteral("dirt.json"), limits);
        QVERIFY2(out.refused.isEmpty(), qPrintable(out.reasons()));
        const QByteArray minified = withoutBlanks(text);
        QCOMPARE(out.resources.size(), minified.count("\"fullUrl\""));
        int attachments = 0;
        for (const ProposedResource& resource : out.resources) {
            const QByteArray back = withAttachments(resource.json, resource.attachments);
            QVERIFY2(minified.contains(back), back.left(200).constData());
            QVERIFY(back.size() >= resource.json.size());
            attachments += static_cast<int>(resource.attachments.size());
        }
        QCOMPARE(attachments, 3);
    }

    void attachmentsKnowTheirPlace() {
        const QByteArray pdf = QByteArray("%PDF-1.4 ").repeated(200);
        const QByteArray text = "{\"resourceType\":\"DocumentReference\",\"id\":\"d\",\"content\":["
                                "{\"attachment\":{\"title\":\"x\"}},"
                                "{\"attachment\":{\"contentType\":\"application/pdf\",\"data\":\"" +
                                pdf.toBase64() + "\",\"title\":\"y\"}}]}";
        const Outcome out = importText(text);
        const ProposedResource& resource = out.resources.first();
        QCOMPARE(resource.attachments.size(), 1);
        const Attachment& attachment = resource.attachments.first();
        QCOMPARE(attachment.pointer, QByteArray("/content/1/attachment/data"));
        QCOMPARE(attachment.contentType, QByteArray("application/pdf"));
        QCOMPARE(attachment.bytes, pdf);
        QVERIFY(resource.json.contains("\"data\":\"\",\"title\":\"y\""));
        QCOMPARE(withAttachments(resource.json, resource.attachments), text);
    }

    void base64IsGivenBackByteForByte_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("taken");
        const QByteArray bytes = QByteArray("\xFF\xFE\xFB?/+").repeated(40) + 'x';
        const QByteArray plain = bytes.toBase64();
        QTest::newRow("plain") << plain << true;
        QByteArray slashes = plain;
        QTest::newRow("escaped slashes") << slashes.replace("/", "\\/") << true;
        for (const char* separator : {"\\n", "\\r\\n", " "}) {
            QByteArray lines;
            for (qsizetype at = 0; at < plain.size(); at += 76)
                lines += (at > 0 ? QByteArray(separator) : QByteArray()) + plain.mid(at, 76);
            QTest::newRow(separator) << lines << true;
        }
        QTest::newRow("one slash escaped") << QByteArray("\\/") + plain.mid(2) << false;
        QTest::newRow("without padding") << plain.chopped(2) << false;
        QTest::newRow("odd lines")
            << plain.left(10) + "\\n" + plain.mid(10, 20) + "\\n" + plain.mid(30) << false;
        QTest::newRow("spare bits set") << QByteArray("QR==") << false;
        QTest::newRow("numbers") << QByteArray("2041 2043 2037 2047") << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("line end last") << plain + "\\n" << false;
    }

    void base64IsGivenBackByteForByte() {
        QFETCH(QByteArray, text);
        QFETCH(bool, taken);
        const auto decoded = decodeBase64(text);
        QCOMPARE(decoded.has_value(), taken);
        if (decoded)
            QCOMPARE(encodeBase64(decoded->bytes, decoded->layout), text);
    }

    void identifiersAreUnified_data() {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("key");
        using Kind = Identifier::Kind;
        const auto row = [](const char* name, const char* system, const char* value,
                            const char* type, Kind kind, const QString& key) {
            QTest::newRow(name) << QString::fromUtf8(system) << QString::fromUtf8(value)
                                << QString::fromUtf8(type) << static_cast<int>(kind) << key;
        };
        const QString nam = QLatin1String(namSystem) + QStringLiteral("|TREM04621918");
        row("registry", namSystem, "TREM 0462 1918", "JHN", Kind::Nam, nam);
        row("wrong but public", "https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-hcn",
            "trem04621918", "", Kind::Nam, nam);
        row("Clic Santé", "http://docs.clicsante.ca/fhir/base/nam", "TREM-0462-1918", "", Kind::Nam,
            nam);
        row("OID", "urn:oid:2.16.124.10.101.1.60.100", "TREM04621918", "", Kind::Nam, nam);
        row("JHN without system", "", "TREM04621918", "JHN", Kind::Nam, nam);
        row("a local number without system", "", "12345", "MR", Kind::Other,
            QStringLiteral("|12345"));
        row("NIU", "urn:oid:2.16.840.1.113883.4.56", "1234", "", Kind::Niu,
            QStringLiteral("urn:oid:2.16.840.1.113883.4.56|1234"));
        row("Ontario", "https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn", "9", "",
            Kind::Province,
            QStringLiteral("https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn|9"));
        row("other", "http://hospital/mrn/", " 7 ", "", Kind::Other,
            QStringLiteral("http://hospital/mrn|7"));
    }

    void identifiersAreUnified() {
        QFETCH(QString, system);
        QFETCH(QString, value);
        QFETCH(QString, type);
        QFETCH(int, kind);
        QFETCH(QString, key);
        const Identifier identifier = normaliseIdentifier(system, value, type);
        QCOMPARE(static_cast<int>(identifier.kind), kind);
        QCOMPARE(identifier.key(), key);
    }

    void onlyAnIdentifierMakesTwoOne() {
        const ProposedPatient anne =
            somebody(QStringLiteral("Lévesque"), QStringLiteral("1970-05-06"));
        QVERIFY(decideMatch(anne, {}, {}).match == Match::New);
        const Candidate same = file("1", QStringLiteral("LEVESQUE"), QStringLiteral("1970-05-06"));
        QCOMPARE(decideMatch(anne, {same}, {}).key, QByteArray("1"));
        QVERIFY(decideMatch(anne, {same}, {}).match == Match::Same);
    }

    void aChildOnAParentsCardIsNotTheParent() {
        const ProposedPatient child = somebody(QStringLiteral("Roy"), QStringLiteral("2024-01-02"));
        const MatchDecision decision = decideMatch(
            child, {file("1", QStringLiteral("Roy"), QStringLiteral("1990-01-02"))}, {});
        QVERIFY(decision.match == Match::Conflict);
        QCOMPARE(decision.key, QByteArray("1"));
    }

    void twinsOnAParentsCardAreTwo() {
        ProposedPatient alice = somebody(QStringLiteral("Roy"), QStringLiteral("2024-01-02"));
        Candidate other = file("1", QStringLiteral("Roy"), QStringLiteral("2024-01-02"));
        const auto decided = [&](const QString& given, const QString& known) {
            alice.given = given;
            other.given = known;
            return decideMatch(alice, {other}, {}).match;
        };
        QVERIFY(decided(QStringLiteral("Alice"), QStringLiteral("Béatrice")) == Match::Conflict);
        QVERIFY(decided(QStringLiteral("Alice"), QStringLiteral("ALICE Marie")) == Match::Same);
        QVERIFY(decided(QStringLiteral("Jean-Pierre"), QStringLiteral("Pierre")) == Match::Same);
        QVERIFY(decided(QStringLiteral("Émilie"), QStringLiteral("Emily")) == Match::Same);
        QVERIFY(decided(QStringLiteral("Alice"), {}) == Match::Same);
    }

    void partialDatesNeedTheName() {
        const ProposedPatient anne = somebody(QStringLiteral("Roy"), QStringLiteral("1970"));
        QVERIFY(
            decideMatch(anne, {file("1", QStringLiteral("Roy"), QStringLiteral("1970-05-06"))}, {})
                .match == Match::Same);
        QVERIFY(decideMatch(anne,
                            {file("1", QStringLiteral("Gagnon"), QStringLiteral("1970-05-06"))}, {})
                    .match == Match::Conflict);
    }

    void severalFilesWithOneNumberAreForAHuman() {
        const ProposedPatient anne = somebody(QStringLiteral("Roy"), QStringLiteral("1970-05-06"));
        const Candidate one = file("1", QStringLiteral("Roy"), QStringLiteral("1970-05-06"));
        Candidate two = one;
        two.key = "2";
        QVERIFY(decideMatch(anne, {one, two}, {}).match == Match::Conflict);
    }

    void theSameFileAgainIsTheSamePatientEvenWithoutNumbers() {
        const QByteArray text = q("{'resourceType':'Patient','id':'00001','meta':{'versionId':'1'},"
                                  "'name':[{'family':'Roy'}],'birthDate':'1970-01-01'}");
        QByteArray later = text;
        later.replace("\"versionId\":\"1\"", "\"versionId\":\"2\"");
        QByteArray other = text;
        other.replace("Roy", "Roi");
        const QByteArray key = importText(text).patients.first().contentKey;
        QCOMPARE(key.size(), 32);
        QCOMPARE(importText(later).patients.first().contentKey, key);
        QVERIFY(importText(other).patients.first().contentKey != key);
        const ProposedPatient again = importText(text).patients.first();
        QVERIFY(decideMatch(again, {},
                            {file("1", QStringLiteral("Roy"), QStringLiteral("1970-01-01"), key)})
                    .match == Match::Same);
        ProposedPatient empty = again;
        empty.birthDate.clear();
        QVERIFY(decideMatch(empty, {}, {file("1", {}, {}, key)}).match ==
                Match::New); // says nothing of a person
    }

    void patientsAreReadAsTheyCome() {
        const Outcome out = importText(q("{'resourceType':'Patient','id':'a','identifier':{'value':"
                                         "'TREM04621918','type':{'coding':[{'code':'JHN'}]}},"
                                         "'name':[{'use':'maiden','family':'Roy'},{'use':'official'"
                                         ",'family':'Tremblay','given':['\\u00c8ve','Marie']}],"
                                         "'birthDate':'1980-02','gender':'female'}"));
        const ProposedPatient& patient = out.patients.first();
        QCOMPARE(patient.family, QStringLiteral("Tremblay"));
        QCOMPARE(patient.given, QStringLiteral("Ève Marie"));
        QCOMPARE(patient.birthDate, QStringLiteral("1980-02"));
        QVERIFY(patient.identifiers.first().kind == Identifier::Kind::Nam);
    }
};

QTEST_GUILESS_MAIN(TestImportContent)
#include "test_import_content.moc"
