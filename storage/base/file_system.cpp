#include "base/file_system.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// POSIX calls are confined to this file: fsync, O_EXCL and flock have no Qt equivalent with the
// same promises. A Windows twin would be file_system_win.cpp behind the same header.

namespace chevet::base {

namespace {

ErrorCode codeOf(int error) noexcept {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
        return ErrorCode::PermissionDenied;
    case EROFS:
        return ErrorCode::ReadOnlyDisk;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::DiskFull;
    case EEXIST:
        return ErrorCode::AlreadyExists;
    case EWOULDBLOCK:
        return ErrorCode::AlreadyOpen;
    default:
        return ErrorCode::IoError;
    }
}

std::unexpected<Error> systemFailure(const QString& path, const char* call) {
    const int error = errno;
    return fail(codeOf(error), path,
                QLatin1String(call) + QLatin1String(": ") +
                    QString::fromLocal8Bit(std::strerror(error)),
                error);
}

QByteArray native(const QString& path) {
    return QFile::encodeName(path);
}

class PosixFile final : public File {
public:
    PosixFile(int descriptor, QString path)
        : m_descriptor(descriptor)
        , m_path(std::move(path)) {}
    PosixFile(const PosixFile&) = delete;
    PosixFile& operator=(const PosixFile&) = delete;
    ~PosixFile() override { ::close(m_descriptor); }

    [[nodiscard]] Result<qint64> size() const override {
        struct stat info {};
        if (::fstat(m_descriptor, &info) != 0)
            return systemFailure(m_path, "fstat");
        return info.st_size;
    }

    [[nodiscard]] Result<QByteArray> readAt(qint64 offset, qint64 length) const override {
        QByteArray bytes(length, Qt::Uninitialized);
        qint64 done = 0;
        while (done < length) {
            const ssize_t n = ::pread(m_descriptor, bytes.data() + done,
                                      static_cast<size_t>(length - done), offset + done);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                return systemFailure(m_path, "pread");
            if (n == 0)
                break;
            done += n;
        }
        bytes.truncate(done);
        return bytes;
    }

    [[nodiscard]] Result<> writeAt(qint64 offset, QByteArrayView bytes) override {
        qint64 done = 0;
        while (done < bytes.size()) {
            const ssize_t n = ::pwrite(m_descriptor, bytes.data() + done,
                                       static_cast<size_t>(bytes.size() - done), offset + done);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                return systemFailure(m_path, "pwrite");
            done += n;
        }
        return {};
    }

    [[nodiscard]] Result<> truncate(qint64 length) override {
        if (::ftruncate(m_descriptor, length) != 0)
            return systemFailure(m_path, "ftruncate");
        return {};
    }

    [[nodiscard]] Result<> sync() override {
        if (::fdatasync(m_descriptor) != 0)
            return systemFailure(m_path, "fdatasync");
        return {};
    }

private:
    int m_descriptor;
    QString m_path;
};

class PosixLock final : public FileLock {
public:
    explicit PosixLock(int descriptor)
        : m_descriptor(descriptor) {}
    PosixLock(const PosixLock&) = delete;
    PosixLock& operator=(const PosixLock&) = delete;
    ~PosixLock() override { ::close(m_descriptor); }

private:
    int m_descriptor;
};

class PosixFileSystem final : public FileSystem {
public:
    [[nodiscard]] Result<std::unique_ptr<File>> open(const QString& path, OpenMode mode) override {
        int flags = O_CLOEXEC;
        switch (mode) {
        case OpenMode::Read:
            flags |= O_RDONLY;
            break;
        case OpenMode::ReadWrite:
            flags |= O_RDWR;
            break;
        case OpenMode::CreateNew:
            flags |= O_RDWR | O_CREAT | O_EXCL;
            break;
        case OpenMode::OpenOrCreate:
            flags |= O_RDWR | O_CREAT;
            break;
        }
        const int descriptor = ::open(native(path).constData(), flags, 0600);
        if (descriptor < 0)
            return systemFailure(path, "open");
        return std::make_unique<PosixFile>(descriptor, path);
    }

    [[nodiscard]] bool exists(const QString& path) const override {
        return QFileInfo::exists(path);
    }

    [[nodiscard]] Result<QStringList> list(const QString& folder) const override {
        const QDir dir(folder);
        if (!dir.exists())
            return fail(ErrorCode::NotFound, folder);
        if (!dir.isReadable())
            return fail(ErrorCode::PermissionDenied, folder);
        return dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                             QDir::Name);
    }

    [[nodiscard]] Result<> makeFolder(const QString& path) override {
        const QString parent = QFileInfo(path).absolutePath();
        if (!QFileInfo::exists(parent) && parent != path)
            CHEVET_TRY(makeFolder(parent));
        if (::mkdir(native(path).constData(), 0700) != 0 &&
            (errno != EEXIST || !QFileInfo(path).isDir()))
            return systemFailure(path, "mkdir");
        return {};
    }

    [[nodiscard]] Result<> rename(const QString& from, const QString& to) override {
        if (::rename(native(from).constData(), native(to).constData()) != 0)
            return systemFailure(from, "rename");
        return {};
    }

    [[nodiscard]] Result<> remove(const QString& path) override {
        if (::unlink(native(path).constData()) != 0)
            return systemFailure(path, "unlink");
        return {};
    }

    [[nodiscard]] Result<> syncFolder(const QString& path) override {
        const int descriptor = ::open(native(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0)
            return systemFailure(path, "open");
        const int status = ::fsync(descriptor);
        const int error = errno;
        ::close(descriptor);
        errno = error;
        if (status != 0)
            return systemFailure(path, "fsync");
        return {};
    }

    [[nodiscard]] Result<std::unique_ptr<FileLock>> lock(const QString& path) override {
        const int descriptor = ::open(native(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return systemFailure(path, "open");
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const auto failure = systemFailure(path, "flock");
            ::close(descriptor);
            return failure;
        }
        return std::make_unique<PosixLock>(descriptor);
    }

    [[nodiscard]] Result<qint64> freeBytes(const QString& path) const override {
        const QStorageInfo storage(path);
        if (!storage.isValid())
            return fail(ErrorCode::NotFound, path);
        return storage.bytesAvailable();
    }
};

} // namespace

FileSystem& realFileSystem() {
    static PosixFileSystem disk;
    return disk;
}

Result<QByteArray> readWhole(FileSystem& disk, const QString& path, qint64 limit) {
    CHEVET_TRY_ASSIGN(const auto file, disk.open(path, OpenMode::Read));
    CHEVET_TRY_ASSIGN(const qint64 size, file->size());
    if (size > limit)
        return fail(ErrorCode::LimitExceeded, path, QString::number(size));
    return file->readAt(0, size);
}

Result<> replaceFile(FileSystem& disk, const QString& path, QByteArrayView bytes) {
    const QString beside = path + QLatin1String(".new");
    {
        CHEVET_TRY_ASSIGN(const auto file, disk.open(beside, OpenMode::OpenOrCreate));
        CHEVET_TRY(file->truncate(0));
        CHEVET_TRY(file->writeAt(0, bytes));
        CHEVET_TRY(file->sync());
    }
    CHEVET_TRY(disk.rename(beside, path));
    return disk.syncFolder(QFileInfo(path).absolutePath());
}

} // namespace chevet::base
