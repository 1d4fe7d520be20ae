#pragma once
// Reading the segments: by place, in order, and verified. Holds no state of the writer. Internal to
// log.

#include "log/segment.h"

namespace chevet::log {

class LogReader {
public:
    LogReader(base::FileSystem& disk, QString folder, const ClinicId& clinic)
        : m_disk(disk)
        , m_folder(std::move(folder))
        , m_clinic(clinic) {}

    // Where the writer stands: bytes beyond it are not acknowledged and not read.
    struct Bound {
        SegmentId segment;
        qint64 end = 0;
    };

    [[nodiscard]] base::Result<QByteArray> read(const EntryRef& ref) const;
    [[nodiscard]] base::Result<std::vector<base::Uuid>> streams() const;
    [[nodiscard]] base::Result<> scanStream(const base::Uuid& stream, std::uint64_t after,
                                            const std::optional<Bound>& bound,
                                            const Log::OnEntry& entry,
                                            const Log::OnAlarm& alarm) const;

    // The stream a chain's entries name: not the folder's name for a branch, which begins in the
    // middle of a stream, beside entries that stand there already.
    [[nodiscard]] base::Uuid streamOf(const base::Uuid& chain) const;

private:
    struct Chain;
    // Index into `numbers` of the segment that holds the first entry with seq > after.
    [[nodiscard]] std::size_t startSegment(const base::Uuid& stream,
                                           const std::vector<std::uint32_t>& numbers,
                                           std::uint64_t after) const;
    [[nodiscard]] base::Result<> scanSegment(const SegmentId& id, qint64 limit, Chain& chain) const;

    base::FileSystem& m_disk;
    QString m_folder;
    ClinicId m_clinic;
};

} // namespace chevet::log
