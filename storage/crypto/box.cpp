#include "crypto/box.h"

#include <sodium.h>

namespace chevet::crypto {

BoxKeyPair BoxKeyPair::generate() {
    return fromSeed(Secret::random(crypto_box_SEEDBYTES));
}

BoxKeyPair BoxKeyPair::fromSeed(const Secret& seed) {
    Q_ASSERT(seed.size() == crypto_box_SEEDBYTES);
    BoxKeyPair pair{.publicKey = {}, .secretKey = Secret(crypto_box_SECRETKEYBYTES)};
    crypto_box_seed_keypair(pair.publicKey.bytes.data(), pair.secretKey.bytes().data(),
                            seed.bytes().data());
    return pair;
}

QByteArray sealTo(const BoxPublicKey& recipient, const Secret& plain) {
    ensureSodium();
    QByteArray out(static_cast<qsizetype>(plain.size() + crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(reinterpret_cast<unsigned char*>(out.data()), plain.bytes().data(),
                    plain.size(), recipient.bytes.data());
    return out;
}

base::Result<Secret> openSealed(const BoxKeyPair& recipient, QByteArrayView sealed) {
    if (sealed.size() < static_cast<qsizetype>(crypto_box_SEALBYTES))
        return base::fail(base::ErrorCode::DecryptFailed);
    Secret out(static_cast<std::size_t>(sealed.size()) - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(
            out.bytes().data(), reinterpret_cast<const unsigned char*>(sealed.data()),
            static_cast<unsigned long long>(sealed.size()), recipient.publicKey.bytes.data(),
            recipient.secretKey.bytes().data()) != 0)
        return base::fail(base::ErrorCode::DecryptFailed);
    return out;
}

} // namespace chevet::crypto
