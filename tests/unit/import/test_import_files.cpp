// Files of every kind, whole and broken, on a disk that is not always kind.

#include "import/attachment.h"
#include "import_helper.h"

#include <QProcess>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace chevet::import;
using namespace chevet::import::test;

namespace {

const char patientText[] =
    "{'resourceType':'Patient','id':'a','identifier':[{'system':'urn:mrn','value':'1'}]}";

QByteArray observation(int number) {
    return "{\"resourceType\":\"Observation\",\"id\":\"o" + QByteArray::number(number) +
           "\",\"subject\":{\"reference\":\"Patient/a\"}}";
}

QByteArray bundleOf(const QByteArrayList& resources) {
    QByteArrayList entries;
    for (const QByteArray& resource : resources)
        entries += "{\"resource\":" + resource + '}';
    return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n" +
           entries.join(",\n") + "]}";
}

Limits small() {
    Limits limits;
    limits.wholeFileBytes = 2000;
    limits.pieceBytes = 300;
    return limits;
}

void run(const QString& program, const QStringList& arguments, const QString& folder) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(program));
}

// A zip as Python's own library writes it: an independent hand.
void zip(const QString& folder, const QString& code) {
    run(QStringLiteral("python3"),
        {QStringLiteral("-c"), QStringLiteral("import zipfile\n") + code}, folder);
}

} // namespace

class TestImportFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotFhirJsonSaysWhatItIs_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("reason");
        const auto row = [](const char* what, const QByteArray& bytes, const char* name,
                            Reason reason) {
            QTest::newRow(what) << bytes << QString::fromUtf8(name) << static_cast<int>(reason);
        };
        row("nothing", "", "a.json", Reason::Empty);
        row("blanks", " \n\t ", "a.json", Reason::Empty);
        row("byte order mark alone", "\xEF\xBB\xBF", "a.json", Reason::Empty);
        row("UTF-16", QByteArray("\xFF\xFE{\0\"\0", 6), "a.json", Reason::Utf16);
        row("UTF-16 without a mark", QByteArray("{\0\"\0a\0", 6), "a.json", Reason::Utf16);
        row("PDF", "%PDF-1.7\n", "a.json", Reason::Pdf);
        row("picture", "\xFF\xD8\xFF\xE0", "a.jpg", Reason::Picture);
        row("FHIR XML", "<?xml version=\"1.0\"?><Bundle xmlns=\"http://hl7.org/fhir\"/>", "a.xml",
            Reason::FhirXml);
        row("CDA", "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>", "a.xml", Reason::Cda);
        row("other XML", "<html/>", "a.xml", Reason::OtherXml);
        row("HL7 v2", "MSH|^~\\&|A|B\rPID|1\r", "a.hl7", Reason::Hl7v2);
        row("HL7 v2 framed", "\x0BMSH|^~\\&|A|B\rPID|1\r", "a.hl7", Reason::Hl7v2);
        row("words", "Bonjour", "a.txt", Reason::NotJson);
        row("other JSON", "{\"name\":\"x\"}", "package.json", Reason::OtherJson);
        row("a list", "[{\"resourceType\":\"Patient\"}]", "a.json", Reason::OtherJson);
        row("a number", "12", "a.json", Reason::OtherJson);
        row("type is no text", "{\"resourceType\":5}", "a.json", Reason::OtherJson);
        row("Latin-1", "{\"resourceType\":\"Patient\",\"id\":\"\xC9ve\"}", "a.json",
            Reason::NotUtf8);
        row("cut", "{\"resourceType\":\"Patient\",\"id\":", "a.json", Reason::Truncated);
        row("twice the same",
            "{\"resourceType\":\"Patient\",\"gender\":\"male\",\"gender\":\"female\"}", "a.json",
            Reason::DuplicateKey);
        row("1e400", "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e400}}",
            "a.json", Reason::NumberOutOfRange);
        row("NUL", "{\"resourceType\":\"Patient\",\"id\":\"\\u0000\"}", "a.json",
            Reason::NulCharacter);
        row("deep",
            "{\"resourceType\":\"Patient\",\"x\":" + QByteArray(200, '[') + QByteArray(200, ']') +
                '}',
            "a.json", Reason::TooDeep);
        row("very deep", QByteArray(200'000, '['), "a.json", Reason::TooDeep);
        row("NDJSON over lines", "{\n  \"resourceType\": \"Patient\",\n  \"id\": \"a\"\n}\n",
            "a.ndjson", Reason::NotOnePerLine);
        row("a type of the vault's own", "{\"resourceType\":\"chevet-import\",\"id\":\"total\"}",
            "a.json", Reason::BadResourceType);
        row("an accented type", "{\"resourceType\":\"Médicament\"}", "a.json",
            Reason::BadResourceType);
        row("an endless type", "{\"resourceType\":\"" + QByteArray(65, 'T') + "\"}", "a.json",
            Reason::BadResourceType);
        row("STU3", "{\"resourceType\":\"Condition\",\"clinicalStatus\":\"active\"}", "a.json",
            Reason::Stu3);
        row("STU3 profile",
            "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"http://hl7.org/fhir/STU3/"
            "patient.html\"]}}",
            "a.json", Reason::Stu3);
        row("DSTU2", "{\"resourceType\":\"MedicationOrder\"}", "a.json", Reason::Dstu2);
        row("DSTU2 patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":[\"Roy\"]}]}",
            "a.json", Reason::Dstu2);
        row("R5", "{\"resourceType\":\"MedicationRequest\",\"medication\":{\"concept\":{}}}",
            "a.json", Reason::R5);
        row("R5 encounter", "{\"resourceType\":\"Encounter\",\"class\":[{\"coding\":[]}]}",
            "a.json", Reason::R5);
        row("R5 profile", "{\"resourceType\":\"StructureDefinition\",\"fhirVersion\":\"5.0.0\"}",
            "a.json", Reason::R5);
    }

    void whatIsNotFhirJsonSaysWhatItIs() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(int, reason);
        const Outcome out = importText(bytes, name);
        QVERIFY(out.resources.isEmpty());
        QCOMPARE(out.refused.size(), 1);
        QCOMPARE(QLatin1String(reasonName(out.refused.first().reason)),
                 QLatin1String(reasonName(static_cast<Reason>(reason))));
        QVERIFY(out.refused.first().file.endsWith(name));
        QVERIFY(out.proposals.last().last);
    }

    void sloppyR4IsNotTakenForAnotherVersion_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"{'resourceType':'Immunization','notGiven':false,'occurrenceDateTime':'2020'}",
              "{'resourceType':'Encounter','class':{'code':'AMB'}}",
              "{'resourceType':'Patient','name':{'family':'Roy'}}",
              "{'resourceType':'Condition','clinicalStatus':{'coding':[]}}",
              "{'resourceType':'MedicationRequest','medicationReference':{'reference':'Medication/"
              "1'}}",
              "{'resourceType':'StructureDefinition','fhirVersion':'4.0.1'}",
              "{'resourceType':'GenomicStudy','id':'x'}"})
            QTest::newRow(text) << q(text);
    }

    void sloppyR4IsNotTakenForAnotherVersion() {
        QFETCH(QByteArray, text);
        const Outcome out = importText(text);
        QVERIFY2(out.refused.isEmpty(), qPrintable(out.reasons()));
        QCOMPARE(out.resources.size(), 1);
    }

    void anUnknownTypeIsKeptAndRemarked() {
        const Outcome out = importText("{\"resourceType\":\"GenomicStudy\",\"id\":\"x\"}");
        QCOMPARE(out.resources.size(), 1);
        QVERIFY(out.has(out.remarks, Reason::UnknownType));
    }

    void absurdDatesAreKeptAndRemarked() {
        const Outcome out =
            importText(q("{'resourceType':'Patient','id':'a','birthDate':'0012-03-04'}"));
        QCOMPARE(out.patients.first().birthDate, QStringLiteral("0012-03-04"));
        QVERIFY(out.has(out.remarks, Reason::AbsurdDate));
        for (const char* fine : {"{'resourceType':'Patient','birthDate':'1931'}",
                                 "{'resourceType':'Observation','code':{'text':'8302-22'}}"})
            QVERIFY(importText(q(fine)).remarks.size() <= 1 &&
                    !importText(q(fine)).has(importText(q(fine)).remarks, Reason::AbsurdDate));
    }

    void whatOneOperationCannotHoldStaysOutAlone() {
        Limits limits;
        limits.jsonBytes = 500;
        const QByteArray large =
            "{\"resourceType\":\"Basic\",\"id\":\"b\",\"x\":\"" + QByteArray(600, 'x') + "\"}";
        const Outcome out = importText(bundleOf({q(patientText), large, observation(1)}),
                                       QStringLiteral("file.json"), limits);
        QCOMPARE(out.resources.size(), 2);
        QCOMPARE(out.refused.size(), 1);
        QVERIFY(out.has(out.refused, Reason::TooLarge, QStringLiteral("entry 2")));
        // The Bundle's own members can be too many too; its resources go in.
        const QByteArray shell = "{\"resourceType\":\"Bundle\",\"note\":\"" + QByteArray(600, 'x') +
                                 "\",\"entry\":[{\"resource\":" + observation(1) + "}]}";
        const Outcome rest = importText(shell, QStringLiteral("file.json"), limits);
        QCOMPARE(rest.resources.size(), 1);
        QVERIFY(rest.has(rest.refused, Reason::TooLarge));
        QVERIFY(rest.proposals.first().bundle.isEmpty());
    }

    void noMoreIsCutOutThanOneOperationCanName() {
        const QByteArray part = "{\"data\":\"" + QByteArray(1500, 'x').toBase64() + "\"}";
        const QByteArray text = "{\"resourceType\":\"Basic\",\"id\":\"b\",\"a\":[" + part + ',' +
                                part + ',' + part + "]}"; // pointers of nine bytes: /a/0/data
        const auto cut = [&](const Limits& limits) {
            const Outcome out = importText(text, QStringLiteral("a.json"), limits);
            const ProposedResource& resource = out.resources.first();
            if (withAttachments(resource.json, resource.attachments) != text)
                qFatal("not as it came");
            return resource.attachments.size();
        };
        Limits limits;
        QCOMPARE(cut(limits), 3);
        limits.attachments = 2;
        QCOMPARE(cut(limits), 2);
        limits = {};
        limits.pointerBytes = 8;
        QCOMPARE(cut(limits), 0);
        limits = {};
        limits.pointersBytes = 26;
        QCOMPARE(cut(limits), 2);
    }

    void aNameThatIsNoTextIsNamed() {
        Folder folder;
        folder.add(QStringLiteral("good.json"), q(patientText));
        const QByteArray odd = folder.path().toUtf8() + "/caf\xE9.json";
        const int descriptor = ::open(odd.constData(), O_CREAT | O_WRONLY, 0600);
        if (descriptor < 0)
            QSKIP("this disk takes no such name");
        ::close(descriptor);
        const Outcome out = import({folder.path()});
        QCOMPARE(out.resources.size(), 1);
        QCOMPARE(out.refused.size(), 1);
        QCOMPARE(out.refused.first().reason, Reason::BadFileName);
        QVERIFY(out.refused.first().file.contains(QLatin1String("caf")));
    }

    void theRestOfABrokenBundleGoesIn() {
        const QByteArray text = bundleOf(
            {q(patientText), observation(1), "{\"resourceType\":\"Observation\",\"a\":tru}",
             observation(2), "{\"resourceType\":\"Observation\",\"id\":\"\xE9\"}", "{\"id\":\"x\"}",
             "5", observation(3)});
        const Outcome out = importText(text);
        QCOMPARE(out.resources.size(), 4);
        for (const ProposedResource& resource : out.resources)
            QCOMPARE(resource.patientKey, out.patients.first().sourceKey);
        QVERIFY(out.has(out.refused, Reason::Malformed, QStringLiteral("entry 3")));
        QVERIFY(out.has(out.refused, Reason::NotUtf8, QStringLiteral("entry 5")));
        QVERIFY(out.has(out.refused, Reason::NoResourceType, QStringLiteral("entry 6")));
        QCOMPARE(out.refused.size(), 4);
        QCOMPARE(out.bytes, text.size());
    }

    void aCutBundleStaysOutWhole() {
        const QByteArray text = bundleOf({q(patientText), observation(1), observation(2)});
        for (qsizetype length = 1; length < text.size(); length += 7) {
            const Outcome out = importText(text.left(length));
            QVERIFY(out.resources.isEmpty() && out.refused.size() == 1);
        }
    }

    // The same file read whole and read in pieces gives the same.
    void largeBundlesAreReadInPieces() {
        QByteArrayList resources;
        for (int i = 0; i < 200; ++i)
            resources += observation(i);
        resources += q(patientText); // last: what came before already belongs to it
        const QByteArray text = bundleOf(resources);
        const Outcome whole = importText(text);
        const Outcome pieces = importText(text, QStringLiteral("file.json"), small());
        QVERIFY(pieces.proposals.size() > 10);
        QCOMPARE(whole.proposals.size(), 1);
        QCOMPARE(pieces.resources.size(), 201);
        QCOMPARE(pieces.bytes, text.size());
        QMap<QByteArray, const ProposedResource*> byId;
        for (const ProposedResource& resource : pieces.resources)
            byId[resource.id] = &resource;
        for (const ProposedResource& resource : whole.resources) {
            QCOMPARE(byId[resource.id]->json, resource.json);
            QCOMPARE(byId[resource.id]->place, resource.place);
            QCOMPARE(byId[resource.id]->patientKey.split('\n').last(),
                     resource.patientKey.split('\n').last());
        }
        QCOMPARE(pieces.proposals.first().bundle, whole.proposals.first().bundle);
        QVERIFY(
            importText(text.chopped(1), QStringLiteral("file.json"), small()).resources.isEmpty());
    }

    // Whole, in pieces, broken beside it, among NDJSON: a refused Patient is named exactly once.
    void aRefusedPatientIsNamedOnce() {
        const QByteArray bad = q("{'resourceType':'Patient','id':'z','name':[{'family':['Roy']}]}");
        QByteArrayList resources{bad, q(patientText), "{\"resourceType\":\"Patient\",tru}"};
        for (int i = 0; i < 60; ++i)
            resources += observation(i);
        resources +=
            "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + q(patientText) + "}]}";
        const QByteArray lines = resources.join('\n');
        for (const Limits& limits : {Limits(), small()})
            for (const Outcome& out :
                 {importText(bundleOf(resources), QStringLiteral("a.json"), limits),
                  importText(lines, QStringLiteral("a.ndjson"), limits)}) {
                QCOMPARE(out.resources.size(), 62);
                QCOMPARE(out.refused.size(), 2);
                QVERIFY(out.has(out.refused, Reason::Dstu2));
                QVERIFY(out.has(out.refused, Reason::Malformed));
            }
    }

    void ndjsonGoesLineByLine() {
        const QByteArray text = "\r\n" + q(patientText) + "\r\n\n" + observation(1) +
                                "\n{\"resourceType\":\"Observation\",\n" + observation(2) +
                                "\n{\"level\":\"info\"}\n" + observation(3).chopped(4);
        for (const QString& name : {QStringLiteral("x.ndjson"), QStringLiteral("x.json")}) {
            const Outcome out = importText(text, name);
            QCOMPARE(out.resources.size(), 3);
            QCOMPARE(out.find("Observation", "o1")->place, QStringLiteral("line 4"));
            QCOMPARE(out.refused.size(), 3);
            QVERIFY(out.has(out.refused, Reason::Truncated, QStringLiteral("line 5")));
            QVERIFY(out.has(out.refused, Reason::NoResourceType, QStringLiteral("line 7")));
            QVERIFY(out.has(out.refused, Reason::Truncated, QStringLiteral("line 8")));
        }
    }

    void largeNdjsonIsReadInPieces() {
        QByteArray text;
        for (int i = 0; i < 200; ++i)
            text += observation(i) + '\n';
        text += "{\"resourceType\":\"Basic\",\"x\":\"" + QByteArray(5000, 'x') + "\"}\n" +
                observation(200) + '\n' + q(patientText);
        Limits limits = small();
        limits.resourceBytes = 1000;
        const Outcome out = importText(text, QStringLiteral("x.ndjson"), limits);
        QVERIFY(out.proposals.size() > 10);
        QCOMPARE(out.resources.size(), 202);
        QVERIFY(
            !out.proposals.first().patients.isEmpty()); // the patient of the last line comes first
        QVERIFY(out.resources.last().owner == OwnerKind::Patient);
        QVERIFY(out.has(out.refused, Reason::TooLarge, QStringLiteral("line 201")));
        QCOMPARE(out.refused.size(), 1);
        QCOMPARE(out.bytes, text.size());
    }

    void refusalsPerFileAreBounded() {
        Limits limits;
        limits.lineFindings = 10;
        const Outcome out =
            importText(QByteArray("{\"a\":1}\n").repeated(500), QStringLiteral("x.ndjson"), limits);
        QCOMPARE(out.refused.size(), 11);
    }

    void compressedFilesOfAFolderShareItsPatients() {
        Folder folder;
        folder.add(QStringLiteral("Observation.ndjson"), observation(1) + '\n' + observation(2));
        folder.add(QStringLiteral("Patient.ndjson"), q(patientText));
        run(QStringLiteral("gzip"),
            {QStringLiteral("Observation.ndjson"), QStringLiteral("Patient.ndjson")},
            folder.path());
        const Outcome out = import({folder.path()});
        QCOMPARE(out.resources.size(), 3);
        QVERIFY(out.resources.last().owner == OwnerKind::Patient);
        QVERIFY(out.resources.last().place.startsWith(QLatin1String("line")));
    }

    void zipArchivesAreAFolderOfTheirOwn() {
        Folder folder;
        folder.add(QStringLiteral("o"), observation(1));
        folder.add(QStringLiteral("p"), q(patientText));
        folder.add(QStringLiteral("b"), bundleOf({q(patientText), observation(5)}));
        zip(folder.path(),
            QStringLiteral(
                "z=zipfile.ZipFile('x.zip','w',zipfile.ZIP_DEFLATED)\n"
                "z.write('o','a/o.ndjson');z.write('p','b/p.json');z.write('b','b.json')\n"
                "z.writestr('../evil.json','{}');z.writestr('/"
                "abs.json','{}');z.writestr('in.zip','PK\\x03\\x04')\n"));
        const Outcome out = import({folder.path() + QStringLiteral("/x.zip")});
        QCOMPARE(out.resources.size(), 4);
        QCOMPARE(out.find("Observation", "o1")->patientKey, out.patients.first().sourceKey);
        QCOMPARE(out.refused.size(), 3);
        QVERIFY(out.has(out.refused, Reason::ArchiveNested));
        QCOMPARE(
            std::count_if(out.refused.begin(), out.refused.end(),
                          [](const Finding& f) { return f.reason == Reason::ArchiveUnsafePath; }),
            2);
        QVERIFY(QFileInfo::exists(folder.path()) &&
                !QFileInfo::exists(folder.path() + QStringLiteral("/../evil.json")));
    }

    void tarBallsAndLargeMembersToo() {
        Folder folder;
        QByteArrayList resources{q(patientText)};
        for (int i = 0; i < 100; ++i)
            resources += observation(i);
        folder.add(QStringLiteral("b.json"), bundleOf(resources));
        folder.add(QStringLiteral("o.ndjson"), observation(500));
        run(QStringLiteral("tar"),
            {QStringLiteral("czf"), QStringLiteral("x.tar.gz"), QStringLiteral("o.ndjson"),
             QStringLiteral("b.json")},
            folder.path());
        const Outcome out = import({folder.path() + QStringLiteral("/x.tar.gz")}, small());
        QVERIFY2(out.refused.isEmpty(), qPrintable(out.reasons()));
        QCOMPARE(out.resources.size(), 102);
    }

    void bombsAreStopped() {
        Folder folder;
        zip(folder.path(), QStringLiteral("z=zipfile.ZipFile('x.zip','w',zipfile.ZIP_DEFLATED)\n"
                                          "z.writestr('a.ndjson',b' '*30000000)\n"));
        Limits limits;
        limits.archiveFreeBytes = 1 << 20;
        const Outcome out = import({folder.path() + QStringLiteral("/x.zip")}, limits);
        QVERIFY(out.has(out.refused, Reason::ArchiveBomb));
        limits = {};
        limits.archiveMembers = 3;
        zip(folder.path(),
            QStringLiteral(
                "z=zipfile.ZipFile('y.zip','w')\nfor i in range(9): z.writestr(str(i),'{}')\n"));
        QVERIFY(import({folder.path() + QStringLiteral("/y.zip")}, limits)
                    .has(import({folder.path() + QStringLiteral("/y.zip")}, limits).refused,
                         Reason::ArchiveBomb));
    }

    void damagedAndLockedArchivesSaySo() {
        Folder folder;
        folder.add(QStringLiteral("p.json"), q(patientText).repeated(1) + QByteArray(5000, ' '));
        zip(folder.path(), QStringLiteral("import "
                                          "struct\nz=zipfile.ZipFile('x.zip','w',zipfile.ZIP_"
                                          "DEFLATED)\nz.write('p.json');z.close()\n"
                                          "d=bytearray(open('x.zip','rb').read())\n"
                                          "e=bytearray(d);e[6]|=1;i=e.rindex(b'PK\\x01\\x02');e[i+"
                                          "8]|=1;open('locked.zip','wb').write(e)\n"
                                          "open('cut.zip','wb').write(d[:60])\n"));
        const Outcome locked = import({folder.path() + QStringLiteral("/locked.zip")});
        QVERIFY2(locked.has(locked.refused, Reason::ArchiveEncrypted),
                 qPrintable(locked.reasons()));
        const Outcome cut = import({folder.path() + QStringLiteral("/cut.zip")});
        QVERIFY2(cut.has(cut.refused, Reason::ArchiveDamaged), qPrintable(cut.reasons()));
        QVERIFY(cut.resources.isEmpty());
    }

    void theWalkOpensOnlyFiles() {
        Folder folder;
        folder.add(QStringLiteral("sub/p.json"), q(patientText));
        const QByteArray fifo = QFile::encodeName(folder.path() + QStringLiteral("/pipe.json"));
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        QFile::link(folder.path(), folder.path() + QStringLiteral("/sub/up"));
        QFile::link(QStringLiteral("/dev/zero"), folder.path() + QStringLiteral("/zero.json"));
        QFile::link(folder.path() + QStringLiteral("/gone"),
                    folder.path() + QStringLiteral("/dangling.json"));
        const Outcome out = import({folder.path(), folder.path() + QStringLiteral("/absent")});
        QCOMPARE(out.resources.size(), 1);
        QVERIFY(out.has(out.refused, Reason::NotAFile));
        QVERIFY(out.has(out.refused, Reason::SymlinkLoop));
        QVERIFY(out.has(out.refused, Reason::NotFound));
        QCOMPARE(out.refused.size(), 5);
    }

    void unreadableFilesAreNamed() {
        if (::geteuid() == 0)
            QSKIP("root reads everything");
        Folder folder;
        const QString path = folder.add(QStringLiteral("p.json"), q(patientText));
        QFile::setPermissions(path, QFileDevice::Permissions());
        const Outcome out = import({path});
        QVERIFY(out.has(out.refused, Reason::Unreadable));
    }

    void cancellingStopsAtOnce() {
        Folder folder;
        for (int i = 0; i < 20; ++i)
            folder.add(QStringLiteral("%1.json").arg(i),
                       bundleOf({q(patientText), observation(i)}));
        Importer importer(chevet::base::realFileSystem());
        const auto plan = importer.plan({folder.path()});
        QVERIFY(plan);
        int calls = 0;
        const auto done = importer.readAll(*plan, 2, [&](Proposal&&) { return ++calls < 3; });
        QVERIFY(!done && done.error().code == chevet::base::ErrorCode::Cancelled);
        QCOMPARE(calls, 3);
        QVERIFY(!importer.plan({folder.path()}, [](qint64) { return false; }));
    }

    void proposalsComeInOrderWhateverTheThreads() {
        Folder folder;
        for (int i = 0; i < 60; ++i)
            folder.add(QStringLiteral("%1.json").arg(i, 3, 10, QLatin1Char('0')),
                       bundleOf({q(patientText), observation(i)}));
        const Outcome one = import({folder.path()}, {}, 1);
        const Outcome four = import({folder.path()}, {}, 4);
        QCOMPARE(one.proposals.size(), 60);
        QCOMPARE(four.proposals.size(), 60);
        for (qsizetype i = 0; i < 60; ++i) {
            QCOMPARE(four.proposals[i].source, i);
            QCOMPARE(four.proposals[i].file, one.proposals[i].file);
        }
    }

    void hostileFilesOfTheCorpora() {
        if (corpora().isEmpty())
            QSKIP("../shared/corpora is absent: set CHEVET_SHARED to run this");
        const QString json = corpora() + QStringLiteral("/nasty/json/test_parsing");
        for (const QFileInfo& file : QDir(json).entryInfoList({QStringLiteral("*.json")})) {
            const Outcome out = import({file.filePath()});
            QVERIFY(out.resources.isEmpty() && !out.refused.isEmpty());
            if (file.fileName().startsWith(QLatin1String("y_")))
                for (const Finding& finding : out.refused)
                    QVERIFY2(
                        finding.reason == Reason::OtherJson ||
                            finding.reason == Reason::DuplicateKey ||
                            finding.reason == Reason::NulCharacter,
                        qPrintable(file.fileName() + QLatin1String(reasonName(finding.reason))));
        }
        for (const char* folder :
             {"/nasty/strings", "/nasty/xml", "/nasty/derived/cda", "/nasty/derived/hl7v2",
              "/hl7v2", "/ccda", "/cda-fr-ans", "/pdf"}) {
            const Outcome out = import({corpora() + QLatin1String(folder)});
            QVERIFY2(out.resources.isEmpty() && !out.refused.isEmpty(), folder);
        }
    }

    // What EXPECTED.tsv asks of FHIR and NDJSON.
    void derivedFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("resources");
        QTest::addColumn<QString>("reasons");
        const auto row = [](const char* file, int resources, const char* reasons) {
            QTest::newRow(file) << QString::fromUtf8(file) << resources
                                << QString::fromUtf8(reasons);
        };
        row("fhir/deep_arrays.json", 0, "too-deep@");
        row("fhir/deep_sections.json", 19, "too-deep@entry 1");
        row("fhir/huge_numbers.json", 0, "number-out-of-range@");
        row("fhir/script_narrative.json", 20, "");
        row("fhir/two_patients.json", 21, "");
        row("fhir/lone_surrogate.json", 0, "lone-surrogate@");
        row("fhir/bom_utf8.json", 20, "");
        row("fhir/truncated.json", 0, "truncated@");
        row("fhir/modifier_extension.json", 20, "");
        row("fhir/unknown_type.json", 21, "");
        row("ndjson/blank_lines_crlf.ndjson", 4, "");
        row("ndjson/bad_middle_line.ndjson", 2, "truncated@line 2");
        row("ndjson/last_line_truncated.ndjson", 3, "truncated@line 4");
        row("ndjson/pretty_printed.ndjson", 0, "not-one-per-line@");
    }

    void derivedFiles() {
        if (corpora().isEmpty())
            QSKIP("../shared/corpora is absent: set CHEVET_SHARED to run this");
        QFETCH(QString, file);
        QFETCH(int, resources);
        QFETCH(QString, reasons);
        const Outcome out = import({corpora() + QStringLiteral("/nasty/derived/") + file});
        QCOMPARE(out.reasons(), reasons);
        QCOMPARE(out.resources.size(), resources);
        QCOMPARE(out.has(out.remarks, Reason::SeveralPatients),
                 file.contains(QLatin1String("two_patients")));
        QCOMPARE(out.has(out.remarks, Reason::UnknownType),
                 file.contains(QLatin1String("unknown_type")));
    }
};

QTEST_GUILESS_MAIN(TestImportFiles)
#include "test_import_files.moc"
