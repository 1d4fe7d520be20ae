#pragma once
// Wrapping and opening single slots, the device section and the MAC (SLOTS.md §3-§5).

#include "base/random.h"
#include "keychain/slot_codec.h"

namespace chevet::keychain {

struct Unwrapped {
    crypto::VaultKey vault;
    crypto::Secret seed; // the user's Ed25519 seed
};

[[nodiscard]] base::Result<Slot>
wrapPassphrase(const base::Uuid& vaultId, const base::Uuid& user, const crypto::Secret& passphrase,
               const crypto::KdfCost& cost, const crypto::KdfLimits& limits,
               const crypto::VaultKey& vault, const crypto::SigningKey& signing,
               base::Random& random);
// WrongPassphrase, KdfBelowFloor, KdfAboveCeiling.
[[nodiscard]] base::Result<Unwrapped> openPassphrase(const base::Uuid& vaultId, const Slot& slot,
                                                     const crypto::Secret& passphrase,
                                                     const crypto::KdfLimits& limits);

[[nodiscard]] Slot wrapKeychain(const base::Uuid& vaultId, const base::Uuid& user,
                                const crypto::SealKey& kek, qint64 issued,
                                const crypto::VaultKey& vault, const crypto::SigningKey& signing,
                                base::Random& random);
[[nodiscard]] base::Result<Unwrapped> openKeychain(const base::Uuid& vaultId, const Slot& slot,
                                                   const crypto::SealKey& kek); // KeychainChanged

[[nodiscard]] Slot sealRecovery(const base::Uuid& vaultId, const crypto::BoxPublicKey& recovery,
                                const crypto::VaultKey& vault);
[[nodiscard]] Slot sealEscrow(const base::Uuid& vaultId, const base::Uuid& user,
                              const crypto::BoxPublicKey& recovery,
                              const crypto::SigningKey& signing);
// The 32 bytes inside: V, or the user's seed. RecoveryCodeWrong.
[[nodiscard]] base::Result<crypto::Secret> openBoxed(const base::Uuid& vaultId, const Slot& slot,
                                                     const crypto::BoxKeyPair& box);

void sealDevice(SlotDocument& document, const crypto::VaultKey& vault, const DeviceSecrets& device,
                base::Random& random);
[[nodiscard]] base::Result<DeviceSecrets> openDevice(const SlotDocument& document,
                                                     const crypto::VaultKey& vault); // SlotDamaged

[[nodiscard]] crypto::Hash macOf(const SlotDocument& document, const crypto::VaultKey& vault);
[[nodiscard]] bool authentic(const SlotDocument& document,
                             const crypto::VaultKey& vault); // constant time

} // namespace chevet::keychain
