// FHIR R4 bundles to a sealed, signed, indexed, fsynced vault.

#include "least_work.h"

using namespace chevet;

int main() {
    const QStringList files = bench::syntheaFiles();
    if (files.isEmpty())
        return bench::skipped(QStringLiteral("import"),
                              QStringLiteral("no corpora beside the clone"));
    std::vector<double> spent, limits;
    session::ImportSummary summary;
    for (int run = 0; run < 5; ++run) {
        summary = bench::importSynthea().summary;
        spent.push_back(summary.seconds);
        const QTemporaryDir folder;
        limits.push_back(bench::importLimit(files, folder.path()));
    }
    const double median = bench::percentile(spent, 0.5), limit = bench::percentile(limits, 0.5);
    const double megabytes = static_cast<double>(summary.bytes) / 1e6;
    const auto resources = static_cast<double>(summary.resources);
    const QString limitName =
        QStringLiteral("parse, compress, insert in one transaction a file, one thread");
    return bench::report(QStringLiteral("import"),
                         {{.name = QStringLiteral("raw bytes"),
                           .value = megabytes / median,
                           .unit = QStringLiteral("MB/s"),
                           .goal = QStringLiteral(">= 80"),
                           .limit = megabytes / limit,
                           .limitName = limitName,
                           .goalRatio = QStringLiteral(">= 0.5")},
                          {.name = QStringLiteral("resources"),
                           .value = resources / median,
                           .unit = QStringLiteral("1/s"),
                           .goal = QStringLiteral(">= 20000"),
                           .limit = resources / limit,
                           .limitName = limitName,
                           .goalRatio = QStringLiteral(">= 0.5")}},
                         QStringLiteral("%1 files, %2 resources, median of 5")
                             .arg(summary.files)
                             .arg(summary.resources));
}
