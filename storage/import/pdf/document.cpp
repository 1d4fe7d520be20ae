#include "import/pdf/document.h"

namespace chevet::import::pdf {

std::unexpected<reader::Failure> refuse(reader::Refusal refusal, const char* detail) {
    return std::unexpected(reader::Failure{refusal, QString::fromLatin1(detail)});
}

Outcome<std::unique_ptr<Document>> openDocument(const QByteArray& content) {
    if (content.isEmpty())
        return refuse(reader::Refusal::Empty, "no bytes");
    if (content.size() > reader::maximumDocument)
        return refuse(reader::Refusal::TooLarge, "bytes");
    if (looksLikePdf(content))
        return openPdf(content);
    if (looksLikePicture(content))
        return openPicture(content);
    return openText(content);
}

} // namespace chevet::import::pdf
