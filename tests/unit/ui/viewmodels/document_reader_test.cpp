// A document as page images from the isolated reader: pages in order, batches, and a reason in
// words for what cannot be painted.

#include "ui/viewmodels/document_reader.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using viewmodels::DocumentReader;

namespace {

QByteArray pdf(int pages) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, 2000, 2000, Qt::black);
    }
    painter.end();
    return bytes;
}

} // namespace

class TestDocumentReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        // The client looks beside the running program; the tests stand beside the programs.
        const QString beside =
            QCoreApplication::applicationDirPath() + QStringLiteral("/chevet-reader");
        if (!QFile::exists(beside))
            QVERIFY(QFile::link(QStringLiteral(CHEVET_BIN_DIR "/chevet-reader"), beside));
    }

    void pagesComeInOrderAtTheWidthAsked() {
        DocumentReader reader;
        QSignalSpy opened(&reader, &DocumentReader::opened),
            failed(&reader, &DocumentReader::failed);
        QList<int> order;
        QSize size;
        bool dark = false;
        connect(&reader, &DocumentReader::pageReady, this, [&](int page, const QImage& image) {
            order << page;
            size = image.size();
            dark = image.pixelColor(60, 60).lightness() < 20;
        });
        reader.open(pdf(3), 612);
        QTRY_COMPARE_WITH_TIMEOUT(order, QList<int>({0, 1, 2}), 30'000);
        QCOMPARE(opened.value(0).value(0).toInt(), 3);
        QVERIFY(qAbs(size.width() - 612) <= 1);
        QVERIFY(qAbs(size.height() - 792) <= 1);
        QVERIFY(dark);
        QCOMPARE(failed.count(), 0);
    }

    void aLongDocumentComesInBatches() {
        DocumentReader reader;
        QSignalSpy pages(&reader, &DocumentReader::pageReady);
        reader.open(pdf(DocumentReader::mostPages + 3), 100);
        QTRY_COMPARE_WITH_TIMEOUT(pages.count(), DocumentReader::mostPages, 30'000);
        QTest::qWait(50);
        QCOMPARE(pages.count(), DocumentReader::mostPages);
        reader.more();
        QTRY_COMPARE_WITH_TIMEOUT(pages.count(), DocumentReader::mostPages + 3, 30'000);
    }

    void whatCannotBePaintedSaysWhy() {
        DocumentReader reader;
        QSignalSpy failed(&reader, &DocumentReader::failed),
            pages(&reader, &DocumentReader::pageReady);
        reader.open(pdf(1).first(200), 600);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
        QVERIFY(failed.value(0).value(0).toString().contains(u"endommagé"));
        reader.open(pdf(1), 600); // the next document is not touched by it
        QTRY_COMPARE_WITH_TIMEOUT(pages.count(), 1, 30'000);
        reader.close();
    }
};

QTEST_MAIN(TestDocumentReader)
#include "document_reader_test.moc"
