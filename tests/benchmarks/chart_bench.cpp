// Click on a patient to every value of the chart in memory: read, checked against the root,
// decompressed, read into clinical words. A new session each 50 charts, so that caches are cold;
// the same for the limit.

#include "least_work.h"

#include <random>

using namespace chevet;

namespace {

struct Charts {
    std::vector<session::PatientKey> patients;
    std::vector<std::vector<QByteArray>> bodies; // by patient: every row its chart reads
};

// The files have a patient each, and what belongs to nobody.
Charts chartsOf(const session::Session& session) {
    Charts charts;
    for (const QString& path : bench::syntheaFiles()) {
        bench::BundleRows rows = bench::patientRows(path);
        if (rows.patientId.isEmpty())
            continue;
        charts.patients.push_back(session.findPatient(rows.patientId)->key);
        charts.bodies.push_back(std::move(rows.bodies));
    }
    return charts;
}

void mustWork(bool worked) {
    if (!worked)
        qFatal("a chart could not be read");
}

} // namespace

int main() {
    if (bench::syntheaFiles().isEmpty())
        return bench::skipped(QStringLiteral("chart"),
                              QStringLiteral("no corpora beside the clone"));
    bench::Filled filled = bench::importSynthea();
    const Charts charts = chartsOf(*filled.session);
    const std::size_t largest = static_cast<std::size_t>(
        std::max_element(charts.bodies.begin(), charts.bodies.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); }) -
        charts.bodies.begin());
    const QTemporaryDir folder;
    bench::ChartLimit limit(folder.path(), charts.bodies);

    std::mt19937 random(20261123);
    std::vector<double> spent, limits, big;
    for (int i = 0; i < 500; ++i) {
        if (i % 50 == 0) {
            filled.session.reset();
            auto reopened = filled.clinic->open();
            if (!reopened)
                qFatal("%s", qPrintable(reopened.error().toString()));
            filled.session = std::move(*reopened);
            limit.reopen();
        }
        const std::size_t at = random() % charts.patients.size();
        spent.push_back(1e3 * bench::seconds([&] {
                            mustWork(filled.session->chart(charts.patients[at]).has_value());
                        }));
        limits.push_back(1e3 * limit.read(at));
        if (i % 10 == 0)
            big.push_back(1e3 * bench::seconds([&] {
                              mustWork(filled.session->chart(charts.patients[largest]).has_value());
                          }));
    }
    const QString limitName = QStringLiteral("read and decompress the same rows");
    return bench::report(QStringLiteral("chart"),
                         {{.name = QStringLiteral("p50"),
                           .value = bench::percentile(spent, 0.5),
                           .unit = QStringLiteral("ms"),
                           .goal = QStringLiteral("<= 5"),
                           .limit = bench::percentile(limits, 0.5),
                           .limitName = limitName,
                           .goalRatio = QStringLiteral("<= 3")},
                          {.name = QStringLiteral("p99"),
                           .value = bench::percentile(spent, 0.99),
                           .unit = QStringLiteral("ms"),
                           .goal = QStringLiteral("<= 20"),
                           .limit = bench::percentile(limits, 0.99),
                           .limitName = limitName,
                           .goalRatio = QStringLiteral("<= 3")},
                          {.name = QStringLiteral("largest patient, p50"),
                           .value = bench::percentile(big, 0.5),
                           .unit = QStringLiteral("ms"),
                           .goal = QStringLiteral("<= 20")}},
                         QStringLiteral("500 random draws of %1 patients; the largest has %2 rows")
                             .arg(charts.patients.size())
                             .arg(charts.bodies[largest].size()));
}
