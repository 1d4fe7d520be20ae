#include "import/pdf/document.h"

#include <QBuffer>
#include <QImage>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

#include <cmath>

namespace chevet::import::pdf {
namespace {

using reader::Refusal;

class PdfDocument final : public Document {
public:
    explicit PdfDocument(const QByteArray& content) {
        m_content.setData(content);
        m_content.open(QIODevice::ReadOnly);
        m_pdf.load(&m_content);
    }

    [[nodiscard]] QPdfDocument::Error error() const { return m_pdf.error(); }
    [[nodiscard]] bool isReady() const { return m_pdf.status() == QPdfDocument::Status::Ready; }
    [[nodiscard]] int pageCount() const { return m_pdf.pageCount(); }

    [[nodiscard]] reader::Facts facts() const override {
        reader::Facts facts{reader::DocumentKind::Pdf, false, {}};
        for (int page = 0; page < m_pdf.pageCount(); ++page)
            facts.pages.append(sizeOf(page));
        return facts;
    }

    [[nodiscard]] Outcome<reader::Image> render(quint32 page, double scale) override {
        const auto number = static_cast<int>(page);
        const QSize pixels = reader::pixelsOf(sizeOf(number), scale);
        QPdfDocumentRenderOptions options;
        options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
        const QImage drawn = m_pdf.render(number, pixels, options);
        if (drawn.isNull() || drawn.format() != QImage::Format_ARGB32)
            return refuse(Refusal::Damaged, "the page does not draw");
        return reader::Image{page, pixels.width(), pixels.height(), onWhite(drawn)};
    }

    [[nodiscard]] Outcome<reader::PageText> text(quint32 page) override {
        return reader::PageText{page, m_pdf.getAllText(static_cast<int>(page)).text()};
    }

private:
    // A page without a usable size is given a letter's, so that it can at least be tried.
    [[nodiscard]] QSizeF sizeOf(int page) const {
        const QSizeF size = m_pdf.pagePointSize(page);
        const auto usable = [](double side) {
            return std::isfinite(side) && side > 0 && side < 1e7;
        };
        return usable(size.width()) && usable(size.height()) ? size : QSizeF(612, 792);
    }

    // By hand, because QImage's conversions use threads. PDFium draws BGRA without premultiplying.
    static QByteArray onWhite(const QImage& image) {
        QByteArray rgba(4 * qsizetype(image.width()) * image.height(), Qt::Uninitialized);
        auto* out = reinterpret_cast<uchar*>(rgba.data());
        for (int y = 0; y < image.height(); ++y) {
            const auto* in = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x, ++in, out += 4) {
                const int alpha = qAlpha(*in);
                const auto over = [alpha](int channel) {
                    return static_cast<uchar>(255 + (channel - 255) * alpha / 255);
                };
                out[0] = over(qRed(*in));
                out[1] = over(qGreen(*in));
                out[2] = over(qBlue(*in));
                out[3] = 255;
            }
        }
        return rgba;
    }

    QBuffer m_content; // before m_pdf: it reads from it until it is destroyed
    QPdfDocument m_pdf;
};

Refusal refusalFor(QPdfDocument::Error error) {
    switch (error) {
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return Refusal::Encrypted;
    default:
        return Refusal::Damaged;
    }
}

} // namespace

bool looksLikePdf(QByteArrayView content) {
    // Readers accept rubbish before the header, within the first kilobyte.
    return content.first(std::min<qsizetype>(content.size(), 1024)).contains("%PDF-");
}

Outcome<std::unique_ptr<Document>> openPdf(const QByteArray& content) {
    auto document = std::make_unique<PdfDocument>(content);
    if (!document->isReady())
        return refuse(refusalFor(document->error()), "the PDF does not open");
    if (document->pageCount() <= 0)
        return refuse(Refusal::Empty, "the PDF has no page");
    if (document->pageCount() > reader::maximumPages)
        return refuse(Refusal::TooLarge, "pages");
    return document;
}

} // namespace chevet::import::pdf
