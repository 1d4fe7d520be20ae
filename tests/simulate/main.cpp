// ./dev simulate: many schedules of a clinic's life, each from a number.

#include "simulate/arrangements.h"
#include "simulate/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QTextStream>

using namespace chevet;
using namespace chevet::simulate;

namespace {

struct Wanted {
    quint64 from = 1;
    int seeds = 0, acts = 0;
    bool arrangements = false, verbose = false;
};

struct Told {
    int writes = 0;
    bool failed = false;
};

void print(const QString& line) {
    QTextStream(stdout) << line << Qt::endl;
}

Told runWorld(quint64 seed, const Wanted& wanted, const QString& folder) {
    const QString where = folder + QStringLiteral("/%1").arg(seed);
    QDir(where).removeRecursively();
    QDir().mkpath(where);
    World world(seed, where, wanted.acts > 0 ? wanted.acts : 30 + static_cast<int>(seed % 5) * 20);
    const bool good = world.run();
    if (!good || wanted.verbose) {
        print(QStringLiteral("--- seed %1").arg(seed));
        for (const QString& line : world.schedule())
            print(line);
        print(QStringLiteral("--- root %1").arg(world.root()));
    }
    for (const QString& failure : world.failures())
        print(QStringLiteral("seed %1: %2").arg(seed).arg(failure));
    QDir(where).removeRecursively();
    return {.writes = world.writes(), .failed = !good};
}

int simulateAll(const Wanted& wanted) {
    // Vaults lie in memory where there is such a disk: nothing here is about the machine's own.
    const QString memory = QStringLiteral("/dev/shm");
    QTemporaryDir folder((QDir(memory).exists() ? memory : QDir::tempPath()) +
                         QStringLiteral("/chevet-simulate-XXXXXX"));
    if (!wanted.arrangements)
        makeForeignClinic(folder.filePath(QStringLiteral("foreign")));
    QElapsedTimer clock;
    clock.start();
    int failed = 0;
    qint64 writes = 0;
    for (int done = 0; done < wanted.seeds; ++done) {
        const quint64 seed = wanted.from + static_cast<quint64>(done);
        if (wanted.arrangements) {
            const QStringList wrong = checkArrangements(seed);
            for (const QString& line : wrong)
                print(QStringLiteral("seed %1: %2").arg(seed).arg(line));
            failed += wrong.isEmpty() ? 0 : 1;
            continue;
        }
        const Told told = runWorld(seed, wanted, folder.path());
        failed += told.failed ? 1 : 0;
        writes += told.writes;
    }
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    print(QStringLiteral("%1 schedules (%2), seeds %3 to %4, %5 acknowledged values, %6 s, "
                         "%7 schedules/s: %8")
              .arg(wanted.seeds)
              .arg(wanted.arrangements ? QStringLiteral("arrangements") : QStringLiteral("clinics"))
              .arg(wanted.from)
              .arg(wanted.from + static_cast<quint64>(qMax(0, wanted.seeds - 1)))
              .arg(writes)
              .arg(seconds, 0, 'f', 1)
              .arg(wanted.seeds / qMax(seconds, 1e-9), 0, 'f', 1)
              .arg(failed == 0 ? QStringLiteral("nothing diverged, nothing lost")
                               : QStringLiteral("%1 FAILED").arg(failed)));
    return failed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    Dice::installUnderSodium();
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("seeds"), QStringLiteral("how many"), QStringLiteral("N"),
                        QStringLiteral("20")},
                       {QStringLiteral("from"), QStringLiteral("the first"), QStringLiteral("S"),
                        QStringLiteral("1")},
                       {QStringLiteral("acts"), QStringLiteral("of each, instead of 30 to 110"),
                        QStringLiteral("N"), QStringLiteral("0")},
                       {QStringLiteral("arrangements"),
                        QStringLiteral("the fast layer: only how versions stand to each other")},
                       {QStringLiteral("verbose"), QStringLiteral("print every schedule")}});
    parser.process(app);
    bool seedsOk = false, fromOk = false;
    const Wanted wanted{.from = parser.value(QStringLiteral("from")).toULongLong(&fromOk),
                        .seeds = parser.value(QStringLiteral("seeds")).toInt(&seedsOk),
                        .acts = parser.value(QStringLiteral("acts")).toInt(),
                        .arrangements = parser.isSet(QStringLiteral("arrangements")),
                        .verbose = parser.isSet(QStringLiteral("verbose"))};
    if (!seedsOk || !fromOk || wanted.seeds < 1) {
        print(QStringLiteral("--seeds N [--from S]"));
        return 1;
    }
    return simulateAll(wanted);
}
