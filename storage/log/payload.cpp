#include "log/payload.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"
#include "log/cbor.h"
#include "log/op_codec.h"

#include <QtEndian>

#include <bit>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

enum Key { Schema, Time, Author, Reason, PartKey, Heads, NewKeys, Groups };
constexpr std::uint64_t schemaMajor = 1;
constexpr std::uint64_t schemaMinor = 0;
constexpr std::uint64_t maxHeads = 4096;
constexpr std::uint64_t maxNewKeys = 8192;
constexpr std::uint64_t maxGroups = 8192;
constexpr qsizetype maxReason = 4096;
constexpr qsizetype lengthField = 5; // u32 and the countersigned byte
constexpr qsizetype leastPadded = 1024;

std::unexpected<base::Error> malformed(const char* what) {
    return fail(ErrorCode::Malformed, QLatin1String(what));
}

template <class Integer>
QByteArray littleEndian(Integer value) {
    const Integer little = qToLittleEndian(value);
    return {reinterpret_cast<const char*>(&little), sizeof little};
}

QByteArray groupContext(const ClinicId& clinic, const base::Uuid& patient,
                        const crypto::Nonce& nonce, std::uint32_t index) {
    QByteArray context("qs/group/1");
    context += clinic.view();
    context += patient.toByteArray();
    context += nonce.view();
    context += littleEndian(index);
    return context;
}

// Unique because the entry's nonce is random and each group of an entry has its own index.
crypto::Nonce groupNonce(const crypto::Nonce& entry, std::uint32_t index) {
    crypto::Hasher hasher;
    hasher.update("qs/group-nonce/1")
        .update(entry.view())
        .update(QByteArrayView(littleEndian(index)));
    const Hash hash = hasher.finish();
    return *crypto::Nonce::fromBytes(hash.view().first(crypto::Nonce::size));
}

// The tag of XChaCha20-Poly1305 does not commit to the key; this keyed hash does (trust.md MS06).
Hash groupMac(const crypto::PatientKey& key, QByteArrayView context, QByteArrayView plain) {
    QByteArray message = context.toByteArray();
    message += plain;
    return crypto::keyedHash(key.secret(), "group-mac/1", message);
}

base::Result<> writeGroup(CborWriter& out, std::span<const Op> ops, std::uint32_t index,
                          const EntryDraft& draft, const KeyRing& keys,
                          const crypto::Nonce& nonce) {
    const QByteArray plain = encodeOps(ops);
    out.array(3);
    if (!ops.front().patient) {
        out.null().bytes(plain).null();
        return {};
    }
    const base::Uuid& patient = *ops.front().patient;
    CHEVET_TRY_ASSIGN(const crypto::PatientKey key, findPatientKey(patient, draft.newKeys, keys));
    const QByteArray context = groupContext(keys.clinic(), patient, nonce, index);
    const crypto::SealKey sealKey = crypto::deriveKey(key.secret(), "group/1");
    out.bytes(patient.toByteArray());
    out.bytes(crypto::seal(sealKey.secret(), groupNonce(nonce, index), plain, context));
    out.bytes(groupMac(key, context, plain).view());
    return {};
}

std::vector<std::span<const Op>> runsOfOnePatient(std::span<const Op> ops) {
    std::vector<std::span<const Op>> runs;
    for (std::size_t from = 0, to = 0; from < ops.size(); from = to) {
        while (to < ops.size() && ops[to].patient == ops[from].patient)
            ++to;
        runs.push_back(ops.subspan(from, to - from));
    }
    return runs;
}

base::Result<> writeGroups(CborWriter& out, const EntryDraft& draft, const KeyRing& keys,
                           const crypto::Nonce& nonce) {
    const auto runs = runsOfOnePatient(draft.ops);
    if (runs.size() > maxGroups)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("groups"));
    out.number(Groups).array(runs.size());
    std::uint32_t index = 0;
    for (const auto run : runs)
        CHEVET_TRY(writeGroup(out, run, index++, draft, keys, nonce));
    return {};
}

void writeHeads(CborWriter& out, const std::vector<KnownHead>& heads) {
    out.number(Heads).array(heads.size());
    for (const KnownHead& head : heads)
        out.array(3).bytes(head.stream.toByteArray()).number(head.seq).bytes(head.hash.view());
}

void writeNewKeys(CborWriter& out, const std::vector<WrappedPatientKey>& keys) {
    out.number(NewKeys).array(keys.size());
    for (const WrappedPatientKey& key : keys)
        out.array(3).bytes(key.patient.toByteArray()).number(key.keybox).bytes(key.sealed);
}

void writePart(CborWriter& out, const Part& part) {
    out.number(PartKey)
        .array(3)
        .bytes(part.set.toByteArray())
        .number(part.index)
        .number(part.count);
}

Part readPart(CborReader& in) {
    in.exactly(3);
    Part part{.set = in.uuid()};
    part.index = static_cast<std::uint32_t>(in.number(1, 0xFFFFFFFF));
    part.count = static_cast<std::uint32_t>(in.number(0, 0xFFFFFFFF));
    if (part.count != 0 && part.count != part.index)
        in.fail();
    return part;
}

void readHeads(CborReader& in, std::vector<KnownHead>& heads) {
    for (std::uint64_t left = in.array(maxHeads); left > 0 && !in.failed(); --left) {
        in.exactly(3);
        KnownHead head{.stream = in.uuid()};
        head.seq = in.number();
        head.hash = in.fixed<Hash>();
        heads.push_back(head);
    }
    if (heads.empty())
        in.fail();
}

void readNewKeys(CborReader& in, std::vector<WrappedPatientKey>& keys) {
    for (std::uint64_t left = in.array(maxNewKeys); left > 0 && !in.failed(); --left) {
        in.exactly(3);
        WrappedPatientKey key{.patient = in.uuid()};
        key.keybox = static_cast<std::uint32_t>(in.number(1, 0xFFFFFFFF));
        key.sealed = in.bytes(WrappedPatientKey::sealedSize).toByteArray();
        if (key.sealed.size() != WrappedPatientKey::sealedSize)
            in.fail();
        keys.push_back(std::move(key));
    }
    if (keys.empty())
        in.fail();
}

class PayloadReader {
public:
    PayloadReader(QByteArrayView payload, const KeyRing& keys, const crypto::Nonce& nonce,
                  std::vector<base::Uuid>& unreadable)
        : m_in(payload)
        , m_keys(keys)
        , m_nonce(nonce)
        , m_unreadable(unreadable) {}

    base::Result<EntryDraft> read() {
        int key = -1;
        for (std::uint64_t left = m_in.map(64); left > 0 && !m_in.failed(); --left) {
            key = m_in.key(key);
            if (m_in.failed())
                break;
            CHEVET_TRY(readField(key));
        }
        if (!m_in.finish() || !m_hasSchema || !m_hasTime)
            return malformed("payload");
        return std::move(m_draft);
    }

private:
    base::Result<> readSchema() {
        m_hasSchema = true;
        m_in.exactly(2);
        const std::uint64_t major = m_in.number();
        m_in.number();
        if (!m_in.failed() && major != schemaMajor)
            return fail(ErrorCode::NewerVersion, QStringLiteral("payload"),
                        QStringLiteral("schema %1").arg(major));
        return {};
    }

    base::Result<> readField(int key) {
        switch (key) {
        case Schema:
            return readSchema();
        case Time:
            m_hasTime = true;
            m_draft.time = m_in.number();
            return {};
        case Author:
            m_draft.author = m_in.uuid();
            return {};
        case Reason:
            m_draft.reason = m_in.text(maxReason).toByteArray();
            return {};
        case PartKey:
            m_draft.part = readPart(m_in);
            return {};
        case Heads:
            readHeads(m_in, m_draft.heads);
            return {};
        case NewKeys:
            readNewKeys(m_in, m_draft.newKeys);
            return {};
        case Groups:
            return readGroups();
        default:
            m_in.skip();
            if (key >= firstOptionalKey)
                return {};
            return fail(ErrorCode::NewerVersion, QStringLiteral("payload"),
                        QStringLiteral("key %1").arg(key));
        }
    }

    base::Result<> readGroups() {
        const std::uint64_t count = m_in.array(maxGroups);
        for (std::uint32_t index = 0; index < count && !m_in.failed(); ++index)
            CHEVET_TRY(readGroup(index));
        return {};
    }

    base::Result<> readGroup(std::uint32_t index) {
        m_in.exactly(3);
        std::optional<base::Uuid> patient;
        if (!m_in.isNull())
            patient = m_in.uuid();
        const QByteArrayView content = m_in.bytes(maxEntrySize);
        if (!patient) {
            if (!m_in.isNull() || m_in.failed())
                return malformed("group");
            return keep(decodeOps(content, patient));
        }
        const Hash mac = m_in.fixed<Hash>();
        if (m_in.failed())
            return malformed("group");
        return openGroup(*patient, index, content, mac);
    }

    base::Result<> openGroup(const base::Uuid& patient, std::uint32_t index, QByteArrayView sealed,
                             const Hash& mac) {
        const auto key = findPatientKey(patient, m_draft.newKeys, m_keys);
        if (!key && key.error().code == ErrorCode::UnknownKey) {
            m_unreadable.push_back(patient);
            return {};
        }
        if (!key)
            return std::unexpected(key.error());
        const QByteArray context = groupContext(m_keys.clinic(), patient, m_nonce, index);
        const crypto::SealKey sealKey = crypto::deriveKey(key->secret(), "group/1");
        CHEVET_TRY_ASSIGN(
            const QByteArray plain,
            crypto::open(sealKey.secret(), groupNonce(m_nonce, index), sealed, context));
        if (groupMac(*key, context, plain) != mac)
            return fail(ErrorCode::DecryptFailed, QStringLiteral("group"));
        return keep(decodeOps(plain, patient));
    }

    base::Result<> keep(base::Result<std::vector<Op>> ops) {
        if (!ops)
            return std::unexpected(std::move(ops).error());
        std::move(ops->begin(), ops->end(), std::back_inserter(m_draft.ops));
        return {};
    }

    CborReader m_in;
    const KeyRing& m_keys;
    const crypto::Nonce& m_nonce;
    std::vector<base::Uuid>& m_unreadable;
    EntryDraft m_draft;
    bool m_hasSchema = false;
    bool m_hasTime = false;
};

} // namespace

base::Result<crypto::PatientKey> findPatientKey(const base::Uuid& patient,
                                                const std::vector<WrappedPatientKey>& fresh,
                                                const KeyRing& keys) {
    const auto found = std::find_if(fresh.begin(), fresh.end(),
                                    [&](const auto& key) { return key.patient == patient; });
    return found == fresh.end() ? keys.patientKey(patient) : keys.unwrap(*found);
}

base::Result<QByteArray> encodePayload(const EntryDraft& draft, const KeyRing& keys,
                                       const crypto::Nonce& nonce) {
    if (draft.reason.size() > maxReason || draft.heads.size() > maxHeads ||
        draft.newKeys.size() > maxNewKeys)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("payload"));
    const std::uint64_t fields = 2U + (draft.author ? 1U : 0U) +
                                 (draft.reason.isEmpty() ? 0U : 1U) + (draft.part ? 1U : 0U) +
                                 (draft.heads.empty() ? 0U : 1U) +
                                 (draft.newKeys.empty() ? 0U : 1U) + (draft.ops.empty() ? 0U : 1U);
    CborWriter out;
    out.map(fields)
        .number(Schema)
        .array(2)
        .number(schemaMajor)
        .number(schemaMinor)
        .number(Time)
        .number(draft.time);
    if (draft.author)
        out.number(Author).bytes(draft.author->toByteArray());
    if (!draft.reason.isEmpty())
        out.number(Reason).text(draft.reason);
    if (draft.part)
        writePart(out, *draft.part);
    if (!draft.heads.empty())
        writeHeads(out, draft.heads);
    if (!draft.newKeys.empty())
        writeNewKeys(out, draft.newKeys);
    if (!draft.ops.empty())
        CHEVET_TRY(writeGroups(out, draft, keys, nonce));
    return out.result();
}

base::Result<EntryDraft> decodePayload(QByteArrayView payload, const KeyRing& keys,
                                       const crypto::Nonce& nonce,
                                       std::vector<base::Uuid>& unreadable) {
    return PayloadReader(payload, keys, nonce, unreadable).read();
}

qsizetype paddedSize(qsizetype size) noexcept {
    if (size <= leastPadded)
        return leastPadded;
    const auto length = static_cast<std::uint64_t>(size);
    const auto exponent = static_cast<unsigned>(std::bit_width(length)) - 1; // E = floor(log2 L)
    const auto significant =
        static_cast<unsigned>(std::bit_width(exponent)); // S = floor(log2 E) + 1
    const std::uint64_t mask = (std::uint64_t{1} << (exponent - significant)) - 1;
    return static_cast<qsizetype>((length + mask) & ~mask);
}

QByteArray pad(QByteArrayView payload, const std::optional<crypto::Signature>& author) {
    const qsizetype used = lengthField + payload.size() + (author ? crypto::Signature::size : 0);
    QByteArray out;
    out.reserve(paddedSize(used));
    out += littleEndian(static_cast<std::uint32_t>(payload.size()));
    out += static_cast<char>(author ? 1 : 0);
    out += payload;
    if (author)
        out += author->view();
    out.append(paddedSize(used) - used, '\0');
    return out;
}

base::Result<Unpadded> unpad(QByteArrayView padded) {
    if (padded.size() < leastPadded)
        return malformed("padding");
    const auto length = qsizetype{qFromLittleEndian<std::uint32_t>(padded.data())};
    const auto countersigned = static_cast<std::uint8_t>(padded[4]);
    const qsizetype used =
        lengthField + length + (countersigned == 1 ? crypto::Signature::size : 0);
    if (countersigned > 1 || used > padded.size() || paddedSize(used) != padded.size())
        return malformed("padding");
    const QByteArrayView rest = padded.sliced(used);
    if (std::any_of(rest.begin(), rest.end(), [](char c) { return c != 0; }))
        return malformed("padding");
    Unpadded result{.payload = padded.sliced(lengthField, length), .author = {}};
    if (countersigned == 1)
        result.author = crypto::Signature::fromBytes(
            padded.sliced(lengthField + length, crypto::Signature::size));
    return result;
}

Hash authoredHash(const ClinicId& clinic, const crypto::Nonce& nonce, QByteArrayView payload) {
    return crypto::Hasher().update(clinic.view()).update(nonce.view()).update(payload).finish();
}

} // namespace chevet::log
