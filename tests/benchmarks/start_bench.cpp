// The real window, started as a person starts it: until the unlock screen is painted, and from the
// passphrase (without its key derivation) to the painted list of patients.

#include "bench_support.h"
#include "cached_clinic.h"

#include <QProcess>

using namespace chevet;

namespace {

constexpr int runs = 9;

using Times = QHash<QByteArray, double>; // milliseconds since the start, by what was told

Times start(const QString& program, const QStringList& arguments, const QString& home,
            const bench::CachedClinic& clinic, bool empty) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(CHEVET_PROBE));
    environment.insert(QStringLiteral("CHEVET_PROBE_PASSPHRASE"), clinic.passphraseFile);
    if (empty)
        environment.insert(QStringLiteral("CHEVET_PROBE_EMPTY"), QStringLiteral("1"));
    environment.insert(QStringLiteral("HOME"), home);
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    const qint64 before = base::systemClock().monotonicNanoseconds();
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s did not end: %s", qPrintable(program),
               process.readAllStandardError().constData());
    Times times;
    for (const QByteArray& line : process.readAllStandardError().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3 && words[0] == "PROBE")
            times.insert(words[1], static_cast<double>(words[2].toLongLong() - before) / 1e6);
    }
    return times;
}

} // namespace

int main() {
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return bench::skipped(QStringLiteral("start"),
                              QStringLiteral("no display: ./dev bench start brings one"));
    const int patients = bench::patientsWanted(100'000);
    const bench::CachedClinic clinic = bench::cachedClinic(patients);
    const QTemporaryDir home;
    const QString window = QStringLiteral(CHEVET_BIN_DIR "/chevet");
    const QString empty = QStringLiteral(CHEVET_EMPTY_WINDOW);
    std::vector<double> painted, ready, listed, derivation, limits;
    for (int run = 0; run <= runs; ++run) { // in turn: a busy machine slows both
        const Times limit = start(empty, {}, home.path(), clinic, true);
        const Times times =
            start(window, {QStringLiteral("--vault"), clinic.vault}, home.path(), clinic, false);
        if (!times.contains("patients") || !limit.contains("window"))
            qFatal("the window never listed the patients");
        if (run == 0)
            continue; // files come into the memory
        const double derived = times["derivation-ends"] - times["derivation-begins"];
        painted.push_back(times["window"]);
        ready.push_back(times["professionals"]);
        listed.push_back(times["patients"] - times["entered"] - derived);
        derivation.push_back(derived);
        limits.push_back(limit["window"]);
    }
    const auto row = [](const char* name, const std::vector<double>& values, const char* goal) {
        return bench::Row{.name = QLatin1String(name),
                          .value = bench::percentile(values, 0.5),
                          .unit = QStringLiteral("ms"),
                          .goal = QLatin1String(goal)};
    };
    bench::Row first = row("unlock screen painted", painted, "<= 400");
    first.limit = bench::percentile(limits, 0.5);
    first.limitName = QStringLiteral("QApplication with an empty window");
    return bench::report(QStringLiteral("start"),
                         {first, row("professionals listed", ready, ""),
                          row("passphrase to patients", listed, "<= 200"),
                          row("key derivation, not counted", derivation, "")},
                         QStringLiteral("%1 patients, medians of %2 starts, files in memory")
                             .arg(patients)
                             .arg(runs));
}
