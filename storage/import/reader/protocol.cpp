#include "import/reader/protocol.h"

#include <QtEndian>

#include <bit>
#include <cmath>

namespace chevet::import::reader {
namespace {

using base::ErrorCode;
using base::fail;

std::unexpected<base::Error> malformed(const char* what) {
    return fail(ErrorCode::Malformed, QStringLiteral("reader protocol"), QString::fromLatin1(what));
}

void put(QByteArray& out, quint32 value) {
    value = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(QByteArray& out, double value) {
    const auto bits = qToLittleEndian(std::bit_cast<quint64>(value));
    out.append(reinterpret_cast<const char*>(&bits), sizeof bits);
}

// Takes fields off the front of a payload; once one was missing, all that follow are.
class Fields {
public:
    explicit Fields(QByteArrayView bytes)
        : m_rest(bytes) {}

    quint8 byte() { return take(1) ? static_cast<quint8>(m_taken.front()) : quint8{0}; }
    quint32 number() { return take(4) ? qFromLittleEndian<quint32>(m_taken.data()) : 0; }
    double real() {
        return take(8) ? std::bit_cast<double>(qFromLittleEndian<quint64>(m_taken.data())) : 0.0;
    }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }
    [[nodiscard]] bool complete() const { return m_good; }
    [[nodiscard]] bool finished() const { return m_good && m_rest.isEmpty(); }

private:
    bool take(qsizetype count) {
        m_good = m_good && m_rest.size() >= count;
        if (!m_good)
            return false;
        m_taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return true;
    }

    QByteArrayView m_rest, m_taken;
    bool m_good = true;
};

qint64 longest(FrameType type) {
    switch (type) {
    case FrameType::Open:
        return maximumDocument;
    case FrameType::Render:
        return 12;
    case FrameType::Text:
        return 4;
    case FrameType::Facts:
        return 6 + 16LL * maximumPages;
    case FrameType::Image:
        return 12 + 4 * maximumPixels;
    case FrameType::PageText:
        return 4 + maximumText;
    case FrameType::Failure:
        return 1 + 1024;
    }
    return -1;
}

bool isSide(double points) {
    return std::isfinite(points) && points > 0 && points < 1e7;
}

} // namespace

base::Result<Header> decodeHeader(QByteArrayView bytes) {
    if (bytes.size() != headerBytes)
        return malformed("header");
    const auto type = static_cast<FrameType>(bytes.front());
    const auto length = qFromLittleEndian<quint32>(bytes.data() + 1);
    const qint64 limit = longest(type);
    if (limit < 0)
        return malformed("frame type");
    if (length > limit)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("reader protocol"),
                    QStringLiteral("frame length"));
    return Header{type, length};
}

QByteArray encodeHeader(FrameType type, quint32 length) {
    QByteArray out;
    out.append(static_cast<char>(type));
    put(out, length);
    return out;
}

QByteArray encodeFrame(FrameType type, QByteArrayView payload) {
    QByteArray out = encodeHeader(type, static_cast<quint32>(payload.size()));
    out.append(payload);
    return out;
}

QByteArray encode(const RenderRequest& request) {
    QByteArray payload;
    put(payload, request.page);
    put(payload, request.scale);
    return encodeFrame(FrameType::Render, payload);
}

QByteArray encodeTextRequest(quint32 page) {
    QByteArray payload;
    put(payload, page);
    return encodeFrame(FrameType::Text, payload);
}

QByteArray encode(const Facts& facts) {
    QByteArray payload;
    payload.append(static_cast<char>(facts.kind));
    payload.append(facts.cut ? '\1' : '\0');
    put(payload, static_cast<quint32>(facts.pages.size()));
    for (const QSizeF& page : facts.pages) {
        put(payload, page.width());
        put(payload, page.height());
    }
    return encodeFrame(FrameType::Facts, payload);
}

QByteArray encode(const Image& image) {
    QByteArray frame = encodeHeader(FrameType::Image, static_cast<quint32>(12 + image.rgba.size()));
    put(frame, image.page);
    put(frame, static_cast<quint32>(image.width));
    put(frame, static_cast<quint32>(image.height));
    frame.append(image.rgba);
    return frame;
}

QByteArray encode(const PageText& text) {
    QByteArray payload;
    put(payload, text.page);
    payload.append(text.text.toUtf8().left(maximumText));
    return encodeFrame(FrameType::PageText, payload);
}

QByteArray encode(const Failure& failure) {
    QByteArray payload;
    payload.append(static_cast<char>(failure.refusal));
    payload.append(failure.detail.toUtf8().left(1024));
    return encodeFrame(FrameType::Failure, payload);
}

base::Result<RenderRequest> decodeRender(QByteArrayView payload) {
    Fields fields(payload);
    RenderRequest request;
    request.page = fields.number();
    request.scale = fields.real();
    if (!fields.finished())
        return malformed("render request");
    if (!std::isfinite(request.scale) || request.scale <= 0 || request.scale > 100)
        return malformed("scale");
    return request;
}

base::Result<quint32> decodeTextRequest(QByteArrayView payload) {
    Fields fields(payload);
    const quint32 page = fields.number();
    if (!fields.finished())
        return malformed("text request");
    return page;
}

base::Result<Facts> decodeFacts(QByteArrayView payload) {
    Fields fields(payload);
    Facts facts;
    const quint8 kind = fields.byte();
    facts.cut = fields.byte() != 0;
    const quint32 pages = fields.number();
    if (!fields.complete() || kind < 1 || kind > 3 || pages == 0 || pages > maximumPages ||
        fields.rest().size() != 16 * static_cast<qsizetype>(pages))
        return malformed("facts");
    facts.kind = static_cast<DocumentKind>(kind);
    facts.pages.reserve(pages);
    for (quint32 i = 0; i < pages; ++i) {
        const double width = fields.real(), height = fields.real();
        if (!isSide(width) || !isSide(height))
            return malformed("page size");
        facts.pages.append({width, height});
    }
    return facts;
}

base::Result<Image> decodeImage(QByteArrayView payload) {
    Fields fields(payload);
    Image image;
    image.page = fields.number();
    const quint32 width = fields.number(), height = fields.number();
    if (!fields.complete() || width == 0 || height == 0 || width > maximumSide ||
        height > maximumSide || fields.rest().size() != 4 * static_cast<qsizetype>(width) * height)
        return malformed("image");
    image.width = static_cast<int>(width);
    image.height = static_cast<int>(height);
    image.rgba = fields.rest().toByteArray();
    return image;
}

base::Result<PageText> decodeText(QByteArrayView payload) {
    Fields fields(payload);
    PageText text;
    text.page = fields.number();
    if (!fields.complete())
        return malformed("text");
    text.text = QString::fromUtf8(fields.rest());
    return text;
}

base::Result<Failure> decodeFailure(QByteArrayView payload) {
    Fields fields(payload);
    const quint8 refusal = fields.byte();
    if (!fields.complete() || refusal < 1 || refusal > static_cast<quint8>(Refusal::Protocol))
        return malformed("failure");
    return Failure{static_cast<Refusal>(refusal), QString::fromUtf8(fields.rest())};
}

QSize pixelsOf(QSizeF points, double scale) {
    double width = std::max(1.0, points.width() * scale),
           height = std::max(1.0, points.height() * scale);
    double shrink = std::min({1.0, maximumSide / width, maximumSide / height,
                              std::sqrt(static_cast<double>(maximumPixels) / (width * height))});
    // Rounding up may add one row or column, so a shrunk page is rounded down.
    const auto round = [shrink](double side) {
        return std::max(1, static_cast<int>(shrink < 1 ? side * shrink : std::ceil(side - 1e-6)));
    };
    return {round(width), round(height)};
}

const char* refusalName(Refusal refusal) noexcept {
    switch (refusal) {
    case Refusal::Unsupported:
        return "unsupported";
    case Refusal::Damaged:
        return "damaged";
    case Refusal::Encrypted:
        return "encrypted";
    case Refusal::TooLarge:
        return "too-large";
    case Refusal::Empty:
        return "empty";
    case Refusal::NoSuchPage:
        return "no-such-page";
    case Refusal::Protocol:
        return "protocol";
    }
    return "unknown";
}

} // namespace chevet::import::reader
