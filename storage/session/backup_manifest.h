#pragma once
// The manifest of a backup (BACKUP.md §2): every file with its size and hash and how far each
// stream of the log was, signed by the workstation. Internal to session.

#include "base/file_system.h"
#include "crypto/primitives/hash.h"
#include "crypto/signing.h"
#include "log/log.h"

#include <QDateTime>

namespace chevet::session {

struct BackupFile {
    QString path; // in the vault's folder: backupPathKind() knows it
    qint64 size = 0;
    crypto::Hash hash = {};
    bool operator==(const BackupFile&) const = default;
};

// Kept files only grow (segments) or never change (blobs) and lie in the backup under their own
// names. State files are replaced as a whole, so each backup writes them into the other of two
// folders and leaves the last one's alone.
enum class BackupPathKind { None, Segment, Blob, State };
[[nodiscard]] BackupPathKind backupPathKind(const QString& path);

struct BackupManifest {
    struct StreamHead {
        base::Uuid stream;
        log::Head head;
    };

    log::ClinicId clinic = {};
    base::Uuid device;
    base::Uuid stream; // the one the workstation wrote in
    quint32 generation = 1;
    QDateTime made = {};                // UTC, milliseconds
    std::vector<StreamHead> heads = {}; // ascending by stream
    std::vector<BackupFile> files = {}; // ascending by path
    crypto::Signature signature = {};

    [[nodiscard]] const BackupFile* find(const QString& path) const; // null: not in it
    // Where a file lies in the backup's folder.
    [[nodiscard]] QString place(const QString& path) const;
    [[nodiscard]] qint64 bytes() const; // of all files

    // Signs; `files` and `heads` must be sorted.
    [[nodiscard]] QByteArray seal(const crypto::SigningKey& device);
    // Every byte is hostile: BackupDamaged, or NewerVersion. The signature is not checked yet.
    [[nodiscard]] static base::Result<BackupManifest> parse(QByteArrayView bytes);
    [[nodiscard]] bool signedBy(const crypto::SigningPublicKey& device) const;

private:
    [[nodiscard]] QByteArray body() const;
};

constexpr qint64 largestManifest = 256LL * 1024 * 1024; // about two million files

} // namespace chevet::session
