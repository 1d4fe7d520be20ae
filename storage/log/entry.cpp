#include "log/entry.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"
#include "log/payload.h"

#include <QtEndian>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

constexpr QByteArrayView magic("QSE1", 4);
constexpr std::uint16_t suiteOne =
    1; // XChaCha20-Poly1305, Ed25519, BLAKE2b-256; nothing is negotiated
constexpr const char* entryDomain = "qs/entry-sig/1";
constexpr qsizetype leastSealed = 1024 + crypto::sealOverhead;

std::unexpected<base::Error> malformed(const char* what) {
    return fail(ErrorCode::Malformed, QLatin1String(what));
}

template <class Integer>
void append(QByteArray& out, Integer value) {
    const Integer little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&little), sizeof little);
}

// Reads fixed fields one after the other; the caller has checked the size.
class HeaderReader {
public:
    explicit HeaderReader(QByteArrayView bytes)
        : m_bytes(bytes) {}
    QByteArrayView take(qsizetype length) {
        const QByteArrayView field = m_bytes.sliced(m_at, length);
        m_at += length;
        return field;
    }
    template <class Integer>
    Integer number() {
        return qFromLittleEndian<Integer>(take(sizeof(Integer)).data());
    }
    template <class Fixed>
    Fixed fixed() {
        return *Fixed::fromBytes(take(Fixed::size));
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

QByteArray headerBytes(const EntryHeader& header) {
    QByteArray out;
    out.reserve(headerSize);
    out += magic;
    append(out, suiteOne);
    append(out, static_cast<std::uint8_t>(header.type));
    append(out, std::uint8_t{0}); // flags
    out += header.clinic.view();
    out += header.stream.toByteArray();
    append(out, header.seq);
    out += header.prev.view();
    out += header.membershipHead.view();
    append(out, header.epoch);
    out += header.keyCommit.view();
    out += header.nonce.view();
    append(out, header.sealedSize);
    Q_ASSERT(out.size() == headerSize);
    return out;
}

crypto::SealKey entryKey(const crypto::EpochKey& epoch, const base::Uuid& stream) {
    return crypto::deriveKey(epoch.secret(), "entry/1", stream.toByteArray());
}

QByteArrayView signedPart(QByteArrayView entry) {
    return entry.chopped(signatureSize);
}

base::Result<AuthorProof> checkAuthor(const std::optional<base::Uuid>& author,
                                      const std::optional<crypto::Signature>& signature,
                                      const Hash& message, const Membership& trust) {
    if (!signature)
        return AuthorProof::None;
    if (!author)
        return fail(ErrorCode::BadSignature, QStringLiteral("author"));
    const Member* member = trust.member(*author);
    if (!member)
        return AuthorProof::UnknownKey;
    const auto signedBy = [&](const crypto::SigningPublicKey& key) {
        return crypto::verify(key, authorDomain, message.view(), *signature);
    };
    if (!signedBy(member->key) &&
        std::none_of(member->formerKeys.begin(), member->formerKeys.end(), signedBy))
        return fail(ErrorCode::BadSignature, QStringLiteral("author"));
    return AuthorProof::Verified;
}

} // namespace

base::Result<EntryHeader> parseHeader(QByteArrayView entry) {
    if (entry.size() < headerSize + leastSealed + signatureSize)
        return malformed("size");
    if (entry.size() > maxEntrySize)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("size"));
    HeaderReader in(entry);
    if (in.take(magic.size()) != magic)
        return malformed("magic");
    if (in.number<std::uint16_t>() != suiteOne)
        return fail(ErrorCode::NewerVersion, QStringLiteral("suite"));
    const auto type = in.number<std::uint8_t>();
    const auto flags = in.number<std::uint8_t>();
    if (type < 1 || type > 2 || flags != 0)
        return fail(ErrorCode::NewerVersion, QStringLiteral("type"));
    const auto clinic = in.fixed<ClinicId>();
    EntryHeader header{
        .type = EntryType(type), .clinic = clinic, .stream = *base::Uuid::fromBytes(in.take(16))};
    header.seq = in.number<std::uint64_t>();
    header.prev = in.fixed<Hash>();
    header.membershipHead = in.fixed<Hash>();
    header.epoch = in.number<std::uint32_t>();
    header.keyCommit = in.fixed<Hash>();
    header.nonce = in.fixed<crypto::Nonce>();
    header.sealedSize = in.number<std::uint32_t>();
    if (entry.size() != headerSize + qsizetype{header.sealedSize} + signatureSize)
        return malformed("ct_len");
    if (header.seq == 0 || (header.seq == 1) != (header.prev == Hash{}))
        return malformed("seq");
    return header;
}

Hash entryHash(QByteArrayView entry) {
    return crypto::hash(entry);
}

base::Result<PreparedEntry> prepareEntry(const EntryDraft& draft, const KeyRing& keys,
                                         const crypto::SigningKey* authorKey,
                                         base::Random& random) {
    for (const Op& op : draft.ops)
        CHEVET_TRY(checkOp(op));
    if (authorKey && !draft.author)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("author"));
    if (draft.part && draft.part->count != 0 && draft.part->count != draft.part->index)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("part"));
    if (keys.currentEpoch() == 0)
        return fail(ErrorCode::UnknownKey, QStringLiteral("epoch"));
    PreparedEntry entry{.type = draft.type,
                        .epoch = keys.currentEpoch(),
                        .nonce = crypto::randomNonce(random),
                        .padded = {}};
    CHEVET_TRY_ASSIGN(const QByteArray payload, encodePayload(draft, keys, entry.nonce));
    std::optional<crypto::Signature> signature;
    if (authorKey)
        signature =
            authorKey->sign(authorDomain, authoredHash(keys.clinic(), entry.nonce, payload).view());
    entry.padded = pad(payload, signature);
    if (headerSize + entry.padded.size() + crypto::sealOverhead + signatureSize > maxEntrySize)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("entry"),
                    QString::number(entry.padded.size()));
    return entry;
}

base::Result<SealedEntry> sealEntry(const PreparedEntry& entry, const ChainPlace& place,
                                    const KeyRing& keys, const crypto::SigningKey& device) {
    const crypto::EpochKey* epoch = keys.epoch(entry.epoch);
    if (!epoch)
        return fail(ErrorCode::UnknownKey, QStringLiteral("epoch"));
    const EntryHeader header{
        .type = entry.type,
        .clinic = keys.clinic(),
        .stream = place.stream,
        .seq = place.seq,
        .prev = place.prev,
        .membershipHead = place.membershipHead,
        .epoch = entry.epoch,
        .keyCommit = keys.commitment(entry.epoch),
        .nonce = entry.nonce,
        .sealedSize = static_cast<std::uint32_t>(entry.padded.size() + crypto::sealOverhead)};
    SealedEntry sealed{.bytes = headerBytes(header), .hash = {}};
    sealed.bytes += crypto::seal(entryKey(*epoch, place.stream).secret(), entry.nonce, entry.padded,
                                 sealed.bytes);
    sealed.bytes += device.sign(entryDomain, crypto::hash(sealed.bytes).view()).view();
    sealed.hash = entryHash(sealed.bytes);
    return sealed;
}

// Of a revoked workstation: up to the last entries that were accepted, and no other in their place.
// An entry before that which is not of its chain is the chain's to refuse.
static bool counts(const Device& device, const EntryHeader& header, QByteArrayView entry) {
    return std::any_of(device.cuts.begin(), device.cuts.end(), [&](const Cut& cut) {
        return cut.stream == header.stream &&
               (header.seq < cut.seq || (header.seq == cut.seq && entryHash(entry) == cut.hash));
    });
}

// All of verifyEntry but whether it counts, which goes to `counted`.
static base::Result<EntryHeader> verifySigned(QByteArrayView entry, const Membership& trust,
                                              bool& counted) {
    CHEVET_TRY_ASSIGN(const EntryHeader header, parseHeader(entry));
    if (header.clinic != trust.clinic())
        return fail(ErrorCode::WrongClinic, QStringLiteral("entry"));
    const Device* device = trust.deviceOfStream(header.stream);
    if (!device)
        return fail(ErrorCode::UnknownKey, QStringLiteral("stream"), header.stream.toHex());
    const auto signature = crypto::Signature::fromBytes(entry.last(signatureSize));
    if (!crypto::verify(device->sign, entryDomain, crypto::hash(signedPart(entry)).view(),
                        *signature))
        return fail(ErrorCode::BadSignature, QStringLiteral("entry"));
    if (!trust.knowsHead(header.membershipHead))
        return fail(ErrorCode::UnknownKey, QStringLiteral("membership head"));
    if (!trust.knowsEpoch(header.epoch, header.keyCommit))
        return fail(ErrorCode::UnknownKey, QStringLiteral("epoch commitment"));
    counted = !device->revoked || counts(*device, header, entry);
    return header;
}

base::Result<EntryHeader> verifyEntry(QByteArrayView entry, const Membership& trust) {
    bool counted = false;
    CHEVET_TRY_ASSIGN(const EntryHeader header, verifySigned(entry, trust, counted));
    if (!counted)
        return fail(ErrorCode::Revoked, QStringLiteral("entry"), QString::number(header.seq));
    return header;
}

// Of an entry whose signature is good, whether it counts or not.
static base::Result<OpenedEntry> openSigned(QByteArrayView entry, const EntryHeader& header,
                                            const Membership& trust, const KeyRing& keys) {
    const crypto::EpochKey* epoch = keys.epoch(header.epoch, header.keyCommit);
    if (!epoch)
        return fail(ErrorCode::UnknownKey, QStringLiteral("epoch"), QString::number(header.epoch));
    const QByteArrayView sealed = entry.sliced(headerSize, header.sealedSize);
    CHEVET_TRY_ASSIGN(const QByteArray padded,
                      crypto::open(entryKey(*epoch, header.stream).secret(), header.nonce, sealed,
                                   entry.first(headerSize)));
    CHEVET_TRY_ASSIGN(const Unpadded plain, unpad(padded));
    OpenedEntry opened{.header = header,
                       .hash = entryHash(entry),
                       .content = {},
                       .unreadable = {},
                       .author = AuthorProof::None};
    CHEVET_TRY_ASSIGN(opened.content,
                      decodePayload(plain.payload, keys, header.nonce, opened.unreadable));
    opened.content.type = header.type;
    CHEVET_TRY_ASSIGN(opened.author,
                      checkAuthor(opened.content.author, plain.author,
                                  authoredHash(header.clinic, header.nonce, plain.payload), trust));
    return opened;
}

base::Result<OpenedEntry> openEntry(QByteArrayView entry, const Membership& trust,
                                    const KeyRing& keys) {
    CHEVET_TRY_ASSIGN(const EntryHeader header, verifyEntry(entry, trust));
    return openSigned(entry, header, trust, keys);
}

base::Result<BroughtKeys> keysBroughtBy(QByteArrayView entry, const Membership& trust,
                                        const KeyRing& keys) {
    BroughtKeys brought;
    CHEVET_TRY_ASSIGN(const EntryHeader header, verifySigned(entry, trust, brought.counted));
    CHEVET_TRY_ASSIGN(OpenedEntry opened, openSigned(entry, header, trust, keys));
    brought.keys = std::move(opened.content.newKeys);
    return brought;
}

} // namespace chevet::log
