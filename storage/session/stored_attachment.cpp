#include "session/stored_attachment.h"

#include <QtEndian>

namespace chevet::session {

QByteArray packAttachment(const import::Attachment& attachment) {
    Q_ASSERT(attachment.layout.size() <= 255);
    QByteArray blob(attachmentHeadSize, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(attachment.offset), blob.data());
    blob[4] = static_cast<char>(attachment.layout.size());
    blob.reserve(attachmentHeadSize + attachment.layout.size() + attachment.bytes.size());
    blob += attachment.layout;
    blob += attachment.bytes;
    return blob;
}

base::Result<import::Attachment> unpackAttachment(QByteArrayView blob) {
    const qsizetype layoutSize =
        blob.size() >= attachmentHeadSize ? static_cast<quint8>(blob[4]) : 0;
    if (blob.size() < attachmentHeadSize + layoutSize)
        return base::fail(base::ErrorCode::Malformed, QStringLiteral("attachment"));
    import::Attachment attachment;
    attachment.offset = qFromLittleEndian<quint32>(blob.data());
    attachment.layout = blob.sliced(attachmentHeadSize, layoutSize).toByteArray();
    attachment.bytes = blob.sliced(attachmentHeadSize + layoutSize).toByteArray();
    return attachment;
}

} // namespace chevet::session
