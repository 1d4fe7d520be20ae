#include "import/attachment.h"

namespace chevet::import {

namespace {

constexpr qsizetype maxSeparator = 12;
constexpr qsizetype minWidth = 32; // shorter "lines" are lists of numbers (SampledData)

// Lines of `width` characters separated by `separator`; width 0: one line.
struct Layout {
    qsizetype width = 0;
    QByteArray separator;
    bool escapedSlash = false;

    [[nodiscard]] QByteArray toBytes() const {
        QByteArray out = escapedSlash ? QByteArrayLiteral("/") : QByteArray();
        if (width > 0)
            out += QByteArray::number(width) + ' ' + separator;
        return out;
    }
};

Layout parseLayout(QByteArrayView text) {
    Layout layout;
    if (text.startsWith('/')) {
        layout.escapedSlash = true;
        text = text.sliced(1);
    }
    const qsizetype blank = text.indexOf(' ');
    if (blank > 0) {
        layout.width = text.first(blank).toByteArray().toLongLong();
        layout.separator = text.sliced(blank + 1).toByteArray();
    }
    return layout;
}

bool isBase64(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '=';
}

// What stands after the first line, if it is white space or escapes of it.
Layout guessLayout(QByteArrayView text) {
    Layout layout;
    layout.escapedSlash = text.indexOf("\\/") >= 0;
    qsizetype at = 0;
    qsizetype chars = 0;
    while (at < text.size() && (isBase64(text[at]) || text.sliced(at).startsWith("\\/"))) {
        at += text[at] == '\\' ? 2 : 1;
        ++chars;
    }
    if (at == text.size())
        return layout;
    qsizetype end = at;
    while (end < text.size() && end - at < maxSeparator) {
        if (text[end] == ' ')
            ++end;
        else if (text[end] == '\\' && end + 1 < text.size() && text[end + 1] != '/' &&
                 text[end + 1] != 'u')
            end += 2;
        else
            break;
    }
    layout.width = chars;
    layout.separator = text.sliced(at, end - at).toByteArray();
    return layout;
}

QByteArray lines(const QByteArray& base64, const Layout& layout) {
    if (layout.width <= 0)
        return base64;
    QByteArray out;
    out.reserve(base64.size() + base64.size() / layout.width * layout.separator.size() + 64);
    for (qsizetype at = 0; at < base64.size(); at += layout.width) {
        if (at > 0)
            out += layout.separator;
        out += base64.mid(at, layout.width);
    }
    return out;
}

QByteArray encode(QByteArrayView bytes, const Layout& layout) {
    QByteArray base64 = QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
    base64 = lines(base64, layout);
    if (layout.escapedSlash)
        base64.replace("/", "\\/");
    return base64;
}

} // namespace

std::optional<DecodedBase64> decodeBase64(QByteArrayView text) {
    const Layout layout = guessLayout(text);
    if (layout.width > 0 && layout.width < minWidth)
        return std::nullopt;
    QByteArray plain = QByteArray::fromRawData(text.data(), text.size());
    if (layout.escapedSlash)
        plain.replace("\\/", "/");
    if (layout.width > 0)
        plain.replace(layout.separator, QByteArray());
    const auto decoded =
        QByteArray::fromBase64Encoding(plain, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty() || encode(decoded.decoded, layout) != text)
        return std::nullopt;
    return DecodedBase64{decoded.decoded, layout.toBytes()};
}

QByteArray encodeBase64(QByteArrayView bytes, QByteArrayView layout) {
    return encode(bytes, parseLayout(layout));
}

QByteArray withAttachments(const QByteArray& json, const QList<Attachment>& attachments) {
    QByteArray out;
    qsizetype from = 0;
    for (const Attachment& attachment : attachments) {
        const qsizetype to = qBound(from, attachment.offset, json.size());
        out += QByteArrayView(json).sliced(from, to - from);
        out += encodeBase64(attachment.bytes, attachment.layout);
        from = to;
    }
    out += QByteArrayView(json).sliced(from);
    return out;
}

} // namespace chevet::import
