#include "session/backup_folder.h"

namespace chevet::session {

using base::ErrorCode;

namespace {

constexpr qint64 smallFile = 64LL * 1024;

QString ownerPath(const QString& folder) {
    return folder + QLatin1String("/chevet-backup");
}
QString manifestPath(const QString& folder) {
    return folder + QLatin1String("/manifest");
}
QString restoresPath(const QString& folder) {
    return folder + QLatin1String("/restored");
}

QByteArray ownerText(const BackupFolder::Owner& owner) {
    return QByteArray("chevet-backup 1\nclinic " + owner.clinic.view().toByteArray().toHex() +
                      "\ndevice " + owner.device.toHex().toLatin1() + '\n');
}

// For whoever finds the folder: what it is and how it becomes a vault again.
constexpr char readMe[] =
    "Sauvegarde chiffrée de Chevet. Rien n’y est lisible sans une phrase de passe de la clinique\n"
    "ou sa trousse de récupération. Ne rien renommer ni déplacer dans ce dossier.\n"
    "Pour en refaire un coffre, sur un poste où Chevet est installé :\n"
    "    chevet-cli --vault NOUVEAU_DOSSIER restore CE_DOSSIER\n"
    "\n"
    "Encrypted backup of Chevet. Nothing in it can be read without a passphrase of the clinic or\n"
    "its recovery kit. Rename and move nothing in this folder. To make a vault of it again:\n"
    "    chevet-cli --vault NEW_FOLDER restore THIS_FOLDER\n";

base::Result<> checkOwner(base::FileSystem& disk, const QString& folder,
                          const BackupFolder::Owner& owner) {
    CHEVET_TRY_ASSIGN(const QByteArray found, base::readWhole(disk, ownerPath(folder), smallFile));
    const QByteArray expected = ownerText(owner);
    if (found == expected)
        return {};
    const auto line = [](const QByteArray& text, int number) {
        const QList<QByteArray> lines = text.split('\n');
        return number < lines.size() ? lines[number] : QByteArray();
    };
    if (line(found, 0) != line(expected, 0))
        return base::fail(line(found, 0).startsWith("chevet-backup ") ? ErrorCode::NewerVersion
                                                                      : ErrorCode::BackupDamaged,
                          QStringLiteral("chevet-backup"));
    return base::fail(line(found, 1) != line(expected, 1) ? ErrorCode::WrongClinic
                                                          : ErrorCode::BackupOfOther,
                      folder);
}

} // namespace

base::Result<BackupFolder> BackupFolder::claim(base::FileSystem& disk, const QString& folder,
                                               const Owner& owner) {
    const bool there = disk.exists(ownerPath(folder));
    if (!there && disk.exists(folder)) {
        const auto names = disk.list(folder); // fails for a file
        if (!names || !names->isEmpty())
            return base::fail(ErrorCode::AlreadyExists, folder);
    }
    if (there)
        CHEVET_TRY(checkOwner(disk, folder, owner));
    CHEVET_TRY(disk.makeFolder(folder));
    if (!there) // first of all: an unfinished backup is known as one
        CHEVET_TRY(base::replaceFile(disk, ownerPath(folder), ownerText(owner)));
    CHEVET_TRY_ASSIGN(auto lock, disk.lock(folder + QLatin1String("/lock")));
    BackupFolder claimed(disk, folder, std::move(lock));
    if (const QString path = folder + QLatin1String("/LISEZMOI.txt"); !disk.exists(path))
        CHEVET_TRY(base::replaceFile(disk, path, readMe));
    auto last = read(disk, folder);
    if (!last && last.error().code == ErrorCode::BackupIncomplete)
        return claimed;
    if (!last)
        return std::unexpected(last.error());
    if (last->clinic != owner.clinic || last->device != owner.device || !last->signedBy(owner.key))
        return base::fail(ErrorCode::BackupDamaged, QStringLiteral("manifest"),
                          QStringLiteral("signature"));
    claimed.m_last = std::move(*last);
    return claimed;
}

base::Result<> BackupFolder::commit(BackupManifest manifest, const crypto::SigningKey& device) {
    CHEVET_TRY(base::replaceFile(m_disk, manifestPath(m_folder), manifest.seal(device)));
    // Slots that were destroyed in the vault should not live on here. If one stays behind, the next
    // backup but one writes over it.
    if (m_last)
        for (const BackupFile& file : m_last->files)
            if (backupPathKind(file.path) == BackupPathKind::State)
                (void)m_disk.remove(m_folder + QLatin1Char('/') + m_last->place(file.path));
    m_last = std::move(manifest);
    return {};
}

base::Result<BackupManifest> BackupFolder::read(base::FileSystem& disk, const QString& folder) {
    if (!disk.exists(manifestPath(folder)))
        return base::fail(ErrorCode::BackupIncomplete, folder);
    const auto bytes = base::readWhole(disk, manifestPath(folder), largestManifest);
    if (!bytes && bytes.error().code == ErrorCode::LimitExceeded)
        return base::fail(ErrorCode::BackupDamaged, QStringLiteral("manifest"),
                          QStringLiteral("length"));
    if (!bytes)
        return std::unexpected(bytes.error());
    return BackupManifest::parse(*bytes);
}

int BackupFolder::restores(base::FileSystem& disk, const QString& folder) {
    const auto found = base::readWhole(disk, restoresPath(folder), smallFile);
    return found ? static_cast<int>(found->count('\n')) : 0;
}

base::Result<> BackupFolder::noteRestore(base::FileSystem& disk, const QString& folder) {
    const auto found = base::readWhole(disk, restoresPath(folder), smallFile);
    return base::replaceFile(disk, restoresPath(folder),
                             QByteArray((found ? *found : QByteArray()) + "restored\n"));
}

} // namespace chevet::session
