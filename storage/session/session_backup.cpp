// Session's backup: what is in it, and the copying.

#include "session/backup_copy.h"
#include "session/backup_folder.h"
#include "session/session.h"
#include "session/state.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace chevet::session {

using base::ErrorCode;

namespace {

constexpr qint64 largestState = 256LL * 1024 * 1024; // slots, membership, marks, one draft
constexpr qint64 roomToSpare = 4LL * 1024 * 1024;    // folders, the manifest beside the old one

// Where a path leads, whether it exists or not.
QString resolved(const QString& path) {
    const QString clean = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString there = clean;
    while (!QFileInfo::exists(there) && there.size() > 1)
        there = QFileInfo(there).path();
    return QDir::cleanPath(QFileInfo(there).canonicalFilePath() + clean.mid(there.size()));
}

bool within(const QString& path, const QString& folder) {
    return path == folder || path.startsWith(folder + QLatin1Char('/'));
}

} // namespace

// What is acknowledged at one moment. Segments and blobs are named only: up to these sizes they do
// not change any more. The small files that do are read at once.
struct BackupSnapshot {
    base::Uuid stream;
    std::vector<BackupManifest::StreamHead> heads = {};
    std::vector<SourceFile> files = {}; // without targets
};

namespace {

class SnapshotMaker {
public:
    SnapshotMaker(base::FileSystem& disk, const VaultPaths& paths, BackupSnapshot& into)
        : m_disk(disk)
        , m_paths(paths)
        , m_into(into) {}

    base::Result<> state(const QString& path) {
        auto bytes =
            base::readWhole(m_disk, m_paths.folder + QLatin1Char('/') + path, largestState);
        if (!bytes && bytes.error().code == ErrorCode::NotFound)
            return {}; // one of the two slot files, or marks not written yet
        if (!bytes)
            return std::unexpected(bytes.error());
        const qint64 size = bytes->size();
        m_into.files.push_back(
            {.path = path, .target = {}, .size = size, .bytes = std::move(*bytes)});
        return {};
    }

    // `end`: of the own stream, whose last bytes may not be acknowledged.
    base::Result<> segments(const base::Uuid& stream, const std::optional<log::Log::End>& end) {
        const QString folder = QStringLiteral("log/") + stream.toHex();
        if (!m_disk.exists(m_paths.folder + QLatin1Char('/') + folder))
            return {};
        CHEVET_TRY_ASSIGN(const QStringList names,
                          m_disk.list(m_paths.folder + QLatin1Char('/') + folder));
        for (const QString& name : names) {
            const QString path = folder + QLatin1Char('/') + name;
            if (backupPathKind(path) != BackupPathKind::Segment)
                continue; // what was set aside
            CHEVET_TRY_ASSIGN(qint64 size, sizeOf(path));
            const auto number = name.section(QLatin1Char('.'), 0, 0).toUInt();
            if (end && number > end->segment)
                continue;
            if (end && number == end->segment)
                size = std::min(size, static_cast<qint64>(end->bytes));
            m_into.files.push_back({.path = path, .target = {}, .size = size});
        }
        return {};
    }

    base::Result<qint64> sizeOf(const QString& path) const {
        CHEVET_TRY_ASSIGN(const auto file, m_disk.open(m_paths.folder + QLatin1Char('/') + path,
                                                       base::OpenMode::Read));
        return file->size();
    }

private:
    base::FileSystem& m_disk;
    const VaultPaths& m_paths;
    BackupSnapshot& m_into;
};

// The backup may hold nothing this vault does not have.
base::Result<> checkNotAhead(const BackupManifest& last, const BackupSnapshot& now) {
    for (const BackupManifest::StreamHead& held : last.heads) {
        const auto own =
            std::ranges::find(now.heads, held.stream, &BackupManifest::StreamHead::stream);
        const bool ahead = own == now.heads.end() || own->head.seq < held.head.seq ||
                           (own->head.seq == held.head.seq && own->head != held.head);
        if (ahead && held.head.seq > 0)
            return base::fail(ErrorCode::BackupAhead, held.stream.toHex(),
                              QString::number(held.head.seq));
    }
    return {};
}

} // namespace

base::Result<BackupSnapshot> Session::State::snapshot() {
    const std::scoped_lock still(writing, drafting);
    BackupSnapshot taken{.stream = log->stream()};
    SnapshotMaker maker(environment.disk, paths, taken);
    for (const char* path : {"slots", "slots.2", "log/membership", "log/outbox"})
        CHEVET_TRY(maker.state(QLatin1String(path)));
    if (environment.disk.exists(paths.drafts())) {
        CHEVET_TRY_ASSIGN(const QStringList names, environment.disk.list(paths.drafts()));
        for (const QString& name : names)
            if (const QString path = QLatin1String("drafts/") + name;
                backupPathKind(path) == BackupPathKind::State)
                CHEVET_TRY(maker.state(path));
    }
    CHEVET_TRY_ASSIGN(const auto streams, log->streams());
    for (const base::Uuid& stream : streams) {
        const bool own = stream == taken.stream;
        const log::Head head = own ? log->head() : vault->applied(stream);
        taken.heads.push_back({.stream = stream, .head = head});
        CHEVET_TRY(maker.segments(stream, own ? std::optional(log->end()) : std::nullopt));
    }
    std::ranges::sort(taken.heads, {}, &BackupManifest::StreamHead::stream);
    CHEVET_TRY_ASSIGN(const auto ids, blobs->list());
    for (const base::Uuid& id : ids) {
        const QString name = id.toHex();
        const QString path = QStringLiteral("blobs/") + name.left(2) + QLatin1Char('/') + name;
        CHEVET_TRY_ASSIGN(const qint64 size, maker.sizeOf(path));
        taken.files.push_back({.path = path, .target = {}, .size = size});
    }
    std::ranges::sort(taken.files, {}, &SourceFile::path);
    return taken;
}

base::Result<BackupSummary> Session::backup(const QString& folder,
                                            const Progress<BackupProgress>& progress) {
    const std::shared_lock alive(m_state->life);
    State& state = *m_state;
    CHEVET_TRY(state.checkOpen());
    base::FileSystem& disk = state.environment.disk;
    const QString to = resolved(folder), from = resolved(state.paths.folder);
    if (within(to, from) || within(from, to))
        return base::fail(ErrorCode::InvalidArgument, folder, QStringLiteral("inside the vault"));
    CHEVET_TRY_ASSIGN(BackupFolder backup,
                      BackupFolder::claim(disk, to,
                                          {.clinic = state.membership->clinic(),
                                           .device = state.keys->device.device,
                                           .key = state.device->sign.publicKey()}));
    CHEVET_TRY_ASSIGN(BackupSnapshot taken, state.snapshot());
    const auto& last = backup.last();
    if (last)
        CHEVET_TRY(checkNotAhead(*last, taken));

    BackupManifest manifest{.clinic = state.membership->clinic(),
                            .device = state.keys->device.device,
                            .stream = taken.stream,
                            .generation = last ? last->generation + 1 : 1,
                            .made = state.environment.clock.now(),
                            .heads = std::move(taken.heads)};
    for (SourceFile& file : taken.files)
        file.target = to + QLatin1Char('/') + manifest.place(file.path);
    BackupMeter meter(state.environment.clock, [&](const BackupProgress& now) {
        return !state.closing && (!progress || progress(now));
    });
    BackupWriter writer(disk, from, meter);
    CHEVET_TRY_ASSIGN(const qint64 missing, writer.plan(taken.files));
    CHEVET_TRY_ASSIGN(const qint64 room, disk.freeBytes(to));
    if (missing + roomToSpare > room)
        return base::fail(
            ErrorCode::DiskFull, to,
            QStringLiteral("%1 bytes needed, %2 free").arg(missing + roomToSpare).arg(room));
    for (const SourceFile& file : taken.files) {
        const bool kept = backupPathKind(file.path) != BackupPathKind::State;
        CHEVET_TRY(writer.put(file, last && kept ? last->find(file.path) : nullptr));
    }
    CHEVET_TRY(writer.finish());
    manifest.files = writer.takeFiles();

    BackupSummary summary{.clinic = keychain::fingerprint(state.keys->facts.clinicIdentity.id()),
                          .files = static_cast<qint64>(manifest.files.size()),
                          .bytes = manifest.bytes(),
                          .copiedFiles = writer.counts().copiedFiles,
                          .copiedBytes = writer.counts().copiedBytes,
                          .repairedFiles = writer.counts().repairedFiles};
    for (const BackupManifest::StreamHead& one : manifest.heads)
        summary.entries += static_cast<qint64>(one.head.seq);
    CHEVET_TRY(backup.commit(std::move(manifest), state.device->sign));
    summary.seconds = meter.seconds();
    return summary;
}

} // namespace chevet::session
