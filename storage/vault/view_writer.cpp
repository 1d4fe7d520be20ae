#include "vault/view_writer.h"

#include "crypto/primitives/hash.h"
#include "log/body_codec.h"
#include "vault/hash_tree.h"
#include "vault/slots.h"

namespace chevet::vault {

using base::Result;
using crypto::Hash;

Result<bool> ViewWriter::accept(const Incoming& entry) {
    CHEVET_TRY_ASSIGN(const int stream, m_names.streamNumber(entry.ref.stream));
    {
        auto query = m_database.query("SELECT seq FROM streams WHERE stream = ?1", stream);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (row && static_cast<quint64>(query.integer(0)) >= entry.ref.seq)
            return false;
    }
    CHEVET_TRY(record(entry, stream));
    const auto& part = entry.content.part;
    if (!part) {
        CHEVET_TRY(applyUnit(entry));
        return true;
    }
    CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO waiting(part_set, part, stream, seq) "
                              "VALUES(?1, ?2, ?3, ?4)",
                              part->set, part->index, stream, entry.ref.seq));
    auto query = m_database.query("SELECT count(*) FROM waiting WHERE part_set = ?1", part->set);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    // The last part may arrive before others: it alone knows the count, so ask every time.
    if (row && part->count != 0 && query.integer(0) == static_cast<qint64>(part->count))
        CHEVET_TRY(applyUnit(entry));
    return true;
}

Result<> ViewWriter::record(const Incoming& entry, int stream) {
    const log::EntryRef& ref = entry.ref;
    CHEVET_TRY(m_database.run("UPDATE streams SET seq = ?2, hash = ?3 WHERE stream = ?1", stream,
                              ref.seq, ref.hash));
    CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO entries(stream, seq, hash, segment, offset, "
                              "length, time, author) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                              stream, ref.seq, ref.hash, ref.segment, ref.offset, ref.length,
                              entry.content.time >> 16U, entry.content.author));
    for (const auto& key : entry.content.newKeys)
        CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO keys(patient, keybox, sealed) "
                                  "VALUES(?1, ?2, ?3)",
                                  key.patient, key.keybox, key.sealed));
    return {};
}

Result<> ViewWriter::applyUnit(const Incoming& last) {
    if (last.content.part && last.content.part->index > 1) {
        auto query = m_database.query(
            "SELECT s.id, w.seq, e.hash, e.segment, e.offset, e.length FROM waiting w "
            "JOIN streams s ON s.stream = w.stream JOIN entries e ON e.stream = w.stream AND "
            "e.seq = w.seq WHERE w.part_set = ?1 AND w.part < ?2 ORDER BY w.part",
            last.content.part->set, last.content.part->index);
        for (;;) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            CHEVET_TRY_ASSIGN(const base::Uuid stream, query.uuid(0));
            CHEVET_TRY_ASSIGN(const Hash hash, query.hash(2));
            const log::EntryRef ref{stream,
                                    static_cast<quint64>(query.integer(1)),
                                    hash,
                                    static_cast<quint32>(query.integer(3)),
                                    static_cast<quint64>(query.integer(4)),
                                    static_cast<quint32>(query.integer(5))};
            CHEVET_TRY_ASSIGN(const log::EntryDraft content, m_sources.entry(ref));
            CHEVET_TRY(applyEntry(ref, content));
        }
    }
    CHEVET_TRY(applyEntry(last.ref, last.content));
    if (last.content.part)
        CHEVET_TRY(
            m_database.run("DELETE FROM waiting WHERE part_set = ?1", last.content.part->set));
    return finishUnit();
}

Result<> ViewWriter::applyEntry(const log::EntryRef& ref, const log::EntryDraft& content) {
    CHEVET_TRY_ASSIGN(const int stream, m_names.streamNumber(ref.stream));
    std::vector<Routed> routed;
    routed.reserve(content.ops.size());
    Place place{stream, ref.seq, 0};
    for (const log::Op& op : content.ops) {
        CHEVET_TRY_ASSIGN(auto one, route(op, place));
        if (one)
            routed.push_back(*one);
        ++place.op;
    }
    // In the order of the tree: a new patient's rows are written from left to right, so its pages
    // are full. Operations on one resource keep their order.
    std::stable_sort(routed.begin(), routed.end(), [](const Routed& a, const Routed& b) {
        return std::pair(a.owner, a.hash & 0xffffffffU) < std::pair(b.owner, b.hash & 0xffffffffU);
    });
    qint64 noted = -1;
    for (const Routed& one : routed) {
        if (one.owner != noted) {
            noted = one.owner;
            m_touched.insert(noted);
            CHEVET_TRY(m_database.run(
                "INSERT OR IGNORE INTO touched(owner, stream, seq) VALUES(?1, ?2, ?3)", noted,
                stream, ref.seq));
        }
        CHEVET_TRY(applyRouted(one));
    }
    return {};
}

Result<std::optional<ViewWriter::Routed>> ViewWriter::route(const log::Op& op, const Place& place) {
    if (m_only && op.patient != m_onlyKey)
        return std::nullopt;
    if (op.kind == log::OpKind::Access) {
        if (!m_only)
            CHEVET_TRY(noteAccess(op, place));
        return std::nullopt;
    }
    Routed routed{.op = &op, .place = place, .hash = nameHash(op.resourceType, op.resourceId)};
    CHEVET_TRY_ASSIGN(routed.owner, ownerOf(op, routed.hash));
    if (m_only && routed.owner != *m_only)
        return std::nullopt;
    if (op.kind == log::OpKind::Shred) {
        if (op.patient)
            CHEVET_TRY(shred(routed.owner, *op.patient));
        return std::nullopt;
    }
    CHEVET_TRY_ASSIGN(const auto known, m_names.knownType(op.resourceType));
    if (m_only && !known) // the table of types itself is wrong: more than this owner must be remade
        return base::fail(base::ErrorCode::RootMismatch, QStringLiteral("types"));
    CHEVET_TRY_ASSIGN(routed.type, m_names.typeNumber(op.resourceType));
    return routed;
}

Result<qint64> ViewWriter::ownerOf(const log::Op& op, quint64 hash) {
    if (!op.patient)
        return shardOf(hash);
    CHEVET_TRY_ASSIGN(const auto known, m_patients.ownerOfKey(*op.patient));
    if (known)
        return *known;
    return m_patients.create(*op.patient);
}

Result<> ViewWriter::noteAccess(const log::Op& op, const Place& place) {
    return m_database.run("INSERT OR REPLACE INTO accesses(stream, seq, op, patient, body) "
                          "VALUES(?1, ?2, ?3, ?4, ?5)",
                          place.stream, place.seq, place.op, op.patient, QByteArrayView(op.body));
}

Result<QByteArray> ViewWriter::plainOf(const log::Op& op) {
    if (!op.body.isEmpty())
        return log::BodyCodec::instance().decode(op.body);
    for (const auto& blob : op.blobs) {
        if (!blob.pointer.isEmpty())
            continue;
        CHEVET_TRY_ASSIGN(const QByteArray frame, m_sources.frame(blob, op.patient));
        return log::BodyCodec::instance().decode(frame);
    }
    return QByteArray();
}

Result<> ViewWriter::finishUnit() {
    for (const qint64 owner : m_touched)
        CHEVET_TRY(finishOwner(owner));
    m_touched.clear();
    m_persons.clear();
    return {};
}

Result<Hash> ViewWriter::seal() {
    HashTree tree(m_database);
    return tree.update(m_leaves);
}

Result<> ViewWriter::remake(qint64 owner, const std::optional<base::Uuid>& key,
                            const std::vector<log::EntryRef>& entries) {
    m_only = owner;
    m_onlyKey = key;
    CHEVET_TRY(clearOwner(owner));
    for (const log::EntryRef& ref : entries) {
        CHEVET_TRY_ASSIGN(const log::EntryDraft content, m_sources.entry(ref));
        CHEVET_TRY(applyEntry(ref, content));
        CHEVET_TRY(finishUnit());
    }
    m_only.reset();
    m_onlyKey.reset();
    return {};
}

} // namespace chevet::vault
