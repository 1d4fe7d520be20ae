// A note as FHIR: what is typed comes back as it was typed, and any reader of XHTML can read it.

#include "record/narrative.h"
#include "record/note_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

using namespace chevet::record;

namespace {

NewNote noteOf(const QList<WrittenSection>& sections) {
    NewNote note;
    note.id = QStringLiteral("n1");
    note.patientId = QStringLiteral("p1");
    note.authorId = QStringLiteral("00000000-0000-4000-8000-000000000001");
    note.authorName = QStringLiteral("Dre Maude Lachance");
    note.at = QDateTime({2026, 11, 26}, {9, 5}, QTimeZone("America/Toronto"));
    note.sections = sections;
    return note;
}

QJsonObject json(const NewNote& note) {
    return QJsonDocument::fromJson(composeNote(note)).object();
}

} // namespace

class TestNoteWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedComesBack_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "Tousse depuis 3 jours.";
        QTest::newRow("lines") << "TA 120/80\nPouls 72\n\nAuscultation normale.";
        QTest::newRow("signs") << "RNI < 2 & > 3 \"au réveil\" <b>";
        QTest::newRow("script") << "<script>alert(1)</script>";
        QTest::newRow("other alphabets") << "Ελένη, 患者, 🙂 é̀";
    }
    void whatIsTypedComesBack() {
        QFETCH(QString, text);
        const QString div =
            json(noteOf({{QStringLiteral("plan"), {}, text}}))[u"section"][0][u"text"][u"div"]
                .toString();
        QXmlStreamReader xml(div);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(narrativeText(div),
                 QString(text).replace(QLatin1String("\n\n"), QLatin1String("\n")));
        QCOMPARE(div.count(QLatin1String("<br/>")), text.count(u'\n')); // blank lines too
    }

    void controlCharactersAreLeftOut() {
        const QString text =
            QStringLiteral("avant") + QChar(0x08) + QChar(0) + QStringLiteral("après\tfin");
        const QString div =
            json(noteOf({{{}, {}, text}}))[u"section"][0][u"text"][u"div"].toString();
        QVERIFY(div.contains(QStringLiteral("avantaprès\tfin")));
    }

    void emptySectionsAreLeftOut() {
        const NewNote note = noteOf({{QStringLiteral("reason"), {}, QStringLiteral(" \n")},
                                     {QStringLiteral("plan"), {}, QStringLiteral("repos")}});
        QVERIFY(saysSomething(note));
        QCOMPARE(json(note)[u"section"].toArray().size(), 1);
        QCOMPARE(json(note)[u"section"][0][u"title"].toString(), QStringLiteral("Plan"));
        QVERIFY(!saysSomething(noteOf({{QStringLiteral("plan"), {}, QStringLiteral("\t")}})));
    }

    void theDateCarriesItsOffset() {
        QCOMPARE(json(noteOf({}))[u"date"].toString(), QStringLiteral("2026-11-26T09:05:00-05:00"));
    }

    void everyPartHasItsCode() {
        QSet<QString> codes;
        for (const NotePart& part : noteParts())
            codes += QString::fromUtf16(part.loinc);
        QCOMPARE(codes.size(), qsizetype(noteParts().size()));
    }

    void typedTextIsSplitAtItsHeadings() {
        const auto sections =
            sectionsOf(QStringLiteral("Suivi annuel.\nObjectif : TA 120/80\nPLAN\nRevoir en mai."));
        QCOMPARE(sections.size(), 3);
        QCOMPARE(sections[0].text, QStringLiteral("Suivi annuel."));
        QVERIFY(sections[0].kind.isEmpty());
        QCOMPARE(sections[1].kind, QStringLiteral("objective"));
        QCOMPARE(sections[1].text, QStringLiteral("TA 120/80"));
        QCOMPARE(sections[2].kind, QStringLiteral("plan"));
    }
};

QTEST_GUILESS_MAIN(TestNoteWriter)
#include "test_note_writer.moc"
