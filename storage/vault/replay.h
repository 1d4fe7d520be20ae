#pragma once
// Replay: applies what the log has more than the view, in an order that is the same whenever it is
// done again. The own stream gives it: an entry of ours that names heads of other streams comes
// after those entries. What no entry of ours has named yet comes last, stream by stream. An entry
// of another workstation waits until the entries it names are here (trust.md MS31). FORMAT.md §3.

#include "log/entry.h"
#include "vault/vault_state.h"

#include <set>

namespace chevet::vault {

class Replay {
public:
    Replay(Vault::State& state, const Vault::Proceed& proceed)
        : m_state(state)
        , m_proceed(proceed) {}

    [[nodiscard]] base::Result<> run();

    // Applied although no entry of this workstation has named them: the next one must.
    [[nodiscard]] const std::vector<log::KnownHead>& unnamed() const noexcept { return m_unnamed; }
    // Streams whose next entry waits for one that is not here.
    [[nodiscard]] const std::set<base::Uuid>& waiting() const noexcept { return m_waiting; }

private:
    [[nodiscard]] base::Result<> readApplied();
    // Everything of a chain up to `wanted`, as far as it counts, and what it names before it.
    [[nodiscard]] base::Result<> catchUp(const base::Uuid& chain, quint64 wanted);
    [[nodiscard]] base::Result<bool> bringNamed(const std::vector<log::KnownHead>& heads);
    [[nodiscard]] base::Result<> take(const log::EntryRef& ref, QByteArrayView entry);
    [[nodiscard]] base::Result<> bringKeys(QByteArrayView entry, log::OpenedEntry& opened);
    [[nodiscard]] base::Result<> seekKeys();
    [[nodiscard]] base::Result<> cameLate(); // a key, for what may have been passed over before
    [[nodiscard]] base::Result<> flush();
    [[nodiscard]] base::Result<bool> counts(const log::KnownHead& head);
    [[nodiscard]] base::Result<quint64> limitOf(const base::Uuid& chain);

    Vault::State& m_state;
    const Vault::Proceed& m_proceed;
    std::map<base::Uuid, quint64> m_reached;                // by chain
    std::map<base::Uuid, quint64> m_limits;                 // of chains: Log::countsUpTo()
    std::map<base::Uuid, std::vector<base::Uuid>> m_chains; // of each stream
    std::set<base::Uuid> m_inHand, m_waiting;
    std::set<base::Uuid> m_fresh; // chains of which something with operations was applied
    std::vector<log::KnownHead> m_unnamed;
    struct Sought {
        log::WrappedPatientKey key;
        bool counted = false;
    };
    std::map<base::Uuid, Sought> m_sought; // every key the log brings, once asked
    bool m_haveSought = false, m_fromScratch = false;
    std::vector<Incoming> m_batch;
    qsizetype m_bytes = 0;
    qint64 m_done = 0;
};

} // namespace chevet::vault
