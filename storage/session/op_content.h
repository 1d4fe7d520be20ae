#pragma once
// A resource's JSON and attachments as the content of an operation: short bodies inside it, long
// ones and attachments as encrypted blobs. Blobs are written at once and made durable by
// BlobStore::flush(), which comes before any entry that names them (I2). Any thread.

#include "import/limits.h"
#include "import/proposal.h"
#include "session/state.h"

namespace chevet::session {

// What a resource that is to be stored may be, and which of its base64 is cut out.
[[nodiscard]] import::Limits storedLimits();

// References to the blobs, in the order of `attachments`.
[[nodiscard]] base::Result<std::vector<log::BlobRef>>
storeAttachments(const Session::State& state, const std::optional<base::Uuid>& owner,
                 const QList<import::Attachment>& attachments);

// Sets op.body, or adds the blob that holds it. `op.patient` says under whose key.
[[nodiscard]] base::Result<> storeBody(const Session::State& state, log::Op& op,
                                       QByteArrayView json);

// Attachments large enough stay out of `resource.json` and are returned; the others go back in.
[[nodiscard]] QList<import::Attachment> settleAttachments(import::ProposedResource& resource);

} // namespace chevet::session
