#pragma once
// What the bench programs share: the corpus, a stopwatch, percentiles and the report of README.md.

#include "support/test_clinic.h"
#include "vault/database.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace chevet::vault {
// The only maker of a permit to write without the cipher (vault/database.h).
struct BenchComposition {
    static PlaintextPermit permit() { return {}; }
};
} // namespace chevet::vault

namespace chevet::bench {

// CHEVET_SHARED, else ../shared; empty if there is none.
[[nodiscard]] QString sharedFolder();
// The FHIR R4 bundles of Synthea in the corpora, as a producer wrote them.
[[nodiscard]] QStringList syntheaFiles();

[[nodiscard]] double seconds(const std::function<void()>& work);
[[nodiscard]] double percentile(std::vector<double> values, double part); // nearest rank

struct Row {
    QString name;
    double value = 0;
    QString unit;
    QString goal = {}; // ">= 80"
    std::optional<double> limit = {};
    QString limitName = {};
    QString goalRatio = {};
};
int report(const QString& bench, const QList<Row>& rows, const QString& note = {}); // returns 0
int skipped(const QString& bench, const QString& why);

// A vault with the Synthea files in it. `session` stays open.
struct Filled {
    std::unique_ptr<tests::TestClinic> clinic;
    std::unique_ptr<session::Session> session;
    session::ImportSummary summary;
};
[[nodiscard]] Filled importSynthea(const vault::DatabaseOptions* options = nullptr);

} // namespace chevet::bench
