#include "vault/replay.h"

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

namespace {

// One transaction: enough that its three syncs do not count, little enough memory.
constexpr std::size_t batchEntries = 64;
constexpr qsizetype batchBytes = 8LL * 1024 * 1024;
constexpr quint64 toTheEnd = std::numeric_limits<quint64>::max();

} // namespace

Result<> Replay::readApplied() {
    {
        auto query = m_state.writer->query("SELECT id, seq FROM streams");
        for (;;) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            CHEVET_TRY_ASSIGN(const base::Uuid stream, query.uuid(0));
            m_reached.emplace(stream, static_cast<quint64>(query.integer(1)));
        }
    }
    m_fromScratch = m_reached.empty();
    CHEVET_TRY_ASSIGN(const auto all, m_state.config.log.streams());
    for (const base::Uuid& chain : all)
        m_chains[m_state.config.log.streamOf(chain)].push_back(chain);
    return {};
}

Result<> Replay::run() {
    CHEVET_TRY(readApplied());
    CHEVET_TRY(catchUp(m_state.config.log.stream(), toTheEnd));
    m_fresh.clear(); // named, or our own
    for (const auto& [stream, chains] : m_chains)
        for (const base::Uuid& chain : chains)
            CHEVET_TRY(catchUp(chain, toTheEnd));
    CHEVET_TRY(flush());
    for (const base::Uuid& chain : m_fresh) {
        auto query = m_state.writer->query("SELECT seq, hash FROM streams WHERE id = ?1", chain);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            continue;
        CHEVET_TRY_ASSIGN(const log::Hash hash, query.hash(1));
        m_unnamed.push_back({.stream = m_state.config.log.streamOf(chain),
                             .seq = static_cast<quint64>(query.integer(0)),
                             .hash = hash});
    }
    return {};
}

Result<quint64> Replay::limitOf(const base::Uuid& chain) {
    const auto known = m_limits.find(chain);
    if (known != m_limits.end())
        return known->second;
    CHEVET_TRY_ASSIGN(const quint64 limit, m_state.config.log.countsUpTo(chain));
    m_limits.emplace(chain, limit);
    return limit;
}

Result<> Replay::catchUp(const base::Uuid& chain, quint64 wanted) {
    CHEVET_TRY_ASSIGN(const quint64 limit, limitOf(chain));
    const quint64 last = std::min(wanted, limit);
    if (m_reached[chain] >= last || !m_inHand.insert(chain).second)
        return {};
    const auto each = [&](const log::EntryRef& ref, QByteArrayView entry) -> Result<> {
        if (ref.seq > last)
            return base::fail(ErrorCode::NotFound, QStringLiteral("far enough"));
        return take(ref, entry);
    };
    const auto alarm = [&](const log::LogAlarm& found) {
        m_state.alarm("log-damaged", found.file, false, QString::number(found.offset));
    };
    auto scanned = m_state.config.log.scanStream(chain, m_reached[chain], each, alarm);
    m_inHand.erase(chain);
    if (!scanned && scanned.error().code == ErrorCode::NotFound)
        return {};
    return scanned;
}

Result<> Replay::take(const log::EntryRef& ref, QByteArrayView entry) {
    if (ref.seq > 1 && m_reached[ref.stream] == 0) { // a branch: what it goes on from comes first
        const auto siblings = m_chains.find(m_state.config.log.streamOf(ref.stream));
        if (siblings != m_chains.end())
            for (const base::Uuid& other : siblings->second)
                if (other != ref.stream)
                    CHEVET_TRY(catchUp(other, ref.seq - 1));
        CHEVET_TRY(flush()); // with the keys it brought
    }
    auto opened = log::openEntry(entry, m_state.config.membership, m_state.config.keys);
    if (!opened && opened.error().code == ErrorCode::UnknownKey) { // of an epoch: it may still come
        m_waiting.insert(ref.stream);
        return base::fail(ErrorCode::NotFound, QStringLiteral("waits"));
    }
    if (!opened) { // it stays in the log; its stream is named, the others go on (I5)
        if (opened.error().code != ErrorCode::Revoked) // those are listed by who asks for them
            m_state.alarm("entry-refused",
                          ref.stream.toString() + QLatin1Char('/') + QString::number(ref.seq),
                          false, QString::fromLatin1(base::errorName(opened.error().code)));
        return {};
    }
    CHEVET_TRY_ASSIGN(const bool ready, bringNamed(opened->content.heads));
    if (!ready) {
        m_waiting.insert(ref.stream);
        return base::fail(ErrorCode::NotFound, QStringLiteral("waits"));
    }
    // Its keys may have come with what it names: what could not be read then can be read now.
    if (!opened->unreadable.empty() && !opened->content.heads.empty()) {
        CHEVET_TRY(flush());
        opened = log::openEntry(entry, m_state.config.membership, m_state.config.keys);
        if (!opened)
            return std::unexpected(opened.error());
    }
    if (!opened->unreadable.empty())
        CHEVET_TRY(bringKeys(entry, *opened));
    if (opened->header.type == log::EntryType::Heartbeat) // brings keys again for who missed them
        for (const auto& key : opened->content.newKeys)
            if (!m_state.config.keys.patientKey(key.patient))
                CHEVET_TRY(cameLate());
    {
        const std::lock_guard lock(m_state.factsLock);
        for (const auto& key : opened->content.newKeys)
            m_state.announced.insert_or_assign(key.patient, key);
    }
    m_reached[ref.stream] = ref.seq;
    if (opened->header.type == log::EntryType::Ops)
        m_fresh.insert(ref.stream);
    m_bytes += entry.size();
    m_batch.push_back(Incoming{ref, std::move(opened->content)});
    return m_batch.size() >= batchEntries || m_bytes >= batchBytes ? flush() : Result<>{};
}

// Keys that came with no entry before this one: they stand in an entry that does not count, and
// perhaps again in a later one of whoever missed them first (ENTRY.md §3). Without them what others
// wrote in a file that a revoked workstation had begun would be in the log and in no view.
Result<> Replay::bringKeys(QByteArrayView entry, log::OpenedEntry& opened) {
    if (!m_haveSought)
        CHEVET_TRY(seekKeys());
    std::vector<log::WrappedPatientKey> found;
    for (const base::Uuid& patient : opened.unreadable) {
        const auto at = m_sought.find(patient);
        if (at == m_sought.end()) // destroyed, or nobody has it
            continue;
        if (!at->second.counted)
            CHEVET_TRY(
                m_state.writer->run("INSERT OR REPLACE INTO marks(name, value) VALUES(?1, ?2)",
                                    QStringLiteral("key/") + patient.toHex(), patient));
        found.push_back(at->second.key);
    }
    if (found.empty())
        return {};
    CHEVET_TRY(cameLate());
    {
        const std::lock_guard lock(m_state.factsLock);
        for (const auto& key : found)
            m_state.announced.insert_or_assign(key.patient, key);
    }
    CHEVET_TRY_ASSIGN(opened,
                      log::openEntry(entry, m_state.config.membership, m_state.config.keys));
    opened.content.newKeys.insert(opened.content.newKeys.end(), found.begin(), found.end());
    return {};
}

// Written before the key is: whatever happens then, the view is made again (makeAgain()).
Result<> Replay::cameLate() {
    return m_fromScratch ? Result<>{}
                         : m_state.writer->run("INSERT OR REPLACE INTO marks(name, value) "
                                               "VALUES('again', 1)");
}

Result<> Replay::seekKeys() {
    m_haveSought = true;
    const auto each = [&](const log::EntryRef&, QByteArrayView entry) -> Result<> {
        const auto brought =
            log::keysBroughtBy(entry, m_state.config.membership, m_state.config.keys);
        if (!brought) // told where it is applied
            return {};
        for (const log::WrappedPatientKey& key : brought->keys) {
            const auto [at, first] =
                m_sought.try_emplace(key.patient, Sought{.key = key, .counted = brought->counted});
            if (!first && brought->counted && !at->second.counted)
                at->second = {.key = key, .counted = true};
        }
        return {};
    };
    return m_state.config.log.scan(each, [](const log::LogAlarm&) {});
}

// Whether everything named is applied; a revoked workstation's later entries never will be.
Result<bool> Replay::bringNamed(const std::vector<log::KnownHead>& heads) {
    bool all = true;
    for (const log::KnownHead& head : heads) {
        const auto chains = m_chains.find(head.stream);
        bool there = false;
        if (chains != m_chains.end())
            for (const base::Uuid& chain : chains->second) {
                CHEVET_TRY(catchUp(chain, head.seq));
                there = there || m_reached[chain] >= head.seq || m_inHand.contains(chain);
            }
        if (!there) {
            CHEVET_TRY_ASSIGN(const bool awaited, counts(head));
            all = all && !awaited;
        }
    }
    return all;
}

Result<bool> Replay::counts(const log::KnownHead& head) {
    const log::Device* device = m_state.config.membership.deviceOfStream(head.stream);
    if (!device || !device->revoked)
        return true;
    const bool below =
        std::any_of(device->cuts.begin(), device->cuts.end(), [&](const log::Cut& last) {
            return last.stream == head.stream &&
                   (head.seq < last.seq || (head.seq == last.seq && head.hash == last.hash));
        });
    if (!below)
        return false;
    const auto chains = m_chains.find(head.stream);
    if (chains == m_chains.end())
        return true;
    for (const base::Uuid& chain : chains->second) {
        CHEVET_TRY_ASSIGN(const auto there, m_state.config.log.hashAt(chain, head.seq));
        CHEVET_TRY_ASSIGN(const quint64 limit, limitOf(chain));
        if (there == head.hash && limit < head.seq)
            return false; // here, and beside what counts
    }
    return true;
}

Result<> Replay::flush() {
    if (m_batch.empty())
        return {};
    CHEVET_TRY(m_state.applyBatch(m_batch));
    m_done += static_cast<qint64>(m_batch.size());
    m_batch.clear();
    m_bytes = 0;
    if (m_proceed && !m_proceed(m_done))
        return base::fail(ErrorCode::Cancelled);
    return {};
}

Result<> Vault::State::replay(const Proceed& proceed) {
    Replay all(*this, proceed);
    CHEVET_TRY(all.run());
    unnamed.insert(unnamed.end(), all.unnamed().begin(), all.unnamed().end());
    waiting = all.waiting();
    return {};
}

Result<> Vault::State::makeAgain(const Proceed& proceed) {
    bool due = false;
    {
        auto query = writer->query("SELECT 1 FROM marks WHERE name = 'again'");
        CHEVET_TRY_ASSIGN(due, query.next());
    }
    return due ? remakeAll(proceed, false) : Result<>{};
}

std::vector<log::KnownHead> Vault::unnamed() {
    const State::Writing writing(*m_state);
    return std::exchange(m_state->unnamed, {});
}

Result<Vault::CaughtUp> Vault::catchUp(const Proceed& proceed) {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY(state.beSure());
    CHEVET_TRY(state.replay(proceed));
    CHEVET_TRY(state.makeAgain(proceed));
    const std::lock_guard facts(state.factsLock);
    state.announced.clear(); // in the table now
    return CaughtUp{.unnamed = std::exchange(state.unnamed, {}),
                    .waiting = {state.waiting.begin(), state.waiting.end()}};
}

Result<std::vector<log::WrappedPatientKey>> Vault::rescuedKeys() {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY(state.beSure());
    std::vector<log::WrappedPatientKey> keys;
    auto query =
        state.writer->query("SELECT k.patient, k.keybox, k.sealed FROM marks m JOIN keys k "
                            "ON k.patient = m.value WHERE m.name > 'key/' AND m.name < "
                            "'key0'");
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return keys;
        CHEVET_TRY_ASSIGN(const base::Uuid patient, query.uuid(0));
        keys.push_back({patient, static_cast<quint32>(query.integer(1)), query.blob(2)});
    }
}

Result<> Vault::forgetRescued() {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY(state.beSure());
    return state.writer->run("DELETE FROM marks WHERE name > 'key/' AND name < 'key0'");
}

} // namespace chevet::vault
