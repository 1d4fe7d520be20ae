#pragma once
// Finding a resource's slot, and the words of a row.

#include "vault/dictionary.h"
#include "vault/view_writer.h"

namespace chevet::vault {

// The slot of a resource of `owner`; `hash` is its nameHash(). nullopt if it is not there.
[[nodiscard]] base::Result<std::optional<qint64>> findSlot(Database& database, Dictionary& names,
                                                           qint64 owner, QByteArrayView type,
                                                           QByteArrayView id, quint64 hash);

// The JSON of a frame, or of the blob that stands for it; empty if there is neither.
[[nodiscard]] base::Result<QByteArray> plainOf(const WriterSources& sources,
                                               const std::vector<log::BlobRef>& blobs,
                                               QByteArrayView frame,
                                               const std::optional<base::Uuid>& patient);

} // namespace chevet::vault
