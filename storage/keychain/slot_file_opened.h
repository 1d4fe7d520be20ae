#pragma once
// Shared by the parts of SlotFile; not for others.

#include "crypto/random.h"
#include "keychain/slot_file.h"

namespace chevet::keychain {

struct SlotFile::Opened {
    crypto::VaultKey vault;
    std::optional<UserKey> user;
};

[[nodiscard]] inline crypto::Secret randomSecret(base::Random& random) {
    crypto::Secret secret(32);
    random.fill(secret.bytes());
    return secret;
}

[[nodiscard]] inline QString keychainEntry(const base::Uuid& vault, const base::Uuid& user) {
    QString name = QLatin1String("quick-unlock/") + vault.toHex() + QLatin1Char('/') + user.toHex();
    return name;
}

// The copy with the highest generation whose MAC holds under V; null if none.
[[nodiscard]] const SlotCopy* newestAuthentic(const std::array<SlotCopy, 2>& copies,
                                              const crypto::VaultKey& vault);

} // namespace chevet::keychain
