#pragma once
// Plain values of a backup and of a restore. The format is in BACKUP.md.

#include "crypto/secret.h"
#include "session/types.h"

namespace chevet::session {

struct BackupProgress {
    enum class Phase {
        Copying,    // bytes, of what is read, written and read back
        Rebuilding, // of a restore: entries applied to the view; bytes are of the copying before
        Verifying,  // of a restore: entries verified
    } phase = Phase::Copying;
    QString file; // in the vault's folder
    qint64 filesDone = 0, filesTotal = 0;
    qint64 bytesDone = 0, bytesTotal = 0;
    qint64 entries = 0;
    double bytesPerSecond = 0;
    double secondsLeft = -1; // -1: not known yet
};

struct BackupSummary {
    QString clinic;                          // fingerprint
    qint64 files = 0, bytes = 0;             // what the backup holds, all of it read back
    qint64 copiedFiles = 0, copiedBytes = 0; // what was new
    qint64 repairedFiles = 0; // were damaged in the backup and copied again from the vault
    qint64 entries = 0;       // of the log, as far as it was acknowledged
    double seconds = 0;
};

// What opens the restored vault: a professional's passphrase, or the recovery kit.
struct RestoreKey {
    const crypto::Secret& secret;
    bool isKit = false;
    QString user = {}; // of the passphrase; empty: each is tried
};

struct RestoreSummary {
    VaultFacts facts;
    qint64 files = 0, bytes = 0;
    VerifyReport report; // of the restored vault, in full
    // The backup's folder could not be written to, so that it does not remember this restore: it
    // must not be restored twice while both copies are written in.
    bool unrecorded = false;
    double seconds = 0;
};

} // namespace chevet::session
