#include "vault/slots.h"

#include "crypto/primitives/hash.h"

#include <QtEndian>

namespace chevet::vault {

quint64 nameHash(QByteArrayView type, QByteArrayView id) {
    const crypto::Hash hash = crypto::Hasher().update(type).update("/").update(id).finish();
    return qFromLittleEndian<quint64>(hash.bytes.data());
}

} // namespace chevet::vault
