// The scanner keeps what it reads and accepts what RFC 8259 accepts; the splitter finds entries.

#include "import/json/scanner.h"
#include "import/json/splitter.h"
#include "import_helper.h"

#include <simdjson.h>

using namespace chevet::import;
using namespace chevet::import::test;

namespace {

struct Scanned {
    std::optional<json::ScanError> error;
    QByteArray text;
    json::Tape tape;
};

Scanned scan(const QByteArray& source, int depth = 128) {
    Scanned out;
    const QByteArray text = json::padded(source);
    out.error = json::Scanner(depth).scan(text, out.tape);
    if (!out.error) {
        const std::string_view raw = json::Value(out.tape, 0).raw();
        out.text = QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
    }
    return out;
}

QByteArray nested(int levels) {
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace

class TestImportJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void minifyingKeepsEveryToken() {
        const Scanned out =
            scan(" { \"a\" : 72.49182739182739182 , \"b\":[ 1.50e+2,\"é\\u00e9\\/\" , null ],\n"
                 "            \"c\" : { } , \"d\":[ ] , \"e\" : \"  two  blanks  \" } ");
        QVERIFY(!out.error);
        QCOMPARE(out.text, QByteArray("{\"a\":72.49182739182739182,\"b\":[1.50e+2,\"é\\u00e9\\/"
                                      "\",null],\"c\":{},\"d\":[],\"e\":\"  two  blanks  \"}"));
    }

    // Room in front of the text is no room behind it; fuzzing found this one.
    void paddingIsBehindTheText() {
        QByteArray bytes(1000, 'x');
        bytes.squeeze();
        bytes.remove(0, 900);
        QByteArray text = json::padded(bytes);
        QCOMPARE(text, QByteArray(100, 'x'));
        QVERIFY(text.data_ptr().freeSpaceAtEnd() >= json::padding);
        QCOMPARE(json::padded(QByteArray()).size(), 0);
    }

    void valuesAreFoundByName() {
        const Scanned out = scan("{\"code\":{\"coding\":[{\"system\":\"s\",\"code\":\"c1\"},{"
                                 "\"code\":\"c2\"}]},\"text\":\"a\\\"b\\ud83d\\ude00\"}");
        const json::Value root(out.tape, 0);
        const json::Value codings = root["code"]["coding"];
        QCOMPARE(codings.first()["code"].string(), QStringLiteral("c1"));
        QCOMPARE(codings.first().sibling(codings)["code"].string(), QStringLiteral("c2"));
        QVERIFY(!codings.first().sibling(codings).sibling(codings));
        QCOMPARE(root["text"].string(), QString::fromUtf8("a\"b😀"));
        QVERIFY(!root["absent"]["deeper"]);
    }

    void brokenTextsAreNamed_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("reason");
        const auto row = [](const char* name, const QByteArray& text, Reason reason) {
            QTest::newRow(name) << text << static_cast<int>(reason);
        };
        row("cut object", "{\"a\":1", Reason::Truncated);
        row("cut string", "{\"a\":\"b", Reason::Truncated);
        row("cut word", "[tru", Reason::Truncated);
        row("cut escape", "[\"\\u00", Reason::Truncated);
        row("trailing comma", "[1,]", Reason::Malformed);
        row("two values", "1 2", Reason::Malformed);
        row("words joined", "[1 2]", Reason::Malformed);
        row("leading zero", "[01]", Reason::Malformed);
        row("bare point", "[1.]", Reason::Malformed);
        row("single quotes", "{'a':1}", Reason::Malformed);
        row("wrong bracket", "{\"a\":1]", Reason::Malformed);
        row("bad escape", "[\"\\x41\"]", Reason::Malformed);
        row("line end in string", "[\"a\nb\"]", Reason::ControlCharacter);
        row("NUL in string", QByteArray("[\"a\0b\"]", 7), Reason::NulCharacter);
        row("high half alone", "[\"\\ud800\"]", Reason::LoneSurrogate);
        row("low half alone", "[\"\\udc00\"]", Reason::LoneSurrogate);
        row("halves reversed", "[\"\\udc00\\ud800\"]", Reason::LoneSurrogate);
        row("too deep", nested(129), Reason::TooDeep);
    }

    void brokenTextsAreNamed() {
        QFETCH(QByteArray, text);
        QFETCH(int, reason);
        const Scanned out = scan(text);
        QVERIFY(out.error);
        QCOMPARE(QLatin1String(reasonName(out.error->reason)),
                 QLatin1String(reasonName(static_cast<Reason>(reason))));
    }

    void depthIsCountedExactly() {
        QVERIFY(!scan(nested(128)).error);
        QVERIFY(!scan(nested(3), 3).error);
        QVERIFY(scan(nested(4), 3).error);
    }

    void flawsAreSeenThoughTheTextIsGrammatical_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("reason"); // -1: none
        const auto row = [](const char* name, const QByteArray& text, int reason) {
            QTest::newRow(name) << text << reason;
        };
        row("twice", "{\"a\":1,\"b\":2,\"a\":1}", static_cast<int>(Reason::DuplicateKey));
        row("twice, once escaped", "{\"a\":1,\"\\u0061\":1}",
            static_cast<int>(Reason::DuplicateKey));
        row("twice, deep", "{\"x\":[{\"y\":{\"status\":\"final\",\"status\":\"amended\"}}]}",
            static_cast<int>(Reason::DuplicateKey));
        row("the same in siblings", "[{\"a\":1},{\"a\":1},{\"a\":{\"a\":1}}]", -1);
        row("alike at both ends", "{\"aaaaaaaaXbbbbbbbb\":1,\"aaaaaaaaYbbbbbbbb\":1}", -1);
        row("empty name twice", "{\"\":1,\"\":2}", static_cast<int>(Reason::DuplicateKey));
        row("escaped NUL", "[\"\\u0000\"]", static_cast<int>(Reason::NulCharacter));
        row("1e400", "[1e400]", static_cast<int>(Reason::NumberOutOfRange));
        row("1e-5000", "[1e-5000]", static_cast<int>(Reason::NumberOutOfRange));
        row("thousand digits", '[' + QByteArray(1001, '1') + ']',
            static_cast<int>(Reason::NumberOutOfRange));
        row("thirty digits", "[123456789012345678901234567890.12345678901234567890]", -1);
        row("-0.0E-7", "[-0.0E-7]", -1);
    }

    void flawsAreSeenThoughTheTextIsGrammatical() {
        QFETCH(QByteArray, text);
        QFETCH(int, reason);
        const Scanned out = scan(text);
        QVERIFY(!out.error);
        QCOMPARE(out.tape.flawed, reason >= 0);
        if (reason >= 0)
            QCOMPARE(static_cast<int>(out.tape.flaw.reason), reason);
    }

    void manyMembersAreCheckedToo() {
        QByteArray text = "{";
        for (int i = 0; i < 5000; ++i)
            text += "\"member number " + QByteArray::number(i) + " of many\":0,";
        QVERIFY(!scan(text + "\"last\":0}").tape.flawed);
        QVERIFY(scan(text + "\"member number 77 of many\":0}").tape.flawed);
    }

    // simdjson is written by others: where it takes a text, so must the scanner, and the other way
    // round.
    void simdjsonAgrees() {
        if (corpora().isEmpty())
            QSKIP("../shared/corpora is absent: set CHEVET_SHARED to run this");
        QDir folder(corpora() + QStringLiteral("/nasty/json/test_parsing"));
        simdjson::dom::parser parser;
        int compared = 0;
        for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = json::padded(file.readAll());
            if (!json::isUtf8(bytes) ||
                name.startsWith(QLatin1String("i_"))) // free by the standard
                continue;
            const simdjson::padded_string copy(bytes.constData(),
                                               static_cast<std::size_t>(bytes.size()));
            const bool theirs = parser.parse(copy).error() == simdjson::SUCCESS;
            QVERIFY2(theirs == !scan(bytes).error, qPrintable(name));
            ++compared;
        }
        QVERIFY(compared > 150);
    }

    // Entry boundaries are the same whatever the pieces a file comes in.
    void entriesAreFoundInPiecesOfAnySize() {
        const QByteArray text =
            "{\"resourceType\":\"Bundle\",\"x\":[\"entry\",{\"entry\":[9]}],\"entry\" : [ "
            "{\"a\":\"]}\\\"\\\\\"} , null,\"s,t\", [1,{\"b\":2}] ],\"type\":\"document\"}";
        const QByteArrayList wanted{"{\"a\":\"]}\\\"\\\\\"}", "null", "\"s,t\"", "[1,{\"b\":2}]"};
        for (qsizetype size = 1; size <= text.size(); ++size) {
            QByteArrayList entries;
            Limits limits;
            json::Splitter splitter(limits, [&](QByteArrayView entry, qint64, bool) {
                entries += entry.toByteArray().trimmed();
                return true;
            });
            for (qsizetype at = 0; at < text.size(); at += size)
                QVERIFY(splitter.feed(json::padded(text.mid(at, size))));
            QVERIFY(splitter.finish());
            QCOMPARE(entries, wanted);
            QCOMPARE(splitter.skeleton(),
                     QByteArray("{\"resourceType\":\"Bundle\",\"x\":[\"entry\",{\"entry\":[9]}],"
                                "\"entry\" : [],\"type\":\"document\"}"));
        }
    }

    void brokenListsAreRefused_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"{\"entry\":[{},]}", "{\"entry\":[{}{}]}", "{\"entry\":[,{}]}", "{\"entry\":[{]}}",
              "{\"entry\":[{}]", "{\"entry\":[{}]} x", "[{\"entry\":[]}]", "{\"entry\":[1 {}]}"})
            QTest::newRow(text) << QByteArray(text);
    }

    void brokenListsAreRefused() {
        QFETCH(QByteArray, text);
        Limits limits;
        json::Splitter splitter(limits, [](QByteArrayView, qint64, bool) { return true; });
        QVERIFY(!splitter.feed(json::padded(text)) || !splitter.finish());
    }

    void entriesTooLargeAreLeftOut() {
        Limits limits;
        limits.resourceBytes = 100;
        QList<bool> large;
        json::Splitter splitter(limits, [&](QByteArrayView, qint64, bool tooLarge) {
            large += tooLarge;
            return true;
        });
        const QByteArray text =
            "{\"entry\":[{\"a\":1},{\"b\":\"" + QByteArray(500, 'x') + "\"},{\"c\":3}]}";
        for (qsizetype at = 0; at < text.size(); at += 50)
            QVERIFY(splitter.feed(json::padded(text.mid(at, 50))));
        QVERIFY(splitter.finish());
        QCOMPARE(large, (QList<bool>{false, true, false}));
    }
};

QTEST_GUILESS_MAIN(TestImportJson)
#include "test_import_json.moc"
