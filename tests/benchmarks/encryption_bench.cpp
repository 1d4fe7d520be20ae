// The price of the cipher: the same import and charts with it and without. The database without it
// exists in this program only.

#include "bench_support.h"

using namespace chevet;

namespace {

struct Times {
    std::vector<double> import, chart;
};

void measure(Times& times, const vault::DatabaseOptions* options) {
    bench::Filled filled = bench::importSynthea(options);
    times.import.push_back(filled.summary.seconds);
    const auto listed = filled.session->search({}, 1000);
    for (int round = 0; round < 3; ++round)
        for (const session::PatientRow& row : listed->rows)
            times.chart.push_back(1e3 *
                                  bench::seconds([&] { (void)filled.session->chart(row.key); }));
}

} // namespace

int main() {
    if (bench::syntheaFiles().isEmpty())
        return bench::skipped(QStringLiteral("encryption"),
                              QStringLiteral("no corpora beside the clone"));
    vault::DatabaseOptions plain;
    plain.plaintext = vault::BenchComposition::permit();
    Times with, without;
    for (int run = 0; run < 3; ++run) { // interleaved: a busy machine slows both
        measure(with, nullptr);
        measure(without, &plain);
    }
    const auto half = [](const std::vector<double>& values) {
        return bench::percentile(values, 0.5);
    };
    return bench::report(
        QStringLiteral("encryption"),
        {{.name = QStringLiteral("import"),
          .value = half(with.import),
          .unit = QStringLiteral("s"),
          .limit = half(without.import),
          .limitName = QStringLiteral("cipher off"),
          .goalRatio = QStringLiteral("<= 1.6")},
         {.name = QStringLiteral("chart p50"),
          .value = half(with.chart),
          .unit = QStringLiteral("ms"),
          .limit = half(without.chart),
          .limitName = QStringLiteral("cipher off"),
          .goalRatio = QStringLiteral("<= 1.3")}},
        QStringLiteral("the log stays sealed in both; only the database's cipher is off"));
}
