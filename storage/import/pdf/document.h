#pragma once
// A document opened from bytes. One thread; a QGuiApplication must exist. Needs no file.

#include "import/reader/protocol.h"

#include <expected>
#include <memory>

namespace chevet::import::pdf {

template <class T>
using Outcome = std::expected<T, reader::Failure>;

class Document {
public:
    virtual ~Document() = default;
    [[nodiscard]] virtual reader::Facts facts() const = 0;
    // White behind the page of a PDF; a picture keeps its transparency. `page` is below
    // facts().pages.size().
    [[nodiscard]] virtual Outcome<reader::Image> render(quint32 page, double scale) = 0;
    [[nodiscard]] virtual Outcome<reader::PageText> text(quint32 page) = 0;
};

// The kind is told from the content, never from a name or a media type.
[[nodiscard]] Outcome<std::unique_ptr<Document>> openDocument(const QByteArray& content);

// Loads what the libraries would otherwise load from disk on first use. Before the sandbox is shut.
void warmUp();

// The three kinds, for openDocument() and the tests.
[[nodiscard]] bool looksLikePdf(QByteArrayView content);
[[nodiscard]] bool looksLikePicture(QByteArrayView content);
[[nodiscard]] Outcome<std::unique_ptr<Document>> openPdf(const QByteArray& content);
[[nodiscard]] Outcome<std::unique_ptr<Document>> openPicture(const QByteArray& content);
[[nodiscard]] Outcome<std::unique_ptr<Document>> openText(const QByteArray& content);

[[nodiscard]] std::unexpected<reader::Failure> refuse(reader::Refusal refusal, const char* detail);

} // namespace chevet::import::pdf
