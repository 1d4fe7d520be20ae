#include "log/entry_check.h"
#include "log/log_impl.h"

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {
constexpr qint64 maxBatch = 256LL * 1024 * 1024;
} // namespace

// The last of the device's streams that has a folder.
base::Result<> Log::Impl::open() {
    CHEVET_TRY(disk.makeFolder(config.folder));
    for (std::uint32_t number = 1; number < maxStreamsOfDevice; ++number) {
        const base::Uuid stream = streamOfDevice(device.publicKey(), number);
        if (disk.exists(path(stream.toHex())))
            own = writerOf(stream);
    }
    CHEVET_TRY(own->open(alarms));
    return openMarks();
}

base::Result<> Log::Impl::openMarks() {
    CHEVET_TRY_ASSIGN(MarksFile::Opened opened,
                      MarksFile::open(disk, path(QStringLiteral("outbox")), keys));
    marksFile = std::move(opened.file);
    if (opened.damaged || (!opened.marks && own->head().seq > 0))
        alarms.push_back({.kind = LogAlarm::Kind::MarksDamaged, .file = QStringLiteral("outbox")});
    if (!opened.marks || opened.marks->stream != own->stream())
        return {};
    uploaded = std::min(opened.marks->uploaded, own->head().seq);
    if (opened.marks->head.seq <= own->head().seq)
        return {};
    alarms.push_back({.kind = LogAlarm::Kind::LostTail,
                      .file = segmentName(own->segment()),
                      .offset = static_cast<std::uint64_t>(own->end()),
                      .seq = own->head().seq + 1});
    return nextStream();
}

base::Result<> Log::Impl::nextStream() {
    for (std::uint32_t number = 0; number + 1 < maxStreamsOfDevice; ++number) {
        if (streamOfDevice(device.publicKey(), number) != own->stream())
            continue;
        if (own->head().seq > 0 && !continues)
            continues = KnownHead{
                .stream = own->stream(), .seq = own->head().seq, .hash = own->head().hash};
        const base::Uuid before = own->stream();
        const base::Uuid next = streamOfDevice(device.publicKey(), number + 1);
        others.insert_or_assign(before, std::move(own));
        if (const auto known = others.find(next); known != others.end()) {
            own = std::move(known->second);
            others.erase(known);
        } else {
            own = writerOf(next);
            CHEVET_TRY(own->open(alarms));
        }
        uploaded = 0;
        // Another copy of this workstation went on there already: so does this one, further on.
        return own->head().seq > 0 ? nextStream() : base::Result<>{};
    }
    return fail(ErrorCode::LimitExceeded, QStringLiteral("streams"));
}

base::Result<std::vector<EntryRef>> Log::Impl::writeBatch(std::span<const PreparedEntry> entries) {
    std::vector<EntryRef> refs;
    refs.reserve(entries.size());
    for (const PreparedEntry& entry : entries) {
        const ChainPlace place{.stream = own->stream(),
                               .seq = own->pendingHead().seq + 1,
                               .prev = own->pendingHead().hash,
                               .membershipHead = membership.head()};
        CHEVET_TRY_ASSIGN(const SealedEntry sealed, sealEntry(entry, place, keys, device));
        CHEVET_TRY_ASSIGN(const EntryRef ref, own->put(sealed.bytes, sealed.hash, place.seq));
        refs.push_back(ref);
    }
    return refs;
}

// The first entry of a next stream says which one it goes on from, and from where.
base::Result<> Log::Impl::writeContinuation() {
    const EntryDraft draft{.type = EntryType::Heartbeat, .heads = {*continues}};
    CHEVET_TRY_ASSIGN(const PreparedEntry entry, prepareEntry(draft, keys));
    const auto written = writeBatch(std::span(&entry, 1));
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
    CHEVET_TRY(endBatch());
    CHEVET_TRY(own->begin());
    const auto all = [&]() -> base::Result<std::vector<EntryRef>> {
        if (continues)
            CHEVET_TRY(writeContinuation());
        CHEVET_TRY_ASSIGN(auto refs, writeBatch(entries));
        CHEVET_TRY(own->finish());
        return refs;
    };
    auto refs = all();
    if (!refs) {
        own->undo();
        return refs;
    }
    continues.reset();
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
    return m_impl->own->head();
}

base::Uuid Log::stream() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->own->stream();
}

Log::End Log::end() const {
    const std::lock_guard lock(m_impl->mutex);
    return {.segment = m_impl->own->segment().number,
            .bytes = static_cast<std::uint64_t>(m_impl->own->end())};
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
    if (seq > m_impl->own->head().seq || seq < m_impl->uploaded)
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
        bound = m_impl->boundOf(stream);
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
