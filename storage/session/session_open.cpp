// Making, opening and describing a vault.

#include "keychain/clinic_root.h"
#include "session/alarms.h"
#include "session/session.h"
#include "session/state.h"

#include <QDir>
#include <QFileInfo>

namespace chevet::session {

using base::ErrorCode;

log::UserRole logRole(Role role) {
    switch (role) {
    case Role::Physician:
        return log::UserRole::Physician;
    case Role::Nurse:
        return log::UserRole::Nurse;
    case Role::Pharmacist:
        return log::UserRole::Pharmacist;
    case Role::Clerk:
        return log::UserRole::Clerk;
    case Role::Administrator:
        return log::UserRole::Administrator;
    }
    return log::UserRole::Clerk;
}

UserFacts userFacts(const keychain::SlotUser& user) {
    return {.id = user.id,
            .name = user.name,
            .role = static_cast<Role>(user.role),
            .disabled = user.disabled,
            .administrator = user.administrator};
}

VaultFacts vaultFacts(const QString& folder, const keychain::SlotFacts& facts) {
    VaultFacts out;
    out.folder = folder;
    out.clinic = facts.clinic;
    out.workstation = facts.workstation;
    out.clinicFingerprint = keychain::fingerprint(facts.clinicIdentity.id());
    for (const keychain::SlotUser& user : facts.users)
        out.users += userFacts(user);
    out.lastUser = facts.lastUser;
    out.lastLocked = facts.lastLocked;
    out.patients = facts.patients;
    out.kitVerified = facts.kitVerified;
    out.keychainSlot = facts.hasKeychainSlot();
    return out;
}

namespace {

base::Result<> checkTarget(base::FileSystem& disk, const QString& folder) {
    if (!disk.exists(folder))
        return {};
    CHEVET_TRY_ASSIGN(const QStringList names, disk.list(folder));
    return names.isEmpty() ? base::Result<>() : base::fail(ErrorCode::AlreadyExists, folder);
}

// Founds the clinic in `folder`: slots, membership chain. The log and the view make themselves on
// opening.
base::Result<crypto::Secret> found(const Environment& environment, const QString& folder,
                                   NewClinic clinic) {
    crypto::Secret kit = keychain::newKit(environment.random);
    CHEVET_TRY_ASSIGN(const keychain::ClinicRoot root, keychain::ClinicRoot::fromKit(kit));
    const keychain::ClinicIdentity identity =
        keychain::ClinicIdentity::make(root, environment.random);
    keychain::NewVault fresh{.clinic = clinic.clinic,
                             .workstation = clinic.workstation,
                             .identity = identity,
                             .users = {},
                             .cost = clinic.cost,
                             .device = keychain::newDeviceSecrets(environment.random)};
    const Role role = clinic.firstUser.role;
    fresh.users.push_back({.name = clinic.firstUser.name,
                           .role = static_cast<keychain::UserRole>(role),
                           .administrator = true, // somebody must be
                           .passphrase = std::move(clinic.firstUser.passphrase)});
    const keychain::SlotFile slotFile(slotEnvironment(environment), folder);
    CHEVET_TRY_ASSIGN(const keychain::OpenedKeys keys, slotFile.create(std::move(fresh)));

    const log::ClinicRoot logRoot{
        .sign = root.signing.clone(),
        .box = {.publicKey = root.box.publicKey, .secretKey = root.box.secretKey.clone()}};
    log::Founding founding;
    founding.clinicName = clinic.clinic;
    founding.deviceLabel = clinic.workstation;
    founding.deviceId = keys.device.device;
    founding.nonce.emplace();
    founding.nonce->bytes = identity.nonce.bytes;
    founding.professionals.push_back({.id = keys.user->id,
                                      .name = clinic.firstUser.name,
                                      .role = logRole(role),
                                      .administrator = true,
                                      .key = &keys.user->signing});
    CHEVET_TRY_ASSIGN(
        const log::Membership membership,
        log::Membership::found(founding, logRoot, deviceKeys(keys.device), environment.random));
    const VaultPaths paths{folder};
    CHEVET_TRY(environment.disk.makeFolder(paths.log()));
    CHEVET_TRY(environment.disk.makeFolder(paths.blobs()));
    CHEVET_TRY(membership.store(environment.disk, paths.membership()));
    return kit;
}

void removeFounded(const QString& folder) {
    // Holds nothing but what found() has just made here: no patient data, a vault nobody has a
    // passphrase for yet.
    QDir(folder).removeRecursively();
}

} // namespace

base::Result<Session::Created> Session::create(const Environment& environment,
                                               const QString& folder, NewClinic clinic) {
    CHEVET_TRY(checkTarget(environment.disk, folder));
    // Made beside and renamed: a crash on the way leaves no half-made vault under the final name.
    const QString beside = folder + QLatin1String(".new");
    removeFounded(beside);
    CHEVET_TRY(environment.disk.makeFolder(beside));
    QByteArray typed = clinic.firstUser.passphrase.view().toByteArray();
    crypto::Secret passphrase = crypto::Secret::takeFrom(typed);
    auto kit = found(environment, beside, std::move(clinic));
    if (!kit) {
        removeFounded(beside);
        return std::unexpected(kit.error());
    }
    CHEVET_TRY(environment.disk.rename(beside, folder));
    CHEVET_TRY(environment.disk.syncFolder(QFileInfo(folder).absolutePath()));
    CHEVET_TRY_ASSIGN(auto session, open(environment, folder, {}, passphrase));
    return Created{.session = std::move(session), .recoveryKit = std::move(*kit)};
}

base::Result<VaultFacts> Session::facts(const Environment& environment, const QString& folder) {
    CHEVET_TRY_ASSIGN(const keychain::SlotFacts facts,
                      keychain::SlotFile(slotEnvironment(environment), folder).readFacts());
    return vaultFacts(folder, facts);
}

base::Result<std::unique_ptr<Session>> Session::openWith(
    const Environment& environment, const QString& folder,
    const std::function<base::Result<keychain::OpenedKeys>(const keychain::SlotFile&)>& unlock,
    const Progress<qint64>& progress) {
    auto state = std::make_unique<State>(environment, folder);
    // Before the slow derivation: who is second should hear so at once. A folder without slots is
    // told as such, not as a missing lock file.
    CHEVET_TRY(state->slots_.readFacts());
    CHEVET_TRY_ASSIGN(state->fileLock, environment.disk.lock(state->paths.lock()));
    CHEVET_TRY_ASSIGN(keychain::OpenedKeys keys, unlock(state->slots_));
    state->keys = std::make_unique<keychain::OpenedKeys>(std::move(keys));
    for (const keychain::OpenedKeys::Repair& repair : state->keys->repairs)
        state->alarms += alarmOf(repair);
    CHEVET_TRY(state->openParts(progress));
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

base::Result<std::unique_ptr<Session>> Session::open(const Environment& environment,
                                                     const QString& folder, const QString& user,
                                                     const crypto::Secret& passphrase) {
    return openWith(environment, folder,
                    [&](const keychain::SlotFile& slotFile) -> base::Result<keychain::OpenedKeys> {
                        std::optional<base::Uuid> id;
                        if (!user.isEmpty()) {
                            CHEVET_TRY_ASSIGN(const keychain::SlotFacts facts,
                                              slotFile.readFacts());
                            const keychain::SlotUser* named = facts.findByName(user);
                            if (named == nullptr)
                                return base::fail(ErrorCode::NoSuchUser, user);
                            id = named->id;
                        }
                        return slotFile.unlockWithPassphrase(id, passphrase);
                    });
}

base::Result<std::unique_ptr<Session>> Session::openWithKeychain(const Environment& environment,
                                                                 const QString& folder,
                                                                 const base::Uuid& user) {
    if (environment.keychain == nullptr)
        return base::fail(ErrorCode::KeychainUnavailable);
    return openWith(environment, folder, [&](const keychain::SlotFile& slotFile) {
        return slotFile.unlockWithKeychain(user, *environment.keychain);
    });
}

base::Result<std::unique_ptr<Session>> Session::openWithRecoveryKit(const Environment& environment,
                                                                    const QString& folder,
                                                                    const crypto::Secret& kit) {
    return openWith(environment, folder, [&](const keychain::SlotFile& slotFile) {
        return slotFile.unlockWithKit(kit);
    });
}

base::Result<crypto::KdfCost> measureKdf(const Environment& environment, int milliseconds) {
    return keychain::measureKdf(slotEnvironment(environment), milliseconds);
}

} // namespace chevet::session
