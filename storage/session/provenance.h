#pragma once
// Who signed a value, checked now: reads the entry from the log, verifies its signature, and
// compares the op it holds with the row that is shown. Thread-safe; keeps the facts of the last
// entries.

#include "log/log.h"
#include "session/types.h"
#include "vault/vault.h"

#include <list>
#include <mutex>

namespace chevet::session {

class ProvenanceReader {
public:
    ProvenanceReader(vault::Vault& vault, const log::Log& log, const log::Membership& membership,
                     const log::KeyRing& keys);

    // `owner`: whose chart the row is shown in; a signed op of somebody else's is no proof.
    [[nodiscard]] base::Result<Provenance> of(const vault::StoredResource& row,
                                              const std::optional<base::Uuid>& owner);
    struct AccessRow {
        base::Uuid stream;
        quint64 seq = 0;
        int op = 0;
        base::Uuid patient;
        QByteArray body; // plain
    };
    [[nodiscard]] base::Result<Provenance> of(const AccessRow& row); // of a line of the register
    // What an entry changed in this patient's file; the vault's own records are left out.
    struct Changes {
        Provenance provenance;
        QStringList names{}; // Type/id
        bool imported = false;
    };
    [[nodiscard]] base::Result<Changes> changes(const log::EntryRef& entry,
                                                const base::Uuid& patient);
    void forget(); // nothing is remembered: the next value is verified from the disk again

private:
    struct OpFacts {
        log::OpKind kind = log::OpKind::Put;
        std::optional<base::Uuid> patient;
        QByteArray name; // Type/id
        log::Hash content;
        std::optional<log::Source> source;
    };
    struct EntryFacts {
        SignatureState state = SignatureState::Invalid;
        QString device, author, role, hash;
        QDateTime at;
        std::vector<OpFacts> ops;
    };
    using Place = std::pair<base::Uuid, quint64>;

    [[nodiscard]] base::Result<std::shared_ptr<const EntryFacts>> entry(const Place& place);
    [[nodiscard]] std::shared_ptr<const EntryFacts> read(const Place& place);
    // What the entry says whatever the op, and the op if it is there.
    [[nodiscard]] base::Result<std::pair<Provenance, std::optional<OpFacts>>> at(const Place& place,
                                                                                 int op);
    void describeAuthor(EntryFacts& facts, const log::OpenedEntry& opened) const;

    vault::Vault& m_vault;
    const log::Log& m_log;
    const log::Membership& m_membership;
    const log::KeyRing& m_keys;
    std::mutex m_mutex;
    std::list<std::pair<Place, std::shared_ptr<const EntryFacts>>> m_known; // latest first
};

} // namespace chevet::session
