#include "vault/lookup.h"

#include "log/body_codec.h"
#include "vault/slots.h"

namespace chevet::vault {

using base::Result;

Result<std::optional<qint64>> findSlot(Database& database, Dictionary& names, qint64 owner,
                                       QByteArrayView type, QByteArrayView id, quint64 hash) {
    CHEVET_TRY_ASSIGN(const auto number, names.knownType(type.toByteArray()));
    if (!number)
        return std::nullopt;
    qint64 slot = homeSlot(owner, hash);
    for (;;) {
        auto query = database.query("SELECT type, id FROM current WHERE slot = ?1", slot);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return std::nullopt;
        if (query.small(0) == *number && readId(query, 1) == id)
            return slot;
        slot = nextSlot(slot);
    }
}

Result<QByteArray> plainOf(const WriterSources& sources, const std::vector<log::BlobRef>& blobs,
                           QByteArrayView frame, const std::optional<base::Uuid>& patient) {
    if (!frame.isEmpty())
        return log::BodyCodec::instance().decode(frame);
    for (const auto& blob : blobs) {
        if (!blob.pointer.isEmpty())
            continue;
        CHEVET_TRY_ASSIGN(const QByteArray whole, sources.frame(blob, patient));
        return log::BodyCodec::instance().decode(whole);
    }
    return QByteArray();
}

} // namespace chevet::vault
