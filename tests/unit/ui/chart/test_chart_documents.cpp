// What was written, read on screen: notes in tabs, text in files, pages of the isolated reader.

#include "ui/pages/chart/document_viewer.h"
#include "ui/viewmodels/chart_note.h"
#include "ui/viewmodels/document_reader.h"
#include "ui/viewmodels/document_texts.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"
#include "unit/ui/chart/chart_door.h"

#include <QFile>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using tests::ChartDoor;
using viewmodels::DocumentReader;
using viewmodels::DocumentView;
using viewmodels::NoteSection;

namespace {

QByteArray fixture(const char* name) {
    QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/documents/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", name);
    return file.readAll();
}

QString reader() {
    return QStringLiteral(CHEVET_BIN_DIR "/chevet-reader");
}

const QByteArray soap = "SUBJECTIF\nVa mieux.\n\nOBJECTIF\nTA 120/80.\n\nÉVALUATION ET PLAN\n"
                        "1. Asthme, stable.\n";

struct Bench {
    Bench()
        : door(std::make_shared<ChartDoor>())
        , async(door)
        , model(async, ChartDoor::key())
        , viewer(model) {
        viewer.resize(800, 600);
    }
    DocumentView file(const char* type, const QByteArray& bytes, int files = 1) {
        DocumentView item;
        item.reference = QStringLiteral("DocumentReference/d");
        item.title = QStringLiteral("Lettre");
        for (int i = 0; i < files; ++i) {
            viewmodels::Attachment attachment;
            attachment.contentType = QString::fromLatin1(type);
            attachment.blobId = QStringLiteral("b%1").arg(i);
            door->blobs.insert(attachment.blobId, bytes + QByteArray::number(i));
            item.attachments << attachment;
        }
        return item;
    }
    [[nodiscard]] QString text() const {
        return viewer.findChild<widgets::SafeReader*>()->toPlainText();
    }
    [[nodiscard]] QString everyWord() const {
        QStringList words;
        for (const auto* label : viewer.findChildren<widgets::Text*>())
            if (label->isVisibleTo(&viewer))
                words << label->text();
        return words.join(u'\n');
    }
    std::shared_ptr<ChartDoor> door;
    viewmodels::AsyncDoor async;
    viewmodels::ChartModel model;
    pages::DocumentViewer viewer;
};

} // namespace

class TestChartDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::instance().install(); }

    void aNoteOpensAtItsPlan() {
        DocumentView note;
        note.sections = viewmodels::splitText(soap, {}, &note.opensAt);
        QCOMPARE(note.sections.size(), 3);
        QCOMPARE(note.opensAt, 2);
        const auto tabs = viewmodels::tabSections(note);
        QCOMPARE(tabs.first().title, QStringLiteral("Évaluation et plan"));
        QVERIFY(tabs.first().text.contains(QStringLiteral("Asthme")));
        QCOMPARE(tabs.last().title, QStringLiteral("Tout"));
        for (const char* part : {"Va mieux", "120/80", "Asthme"})
            QVERIFY(tabs.last().html.contains(QLatin1String(part)));
    }

    void aNoteWithoutHeadingsHasNoTabs() {
        DocumentView note;
        note.text = QStringLiteral("Vue brièvement.");
        QCOMPARE(viewmodels::tabSections(note).size(), 1);
        QCOMPARE(viewmodels::tabSections({}).first().text, QStringLiteral("Note sans texte"));
    }

    void charsetsAreHeeded() {
        const QByteArray latin("R\xE9sum\xE9");
        QVERIFY(viewmodels::wholeHtml(
                    viewmodels::splitText(latin, QStringLiteral("iso-8859-1"), nullptr))
                    .contains(QStringLiteral("Résumé")));
        QVERIFY(!viewmodels::htmlOf("<p>a</p><script>b</script><img src=x onerror=c>", {})
                     .contains(QStringLiteral("script")));
    }

    void textIsReadInPlace() {
        Bench bench;
        bench.viewer.show(bench.file("text/plain", soap));
        QTRY_VERIFY(bench.text().contains(QStringLiteral("Va mieux.")));
        bench.viewer.setWords(QStringLiteral("asthme"));
        QCOMPARE(bench.viewer.passages(), 1);
    }

    void everyFileOfADocumentCanBeReached() {
        Bench bench;
        bench.viewer.show(bench.file("text/plain", "Fichier ", 2));
        QTRY_VERIFY(bench.text().contains(QStringLiteral("Fichier 0")));
        QAbstractButton* second = nullptr;
        for (auto* parts : bench.viewer.findChildren<widgets::Segmented*>())
            if (parts->accessibleName() == QStringLiteral("Fichiers du document"))
                second = parts->findChildren<QAbstractButton*>().at(1);
        QVERIFY(second);
        second->click();
        QTRY_VERIFY(bench.text().contains(QStringLiteral("Fichier 1")));
    }

    void anAddressIsNeverFollowed() {
        Bench bench;
        DocumentView item;
        item.reference = QStringLiteral("DocumentReference/d");
        item.attachments << viewmodels::Attachment{};
        item.attachments.first().url = QStringLiteral("http://exemple.invalid/a.pdf");
        bench.viewer.show(item);
        QVERIFY(bench.everyWord().contains(QStringLiteral("jamais suivie")));
        QVERIFY(bench.everyWord().contains(QStringLiteral("fichier intact")));
    }

    void aLostFileIsNoAlarm() {
        Bench bench;
        DocumentView item = bench.file("application/pdf", "x");
        bench.door->blobs.clear();
        bench.viewer.show(item);
        QTRY_VERIFY(bench.everyWord().contains(QStringLiteral("pas pu être lu")));
    }

    void pagesComeAsImages() {
        if (!QFile::exists(reader()))
            QSKIP("chevet-reader is not built");
        DocumentReader pages(nullptr, reader());
        QSignalSpy opened(&pages, &DocumentReader::opened);
        QSignalSpy ready(&pages, &DocumentReader::pageReady);
        QSignalSpy text(&pages, &DocumentReader::textRead);
        pages.open(fixture("letter.pdf"), 600);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), 20000);
        QCOMPARE(ready.first().at(1).value<QImage>().width(), 600);
        pages.readText();
        QTRY_COMPARE_WITH_TIMEOUT(text.size(), 1, 20000);
    }

    // The text of every PDF, one after the other; one that cannot be read stops nothing.
    void theTextOfFilesIsSearched() {
        if (!QFile::exists(reader()))
            QSKIP("chevet-reader is not built");
        Bench bench;
        viewmodels::DocumentTexts texts(bench.model, reader());
        QList<DocumentView> documents;
        for (const char* name : {"no-pages.pdf", "letter.pdf"}) {
            DocumentView item = bench.file("application/pdf", {});
            item.reference = QString::fromLatin1(name);
            item.attachments.first().blobId = item.reference;
            bench.door->blobs.insert(item.reference, fixture(name));
            documents << item;
        }
        texts.want(documents);
        QTRY_VERIFY_WITH_TIMEOUT(!texts.isReading(), 30000);
        QVERIFY(texts.textOf(QStringLiteral("no-pages.pdf")).isEmpty());
        const QString text = texts.textOf(QStringLiteral("letter.pdf"));
        QVERIFY(text.size() > 10);
        const QString word = text.section(u' ', 2, 2);
        QVERIFY(viewmodels::DocumentTexts::passage(text, word.toUpper()).contains(word));
        QVERIFY(viewmodels::DocumentTexts::passage(text, QStringLiteral("zzzz")).isEmpty());
    }

    void aQuotedPassageKeepsWholeWords() {
        const QString text = QStringLiteral("La protéinurie progresse lentement malgré le "
                                            "mycophénolate à pleine dose, sans signe extra-rénal.");
        const QString quoted =
            viewmodels::DocumentTexts::passage(text, QStringLiteral("mycophénolate"));
        QVERIFY2(quoted.startsWith(u'…') && quoted.contains(QStringLiteral("malgré le mycoph")),
                 qPrintable(quoted));
    }

    void whatCannotBePaintedSaysWhy_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("password") << fixture("encrypted.pdf") << "mot de passe";
        QTest::newRow("no pages") << fixture("no-pages.pdf") << "endommagé";
        QTest::newRow("not a document") << QByteArray("\x01\x02\x03\x04") << "";
    }

    void whatCannotBePaintedSaysWhy() {
        if (!QFile::exists(reader()))
            QSKIP("chevet-reader is not built");
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        DocumentReader pages(nullptr, reader());
        QSignalSpy failed(&pages, &DocumentReader::failed);
        pages.open(bytes, 600);
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 20000);
        QVERIFY2(failed.first().first().toString().contains(why),
                 qPrintable(failed.first().first().toString()));
    }
};

QTEST_MAIN(TestChartDocuments)
#include "test_chart_documents.moc"
