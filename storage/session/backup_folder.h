#pragma once
// A backup's folder (BACKUP.md §1): whose it is, its last finished backup, and how often it was
// restored. Internal to session.

#include "session/backup_manifest.h"

#include <memory>

namespace chevet::session {

class BackupFolder {
public:
    struct Owner {
        log::ClinicId clinic = {};
        base::Uuid device;
        crypto::SigningPublicKey key = {}; // the device's
    };

    // Takes the folder for a backup; nobody else backs up into it as long as this lives. Errors as
    // Session::backup(); BackupDamaged if a manifest is there that is not this workstation's own.
    [[nodiscard]] static base::Result<BackupFolder>
    claim(base::FileSystem& disk, const QString& folder, const Owner& owner);
    [[nodiscard]] const std::optional<BackupManifest>& last() const noexcept { return m_last; }
    // From now on this is the backup; the state files of the last one go.
    [[nodiscard]] base::Result<> commit(BackupManifest manifest, const crypto::SigningKey& device);

    // The finished backup in a folder, unchecked. BackupIncomplete, BackupDamaged, NewerVersion.
    [[nodiscard]] static base::Result<BackupManifest> read(base::FileSystem& disk,
                                                           const QString& folder);
    // How often it was restored, and one more. The second fails on a medium that is read only.
    [[nodiscard]] static int restores(base::FileSystem& disk, const QString& folder);
    [[nodiscard]] static base::Result<> noteRestore(base::FileSystem& disk, const QString& folder);

private:
    BackupFolder(base::FileSystem& disk, QString folder, std::unique_ptr<base::FileLock> lock)
        : m_disk(disk)
        , m_folder(std::move(folder))
        , m_lock(std::move(lock)) {}

    base::FileSystem& m_disk;
    QString m_folder;
    std::unique_ptr<base::FileLock> m_lock;
    std::optional<BackupManifest> m_last;
};

} // namespace chevet::session
