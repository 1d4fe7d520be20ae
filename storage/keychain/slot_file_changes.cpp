#include "keychain/slot_crypto.h"
#include "keychain/slot_file.h"
#include "keychain/slot_file_opened.h"

namespace chevet::keychain {

using base::ErrorCode;

const SlotCopy* newestAuthentic(const std::array<SlotCopy, 2>& copies,
                                const crypto::VaultKey& vault) {
    for (const SlotCopy* copy : usableCopies(copies))
        if (authentic(*copy->document, vault))
            return copy;
    return nullptr;
}

base::Result<SlotDocument> SlotFile::loadAuthentic(const OpenedKeys& keys) const {
    CHEVET_TRY_ASSIGN(const auto copies, m_store.read());
    const SlotCopy* newest = newestAuthentic(copies, keys.vault);
    if (newest == nullptr)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("slots"),
                          QStringLiteral("not authentic"));
    return *newest->document;
}

base::Result<> SlotFile::commit(SlotDocument document, OpenedKeys& keys) const {
    ++document.facts.generation;
    document.mac = macOf(document, keys.vault);
    CHEVET_TRY(m_store.write(document));
    keys.facts = std::move(document.facts);
    return {};
}

namespace {

base::Result<SlotUser> enabledUser(const SlotDocument& document, const base::Uuid& id) {
    const SlotUser* user = document.facts.find(id);
    if (user == nullptr)
        return base::fail(ErrorCode::NoSuchUser);
    if (user->disabled)
        return base::fail(ErrorCode::UserDisabled);
    return *user;
}

base::Result<Unwrapped> openOwnSlot(const SlotDocument& document, const base::Uuid& user,
                                    const crypto::Secret& passphrase,
                                    const crypto::KdfLimits& limits) {
    const Slot* slot = document.find(SlotType::Passphrase, user);
    if (slot == nullptr)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("slots"),
                          QStringLiteral("no slot"));
    return openPassphrase(document.facts.vault, *slot, passphrase, limits);
}

} // namespace

base::Result<base::Uuid> SlotFile::addUser(OpenedKeys& keys, const NewSlotUser& user,
                                           const crypto::KdfCost& cost) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    CHEVET_TRY_ASSIGN(const base::Uuid id, appendUser(document, keys, user, cost));
    CHEVET_TRY(commit(std::move(document), keys));
    return id;
}

base::Result<> SlotFile::changePassphrase(OpenedKeys& keys, const base::Uuid& user,
                                          const crypto::Secret& old, const crypto::Secret& fresh,
                                          const crypto::KdfCost& cost) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    CHEVET_TRY_ASSIGN(const SlotUser known, enabledUser(document, user));
    CHEVET_TRY_ASSIGN(const auto opened, openOwnSlot(document, user, old, m_environment.limits));
    CHEVET_TRY_ASSIGN(const auto signing, crypto::SigningKey::fromSeed(opened.seed));
    CHEVET_TRY(giveSlots(document, known, fresh, cost, keys.vault, signing));
    CHEVET_TRY(commit(std::move(document), keys));
    return m_store.forgetSetAside();
}

base::Result<> SlotFile::rewrap(OpenedKeys& keys, const base::Uuid& user,
                                const crypto::Secret& passphrase,
                                const crypto::KdfCost& cost) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    CHEVET_TRY_ASSIGN(const SlotUser known, enabledUser(document, user));
    CHEVET_TRY_ASSIGN(const auto opened,
                      openOwnSlot(document, user, passphrase, m_environment.limits));
    CHEVET_TRY_ASSIGN(const auto signing, crypto::SigningKey::fromSeed(opened.seed));
    CHEVET_TRY_ASSIGN(Slot slot, wrapPassphrase(document.facts.vault, known.id, passphrase, cost,
                                                m_environment.limits, keys.vault, signing,
                                                m_environment.random));
    document.put(std::move(slot));
    return commit(std::move(document), keys);
}

base::Result<> SlotFile::resetPassphrase(OpenedKeys& keys, const crypto::Secret& kit,
                                         const base::Uuid& user, const crypto::Secret& fresh,
                                         const crypto::KdfCost& cost) const {
    CHEVET_TRY_ASSIGN(const auto root, ClinicRoot::fromKit(kit));
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    CHEVET_TRY_ASSIGN(const SlotUser known, enabledUser(document, user));
    const Slot* escrow = document.find(SlotType::Escrow, user);
    if (escrow == nullptr || !document.facts.clinicIdentity.belongsTo(root))
        return base::fail(ErrorCode::RecoveryCodeWrong);
    CHEVET_TRY_ASSIGN(const auto seed, openBoxed(document.facts.vault, *escrow, root.box));
    CHEVET_TRY_ASSIGN(auto signing, crypto::SigningKey::fromSeed(seed));
    if (signing.publicKey() != known.signingKey)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("slots"),
                          QStringLiteral("escrow of another key"));
    CHEVET_TRY(giveSlots(document, known, fresh, cost, keys.vault, signing));
    CHEVET_TRY(commit(std::move(document), keys));
    keys.user = UserKey{.id = user, .signing = std::move(signing)};
    return m_store.forgetSetAside();
}

base::Result<> SlotFile::disableUser(OpenedKeys& keys, const base::Uuid& user) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    CHEVET_TRY(enabledUser(document, user));
    for (const SlotType type : {SlotType::Passphrase, SlotType::Keychain, SlotType::Escrow})
        document.drop(type, user);
    if (document.lastingSlots() < fewestSlots)
        return base::fail(ErrorCode::TooFewSlots);
    SlotUser* listed = document.user(user);
    listed->disabled = true;
    listed->quickUnlock = false;
    if (document.facts.lastUser == user)
        document.facts.lastUser.reset();
    CHEVET_TRY(commit(std::move(document), keys));
    return m_store.forgetSetAside();
}

base::Result<> SlotFile::enableUser(OpenedKeys& keys, const base::Uuid& user,
                                    const crypto::Secret& passphrase,
                                    const crypto::KdfCost& cost) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    SlotUser* listed = document.user(user);
    if (listed == nullptr)
        return base::fail(ErrorCode::NoSuchUser);
    if (!listed->disabled)
        return base::fail(ErrorCode::AlreadyExists, QStringLiteral("user"));
    if (listed->formerKeys.size() >= mostFormerKeys)
        return base::fail(ErrorCode::LimitExceeded, QStringLiteral("user"));
    CHEVET_TRY_ASSIGN(const auto signing,
                      crypto::SigningKey::fromSeed(randomSecret(m_environment.random)));
    listed->disabled = false;
    listed->formerKeys.append(listed->signingKey);
    listed->signingKey = signing.publicKey();
    const SlotUser known = *listed;
    CHEVET_TRY(giveSlots(document, known, passphrase, cost, keys.vault, signing));
    return commit(std::move(document), keys);
}

base::Result<> SlotFile::enableKeychain(OpenedKeys& keys, SystemKeychain& keychain) const {
    if (!keys.user)
        return base::fail(ErrorCode::NotFound, QStringLiteral("user"));
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    CHEVET_TRY(enabledUser(document, keys.user->id));
    CHEVET_TRY_ASSIGN(const auto kek, crypto::SealKey::from(randomSecret(m_environment.random)));
    // The keychain first: a slot whose key was never kept would promise what it cannot do.
    CHEVET_TRY(keychain.store(keychainEntry(document.facts.vault, keys.user->id), kek.secret()));
    document.put(wrapKeychain(document.facts.vault, keys.user->id, kek,
                              m_environment.clock.now().toMSecsSinceEpoch(), keys.vault,
                              keys.user->signing, m_environment.random));
    document.user(keys.user->id)->quickUnlock = true;
    return commit(std::move(document), keys);
}

base::Result<> SlotFile::disableKeychain(OpenedKeys& keys, const base::Uuid& user,
                                         SystemKeychain& keychain) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    SlotUser* listed = document.user(user);
    if (listed == nullptr)
        return base::fail(ErrorCode::NoSuchUser);
    listed->quickUnlock = false;
    document.drop(SlotType::Keychain, user);
    CHEVET_TRY(commit(std::move(document), keys));
    // What it opened is gone: a keychain that does not answer now keeps a key of no use.
    (void)keychain.remove(keychainEntry(keys.facts.vault, user));
    return {};
}

base::Result<> SlotFile::noteLocked(OpenedKeys& keys, qint64 patients) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    document.facts.lastLocked = m_environment.clock.now();
    document.facts.patients = patients < 0 ? -1 : patients;
    if (keys.user)
        document.facts.lastUser = keys.user->id;
    return commit(std::move(document), keys);
}

base::Result<> SlotFile::noteKitVerified(OpenedKeys& keys) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    document.facts.kitVerified = m_environment.clock.now();
    return commit(std::move(document), keys);
}

base::Result<> SlotFile::saveDevice(OpenedKeys& keys) const {
    CHEVET_TRY_ASSIGN(SlotDocument document, loadAuthentic(keys));
    sealDevice(document, keys.vault, keys.device, m_environment.random);
    return commit(std::move(document), keys);
}

base::Result<crypto::KdfCost> measureKdf(const SlotEnvironment& environment, int milliseconds) {
    const crypto::KdfCost floor = environment.limits.floor;
    const crypto::Secret sample = crypto::Secret::random(16);
    const qint64 start = environment.clock.monotonicNanoseconds();
    CHEVET_TRY(crypto::deriveFromPassphrase(sample, crypto::Salt{}, floor, environment.limits));
    const qint64 taken = std::max<qint64>(1, environment.clock.monotonicNanoseconds() - start);
    const qint64 passes = qint64{floor.passes} * milliseconds * 1'000'000 / taken;
    crypto::KdfCost cost = floor;
    cost.passes = static_cast<quint32>(
        std::clamp<qint64>(passes, floor.passes, environment.limits.ceiling.passes));
    return cost;
}

} // namespace chevet::keychain
