#pragma once
// All versions of one resource as rows: read together, arranged, and written back where the
// arrangement changed. Only where versions do not simply follow each other; inside the caller's
// transaction.

#include "vault/arrangement.h"
#include "vault/lookup.h"

namespace chevet::vault {

struct VersionRow {
    VersionNode node{};
    log::Hash content{}; // of the JSON alone
    log::Op op{};        // frame, parents, blobs, kind; patient, type and id of the resource
    int stream = 0;      // the view's number …
    base::Uuid streamId; // … and its id
    quint64 seq = 0;
    int place = 0; // index of the op in its entry
    QString date{};
    int version = 1; // as it is stored
    quint32 flags = 0;
    bool current = false;

    // Of two ops with one digest the one with the lower place counts.
    [[nodiscard]] bool standsBefore(const VersionRow& other) const;
};

class VersionRows {
public:
    VersionRows(Database& database, Dictionary& names, const WriterSources& sources)
        : m_database(database)
        , m_names(names)
        , m_sources(sources) {}

    // Current and older ones, the current one last. `op` names the resource.
    [[nodiscard]] base::Result<std::vector<VersionRow>> read(qint64 slot, const log::Op& op);
    // The current one; with it the older ones only where several last versions stand beside it.
    [[nodiscard]] base::Result<std::vector<VersionRow>> readLast(qint64 slot, const log::Op& op);
    // Fills node from op: expands the body. `plain` spares that where the caller has it.
    [[nodiscard]] base::Result<> fill(VersionRow& row, const QByteArray* plain = nullptr);
    // Version numbers and flags as they must be; the current one is last.
    [[nodiscard]] static std::vector<VersionRow> arranged(std::vector<VersionRow> rows);
    // Replaces every row of the slot. `type` is the view's number.
    [[nodiscard]] base::Result<> write(qint64 slot, int type, const std::vector<VersionRow>& rows);

private:
    [[nodiscard]] base::Result<std::vector<VersionRow>> readRows(Statement query,
                                                                 const log::Op& op);

    Database& m_database;
    Dictionary& m_names;
    const WriterSources& m_sources;
};

} // namespace chevet::vault
