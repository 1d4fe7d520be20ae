#pragma once
// One segment file of one stream: header, then records (ENTRY.md §6). Internal to log.
//   header 64 bytes: "QSSEG1\0\0" ‖ clinic 32 ‖ stream 16 ‖ number u32 ‖ zero u32
//   record: length u32 ‖ entry ‖ entry hash 32

#include "log/log.h"

namespace chevet::log {

constexpr qint64 segmentHeaderSize = 64;
constexpr qint64 recordOverhead = 4 + Hash::size;
constexpr qint64 maxSegment =
    1024LL * 1024 * 1024; // far above what append makes: a bound on reading

struct SegmentId {
    base::Uuid stream; // the folder's name: a stream, or a branch of one (branchId())
    std::uint32_t number = 1;
    auto operator<=>(const SegmentId&) const = default;
};

[[nodiscard]] QString segmentName(const SegmentId& id); // relative to the log folder
// `stream`: what the entries say; the folder's name but for a branch.
[[nodiscard]] QByteArray segmentHeader(const ClinicId& clinic, const SegmentId& id,
                                       const base::Uuid& stream);
[[nodiscard]] QByteArray recordBytes(QByteArrayView entry, const Hash& hash);
// The stream a segment's header names; that of the folder's name if the header cannot be read.
[[nodiscard]] base::Uuid streamOfSegment(const base::File& file, const SegmentId& id);
// The name of a branch's folder: of a stream, the entry that another one already stands in place
// of.
[[nodiscard]] base::Uuid branchId(const base::Uuid& stream, const Hash& first);
// Numbers of the segments of a stream, ascending; empty if the stream has no folder.
[[nodiscard]] base::Result<std::vector<std::uint32_t>>
segmentNumbers(const base::FileSystem& disk, const QString& folder, const base::Uuid& stream);

struct WalkedRecord {
    EntryRef ref;
    EntryHeader header;
    QByteArrayView entry; // valid during the callback
};
using OnRecord = std::function<base::Result<>(const WalkedRecord&)>;

struct WalkEnd {
    qint64 goodEnd = segmentHeaderSize; // just after the last whole record
    qint64 size = 0; // of what was walked; more than goodEnd means a tail that is no record
};

// Reads records in order from `from`. What is no record is reported to `damaged` (offset, length)
// if a record follows; at the end it is the tail, see WalkEnd. `limit` < 0: to the end of the file.
[[nodiscard]] base::Result<WalkEnd>
walkSegment(const base::File& file, const ClinicId& clinic, const SegmentId& id, qint64 from,
            qint64 limit, const OnRecord& record,
            const std::function<void(qint64 offset, qint64 length)>& damaged);
// Malformed if the file does not begin with this segment's header.
[[nodiscard]] base::Result<> checkSegmentHeader(const base::File& file, const ClinicId& clinic,
                                                const SegmentId& id, const base::Uuid& stream);

} // namespace chevet::log
