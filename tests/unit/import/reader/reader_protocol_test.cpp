// The pipe to the document reader: what one side encodes the other decodes; what neither would send
// is refused by name.
#include "import/reader/protocol.h"

#include <QTest>

#include <limits>

namespace reader = chevet::import::reader;
using chevet::base::ErrorCode;

namespace {
QByteArray payloadOf(const QByteArray& frame) {
    return frame.sliced(reader::headerBytes);
}
QByteArray headerOf(const QByteArray& frame) {
    return frame.first(reader::headerBytes);
}
} // namespace

class ReaderProtocolTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void framesSayTheirTypeAndLength() {
        const QByteArray frame = reader::encodeFrame(reader::FrameType::Open, "abc");
        QCOMPARE(frame.toHex(), QByteArray("0103000000616263"));
        const auto header = reader::decodeHeader(headerOf(frame));
        QVERIFY(header);
        QCOMPARE(header->type, reader::FrameType::Open);
        QCOMPARE(header->length, 3u);
    }

    void everyMessageComesBack() {
        const auto request = reader::decodeRender(payloadOf(encode(reader::RenderRequest{7, 1.5})));
        QVERIFY(request);
        QCOMPARE(request->page, 7u);
        QCOMPARE(request->scale, 1.5);
        QCOMPARE(*reader::decodeTextRequest(payloadOf(reader::encodeTextRequest(9))), 9u);

        const reader::Facts facts{reader::DocumentKind::Pdf, true, {{612, 792}, {100.5, 20}}};
        const auto same = reader::decodeFacts(payloadOf(encode(facts)));
        QVERIFY(same);
        QCOMPARE(same->kind, facts.kind);
        QCOMPARE(same->cut, true);
        QCOMPARE(same->pages, facts.pages);

        const reader::Image image{1, 2, 1, QByteArray("\1\2\3\4\5\6\7\10", 8)};
        const auto drawn = reader::decodeImage(payloadOf(encode(image)));
        QVERIFY(drawn);
        QCOMPARE(drawn->rgba, image.rgba);
        QCOMPARE(QSize(drawn->width, drawn->height), QSize(2, 1));

        const auto text = reader::decodeText(
            payloadOf(encode(reader::PageText{3, QStringLiteral("Évaluation « et » plan")})));
        QVERIFY(text);
        QCOMPARE(text->text, QStringLiteral("Évaluation « et » plan"));

        const auto failure = reader::decodeFailure(
            payloadOf(encode(reader::Failure{reader::Refusal::Encrypted, QStringLiteral("x")})));
        QVERIFY(failure);
        QCOMPARE(failure->refusal, reader::Refusal::Encrypted);
    }

    void aHeaderMayNotPromiseMoreThanItsTypeHolds_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, quint8 type, quint32 length, ErrorCode code) {
            QTest::newRow(name) << reader::encodeHeader(static_cast<reader::FrameType>(type),
                                                        length)
                                << int(code);
        };
        row("unknown type", 99, 0, ErrorCode::Malformed);
        row("type zero", 0, 0, ErrorCode::Malformed);
        row("render longer than its fields", 2, 13, ErrorCode::LimitExceeded);
        row("four gigabytes of document", 1, 0xffffffff, ErrorCode::LimitExceeded);
        row("image above the pixels allowed", 18, 0x7fffffff, ErrorCode::LimitExceeded);
        QTest::newRow("short") << QByteArray("\1\0\0", 3) << int(ErrorCode::Malformed);
    }
    void aHeaderMayNotPromiseMoreThanItsTypeHolds() {
        QFETCH(QByteArray, header);
        QFETCH(int, code);
        const auto decoded = reader::decodeHeader(header);
        QVERIFY(!decoded);
        QCOMPARE(int(decoded.error().code), code);
    }

    void everyPrefixOfAMessageIsRefused() {
        const QByteArray facts =
            payloadOf(encode(reader::Facts{reader::DocumentKind::Pdf, false, {{10, 10}}}));
        for (qsizetype size = 0; size < facts.size(); ++size)
            QVERIFY2(!reader::decodeFacts(facts.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!reader::decodeFacts(QByteArray(facts + 'x')));
        const QByteArray image = payloadOf(encode(reader::Image{0, 1, 1, QByteArray(4, 'x')}));
        for (qsizetype size = 0; size < image.size(); ++size)
            QVERIFY2(!reader::decodeImage(image.first(size)), qPrintable(QString::number(size)));
    }

    void sizesThatAreNoSizesAreRefused() {
        for (double bad : {0.0, -1.0, 1e9, std::numeric_limits<double>::infinity(),
                           std::numeric_limits<double>::quiet_NaN()}) {
            QVERIFY(!reader::decodeFacts(
                payloadOf(encode(reader::Facts{reader::DocumentKind::Pdf, false, {{bad, 10}}}))));
            QVERIFY(!reader::decodeRender(payloadOf(encode(reader::RenderRequest{0, bad}))));
        }
        QVERIFY(!reader::decodeFacts(
            payloadOf(encode(reader::Facts{reader::DocumentKind::Pdf, false, {}}))));
    }

    void aPageIsBroughtDownToTheLimits() {
        QCOMPARE(reader::pixelsOf({612, 792}, 1.0), QSize(612, 792));
        QCOMPARE(reader::pixelsOf({612, 792}, 1.5), QSize(918, 1188));
        for (QSizeF page : {QSizeF(1e6, 1e6), QSizeF(1e6, 1), QSizeF(0.001, 5000)}) {
            const QSize pixels = reader::pixelsOf(page, 4.0);
            QVERIFY(pixels.width() >= 1 && pixels.height() >= 1);
            QVERIFY(pixels.width() <= reader::maximumSide &&
                    pixels.height() <= reader::maximumSide);
            QVERIFY(qint64(pixels.width()) * pixels.height() <= reader::maximumPixels);
        }
    }
};

QTEST_APPLESS_MAIN(ReaderProtocolTest)
#include "reader_protocol_test.moc"
