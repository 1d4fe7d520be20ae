#include "session/provenance.h"

#include "crypto/primitives/hash.h"
#include "log/body_codec.h"

namespace chevet::session {

namespace {

constexpr std::size_t entriesKept = 64;

QString placeOf(const log::Source& source) {
    using Place = log::Source::Place;
    switch (source.place) {
    case Place::Entry:
        return QStringLiteral("entry %1").arg(source.number);
    case Place::Line:
        return QStringLiteral("line %1").arg(source.number);
    case Place::Whole:
        break;
    }
    return {};
}

const char* roleCode(log::UserRole role) {
    switch (role) {
    case log::UserRole::Physician:
        return "medecin";
    case log::UserRole::Nurse:
        return "infirmiere";
    case log::UserRole::Pharmacist:
        return "pharmacien";
    case log::UserRole::Clerk:
        return "secretaire";
    case log::UserRole::Administrator:
        return "administration";
    }
    return "";
}

} // namespace

ProvenanceReader::ProvenanceReader(vault::Vault& vault, const log::Log& log,
                                   const log::Membership& membership, const log::KeyRing& keys)
    : m_vault(vault)
    , m_log(log)
    , m_membership(membership)
    , m_keys(keys) {}

void ProvenanceReader::forget() {
    const std::scoped_lock lock(m_mutex);
    m_known.clear();
}

void ProvenanceReader::describeAuthor(EntryFacts& facts, const log::OpenedEntry& opened) const {
    const log::Device* device = m_membership.deviceOfStream(opened.header.stream);
    facts.device = device != nullptr ? device->label : QString();
    facts.author = facts.device;
    // A workstation alone cannot speak for a professional: the name stands only where the
    // professional's own key signed.
    const log::Member* author = opened.author == log::AuthorProof::Verified
                                    ? m_membership.member(*opened.content.author)
                                    : nullptr;
    if (author != nullptr) {
        facts.author = author->name;
        facts.role = QLatin1String(roleCode(author->role));
    }
    facts.at =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(opened.content.time >> 16U), Qt::UTC);
    facts.hash = opened.hash.toHex();
}

std::shared_ptr<const ProvenanceReader::EntryFacts> ProvenanceReader::read(const Place& place) {
    auto facts = std::make_shared<EntryFacts>();
    const auto ref = m_vault.entryRef(place.first, place.second);
    const auto bytes = ref ? m_log.read(*ref) : std::unexpected(ref.error());
    if (!bytes)
        return facts;
    const auto opened = log::openEntry(*bytes, m_membership, m_keys);
    if (!opened) {
        facts->state = opened.error().code == base::ErrorCode::UnknownKey
                           ? SignatureState::UnknownKey
                           : SignatureState::Invalid;
        return facts;
    }
    facts->state = SignatureState::Verified;
    describeAuthor(*facts, *opened);
    for (const log::Op& op : opened->content.ops) {
        const auto plain = op.body.isEmpty() // a removal says nothing
                               ? base::Result<QByteArray>(QByteArray())
                               : log::BodyCodec::instance().decode(op.body);
        facts->ops.push_back({.kind = op.kind,
                              .patient = op.patient,
                              .name = op.resourceType + '/' + op.resourceId,
                              .content = plain ? crypto::hash(*plain) : log::Hash{},
                              .source = op.source});
    }
    return facts;
}

base::Result<std::shared_ptr<const ProvenanceReader::EntryFacts>>
ProvenanceReader::entry(const Place& place) {
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = std::find_if(m_known.begin(), m_known.end(),
                                        [&](const auto& item) { return item.first == place; });
        if (known != m_known.end()) {
            m_known.splice(m_known.begin(), m_known, known);
            return known->second;
        }
    }
    auto facts = read(place);
    const std::scoped_lock lock(m_mutex);
    m_known.emplace_front(place, facts);
    if (m_known.size() > entriesKept)
        m_known.pop_back();
    return facts;
}

base::Result<std::pair<Provenance, std::optional<ProvenanceReader::OpFacts>>>
ProvenanceReader::at(const Place& place, int op) {
    CHEVET_TRY_ASSIGN(const auto facts, entry(place));
    Provenance out;
    out.signature = facts->state;
    out.device = facts->device;
    out.author = facts->author;
    out.role = facts->role;
    out.at = facts->at;
    out.sequence = place.second;
    out.entryHash = facts->hash;
    const auto index = static_cast<std::size_t>(op);
    if (index < facts->ops.size())
        return std::pair(std::move(out), std::optional(facts->ops[index]));
    if (facts->state == SignatureState::Verified)
        out.signature = SignatureState::Invalid;
    return std::pair(std::move(out), std::optional<OpFacts>());
}

base::Result<Provenance> ProvenanceReader::of(const vault::StoredResource& row,
                                              const std::optional<base::Uuid>& owner) {
    CHEVET_TRY_ASSIGN(auto found, at({row.stream, row.seq}, row.op));
    auto& [out, op] = found;
    out.versions = row.version;
    if (!op)
        return std::move(out);
    // A long body lies in a blob, whose hash the view checked when it read it.
    const bool longBody =
        std::any_of(row.blobs.begin(), row.blobs.end(),
                    [](const log::BlobRef& blob) { return blob.pointer.isEmpty(); });
    if (op->patient != owner || op->name != row.type + '/' + row.id ||
        (!longBody && op->content != crypto::hash(row.json)))
        out.signature = SignatureState::Invalid;
    if (op->source) {
        out.sourceFile = QString::fromUtf8(op->source->file);
        out.sourcePlace = placeOf(*op->source);
    }
    return std::move(out);
}

base::Result<ProvenanceReader::Changes> ProvenanceReader::changes(const log::EntryRef& ref,
                                                                  const base::Uuid& patient) {
    CHEVET_TRY_ASSIGN(const auto facts, entry({ref.stream, ref.seq}));
    CHEVET_TRY_ASSIGN(auto found, at({ref.stream, ref.seq}, 0));
    Changes changes{.provenance = std::move(found.first)};
    for (const OpFacts& op : facts->ops) {
        if (op.patient != patient || op.name.startsWith("chevet-"))
            continue;
        changes.names += QString::fromUtf8(op.name);
        if (op.source) {
            changes.imported = true;
            changes.provenance.sourceFile = QString::fromUtf8(op.source->file);
        }
    }
    return changes;
}

base::Result<Provenance> ProvenanceReader::of(const AccessRow& row) {
    CHEVET_TRY_ASSIGN(auto found, at({row.stream, row.seq}, row.op));
    auto& [out, op] = found;
    if (op && (op->kind != log::OpKind::Access || op->patient != row.patient ||
               op->content != crypto::hash(row.body)))
        out.signature = SignatureState::Invalid;
    return std::move(out);
}

} // namespace chevet::session
