#include "import/pdf/document.h"

#include <QStringDecoder>

namespace chevet::import::pdf {
namespace {

using reader::Refusal;

class TextDocument final : public Document {
public:
    TextDocument(QString text, bool cut)
        : m_text(std::move(text))
        , m_cut(cut) {}

    [[nodiscard]] reader::Facts facts() const override {
        return {reader::DocumentKind::Text, m_cut, {QSizeF(612, 792)}};
    }
    [[nodiscard]] Outcome<reader::Image> render(quint32, double) override {
        return refuse(Refusal::Unsupported, "text has no image");
    }
    [[nodiscard]] Outcome<reader::PageText> text(quint32 page) override {
        return reader::PageText{page, m_text};
    }

private:
    QString m_text;
    bool m_cut;
};

QString decoded(QByteArrayView content) {
    for (auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16}) {
        if (encoding == QStringConverter::Utf16 && !content.startsWith("\xff\xfe") &&
            !content.startsWith("\xfe\xff"))
            continue;
        QStringDecoder decode(encoding);
        QString text = decode(content);
        if (!decode.hasError())
            return text;
    }
    return QString::fromLatin1(content); // old programs of the field write ISO 8859-1
}

// Control characters other than blanks and page feeds: not a text.
bool isBinary(QStringView text) {
    const qsizetype odd = std::count_if(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f') ||
               c.unicode() == 0x7f;
    });
    return odd > 0 && odd * 200 > text.size();
}

// At most `limit` bytes, not in the middle of a UTF-8 character.
QByteArrayView cutAt(QByteArrayView content, qsizetype limit) {
    while (limit > 0 && (static_cast<uchar>(content[limit]) & 0xc0) == 0x80)
        --limit;
    return content.first(limit);
}

} // namespace

Outcome<std::unique_ptr<Document>> openText(const QByteArray& content) {
    // Half the limit: every Latin-1 letter may take two bytes in the reply.
    const qsizetype limit = reader::maximumText / 2;
    const bool cut = content.size() > limit;
    QString text = decoded(cut ? cutAt(content, limit) : QByteArrayView(content));
    if (isBinary(text))
        return refuse(Refusal::Unsupported, "neither PDF, picture nor text");
    return std::make_unique<TextDocument>(std::move(text), cut);
}

} // namespace chevet::import::pdf
