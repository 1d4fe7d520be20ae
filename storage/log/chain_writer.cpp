#include "log/chain_writer.h"

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {
constexpr qint64 writeChunk = 8LL * 1024 * 1024;
} // namespace

ChainWriter::ChainWriter(base::FileSystem& disk, const LogConfig& config, const ClinicId& clinic,
                         const base::Uuid& chain, const base::Uuid& stream)
    : m_disk(disk)
    , m_config(config)
    , m_clinic(clinic)
    , m_stream(stream)
    , m_current{.stream = chain} {}

QString ChainWriter::path(const QString& name) const {
    return m_config.folder + QLatin1Char('/') + name;
}

base::Result<> ChainWriter::open(std::vector<LogAlarm>& alarms) {
    CHEVET_TRY_ASSIGN(const auto numbers,
                      segmentNumbers(m_disk, m_config.folder, m_current.stream));
    for (std::size_t i = numbers.size(); i-- > 0;) {
        CHEVET_TRY_ASSIGN(const bool holdsRecords, openSegment(numbers[i], alarms));
        if (holdsRecords)
            break;
    }
    if (!numbers.empty() &&
        m_current.number != numbers.back()) { // an empty last segment is the one to go on in
        const Head known = m_head;
        CHEVET_TRY(openSegment(numbers.back(), alarms));
        m_head = known;
    }
    return {};
}

base::Result<bool> ChainWriter::openSegment(std::uint32_t number, std::vector<LogAlarm>& alarms) {
    m_current.number = number;
    const QString name = segmentName(m_current);
    CHEVET_TRY_ASSIGN(m_file, m_disk.open(path(name), base::OpenMode::ReadWrite));
    CHEVET_TRY_ASSIGN(const qint64 size, m_file->size());
    m_end = std::min(size, segmentHeaderSize);
    m_head = {};
    if (size < segmentHeaderSize) // cut while it was made: beginSegment() writes it again
        return false;
    if (!checkSegmentHeader(*m_file, m_clinic, m_current, m_stream))
        alarms.push_back(
            {.kind = LogAlarm::Kind::DamagedRecord, .file = name, .length = segmentHeaderSize});
    const auto keep = [this](const WalkedRecord& record) {
        m_head = {.seq = record.header.seq, .hash = record.ref.hash};
        return base::Result<>{};
    };
    const auto damaged = [&](qint64 offset, qint64 length) {
        alarms.push_back({.kind = LogAlarm::Kind::DamagedRecord,
                          .file = name,
                          .offset = static_cast<std::uint64_t>(offset),
                          .length = static_cast<std::uint64_t>(length),
                          .seq = m_head.seq + 1});
    };
    CHEVET_TRY_ASSIGN(const WalkEnd walked, walkSegment(*m_file, m_clinic, m_current,
                                                        segmentHeaderSize, -1, keep, damaged));
    m_end = walked.goodEnd;
    if (walked.goodEnd < walked.size)
        CHEVET_TRY(setTailAside(walked, alarms));
    return m_head.seq > 0;
}

// The tail is copied beside the segment before it is cut off (I6).
base::Result<> ChainWriter::setTailAside(const WalkEnd& walked, std::vector<LogAlarm>& alarms) {
    const QString name = segmentName(m_current);
    LogAlarm alarm{.kind = LogAlarm::Kind::TornTail,
                   .file = name,
                   .offset = static_cast<std::uint64_t>(walked.goodEnd)};
    alarm.length = static_cast<std::uint64_t>(walked.size - walked.goodEnd);
    alarm.seq = m_head.seq + 1;
    m_dirty = true; // until it is cut off, begin() will try again
    CHEVET_TRY_ASSIGN(const QByteArray tail,
                      m_file->readAt(walked.goodEnd, walked.size - walked.goodEnd));
    alarm.setAside = name + QStringLiteral(".torn-%1").arg(walked.goodEnd);
    const auto saved = base::replaceFile(m_disk, path(alarm.setAside), tail);
    if (!saved) {
        alarm.setAside.clear();
        alarms.push_back(alarm);
        return std::unexpected(saved.error());
    }
    alarms.push_back(alarm);
    return rollBack();
}

// Makes the current segment ready to be appended to, or the next one if it is full.
base::Result<> ChainWriter::beginSegment() {
    const bool full = m_file && m_end >= static_cast<qint64>(m_config.segmentBytes);
    if (m_file && !full && m_end >= segmentHeaderSize)
        return {};
    const SegmentId next{.stream = m_current.stream, .number = m_current.number + (full ? 1U : 0U)};
    const QString folder = path(next.stream.toHex());
    CHEVET_TRY(m_disk.makeFolder(folder));
    CHEVET_TRY_ASSIGN(auto fresh,
                      m_disk.open(path(segmentName(next)), base::OpenMode::OpenOrCreate));
    CHEVET_TRY_ASSIGN(const qint64 size, fresh->size());
    if (size > segmentHeaderSize)
        return fail(ErrorCode::AlreadyExists, segmentName(next)); // never write over records
    CHEVET_TRY(fresh->writeAt(0, segmentHeader(m_clinic, next, m_stream)));
    CHEVET_TRY(fresh->sync());
    CHEVET_TRY(m_disk.syncFolder(folder));
    CHEVET_TRY(m_disk.syncFolder(m_config.folder));
    m_current = next;
    m_file = std::move(fresh);
    m_end = segmentHeaderSize;
    return {};
}

base::Result<> ChainWriter::rollBack() {
    if (!m_dirty)
        return {};
    CHEVET_TRY(m_file->truncate(m_end));
    CHEVET_TRY(m_file->sync());
    m_dirty = false;
    return {};
}

base::Result<> ChainWriter::begin() {
    CHEVET_TRY(rollBack());
    CHEVET_TRY(beginSegment());
    m_newHead = m_head;
    m_newEnd = m_end;
    m_buffer.clear();
    m_dirty = true;
    return {};
}

base::Result<EntryRef> ChainWriter::put(QByteArrayView entry, const Hash& hash, std::uint64_t seq) {
    const EntryRef ref{.stream = m_current.stream,
                       .seq = seq,
                       .hash = hash,
                       .segment = m_current.number,
                       .offset = static_cast<std::uint64_t>(m_newEnd),
                       .length = static_cast<std::uint32_t>(entry.size())};
    m_buffer += recordBytes(entry, hash);
    m_newEnd += entry.size() + recordOverhead;
    m_newHead = {.seq = seq, .hash = hash};
    if (m_buffer.size() >= writeChunk)
        CHEVET_TRY(flush());
    return ref;
}

base::Result<> ChainWriter::flush() {
    CHEVET_TRY(m_file->writeAt(m_newEnd - m_buffer.size(), m_buffer));
    m_buffer.clear();
    return {};
}

base::Result<> ChainWriter::finish() {
    CHEVET_TRY(flush());
    CHEVET_TRY(m_file->sync());
    m_dirty = false;
    m_head = m_newHead;
    m_end = m_newEnd;
    return {};
}

void ChainWriter::undo() {
    m_buffer.clear();
    const auto cut = rollBack(); // if this fails too, m_dirty stays and begin() starts with it
    Q_UNUSED(cut)
}

} // namespace chevet::log
