#pragma once
// Copies files into a backup and reads everything back, or out of one. Internal to session.

#include "base/clock.h"
#include "session/backup.h"
#include "session/backup_manifest.h"

#include <set>

namespace chevet::session {

// Counts bytes for a person: rate and time left; asks whether to go on.
class BackupMeter {
public:
    using Proceed = Progress<BackupProgress>;
    BackupMeter(const base::Clock& clock, Proceed proceed)
        : m_clock(clock)
        , m_proceed(std::move(proceed))
        , m_start(clock.monotonicNanoseconds()) {}

    void expect(qint64 files, qint64 bytes) {
        m_now.filesTotal = files;
        m_now.bytesTotal = bytes;
    }
    void alsoExpect(qint64 bytes) { m_now.bytesTotal += bytes; }
    void begin(const QString& file) { m_now.file = file; }
    [[nodiscard]] base::Result<> advance(qint64 bytes); // Cancelled
    [[nodiscard]] base::Result<> fileDone();            // Cancelled
    [[nodiscard]] base::Result<> phase(BackupProgress::Phase phase, qint64 entries);
    [[nodiscard]] double seconds() const;

private:
    [[nodiscard]] base::Result<> ask();
    const base::Clock& m_clock;
    Proceed m_proceed;
    qint64 m_start;
    BackupProgress m_now;
};

struct SourceFile {
    QString path;                         // as BackupFile::path
    QString target;                       // where it goes, absolute
    qint64 size = 0;                      // bytes that count
    std::optional<QByteArray> bytes = {}; // of what may change while we copy: read already
};

class BackupWriter {
public:
    struct Counts {
        qint64 copiedFiles = 0, copiedBytes = 0, repairedFiles = 0;
    };

    // `source`: the vault's folder.
    BackupWriter(base::FileSystem& disk, QString source, BackupMeter& meter)
        : m_disk(disk)
        , m_source(std::move(source))
        , m_meter(meter) {}

    // How many bytes the targets lack; tells the meter how much work that makes.
    [[nodiscard]] base::Result<qint64> plan(const std::vector<SourceFile>& files);
    // Makes the target's first bytes those of the source, and remembers their hash. `before`: what
    // the last backup said of this path; those bytes must still be the source's, else BackupAhead
    // (it shrank), LogDamaged or BlobDamaged, and nothing is written. What a finished backup names
    // is only ever written over with the same bytes. Copied files are durable and read back after
    // finish(), or earlier.
    [[nodiscard]] base::Result<> put(const SourceFile& file, const BackupFile* before);
    // IoError with the file's name if what is read back is not what was written.
    [[nodiscard]] base::Result<> finish();

    [[nodiscard]] std::vector<BackupFile> takeFiles() { return std::move(m_files); }
    [[nodiscard]] const Counts& counts() const noexcept { return m_counts; }

private:
    struct Compared {
        crypto::Hash hash = {};
        std::optional<crypto::Hash> prefix = {}; // of as many bytes as the last backup had
        qint64 differs = -1;                     // offset of the first byte to be written
        qint64 present = 0;                      // bytes the target has
    };
    struct Pending {
        BackupFile file;
        QString target;
        std::unique_ptr<base::File> open;
    };
    [[nodiscard]] base::Result<Compared> compare(const SourceFile& file, const BackupFile* before);
    [[nodiscard]] base::Result<> write(const SourceFile& file, qint64 from);
    [[nodiscard]] base::Result<QByteArray> chunk(const SourceFile& file, const base::File* open,
                                                 qint64 at) const;
    [[nodiscard]] base::Result<std::unique_ptr<base::File>> openSource(const SourceFile& file);
    [[nodiscard]] base::Result<> flush();

    base::FileSystem& m_disk;
    QString m_source;
    BackupMeter& m_meter;
    std::vector<BackupFile> m_files;
    std::vector<Pending> m_pending;
    std::set<QString> m_folders; // made or written in since the last flush
    Counts m_counts;
};

// The hash of a file's first `size` bytes, writing them to `copy` if it is given. IoError or
// BackupDamaged (detail: "missing", "truncated") with the place in `where`.
[[nodiscard]] base::Result<crypto::Hash> hashFile(base::FileSystem& disk, const QString& path,
                                                  qint64 size, base::File* copy,
                                                  BackupMeter& meter);

} // namespace chevet::session
