#include "log/log_reader.h"

#include <QtEndian>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

// What a scan carries from record to record.
struct LogReader::Chain {
    std::uint64_t after = 0;
    const Log::OnEntry& entry;
    const Log::OnAlarm& alarm;
    std::optional<Head> last; // none: the record before is not known
    bool sawDamage = false;

    base::Result<> take(const WalkedRecord& record) {
        const bool follows =
            !last || (record.header.seq == last->seq + 1 && record.header.prev == last->hash);
        if (!follows)
            alarm({.kind = LogAlarm::Kind::ChainGap,
                   .code = ErrorCode::LogGap,
                   .file = segmentName({record.ref.stream, record.ref.segment}),
                   .offset = record.ref.offset,
                   .seq = last->seq + 1});
        last = Head{.seq = record.header.seq, .hash = record.ref.hash};
        return record.header.seq > after ? entry(record.ref, record.entry) : base::Result<>{};
    }

    void damaged(const QString& file, qint64 offset, qint64 length) {
        alarm({.kind = LogAlarm::Kind::DamagedRecord,
               .code = ErrorCode::LogDamaged,
               .file = file,
               .offset = static_cast<std::uint64_t>(offset),
               .length = static_cast<std::uint64_t>(length),
               .seq = last ? last->seq + 1 : 0});
    }
};

base::Result<QByteArray> LogReader::read(const EntryRef& ref) const {
    const QString name = segmentName({ref.stream, ref.segment});
    const auto damaged = [&] {
        return fail(ErrorCode::LogDamaged, name, QStringLiteral("offset %1").arg(ref.offset));
    };
    if (ref.offset > static_cast<std::uint64_t>(maxSegment) ||
        ref.length > static_cast<std::uint32_t>(maxEntrySize))
        return damaged();
    CHEVET_TRY_ASSIGN(const auto file,
                      m_disk.open(m_folder + QLatin1Char('/') + name, base::OpenMode::Read));
    CHEVET_TRY_ASSIGN(QByteArray record,
                      file->readAt(static_cast<qint64>(ref.offset), recordOverhead + ref.length));
    if (record.size() != recordOverhead + qsizetype{ref.length} ||
        qFromLittleEndian<std::uint32_t>(record.constData()) != ref.length)
        return damaged();
    QByteArray entry = record.sliced(4, ref.length);
    const auto header = parseHeader(entry);
    if (!header || header->seq != ref.seq || entryHash(entry) != ref.hash)
        return damaged();
    return entry;
}

base::Result<std::vector<base::Uuid>> LogReader::streams() const {
    CHEVET_TRY_ASSIGN(const QStringList names, m_disk.list(m_folder));
    std::vector<base::Uuid> streams;
    for (const QString& name : names)
        if (const auto stream = base::Uuid::fromString(name); stream && stream->toHex() == name)
            streams.push_back(*stream);
    std::sort(streams.begin(), streams.end());
    return streams;
}

base::Uuid LogReader::streamOf(const base::Uuid& chain) const {
    const SegmentId first{.stream = chain, .number = 1};
    const auto file =
        m_disk.open(m_folder + QLatin1Char('/') + segmentName(first), base::OpenMode::Read);
    return file ? streamOfSegment(**file, first) : chain;
}

std::size_t LogReader::startSegment(const base::Uuid& stream,
                                    const std::vector<std::uint32_t>& numbers,
                                    std::uint64_t after) const {
    for (std::size_t i = numbers.size(); i-- > 1;) {
        const auto file = m_disk.open(
            m_folder + QLatin1Char('/') + segmentName({stream, numbers[i]}), base::OpenMode::Read);
        const auto head = file ? (*file)->readAt(segmentHeaderSize + 4, headerSize)
                               : base::Result<QByteArray>(QByteArray());
        if (!head || head->size() != headerSize || !head->startsWith("QSE1"))
            continue; // damaged here: begin further back
        const auto seq = qFromLittleEndian<std::uint64_t>(head->constData() + 56);
        if (seq <= after + 1)
            return i;
    }
    return 0;
}

base::Result<> LogReader::scanStream(const base::Uuid& stream, std::uint64_t after,
                                     const std::optional<Bound>& bound, const Log::OnEntry& entry,
                                     const Log::OnAlarm& alarm) const {
    CHEVET_TRY_ASSIGN(const std::vector<std::uint32_t> numbers,
                      segmentNumbers(m_disk, m_folder, stream));
    Chain chain{.after = after, .entry = entry, .alarm = alarm, .last = {}};
    const std::size_t start = startSegment(stream, numbers, after);
    if (start == 0 && streamOf(stream) == stream)
        chain.last = Head{};
    std::uint32_t expected = numbers.empty() ? 1 : start == 0 ? 1 : numbers[start];
    for (std::size_t i = start; i < numbers.size(); ++i) {
        const SegmentId id{.stream = stream, .number = numbers[i]};
        if (bound && bound->segment.stream == stream && id.number > bound->segment.number)
            break;
        for (; expected < id.number; ++expected) // a whole file is gone
            chain.damaged(segmentName({stream, expected}), 0, 0);
        ++expected;
        const bool isBound = bound && bound->segment == id;
        CHEVET_TRY(scanSegment(id, isBound ? bound->end : -1, chain));
    }
    return {};
}

base::Result<> LogReader::scanSegment(const SegmentId& id, qint64 limit, Chain& chain) const {
    const QString name = segmentName(id);
    auto file = m_disk.open(m_folder + QLatin1Char('/') + name, base::OpenMode::Read);
    if (!file) {
        chain.damaged(name, 0, 0);
        return {};
    }
    const base::Uuid stream = streamOfSegment(**file, id);
    if (!checkSegmentHeader(**file, m_clinic, id, stream))
        chain.damaged(name, 0,
                      segmentHeaderSize); // the records name their own stream and clinic: go on
    const auto report = [&](qint64 offset, qint64 length) { chain.damaged(name, offset, length); };
    CHEVET_TRY_ASSIGN(const WalkEnd end,
                      walkSegment(
                          **file, m_clinic, id, segmentHeaderSize, limit,
                          [&](const WalkedRecord& record) { return chain.take(record); }, report));
    if (end.goodEnd < end.size)
        report(end.goodEnd, end.size - end.goodEnd);
    return {};
}

} // namespace chevet::log
