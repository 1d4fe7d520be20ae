#pragma once
// The pipe between session/reader_client and the program chevet-reader. Frames both ways:
//   type (1 byte) · length of the payload (4 bytes, little endian) · payload
// Integers are little endian, sizes of pages IEEE doubles. Each side treats the other as hostile:
// the reader parses strangers' documents and may have been taken over by one. Nothing here throws.
//
//   request  Open    content of the document                      → Facts or Failure
//            Render  page u32, scale f64 (pixels per point)       → Image or Failure
//            Text    page u32                                     → PageText or Failure
//   reply    Facts   kind u8, flags u8, pages u32, then per page: width f64, height f64 (points)
//            Image   page u32, width u32, height u32, then width × height × 4 bytes R G B A, not
//            premultiplied PageText page u32, then UTF-8 Failure code u8, then UTF-8 for a
//            technician, in English
// One document per process: a second Open is a Failure.

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QSizeF>

namespace chevet::import::reader {

inline constexpr qint64 maximumDocument = 256LL << 20; // bytes
inline constexpr int maximumPages = 10'000;
inline constexpr int maximumSide = 8'192;           // pixels
inline constexpr qint64 maximumPixels = 24LL << 20; // per image: 96 MiB
inline constexpr qint64 maximumText = 4LL << 20;    // bytes of UTF-8 per page
inline constexpr qint64 maximumReply = 4 * maximumPixels + 64;
inline constexpr int headerBytes = 5;

enum class FrameType : quint8 {
    Open = 1,
    Render = 2,
    Text = 3,
    Facts = 17,
    Image = 18,
    PageText = 19,
    Failure = 20,
};

enum class DocumentKind : quint8 { Pdf = 1, Picture = 2, Text = 3 };

// Why a document, or one page of it, cannot be shown.
enum class Refusal : quint8 {
    Unsupported = 1, // none of the kinds we read
    Damaged = 2,
    Encrypted = 3, // needs a password
    TooLarge = 4,  // more bytes, pages or pixels than the limits above
    Empty = 5,
    NoSuchPage = 6,
    Protocol = 7, // the other side broke the rules of this file
};

struct Header {
    FrameType type = FrameType::Failure;
    quint32 length = 0;
};

struct Facts {
    DocumentKind kind = DocumentKind::Text;
    bool cut = false;    // text longer than the limit was cut
    QList<QSizeF> pages; // points (1/72 inch); a picture has 1 pixel per point
};

struct Image {
    quint32 page = 0;
    int width = 0, height = 0; // pixels
    QByteArray rgba;           // width × height × 4
};

struct PageText {
    quint32 page = 0;
    QString text;
};

struct Failure {
    Refusal refusal = Refusal::Protocol;
    QString detail;
};

struct RenderRequest {
    quint32 page = 0;
    double scale = 1.0;
};

// A header as read from the pipe; Malformed for an unknown type, LimitExceeded for a length that
// type may not have.
[[nodiscard]] base::Result<Header> decodeHeader(QByteArrayView bytes);

[[nodiscard]] QByteArray encodeFrame(FrameType type, QByteArrayView payload);
[[nodiscard]] QByteArray encodeHeader(FrameType type, quint32 length);
[[nodiscard]] QByteArray encode(const RenderRequest& request);
[[nodiscard]] QByteArray encodeTextRequest(quint32 page);
[[nodiscard]] QByteArray encode(const Facts& facts);
[[nodiscard]] QByteArray encode(const Image& image);
[[nodiscard]] QByteArray encode(const PageText& text);
[[nodiscard]] QByteArray encode(const Failure& failure);

// Payloads, without their header. Malformed when a field is missing, left over or out of range.
[[nodiscard]] base::Result<RenderRequest> decodeRender(QByteArrayView payload);
[[nodiscard]] base::Result<quint32> decodeTextRequest(QByteArrayView payload);
[[nodiscard]] base::Result<Facts> decodeFacts(QByteArrayView payload);
[[nodiscard]] base::Result<Image> decodeImage(QByteArrayView payload);
[[nodiscard]] base::Result<PageText> decodeText(QByteArrayView payload);
[[nodiscard]] base::Result<Failure> decodeFailure(QByteArrayView payload);

// Pixels of a page at a scale, rounded up and brought down to the limits, keeping the proportions.
[[nodiscard]] QSize pixelsOf(QSizeF points, double scale);

[[nodiscard]] const char* refusalName(Refusal refusal) noexcept; // stable English identifier

} // namespace chevet::import::reader
