#include "log/op.h"

#include "crypto/primitives/hash.h"

#include <QtEndian>

#include <algorithm>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool isTypeName(const QByteArray& text) noexcept {
    return !text.isEmpty() && text.size() <= 64 &&
           std::all_of(text.begin(), text.end(), [](char c) { return isLetter(c) || c == '-'; });
}

bool isFhirId(const QByteArray& text) noexcept {
    return !text.isEmpty() && text.size() <= 64 &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '.'; });
}

bool sortedAndDistinct(const std::vector<Hash>& hashes) noexcept {
    return std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) == hashes.end();
}

std::unexpected<base::Error> bad(const char* field) {
    return fail(ErrorCode::InvalidArgument, QLatin1String("op.") + QLatin1String(field));
}

base::Result<> checkBlobs(const Op& op) {
    if (op.blobs.size() > 1024)
        return bad("blobs");
    int wholeFrames = 0;
    for (const BlobRef& blob : op.blobs) {
        if (blob.pointer.size() > 1024)
            return bad("blobs.pointer");
        if (!op.patient && blob.epoch == 0)
            return bad("blobs.epoch");
        wholeFrames += blob.pointer.isEmpty() ? 1 : 0;
    }
    if (wholeFrames > 1 || (wholeFrames == 1 && !op.body.isEmpty()))
        return bad("blobs.pointer");
    return {};
}

class Fields {
public:
    Fields() { m_hasher.update("qs/op/1"); }
    void number(std::uint64_t value) {
        const std::uint64_t little = qToLittleEndian(value);
        m_hasher.update(QByteArrayView(reinterpret_cast<const char*>(&little), sizeof little));
    }
    void fixed(QByteArrayView bytes) { m_hasher.update(bytes); }
    void text(QByteArrayView bytes) {
        number(static_cast<std::uint64_t>(bytes.size()));
        m_hasher.update(bytes);
    }
    Hash finish() { return m_hasher.finish(); }

private:
    crypto::Hasher m_hasher;
};

} // namespace

base::Result<> checkOp(const Op& op) {
    const auto kind = static_cast<int>(op.kind);
    if (kind < static_cast<int>(OpKind::Put) || kind > static_cast<int>(OpKind::Earlier))
        return bad("kind");
    if (!isTypeName(op.resourceType))
        return bad("resourceType");
    if (!isFhirId(op.resourceId))
        return bad("resourceId");
    if (op.parents.size() > 64 || !sortedAndDistinct(op.parents))
        return bad("parents");
    if (op.body.size() > maxInlineFrame)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("op.body"));
    if (op.source && op.source->file.size() > 1024)
        return bad("source.file");
    return checkBlobs(op);
}

Hash opDigest(const Op& op, const Hash& plainBodyHash) {
    Fields fields;
    fields.number(static_cast<std::uint64_t>(op.kind));
    fields.number(op.patient ? 1 : 0);
    if (op.patient)
        fields.fixed(QByteArrayView(op.patient->toByteArray()));
    fields.text(op.resourceType);
    fields.text(op.resourceId);
    fields.number(op.parents.size());
    for (const Hash& parent : op.parents)
        fields.fixed(parent.view());
    fields.fixed(plainBodyHash.view());
    const auto counted = [](const BlobRef& blob) { return !blob.pointer.isEmpty(); };
    fields.number(
        static_cast<std::uint64_t>(std::count_if(op.blobs.begin(), op.blobs.end(), counted)));
    for (const BlobRef& blob : op.blobs) {
        if (!counted(blob))
            continue;
        fields.text(blob.pointer);
        fields.number(blob.size);
        fields.fixed(blob.hash.view());
    }
    return fields.finish();
}

Hash opDigest(const Op& op, QByteArrayView plainBody) {
    return opDigest(op, crypto::hash(plainBody));
}

} // namespace chevet::log
