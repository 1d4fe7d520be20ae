#include "vault/log_comparison.h"

#include "crypto/primitives/hash.h"
#include "vault/extra.h"
#include "vault/facts.h"
#include "vault/patients.h"
#include "vault/slots.h"
#include "vault/vault_state.h"
#include "vault/version_rows.h"

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

Result<> LogComparison::begin() {
    auto query = m_database.query("SELECT stream, seq FROM waiting");
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return {};
        m_waiting.emplace(query.small(0), static_cast<quint64>(query.integer(1)));
    }
}

Result<bool> LogComparison::isApplied(const log::EntryRef& ref) {
    auto query =
        m_database.query("SELECT 1 FROM streams WHERE id = ?1 AND seq >= ?2", ref.stream, ref.seq);
    return query.next();
}

Result<> LogComparison::entry(const log::EntryRef& ref, const log::EntryDraft& content) {
    int stream = 0;
    {
        auto query = m_database.query("SELECT stream FROM streams WHERE id = ?1", ref.stream);
        CHEVET_TRY_ASSIGN(const bool known, query.next());
        if (!known) {
            noteTable("streams");
            return {};
        }
        stream = query.small(0);
    }
    CHEVET_TRY(compareEntry(ref, content, stream));
    CHEVET_TRY(compareKeys(content));
    if (m_waiting.contains({stream, ref.seq})) {
        if (!content.part)
            noteTable("waiting");
        return {}; // not shown yet
    }
    Place place{stream, ref.seq, 0};
    for (const log::Op& op : content.ops) {
        CHEVET_TRY(compareOp(op, place));
        ++place.op;
    }
    return {};
}

Result<> LogComparison::compareEntry(const log::EntryRef& ref, const log::EntryDraft& content,
                                     int stream) {
    auto query = m_database.query("SELECT hash, segment, offset, length, time, author "
                                  "FROM entries WHERE stream = ?1 AND seq = ?2",
                                  stream, ref.seq);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    const auto authorBytes = content.author ? content.author->toByteArray() : QByteArray();
    const bool same = row && query.view(0) == ref.hash.view() &&
                      query.integer(1) == static_cast<qint64>(ref.segment) &&
                      query.integer(2) == static_cast<qint64>(ref.offset) &&
                      query.integer(3) == static_cast<qint64>(ref.length) &&
                      query.integer(4) == static_cast<qint64>(content.time >> 16U) &&
                      query.view(5) == QByteArrayView(authorBytes);
    if (!same)
        noteTable("entries");
    return {};
}

Result<> LogComparison::compareKeys(const log::EntryDraft& content) {
    for (const log::WrappedPatientKey& key : content.newKeys) {
        auto query =
            m_database.query("SELECT keybox, sealed FROM keys WHERE patient = ?1", key.patient);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        const bool same = row && query.integer(0) == static_cast<qint64>(key.keybox) &&
                          query.view(1) == QByteArrayView(key.sealed);
        if (same)
            m_otherKeys.erase(key.patient); // wrapped again: the latest counts
        else if (row && query.integer(0) == static_cast<qint64>(key.keybox))
            noteTable("keys");
        else
            m_otherKeys.insert(key.patient);
    }
    return {};
}

Result<> LogComparison::compareAccess(const log::Op& op, const Place& place) {
    auto query = m_database.query("SELECT patient, body, patient IS NULL OR EXISTS (SELECT 1 FROM "
                                  "keys k WHERE k.patient = a.patient) FROM accesses a "
                                  "WHERE stream = ?1 AND seq = ?2 AND op = ?3",
                                  place.stream, place.seq, place.op);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    const QByteArray patient = op.patient ? op.patient->toByteArray() : QByteArray();
    if (!row || query.view(0) != QByteArrayView(patient) ||
        query.view(1) != QByteArrayView(op.body))
        noteTable("accesses");
    else
        m_accesses += query.integer(2);
    return {};
}

Result<> LogComparison::compareOp(const log::Op& op, const Place& place) {
    if (op.kind == log::OpKind::Access)
        return compareAccess(op, place);
    if (op.kind == log::OpKind::Shred)
        return {};
    const quint64 hash = nameHash(op.resourceType, op.resourceId);
    qint64 owner = shardOf(hash);
    if (op.patient) {
        CHEVET_TRY_ASSIGN(const auto known, Patients(m_database).ownerOfKey(*op.patient));
        if (!known) // destroyed, or finish() misses its leaf
            return {};
        owner = *known;
    }
    {
        auto query = m_database.query("SELECT 1 FROM touched WHERE owner = ?1 AND stream = ?2 "
                                      "AND seq = ?3",
                                      owner, place.stream, place.seq);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            noteTable("touched");
    }
    CHEVET_TRY_ASSIGN(const auto slot,
                      findSlot(m_database, m_names, owner, op.resourceType, op.resourceId, hash));
    CHEVET_TRY_ASSIGN(const auto row, slot ? rowOf(*slot, place) : std::optional<Found>());
    bool same = false;
    if (row) {
        ++m_rows;
        CHEVET_TRY_ASSIGN(same, sameRow(op, *slot, *row));
    } else if (slot) {
        CHEVET_TRY_ASSIGN(same, saidElsewhere(op, *slot));
    }
    if (!same)
        m_wrong.insert(owner);
    return {};
}

Result<std::optional<LogComparison::Found>> LogComparison::rowOf(qint64 slot, const Place& place) {
    auto query =
        m_database.query("SELECT version, flags, date, extra, body, 1 FROM current "
                         "WHERE slot = ?1 AND stream = ?2 AND seq = ?3 AND op = ?4 UNION ALL "
                         "SELECT version, flags, date, extra, body, 0 FROM versions "
                         "WHERE slot = ?1 AND stream = ?2 AND seq = ?3 AND op = ?4",
                         slot, place.stream, place.seq, place.op);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return std::nullopt;
    return Found{.version = query.small(0),
                 .flags = static_cast<quint32>(query.integer(1)),
                 .date = query.text(2),
                 .extra = query.blob(3),
                 .body = query.blob(4),
                 .current = query.integer(5) != 0};
}

Result<bool> LogComparison::sameRow(const log::Op& op, qint64 slot, const Found& row) {
    if (row.body != op.body || row.extra != encodeExtra({op.kind, op.parents, op.blobs}))
        return false;
    CHEVET_TRY_ASSIGN(const QByteArray plain, plainOf(m_sources, op.blobs, op.body, op.patient));
    quint32 flags = 0;
    if (op.kind == log::OpKind::Tombstone)
        flags |= StoredResource::Deleted;
    if (op.kind == log::OpKind::Resolve)
        flags |= StoredResource::Decided;
    if (row.version == 1 && row.current) { // the only one
        if (row.flags != flags)
            return false;
    } else {
        CHEVET_TRY_ASSIGN(const bool ordered, isArranged(op, slot));
        if (!ordered)
            return false;
    }
    return sameIndex(op, slot, row, plain);
}

// Numbers and flags of all versions of a resource are what the set of them gives.
Result<bool> LogComparison::isArranged(const log::Op& op, qint64 slot) {
    if (const auto known = m_arranged.find(slot); known != m_arranged.end())
        return known->second;
    CHEVET_TRY_ASSIGN(const auto stored,
                      VersionRows(m_database, m_names, m_sources).read(slot, op));
    const auto right = VersionRows::arranged(stored);
    const bool same = std::equal(stored.begin(), stored.end(), right.begin(), right.end(),
                                 [](const VersionRow& a, const VersionRow& b) {
                                     return a.node.digest == b.node.digest &&
                                            a.version == b.version && a.flags == b.flags &&
                                            a.current == b.current;
                                 });
    m_arranged.emplace(slot, same); // once a resource, however many versions it has
    return same;
}

Result<bool> LogComparison::sameIndex(const log::Op& op, qint64 slot, const Found& row,
                                      QByteArrayView plain) {
    for (const log::BlobRef& blob : op.blobs) {
        auto query = m_database.query("SELECT slot, version FROM blobs WHERE id = ?1", blob.id);
        CHEVET_TRY_ASSIGN(const bool known, query.next());
        if (!known || query.integer(0) != slot || query.small(1) != row.version)
            return false;
    }
    const ResourceFacts facts = factsOf(op.resourceType, plain);
    if (row.date != facts.date)
        return false;
    if (!row.current || (row.flags & StoredResource::Deleted) != 0)
        return true;
    for (const QString& token : facts.identifiers) {
        auto query = m_database.query("SELECT 1 FROM identifiers WHERE token = ?1 AND slot = ?2",
                                      token, slot);
        CHEVET_TRY_ASSIGN(const bool known, query.next());
        if (!known)
            return false;
    }
    if (op.resourceType != "Appointment" || !facts.visit.known)
        return true;
    auto query =
        m_database.query("SELECT 1 FROM appointments WHERE slot = ?1 AND start = ?2 AND "
                         "text = ?3 AND minutes = ?4",
                         slot, facts.visit.startMs, facts.visit.start, facts.visit.minutes);
    return query.next();
}

// Two workstations that said the very same have one row, at the lower place (FORMAT.md §3).
Result<bool> LogComparison::saidElsewhere(const log::Op& op, qint64 slot) {
    CHEVET_TRY_ASSIGN(const QByteArray plain, plainOf(m_sources, op.blobs, op.body, op.patient));
    const log::Hash digest = log::opDigest(op, QByteArrayView(plain));
    CHEVET_TRY_ASSIGN(const auto rows, VersionRows(m_database, m_names, m_sources).read(slot, op));
    return std::any_of(rows.begin(), rows.end(),
                       [&](const VersionRow& row) { return row.node.digest == digest; });
}

Result<qint64> LogComparison::number(const char* sql) {
    auto query = m_database.query(sql);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    return row ? query.integer(0) : 0;
}

Result<qint64> LogComparison::countLeaves() {
    auto query = m_database.query("SELECT hashes FROM tree WHERE node < (1 << 40)");
    qint64 leaves = 0;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return leaves;
        const QByteArray hashes = query.blob(0);
        for (qsizetype at = 0; at + log::Hash::size <= hashes.size(); at += log::Hash::size)
            if (log::Hash::fromBytes(QByteArrayView(hashes).sliced(at, log::Hash::size)) !=
                log::Hash{})
                ++leaves;
    }
}

Result<> LogComparison::finish() {
    // A destroyed file has neither line nor key, and the operation that destroyed it can no longer
    // be read: but the tree says that nothing is there.
    for (const base::Uuid& patient : m_otherKeys) {
        CHEVET_TRY_ASSIGN(const auto owner, Patients(m_database).ownerOfKey(patient));
        if (owner)
            noteTable("keys");
    }
    CHEVET_TRY_ASSIGN(const qint64 owners,
                      number("SELECT count(*) FROM (SELECT DISTINCT slot >> 32 FROM current UNION "
                             "SELECT owner FROM patients)"));
    CHEVET_TRY_ASSIGN(const qint64 leaves, countLeaves());
    if (owners != leaves)
        noteTable("patients");
    CHEVET_TRY_ASSIGN(const qint64 rows, number("SELECT (SELECT count(*) FROM current) + "
                                                "(SELECT count(*) FROM versions)"));
    if (rows != m_rows && m_wrong.empty())
        noteTable("versions");
    CHEVET_TRY_ASSIGN(const qint64 gaps,
                      number("SELECT count(*) FROM (SELECT 1 FROM versions v GROUP BY slot HAVING "
                             "count(*) <> max(version) OR max(version) + 1 <> coalesce((SELECT "
                             "version FROM current c WHERE c.slot = v.slot), 0))"));
    if (gaps != 0 && m_wrong.empty())
        noteTable("versions");
    // The register of a destroyed file stays, though the log can no longer be read there.
    CHEVET_TRY_ASSIGN(const qint64 accesses,
                      number("SELECT count(*) FROM accesses a WHERE a.patient IS NULL OR EXISTS "
                             "(SELECT 1 FROM keys k WHERE k.patient = a.patient)"));
    if (accesses != m_accesses)
        noteTable("accesses");
    return {};
}

Result<> Vault::State::compareWithLog(const Proceed& proceed) {
    LogComparison comparison(*writer, sources);
    CHEVET_TRY(comparison.begin());
    bool whole = true; // else rows may be right that no readable entry vouches for
    qint64 done = 0;
    const auto onEntry = [&](const log::EntryRef& ref, QByteArrayView bytes) -> Result<> {
        const auto opened = log::openEntry(bytes, config.membership, config.keys);
        if (!opened) { // told by the log's own verification; a revoked workstation's do not count
            whole = whole && opened.error().code == ErrorCode::Revoked;
            return {};
        }
        CHEVET_TRY_ASSIGN(const bool applied, comparison.isApplied(ref));
        if (!applied) // waits for another
            return {};
        ++done;
        if (proceed && done % 64 == 0 && !proceed(done))
            return base::fail(ErrorCode::Cancelled);
        CHEVET_TRY(comparison.entry(ref, opened->content));
        // What follows could not be opened with a wrong key, though the log is whole.
        if (whole && comparison.wrongTable() == QLatin1String("keys"))
            return base::fail(ErrorCode::DatabaseDamaged, QStringLiteral("keys"));
        return {};
    };
    CHEVET_TRY(config.log.scan(onEntry, [&](const log::LogAlarm&) { whole = false; }));
    if (whole)
        CHEVET_TRY(comparison.finish());
    if (const QString& table = comparison.wrongTable(); !table.isEmpty()) {
        if (whole) // everything is made again
            return base::fail(ErrorCode::DatabaseDamaged, table, QStringLiteral("not the log's"));
        alarm("database-damaged", table, false, QStringLiteral("the log is damaged too"));
    }
    for (const qint64 owner : comparison.wrongOwners()) {
        const auto healed = heal(owner);
        if (!healed && whole)
            return healed;
        alarm("view-healed", QStringLiteral("versions"), healed.has_value());
    }
    return {};
}

} // namespace chevet::vault
