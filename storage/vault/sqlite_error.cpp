#include "vault/sqlite_error.h"

#include <sqlite3.h>

namespace chevet::vault {

using base::ErrorCode;

namespace {

ErrorCode codeOfIoError(int code) noexcept {
    switch (code) {
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_SHORT_READ:
        return ErrorCode::DatabaseDamaged;
    default:
        return ErrorCode::IoError;
    }
}

} // namespace

ErrorCode errorCodeOf(int code) noexcept {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnlyDisk;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::AlreadyOpen;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseDamaged;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::PermissionDenied;
    case SQLITE_CANTOPEN:
        return ErrorCode::IoError;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return ErrorCode::Cancelled;
    case SQLITE_TOOBIG:
        return ErrorCode::LimitExceeded;
    case SQLITE_IOERR:
        return codeOfIoError(code);
    default:
        return ErrorCode::DatabaseError;
    }
}

base::Error errorOf(sqlite3* handle, const char* where) {
    const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle);
    const char* message = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
    const QString detail = QString::fromUtf8(message) + QLatin1String(" (sqlite ") +
                           QString::number(code) + QLatin1Char(')');
    return base::Error{errorCodeOf(code), QString::fromUtf8(where), detail,
                       handle == nullptr ? 0 : sqlite3_system_errno(handle)};
}

} // namespace chevet::vault
