#include "sync/exchange_folder.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace chevet::sync {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 maxStatement = 1024LL * 1024;
constexpr qint64 copyChunk = 4LL * 1024 * 1024;
constexpr char requestsFolder[] = "chevet-requests";

QString joined(const QString& folder, const QString& name) {
    return folder + QLatin1Char('/') + name;
}

QString clinicFolder(const log::ClinicId& clinic) {
    return QStringLiteral("chevet-") + clinic.toHex().left(16);
}

// Names of a folder that may not be there.
QStringList namesIn(base::FileSystem& disk, const QString& folder) {
    return disk.exists(folder) ? disk.list(folder).value_or(QStringList()) : QStringList();
}

std::vector<ExchangeFolder::StatementFile> statementsIn(base::FileSystem& disk,
                                                        const QString& folder) {
    static const QRegularExpression pattern(QStringLiteral("^(\\d{8})-([0-9a-f]{64})\\.stm$"));
    std::vector<ExchangeFolder::StatementFile> files;
    for (const QString& name : namesIn(disk, folder)) {
        const auto match = pattern.match(name);
        if (match.hasMatch())
            files.push_back({.number = match.captured(1).toULongLong(),
                             .hash = match.captured(2),
                             .path = joined(folder, name)});
    }
    return files; // names are sorted, and so are numbers of eight digits
}

} // namespace

ExchangeFolder::ExchangeFolder(base::FileSystem& disk, QString folder, const log::ClinicId& clinic)
    : m_disk(disk)
    , m_parent(std::move(folder))
    , m_folder(joined(m_parent, clinicFolder(clinic))) {}

QString ExchangeFolder::path(const char* part) const {
    return joined(m_folder, QLatin1String(part));
}

Result<> ExchangeFolder::prepare() {
    if (!m_disk.exists(m_parent))
        return fail(ErrorCode::NotFound, m_parent);
    CHEVET_TRY_ASSIGN(const QStringList names, m_disk.list(m_parent));
    for (const QString& name : names)
        if (joined(m_parent, name) != m_folder && name != QLatin1String(requestsFolder))
            m_foreign += name;
    for (const char* part : {"membership", "streams", "blobs"})
        CHEVET_TRY(m_disk.makeFolder(path(part)));
    return {};
}

Result<std::vector<ExchangeFolder::StatementFile>> ExchangeFolder::statements() const {
    return statementsIn(m_disk, path("membership"));
}

Result<QByteArray> ExchangeFolder::read(const QString& file, qint64 limit) const {
    return base::readWhole(m_disk, file, limit);
}

Result<> ExchangeFolder::writeStatement(std::uint64_t number, const log::Hash& hash,
                                        QByteArrayView bytes) {
    const QString name =
        joined(path("membership"),
               QStringLiteral("%1-%2.stm").arg(number, 8, 10, QLatin1Char('0')).arg(hash.toHex()));
    return base::replaceFile(m_disk, name, bytes);
}

Result<std::vector<base::Uuid>> ExchangeFolder::streams() const {
    std::vector<base::Uuid> streams;
    for (const QString& name : namesIn(m_disk, path("streams")))
        if (const auto id = base::Uuid::fromString(name); id && id->toHex() == name)
            streams.push_back(*id);
    return streams;
}

Result<std::vector<EntryFile>>
ExchangeFolder::entryFiles(const base::Uuid& stream,
                           const std::function<void(const QString&)>& cut) const {
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{12})-(\\d{12})-(\\d{1,12})-([0-9a-f]{16})-([0-9a-f]{16})\\.qse$"));
    const QString folder = joined(path("streams"), stream.toHex());
    std::vector<EntryFile> files;
    for (const QString& name : namesIn(m_disk, folder)) {
        const auto match = pattern.match(name);
        if (!match.hasMatch())
            continue;
        EntryFile file{.first = match.captured(1).toULongLong(),
                       .last = match.captured(2).toULongLong(),
                       .bytes = match.captured(3).toLongLong(),
                       .firstHash = match.captured(4),
                       .lastHash = match.captured(5),
                       .path = joined(folder, name)};
        const auto opened = m_disk.open(file.path, base::OpenMode::Read);
        const auto size = opened ? (*opened)->size() : Result<qint64>(qint64{-1});
        if (!size || *size != file.bytes || file.first == 0 || file.last < file.first) {
            if (cut)
                cut(name);
            continue;
        }
        files.push_back(std::move(file));
    }
    return files; // sorted by name
}

Result<> ExchangeFolder::writeEntries(const base::Uuid& stream, const Span& span,
                                      QByteArrayView records) {
    const QString folder = joined(path("streams"), stream.toHex());
    CHEVET_TRY(m_disk.makeFolder(folder));
    const QString name = QStringLiteral("%1-%2-%3-%4-%5.qse")
                             .arg(span.first, 12, 10, QLatin1Char('0'))
                             .arg(span.last, 12, 10, QLatin1Char('0'))
                             .arg(records.size())
                             .arg(span.firstHash.toHex().left(16), span.lastHash.toHex().left(16));
    return base::replaceFile(m_disk, joined(folder, name), records);
}

QString ExchangeFolder::blobPath(const base::Uuid& id) const {
    const QString name = id.toHex();
    return joined(joined(path("blobs"), name.left(2)), name);
}

bool ExchangeFolder::hasBlob(const base::Uuid& id, qint64 bytes) const {
    if (!m_disk.exists(blobPath(id)))
        return false;
    const auto file = m_disk.open(blobPath(id), base::OpenMode::Read);
    const auto size = file ? (*file)->size() : Result<qint64>(qint64{-1});
    return size && *size == bytes;
}

Result<> ExchangeFolder::copyFile(base::FileSystem& disk, const QString& from, const QString& to) {
    CHEVET_TRY_ASSIGN(const auto source, disk.open(from, base::OpenMode::Read));
    CHEVET_TRY_ASSIGN(const qint64 size, source->size());
    const QString folder = QFileInfo(to).path();
    CHEVET_TRY(disk.makeFolder(folder));
    const QString beside = to + QStringLiteral(".part");
    {
        CHEVET_TRY_ASSIGN(const auto target, disk.open(beside, base::OpenMode::OpenOrCreate));
        CHEVET_TRY(target->truncate(0));
        for (qint64 at = 0; at < size; at += copyChunk) {
            CHEVET_TRY_ASSIGN(const QByteArray bytes,
                              source->readAt(at, std::min(copyChunk, size - at)));
            CHEVET_TRY(target->writeAt(at, bytes));
        }
        CHEVET_TRY(target->sync());
    }
    CHEVET_TRY(disk.rename(beside, to));
    return disk.syncFolder(folder);
}

Result<> postRequest(base::FileSystem& disk, const QString& folder,
                     const log::PostedRequest& request) {
    if (!disk.exists(folder))
        return fail(ErrorCode::NotFound, folder);
    const QString requests = joined(folder, QLatin1String(requestsFolder));
    CHEVET_TRY(disk.makeFolder(requests));
    return base::replaceFile(disk, joined(requests, request.name), request.sealed);
}

Result<log::JoinRequest> findRequest(base::FileSystem& disk, const QString& folder,
                                     const QString& code) {
    constexpr qint64 maxPosted = 8192;
    CHEVET_TRY_ASSIGN(const QString name, log::requestName(code));
    const QString path = joined(joined(folder, QLatin1String(requestsFolder)), name);
    if (!disk.exists(path))
        return fail(ErrorCode::NotFound, QStringLiteral("join request"));
    CHEVET_TRY_ASSIGN(const QByteArray sealed, base::readWhole(disk, path, maxPosted));
    return log::openPosted(code, sealed);
}

Result<std::vector<log::Membership>> clinicsIn(base::FileSystem& disk, const QString& folder) {
    static const QRegularExpression pattern(QStringLiteral("^chevet-[0-9a-f]{16}$"));
    if (!disk.exists(folder))
        return fail(ErrorCode::NotFound, folder);
    CHEVET_TRY_ASSIGN(const QStringList names, disk.list(folder));
    std::vector<log::Membership> clinics;
    for (const QString& name : names) {
        if (!pattern.match(name).hasMatch())
            continue;
        std::optional<log::Membership> chain;
        for (const auto& file :
             statementsIn(disk, joined(joined(folder, name), QStringLiteral("membership")))) {
            const auto bytes = base::readWhole(disk, file.path, maxStatement);
            if (!bytes)
                continue;
            if (!chain) {
                auto begun = log::Membership::begin(*bytes);
                if (begun)
                    chain.emplace(std::move(*begun));
                continue;
            }
            (void)chain->accept(*bytes); // what does not hold does not count
        }
        if (chain && clinicFolder(chain->clinic()) == name)
            clinics.push_back(std::move(*chain));
    }
    return clinics;
}

} // namespace chevet::sync
