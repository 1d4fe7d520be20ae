// Vault: finding patients, appointments, registers.

#include "log/body_codec.h"
#include "vault/finder.h"
#include "vault/slots.h"
#include "vault/vault_state.h"

namespace chevet::vault {

using base::Result;

namespace {

Result<QList<PatientLine>> linesOf(Database& database, const std::vector<qint64>& owners) {
    PatientLines lines;
    Patients patients(database);
    for (const qint64 owner : owners) {
        CHEVET_TRY_ASSIGN(auto row, patients.row(owner));
        if (row)
            lines.lines.append(std::move(row->line));
    }
    CHEVET_TRY(Finder(database).markNamesakes(lines));
    return std::move(lines.lines);
}

Result<std::vector<qint64>> ownersFrom(Statement query) {
    std::vector<qint64> owners;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return owners;
        if (std::find(owners.begin(), owners.end(), query.integer(0)) == owners.end())
            owners.push_back(query.integer(0));
    }
}

} // namespace

Result<PatientLines> Vault::search(const QString& text, int limit, int offset) {
    return m_state->healing<PatientLines>(
        [&](Database& database, std::optional<qint64>&) -> Result<PatientLines> {
            CHEVET_TRY_ASSIGN(PatientLines lines, Finder(database).find(text, limit, offset));
            CHEVET_TRY(Finder(database).markNamesakes(lines));
            return lines;
        });
}

Result<std::optional<PatientLine>> Vault::patient(const base::Uuid& key) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    CHEVET_TRY_ASSIGN(const auto owner, Patients(*reader).ownerOfKey(key));
    if (!owner)
        return std::nullopt;
    CHEVET_TRY_ASSIGN(auto lines, linesOf(*reader, {*owner}));
    return lines.isEmpty() ? std::nullopt : std::optional(lines.first());
}

Result<QList<PatientLine>> Vault::recent(int limit) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    CHEVET_TRY_ASSIGN(const auto owners, Patients(*reader).recent(limit));
    return linesOf(*reader, owners);
}

Result<QList<PatientLine>> Vault::withId(const QString& id) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    CHEVET_TRY_ASSIGN(const auto owners, Patients(*reader).ownersWithId(id));
    return linesOf(*reader, owners);
}

Result<QList<PatientLine>> Vault::withNam(const QString& nam) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    CHEVET_TRY_ASSIGN(const auto owners, ownersFrom((*reader).query(
                                             "SELECT owner FROM numbers WHERE text = ?1 LIMIT 100",
                                             QString(QLatin1Char('m') + nam))));
    return linesOf(*reader, owners);
}

Result<QList<PatientLine>> Vault::withIdentifier(const QString& token) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    CHEVET_TRY_ASSIGN(
        const auto owners,
        ownersFrom((*reader).query(
            "SELECT slot >> 32 FROM identifiers WHERE token = ?1 AND slot >= ?2 LIMIT 100", token,
            firstSlot(firstPatient))));
    return linesOf(*reader, owners);
}

Result<QList<AppointmentLine>> Vault::appointments(qint64 fromMs, qint64 toMs) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query = (*reader).query(
        "SELECT p.key, a.text, a.minutes, a.words, a.with_whom, a.status FROM appointments a "
        "JOIN patients p ON p.owner = a.slot >> 32 WHERE a.start >= ?1 AND a.start < ?2 "
        "ORDER BY a.start, a.slot",
        fromMs, toMs);
    QList<AppointmentLine> lines;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return lines;
        CHEVET_TRY_ASSIGN(const base::Uuid patient, query.uuid(0));
        lines.append(
            {patient, query.text(1), query.small(2), query.text(3), query.text(4), query.text(5)});
    }
}

Result<QList<LookalikePair>> Vault::likelyDuplicates(int limit) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query = (*reader).query("SELECT a.mark, a.owner, b.owner FROM lookalikes a "
                                 "JOIN lookalikes b ON b.mark = a.mark AND b.owner > a.owner "
                                 "WHERE (a.mark & 3) <> 0 LIMIT ?1",
                                 limit * 2);
    std::map<std::pair<qint64, qint64>, Likeness> pairs;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        Likeness& likeness = pairs[{query.integer(1), query.integer(2)}];
        likeness = std::max(likeness, likenessOf(query.integer(0)));
    }
    QList<LookalikePair> result;
    for (const auto& [owners, likeness] : pairs) {
        CHEVET_TRY_ASSIGN(const auto lines, linesOf(*reader, {owners.first, owners.second}));
        if (lines.size() == 2 && result.size() < limit)
            result.append({lines[0], lines[1],
                           likeness == Likeness::SameNameAndBirth
                               ? "same-name-and-birth-date"
                               : "same-birth-date-and-close-name"});
    }
    return result;
}

Result<std::vector<Vault::AccessRow>> Vault::accesses(const std::optional<base::Uuid>& patient,
                                                      int limit) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query = (*reader).query(
        "SELECT s.id, a.seq, a.op, a.patient, e.author, e.time, a.body FROM accesses a "
        "JOIN streams s ON s.stream = a.stream "
        "JOIN entries e ON e.stream = a.stream AND e.seq = a.seq "
        "WHERE ?1 IS NULL OR a.patient = ?1 ORDER BY e.time DESC, a.seq DESC, a.op DESC LIMIT ?2",
        patient, limit);
    std::vector<AccessRow> rows;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool more, query.next());
        if (!more)
            return rows;
        CHEVET_TRY_ASSIGN(const base::Uuid stream, query.uuid(0));
        AccessRow row{.stream = stream};
        row.seq = static_cast<quint64>(query.integer(1));
        row.op = query.small(2);
        row.patient = base::Uuid::fromBytes(query.view(3));
        row.author = base::Uuid::fromBytes(query.view(4));
        row.timeMs = query.integer(5);
        // A body that does not decode was altered here: the line stays, without words.
        row.body = log::BodyCodec::instance().decode(query.view(6)).value_or(QByteArray());
        rows.push_back(std::move(row));
    }
}

Result<std::vector<log::EntryRef>> Vault::entriesOf(const base::Uuid& patient, int limit) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query =
        (*reader).query("SELECT s.id, t.seq, e.hash, e.segment, e.offset, e.length FROM patients p "
                        "JOIN touched t ON t.owner = p.owner JOIN streams s ON s.stream = t.stream "
                        "JOIN entries e ON e.stream = t.stream AND e.seq = t.seq "
                        "WHERE p.key = ?1 ORDER BY e.time DESC, t.seq DESC LIMIT ?2",
                        patient, limit);
    std::vector<log::EntryRef> refs;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool more, query.next());
        if (!more)
            return refs;
        CHEVET_TRY_ASSIGN(const base::Uuid stream, query.uuid(0));
        CHEVET_TRY_ASSIGN(const crypto::Hash hash, query.hash(2));
        refs.push_back({.stream = stream,
                        .seq = static_cast<quint64>(query.integer(1)),
                        .hash = hash,
                        .segment = static_cast<quint32>(query.integer(3)),
                        .offset = static_cast<quint64>(query.integer(4)),
                        .length = static_cast<quint32>(query.integer(5))});
    }
}

} // namespace chevet::vault
