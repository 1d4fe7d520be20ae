#include "sync/exchange.h"

#include "crypto/primitives/hash.h"
#include "log/membership.h"

#include <QFileInfo>
#include <QtEndian>

namespace chevet::sync {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 maxStatement = 1024LL * 1024;
constexpr qint64 fileTarget = 16LL * 1024 * 1024; // of entries, in one file
constexpr qint64 maxFile = 64LL * 1024 * 1024;
constexpr qint64 recordOverhead = 4 + log::Hash::size;

// A word of Refused for what the log says.
const char* whyOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::Revoked:
        return "revoked";
    case ErrorCode::WrongClinic:
        return "wrong-clinic";
    case ErrorCode::UnknownKey:
        return "unknown-workstation";
    case ErrorCode::BadSignature:
        return "forged";
    default:
        return "damaged";
    }
}

bool meansDisk(ErrorCode code) {
    return code == ErrorCode::DiskFull || code == ErrorCode::ReadOnlyDisk ||
           code == ErrorCode::IoError || code == ErrorCode::PermissionDenied;
}

} // namespace

bool Refused::isAlarm() const {
    return QByteArrayView(why) != "revoked" && QByteArrayView(why) != "gap";
}

Exchange::Exchange(const Parts& parts, ExchangeFolder& folder, Proceed proceed)
    : m_parts(parts)
    , m_folder(folder)
    , m_proceed(std::move(proceed)) {
    m_report.foreign = folder.foreign();
}

Result<> Exchange::step(qint64 entries, qint64 bytes, bool sending) {
    m_progress.entries += entries;
    m_progress.bytes += bytes;
    m_progress.sending = sending;
    return !m_proceed || m_proceed(m_progress) ? Result<>{} : fail(ErrorCode::Cancelled);
}

void Exchange::refuse(const QString& stream, const char* why, const QString& file,
                      std::uint64_t seq) {
    m_report.refused +=
        Refused{.stream = stream, .why = why, .file = QFileInfo(file).fileName(), .seq = seq};
}

Result<> Exchange::setAside(const QString& name, QByteArrayView bytes) {
    CHEVET_TRY(m_parts.disk.makeFolder(m_parts.quarantine));
    const QString path = m_parts.quarantine + QLatin1Char('/') + name;
    return m_parts.disk.exists(path) ? Result<>{} : base::replaceFile(m_parts.disk, path, bytes);
}

Result<bool> Exchange::takeMembership() {
    CHEVET_TRY_ASSIGN(const auto files, m_folder.statements());
    bool any = false;
    for (const auto& file : files) {
        const auto known = log::Hash::fromBytes(QByteArray::fromHex(file.hash.toLatin1()));
        if (known && m_parts.membership.knowsHead(*known))
            continue;
        const auto bytes = m_folder.read(file.path, maxStatement);
        if (!bytes) {
            refuse(QStringLiteral("membership"), "damaged", file.path, file.number);
            continue;
        }
        const auto taken = m_parts.membership.accept(*bytes);
        any = any || (taken && *taken);
        m_report.statements += taken && *taken ? 1 : 0;
        if (taken)
            continue;
        if (taken.error().code == ErrorCode::LogGap) { // the one before it was not copied
            refuse(QStringLiteral("membership"), "gap", file.path, file.number);
            continue;
        }
        refuse(QStringLiteral("membership"), whyOf(taken.error().code), file.path, file.number);
        CHEVET_TRY(setAside(QStringLiteral("membership-") + crypto::hash(*bytes).toHex().left(16),
                            *bytes));
    }
    return any;
}

// Both its ends stand in one chain here: everything between does too.
Result<bool> Exchange::isKnown(const base::Uuid& stream, const EntryFile& file) {
    CHEVET_TRY_ASSIGN(const auto chains, m_parts.log.chainsOf(stream));
    for (const base::Uuid& chain : chains) {
        CHEVET_TRY_ASSIGN(const auto last, m_parts.log.hashAt(chain, file.last));
        if (!last || last->toHex().left(16) != file.lastHash)
            continue;
        return true; // its hash covers every entry before it
    }
    return false;
}

Result<> Exchange::takeEntries() {
    CHEVET_TRY_ASSIGN(const auto streams, m_folder.streams());
    const auto cut = [this](const QString& name) { m_report.cut += name; };
    for (const base::Uuid& stream : streams) {
        CHEVET_TRY_ASSIGN(const auto files, m_folder.entryFiles(stream, cut));
        for (const EntryFile& file : files) {
            CHEVET_TRY_ASSIGN(const bool known, isKnown(stream, file));
            if (!known)
                CHEVET_TRY(takeFile(stream, file));
            CHEVET_TRY(step(0, file.bytes, false));
        }
        CHEVET_TRY(m_parts.log.syncTaken());
    }
    return {};
}

Result<> Exchange::takeFile(const base::Uuid& stream, const EntryFile& file) {
    if (file.bytes > maxFile) {
        refuse(stream.toHex(), "damaged", file.path);
        return {};
    }
    const auto bytes = m_folder.read(file.path, maxFile);
    if (!bytes) { // a stick that fails here and there: the rest goes on
        refuse(stream.toHex(), "damaged", file.path);
        return {};
    }
    const QByteArrayView records(*bytes);
    for (qsizetype at = 0; at < records.size();) {
        const qsizetype left = records.size() - at;
        const auto length =
            left < 4 ? qint64{0} : qint64{qFromLittleEndian<std::uint32_t>(records.data() + at)};
        const bool whole =
            length > 0 && length <= log::maxEntrySize && recordOverhead + length <= left;
        const QByteArrayView entry = whole ? records.sliced(at + 4, length) : QByteArrayView();
        if (!whole ||
            log::entryHash(entry).view() != records.sliced(at + 4 + length, log::Hash::size)) {
            refuse(stream.toHex(), "damaged", file.path);
            return setAside(QFileInfo(file.path).fileName(), *bytes);
        }
        CHEVET_TRY_ASSIGN(const bool goOn, takeRecord(stream, file, entry));
        if (!goOn)
            return {};
        at += recordOverhead + length;
    }
    return {};
}

// False: what follows in this file cannot be taken either.
Result<bool> Exchange::takeRecord(const base::Uuid& stream, const EntryFile& file,
                                  QByteArrayView entry) {
    using Kind = log::Log::Taken::Kind;
    const auto header = log::parseHeader(entry);
    const std::uint64_t seq = header ? header->seq : 0;
    if (header && header->stream != stream) {
        refuse(stream.toHex(), "forged", file.path, seq);
        return false;
    }
    const auto taken = m_parts.log.take(entry);
    if (!taken) {
        if (meansDisk(taken.error().code))
            return std::unexpected(taken.error());
        refuse(stream.toHex(), whyOf(taken.error().code), file.path, seq);
        CHEVET_TRY(setAside(stream.toHex() + QStringLiteral("-%1-").arg(seq) +
                                log::entryHash(entry).toHex().left(16),
                            entry));
        return taken.error().code == ErrorCode::Revoked; // each of them is kept
    }
    if (taken->kind == Kind::Gap) {
        refuse(stream.toHex(), "gap", file.path, seq);
        return false;
    }
    if (taken->kind == Kind::Known)
        return true;
    ++m_report.received;
    CHEVET_TRY(step(1, 0, false));
    if (taken->kind == Kind::Branched && std::find(m_report.doubled.begin(), m_report.doubled.end(),
                                                   stream) == m_report.doubled.end())
        m_report.doubled.push_back(stream);
    m_report.ownCameBack = m_report.ownCameBack || stream == m_parts.log.stream();
    return true;
}

Result<> Exchange::takeBlob(const WantedBlob& wanted) {
    const base::Uuid& id = wanted.ref.id;
    const QString from = m_folder.blobPath(id);
    if (m_parts.blobs.exists(id) || !m_parts.disk.exists(from))
        return {};
    const QString name = id.toHex();
    const QString to =
        m_parts.blobFolder + QLatin1Char('/') + name.left(2) + QLatin1Char('/') + name;
    const auto copied = ExchangeFolder::copyFile(m_parts.disk, from, to);
    if (!copied) {
        if (meansDisk(copied.error().code) && copied.error().code != ErrorCode::IoError)
            return copied;
        refuse(QStringLiteral("blobs"), "damaged", from);
        return {};
    }
    CHEVET_TRY_ASSIGN(const crypto::Secret parent, wanted.parent());
    if (m_parts.blobs.verify(wanted.ref, parent)) {
        ++m_report.blobsReceived;
        return step(0, static_cast<qint64>(wanted.ref.size), false);
    }
    // Not what the signed operation names: moved out of the way, another copy may come.
    CHEVET_TRY(m_parts.disk.makeFolder(m_parts.quarantine));
    CHEVET_TRY(m_parts.disk.rename(to, m_parts.quarantine + QStringLiteral("/blob-") + name));
    refuse(QStringLiteral("blobs"), "damaged", from);
    return {};
}

Result<> Exchange::send() {
    CHEVET_TRY(sendBlobs());
    CHEVET_TRY(sendMembership());
    CHEVET_TRY_ASSIGN(const auto heads, m_parts.log.heads());
    for (const auto& [chain, head] : heads)
        CHEVET_TRY(sendChain(chain, head));
    return {};
}

Result<> Exchange::sendMembership() {
    CHEVET_TRY_ASSIGN(const auto files, m_folder.statements());
    std::set<QString> there;
    for (const auto& file : files)
        there.insert(file.hash);
    for (const log::Membership::Numbered& one : m_parts.membership.numbered())
        if (!there.contains(one.hash.toHex()))
            CHEVET_TRY(m_folder.writeStatement(one.number, one.hash, one.bytes));
    return {};
}

Result<> Exchange::sendBlobs() {
    CHEVET_TRY_ASSIGN(const auto all, m_parts.blobs.list());
    for (const base::Uuid& id : all) {
        const QString name = id.toHex();
        const QString from =
            m_parts.blobFolder + QLatin1Char('/') + name.left(2) + QLatin1Char('/') + name;
        CHEVET_TRY_ASSIGN(const auto file, m_parts.disk.open(from, base::OpenMode::Read));
        CHEVET_TRY_ASSIGN(const qint64 size, file->size());
        if (m_folder.hasBlob(id, size))
            continue;
        CHEVET_TRY(ExchangeFolder::copyFile(m_parts.disk, from, m_folder.blobPath(id)));
        ++m_report.blobsSent;
        CHEVET_TRY(step(0, size, true));
    }
    return {};
}

// The entries of a chain that no file there holds, in files of a size that a slow stick can bear.
Result<> Exchange::sendChain(const base::Uuid& chain, const log::Head& head) {
    const base::Uuid stream = m_parts.log.streamOf(chain);
    CHEVET_TRY_ASSIGN(const auto files, m_folder.entryFiles(stream));
    std::uint64_t have = 0; // every entry up to here lies there; files begin where others ended
    for (const EntryFile& file : files) {
        CHEVET_TRY_ASSIGN(const auto last, m_parts.log.hashAt(chain, file.last));
        const bool ours = last && last->toHex().left(16) == file.lastHash;
        if (ours && file.first <= have + 1)
            have = std::max(have, file.last);
        else if (ours && have == 0 && chain != stream) // a branch begins in the middle
            have = file.last;
    }
    if (have >= head.seq)
        return {};
    QByteArray records;
    ExchangeFolder::Span span;
    const auto flush = [&]() -> Result<> {
        if (records.isEmpty())
            return {};
        CHEVET_TRY(m_folder.writeEntries(stream, span, records));
        const auto count = static_cast<qint64>(span.last - span.first + 1);
        m_report.sent += count;
        CHEVET_TRY(step(count, records.size(), true));
        records.clear();
        return {};
    };
    const auto each = [&](const log::EntryRef& ref, QByteArrayView entry) -> Result<> {
        if (!records.isEmpty() &&
            (records.size() + entry.size() > fileTarget || ref.seq != span.last + 1))
            CHEVET_TRY(flush());
        if (records.isEmpty())
            span = {.first = ref.seq, .last = ref.seq, .firstHash = ref.hash, .lastHash = ref.hash};
        char length[4];
        qToLittleEndian(static_cast<std::uint32_t>(entry.size()), length);
        records.append(length, 4);
        records += entry;
        records += ref.hash.view();
        span.last = ref.seq;
        span.lastHash = ref.hash;
        return {};
    };
    CHEVET_TRY(m_parts.log.scanStream(chain, have, each, [](const log::LogAlarm&) {}));
    return flush();
}

} // namespace chevet::sync
