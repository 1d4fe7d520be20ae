#include "log/log.h"

#include "log/entry_check.h"
#include "log/log_reader.h"
#include "log/marks.h"

#include <mutex>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {
constexpr qint64 maxBatch = 256LL * 1024 * 1024;
constexpr qint64 writeChunk = 8LL * 1024 * 1024;
} // namespace

struct Log::Impl {
    Impl(base::FileSystem& fileSystem, const LogConfig& settings, const Membership& trust,
         const KeyRing& ring, const crypto::SigningKey& key)
        : disk(fileSystem)
        , config(settings)
        , membership(trust)
        , keys(ring)
        , device(key)
        , reader(fileSystem, settings.folder, trust.clinic())
        , current{.stream = streamOfDevice(key.publicKey(), 0)} {}

    base::FileSystem& disk;
    LogConfig config;
    const Membership& membership;
    const KeyRing& keys;
    const crypto::SigningKey& device;
    LogReader reader;

    mutable std::mutex mutex; // guards everything below
    SegmentId current;
    std::unique_ptr<base::File> file; // of the current segment; null: none yet
    qint64 end = 0;                   // after the last acknowledged record
    bool dirty = false;               // bytes may lie beyond `end`
    Head head;
    std::optional<KnownHead> continues; // the first entry of a next stream names the old one
    std::unique_ptr<MarksFile> marksFile;
    std::uint64_t uploaded = 0;
    std::vector<LogAlarm> alarms;

    QString path(const QString& name) const { return config.folder + QLatin1Char('/') + name; }

    Marks marks() const {
        return {.stream = current.stream,
                .head = head,
                .membershipHead = membership.head(),
                .epoch = keys.currentEpoch(),
                .uploaded = uploaded};
    }

    base::Result<> open();
    base::Result<> findStream();
    base::Result<bool> openSegment(std::uint32_t number); // true if it holds records
    base::Result<> setTailAside(const WalkEnd& walked);
    base::Result<> openMarks();
    base::Result<> nextStream();
    base::Result<> beginSegment();
    base::Result<> rollBack();
    base::Result<std::vector<EntryRef>> writeBatch(std::span<const PreparedEntry> entries,
                                                   Head& newHead, qint64& newEnd);
    base::Result<> writeContinuation(Head& newHead, qint64& newEnd);
    base::Result<std::vector<EntryRef>> append(std::span<const PreparedEntry> entries);
};

base::Result<> Log::Impl::open() {
    CHEVET_TRY(disk.makeFolder(config.folder));
    CHEVET_TRY(findStream());
    CHEVET_TRY_ASSIGN(const auto numbers, segmentNumbers(disk, config.folder, current.stream));
    for (std::size_t i = numbers.size(); i-- > 0;) {
        CHEVET_TRY_ASSIGN(const bool holdsRecords, openSegment(numbers[i]));
        if (holdsRecords)
            break;
    }
    if (!numbers.empty() &&
        current.number != numbers.back()) { // an empty last segment is the one to go on in
        const Head known = head;
        CHEVET_TRY(openSegment(numbers.back()));
        head = known;
    }
    return openMarks();
}

// The last of the device's streams that has a folder.
base::Result<> Log::Impl::findStream() {
    for (std::uint32_t number = 1; number < maxStreamsOfDevice; ++number) {
        const base::Uuid stream = streamOfDevice(device.publicKey(), number);
        if (disk.exists(path(stream.toHex())))
            current.stream = stream;
    }
    return {};
}

base::Result<bool> Log::Impl::openSegment(std::uint32_t number) {
    current.number = number;
    const QString name = segmentName(current);
    CHEVET_TRY_ASSIGN(file, disk.open(path(name), base::OpenMode::ReadWrite));
    CHEVET_TRY_ASSIGN(const qint64 size, file->size());
    end = std::min(size, segmentHeaderSize);
    head = {};
    if (size < segmentHeaderSize) // cut while it was made: beginSegment() writes it again
        return false;
    if (!checkSegmentHeader(*file, membership.clinic(), current))
        alarms.push_back(
            {.kind = LogAlarm::Kind::DamagedRecord, .file = name, .length = segmentHeaderSize});
    const auto keep = [this](const WalkedRecord& record) {
        head = {.seq = record.header.seq, .hash = record.ref.hash};
        return base::Result<>{};
    };
    const auto damaged = [&](qint64 offset, qint64 length) {
        alarms.push_back({.kind = LogAlarm::Kind::DamagedRecord,
                          .file = name,
                          .offset = static_cast<std::uint64_t>(offset),
                          .length = static_cast<std::uint64_t>(length),
                          .seq = head.seq + 1});
    };
    CHEVET_TRY_ASSIGN(const WalkEnd walked, walkSegment(*file, membership.clinic(), current,
                                                        segmentHeaderSize, -1, keep, damaged));
    end = walked.goodEnd;
    if (walked.goodEnd < walked.size)
        CHEVET_TRY(setTailAside(walked));
    return head.seq > 0;
}

// The tail is copied beside the segment before it is cut off (I6).
base::Result<> Log::Impl::setTailAside(const WalkEnd& walked) {
    const QString name = segmentName(current);
    LogAlarm alarm{.kind = LogAlarm::Kind::TornTail,
                   .file = name,
                   .offset = static_cast<std::uint64_t>(walked.goodEnd)};
    alarm.length = static_cast<std::uint64_t>(walked.size - walked.goodEnd);
    alarm.seq = head.seq + 1;
    dirty = true; // until it is cut off, append() will try again
    CHEVET_TRY_ASSIGN(const QByteArray tail,
                      file->readAt(walked.goodEnd, walked.size - walked.goodEnd));
    alarm.setAside = name + QStringLiteral(".torn-%1").arg(walked.goodEnd);
    const auto saved = base::replaceFile(disk, path(alarm.setAside), tail);
    if (!saved) {
        alarm.setAside.clear();
        alarms.push_back(alarm);
        return std::unexpected(saved.error());
    }
    alarms.push_back(alarm);
    return rollBack();
}

base::Result<> Log::Impl::openMarks() {
    CHEVET_TRY_ASSIGN(MarksFile::Opened opened,
                      MarksFile::open(disk, path(QStringLiteral("outbox")), keys));
    marksFile = std::move(opened.file);
    if (opened.damaged || (!opened.marks && head.seq > 0))
        alarms.push_back({.kind = LogAlarm::Kind::MarksDamaged, .file = QStringLiteral("outbox")});
    if (!opened.marks || opened.marks->stream != current.stream)
        return {};
    uploaded = std::min(opened.marks->uploaded, head.seq);
    if (opened.marks->head.seq <= head.seq)
        return {};
    alarms.push_back({.kind = LogAlarm::Kind::LostTail,
                      .file = segmentName(current),
                      .offset = static_cast<std::uint64_t>(end),
                      .seq = head.seq + 1});
    return nextStream();
}

base::Result<> Log::Impl::nextStream() {
    for (std::uint32_t number = 0; number + 1 < maxStreamsOfDevice; ++number) {
        if (streamOfDevice(device.publicKey(), number) != current.stream)
            continue;
        if (head.seq > 0)
            continues = KnownHead{.stream = current.stream, .seq = head.seq, .hash = head.hash};
        current = {.stream = streamOfDevice(device.publicKey(), number + 1)};
        file.reset();
        end = 0;
        head = {};
        uploaded = 0;
        dirty = false;
        return {};
    }
    return fail(ErrorCode::LimitExceeded, QStringLiteral("streams"));
}

// Makes the current segment ready to be appended to, or the next one if it is full.
base::Result<> Log::Impl::beginSegment() {
    const bool full = file && end >= static_cast<qint64>(config.segmentBytes);
    if (file && !full && end >= segmentHeaderSize)
        return {};
    const SegmentId next{.stream = current.stream, .number = current.number + (full ? 1U : 0U)};
    const QString folder = path(next.stream.toHex());
    CHEVET_TRY(disk.makeFolder(folder));
    CHEVET_TRY_ASSIGN(auto fresh, disk.open(path(segmentName(next)), base::OpenMode::OpenOrCreate));
    CHEVET_TRY_ASSIGN(const qint64 size, fresh->size());
    if (size > segmentHeaderSize)
        return fail(ErrorCode::AlreadyExists, segmentName(next)); // never write over records
    CHEVET_TRY(fresh->writeAt(0, segmentHeader(membership.clinic(), next)));
    CHEVET_TRY(fresh->sync());
    CHEVET_TRY(disk.syncFolder(folder));
    CHEVET_TRY(disk.syncFolder(config.folder));
    current = next;
    file = std::move(fresh);
    end = segmentHeaderSize;
    return {};
}

base::Result<> Log::Impl::rollBack() {
    if (!dirty)
        return {};
    CHEVET_TRY(file->truncate(end));
    CHEVET_TRY(file->sync());
    dirty = false;
    return {};
}

base::Result<std::vector<EntryRef>> Log::Impl::writeBatch(std::span<const PreparedEntry> entries,
                                                          Head& newHead, qint64& newEnd) {
    std::vector<EntryRef> refs;
    refs.reserve(entries.size());
    QByteArray buffer;
    const auto flush = [&]() -> base::Result<> {
        CHEVET_TRY(file->writeAt(newEnd - buffer.size(), buffer));
        buffer.clear();
        return {};
    };
    for (const PreparedEntry& entry : entries) {
        const ChainPlace place{.stream = current.stream,
                               .seq = newHead.seq + 1,
                               .prev = newHead.hash,
                               .membershipHead = membership.head()};
        CHEVET_TRY_ASSIGN(const SealedEntry sealed, sealEntry(entry, place, keys, device));
        refs.push_back({.stream = current.stream,
                        .seq = place.seq,
                        .hash = sealed.hash,
                        .segment = current.number,
                        .offset = static_cast<std::uint64_t>(newEnd),
                        .length = static_cast<std::uint32_t>(sealed.bytes.size())});
        buffer += recordBytes(sealed);
        newEnd += sealed.bytes.size() + recordOverhead;
        newHead = {.seq = place.seq, .hash = sealed.hash};
        if (buffer.size() >= writeChunk)
            CHEVET_TRY(flush());
    }
    CHEVET_TRY(flush());
    CHEVET_TRY(file->sync());
    return refs;
}

// The first entry of a next stream says which one it goes on from, and from where.
base::Result<> Log::Impl::writeContinuation(Head& newHead, qint64& newEnd) {
    const EntryDraft draft{.type = EntryType::Heartbeat, .heads = {*continues}};
    CHEVET_TRY_ASSIGN(const PreparedEntry entry, prepareEntry(draft, keys));
    const auto written = writeBatch(std::span(&entry, 1), newHead, newEnd);
    return written ? base::Result<>{} : std::unexpected(written.error());
}

base::Result<std::vector<EntryRef>> Log::Impl::append(std::span<const PreparedEntry> entries) {
    if (entries.empty())
        return std::vector<EntryRef>{};
    qint64 total = 0;
    for (const PreparedEntry& entry : entries)
        total += entry.padded.size();
    if (total > maxBatch)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("batch"), QString::number(total));
    CHEVET_TRY(rollBack());
    CHEVET_TRY(beginSegment());
    Head newHead = head;
    qint64 newEnd = end;
    dirty = true;
    if (continues)
        CHEVET_TRY(writeContinuation(newHead, newEnd));
    auto refs = writeBatch(entries, newHead, newEnd);
    if (!refs) {
        const auto cut =
            rollBack(); // if this fails too, `dirty` stays and the next append begins with it
        Q_UNUSED(cut)
        return refs;
    }
    dirty = false;
    continues.reset();
    head = newHead;
    end = newEnd;
    const auto marked =
        marksFile->write(marks(), false); // a check only: the entries are durable without it
    Q_UNUSED(marked)
    return refs;
}

Log::Log(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Log::~Log() = default;

base::Result<std::unique_ptr<Log>> Log::open(base::FileSystem& disk, const LogConfig& config,
                                             const Membership& membership, const KeyRing& keys,
                                             const crypto::SigningKey& device) {
    if (!membership.deviceOfStream(streamOfDevice(device.publicKey(), 0)))
        return fail(ErrorCode::UnknownKey, QStringLiteral("log"),
                    QStringLiteral("this workstation is not a member"));
    auto impl = std::make_unique<Impl>(disk, config, membership, keys, device);
    CHEVET_TRY(impl->open());
    return std::unique_ptr<Log>(new Log(std::move(impl)));
}

const std::vector<LogAlarm>& Log::alarms() const noexcept {
    return m_impl->alarms;
}

Head Log::head() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->head;
}

base::Uuid Log::stream() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->current.stream;
}

Log::End Log::end() const {
    const std::lock_guard lock(m_impl->mutex);
    return {.segment = m_impl->current.number, .bytes = static_cast<std::uint64_t>(m_impl->end)};
}

base::Result<std::vector<base::Uuid>> Log::streams() const {
    return m_impl->reader.streams();
}

base::Result<> Log::startNextStream() {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->nextStream();
}

base::Result<std::vector<EntryRef>> Log::append(std::span<const PreparedEntry> entries) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->append(entries);
}

base::Result<EntryRef> Log::append(const EntryDraft& draft, const crypto::SigningKey* authorKey) {
    CHEVET_TRY_ASSIGN(const PreparedEntry prepared, prepareEntry(draft, m_impl->keys, authorKey));
    CHEVET_TRY_ASSIGN(const auto refs, append(std::span(&prepared, 1)));
    return refs.front();
}

base::Result<QByteArray> Log::read(const EntryRef& ref) const {
    return m_impl->reader.read(ref);
}

Marks Log::marks() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->marks();
}

base::Result<> Log::setUploaded(std::uint64_t seq) {
    const std::lock_guard lock(m_impl->mutex);
    if (seq > m_impl->head.seq || seq < m_impl->uploaded)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("uploaded"));
    m_impl->uploaded = seq;
    return m_impl->marksFile->write(m_impl->marks(), true);
}

std::optional<LogAlarm> Log::compare(const Marks& elsewhere) const {
    const Marks mine = marks();
    const bool otherHistory = elsewhere.stream == mine.stream &&
                              elsewhere.head.seq == mine.head.seq &&
                              elsewhere.head.hash != mine.head.hash;
    const bool ahead = elsewhere.stream == mine.stream && elsewhere.head.seq > mine.head.seq;
    if (!ahead && !otherHistory && m_impl->membership.knowsHead(elsewhere.membershipHead) &&
        elsewhere.epoch <= mine.epoch)
        return std::nullopt;
    return LogAlarm{.kind = LogAlarm::Kind::RestoredImage,
                    .file = QStringLiteral("outbox"),
                    .seq = mine.head.seq + 1};
}

base::Result<> Log::scanStream(const base::Uuid& stream, std::uint64_t after, const OnEntry& entry,
                               const OnAlarm& alarm) const {
    std::optional<LogReader::Bound> bound;
    {
        const std::lock_guard lock(m_impl->mutex);
        if (stream == m_impl->current.stream)
            bound = LogReader::Bound{.segment = m_impl->current, .end = m_impl->end};
    }
    return m_impl->reader.scanStream(stream, after, bound, entry, alarm);
}

base::Result<> Log::scan(const OnEntry& entry, const OnAlarm& alarm,
                         const std::function<std::uint64_t(const base::Uuid&)>& after) const {
    CHEVET_TRY_ASSIGN(const auto all, streams());
    for (const base::Uuid& one : all)
        CHEVET_TRY(scanStream(one, after ? after(one) : 0, entry, alarm));
    return {};
}

base::Result<Log::Verification>
Log::verify(bool decrypt, const std::function<bool(std::uint64_t)>& proceed) const {
    EntryCheck check(m_impl->membership, m_impl->keys, decrypt);
    const auto each = [&](const EntryRef& ref, QByteArrayView bytes) -> base::Result<> {
        check.take(ref, bytes);
        const bool goOn = !proceed || proceed(check.report().entries);
        return goOn ? base::Result<>{} : fail(ErrorCode::Cancelled);
    };
    CHEVET_TRY(scan(each, [&](const LogAlarm& alarm) { check.take(alarm); }));
    return check.report();
}

} // namespace chevet::log
