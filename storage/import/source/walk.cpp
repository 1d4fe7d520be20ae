#include "import/source/walk.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <filesystem>

namespace chevet::import {

namespace {

constexpr int maxFolders = 64; // one inside the other

// Names that are no text in the system's encoding. Qt leaves them out of its lists, and no seam of
// ours could open them: a person must at least hear of them.
QStringList unreadableNames(const QFileInfo& folder) {
    QStringList names;
    std::error_code failed;
    std::filesystem::directory_iterator at(folder.filesystemFilePath(), failed);
    for (; !failed && at != std::filesystem::directory_iterator(); at.increment(failed)) {
        const QByteArray bytes = QByteArray::fromStdString(at->path().filename().string());
        const QString name = QFile::decodeName(bytes);
        if (QFile::encodeName(name) != bytes)
            names += name;
    }
    names.sort();
    return names;
}

class Walk {
public:
    explicit Walk(const std::function<bool(qint64)>& progress)
        : m_progress(progress) {}

    bool visit(const QString& path, int depth) {
        const QFileInfo info(path);
        if (!info.exists())
            return refuse(path, info.isSymLink() ? Reason::SymlinkLoop : Reason::NotFound);
        if (info.isDir())
            return folder(info, depth);
        if (!info.isFile()) // device, FIFO, socket: opening one may block for ever
            return refuse(path, Reason::NotAFile);
        m_out.sources += Source{path, info.size(), QDir::cleanPath(info.absolutePath())};
        return !m_progress || m_progress(m_out.sources.size());
    }

    [[nodiscard]] Walked take() { return std::move(m_out); }

private:
    bool folder(const QFileInfo& info, int depth) {
        const QString real = info.canonicalFilePath();
        if (m_seen.contains(real) || depth > maxFolders)
            return refuse(info.filePath(), Reason::SymlinkLoop);
        m_seen.insert(real);
        if (!info.isReadable() || !info.isExecutable())
            return refuse(info.filePath(), Reason::Unreadable);
        const QDir dir(info.filePath());
        for (const QString& name : unreadableNames(info))
            (void)refuse(dir.filePath(name), Reason::BadFileName);
        const QStringList names =
            dir.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
        return std::all_of(names.begin(), names.end(), [&](const QString& name) {
            return visit(dir.filePath(name), depth + 1);
        });
    }

    bool refuse(const QString& path, Reason reason) {
        m_out.refused += Finding{path, {}, reason, {}};
        return true;
    }

    const std::function<bool(qint64)>& m_progress;
    Walked m_out;
    QSet<QString> m_seen;
};

} // namespace

base::Result<Walked> walk(const QStringList& paths, const std::function<bool(qint64)>& progress) {
    Walk walk(progress);
    for (const QString& path : paths)
        if (!walk.visit(QDir::cleanPath(path), 0))
            return base::fail(base::ErrorCode::Cancelled);
    return walk.take();
}

} // namespace chevet::import
