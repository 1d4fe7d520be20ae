// The whole vault folder against the raw bytes that went in.

#include "bench_support.h"

#include <QProcess>

using namespace chevet;

namespace {

// All files in one zstd -19 stream: what could be reached without any structure.
qint64 zstdSize(const QStringList& files) {
    QStringList arguments{QStringLiteral("-c"),
                          QStringLiteral("cat \"$@\" | zstd -19 -q -c | wc -c"),
                          QStringLiteral("sh")};
    arguments += files;
    QProcess process;
    process.start(QStringLiteral("sh"), arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toLongLong();
}

} // namespace

int main() {
    const QStringList files = bench::syntheaFiles();
    if (files.isEmpty())
        return bench::skipped(QStringLiteral("disk"),
                              QStringLiteral("no corpora beside the clone"));
    bench::Filled filled = bench::importSynthea();
    filled.session.reset(); // closed: no write-ahead log left
    auto reopened = filled.clinic->open();
    const auto stats = (*reopened)->stats();
    const auto raw = static_cast<double>(stats->rawBytes);
    return bench::report(QStringLiteral("disk"),
                         {{.name = QStringLiteral("vault / raw"),
                           .value = static_cast<double>(stats->vaultBytes) / raw,
                           .unit = QStringLiteral("x"),
                           .goal = QStringLiteral("<= 0.15"),
                           .limit = static_cast<double>(zstdSize(files)) / raw,
                           .limitName = QStringLiteral("zstd -19 of the whole file set")}},
                         QStringLiteral("%1 bytes raw, %2 in the vault")
                             .arg(stats->rawBytes)
                             .arg(stats->vaultBytes));
}
