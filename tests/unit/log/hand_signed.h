#pragma once
// Statements of the membership chain made and signed by hand, from ENTRY.md §7: also such as the
// code would never write.

#include "crypto/primitives/hash.h"
#include "log/cbor.h"
#include "log/membership.h"

#include <QtEndian>

namespace chevet::tests {

// A statement signed by hand, as ENTRY.md §7 says, whatever it says.
inline QByteArray statement(const log::Membership& chain, std::uint64_t kind, QByteArrayView fields,
                            const std::vector<const crypto::SigningKey*>& signers) {
    std::uint64_t number = 0;
    for (const auto& known : chain.numbered())
        if (known.hash == chain.head())
            number = known.number + 1;
    log::CborWriter body;
    body.map(6).number(0).number(1).number(1).number(kind).number(2);
    body.bytes(chain.clinic().view()).number(3).number(number).number(4);
    body.bytes(chain.head().view()).number(5).bytes(fields);
    log::CborWriter out;
    out.array(2).bytes(body.result()).array(signers.size());
    for (const crypto::SigningKey* key : signers)
        out.array(2)
            .bytes(key->publicKey().view())
            .bytes(key->sign("qs/membership/1", crypto::hash(body.result()).view()).view());
    return out.result();
}

inline QByteArray membershipFile(const std::vector<QByteArray>& statements) {
    QByteArray out = "QSM1";
    for (const QByteArray& one : statements) {
        QByteArray length(4, '\0');
        qToLittleEndian(static_cast<std::uint32_t>(one.size()), length.data());
        out += length + one;
    }
    return out;
}

} // namespace chevet::tests
