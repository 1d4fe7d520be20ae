#include "session/backup_manifest.h"

#include "keychain/bytes.h"

#include <QRegularExpression>

#include <algorithm>

namespace chevet::session {

using base::ErrorCode;

namespace {

constexpr QByteArrayView magic("CHVBACK1");
constexpr QByteArrayView anyVersion("CHVBACK");
constexpr const char* domain = "chevet/backup/1";
constexpr qsizetype longestPath = 128;
constexpr quint32 mostStreams = 100'000, mostFiles = 2'000'000;
constexpr qint64 largestFile = 1LL << 40;

std::unexpected<base::Error> damaged(const char* detail) {
    return base::fail(ErrorCode::BackupDamaged, QStringLiteral("manifest"), QLatin1String(detail));
}

} // namespace

// Only names that Chevet itself gives: nothing in a manifest can point out of the folder.
BackupPathKind backupPathKind(const QString& path) {
    static const QRegularExpression segment(
        QStringLiteral("\\Alog/[0-9a-f]{32}/[0-9]{8}\\.seg\\z"));
    static const QRegularExpression blob(
        QStringLiteral("\\Ablobs/([0-9a-f]{2})/\\1[0-9a-f]{30}\\z"));
    static const QRegularExpression state(
        QStringLiteral("\\A(slots|slots\\.2|log/membership|log/outbox|drafts/[0-9a-f]{32})\\z"));
    if (segment.match(path).hasMatch())
        return BackupPathKind::Segment;
    if (blob.match(path).hasMatch())
        return BackupPathKind::Blob;
    return state.match(path).hasMatch() ? BackupPathKind::State : BackupPathKind::None;
}

const BackupFile* BackupManifest::find(const QString& path) const {
    const auto at = std::ranges::lower_bound(files, path, {}, &BackupFile::path);
    return at != files.end() && at->path == path ? &*at : nullptr;
}

QString BackupManifest::place(const QString& path) const {
    return backupPathKind(path) == BackupPathKind::State
               ? QStringLiteral("state-%1/%2").arg(generation % 2).arg(path)
               : path;
}

qint64 BackupManifest::bytes() const {
    qint64 total = 0;
    for (const BackupFile& file : files)
        total += file.size;
    return total;
}

QByteArray BackupManifest::body() const {
    keychain::ByteWriter out;
    out.raw(magic)
        .raw(clinic.view())
        .raw(device.toByteArray())
        .raw(stream.toByteArray())
        .integer(generation)
        .integer(made.toMSecsSinceEpoch())
        .integer(static_cast<quint32>(heads.size()));
    for (const StreamHead& one : heads)
        out.raw(one.stream.toByteArray())
            .integer(static_cast<quint64>(one.head.seq))
            .raw(one.head.hash.view());
    out.integer(static_cast<quint32>(files.size()));
    for (const BackupFile& file : files)
        out.text(file.path).integer(static_cast<quint64>(file.size)).raw(file.hash.view());
    return out.bytes();
}

QByteArray BackupManifest::seal(const crypto::SigningKey& key) {
    QByteArray bytes = body();
    signature = key.sign(domain, crypto::hash(bytes).view());
    bytes += signature.view();
    return bytes;
}

bool BackupManifest::signedBy(const crypto::SigningPublicKey& key) const {
    return crypto::verify(key, domain, crypto::hash(body()).view(), signature);
}

base::Result<BackupManifest> BackupManifest::parse(QByteArrayView bytes) {
    const bool whole = bytes.size() >= magic.size();
    if (whole && bytes.startsWith(anyVersion) && !bytes.startsWith(magic))
        return base::fail(ErrorCode::NewerVersion, QStringLiteral("manifest"));
    keychain::ByteReader in(bytes);
    if (in.take(magic.size()) != magic)
        return damaged("magic");
    const auto clinic = in.fixed<log::ClinicId>();
    const base::Uuid device = in.uuid();
    BackupManifest manifest{.clinic = clinic, .device = device, .stream = in.uuid()};
    manifest.generation = in.integer<quint32>();
    manifest.made = QDateTime::fromMSecsSinceEpoch(in.integer<qint64>(), Qt::UTC);
    const auto heads = in.integer<quint32>();
    for (quint32 i = 0; in.ok() && heads <= mostStreams && i < heads; ++i) {
        const base::Uuid stream = in.uuid();
        const auto seq = in.integer<quint64>();
        manifest.heads.push_back(
            {.stream = stream, .head = {.seq = seq, .hash = in.fixed<log::Hash>()}});
    }
    const auto files = in.integer<quint32>();
    for (quint32 i = 0; in.ok() && files <= mostFiles && i < files; ++i) {
        BackupFile file{.path = in.text(longestPath)};
        const auto size = in.integer<quint64>();
        file.hash = in.fixed<crypto::Hash>();
        const bool follows = manifest.files.empty() || manifest.files.back().path < file.path;
        if (!follows || size > static_cast<quint64>(largestFile) ||
            backupPathKind(file.path) == BackupPathKind::None)
            return damaged("file");
        file.size = static_cast<qint64>(size);
        manifest.files.push_back(std::move(file));
    }
    manifest.signature = in.fixed<crypto::Signature>();
    if (!in.atEnd() || heads > mostStreams || files > mostFiles || manifest.generation == 0)
        return damaged("length");
    return manifest;
}

} // namespace chevet::session
