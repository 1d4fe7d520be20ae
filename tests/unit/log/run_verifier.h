#pragma once
// Runs tests/tools/verify_log.py, the checker that is written from ENTRY.md alone, over a log.

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace chevet::tests {

inline QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

struct Verdict {
    int exit = -1;
    QJsonObject report;

    [[nodiscard]] int count(const char* what) const {
        return report[QLatin1String(what)].toInt(-1);
    }
    // What the first alarm says, and in which file; empty if there is none.
    [[nodiscard]] QString alarm(const char* field = "what") const {
        const QJsonArray alarms = report[QLatin1String("alarms")].toArray();
        return alarms.isEmpty() ? QString()
                                : alarms.first().toObject()[QLatin1String(field)].toString();
    }
};

inline Verdict runVerifier(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"),
                  QStringList{QStringLiteral(CHEVET_SOURCE_DIR "/tests/tools/verify_log.py")} +
                      arguments);
    process.waitForFinished(60000);
    const QByteArray errors = process.readAllStandardError();
    if (!errors.isEmpty())
        qWarning("%s", errors.constData());
    return {.exit = process.exitCode(),
            .report = QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
}

inline bool verifierRuns() {
    return QProcess::execute(QStringLiteral("/usr/bin/python3"),
                             {QStringLiteral("-c"), QStringLiteral("import nacl, cbor2")}) == 0;
}

} // namespace chevet::tests
