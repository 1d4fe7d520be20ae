#include "import/pdf/document.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <array>
#include <cstring>

namespace chevet::import::pdf {
namespace {

using reader::Refusal;

struct Magic {
    QByteArrayView bytes;
    const char* format; // Qt's name; the others it knows (SVG, icons …) are not read
};

constexpr int allocationMegabytes = 256;
constexpr int maximumFrames = 500; // pages of a TIFF

const std::array<Magic, 7>& magics() {
    static const std::array<Magic, 7> known{{
        {QByteArrayView("\x89PNG\r\n\x1a\n", 8), "png"},
        {QByteArrayView("\xff\xd8\xff", 3), "jpeg"},
        {QByteArrayView("GIF87a", 6), "gif"},
        {QByteArrayView("GIF89a", 6), "gif"},
        {QByteArrayView("II*\0", 4), "tiff"},
        {QByteArrayView("MM\0*", 4), "tiff"},
        {QByteArrayView("BM", 2), "bmp"},
    }};
    return known;
}

const char* formatOf(QByteArrayView content) {
    for (const Magic& magic : magics())
        if (content.startsWith(magic.bytes))
            return magic.format;
    return nullptr;
}

class PictureDocument final : public Document {
public:
    explicit PictureDocument(const QByteArray& content)
        : m_content(content) {}

    // Reads the header of every frame; the pixels are decoded when asked for.
    [[nodiscard]] Outcome<void> open() {
        QBuffer buffer(&m_content);
        QImageReader source(&buffer, formatOf(m_content));
        configure(source);
        if (!source.canRead())
            return refuse(QImageReader::supportedImageFormats().contains(formatOf(m_content))
                              ? Refusal::Damaged
                              : Refusal::Unsupported,
                          "the picture does not open");
        const int frames = isTiff() ? std::clamp(source.imageCount(), 1, maximumFrames) : 1;
        for (int frame = 0; frame < frames; ++frame) {
            if (frame > 0 && !source.jumpToImage(frame))
                break;
            QSize size = source.size();
            if (source.transformation() & QImageIOHandler::TransformationRotate90)
                size.transpose();
            if (size.isEmpty())
                return refuse(Refusal::Damaged, "the picture has no size");
            if (qint64(size.width()) * size.height() > 4 * reader::maximumPixels)
                return refuse(Refusal::TooLarge, "pixels");
            m_sizes.append(size);
        }
        return {};
    }

    [[nodiscard]] reader::Facts facts() const override {
        return {reader::DocumentKind::Picture, false, m_sizes};
    }

    [[nodiscard]] Outcome<reader::Image> render(quint32 page, double scale) override {
        QBuffer buffer(&m_content);
        QImageReader source(&buffer, formatOf(m_content));
        configure(source);
        if (page > 0 && !source.jumpToImage(static_cast<int>(page)))
            return refuse(Refusal::Damaged, "the picture does not open");
        QImage image = source.read();
        if (image.isNull())
            return refuse(Refusal::Damaged, "the picture does not decode");
        const QSize pixels = reader::pixelsOf(m_sizes.at(page), scale);
        if (image.size() != pixels)
            image = image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        image.convertTo(QImage::Format_RGBA8888);
        if (image.isNull())
            return refuse(Refusal::TooLarge, "memory");
        QByteArray rgba;
        rgba.reserve(4 * qsizetype(pixels.width()) * pixels.height());
        for (int y = 0; y < image.height(); ++y)
            rgba.append(reinterpret_cast<const char*>(image.constScanLine(y)),
                        4 * qsizetype(image.width()));
        return reader::Image{page, pixels.width(), pixels.height(), rgba};
    }

    [[nodiscard]] Outcome<reader::PageText> text(quint32 page) override {
        return reader::PageText{page, {}};
    }

private:
    [[nodiscard]] bool isTiff() const { return std::strcmp(formatOf(m_content), "tiff") == 0; }

    static void configure(QImageReader& source) {
        source.setAutoDetectImageFormat(false);
        source.setAutoTransform(true); // a photograph taken sideways is shown upright
        QImageReader::setAllocationLimit(allocationMegabytes);
    }

    QByteArray m_content;
    QList<QSizeF> m_sizes;
};

} // namespace

bool looksLikePicture(QByteArrayView content) {
    return formatOf(content) != nullptr;
}

Outcome<std::unique_ptr<Document>> openPicture(const QByteArray& content) {
    auto document = std::make_unique<PictureDocument>(content);
    if (auto opened = document->open(); !opened)
        return std::unexpected(opened.error());
    return document;
}

void warmUp() {
    // Asking for the list loads every picture plugin.
    const auto formats = QImageReader::supportedImageFormats();
    for (const Magic& magic : magics()) {
        QBuffer nothing;
        nothing.open(QIODevice::ReadOnly);
        if (formats.contains(magic.format))
            (void)QImageReader(&nothing, magic.format).canRead();
    }
}

} // namespace chevet::import::pdf
