// Click on a patient to every value of the chart in memory: read, checked against the root,
// decompressed, read into clinical words. A new session each 50 charts, so that caches are cold.

#include "least_work.h"

#include <random>

using namespace chevet;

namespace {

std::vector<QByteArray> bodies(const session::Session& session, const session::PatientKey& key) {
    const auto chart = session.chart(key);
    std::vector<QByteArray> all;
    const auto take = [&](const auto& items) {
        for (const auto& item : items)
            if (const auto json = session.resource(key, item.reference))
                all.push_back(*json);
    };
    take(chart->results.items);
    take(chart->vitals.items);
    take(chart->encounters.items);
    take(chart->problems.items);
    take(chart->medications.items);
    take(chart->procedures.items);
    take(chart->immunizations.items);
    take(chart->results.panels);
    take(chart->social.items);
    return all;
}

} // namespace

int main() {
    if (bench::syntheaFiles().isEmpty())
        return bench::skipped(QStringLiteral("chart"),
                              QStringLiteral("no corpora beside the clone"));
    bench::Filled filled = bench::importSynthea();
    std::vector<session::PatientKey> patients;
    const auto listed = filled.session->search({}, 1000);
    std::vector<std::vector<QByteArray>> charts;
    for (const session::PatientRow& row : listed->rows) {
        patients.push_back(row.key);
        charts.push_back(bodies(*filled.session, row.key));
    }
    const std::size_t largest = static_cast<std::size_t>(
        std::max_element(charts.begin(), charts.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); }) -
        charts.begin());
    const QTemporaryDir folder;
    const bench::ChartLimit limit(folder.path(), charts);

    std::mt19937 random(20261123);
    std::vector<double> spent, limits, big;
    for (int i = 0; i < 500; ++i) {
        if (i % 50 == 0) {
            filled.session.reset();
            auto reopened = filled.clinic->open();
            if (!reopened)
                qFatal("%s", qPrintable(reopened.error().toString()));
            filled.session = std::move(*reopened);
        }
        const std::size_t at = random() % patients.size();
        spent.push_back(1e3 * bench::seconds([&] { (void)filled.session->chart(patients[at]); }));
        limits.push_back(1e3 * limit.read(at));
        if (i % 10 == 0)
            big.push_back(1e3 *
                          bench::seconds([&] { (void)filled.session->chart(patients[largest]); }));
    }
    const QString limitName = QStringLiteral("read and decompress the same rows");
    return bench::report(
        QStringLiteral("chart"),
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
        QStringLiteral("500 random draws of %1 patients; the largest has %2 clinical resources")
            .arg(patients.size())
            .arg(charts[largest].size()));
}
