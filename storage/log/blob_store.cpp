#include "log/blob_store.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"

#include <QtEndian>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

// File: "QSB1" ‖ zero u32 ‖ base nonce 24, then each chunk sealed.
constexpr QByteArrayView magic("QSB1\0\0\0\0", 8);
constexpr qint64 headSize = 8 + crypto::Nonce::size;
constexpr qint64 sealedChunk = BlobStore::chunkSize + crypto::sealOverhead;

QByteArray little64(std::uint64_t value) {
    const std::uint64_t little = qToLittleEndian(value);
    return {reinterpret_cast<const char*>(&little), sizeof little};
}

std::uint64_t chunkCount(std::uint64_t size) {
    return size == 0 ? 1 : (size + BlobStore::chunkSize - 1) / BlobStore::chunkSize;
}

struct ChunkSeal {
    crypto::SealKey key;
    crypto::Nonce base;
    base::Uuid blob;

    ChunkSeal(const crypto::Secret& parent, const base::Uuid& id, const crypto::Nonce& nonce)
        : key(crypto::deriveKey(parent, "blob/1", id.toByteArray()))
        , base(nonce)
        , blob(id) {}

    [[nodiscard]] crypto::Nonce nonce(std::uint64_t index) const {
        const Hash hash = crypto::Hasher()
                              .update("qs/blob-nonce/1")
                              .update(base.view())
                              .update(QByteArrayView(little64(index)))
                              .finish();
        return *crypto::Nonce::fromBytes(hash.view().first(crypto::Nonce::size));
    }
    // {blob, index, final}: no chunk can be moved, dropped at the end or taken from another blob.
    [[nodiscard]] QByteArray context(std::uint64_t index, bool final) const {
        QByteArray context("qs/blob/1");
        context += blob.toByteArray();
        context += little64(index);
        context += static_cast<char>(final ? 1 : 0);
        return context;
    }
};

base::Result<std::unique_ptr<base::File>> writeFile(base::FileSystem& disk, const QString& path,
                                                    QByteArrayView plain, const ChunkSeal& seal) {
    CHEVET_TRY_ASSIGN(auto file, disk.open(path, base::OpenMode::CreateNew));
    CHEVET_TRY(file->writeAt(0, magic.toByteArray().append(seal.base.toByteArray())));
    const std::uint64_t count = chunkCount(static_cast<std::uint64_t>(plain.size()));
    for (std::uint64_t index = 0; index < count; ++index) {
        const qsizetype from = static_cast<qsizetype>(index) * BlobStore::chunkSize;
        const QByteArrayView chunk =
            plain.sliced(from, std::min(BlobStore::chunkSize, plain.size() - from));
        const QByteArray sealed = crypto::seal(seal.key.secret(), seal.nonce(index), chunk,
                                               seal.context(index, index + 1 == count));
        CHEVET_TRY(file->writeAt(headSize + static_cast<qint64>(index) * sealedChunk, sealed));
    }
    return file;
}

std::unexpected<base::Error> damaged(const base::Uuid& id, const QString& what) {
    return fail(ErrorCode::BlobDamaged, QStringLiteral("blobs/") + id.toHex(), what);
}

} // namespace

BlobStore::BlobStore(base::FileSystem& disk, QString folder)
    : m_disk(disk)
    , m_folder(std::move(folder)) {}

QString BlobStore::path(const base::Uuid& id) const {
    const QString hex = id.toHex();
    return m_folder + QLatin1Char('/') + hex.first(2) + QLatin1Char('/') + hex;
}

base::Result<std::pair<BlobRef, BlobStore::Unflushed>>
BlobStore::create(QByteArrayView plain, const crypto::Secret& parent, base::Random& random) {
    if (static_cast<std::uint64_t>(plain.size()) > maxSize)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("blob"));
    const base::Uuid id = crypto::randomUuid(random);
    const ChunkSeal seal(parent, id, crypto::randomNonce(random));
    const QString folder = m_folder + QLatin1Char('/') + id.toHex().first(2);
    CHEVET_TRY(m_disk.makeFolder(folder));
    auto file = writeFile(m_disk, path(id), plain, seal);
    if (!file) {
        const auto removed = m_disk.remove(path(id)); // no op names it yet
        Q_UNUSED(removed)
        return std::unexpected(file.error());
    }
    const BlobRef ref{
        .id = id, .size = static_cast<std::uint64_t>(plain.size()), .hash = crypto::hash(plain)};
    return std::pair(ref, Unflushed{.file = std::move(*file), .folder = folder});
}

base::Result<> BlobStore::makeDurable(const std::vector<Unflushed>& files) {
    std::set<QString> folders;
    for (const Unflushed& one : files) {
        CHEVET_TRY(one.file->sync());
        folders.insert(one.folder);
    }
    for (const QString& folder : folders)
        CHEVET_TRY(m_disk.syncFolder(folder));
    return files.empty() ? base::Result<>{} : m_disk.syncFolder(m_folder);
}

base::Result<BlobRef> BlobStore::write(QByteArrayView plain, const crypto::Secret& parent,
                                       base::Random& random) {
    CHEVET_TRY_ASSIGN(auto made, create(plain, parent, random));
    std::vector<Unflushed> one;
    one.push_back(std::move(made.second));
    CHEVET_TRY(makeDurable(one));
    return made.first;
}

base::Result<BlobRef> BlobStore::writeLater(QByteArrayView plain, const crypto::Secret& parent,
                                            base::Random& random) {
    CHEVET_TRY_ASSIGN(auto made, create(plain, parent, random));
    std::unique_lock lock(m_mutex);
    m_unflushed.push_back(std::move(made.second));
    const bool many = m_unflushed.size() >= maxUnflushed;
    lock.unlock();
    if (many)
        CHEVET_TRY(flush());
    return made.first;
}

// A file that could not be synced stays in the list, so that a later flush() cannot call it
// durable.
base::Result<> BlobStore::flush() {
    const std::lock_guard lock(m_mutex);
    CHEVET_TRY(makeDurable(m_unflushed));
    m_unflushed.clear();
    return {};
}

base::Result<> BlobStore::stream(const BlobRef& ref, const crypto::Secret& parent,
                                 const Sink& sink) const {
    const auto opened = m_disk.open(path(ref.id), base::OpenMode::Read);
    if (!opened)
        return fail(opened.error().code, QStringLiteral("blobs/") + ref.id.toHex(),
                    opened.error().detail, opened.error().systemError);
    const auto& file = *opened;
    CHEVET_TRY_ASSIGN(const qint64 size, file->size());
    const std::uint64_t count = chunkCount(ref.size);
    const auto expected = headSize + static_cast<qint64>(ref.size + count * crypto::sealOverhead);
    if (ref.size > maxSize || size != expected)
        return damaged(ref.id, QStringLiteral("size"));
    CHEVET_TRY_ASSIGN(const QByteArray head, file->readAt(0, headSize));
    const auto nonce =
        crypto::Nonce::fromBytes(QByteArrayView(head).sliced(std::min(head.size(), magic.size())));
    if (!head.startsWith(magic.toByteArray()) || !nonce)
        return damaged(ref.id, QStringLiteral("head"));
    const ChunkSeal seal(parent, ref.id, *nonce);
    crypto::Hasher hasher;
    for (std::uint64_t index = 0; index < count; ++index) {
        CHEVET_TRY_ASSIGN(
            const QByteArray sealed,
            file->readAt(headSize + static_cast<qint64>(index) * sealedChunk, sealedChunk));
        const auto plain = crypto::open(seal.key.secret(), seal.nonce(index), sealed,
                                        seal.context(index, index + 1 == count));
        if (!plain)
            return damaged(ref.id, QStringLiteral("chunk %1").arg(index));
        hasher.update(*plain);
        CHEVET_TRY(sink(*plain));
    }
    return hasher.finish() == ref.hash ? base::Result<>{} : damaged(ref.id, QStringLiteral("hash"));
}

base::Result<QByteArray> BlobStore::read(const BlobRef& ref, const crypto::Secret& parent,
                                         qint64 limit) const {
    if (ref.size > static_cast<std::uint64_t>(std::max<qint64>(limit, 0)))
        return fail(ErrorCode::LimitExceeded, QStringLiteral("blobs/") + ref.id.toHex(),
                    QString::number(ref.size));
    QByteArray plain;
    CHEVET_TRY(stream(ref, parent, [&plain](QByteArrayView chunk) {
        plain += chunk;
        return base::Result<>{};
    }));
    return plain;
}

base::Result<> BlobStore::verify(const BlobRef& ref, const crypto::Secret& parent) const {
    return stream(ref, parent, [](QByteArrayView) { return base::Result<>{}; });
}

bool BlobStore::exists(const base::Uuid& id) const {
    return m_disk.exists(path(id));
}

base::Result<> BlobStore::remove(const base::Uuid& id) {
    CHEVET_TRY(m_disk.remove(path(id)));
    return m_disk.syncFolder(m_folder + QLatin1Char('/') + id.toHex().first(2));
}

base::Result<std::vector<base::Uuid>> BlobStore::list() const {
    std::vector<base::Uuid> ids;
    if (!m_disk.exists(m_folder))
        return ids;
    CHEVET_TRY_ASSIGN(const QStringList folders, m_disk.list(m_folder));
    for (const QString& folder : folders) {
        const auto names = m_disk.list(m_folder + QLatin1Char('/') + folder);
        for (const QString& name : names.value_or(QStringList()))
            if (const auto id = base::Uuid::fromString(name); id && id->toHex() == name)
                ids.push_back(*id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace chevet::log
