#pragma once
// BlobStore: attachments, encrypted, in blobs/<2 hex>/<32 hex>. A blob's id is random (never a
// content hash: no confirmation of a file), its chunks are 1 MiB, each sealed with its place
// {blob, index, final} as associated data. The key is derived from the owner's key and the id.

#include "base/file_system.h"
#include "crypto/random.h"
#include "crypto/secret.h"
#include "log/op.h"

#include <functional>
#include <mutex>
#include <set>

namespace chevet::log {

class BlobStore {
public:
    static constexpr qsizetype chunkSize = 1024LL * 1024;
    // Attachments of at least this many bytes become blobs; smaller ones stay in the resource.
    static constexpr qsizetype threshold = 4LL * 1024;
    static constexpr std::uint64_t maxSize = 2ULL * 1024 * 1024 * 1024;

    BlobStore(base::FileSystem& disk, QString folder);

    // Durable (file and folder) on return, so that the op naming it may be acknowledged. `parent`
    // is KeyRing::blobParent(). The caller fills pointer and epoch of the result.
    [[nodiscard]] base::Result<BlobRef> write(QByteArrayView plain, const crypto::Secret& parent,
                                              base::Random& random = crypto::systemRandom());
    // The same, durable only after the next flush(): for an import that writes many small ones
    // before it acknowledges anything. Files stay open until then; every maxUnflushed-th write
    // flushes itself. Thread-safe with itself and flush().
    [[nodiscard]] base::Result<BlobRef> writeLater(QByteArrayView plain,
                                                   const crypto::Secret& parent,
                                                   base::Random& random = crypto::systemRandom());
    [[nodiscard]] base::Result<> flush();
    // Whole; refuses a blob longer than `limit`. NotFound; BlobDamaged with file and chunk in
    // `where`.
    [[nodiscard]] base::Result<QByteArray> read(const BlobRef& ref, const crypto::Secret& parent,
                                                qint64 limit) const;
    // One chunk at a time, in order, each verified; the whole-file hash is checked at the end.
    using Sink = std::function<base::Result<>(QByteArrayView chunk)>;
    [[nodiscard]] base::Result<> stream(const BlobRef& ref, const crypto::Secret& parent,
                                        const Sink& sink) const;
    [[nodiscard]] base::Result<> verify(const BlobRef& ref, const crypto::Secret& parent) const;
    [[nodiscard]] bool exists(const base::Uuid& id) const;
    // Removes a blob no acknowledged op names (a failed import) or of a shredded patient.
    [[nodiscard]] base::Result<> remove(const base::Uuid& id);
    [[nodiscard]] base::Result<std::vector<base::Uuid>> list() const; // sorted

private:
    [[nodiscard]] QString path(const base::Uuid& id) const;
    struct Unflushed {
        std::unique_ptr<base::File> file;
        QString folder;
    };
    static constexpr std::size_t maxUnflushed = 256;
    [[nodiscard]] base::Result<std::pair<BlobRef, Unflushed>>
    create(QByteArrayView plain, const crypto::Secret& parent, base::Random& random);
    [[nodiscard]] base::Result<> makeDurable(const std::vector<Unflushed>& files);

    base::FileSystem& m_disk;
    QString m_folder;
    std::mutex m_mutex;
    std::vector<Unflushed> m_unflushed;
};

} // namespace chevet::log
