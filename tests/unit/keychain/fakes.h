#pragma once
// Stand-ins for the seams of SlotFile: a clock one can set, a repeatable source of bytes, a
// keychain in memory, a disk that fails at the n-th step.

#include "base/clock.h"
#include "base/file_system.h"
#include "base/random.h"
#include "keychain/system_keychain.h"

#include <QHash>

namespace chevet::test {

class SetClock final : public base::Clock {
public:
    [[nodiscard]] QDateTime now() const override { return time; }
    [[nodiscard]] qint64 monotonicNanoseconds() const override {
        return ticks += nanosecondsPerCall;
    }

    QDateTime time =
        QDateTime::fromString(QStringLiteral("2026-03-18T14:02:00.000Z"), Qt::ISODateWithMs);
    qint64 nanosecondsPerCall = 0;
    mutable qint64 ticks = 0;
};

// xorshift: the same bytes in every run.
class RepeatableRandom final : public base::Random {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) {
            m_state ^= m_state << 13U;
            m_state ^= m_state >> 7U;
            m_state ^= m_state << 17U;
            byte = static_cast<std::uint8_t>(m_state >> 32U);
        }
    }

private:
    std::uint64_t m_state = 0x2545F4914F6CDD1DULL;
};

class MemoryKeychain final : public keychain::SystemKeychain {
public:
    [[nodiscard]] base::Result<> store(const QString& name, const crypto::Secret& value) override {
        if (absent)
            return base::fail(base::ErrorCode::KeychainUnavailable);
        entries[name] = value.view().toByteArray();
        return {};
    }
    [[nodiscard]] base::Result<crypto::Secret> load(const QString& name) override {
        if (absent)
            return base::fail(base::ErrorCode::KeychainUnavailable);
        if (!entries.contains(name))
            return base::fail(base::ErrorCode::KeychainChanged);
        QByteArray copy(entries[name].constData(), entries[name].size());
        return crypto::Secret::takeFrom(copy);
    }
    [[nodiscard]] base::Result<> remove(const QString& name) override {
        if (absent)
            return base::fail(base::ErrorCode::KeychainUnavailable);
        entries.remove(name);
        return {};
    }

    QHash<QString, QByteArray> entries;
    bool absent = false;
};

// The real disk until step `failAt` (counted from 1, over every change to the disk), which fails
// with `failure`, as does everything after it: power is gone, or the disk is full.
class FailingDisk final : public base::FileSystem {
public:
    int failAt = 0; // 0: never
    base::ErrorCode failure = base::ErrorCode::DiskFull;
    int steps = 0;

    base::Result<> step() {
        if (failAt != 0 && ++steps >= failAt)
            return base::fail(failure);
        return {};
    }
    [[nodiscard]] base::Result<std::unique_ptr<base::File>> open(const QString& path,
                                                                 base::OpenMode mode) override;
    [[nodiscard]] bool exists(const QString& path) const override {
        return base::realFileSystem().exists(path);
    }
    [[nodiscard]] base::Result<QStringList> list(const QString& folder) const override {
        return base::realFileSystem().list(folder);
    }
    [[nodiscard]] base::Result<> makeFolder(const QString& path) override {
        CHEVET_TRY(step());
        return base::realFileSystem().makeFolder(path);
    }
    [[nodiscard]] base::Result<> rename(const QString& from, const QString& to) override {
        CHEVET_TRY(step());
        return base::realFileSystem().rename(from, to);
    }
    [[nodiscard]] base::Result<> remove(const QString& path) override {
        return base::realFileSystem().remove(path);
    }
    [[nodiscard]] base::Result<> syncFolder(const QString& path) override {
        CHEVET_TRY(step());
        return base::realFileSystem().syncFolder(path);
    }
    [[nodiscard]] base::Result<std::unique_ptr<base::FileLock>> lock(const QString& path) override {
        return base::realFileSystem().lock(path);
    }
    [[nodiscard]] base::Result<qint64> freeBytes(const QString& path) const override {
        return base::realFileSystem().freeBytes(path);
    }
};

class FailingFile final : public base::File {
public:
    FailingFile(FailingDisk& disk, std::unique_ptr<base::File> file)
        : m_disk(disk)
        , m_file(std::move(file)) {}
    [[nodiscard]] base::Result<qint64> size() const override { return m_file->size(); }
    [[nodiscard]] base::Result<QByteArray> readAt(qint64 offset, qint64 length) const override {
        return m_file->readAt(offset, length);
    }
    [[nodiscard]] base::Result<> writeAt(qint64 offset, QByteArrayView bytes) override {
        if (const auto fine = m_disk.step(); !fine) { // half of it lands
            (void)m_file->writeAt(offset, bytes.first(bytes.size() / 2));
            return fine;
        }
        return m_file->writeAt(offset, bytes);
    }
    [[nodiscard]] base::Result<> truncate(qint64 length) override {
        CHEVET_TRY(m_disk.step());
        return m_file->truncate(length);
    }
    [[nodiscard]] base::Result<> sync() override {
        CHEVET_TRY(m_disk.step());
        return m_file->sync();
    }

private:
    FailingDisk& m_disk;
    std::unique_ptr<base::File> m_file;
};

inline base::Result<std::unique_ptr<base::File>> FailingDisk::open(const QString& path,
                                                                   base::OpenMode mode) {
    if (mode != base::OpenMode::Read)
        CHEVET_TRY(step());
    CHEVET_TRY_ASSIGN(auto file, base::realFileSystem().open(path, mode));
    return std::make_unique<FailingFile>(*this, std::move(file));
}

} // namespace chevet::test
