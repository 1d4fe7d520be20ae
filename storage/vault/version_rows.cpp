#include "vault/version_rows.h"

#include "crypto/primitives/hash.h"
#include "record/json_view.h"
#include "vault/extra.h"

namespace chevet::vault {

using base::Result;

namespace {

// Content and attachments; ids of blobs are random and say nothing.
log::Hash saysOf(const log::Hash& content, const std::vector<log::BlobRef>& blobs) {
    crypto::Hasher hasher;
    hasher.update("says/1").update(content.view());
    for (const log::BlobRef& blob : blobs)
        if (!blob.pointer.isEmpty())
            hasher.update(QByteArray::number(blob.pointer.size()))
                .update(":")
                .update(blob.pointer)
                .update(blob.hash.view());
    return hasher.finish();
}

quint32 flagsOf(const VersionRow& row, const Arrangement& arrangement, std::size_t index) {
    quint32 flags = 0;
    if (row.op.kind == log::OpKind::Tombstone)
        flags |= StoredResource::Deleted;
    if (row.op.kind == log::OpKind::Resolve)
        flags |= StoredResource::Decided;
    if (arrangement.leaf[index] && arrangement.beside)
        flags |= StoredResource::Beside;
    if (arrangement.leaf[index] && arrangement.apart)
        flags |= StoredResource::Concurrent;
    return flags;
}

} // namespace

bool VersionRow::standsBefore(const VersionRow& other) const {
    return std::tuple(streamId, seq, place) < std::tuple(other.streamId, other.seq, other.place);
}

Result<> VersionRows::fill(VersionRow& row, const QByteArray* plain) {
    QByteArray expanded;
    if (plain == nullptr) {
        CHEVET_TRY_ASSIGN(expanded, plainOf(m_sources, row.op.blobs, row.op.body, row.op.patient));
        plain = &expanded;
    }
    record::JsonArena arena;
    row.content = crypto::hash(*plain);
    row.node = VersionNode{.digest = log::opDigest(row.op, QByteArrayView(*plain)),
                           .parents = row.op.parents,
                           .kind = row.op.kind,
                           .says = saysOf(row.content, row.op.blobs),
                           .lastUpdated = arena.parse(*plain)["meta"]["lastUpdated"].text()};
    return {};
}

Result<std::vector<VersionRow>> VersionRows::read(qint64 slot, const log::Op& op) {
    return readRows(
        m_database.query("SELECT version, stream, seq, op, flags, date, extra, body, 0 "
                         "FROM versions WHERE slot = ?1 UNION ALL SELECT version, stream, seq, op, "
                         "flags, date, extra, body, 1 FROM current WHERE slot = ?1 "
                         "ORDER BY version",
                         slot),
        op);
}

// Writers ask for the current version of everything that comes again: a long history is not read
// for that.
Result<std::vector<VersionRow>> VersionRows::readLast(qint64 slot, const log::Op& op) {
    CHEVET_TRY_ASSIGN(auto rows,
                      readRows(m_database.query("SELECT version, stream, seq, op, flags, date, "
                                                "extra, body, 1 FROM current WHERE slot = ?1",
                                                slot),
                               op));
    const bool alone = rows.empty() || (rows.front().flags & StoredResource::Beside) == 0;
    return alone ? base::Result<std::vector<VersionRow>>(std::move(rows)) : read(slot, op);
}

Result<std::vector<VersionRow>> VersionRows::readRows(Statement query, const log::Op& op) {
    std::vector<VersionRow> rows;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool more, query.next());
        if (!more)
            break;
        CHEVET_TRY_ASSIGN(Extra extra, decodeExtra(query.view(6)));
        CHEVET_TRY_ASSIGN(const base::Uuid stream, m_names.streamId(query.small(1)));
        VersionRow row{.stream = query.small(1), .streamId = stream};
        row.op = log::Op{.kind = extra.kind,
                         .patient = op.patient,
                         .resourceType = op.resourceType,
                         .resourceId = op.resourceId,
                         .parents = std::move(extra.parents),
                         .body = query.blob(7),
                         .blobs = std::move(extra.blobs),
                         .source = {}};
        row.seq = static_cast<quint64>(query.integer(2));
        row.place = query.small(3);
        row.date = query.text(5);
        row.version = query.small(0);
        row.flags = static_cast<quint32>(query.integer(4));
        row.current = query.integer(8) != 0;
        rows.push_back(std::move(row));
    }
    for (VersionRow& row : rows)
        CHEVET_TRY(fill(row));
    return rows;
}

std::vector<VersionRow> VersionRows::arranged(std::vector<VersionRow> rows) {
    std::vector<VersionNode> nodes;
    nodes.reserve(rows.size());
    for (const VersionRow& row : rows)
        nodes.push_back(row.node);
    const Arrangement arrangement = arrange(nodes);
    std::vector<VersionRow> out;
    out.reserve(rows.size());
    for (const std::size_t index : arrangement.order) {
        VersionRow row = rows[index];
        row.version = static_cast<int>(out.size()) + 1;
        row.flags = flagsOf(row, arrangement, index);
        row.current = out.size() + 1 == rows.size();
        out.push_back(std::move(row));
    }
    return out;
}

Result<> VersionRows::write(qint64 slot, int type, const std::vector<VersionRow>& rows) {
    CHEVET_TRY(m_database.run("DELETE FROM versions WHERE slot = ?1", slot));
    for (const VersionRow& row : rows) {
        auto query = m_database.query(
            row.current
                ? "INSERT OR REPLACE INTO current(slot, version, stream, seq, op, flags, date, "
                  "extra, "
                  "body, type, id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                : "INSERT INTO versions(slot, version, stream, seq, op, flags, date, extra, body) "
                  "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            slot);
        for (const qint64 number : {qint64(row.version), qint64(row.stream), qint64(row.seq),
                                    qint64(row.place), qint64(row.flags)})
            query.bind(number);
        query.bind(row.date.isNull() ? QStringLiteral("") : row.date);
        query.bind(encodeExtra({row.op.kind, row.op.parents, row.op.blobs}));
        query.bind(QByteArrayView(row.op.body));
        if (row.current) {
            query.bind(qint64(type));
            bindId(query, row.op.resourceId);
        }
        CHEVET_TRY(query.finish());
        for (const log::BlobRef& blob : row.op.blobs)
            CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO blobs(id, slot, version) "
                                      "VALUES(?1, ?2, ?3)",
                                      blob.id, slot, row.version));
    }
    return {};
}

} // namespace chevet::vault
