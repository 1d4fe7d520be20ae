#pragma once
// LogComparison: is every row of the view what the log says, no less and no more? The hash tree
// proves current rows only; older versions, the register, keys and places of entries are compared
// here, entry by entry, and the rows are counted at the end. Inside the caller's transaction or
// none; one thread.

#include "vault/lookup.h"

#include <map>
#include <set>

namespace chevet::vault {

class LogComparison {
public:
    LogComparison(Database& database, const WriterSources& sources)
        : m_database(database)
        , m_sources(sources)
        , m_names(database) {}

    [[nodiscard]] base::Result<bool> isApplied(const log::EntryRef& ref);
    // Before the first entry.
    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> entry(const log::EntryRef& ref, const log::EntryDraft& content);
    // After the last one, if the log could be read whole: rows that no entry made.
    [[nodiscard]] base::Result<> finish();

    // Owners whose rows must be made again, and a table beyond one owner's, if one is wrong.
    [[nodiscard]] const std::set<qint64>& wrongOwners() const noexcept { return m_wrong; }
    [[nodiscard]] const QString& wrongTable() const noexcept { return m_table; }

private:
    struct Place {
        int stream = 0;
        quint64 seq = 0;
        int op = 0;
    };
    struct Found {
        int version = 1;
        quint32 flags = 0;
        QString date;
        QByteArray extra, body;
        bool current = false;
    };
    [[nodiscard]] base::Result<> compareEntry(const log::EntryRef& ref,
                                              const log::EntryDraft& content, int stream);
    [[nodiscard]] base::Result<> compareKeys(const log::EntryDraft& content);
    [[nodiscard]] base::Result<> compareOp(const log::Op& op, const Place& place);
    [[nodiscard]] base::Result<> compareAccess(const log::Op& op, const Place& place);
    [[nodiscard]] base::Result<bool> sameRow(const log::Op& op, qint64 slot, const Found& row);
    [[nodiscard]] base::Result<bool> sameIndex(const log::Op& op, qint64 slot, const Found& row,
                                               QByteArrayView plain);
    [[nodiscard]] base::Result<bool> isArranged(const log::Op& op, qint64 slot);
    [[nodiscard]] base::Result<bool> saidElsewhere(const log::Op& op, qint64 slot);
    [[nodiscard]] base::Result<std::optional<Found>> rowOf(qint64 slot, const Place& place);
    [[nodiscard]] base::Result<qint64> number(const char* sql);
    [[nodiscard]] base::Result<qint64> countLeaves();
    void noteTable(const char* name) { m_table = QLatin1String(name); }

    Database& m_database;
    const WriterSources& m_sources;
    Dictionary m_names;
    std::set<std::pair<int, quint64>> m_waiting; // stream, seq of sets that are not complete
    std::set<base::Uuid> m_otherKeys;            // patients whose key is not the log's
    std::set<qint64> m_wrong;
    std::map<qint64, bool> m_arranged; // by slot
    QString m_table;
    qint64 m_rows = 0, m_accesses = 0;
};

} // namespace chevet::vault
