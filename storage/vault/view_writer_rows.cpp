// ViewWriter, the part that writes one operation's rows.

#include "crypto/primitives/hash.h"
#include "log/body_codec.h"
#include "vault/slots.h"
#include "vault/version_rows.h"
#include "vault/view_writer.h"

namespace chevet::vault {

using base::Result;
using crypto::Hash;

namespace {

Extra extraOf(const log::Op& op) {
    return {op.kind, op.parents, op.blobs};
}

} // namespace

Result<std::pair<qint64, bool>> ViewWriter::slotFor(const Routed& routed) {
    qint64 slot = homeSlot(routed.owner, routed.hash);
    for (;;) {
        auto query = m_database.query("SELECT type, id FROM current WHERE slot = ?1", slot);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return std::pair(slot, false);
        if (query.small(0) == routed.type && readId(query, 1) == routed.op->resourceId)
            return std::pair(slot, true);
        slot = nextSlot(slot);
    }
}

Result<ViewWriter::Existing> ViewWriter::existing(qint64 slot) {
    auto query =
        m_database.query("SELECT version, flags, extra, body FROM current WHERE slot = ?1", slot);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return base::fail(base::ErrorCode::DatabaseDamaged, QStringLiteral("current"));
    CHEVET_TRY_ASSIGN(Extra extra, decodeExtra(query.view(2)));
    return Existing{query.small(0), static_cast<quint32>(query.integer(1)), std::move(extra),
                    query.blob(3)};
}

Result<> ViewWriter::applyRouted(const Routed& routed) {
    const log::Op& op = *routed.op;
    CHEVET_TRY_ASSIGN(const auto place, slotFor(routed));
    const auto [slot, known] = place;
    CHEVET_TRY_ASSIGN(const QByteArray plain, plainOf(op));
    int version = 1;
    quint32 flags = 0;
    if (op.kind == log::OpKind::Tombstone)
        flags |= StoredResource::Deleted;
    if (op.kind == log::OpKind::Resolve)
        flags |= StoredResource::Decided;
    if (known) {
        CHEVET_TRY_ASSIGN(version, succeed(routed, slot));
        if (version == 0)
            return rearrange(routed, slot, plain);
    }
    const ResourceFacts facts = factsOf(op.resourceType, plain);
    CHEVET_TRY(insert(routed, slot, version, flags, facts));
    return indexFacts(routed, slot, facts, (flags & StoredResource::Deleted) != 0);
}

// The usual case: the operation names the only last version as the one it replaces. That row goes
// among the older versions, and the next number is returned; 0 in every other case.
Result<int> ViewWriter::succeed(const Routed& routed, qint64 slot) {
    const log::Op& op = *routed.op;
    CHEVET_TRY_ASSIGN(const Existing old, existing(slot));
    if (op.kind == log::OpKind::Earlier || (old.flags & StoredResource::Beside) != 0 ||
        op.parents.empty())
        return 0;
    const log::Op before{.kind = old.extra.kind,
                         .patient = op.patient,
                         .resourceType = op.resourceType,
                         .resourceId = op.resourceId,
                         .parents = old.extra.parents,
                         .body = old.body,
                         .blobs = old.extra.blobs,
                         .source = {}};
    CHEVET_TRY_ASSIGN(const QByteArray oldPlain, plainOf(before));
    const Hash digest = log::opDigest(before, QByteArrayView(oldPlain));
    if (std::find(op.parents.begin(), op.parents.end(), digest) == op.parents.end())
        return 0;
    CHEVET_TRY(m_database.run(
        "INSERT OR REPLACE INTO versions(slot, version, stream, seq, op, flags, date, extra, body) "
        "SELECT slot, version, stream, seq, op, flags, date, extra, body FROM current "
        "WHERE slot = ?1",
        slot));
    CHEVET_TRY(forgetIdentifiers(slot, op.resourceType, oldPlain));
    return old.version + 1;
}

Result<> ViewWriter::forgetIdentifiers(qint64 slot, QByteArrayView type, QByteArrayView plain) {
    for (const QString& token : factsOf(type, plain).identifiers)
        CHEVET_TRY(
            m_database.run("DELETE FROM identifiers WHERE token = ?1 AND slot = ?2", token, slot));
    return {};
}

// Versions that do not simply follow each other: all of them are put in the order that the whole
// set gives, whatever came first (FORMAT.md §3).
Result<> ViewWriter::rearrange(const Routed& routed, qint64 slot, const QByteArray& plain) {
    const log::Op& op = *routed.op;
    VersionRows versions(m_database, m_names, m_sources);
    CHEVET_TRY_ASSIGN(auto rows, versions.read(slot, op));
    CHEVET_TRY_ASSIGN(const base::Uuid stream, m_names.streamId(routed.place.stream));
    VersionRow fresh{.op = op, .stream = routed.place.stream, .streamId = stream};
    fresh.seq = routed.place.seq;
    fresh.place = routed.place.op;
    fresh.date = factsOf(op.resourceType, plain).date;
    CHEVET_TRY(versions.fill(fresh, &plain));
    const log::Hash before = rows.back().node.digest;
    const auto twin = std::find_if(rows.begin(), rows.end(), [&](const VersionRow& row) {
        return row.node.digest == fresh.node.digest;
    });
    if (twin == rows.end())
        rows.push_back(std::move(fresh));
    else if (fresh.standsBefore(*twin))
        *twin = std::move(fresh);
    else
        return {}; // two workstations said the very same
    const QByteArray beforePlain = [&] {
        const auto old = std::find_if(rows.begin(), rows.end(), [&](const VersionRow& row) {
            return row.node.digest == before;
        });
        return plainOf(old->op).value_or(QByteArray());
    }();
    rows = VersionRows::arranged(std::move(rows));
    CHEVET_TRY(versions.write(slot, routed.type, rows));
    if (rows.back().node.digest == before)
        return {};
    CHEVET_TRY(forgetIdentifiers(slot, op.resourceType, beforePlain));
    CHEVET_TRY_ASSIGN(const QByteArray current, plainOf(rows.back().op));
    return indexFacts(routed, slot, factsOf(op.resourceType, current),
                      (rows.back().flags & StoredResource::Deleted) != 0);
}

Result<> ViewWriter::insert(const Routed& routed, qint64 slot, int version, quint32 flags,
                            const ResourceFacts& facts) {
    const log::Op& op = *routed.op;
    {
        auto query = m_database.query(
            "INSERT OR REPLACE INTO current(slot, type, id, version, stream, seq, op, flags, date, "
            "extra, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            slot, routed.type);
        bindId(query, op.resourceId);
        for (const qint64 number :
             {qint64(version), qint64(routed.place.stream), qint64(routed.place.seq),
              qint64(routed.place.op), qint64(flags)})
            query.bind(number);
        query.bind(facts.date.isNull() ? QStringLiteral("") : facts.date);
        query.bind(encodeExtra(extraOf(op)));
        query.bind(QByteArrayView(op.body));
        CHEVET_TRY(query.finish());
    }
    for (const auto& blob : op.blobs)
        CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO blobs(id, slot, version) "
                                  "VALUES(?1, ?2, ?3)",
                                  blob.id, slot, version));
    return {};
}

Result<> ViewWriter::indexFacts(const Routed& routed, qint64 slot, const ResourceFacts& facts,
                                bool deleted) {
    if (routed.op->resourceType == "Appointment") {
        CHEVET_TRY(m_database.run("DELETE FROM appointments WHERE slot = ?1", slot));
        if (facts.visit.known && !deleted)
            CHEVET_TRY(m_database.run(
                "INSERT INTO appointments(slot, start, text, minutes, words, with_whom, status) "
                "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                slot, facts.visit.startMs, facts.visit.start, facts.visit.minutes,
                facts.visit.words + QLatin1String(""), facts.visit.with + QLatin1String(""),
                facts.visit.status + QLatin1String("")));
    }
    if (deleted)
        return {};
    if (routed.op->resourceType == "Patient" && routed.op->patient)
        m_persons.insert_or_assign(
            routed.owner, std::pair(QString::fromUtf8(routed.op->resourceId), facts.person));
    for (const QString& token : facts.identifiers)
        CHEVET_TRY(m_database.run("INSERT OR IGNORE INTO identifiers(token, slot) VALUES(?1, ?2)",
                                  token, slot));
    return {};
}

// The day after the latest entry that touched the owner: no contact can be later than that.
Result<qint64> ViewWriter::latestDay(qint64 owner) {
    constexpr qint64 millisecondsPerDay = 86'400'000;
    if (owner < firstPatient)
        return std::numeric_limits<qint64>::max();
    auto query = m_database.query("SELECT min(e.time), max(e.time) FROM touched t JOIN entries e "
                                  "ON e.stream = t.stream AND e.seq = t.seq WHERE t.owner = ?1",
                                  owner);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row || query.integer(0) == 0) // an entry that does not say when
        return std::numeric_limits<qint64>::max();
    return query.integer(1) / millisecondsPerDay + 1;
}

// The newest visit gives date and words; without visits, the newest dated resource gives the date.
Result<> ViewWriter::finishOwner(qint64 owner) {
    QString visit, other, words;
    QByteArray body;
    CHEVET_TRY_ASSIGN(const qint64 limit, latestDay(owner));
    CHEVET_TRY_ASSIGN(const Hash rows,
                      walkOwner(m_database, m_names, owner, [&](const CurrentRow& row) -> Result<> {
                          if (owner < firstPatient || row.date.isEmpty() ||
                              (row.flags & StoredResource::Deleted) != 0)
                              return {};
                          const bool encounter = row.type == "Encounter";
                          QString& best = encounter ? visit : other;
                          static const QSet<QByteArray> noContact{
                              "Appointment", "Claim",   "ExplanationOfBenefit",
                              "Coverage",    "Account", "CarePlan",
                              "CareTeam",    "Goal",    "Consent",
                              "Provenance",  "Bundle"};
                          if (noContact.contains(row.type) || row.type.startsWith("chevet-") ||
                              row.date <= best || dayNumber(row.date) > limit)
                              return {};
                          best = row.date;
                          if (encounter)
                              body = row.body.toByteArray();
                          return {};
                      }));
    if (!body.isEmpty()) {
        CHEVET_TRY_ASSIGN(const QByteArray json, log::BodyCodec::instance().decode(body));
        words = encounterWords(json).left(120);
    }
    CHEVET_TRY_ASSIGN(auto patient, owner < firstPatient ? Result<std::optional<PatientRow>>()
                                                         : m_patients.row(owner));
    if (patient)
        CHEVET_TRY(refreshPatient(owner, *patient, visit.isEmpty() ? other : visit, words));
    m_leaves.insert_or_assign(owner, leafOf(patient, rows));
    return {};
}

Result<> ViewWriter::refreshPatient(qint64 owner, PatientRow& row, const QString& contact,
                                    const QString& words) {
    const PatientRow before = row;
    if (const auto at = m_persons.find(owner); at != m_persons.end()) {
        const PersonFacts& person = at->second.second;
        row.line.id = at->second.first;
        row.line.family = person.family;
        row.line.given = person.given;
        row.line.nam = person.nam;
        row.line.namValid = person.namValid;
        row.line.birth = person.birth;
        row.line.sex = person.sex;
        row.line.phone = person.phone;
        row.nameTokens = person.nameTokens;
        row.numbers = person.numbers;
    }
    row.line.contact = contact;
    row.line.contactWords = words;
    row.recent = contact.isEmpty() ? 0 : dayNumber(contact);
    CHEVET_TRY(m_patients.store(row));
    if (row.indexed() == before.indexed())
        return {};
    CHEVET_TRY(m_index.remove(before.indexed()));
    return m_index.add(row.indexed());
}

Result<> ViewWriter::clearOwner(qint64 owner) {
    const qint64 first = firstSlot(owner), last = lastSlot(owner);
    for (const char* sql : {"DELETE FROM current WHERE slot BETWEEN ?1 AND ?2",
                            "DELETE FROM versions WHERE slot BETWEEN ?1 AND ?2",
                            "DELETE FROM appointments WHERE slot BETWEEN ?1 AND ?2",
                            "DELETE FROM identifiers WHERE slot BETWEEN ?1 AND ?2",
                            "DELETE FROM blobs WHERE slot BETWEEN ?1 AND ?2"})
        CHEVET_TRY(m_database.run(sql, first, last));
    return {};
}

// Legal destruction: the key goes, and with it every copy in the log; then every row.
Result<> ViewWriter::shred(qint64 owner, const base::Uuid& key) {
    CHEVET_TRY_ASSIGN(const auto row, m_patients.row(owner));
    if (row)
        CHEVET_TRY(m_index.remove(row->indexed()));
    CHEVET_TRY(clearOwner(owner));
    CHEVET_TRY(m_patients.remove(owner));
    CHEVET_TRY(m_database.run("DELETE FROM touched WHERE owner = ?1", owner));
    CHEVET_TRY(m_database.run("DELETE FROM keys WHERE patient = ?1", key));
    m_touched.insert(owner);
    return {};
}

} // namespace chevet::vault
