#pragma once
// Base64 text to bytes and back, byte for byte, whatever line breaks or escapes the source used.

#include "import/proposal.h"

#include <optional>

namespace chevet::import {

struct DecodedBase64 {
    QByteArray bytes;
    QByteArray
        layout; // "": plain; "/": slashes written as \/; "76 \r\n": broken after 76 characters
                // with that escape sequence as written in JSON; both may be combined
};

// `text` is the JSON string's source text without quotes. nullopt when it is not base64, or when
// encodeBase64() would not give exactly this text back: then it has to stay where it is.
[[nodiscard]] std::optional<DecodedBase64> decodeBase64(QByteArrayView text);

// The source's text again.
[[nodiscard]] QByteArray encodeBase64(QByteArrayView bytes, QByteArrayView layout);

// The resource's JSON with every attachment back in its place. `attachments` by ascending offset,
// as proposed, with their bytes.
[[nodiscard]] QByteArray withAttachments(const QByteArray& json,
                                         const QList<Attachment>& attachments);

} // namespace chevet::import
