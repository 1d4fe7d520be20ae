// Documents as pages and text, without the process around them.
#include "import/pdf/document.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QTest>

namespace pdf = chevet::import::pdf;
namespace reader = chevet::import::reader;

namespace {

QByteArray fixture(const char* name) {
    QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/documents/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", name);
    return file.readAll();
}

QByteArray picture(const char* format, QSize size = {40, 30}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(qRgb(200, 30, 30));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class ReaderDocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLetterHasItsPagesAndItsWords() {
        auto document = pdf::openDocument(fixture("letter.pdf"));
        QVERIFY(document);
        const reader::Facts facts = (*document)->facts();
        QCOMPARE(facts.kind, reader::DocumentKind::Pdf);
        QCOMPARE(facts.pages, (QList<QSizeF>{{612, 792}, {612, 792}}));
        const auto text = (*document)->text(1);
        QVERIFY(text);
        QVERIFY(text->text.contains(QStringLiteral("Néphrite lupique")));
    }

    void aPageIsDrawnOnWhiteWithInk() {
        auto document = pdf::openDocument(fixture("letter.pdf"));
        QVERIFY(document);
        const auto image = (*document)->render(0, 0.5);
        QVERIFY(image);
        QCOMPARE(QSize(image->width, image->height), QSize(306, 396));
        QCOMPARE(image->rgba.size(), 306 * 396 * 4);
        QCOMPARE(image->rgba.first(4).toHex(), QByteArray("ffffffff"));
        const auto dark = [&image](qsizetype pixel) {
            return static_cast<uchar>(image->rgba[4 * pixel]) < 100;
        };
        int ink = 0;
        for (qsizetype pixel = 0; pixel < 306 * 396; ++pixel)
            ink += dark(pixel);
        QVERIFY2(ink > 30, qPrintable(QString::number(ink)));
    }

    void everyRefusalHasItsReason_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("refusal");
        const auto row = [](const char* name, const QByteArray& content, reader::Refusal refusal) {
            QTest::newRow(name) << content << int(refusal);
        };
        row("empty", {}, reader::Refusal::Empty);
        row("password", fixture("encrypted.pdf"), reader::Refusal::Encrypted);
        row("only a header", "%PDF-1.4\n%%EOF\n", reader::Refusal::Damaged);
        row("no pages", fixture("no-pages.pdf"), reader::Refusal::Damaged);
        row("binary",
            QByteArray("\x7f"
                       "ELF\2\1\1\0\0\0\0\0\0\0",
                       14),
            reader::Refusal::Unsupported);
        row("half a PNG header", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), reader::Refusal::Damaged);
        row("picture of 30000 × 30000",
            QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200007530000075300802000000e9456fed"
                                "000000004944415435af061e"),
            reader::Refusal::TooLarge);
    }
    void everyRefusalHasItsReason() {
        QFETCH(QByteArray, content);
        QFETCH(int, refusal);
        const auto document = pdf::openDocument(content);
        QVERIFY(!document);
        QCOMPARE(int(document.error().refusal), refusal);
    }

    void aHugePageStaysWithinTheLimits() {
        auto document = pdf::openDocument(fixture("huge-page.pdf"));
        QVERIFY(document);
        const auto image = (*document)->render(0, 4.0);
        QVERIFY(image);
        QVERIFY(qint64(image->width) * image->height <= reader::maximumPixels);
    }

    void picturesOfEveryKindAreOnePage_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"png", "jpeg", "bmp", "tiff"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void picturesOfEveryKindAreOnePage() {
        QFETCH(QString, format);
        const QByteArray bytes = picture(format.toLatin1().constData());
        QVERIFY2(!bytes.isEmpty(), "the picture plugin is not installed");
        auto document = pdf::openDocument(bytes);
        QVERIFY(document);
        QCOMPARE((*document)->facts().kind, reader::DocumentKind::Picture);
        QCOMPARE((*document)->facts().pages, (QList<QSizeF>{{40, 30}}));
        const auto image = (*document)->render(0, 2.0);
        QVERIFY(image);
        QCOMPARE(QSize(image->width, image->height), QSize(80, 60));
        QVERIFY(static_cast<uchar>(image->rgba[0]) > 180 &&
                static_cast<uchar>(image->rgba[1]) < 60);
    }

    void textComesInTheEncodingItWasWritten() {
        const QString words = QStringLiteral("Prélèvement à jeun, créatinine élevée");
        QByteArray utf16("\xff\xfe");
        for (QChar c : words)
            utf16.append(char(c.unicode() & 0xff)).append(char(c.unicode() >> 8));
        for (const QByteArray& bytes : {words.toUtf8(), words.toLatin1(), utf16}) {
            auto document = pdf::openDocument(bytes);
            QVERIFY(document);
            QCOMPARE((*document)->facts().kind, reader::DocumentKind::Text);
            QCOMPARE((*document)->text(0)->text, words);
        }
    }

    void aLongTextIsCutAndSaysSo() {
        auto document = pdf::openDocument(QByteArray(3 << 20, 'a') + "fin");
        QVERIFY(document);
        QVERIFY((*document)->facts().cut);
        QVERIFY(!(*document)->text(0)->text.contains(QStringLiteral("fin")));
    }
};

QTEST_MAIN(ReaderDocumentTest)
#include "reader_document_test.moc"
