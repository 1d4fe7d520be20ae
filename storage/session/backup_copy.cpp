#include "session/backup_copy.h"

#include <QFileInfo>

#include <algorithm>

namespace chevet::session {

using base::ErrorCode;

namespace {

constexpr qint64 chunkSize = 1024LL * 1024;
constexpr std::size_t mostPending = 128; // files open until the next sync

// Bytes written and read back where the target holds the first `present` ones.
qint64 workOf(qint64 size, qint64 present) {
    return present < size ? size - present + size : 0;
}

} // namespace

base::Result<> BackupMeter::ask() {
    const double passed = seconds();
    if (passed > 0.5)
        m_now.bytesPerSecond = static_cast<double>(m_now.bytesDone) / passed;
    if (m_now.bytesPerSecond > 0)
        m_now.secondsLeft =
            static_cast<double>(std::max<qint64>(0, m_now.bytesTotal - m_now.bytesDone)) /
            m_now.bytesPerSecond;
    return !m_proceed || m_proceed(m_now) ? base::Result<>{} : base::fail(ErrorCode::Cancelled);
}

base::Result<> BackupMeter::advance(qint64 bytes) {
    m_now.bytesDone += bytes;
    return ask();
}

base::Result<> BackupMeter::fileDone() {
    ++m_now.filesDone;
    return ask();
}

base::Result<> BackupMeter::phase(BackupProgress::Phase phase, qint64 entries) {
    m_now.phase = phase;
    m_now.entries = entries;
    m_now.file.clear();
    return ask();
}

double BackupMeter::seconds() const {
    return static_cast<double>(m_clock.monotonicNanoseconds() - m_start) / 1e9;
}

base::Result<std::unique_ptr<base::File>> BackupWriter::openSource(const SourceFile& file) {
    if (file.bytes)
        return std::unique_ptr<base::File>();
    return m_disk.open(m_source + QLatin1Char('/') + file.path, base::OpenMode::Read);
}

base::Result<QByteArray> BackupWriter::chunk(const SourceFile& file, const base::File* open,
                                             qint64 at) const {
    const qint64 length = std::min(chunkSize, file.size - at);
    CHEVET_TRY_ASSIGN(QByteArray bytes, open == nullptr
                                            ? base::Result<QByteArray>(file.bytes->mid(at, length))
                                            : open->readAt(at, length));
    if (bytes.size() != length)
        return base::fail(ErrorCode::IoError, file.path, QStringLiteral("shorter than it was"));
    return bytes;
}

// Reads both. The last backup's bytes are hashed apart: they must still be there before anything
// is written over.
base::Result<BackupWriter::Compared> BackupWriter::compare(const SourceFile& file,
                                                           const BackupFile* before) {
    CHEVET_TRY_ASSIGN(const auto source, openSource(file));
    std::unique_ptr<base::File> target;
    Compared compared;
    if (m_disk.exists(file.target)) {
        CHEVET_TRY_ASSIGN(target, m_disk.open(file.target, base::OpenMode::Read));
        CHEVET_TRY_ASSIGN(compared.present, target->size());
    }
    crypto::Hasher whole, prefix;
    const qint64 prefixSize = before != nullptr ? before->size : 0;
    for (qint64 at = 0; at < file.size; at += chunkSize) {
        CHEVET_TRY_ASSIGN(const QByteArray bytes, chunk(file, source.get(), at));
        whole.update(bytes);
        if (at < prefixSize)
            prefix.update(
                QByteArrayView(bytes).first(std::min<qint64>(bytes.size(), prefixSize - at)));
        if (compared.differs < 0) {
            // An unreadable place in the backup is written anew, like a wrong one.
            const auto there =
                target ? target->readAt(at, bytes.size()) : base::Result<QByteArray>(QByteArray());
            const QByteArrayView old = there ? QByteArrayView(*there) : QByteArrayView();
            const auto same = std::ranges::mismatch(bytes, old).in1 - bytes.cbegin();
            if (same < bytes.size())
                compared.differs = at + same;
        }
        CHEVET_TRY(m_meter.advance(bytes.size()));
    }
    if (!target && compared.differs < 0)
        compared.differs = 0; // an empty file
    compared.hash = whole.finish();
    if (before != nullptr)
        compared.prefix = prefix.finish();
    return compared;
}

base::Result<> BackupWriter::write(const SourceFile& file, qint64 from) {
    const QString folder = QFileInfo(file.target).path();
    if (!m_disk.exists(folder)) {
        CHEVET_TRY(m_disk.makeFolder(folder));
        m_folders.insert(QFileInfo(folder).path());
    }
    m_folders.insert(folder);
    CHEVET_TRY_ASSIGN(const auto source, openSource(file));
    CHEVET_TRY_ASSIGN(auto target, m_disk.open(file.target, base::OpenMode::OpenOrCreate));
    for (qint64 at = from; at < file.size; at += chunkSize) {
        CHEVET_TRY_ASSIGN(const QByteArray bytes, chunk(file, source.get(), at));
        CHEVET_TRY(target->writeAt(at, bytes));
        CHEVET_TRY(m_meter.advance(bytes.size()));
    }
    m_counts.copiedBytes += file.size - from;
    m_pending.push_back({.file = m_files.back(), .target = file.target, .open = std::move(target)});
    return m_pending.size() >= mostPending ? flush() : base::Result<>{};
}

base::Result<qint64> BackupWriter::plan(const std::vector<SourceFile>& files) {
    qint64 missing = 0, work = 0;
    for (const SourceFile& file : files) {
        qint64 present = 0;
        if (m_disk.exists(file.target)) {
            CHEVET_TRY_ASSIGN(const auto target, m_disk.open(file.target, base::OpenMode::Read));
            CHEVET_TRY_ASSIGN(present, target->size());
        }
        missing += std::max<qint64>(0, file.size - present);
        work += file.size + workOf(file.size, present);
    }
    m_meter.expect(static_cast<qint64>(files.size()), work);
    return missing;
}

base::Result<> BackupWriter::put(const SourceFile& file, const BackupFile* before) {
    m_meter.begin(file.path);
    if (before != nullptr && file.size < before->size)
        return base::fail(ErrorCode::BackupAhead, file.path);
    CHEVET_TRY_ASSIGN(const Compared compared, compare(file, before));
    if (before != nullptr && compared.prefix != before->hash)
        return base::fail(backupPathKind(file.path) == BackupPathKind::Blob ? ErrorCode::BlobDamaged
                                                                            : ErrorCode::LogDamaged,
                          file.path, QStringLiteral("not what was backed up"));
    m_files.push_back({.path = file.path, .size = file.size, .hash = compared.hash});
    if (compared.differs >= 0) {
        m_counts.repairedFiles += before != nullptr && compared.differs < before->size ? 1 : 0;
        ++m_counts.copiedFiles;
        m_meter.alsoExpect(workOf(file.size, compared.differs) -
                           workOf(file.size, compared.present));
        CHEVET_TRY(write(file, compared.differs));
    }
    return m_meter.fileDone();
}

// Durable first, then read back: what the page cache still holds is not what counts, but a write
// that went to another place, or was cut, shows.
base::Result<> BackupWriter::flush() {
    for (Pending& pending : m_pending)
        CHEVET_TRY(pending.open->sync());
    for (const QString& folder : m_folders)
        CHEVET_TRY(m_disk.syncFolder(folder));
    for (Pending& pending : m_pending) {
        m_meter.begin(pending.file.path);
        pending.open.reset();
        CHEVET_TRY_ASSIGN(const crypto::Hash hash,
                          hashFile(m_disk, pending.target, pending.file.size, nullptr, m_meter));
        if (hash != pending.file.hash)
            return base::fail(ErrorCode::IoError, pending.target,
                              QStringLiteral("not what was written"));
    }
    m_pending.clear();
    m_folders.clear();
    return {};
}

base::Result<> BackupWriter::finish() {
    return flush();
}

base::Result<crypto::Hash> hashFile(base::FileSystem& disk, const QString& path, qint64 size,
                                    base::File* copy, BackupMeter& meter) {
    const auto file = disk.open(path, base::OpenMode::Read);
    if (!file)
        return file.error().code == ErrorCode::NotFound
                   ? base::fail(ErrorCode::BackupDamaged, path, QStringLiteral("missing"))
                   : std::unexpected(file.error());
    crypto::Hasher hasher;
    for (qint64 at = 0; at < size; at += chunkSize) {
        const qint64 length = std::min(chunkSize, size - at);
        CHEVET_TRY_ASSIGN(const QByteArray bytes, (*file)->readAt(at, length));
        if (bytes.size() != length)
            return base::fail(ErrorCode::BackupDamaged, path, QStringLiteral("truncated"));
        hasher.update(bytes);
        if (copy != nullptr)
            CHEVET_TRY(copy->writeAt(at, bytes));
        CHEVET_TRY(meter.advance(length));
    }
    return hasher.finish();
}

} // namespace chevet::session
