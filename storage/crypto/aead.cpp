#include "crypto/aead.h"

#include <sodium.h>

namespace chevet::crypto {

namespace {

const unsigned char* data(QByteArrayView bytes) noexcept {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

bool openInto(unsigned char* out, const Secret& key, const Nonce& nonce, QByteArrayView sealed,
              QByteArrayView associated) {
    return key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
           crypto_aead_xchacha20poly1305_ietf_decrypt(
               out, nullptr, nullptr, data(sealed), static_cast<unsigned long long>(sealed.size()),
               data(associated), static_cast<unsigned long long>(associated.size()),
               nonce.bytes.data(), key.bytes().data()) == 0;
}

} // namespace

QByteArray seal(const Secret& key, const Nonce& nonce, QByteArrayView plain,
                QByteArrayView associated) {
    Q_ASSERT(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    QByteArray out(plain.size() + sealOverhead, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        reinterpret_cast<unsigned char*>(out.data()), nullptr, data(plain),
        static_cast<unsigned long long>(plain.size()), data(associated),
        static_cast<unsigned long long>(associated.size()), nullptr, nonce.bytes.data(),
        key.bytes().data());
    return out;
}

base::Result<QByteArray> open(const Secret& key, const Nonce& nonce, QByteArrayView sealed,
                              QByteArrayView associated) {
    if (sealed.size() < sealOverhead)
        return base::fail(base::ErrorCode::DecryptFailed);
    QByteArray out(sealed.size() - sealOverhead, Qt::Uninitialized);
    if (!openInto(reinterpret_cast<unsigned char*>(out.data()), key, nonce, sealed, associated))
        return base::fail(base::ErrorCode::DecryptFailed);
    return out;
}

QByteArray sealSecret(const Secret& key, const Nonce& nonce, const Secret& plain,
                      QByteArrayView associated) {
    return seal(key, nonce, plain.view(), associated);
}

base::Result<Secret> openSecret(const Secret& key, const Nonce& nonce, QByteArrayView sealed,
                                QByteArrayView associated) {
    if (sealed.size() < sealOverhead)
        return base::fail(base::ErrorCode::DecryptFailed);
    Secret out(static_cast<std::size_t>(sealed.size() - sealOverhead));
    if (!openInto(out.bytes().data(), key, nonce, sealed, associated))
        return base::fail(base::ErrorCode::DecryptFailed);
    return out;
}

} // namespace chevet::crypto
