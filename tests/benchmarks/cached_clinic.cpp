#include "cached_clinic.h"

#include "crypto/primitives/hash.h"
#include "crypto/random.h"
#include "session/synthetic_clinic.h"

#include <QDir>
#include <QFile>

namespace chevet::bench {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Whatever decides the bytes of a vault, or who is in it.
QString fingerprint() {
    crypto::Hasher hasher;
    for (const char* name : {"resources/sql/001-first.sql", "resources/dictionary/fhir-r4-1.dict",
                             "resources/names/surnames.tsv", "resources/names/given_names.tsv",
                             "storage/vault/FORMAT.md", "storage/log/ENTRY.md",
                             "storage/keychain/SLOTS.md", "storage/session/clinic_generator.cpp"})
        hasher.update(contentOf(QLatin1String(CHEVET_SOURCE_DIR "/") + QLatin1String(name)));
    return QString::fromLatin1(hasher.finish().toByteArray().left(6).toHex());
}

QString cacheFolder() {
    if (const QString given = qEnvironmentVariable("CHEVET_BENCH_CACHE"); !given.isEmpty())
        return given;
    QString cache = qEnvironmentVariable("CHEVET_CACHE");
    if (cache.isEmpty())
        cache =
            qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + QLatin1String("/.cache")) +
            QLatin1String("/chevet");
    return cache + QLatin1String("/bench");
}

void make(const QString& folder, int patients) {
    std::fprintf(stderr, "Making a clinic of %d patients in %s\n", patients, qPrintable(folder));
    const QString beside = folder + QLatin1String(".new");
    QDir(beside).removeRecursively();
    QDir().mkpath(beside);
    int said = 0;
    const auto progress = [&](const session::ImportProgress& state) {
        const auto percent = static_cast<int>(100 * state.filesDone / state.filesTotal);
        if (percent >= said + 10)
            std::fprintf(stderr, "  %d %%\n", said = percent);
        return true;
    };
    const auto made = session::makeSyntheticClinic(
        shippedEnvironment(), beside + QLatin1String("/vault"), patients, progress);
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    QFile note(beside + QLatin1String("/seconds"));
    if (!note.open(QIODevice::WriteOnly) || note.write(QByteArray::number(made->seconds)) <= 0)
        qFatal("cannot write in %s", qPrintable(beside));
    note.close();
    if (!QDir().rename(beside, folder))
        qFatal("cannot rename %s", qPrintable(beside));
}

} // namespace

session::Environment shippedEnvironment() {
    return {.disk = base::realFileSystem(),
            .clock = base::systemClock(),
            .random = crypto::systemRandom(),
            .kdfLimits = crypto::shippedKdfLimits()};
}

CachedClinic cachedClinic(int patients) {
    const QString folder =
        cacheFolder() + QStringLiteral("/clinic-%1-%2").arg(patients).arg(fingerprint());
    const bool fresh = !QDir(folder).exists();
    if (fresh)
        make(folder, patients);
    return {.vault = folder + QLatin1String("/vault"),
            .passphraseFile = folder + QLatin1String("/vault.passphrase"),
            .seconds = contentOf(folder + QLatin1String("/seconds")).toDouble(),
            .fresh = fresh};
}

std::unique_ptr<session::Session> CachedClinic::open() const {
    QByteArray words = contentOf(passphraseFile).trimmed();
    auto opened =
        session::Session::open(shippedEnvironment(), vault, {}, crypto::Secret::takeFrom(words));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    return std::move(*opened);
}

int patientsWanted(int goal) {
    const int asked = qEnvironmentVariableIntValue("CHEVET_BENCH_PATIENTS");
    return asked > 0 ? asked : goal;
}

} // namespace chevet::bench
