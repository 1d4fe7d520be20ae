#pragma once
// The limits: the least work that any program doing this job must do, on the same bytes.

#include "bench_support.h"

#include <memory>
#include <vector>

namespace chevet::bench {

// Parse with simdjson, compress each resource, insert it into SQLCipher, one transaction a file,
// one thread; nothing else. Returns seconds.
[[nodiscard]] double importLimit(const QStringList& files, const QString& folder);

// What of a Synthea bundle belongs to its patient, minified; no id if it has no patient.
struct BundleRows {
    QString patientId;
    std::vector<QByteArray> bodies;
};
[[nodiscard]] BundleRows patientRows(const QString& path);

// Reads and decompresses rows clustered by patient: what a chart cannot do without.
class ChartLimit {
public:
    ChartLimit(const QString& folder,
               const std::vector<std::vector<QByteArray>>& charts); // JSON by patient
    ~ChartLimit();
    void reopen();                                        // with nothing in its cache
    [[nodiscard]] double read(std::size_t patient) const; // seconds

private:
    QString m_path;
    crypto::VaultKey m_key;
    std::unique_ptr<vault::Database> m_database;
};

} // namespace chevet::bench
