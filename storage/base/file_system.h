#pragma once
// The disk seam: every byte Chevet itself writes (log, slots, blobs, marks) goes through here, so
// that tests can fail, tear or stop any write and any sync. SQLCipher has its own seam (a VFS shim
// in tests/support). Objects are used by one thread at a time; FileSystem itself is thread-safe.

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace chevet::base {

enum class OpenMode {
    Read,         // must exist
    ReadWrite,    // must exist
    CreateNew,    // must not exist; mode 0600
    OpenOrCreate, // mode 0600
};

class File {
public:
    virtual ~File() = default; // closes; never syncs
    [[nodiscard]] virtual Result<qint64> size() const = 0;
    // Up to `length` bytes at `offset`; fewer only at the end of the file.
    [[nodiscard]] virtual Result<QByteArray> readAt(qint64 offset, qint64 length) const = 0;
    // All of `bytes`, or an error after which any prefix of them may be on disk.
    [[nodiscard]] virtual Result<> writeAt(qint64 offset, QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Result<> truncate(qint64 length) = 0;
    [[nodiscard]] virtual Result<> sync() = 0; // durable on return (fdatasync or better)
};

// A kernel lock, held as long as the object lives and free after kill -9.
class FileLock {
public:
    virtual ~FileLock() = default;
};

class FileSystem {
public:
    virtual ~FileSystem() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<File>> open(const QString& path,
                                                             OpenMode mode) = 0;
    [[nodiscard]] virtual bool exists(const QString& path) const = 0;
    // Names in a folder, sorted, without . and ..
    [[nodiscard]] virtual Result<QStringList> list(const QString& folder) const = 0;
    [[nodiscard]] virtual Result<>
    makeFolder(const QString& path) = 0; // with parents; mode 0700; ok if it exists
    [[nodiscard]] virtual Result<> rename(const QString& from,
                                          const QString& to) = 0;   // atomic, replaces
    [[nodiscard]] virtual Result<> remove(const QString& path) = 0; // one file
    [[nodiscard]] virtual Result<>
    syncFolder(const QString& path) = 0; // makes renames and creations durable
    [[nodiscard]] virtual Result<std::unique_ptr<FileLock>>
    lock(const QString& path) = 0; // AlreadyOpen if held
    [[nodiscard]] virtual Result<qint64> freeBytes(const QString& path) const = 0;
};

FileSystem& realFileSystem();

// Reads a whole file of at most `limit` bytes; LimitExceeded beyond.
[[nodiscard]] Result<QByteArray> readWhole(FileSystem& disk, const QString& path, qint64 limit);

// Writes beside, syncs, renames over, syncs the folder: a reader sees the old or the new bytes
// whole.
[[nodiscard]] Result<> replaceFile(FileSystem& disk, const QString& path, QByteArrayView bytes);

} // namespace chevet::base
