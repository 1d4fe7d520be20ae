#pragma once
// The column `extra`: parents and blobs of an operation, in few bytes. Most rows have none.

#include "log/op.h"

namespace chevet::vault {

struct Extra {
    log::OpKind kind = log::OpKind::Put;
    std::vector<log::Hash> parents;
    std::vector<log::BlobRef> blobs;
};

// A null QByteArray for a plain Put without parents and blobs.
[[nodiscard]] QByteArray encodeExtra(const Extra& extra);
// DatabaseDamaged for anything encodeExtra would not have made.
[[nodiscard]] base::Result<Extra> decodeExtra(QByteArrayView bytes);

} // namespace chevet::vault
