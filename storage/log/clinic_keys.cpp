#include "log/clinic_keys.h"

#include "crypto/kdf.h"

namespace chevet::log {

namespace {
crypto::Secret seedOf(const crypto::Secret& seed, const char* label) {
    return crypto::deriveKey(seed, label).secret().clone();
}
} // namespace

ClinicRoot ClinicRoot::fromSeed(const crypto::Secret& seed) {
    return {.sign = *crypto::SigningKey::fromSeed(seedOf(seed, "kit/root-signing/1")),
            .box = crypto::BoxKeyPair::fromSeed(seedOf(seed, "kit/root-box/1"))};
}

DeviceKeys DeviceKeys::fromSeed(const crypto::Secret& seed) {
    return {.sign = *crypto::SigningKey::fromSeed(seedOf(seed, "device-sign/1")),
            .auth = *crypto::SigningKey::fromSeed(seedOf(seed, "device-auth/1")),
            .box = crypto::BoxKeyPair::fromSeed(seedOf(seed, "device-box/1"))};
}

} // namespace chevet::log
