#pragma once
// ViewWriter: turns entries of the log into rows, inside one write transaction of the caller, and
// must be thrown away when that transaction rolls back. What it writes depends only on the sequence
// of complete units (an entry, or a set of parts), never on how they were batched: so a rebuilt
// view is equal row for row.

#include "vault/owner_rows.h"
#include "vault/search_index.h"

#include <set>
#include <unordered_map>

namespace chevet::vault {

// Where the writer finds what is not in its hands. Both may be slow.
struct WriterSources {
    // Reads, verifies and opens an entry of the log again.
    std::function<base::Result<log::EntryDraft>(const log::EntryRef&)> entry;
    // The frame of a body that is kept as a blob.
    std::function<base::Result<QByteArray>(const log::BlobRef&, const std::optional<base::Uuid>&)>
        frame;
};

class ViewWriter {
public:
    ViewWriter(Database& database, const WriterSources& sources)
        : m_database(database)
        , m_sources(sources)
        , m_names(database)
        , m_patients(database)
        , m_index(database) {}

    // False if the entry is applied already. The caller sees to it that none is left out.
    [[nodiscard]] base::Result<bool> accept(const Incoming& entry);
    // Writes the changed leaves and their paths; returns the new root. Last call.
    [[nodiscard]] base::Result<crypto::Hash> seal();

    // Makes the rows of one owner again from the entries that touched it.
    [[nodiscard]] base::Result<> remake(qint64 owner, const std::optional<base::Uuid>& key,
                                        const std::vector<log::EntryRef>& entries);
    [[nodiscard]] const std::map<qint64, crypto::Hash>& leaves() const { return m_leaves; }

private:
    struct Place {
        int stream = 0;
        quint64 seq = 0;
        int op = 0;
    };
    struct Routed { // an op on its way to its row
        const log::Op* op = nullptr;
        Place place;
        qint64 owner = 0;
        quint64 hash = 0; // nameHash()
        int type = 0;
    };
    struct Existing {
        int version = 1;
        quint32 flags = 0;
        Extra extra;
        QByteArray body;
    };
    using Persons =
        std::unordered_map<qint64, std::pair<QString, PersonFacts>>; // by owner: id, facts

    [[nodiscard]] base::Result<> record(const Incoming& entry, int stream);
    [[nodiscard]] base::Result<> applyUnit(const Incoming& last);
    [[nodiscard]] base::Result<> applyEntry(const log::EntryRef& ref,
                                            const log::EntryDraft& content);
    [[nodiscard]] base::Result<> applyRouted(const Routed& routed);
    [[nodiscard]] base::Result<std::optional<Routed>> route(const log::Op& op, const Place& place);
    [[nodiscard]] base::Result<qint64> ownerOf(const log::Op& op, quint64 hash);
    [[nodiscard]] base::Result<std::pair<qint64, bool>> slotFor(const Routed& routed);
    [[nodiscard]] base::Result<Existing> existing(qint64 slot);
    [[nodiscard]] base::Result<QByteArray> plainOf(const log::Op& op);
    [[nodiscard]] base::Result<int> succeed(const Routed& routed, qint64 slot);
    [[nodiscard]] base::Result<> rearrange(const Routed& routed, qint64 slot,
                                           const QByteArray& plain);
    [[nodiscard]] base::Result<> forgetIdentifiers(qint64 slot, QByteArrayView type,
                                                   QByteArrayView plain);
    [[nodiscard]] base::Result<> insert(const Routed& routed, qint64 slot, int version,
                                        quint32 flags, const ResourceFacts& facts);
    [[nodiscard]] base::Result<> indexFacts(const Routed& routed, qint64 slot,
                                            const ResourceFacts& facts, bool deleted);
    [[nodiscard]] base::Result<> noteAccess(const log::Op& op, const Place& place);
    [[nodiscard]] base::Result<> shred(qint64 owner, const base::Uuid& key);
    [[nodiscard]] base::Result<> clearOwner(qint64 owner);
    [[nodiscard]] base::Result<> finishUnit();
    [[nodiscard]] base::Result<> finishOwner(qint64 owner);
    [[nodiscard]] base::Result<qint64> latestDay(qint64 owner);
    [[nodiscard]] base::Result<> refreshPatient(qint64 owner, PatientRow& row,
                                                const QString& contact, const QString& words);

    Database& m_database;
    const WriterSources& m_sources;
    Dictionary m_names;
    Patients m_patients;
    SearchIndex m_index;
    std::set<qint64> m_touched;   // owners of the unit in hand
    Persons m_persons;            // Patient resources of the unit in hand
    std::optional<qint64> m_only; // remake(): every other owner is passed over
    std::optional<base::Uuid> m_onlyKey;
    std::map<qint64, crypto::Hash> m_leaves;
};

} // namespace chevet::vault
