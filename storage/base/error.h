#pragma once
// Error codes of every layer. Codes travel upwards; sentences for a person are made in one place,
// session/messages. A detail never holds clinical content or key material.

#include <QString>

namespace chevet::base {

enum class ErrorCode {
    // General
    InvalidArgument,
    Cancelled,
    NotFound,
    Internal, // a broken promise inside the program; carries where
    // Disk
    IoError,
    PermissionDenied,
    ReadOnlyDisk,
    DiskFull,
    AlreadyExists,
    AlreadyOpen, // another process holds the vault's lock
    // Keys and slots
    WrongPassphrase,
    SlotDamaged,     // one copy or one slot; the other copy may still serve
    SlotsMissing,    // neither copy of the slot file exists
    KdfBelowFloor,   // parameters weaker than this program accepts
    KdfAboveCeiling, // parameters chosen to exhaust the machine
    NewerVersion,    // written by a newer Chevet
    NoSuchUser,
    UserDisabled,
    WeakPassphrase,
    KeychainUnavailable,
    KeychainChanged,    // the keychain answers, but not with our key
    QuickUnlockExpired, // the passphrase was last typed too long ago
    RecoveryCodeWrong,  // checksum right, kit of another clinic or damaged seal
    RecoveryCodeMistyped,
    TooFewSlots,
    // Shares of the kit (keychain/shares.h says what `where` and `detail` hold)
    NotAShare,
    ShareMistyped,
    ShareOfOtherSet,
    ShareRepeated,
    TooFewShares,
    SharesDisagree,
    // Integrity
    BadSignature,
    BadHash,
    DecryptFailed,
    Malformed,
    LimitExceeded,
    LogDamaged,
    LogGap,
    WrongClinic,
    UnknownKey,
    RootMismatch, // the view does not match its authenticated root (I7)
    BlobDamaged,
    MembershipForked, // two branches of the membership chain: nobody is admitted meanwhile
    Revoked,          // signed by a workstation that no longer counts
    JoinCodeMistyped, // of a request to join, or of the clinic
    // Backup (session/BACKUP.md)
    BackupIncomplete, // the folder holds no finished backup
    BackupDamaged,    // where: the files that are not what the manifest says
    BackupAhead,      // it holds entries the vault does not have: the vault is the older one
    BackupOfOther,    // the folder is another workstation's
    // Database
    NotEncrypted,  // the file's header is readable: refuse
    CipherMissing, // not linked to SQLCipher 4.x: refuse
    DatabaseDamaged,
    DatabaseError,
    // Import
    Refused,      // detail holds an import::Reason
    WrongPatient, // what is to be written names another patient, or none
    // Untrusted-document reader
    ReaderFailed,
    ReaderTimeout,
    Unsupported,
};

// Stable English identifier, for logs, JSON and tests.
const char* errorName(ErrorCode code) noexcept;

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString where;       // file name, table or function; no clinical content
    QString detail;      // for a technician, English
    int systemError = 0; // errno, 0 if none

    [[nodiscard]] QString toString() const;
};

} // namespace chevet::base
