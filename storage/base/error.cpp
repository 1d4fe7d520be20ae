#include "base/error.h"

namespace chevet::base {

const char* errorName(ErrorCode code) noexcept {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "InvalidArgument";
    case ErrorCode::Cancelled:
        return "Cancelled";
    case ErrorCode::NotFound:
        return "NotFound";
    case ErrorCode::Internal:
        return "Internal";
    case ErrorCode::IoError:
        return "IoError";
    case ErrorCode::PermissionDenied:
        return "PermissionDenied";
    case ErrorCode::ReadOnlyDisk:
        return "ReadOnlyDisk";
    case ErrorCode::DiskFull:
        return "DiskFull";
    case ErrorCode::AlreadyExists:
        return "AlreadyExists";
    case ErrorCode::AlreadyOpen:
        return "AlreadyOpen";
    case ErrorCode::WrongPassphrase:
        return "WrongPassphrase";
    case ErrorCode::SlotDamaged:
        return "SlotDamaged";
    case ErrorCode::SlotsMissing:
        return "SlotsMissing";
    case ErrorCode::KdfBelowFloor:
        return "KdfBelowFloor";
    case ErrorCode::KdfAboveCeiling:
        return "KdfAboveCeiling";
    case ErrorCode::NewerVersion:
        return "NewerVersion";
    case ErrorCode::NoSuchUser:
        return "NoSuchUser";
    case ErrorCode::UserDisabled:
        return "UserDisabled";
    case ErrorCode::WeakPassphrase:
        return "WeakPassphrase";
    case ErrorCode::KeychainUnavailable:
        return "KeychainUnavailable";
    case ErrorCode::KeychainChanged:
        return "KeychainChanged";
    case ErrorCode::QuickUnlockExpired:
        return "QuickUnlockExpired";
    case ErrorCode::RecoveryCodeWrong:
        return "RecoveryCodeWrong";
    case ErrorCode::RecoveryCodeMistyped:
        return "RecoveryCodeMistyped";
    case ErrorCode::TooFewSlots:
        return "TooFewSlots";
    case ErrorCode::NotAShare:
        return "NotAShare";
    case ErrorCode::ShareMistyped:
        return "ShareMistyped";
    case ErrorCode::ShareOfOtherSet:
        return "ShareOfOtherSet";
    case ErrorCode::ShareRepeated:
        return "ShareRepeated";
    case ErrorCode::TooFewShares:
        return "TooFewShares";
    case ErrorCode::SharesDisagree:
        return "SharesDisagree";
    case ErrorCode::BadSignature:
        return "BadSignature";
    case ErrorCode::BadHash:
        return "BadHash";
    case ErrorCode::DecryptFailed:
        return "DecryptFailed";
    case ErrorCode::Malformed:
        return "Malformed";
    case ErrorCode::LimitExceeded:
        return "LimitExceeded";
    case ErrorCode::LogDamaged:
        return "LogDamaged";
    case ErrorCode::LogGap:
        return "LogGap";
    case ErrorCode::WrongClinic:
        return "WrongClinic";
    case ErrorCode::UnknownKey:
        return "UnknownKey";
    case ErrorCode::RootMismatch:
        return "RootMismatch";
    case ErrorCode::BlobDamaged:
        return "BlobDamaged";
    case ErrorCode::MembershipForked:
        return "MembershipForked";
    case ErrorCode::Revoked:
        return "Revoked";
    case ErrorCode::JoinCodeMistyped:
        return "JoinCodeMistyped";
    case ErrorCode::BackupIncomplete:
        return "BackupIncomplete";
    case ErrorCode::BackupDamaged:
        return "BackupDamaged";
    case ErrorCode::BackupAhead:
        return "BackupAhead";
    case ErrorCode::BackupOfOther:
        return "BackupOfOther";
    case ErrorCode::NotEncrypted:
        return "NotEncrypted";
    case ErrorCode::CipherMissing:
        return "CipherMissing";
    case ErrorCode::DatabaseDamaged:
        return "DatabaseDamaged";
    case ErrorCode::DatabaseError:
        return "DatabaseError";
    case ErrorCode::Refused:
        return "Refused";
    case ErrorCode::WrongPatient:
        return "WrongPatient";
    case ErrorCode::ReaderFailed:
        return "ReaderFailed";
    case ErrorCode::ReaderTimeout:
        return "ReaderTimeout";
    case ErrorCode::Unsupported:
        return "Unsupported";
    }
    return "Unknown";
}

QString Error::toString() const {
    QString text = QLatin1String(errorName(code));
    if (!where.isEmpty())
        text += QLatin1String(" in ") + where;
    if (!detail.isEmpty())
        text += QLatin1String(": ") + detail;
    if (systemError != 0)
        text += QLatin1String(" (errno ") + QString::number(systemError) + QLatin1Char(')');
    return text;
}

} // namespace chevet::base
