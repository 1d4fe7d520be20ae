#pragma once
// What the slot file tells: to anyone (SlotFacts), and to whoever opened it (OpenedKeys).

#include "base/uuid.h"
#include "crypto/box.h"
#include "crypto/signing.h"
#include "keychain/clinic_root.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <vector>

namespace chevet::keychain {

enum class UserRole : std::uint8_t {
    Physician,
    Nurse,
    Pharmacist,
    Clerk,
    Administrator
}; // as session::Role

struct SlotUser {
    base::Uuid id;
    QString name = {};
    UserRole role = UserRole::Physician;
    bool administrator = false;
    bool disabled = false;
    bool quickUnlock = false; // has a slot in the system keychain
    crypto::SigningPublicKey signingKey = {};
    QList<crypto::SigningPublicKey> formerKeys =
        {}; // of before the user was disabled, oldest first
    bool operator==(const SlotUser&) const = default;
};

// The public part: authentic only once the vault is open (its MAC needs V). No patient data.
struct SlotFacts {
    base::Uuid vault;
    ClinicIdentity clinicIdentity = {};
    QString clinic = {};
    QString workstation = {};
    QList<SlotUser> users = {}; // in the order they were added
    std::optional<base::Uuid> lastUser = {};
    QDateTime lastLocked = {}; // UTC, milliseconds; invalid: never
    qint64 patients = -1;      // -1: unknown
    int kitNumber = 1;
    QDateTime kitCreated = {};
    QDateTime kitVerified = {}; // invalid: never
    quint64 generation = 0;     // grows with every write

    [[nodiscard]] const SlotUser* find(const base::Uuid& id) const;
    // By name, case and blanks at the ends ignored; enabled ones first. Null if nobody is called
    // that.
    [[nodiscard]] const SlotUser* findByName(QStringView name) const;
    [[nodiscard]] bool hasKeychainSlot() const;
    bool operator==(const SlotFacts&) const = default;
};

// This workstation's own secrets, sealed under V.
struct DeviceSecrets {
    base::Uuid device;
    crypto::SigningKey sign; // D_sign: the log
    crypto::SigningKey auth; // D_auth: the relay's login, never the log
    crypto::Secret boxSeed;  // D_enc: BoxKeyPair::fromSeed
    struct Epoch {
        quint32 number;
        crypto::EpochKey key; // E_n
    };
    struct Keybox {
        quint32 number;
        crypto::KeyboxKey key; // KB_m
    };
    std::vector<Epoch> epochs = {};    // ascending
    std::vector<Keybox> keyboxes = {}; // ascending

    [[nodiscard]] DeviceSecrets clone() const;
};

// Fresh keys, no epoch or keybox yet.
[[nodiscard]] DeviceSecrets newDeviceSecrets(base::Random& random);

struct UserKey {
    base::Uuid id;
    crypto::SigningKey signing;
};

struct OpenedKeys {
    crypto::VaultKey vault;
    std::optional<UserKey> user = {}; // empty after unlockWithKit()
    DeviceSecrets device;
    SlotFacts facts; // authenticated
    // What was wrong with a copy and healed (or not): "slots", "slots.2"; empty when both were
    // well.
    struct Repair {
        QString file = {};
        bool healed = false;
        base::Error cause = {};
    };
    QList<Repair> repairs = {};
};

} // namespace chevet::keychain
