#pragma once
// FaultyFileSystem: passes everything to another FileSystem and spoils one chosen operation. Every
// operation that changes the disk (write, truncate, sync, creation, rename, removal, folder, folder
// sync) is a point, numbered from 1. To walk through all of them: run the work once without a
// fault, read points(), then run it again for each N with failAt(N, …).

#include "base/file_system.h"

#include <atomic>
#include <limits>

namespace chevet::tests {

class FaultyFileSystem final : public base::FileSystem {
public:
    enum class Fault {
        Fail, // the operation does nothing and reports `code`
        Tear, // a write leaves the first half of its bytes and reports `code`; else as Fail
        Late, // the operation is done in full, and then reports `code`
    };

    explicit FaultyFileSystem(base::FileSystem& under)
        : m_under(under) {}

    // `stop`: from then on every operation fails, reads too, as if the process had been killed.
    void failAt(qint64 point, Fault fault = Fault::Fail,
                base::ErrorCode code = base::ErrorCode::IoError, bool stop = false) {
        m_failAt = point;
        m_fault = fault;
        m_code = code;
        m_stop = stop;
        m_points = 0;
        m_stopped = false;
    }
    // Every write from now on reports DiskFull, until heal(). Truncation and removal work.
    void fillDisk() { m_full = true; }
    void heal() {
        m_failAt = none;
        m_full = false;
        m_stopped = false;
    }
    [[nodiscard]] qint64 points() const { return m_points; } // since the start or the last failAt()
    [[nodiscard]] qint64 syncs() const { return m_syncs; }
    [[nodiscard]] bool fired() const { return m_failAt != none && m_points >= m_failAt; }

    base::Result<std::unique_ptr<base::File>> open(const QString& path,
                                                   base::OpenMode mode) override {
        const bool creates =
            (mode == base::OpenMode::CreateNew || mode == base::OpenMode::OpenOrCreate) &&
            !m_under.exists(path);
        const auto opened = [&] { return m_under.open(path, mode); };
        auto file = creates ? point(path, opened) : checked(path, opened);
        if (!file)
            return std::unexpected(file.error());
        return std::make_unique<FaultyFile>(*this, path, std::move(*file));
    }
    [[nodiscard]] bool exists(const QString& path) const override { return m_under.exists(path); }
    base::Result<QStringList> list(const QString& folder) const override {
        return checked(folder, [&] { return m_under.list(folder); });
    }
    base::Result<> makeFolder(const QString& path) override {
        if (m_under.exists(path))
            return checked(path, [&] { return m_under.makeFolder(path); });
        return point(path, [&] { return m_under.makeFolder(path); });
    }
    base::Result<> rename(const QString& from, const QString& to) override {
        return point(from, [&] { return m_under.rename(from, to); });
    }
    base::Result<> remove(const QString& path) override {
        return point(path, [&] { return m_under.remove(path); });
    }
    base::Result<> syncFolder(const QString& path) override {
        ++m_syncs;
        return point(path, [&] { return m_under.syncFolder(path); });
    }
    base::Result<std::unique_ptr<base::FileLock>> lock(const QString& path) override {
        return checked(path, [&] { return m_under.lock(path); });
    }
    base::Result<qint64> freeBytes(const QString& path) const override {
        return m_full ? base::Result<qint64>(0) : m_under.freeBytes(path);
    }

private:
    static constexpr qint64 none = std::numeric_limits<qint64>::max();

    class FaultyFile final : public base::File {
    public:
        FaultyFile(FaultyFileSystem& disk, QString path, std::unique_ptr<base::File> under)
            : m_disk(disk)
            , m_path(std::move(path))
            , m_under(std::move(under)) {}
        base::Result<qint64> size() const override {
            return m_disk.checked(m_path, [&] { return m_under->size(); });
        }
        base::Result<QByteArray> readAt(qint64 offset, qint64 length) const override {
            return m_disk.checked(m_path, [&] { return m_under->readAt(offset, length); });
        }
        base::Result<> writeAt(qint64 offset, QByteArrayView bytes) override {
            if (m_disk.m_full && !m_disk.m_stopped)
                return base::fail(base::ErrorCode::DiskFull, m_path);
            const auto half = [&] {
                return m_under->writeAt(offset, bytes.first(bytes.size() / 2));
            };
            return m_disk.point(
                m_path, [&] { return m_under->writeAt(offset, bytes); }, half);
        }
        base::Result<> truncate(qint64 length) override {
            return m_disk.point(m_path, [&] { return m_under->truncate(length); });
        }
        base::Result<> sync() override {
            ++m_disk.m_syncs;
            return m_disk.point(m_path, [&] { return m_under->sync(); });
        }

    private:
        FaultyFileSystem& m_disk;
        QString m_path;
        std::unique_ptr<base::File> m_under;
    };

    template <class Operation>
    auto checked(const QString& path, Operation operation) const -> decltype(operation()) {
        if (m_stopped)
            return base::fail(base::ErrorCode::IoError, path, QStringLiteral("stopped"));
        return operation();
    }

    template <class Operation>
    auto point(const QString& path, Operation operation) -> decltype(operation()) {
        return point(path, operation, [] { return base::Result<>{}; });
    }

    template <class Operation, class Torn>
    auto point(const QString& path, Operation operation, Torn torn) -> decltype(operation()) {
        if (m_stopped)
            return base::fail(base::ErrorCode::IoError, path, QStringLiteral("stopped"));
        if (++m_points != m_failAt)
            return operation();
        m_stopped = m_stop;
        if (m_fault == Fault::Tear)
            (void)torn();
        if (m_fault == Fault::Late)
            (void)operation();
        return base::fail(m_code, path, QStringLiteral("fault at point %1").arg(m_failAt));
    }

    base::FileSystem& m_under;
    std::atomic<qint64> m_points = 0;
    std::atomic<qint64> m_syncs = 0;
    qint64 m_failAt = none;
    Fault m_fault = Fault::Fail;
    base::ErrorCode m_code = base::ErrorCode::IoError;
    bool m_stop = false;
    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_full = false;
};

} // namespace chevet::tests
