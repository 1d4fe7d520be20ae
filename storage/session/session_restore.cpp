// Session's restore: a backup becomes a vault again, and never writes where another copy of the
// workstation may have written.

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

constexpr qint64 roomToSpare = 64LL * 1024 * 1024; // the view, of a small vault
constexpr qint64 markSize = 64;
constexpr QByteArrayView markHead("chevet-restored 1\nstream ");
constexpr int mostNamed = 5; // files in one message
constexpr std::size_t mostUnsynced = 128;

QByteArray markText(std::uint32_t number) {
    return markHead.toByteArray() + QByteArray::number(number) + '\n';
}

std::optional<std::uint32_t> markNumber(const base::Result<QByteArray>& bytes) {
    if (!bytes || !bytes->startsWith(markHead) || !bytes->endsWith('\n'))
        return std::nullopt;
    bool good = false;
    const uint number = bytes->sliced(markHead.size()).trimmed().toUInt(&good);
    return good ? std::optional<std::uint32_t>(number) : std::nullopt;
}

std::optional<std::uint32_t> numberOf(const log::Device& device, const base::Uuid& stream) {
    const auto at = std::ranges::find(device.streams, stream);
    return at == device.streams.end()
               ? std::nullopt
               : std::optional(static_cast<std::uint32_t>(at - device.streams.begin()));
}

QString named(QStringList files) {
    const qsizetype more = files.size() - mostNamed;
    QString text =
        files.first(std::min<qsizetype>(files.size(), mostNamed)).join(QLatin1String(", "));
    return more > 0 ? QString(text + QStringLiteral(" (+ %1)").arg(more)) : text;
}

class Restorer {
public:
    Restorer(const Environment& environment, QString backup, QString folder,
             const Progress<BackupProgress>& progress)
        : m_environment(environment)
        , m_disk(environment.disk)
        , m_backup(std::move(backup))
        , m_folder(std::move(folder))
        , m_beside(m_folder + QLatin1String(".restoring"))
        , m_meter(environment.clock, progress) {}
    Restorer(const Restorer&) = delete;
    Restorer& operator=(const Restorer&) = delete;
    // What was not finished holds copies only, and only if this object made the folder.
    ~Restorer() {
        if (m_made)
            QDir(m_beside).removeRecursively();
    }

    base::Result<> check();
    base::Result<keychain::OpenedKeys> copy(const RestoreKey& key);
    base::Result<> checkHeads(Session::State& state) const;
    base::Result<bool> finish(); // true: the backup remembers this restore

    [[nodiscard]] const QString& beside() const { return m_beside; }
    [[nodiscard]] const BackupManifest& manifest() const { return *m_manifest; }
    [[nodiscard]] BackupMeter& meter() { return m_meter; }

private:
    [[nodiscard]] QString place(const BackupFile& file) const {
        return m_backup + QLatin1Char('/') + m_manifest->place(file.path);
    }
    [[nodiscard]] static bool isState(const BackupFile& file) {
        return backupPathKind(file.path) == BackupPathKind::State;
    }
    base::Result<> checkTarget() const;
    base::Result<> checkPresence() const;
    base::Result<> checkSignature();
    base::Result<> checkRoom() const;
    base::Result<> begin();
    base::Result<> copyAll(bool state);
    base::Result<> copyOne(const BackupFile& file, QStringList& bad);
    base::Result<> syncFiles();
    base::Result<> syncFolders();

    const Environment& m_environment;
    base::FileSystem& m_disk;
    QString m_backup, m_folder, m_beside;
    BackupMeter m_meter;
    std::optional<BackupManifest> m_manifest;
    std::vector<std::unique_ptr<base::File>> m_unsynced;
    std::uint32_t m_nextStream = 0;
    bool m_made = false;
};

base::Result<> Restorer::checkTarget() const {
    if (!m_disk.exists(m_folder))
        return {};
    const auto names = m_disk.list(m_folder); // fails for a file
    return names && names->isEmpty() ? base::Result<>()
                                     : base::fail(ErrorCode::AlreadyExists, m_folder);
}

// Every file there, and long enough. Segments may have grown since: a later backup was cut short.
base::Result<> Restorer::checkPresence() const {
    QStringList bad;
    for (const BackupFile& file : m_manifest->files) {
        const auto open = m_disk.open(place(file), base::OpenMode::Read);
        const auto size = open ? (*open)->size() : std::unexpected(open.error());
        if (!size && size.error().code != ErrorCode::NotFound)
            return std::unexpected(size.error());
        if (!size || *size < file.size)
            bad += m_manifest->place(file.path);
    }
    return bad.isEmpty() ? base::Result<>{}
                         : base::fail(ErrorCode::BackupDamaged, named(bad),
                                      QStringLiteral("missing or truncated"));
}

// Slots, membership and manifest must be of one clinic, and the manifest of one of its
// workstations. Whether it is the right clinic is proved later, by the key that opens it.
base::Result<> Restorer::checkSignature() {
    BackupMeter quiet(m_environment.clock, {});
    QStringList bad;
    for (const BackupFile& file : m_manifest->files) {
        if (!isState(file))
            continue;
        CHEVET_TRY_ASSIGN(const crypto::Hash hash,
                          hashFile(m_disk, place(file), file.size, nullptr, quiet));
        if (hash != file.hash)
            bad += m_manifest->place(file.path);
    }
    if (!bad.isEmpty())
        return base::fail(ErrorCode::BackupDamaged, named(bad), QStringLiteral("hash"));
    const BackupFile* chain = m_manifest->find(QStringLiteral("log/membership"));
    if (chain == nullptr)
        return base::fail(ErrorCode::BackupDamaged, QStringLiteral("log/membership"),
                          QStringLiteral("missing"));
    const auto membership = log::Membership::load(m_disk, place(*chain), m_manifest->clinic);
    if (!membership)
        return std::unexpected(membership.error());
    const auto device =
        std::ranges::find(membership->devices(), m_manifest->device, &log::Device::id);
    if (device == membership->devices().end() || !m_manifest->signedBy(device->sign))
        return base::fail(ErrorCode::BadSignature, QStringLiteral("manifest"));
    const auto number = numberOf(*device, m_manifest->stream);
    if (!number)
        return base::fail(ErrorCode::BackupDamaged, QStringLiteral("manifest"),
                          QStringLiteral("stream"));
    m_nextStream =
        *number + 1 + static_cast<std::uint32_t>(BackupFolder::restores(m_disk, m_backup));
    return m_nextStream < log::maxStreamsOfDevice
               ? base::Result<>{}
               : base::fail(ErrorCode::LimitExceeded, QStringLiteral("streams"));
}

// The view is about as large as the log.
base::Result<> Restorer::checkRoom() const {
    qint64 needed = m_manifest->bytes() + roomToSpare;
    for (const BackupFile& file : m_manifest->files)
        if (backupPathKind(file.path) == BackupPathKind::Segment)
            needed += file.size;
    QString there = QFileInfo(m_folder).absolutePath();
    while (!m_disk.exists(there) && there.size() > 1)
        there = QFileInfo(there).path();
    CHEVET_TRY_ASSIGN(const qint64 room, m_disk.freeBytes(there));
    return needed <= room
               ? base::Result<>{}
               : base::fail(ErrorCode::DiskFull, m_folder,
                            QStringLiteral("%1 bytes needed, %2 free").arg(needed).arg(room));
}

base::Result<> Restorer::check() {
    CHEVET_TRY(checkTarget());
    CHEVET_TRY_ASSIGN(m_manifest, BackupFolder::read(m_disk, m_backup));
    CHEVET_TRY(checkPresence());
    CHEVET_TRY(checkSignature());
    return checkRoom();
}

// The mark is the first file: whatever opens this folder, from now on, leaves the old streams
// alone. It also says that the folder is a restore that was cut short.
base::Result<> Restorer::begin() {
    const VaultPaths paths{m_beside};
    if (m_disk.exists(m_beside)) {
        if (!m_disk.exists(paths.restored()))
            return base::fail(ErrorCode::AlreadyExists, m_beside);
        QDir(m_beside).removeRecursively();
    }
    m_made = true;
    CHEVET_TRY(m_disk.makeFolder(m_beside));
    CHEVET_TRY(base::replaceFile(m_disk, paths.restored(), markText(m_nextStream)));
    CHEVET_TRY(m_disk.makeFolder(paths.log()));
    return m_disk.makeFolder(paths.blobs());
}

base::Result<> Restorer::copyOne(const BackupFile& file, QStringList& bad) {
    const QString target = m_beside + QLatin1Char('/') + file.path;
    m_meter.begin(file.path);
    CHEVET_TRY(m_disk.makeFolder(QFileInfo(target).path()));
    CHEVET_TRY_ASSIGN(auto copy, m_disk.open(target, base::OpenMode::CreateNew));
    const auto hash = hashFile(m_disk, place(file), file.size, copy.get(), m_meter);
    if (!hash && hash.error().code != ErrorCode::BackupDamaged)
        return std::unexpected(hash.error());
    if (!hash || *hash != file.hash)
        bad += m_manifest->place(file.path);
    m_unsynced.push_back(std::move(copy));
    if (m_unsynced.size() >= mostUnsynced)
        CHEVET_TRY(syncFiles());
    return m_meter.fileDone();
}

// Together: the first sync takes most of the others' work along.
base::Result<> Restorer::syncFiles() {
    for (const auto& file : m_unsynced)
        CHEVET_TRY(file->sync());
    m_unsynced.clear();
    return {};
}

base::Result<> Restorer::copyAll(bool state) {
    QStringList bad;
    for (const BackupFile& file : m_manifest->files)
        if (isState(file) == state)
            CHEVET_TRY(copyOne(file, bad));
    CHEVET_TRY(syncFiles());
    return bad.isEmpty() ? base::Result<>{}
                         : base::fail(ErrorCode::BackupDamaged, named(bad), QStringLiteral("hash"));
}

// Names become durable with their folders.
base::Result<> Restorer::syncFolders() {
    std::set<QString> folders{m_beside};
    for (const BackupFile& file : m_manifest->files)
        for (QString at = QFileInfo(file.path).path(); at != QLatin1String(".");
             at = QFileInfo(at).path())
            folders.insert(m_beside + QLatin1Char('/') + at);
    for (const QString& folder : folders)
        CHEVET_TRY(m_disk.syncFolder(folder));
    return {};
}

// The small files first: a wrong passphrase is told before gigabytes are copied.
base::Result<keychain::OpenedKeys> Restorer::copy(const RestoreKey& key) {
    CHEVET_TRY(begin());
    m_meter.expect(static_cast<qint64>(m_manifest->files.size()), m_manifest->bytes());
    CHEVET_TRY(copyAll(true));
    const keychain::SlotFile slots_(slotEnvironment(m_environment), m_beside);
    CHEVET_TRY_ASSIGN(const keychain::SlotFacts facts, slots_.readFacts());
    if (facts.clinicIdentity.id().view() != m_manifest->clinic.view())
        return base::fail(ErrorCode::WrongClinic, QStringLiteral("slots"));
    std::optional<base::Uuid> user;
    if (!key.user.isEmpty()) {
        const keychain::SlotUser* known = facts.findByName(key.user);
        if (known == nullptr)
            return base::fail(ErrorCode::NoSuchUser, key.user);
        user = known->id;
    }
    CHEVET_TRY_ASSIGN(keychain::OpenedKeys keys,
                      key.isKit ? slots_.unlockWithKit(key.secret)
                                : slots_.unlockWithPassphrase(user, key.secret));
    CHEVET_TRY(copyAll(false));
    CHEVET_TRY(syncFolders());
    return keys;
}

// Everything the manifest promises was read out of the log again.
base::Result<> Restorer::checkHeads(Session::State& state) const {
    for (const BackupManifest::StreamHead& promised : m_manifest->heads)
        if (promised.head.seq > 0 && state.vault->applied(promised.stream) != promised.head)
            return base::fail(ErrorCode::BackupDamaged,
                              QStringLiteral("log/") + promised.stream.toHex(),
                              QStringLiteral("head"));
    return {};
}

base::Result<bool> Restorer::finish() {
    const auto noted = BackupFolder::noteRestore(m_disk, m_backup);
    CHEVET_TRY(checkTarget());
    CHEVET_TRY(m_disk.rename(m_beside, m_folder)); // refused by the system if it is not empty
    m_made = false;
    CHEVET_TRY(m_disk.syncFolder(QFileInfo(m_folder).absolutePath()));
    return noted.has_value();
}

} // namespace

base::Result<RestoreSummary> Session::restore(const Environment& environment, const QString& backup,
                                              const QString& folder, const RestoreKey& key,
                                              const Progress<BackupProgress>& progress) {
    const auto plain = [](const QString& path) {
        return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    };
    Restorer restorer(environment, plain(backup), plain(folder), progress);
    CHEVET_TRY(restorer.check());
    CHEVET_TRY_ASSIGN(keychain::OpenedKeys keys, restorer.copy(key));
    const auto tell = [&](BackupProgress::Phase phase) {
        return [&restorer, phase](const qint64& entries) {
            return restorer.meter().phase(phase, entries).has_value();
        };
    };
    CHEVET_TRY_ASSIGN(auto session,
                      openWith(
                          environment, restorer.beside(),
                          [&](const keychain::SlotFile&) -> base::Result<keychain::OpenedKeys> {
                              return std::move(keys);
                          },
                          tell(BackupProgress::Phase::Rebuilding)));
    CHEVET_TRY(restorer.checkHeads(*session->m_state));
    RestoreSummary summary;
    summary.files = static_cast<qint64>(restorer.manifest().files.size());
    summary.bytes = restorer.manifest().bytes();
    CHEVET_TRY_ASSIGN(summary.report,
                      session->verify(true, tell(BackupProgress::Phase::Verifying)));
    summary.facts = session->facts();
    summary.facts.folder = folder;
    session.reset(); // closes the view before the folder moves
    CHEVET_TRY_ASSIGN(const bool recorded, restorer.finish());
    summary.unrecorded = !recorded;
    summary.seconds = restorer.meter().seconds();
    return summary;
}

// The mark stays until the new stream is on the disk: a vault that was opened but not written in
// goes on in the old one otherwise.
base::Result<> Session::State::leaveRestoredStreams() {
    base::FileSystem& disk = environment.disk;
    if (!disk.exists(paths.restored()))
        return {};
    const log::Device* own = membership->deviceOfStream(log->stream());
    const auto here = own != nullptr ? numberOf(*own, log->stream()) : std::nullopt;
    if (!here)
        return base::fail(ErrorCode::Internal, QStringLiteral("restored"));
    auto first = markNumber(base::readWhole(disk, paths.restored(), markSize));
    if (!first) { // unreadable: what is certain is that the vault was restored
        first = *here + 1;
        CHEVET_TRY(base::replaceFile(disk, paths.restored(), markText(*first)));
    }
    if (*here >= *first) {
        CHEVET_TRY(disk.remove(paths.restored()));
        return disk.syncFolder(paths.folder);
    }
    for (std::uint32_t number = *here; number < *first; ++number)
        CHEVET_TRY(log->startNextStream());
    return {};
}

} // namespace chevet::session
