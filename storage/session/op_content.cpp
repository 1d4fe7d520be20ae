#include "session/op_content.h"

#include "import/attachment.h"
#include "log/body_codec.h"
#include "session/stored_attachment.h"

namespace chevet::session {

namespace {

// Attachments shorter than this stay in their resource: a file and a sync each would cost more.
constexpr qint64 inlineBase64 = 8LL * 1024;

base::Result<log::BlobRef> store(const Session::State& state,
                                 const std::optional<base::Uuid>& owner, QByteArrayView bytes) {
    if (!state.ring)
        return base::fail(base::ErrorCode::Cancelled, QStringLiteral("session"),
                          QStringLiteral("locked"));
    const std::uint32_t epoch = owner ? 0 : state.ring->currentEpoch();
    CHEVET_TRY_ASSIGN(const crypto::Secret parent, state.ring->blobParent(owner, epoch));
    CHEVET_TRY_ASSIGN(log::BlobRef ref,
                      state.blobs->writeLater(bytes, parent, state.environment.random));
    ref.epoch = epoch;
    return ref;
}

} // namespace

import::Limits storedLimits(){import::Limits limits;
limits.attachmentChars = inlineBase64;
return limits;
} // namespace chevet::session

base::Result<std::vector<log::BlobRef>>
storeAttachments(const Session::State& state, const std::optional<base::Uuid>& owner,
                 const QList<import::Attachment>& attachments) {
    std::vector<log::BlobRef> refs;
    for (const import::Attachment& attachment : attachments) {
        CHEVET_TRY_ASSIGN(log::BlobRef ref, store(state, owner, packAttachment(attachment)));
        ref.pointer = attachment.pointer;
        refs.push_back(std::move(ref));
    }
    return refs;
}

base::Result<> storeBody(const Session::State& state, log::Op& op, QByteArrayView json) {
    CHEVET_TRY_ASSIGN(op.body, log::BodyCodec::instance().encode(json));
    if (op.body.size() <= log::maxInlineFrame)
        return {};
    CHEVET_TRY_ASSIGN(log::BlobRef ref, store(state, op.patient, op.body));
    op.blobs.push_back(std::move(ref));
    op.body.clear();
    return {};
}

QList<import::Attachment> settleAttachments(import::ProposedResource& resource) {
    const bool large =
        std::any_of(resource.attachments.cbegin(), resource.attachments.cend(),
                    [](const import::Attachment& attachment) {
                        return attachment.bytes.size() >= log::BlobStore::threshold &&
                               attachment.layout.size() <= 255;
                    });
    if (large)
        return std::exchange(resource.attachments, {});
    if (!resource.attachments.isEmpty())
        resource.json = import::withAttachments(resource.json, resource.attachments);
    return {};
}

} // namespace chevet::session
