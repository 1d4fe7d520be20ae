#pragma once
// How an attachment cut out of a resource is kept as a blob: a short head that says where its
// base64 text goes back and how the source wrote it, then the bytes. With it `get` returns every
// byte.
//
// Blob = offset u32 LE ‖ layout length u8 ‖ layout ‖ bytes. The offset is the place in the stored
// JSON, between the two quotes of the empty string that stands for the attachment.

#include "base/result.h"
#include "import/attachment.h"

namespace chevet::session {

inline constexpr qsizetype attachmentHeadSize =
    5; // without the layout, which is nearly always empty

[[nodiscard]] QByteArray packAttachment(const import::Attachment& attachment);
// Malformed if the head does not hold; pointer and contentType are not in the blob and stay empty.
[[nodiscard]] base::Result<import::Attachment> unpackAttachment(QByteArrayView blob);

} // namespace chevet::session
