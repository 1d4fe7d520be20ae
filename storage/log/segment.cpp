#include "log/segment.h"

#include "crypto/primitives/hash.h"

#include <QtEndian>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

constexpr QByteArrayView segmentMagic("QSSEG1\0\0", 8);
constexpr qint64 window = 2LL * 1024 * 1024;
constexpr qint64 leastEntry = headerSize + 1024 + 16 + signatureSize;

QByteArray little32(std::uint32_t value) {
    const std::uint32_t little = qToLittleEndian(value);
    return {reinterpret_cast<const char*>(&little), sizeof little};
}

// A moving view of a file: few large reads instead of two small ones per record.
class Window {
public:
    Window(const base::File& file, qint64 size)
        : m_file(file)
        , m_size(size) {}

    // Fewer bytes only at the end.
    base::Result<QByteArrayView> at(qint64 offset, qint64 length) {
        length = std::min(length, m_size - offset);
        if (offset < m_start || offset + length > m_start + m_bytes.size()) {
            CHEVET_TRY_ASSIGN(m_bytes, m_file.readAt(offset, std::min(std::max(length, window),
                                                                      m_size - offset)));
            m_start = offset;
        }
        return QByteArrayView(m_bytes).sliced(
            offset - m_start, std::min<qint64>(length, m_start + m_bytes.size() - offset));
    }
    [[nodiscard]] qint64 size() const noexcept { return m_size; }

private:
    const base::File& m_file;
    qint64 m_size;
    qint64 m_start = 0;
    QByteArray m_bytes;
};

class Walker {
public:
    Walker(const base::File& file, qint64 size, const ClinicId& clinic, const SegmentId& id)
        : m_window(file, size)
        , m_clinic(clinic)
        , m_id(id)
        , m_stream(streamOfSegment(file, id)) {}

    // The record at `offset`, or nullopt if there is none; errors are the disk's.
    base::Result<std::optional<WalkedRecord>> recordAt(qint64 offset) {
        CHEVET_TRY_ASSIGN(const QByteArrayView head, m_window.at(offset, 4));
        if (head.size() < 4)
            return std::nullopt;
        const auto length = qint64{qFromLittleEndian<std::uint32_t>(head.data())};
        if (length < leastEntry || length > maxEntrySize ||
            offset + recordOverhead + length > m_window.size())
            return std::nullopt;
        CHEVET_TRY_ASSIGN(const QByteArrayView record,
                          m_window.at(offset, recordOverhead + length));
        if (record.size() < recordOverhead + length)
            return std::nullopt;
        const QByteArrayView entry = record.sliced(4, length);
        const Hash hash = entryHash(entry);
        const auto header = parseHeader(entry);
        if (hash.view() != record.last(Hash::size) || !header || header->stream != m_stream ||
            header->clinic != m_clinic)
            return std::nullopt;
        const EntryRef ref{.stream = m_id.stream,
                           .seq = header->seq,
                           .hash = hash,
                           .segment = m_id.number,
                           .offset = static_cast<std::uint64_t>(offset),
                           .length = static_cast<std::uint32_t>(length)};
        return WalkedRecord{.ref = ref, .header = *header, .entry = entry};
    }

    // Where the next whole record begins after damage at `offset`; nullopt if none does.
    base::Result<std::optional<qint64>> nextRecord(qint64 offset) {
        for (qint64 at = offset + 1; at < m_window.size();) {
            CHEVET_TRY_ASSIGN(const QByteArrayView bytes, m_window.at(at, window));
            const qsizetype found = bytes.indexOf(QByteArrayView("QSE1", 4), 4);
            if (found < 0) {
                at += std::max<qint64>(bytes.size() - 7, 1);
                continue;
            }
            const qint64 candidate = at + found - 4;
            CHEVET_TRY_ASSIGN(const auto record, recordAt(candidate));
            if (record)
                return candidate;
            at = candidate + 1;
        }
        return std::nullopt;
    }

private:
    Window m_window;
    const ClinicId& m_clinic;
    const SegmentId& m_id;
    base::Uuid m_stream;
};

} // namespace

QString segmentName(const SegmentId& id) {
    return id.stream.toHex() + QStringLiteral("/%1.seg").arg(id.number, 8, 10, QLatin1Char('0'));
}

QByteArray segmentHeader(const ClinicId& clinic, const SegmentId& id, const base::Uuid& stream) {
    QByteArray out = segmentMagic.toByteArray();
    out += clinic.view();
    out += stream.toByteArray();
    out += little32(id.number);
    out += little32(0);
    return out;
}

QByteArray recordBytes(QByteArrayView entry, const Hash& hash) {
    QByteArray out;
    out.reserve(entry.size() + recordOverhead);
    out += little32(static_cast<std::uint32_t>(entry.size()));
    out += entry;
    out += hash.view();
    return out;
}

base::Uuid streamOfSegment(const base::File& file, const SegmentId& id) {
    constexpr qint64 streamAt = 8 + ClinicId::size, streamSize = 16;
    const auto head = file.readAt(0, streamAt + streamSize);
    if (!head || head->size() != streamAt + streamSize || !head->startsWith(segmentMagic))
        return id.stream;
    return *base::Uuid::fromBytes(QByteArrayView(*head).sliced(streamAt));
}

base::Uuid branchId(const base::Uuid& stream, const Hash& first) {
    const Hash hash = crypto::Hasher()
                          .update("qs/branch/1")
                          .update(stream.toByteArray())
                          .update(first.view())
                          .finish();
    return *base::Uuid::fromBytes(hash.view().first(16));
}

base::Result<std::vector<std::uint32_t>>
segmentNumbers(const base::FileSystem& disk, const QString& folder, const base::Uuid& stream) {
    std::vector<std::uint32_t> numbers;
    const QString path = folder + QLatin1Char('/') + stream.toHex();
    if (!disk.exists(path))
        return numbers;
    CHEVET_TRY_ASSIGN(const QStringList names, disk.list(path));
    for (const QString& name : names) {
        bool isNumber = false;
        const std::uint32_t number =
            name.first(std::min<qsizetype>(8, name.size())).toUInt(&isNumber);
        if (isNumber && name.size() == 12 && name.endsWith(QLatin1String(".seg")) && number > 0)
            numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

base::Result<> checkSegmentHeader(const base::File& file, const ClinicId& clinic,
                                  const SegmentId& id, const base::Uuid& stream) {
    CHEVET_TRY_ASSIGN(const QByteArray head, file.readAt(0, segmentHeaderSize));
    if (head != segmentHeader(clinic, id, stream))
        return fail(ErrorCode::Malformed, segmentName(id), QStringLiteral("segment header"));
    return {};
}

base::Result<WalkEnd> walkSegment(const base::File& file, const ClinicId& clinic,
                                  const SegmentId& id, qint64 from, qint64 limit,
                                  const OnRecord& record,
                                  const std::function<void(qint64, qint64)>& damaged) {
    CHEVET_TRY_ASSIGN(qint64 size, file.size());
    size = limit < 0 ? size : std::min(size, limit);
    if (size > maxSegment)
        return fail(ErrorCode::LimitExceeded, segmentName(id), QString::number(size));
    Walker walker(file, size, clinic, id);
    WalkEnd end{.goodEnd = from, .size = size};
    for (qint64 offset = from; offset < size;) {
        CHEVET_TRY_ASSIGN(const auto found, walker.recordAt(offset));
        if (found) {
            CHEVET_TRY(record(*found));
            offset += recordOverhead + found->ref.length;
            end.goodEnd = offset;
            continue;
        }
        CHEVET_TRY_ASSIGN(const auto next, walker.nextRecord(offset));
        if (!next)
            break;
        damaged(offset, *next - offset);
        offset = *next;
    }
    return end;
}

} // namespace chevet::log
