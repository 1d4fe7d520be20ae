#include "keychain/opened_keys.h"

#include "crypto/random.h"

namespace chevet::keychain {

namespace {

crypto::SigningKey newSigningKey(base::Random& random) {
    crypto::Secret seed(crypto::SigningKey::seedSize);
    random.fill(seed.bytes());
    return *crypto::SigningKey::fromSeed(seed); // the size is right
}

} // namespace

const SlotUser* SlotFacts::find(const base::Uuid& id) const {
    const auto found = std::ranges::find(users, id, &SlotUser::id);
    return found == users.end() ? nullptr : &*found;
}

const SlotUser* SlotFacts::findByName(QStringView name) const {
    const SlotUser* found = nullptr;
    for (const SlotUser& user : users) {
        const bool same =
            QStringView(user.name).trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0;
        if (same && (found == nullptr || (found->disabled && !user.disabled)))
            found = &user;
    }
    return found;
}

bool SlotFacts::hasKeychainSlot() const {
    return std::ranges::any_of(users, &SlotUser::quickUnlock);
}

DeviceSecrets DeviceSecrets::clone() const {
    DeviceSecrets copy{
        .device = device, .sign = sign.clone(), .auth = auth.clone(), .boxSeed = boxSeed.clone()};
    for (const Epoch& epoch : epochs)
        copy.epochs.push_back({.number = epoch.number, .key = epoch.key.clone()});
    for (const Keybox& keybox : keyboxes)
        copy.keyboxes.push_back({.number = keybox.number, .key = keybox.key.clone()});
    return copy;
}

DeviceSecrets newDeviceSecrets(base::Random& random) {
    crypto::Secret boxSeed(32);
    random.fill(boxSeed.bytes());
    return {.device = crypto::randomUuid(random),
            .sign = newSigningKey(random),
            .auth = newSigningKey(random),
            .boxSeed = std::move(boxSeed)};
}

} // namespace chevet::keychain
