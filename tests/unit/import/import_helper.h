#pragma once
// What the import tests share: run an importer over files made on the spot or over the corpora.

#include "import/importer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QTemporaryDir>
#include <QtTest>

namespace chevet::import::test {

struct Outcome {
    QList<Proposal> proposals;
    QList<ProposedPatient> patients;
    QList<ProposedResource> resources;
    QList<Finding> refused, remarks;
    qint64 bytes = 0;

    [[nodiscard]] QMap<QString, int> perType() const {
        QMap<QString, int> counts;
        for (const ProposedResource& resource : resources)
            ++counts[QString::fromUtf8(resource.type)];
        return counts;
    }
    [[nodiscard]] const ProposedResource* find(const char* type, const QByteArray& id) const {
        for (const ProposedResource& resource : resources)
            if (resource.type == type && resource.id == id)
                return &resource;
        return nullptr;
    }
    [[nodiscard]] bool has(const QList<Finding>& list, Reason reason,
                           const QString& where = {}) const {
        return std::any_of(list.begin(), list.end(), [&](const Finding& finding) {
            return finding.reason == reason && (where.isEmpty() || finding.where.startsWith(where));
        });
    }
    [[nodiscard]] QString reasons() const {
        QStringList names;
        for (const Finding& finding : refused)
            names += QLatin1String(reasonName(finding.reason)) + QLatin1Char('@') + finding.where;
        return names.join(QLatin1Char(' '));
    }
};

// Empty optional: the importer reported an error, which no input may cause.
inline Outcome import(const QStringList& paths, const Limits& limits = {}, int threads = 1) {
    Importer importer(base::realFileSystem(), limits);
    const auto plan = importer.plan(paths);
    Outcome outcome;
    if (!plan)
        qFatal("plan: %s", qPrintable(plan.error().toString()));
    outcome.refused = plan->refused;
    const auto done = importer.readAll(*plan, threads, [&](Proposal&& proposal) {
        outcome.patients += proposal.patients;
        outcome.resources += proposal.resources;
        outcome.refused += proposal.refused;
        outcome.remarks += proposal.remarks;
        outcome.bytes += proposal.bytes;
        outcome.proposals += std::move(proposal);
        return true;
    });
    if (!done)
        qFatal("readAll: %s", qPrintable(done.error().toString()));
    return outcome;
}

// A folder of files that lives as long as the object.
class Folder {
public:
    QString add(const QString& name, const QByteArray& bytes) {
        const QString path = m_dir.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    [[nodiscard]] QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

// JSON with single quotes for double ones: raw string literals confuse moc.
inline QByteArray q(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

inline Outcome importText(const QByteArray& text, const QString& name = QStringLiteral("file.json"),
                          const Limits& limits = {}) {
    Folder folder;
    return import({folder.add(name, text)}, limits);
}

// The shared corpora, or empty where they are absent.
inline QString corpora() {
    QString shared = qEnvironmentVariable("CHEVET_SHARED");
    if (shared.isEmpty())
        shared = QStringLiteral(CHEVET_SOURCE_DIR "/../shared");
    const QString path = shared + QStringLiteral("/corpora");
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace chevet::import::test
