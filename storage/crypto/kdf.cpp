#include "crypto/kdf.h"

#include <sodium.h>

namespace chevet::crypto {

using base::ErrorCode;

KdfLimits shippedKdfLimits() noexcept {
    return {.floor = {.passes = 3, .memoryKiB = 256 * 1024},
            .ceiling = {.passes = 10, .memoryKiB = 2 * 1024 * 1024}};
}

base::Result<SealKey> deriveFromPassphrase(const Secret& passphrase, const Salt& salt,
                                           const KdfCost& cost, const KdfLimits& limits) {
    if (cost.passes < limits.floor.passes || cost.memoryKiB < limits.floor.memoryKiB)
        return base::fail(ErrorCode::KdfBelowFloor);
    if (cost.passes > limits.ceiling.passes || cost.memoryKiB > limits.ceiling.memoryKiB)
        return base::fail(ErrorCode::KdfAboveCeiling);
    Secret out(SealKey::size);
    const int status =
        crypto_pwhash(out.bytes().data(), out.size(), passphrase.view().data(), passphrase.size(),
                      salt.bytes.data(), cost.passes, std::size_t{cost.memoryKiB} * 1024,
                      crypto_pwhash_ALG_ARGON2ID13);
    if (status != 0)
        return base::fail(ErrorCode::Internal, QStringLiteral("Argon2id"),
                          QStringLiteral("not enough memory"));
    return SealKey::from(std::move(out));
}

namespace {
void derive(std::span<std::uint8_t> out, const Secret& key, const char* label,
            QByteArrayView message) {
    crypto_generichash_blake2b_state state;
    crypto_generichash_blake2b_init(&state, key.bytes().data(), key.size(), out.size());
    const QByteArrayView text(label);
    crypto_generichash_blake2b_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                                      static_cast<std::size_t>(text.size()));
    crypto_generichash_blake2b_update(&state,
                                      reinterpret_cast<const unsigned char*>(message.data()),
                                      static_cast<std::size_t>(message.size()));
    crypto_generichash_blake2b_final(&state, out.data(), out.size());
    sodium_memzero(&state, sizeof state);
}
} // namespace

SealKey deriveKey(const Secret& parent, const char* label, QByteArrayView context) {
    Secret out(SealKey::size);
    derive(out.bytes(), parent, label, context);
    return *SealKey::from(std::move(out));
}

Hash keyedHash(const Secret& key, const char* label, QByteArrayView message) {
    Hash out;
    derive(out.bytes, key, label, message);
    return out;
}

} // namespace chevet::crypto
