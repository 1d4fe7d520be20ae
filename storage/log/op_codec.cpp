#include "log/op_codec.h"

#include "log/cbor.h"

#include <QHash>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

enum Key { Kind, Type, Id, Parents, Body, Blobs, Place };
constexpr std::uint64_t maxOps = 65536;
constexpr std::uint64_t maxNames = 65536;

// The strings of a group that repeat, each written once: resource types and source files.
class Names {
public:
    std::uint64_t indexOf(const QByteArray& name) {
        const auto found = m_index.constFind(name);
        if (found != m_index.constEnd())
            return *found;
        const auto index = static_cast<std::uint64_t>(m_names.size());
        m_index.insert(name, index);
        m_names.push_back(name);
        return index;
    }
    [[nodiscard]] const std::vector<QByteArray>& all() const noexcept { return m_names; }

private:
    QHash<QByteArray, std::uint64_t> m_index;
    std::vector<QByteArray> m_names;
};

// A FHIR id that is a canonical UUID is written as 16 bytes: ids are most of what does not
// compress.
std::optional<base::Uuid> compactId(const QByteArray& id) {
    if (id.size() != 36)
        return std::nullopt;
    const auto uuid = base::Uuid::fromString(QString::fromLatin1(id));
    return uuid && uuid->toString().toLatin1() == id ? uuid : std::nullopt;
}

void writeBlobs(CborWriter& out, const std::vector<BlobRef>& blobs) {
    out.number(Blobs).array(blobs.size());
    for (const BlobRef& blob : blobs) {
        out.array(5).bytes(blob.id.toByteArray()).number(blob.size).bytes(blob.hash.view());
        out.text(blob.pointer).number(blob.epoch);
    }
}

void writeOp(CborWriter& out, const Op& op, Names& names) {
    const std::uint64_t fields = 3U + (op.parents.empty() ? 0U : 1U) +
                                 (op.body.isEmpty() ? 0U : 1U) + (op.blobs.empty() ? 0U : 1U) +
                                 (op.source ? 1U : 0U);
    out.map(fields).number(Kind).number(static_cast<std::uint64_t>(op.kind));
    out.number(Type).number(names.indexOf(op.resourceType)).number(Id);
    if (const auto uuid = compactId(op.resourceId))
        out.bytes(uuid->toByteArray());
    else
        out.text(op.resourceId);
    if (!op.parents.empty()) {
        out.number(Parents).array(op.parents.size());
        for (const Hash& parent : op.parents)
            out.bytes(parent.view());
    }
    if (!op.body.isEmpty())
        out.number(Body).bytes(op.body);
    if (!op.blobs.empty())
        writeBlobs(out, op.blobs);
    if (op.source) {
        out.number(Place).array(3).number(names.indexOf(op.source->file));
        out.number(static_cast<std::uint64_t>(op.source->place)).number(op.source->number);
    }
}

QByteArray readName(CborReader& in, const std::vector<QByteArray>& names) {
    const std::uint64_t index = in.number();
    if (index >= names.size()) {
        in.fail();
        return {};
    }
    return names[index];
}

QByteArray readId(CborReader& in) {
    if (in.peekMajor() == 2)
        return in.uuid().toString().toLatin1();
    const QByteArray id = in.text(64).toByteArray();
    if (compactId(id)) // would have been written as bytes
        in.fail();
    return id;
}

std::vector<Hash> readParents(CborReader& in) {
    std::vector<Hash> parents;
    for (std::uint64_t left = in.array(64); left > 0 && !in.failed(); --left)
        parents.push_back(in.fixed<Hash>());
    if (parents.empty()) // absent is the only way to say none
        in.fail();
    return parents;
}

std::vector<BlobRef> readBlobs(CborReader& in) {
    std::vector<BlobRef> blobs;
    for (std::uint64_t left = in.array(1024); left > 0 && !in.failed(); --left) {
        in.exactly(5);
        BlobRef blob{.id = in.uuid()};
        blob.size = in.number();
        blob.hash = in.fixed<Hash>();
        blob.pointer = in.text(1024).toByteArray();
        blob.epoch = static_cast<std::uint32_t>(in.number(0, 0xFFFFFFFF));
        blobs.push_back(std::move(blob));
    }
    if (blobs.empty())
        in.fail();
    return blobs;
}

Source readSource(CborReader& in, const std::vector<QByteArray>& names) {
    in.exactly(3);
    Source source{.file = readName(in, names)};
    source.place = static_cast<Source::Place>(in.number(0, 2));
    source.number = static_cast<std::uint32_t>(in.number(0, 0xFFFFFFFF));
    return source;
}

// False: an unknown key that may not be passed over.
bool readField(CborReader& in, int key, Op& op, const std::vector<QByteArray>& names) {
    switch (key) {
    case Kind:
        op.kind = static_cast<OpKind>(in.number(1, 8));
        return true;
    case Type:
        op.resourceType = readName(in, names);
        return true;
    case Id:
        op.resourceId = readId(in);
        return true;
    case Parents:
        op.parents = readParents(in);
        return true;
    case Body:
        op.body = in.bytes(maxInlineFrame).toByteArray();
        if (op.body.isEmpty())
            in.fail();
        return true;
    case Blobs:
        op.blobs = readBlobs(in);
        return true;
    case Place:
        op.source = readSource(in, names);
        return true;
    default:
        in.skip();
        return key >= firstOptionalKey;
    }
}

base::Result<Op> readOp(CborReader& in, const std::optional<base::Uuid>& patient,
                        const std::vector<QByteArray>& names) {
    Op op{.patient = patient};
    int key = -1;
    for (std::uint64_t left = in.map(64); left > 0 && !in.failed(); --left) {
        key = in.key(key);
        if (!in.failed() && !readField(in, key, op, names))
            return fail(ErrorCode::NewerVersion, QStringLiteral("op"),
                        QStringLiteral("key %1").arg(key));
    }
    if (in.failed() || !checkOp(op))
        return fail(ErrorCode::Malformed, QStringLiteral("op"));
    return op;
}

} // namespace

QByteArray encodeOps(std::span<const Op> ops) {
    Names names;
    CborWriter list;
    for (const Op& op : ops)
        writeOp(list, op, names);
    CborWriter out;
    out.array(2).array(names.all().size());
    for (const QByteArray& name : names.all())
        out.text(name);
    return out.array(ops.size()).item(list.result()).result();
}

base::Result<std::vector<Op>> decodeOps(QByteArrayView bytes,
                                        const std::optional<base::Uuid>& patient) {
    CborReader in(bytes);
    in.exactly(2);
    std::vector<QByteArray> names;
    for (std::uint64_t left = in.array(maxNames); left > 0 && !in.failed(); --left)
        names.push_back(in.text(1024).toByteArray());
    std::vector<Op> ops;
    for (std::uint64_t left = in.array(maxOps); left > 0 && !in.failed(); --left) {
        CHEVET_TRY_ASSIGN(Op op, readOp(in, patient, names));
        ops.push_back(std::move(op));
    }
    if (!in.finish() || ops.empty())
        return fail(ErrorCode::Malformed, QStringLiteral("ops"));
    return ops;
}

qsizetype encodedSizeBound(const Op& op) noexcept {
    qsizetype size = 32 + op.resourceType.size() + op.resourceId.size() + op.body.size();
    size += static_cast<qsizetype>(op.parents.size()) * 35;
    for (const BlobRef& blob : op.blobs)
        size += 80 + blob.pointer.size();
    return size + (op.source ? 16 + op.source->file.size() : 0);
}

} // namespace chevet::log
