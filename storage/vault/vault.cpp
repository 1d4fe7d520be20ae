#include "vault/vault.h"

#include "vault/slots.h"
#include "vault/vault_state.h"

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

Vault::Vault(VaultConfig config)
    : m_state(std::make_unique<State>(std::move(config))) {}

Vault::~Vault() {
    close();
}

void Vault::close() {
    State& state = *m_state;
    const State::Writing writing(state);
    const std::unique_lock alone(state.gate);
    state.closed = true;
    state.closeConnections();
    state.root.reset();
    const std::lock_guard facts(state.factsLock);
    state.roots.clear();
    state.announced.clear();
}

Result<> Vault::apply(std::span<const Incoming> entries) {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY(state.beSure());
    if (entries.empty())
        return {};
    quint64 have = 0;
    {
        auto query = state.writer->query("SELECT seq FROM streams WHERE id = ?1",
                                         entries.front().ref.stream);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        have = row ? static_cast<quint64>(query.integer(0)) : 0;
    }
    // A transaction failed before (a full disk): the log has it, fetch it first.
    if (entries.front().ref.seq > have + 1)
        CHEVET_TRY(state.replay({}));
    CHEVET_TRY(state.applyBatch(entries));
    const std::lock_guard facts(state.factsLock);
    for (const Incoming& entry : entries) {
        for (const auto& key : entry.content.newKeys)
            state.announced.erase(key.patient);
    }
    return {};
}

void Vault::announceKey(const log::WrappedPatientKey& key) {
    const std::lock_guard lock(m_state->factsLock);
    m_state->announced.insert_or_assign(key.patient, key);
}

namespace {

std::optional<log::WrappedPatientKey> readKey(Database& database, const base::Uuid& patient) {
    auto query = database.query("SELECT keybox, sealed FROM keys WHERE patient = ?1", patient);
    const auto row = query.next();
    if (!row || !*row)
        return std::nullopt;
    return log::WrappedPatientKey{patient, static_cast<quint32>(query.integer(0)), query.blob(1)};
}

} // namespace

std::optional<log::WrappedPatientKey> Vault::wrappedKey(const base::Uuid& patient) {
    State& state = *m_state;
    {
        const std::lock_guard lock(state.factsLock);
        if (const auto at = state.announced.find(patient); at != state.announced.end())
            return at->second;
    }
    if (state.writerThread == std::this_thread::get_id() && state.writer)
        return readKey(*state.writer, patient);
    auto reader = state.reader();
    return reader ? readKey(**reader, patient) : std::nullopt;
}

QList<ViewAlarm> Vault::takeAlarms() {
    const std::lock_guard lock(m_state->factsLock);
    return std::exchange(m_state->alarms, {});
}

log::Head Vault::applied(const base::Uuid& stream) {
    auto reader = m_state->reader();
    if (!reader)
        return {};
    auto query = (**reader).query("SELECT seq, hash FROM streams WHERE id = ?1", stream);
    const auto row = query.next();
    if (!row || !*row)
        return {};
    return {static_cast<quint64>(query.integer(0)), query.hash(1).value_or(log::Hash{})};
}

Result<ViewCounts> Vault::counts() {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    Database& database = *reader;
    ViewCounts counts;
    const std::pair<const char*, qint64*> simple[] = {
        {"SELECT count(*) FROM patients", &counts.patients},
        {"SELECT count(*) FROM versions", &counts.versions},
        {"SELECT count(*) FROM entries", &counts.entries},
        {"SELECT count(*) FROM blobs", &counts.blobs},
    };
    for (const auto& [sql, value] : simple) {
        auto query = database.query(sql);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        *value = row ? query.integer(0) : 0;
    }
    auto query = database.query("SELECT t.name, count(*) FROM current c JOIN types t "
                                "ON t.type = c.type WHERE (c.flags & 1) = 0 GROUP BY c.type");
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        const QString type = query.text(0);
        if (type.startsWith(QLatin1String("chevet-")))
            continue;
        counts.perType.append({type, query.integer(1)});
        counts.resources += query.integer(1);
    }
    counts.versions += counts.resources;
    std::sort(counts.perType.begin(), counts.perType.end());
    return counts;
}

} // namespace chevet::vault
