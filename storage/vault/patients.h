#pragma once
// The table `patients`.

#include "vault/database.h"
#include "vault/rows.h"
#include "vault/search_index.h"

namespace chevet::vault {

// A row as it is stored: the line, and what it is indexed by.
struct PatientRow {
    PatientLine line;
    qint64 recent = 0;
    QStringList nameTokens{}, numbers{};

    [[nodiscard]] IndexedPerson indexed() const;
};

class Patients {
public:
    explicit Patients(Database& database)
        : m_database(database) {}

    [[nodiscard]] base::Result<std::optional<qint64>> ownerOfKey(const base::Uuid& key);
    // A new row without a name; owners are numbered from firstPatient without holes.
    [[nodiscard]] base::Result<qint64> create(const base::Uuid& key);
    [[nodiscard]] base::Result<std::optional<PatientRow>> row(qint64 owner);
    [[nodiscard]] base::Result<> store(const PatientRow& row);
    [[nodiscard]] base::Result<> remove(qint64 owner);
    [[nodiscard]] base::Result<std::vector<qint64>> ownersWithId(const QString& id);
    [[nodiscard]] base::Result<std::vector<qint64>> recent(int limit); // latest contact first
    [[nodiscard]] base::Result<qint64> count();

private:
    Database& m_database;
};

} // namespace chevet::vault
