// Peak resident size: of an import of the corpus, and of opening charts in a large clinic.
// CHEVET_BENCH_PATIENTS and CHEVET_BENCH_SECONDS set the size of the second part: an hour is 3600.

#include "bench_support.h"
#include "cached_clinic.h"

#include <QFile>
#include <QProcess>

#include <random>

using namespace chevet;

namespace {

double peakMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void resetPeak() {
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

// In a process of its own, so that what it leaves in the heap is not counted with the charts.
double importPeak(const char* self) {
    QProcess process;
    process.start(QString::fromLocal8Bit(self), {QStringLiteral("import")});
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1) {
        { const bench::Filled filled = bench::importSynthea(); }
        std::printf("%f\n", peakMegabytes());
        return 0;
    }
    if (bench::syntheaFiles().isEmpty())
        return bench::skipped(QStringLiteral("memory"),
                              QStringLiteral("no corpora beside the clone"));
    const int patients = bench::patientsWanted(1'000'000);
    const int asked = qEnvironmentVariableIntValue("CHEVET_BENCH_SECONDS");
    const int duration = asked > 0 ? asked : 60;
    const double importing = importPeak(argv[0]);

    const auto session = bench::cachedClinic(patients).open();
    std::vector<session::PatientKey> keys;
    for (const char* letter : {"a", "b", "c", "d", "g", "l", "m", "p", "r", "t"}) {
        const auto page = session->search(QLatin1String(letter), 200);
        for (const session::PatientRow& row : page->rows)
            keys.push_back(row.key);
    }
    resetPeak();
    std::mt19937 random(7);
    double half = 0;
    int opened = 0;
    const double total = bench::seconds([&] {
        const qint64 until =
            base::systemClock().monotonicNanoseconds() + duration * 1'000'000'000LL;
        while (base::systemClock().monotonicNanoseconds() < until) {
            (void)session->chart(keys[random() % keys.size()]);
            ++opened;
            if (half == 0 &&
                base::systemClock().monotonicNanoseconds() > until - duration * 500'000'000LL)
                half = peakMegabytes();
        }
    });
    const double charts = peakMegabytes();
    return bench::report(QStringLiteral("memory"),
                         {{.name = QStringLiteral("import, peak"),
                           .value = importing,
                           .unit = QStringLiteral("MB"),
                           .goal = QStringLiteral("<= 400")},
                          {.name = QStringLiteral("charts, peak"),
                           .value = charts,
                           .unit = QStringLiteral("MB"),
                           .goal = QStringLiteral("<= 250")},
                          {.name = QStringLiteral("charts, growth in the 2nd half"),
                           .value = charts - half,
                           .unit = QStringLiteral("MB"),
                           .goal = QStringLiteral("<= 1")}},
                         QStringLiteral("%1 patients, %2 charts opened in %3 s")
                             .arg(patients)
                             .arg(opened)
                             .arg(total, 0, 'f', 0));
}
