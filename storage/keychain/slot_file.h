#pragma once
// The vault's key slots: the files `slots` and `slots.2` (SLOTS.md gives every byte).
//
// A slot wraps the vault key V: one per professional's passphrase (with that professional's signing
// seed), one for the recovery kit, and for quick unlock one per professional in the system
// keychain. Both copies are written, synced and renamed; either heals the other at the next unlock,
// a damaged one being set aside in `quarantine/` first. Nothing is deleted or recreated on error.
//
// An object may be used by one thread at a time. Everything that takes a passphrase is slow
// (Argon2id): never on the GUI thread. Each call reads the files anew, so objects are cheap and
// hold no secret.

#include "base/clock.h"
#include "base/file_system.h"
#include "base/random.h"
#include "crypto/kdf.h"
#include "keychain/clinic_root.h"
#include "keychain/opened_keys.h"
#include "keychain/slot_store.h"
#include "keychain/system_keychain.h"

#include <chrono>
#include <functional>

namespace chevet::keychain {

constexpr int fewestSlots = 2; // passphrase and recovery slots; the keychain's do not count
constexpr std::chrono::hours quickUnlockTime{12}; // after the passphrase was last typed

struct SlotEnvironment {
    base::FileSystem& disk;
    const base::Clock& clock;
    base::Random& random;
    crypto::KdfLimits limits;
};

struct NewSlotUser {
    QString name;
    UserRole role = UserRole::Physician;
    bool administrator = false;
    crypto::Secret passphrase;         // UTF-8, NFC: takePassphrase()
    std::optional<UserKey> known = {}; // who asked to join the clinic with it; else made anew
};

struct NewVault {
    QString clinic;
    QString workstation;
    ClinicIdentity identity;        // made from the kit
    std::vector<NewSlotUser> users; // at least one, else TooFewSlots
    crypto::KdfCost cost;
    DeviceSecrets device; // newDeviceSecrets() and the first epoch and keybox keys
};

class SlotFile {
public:
    SlotFile(const SlotEnvironment& environment, QString folder);

    // Which of the two copies serve; reads nothing secret, writes nothing.
    // SlotsMissing (neither), SlotDamaged (both), NewerVersion (either).
    [[nodiscard]] base::Result<SlotFacts> readFacts() const;

    // AlreadyExists if either copy exists. WeakPassphrase, TooFewSlots, KdfBelowFloor,
    // KdfAboveCeiling. The folder must exist. On failure neither copy is left.
    [[nodiscard]] base::Result<OpenedKeys> create(NewVault vault) const;

    // Without a user each enabled one is tried in turn, the last one first.
    // NoSuchUser, UserDisabled, WrongPassphrase, KdfBelowFloor, KdfAboveCeiling; SlotDamaged with
    // detail "not authentic" if the passphrase is right but the file was altered by hand.
    [[nodiscard]] base::Result<OpenedKeys>
    unlockWithPassphrase(const std::optional<base::Uuid>& user,
                         const crypto::Secret& passphrase) const;
    // KeychainUnavailable, KeychainChanged; QuickUnlockExpired more than 12 h after the passphrase
    // was typed (the keychain's key is then destroyed); NotFound if this user has no such slot.
    [[nodiscard]] base::Result<OpenedKeys> unlockWithKeychain(const base::Uuid& user,
                                                              SystemKeychain& keychain) const;
    // Opens the vault for nobody in particular (OpenedKeys::user is empty): resetPassphrase() comes
    // next. RecoveryCodeWrong if it is another clinic's kit.
    [[nodiscard]] base::Result<OpenedKeys> unlockWithKit(const crypto::Secret& kit) const;

    // All below need an open vault: they check the file against keys.vault (SlotDamaged if it was
    // altered) and write both copies. `keys.facts` is brought up to date.
    [[nodiscard]] base::Result<base::Uuid> addUser(OpenedKeys& keys, const NewSlotUser& user,
                                                   const crypto::KdfCost& cost) const;
    // WrongPassphrase if `old` is not it. Ends quick unlock for that user.
    [[nodiscard]] base::Result<> changePassphrase(OpenedKeys& keys, const base::Uuid& user,
                                                  const crypto::Secret& old,
                                                  const crypto::Secret& fresh,
                                                  const crypto::KdfCost& cost) const;
    // The same passphrase at another cost.
    [[nodiscard]] base::Result<> rewrap(OpenedKeys& keys, const base::Uuid& user,
                                        const crypto::Secret& passphrase,
                                        const crypto::KdfCost& cost) const;
    // A forgotten passphrase: the kit gives the user's signing key back. Sets keys.user.
    [[nodiscard]] base::Result<> resetPassphrase(OpenedKeys& keys, const crypto::Secret& kit,
                                                 const base::Uuid& user,
                                                 const crypto::Secret& fresh,
                                                 const crypto::KdfCost& cost) const;
    // Destroys that user's slots; TooFewSlots if fewer than two others would remain.
    [[nodiscard]] base::Result<> disableUser(OpenedKeys& keys, const base::Uuid& user) const;
    // With a new passphrase and a new signing key; the former public key stays listed.
    [[nodiscard]] base::Result<> enableUser(OpenedKeys& keys, const base::Uuid& user,
                                            const crypto::Secret& passphrase,
                                            const crypto::KdfCost& cost) const;

    // Quick unlock for keys.user, from now on for 12 h: call again after each passphrase unlock of
    // a user with quickUnlock set, which renews the keychain's key. NotFound if keys.user is empty.
    [[nodiscard]] base::Result<> enableKeychain(OpenedKeys& keys, SystemKeychain& keychain) const;
    [[nodiscard]] base::Result<> disableKeychain(OpenedKeys& keys, const base::Uuid& user,
                                                 SystemKeychain& keychain) const;

    // When locking: time, who, and how many patients the unlock screen may tell of.
    [[nodiscard]] base::Result<> noteLocked(OpenedKeys& keys, qint64 patients) const;
    [[nodiscard]] base::Result<> noteKitVerified(OpenedKeys& keys) const; // now, by the clock
    // After a new epoch or keybox key was added to keys.device.
    [[nodiscard]] base::Result<> saveDevice(OpenedKeys& keys) const;

private:
    struct Opened;
    using Attempt = std::function<base::Result<Opened>(const SlotDocument&)>;
    [[nodiscard]] base::Result<OpenedKeys> openWith(const Attempt& attempt) const;
    [[nodiscard]] QList<OpenedKeys::Repair> healOthers(const std::array<SlotCopy, 2>& copies,
                                                       const SlotCopy& good,
                                                       const crypto::VaultKey& vault) const;
    [[nodiscard]] base::Result<Opened> tryPassphrases(const SlotDocument& document,
                                                      const std::optional<base::Uuid>& user,
                                                      const crypto::Secret& passphrase) const;
    [[nodiscard]] base::Result<Opened> tryKeychain(const SlotDocument& document,
                                                   const base::Uuid& user,
                                                   SystemKeychain& keychain) const;
    [[nodiscard]] base::Result<base::Uuid> appendUser(SlotDocument& document, OpenedKeys& keys,
                                                      const NewSlotUser& user,
                                                      const crypto::KdfCost& cost) const;
    [[nodiscard]] base::Result<SlotDocument> loadAuthentic(const OpenedKeys& keys) const;
    [[nodiscard]] base::Result<> commit(SlotDocument document, OpenedKeys& keys) const;
    [[nodiscard]] base::Result<> giveSlots(SlotDocument& document, const SlotUser& user,
                                           const crypto::Secret& passphrase,
                                           const crypto::KdfCost& cost,
                                           const crypto::VaultKey& vault,
                                           const crypto::SigningKey& signing) const;

    SlotEnvironment m_environment;
    SlotStore m_store;
};

// Passes at the floor's memory that take about `milliseconds` here, never outside the limits. Slow.
[[nodiscard]] base::Result<crypto::KdfCost> measureKdf(const SlotEnvironment& environment,
                                                       int milliseconds = 600);

} // namespace chevet::keychain
