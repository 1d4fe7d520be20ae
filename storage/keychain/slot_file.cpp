#include "keychain/slot_file.h"

#include "keychain/passphrase.h"
#include "keychain/slot_crypto.h"
#include "keychain/slot_file_opened.h"

namespace chevet::keychain {

using base::ErrorCode;

namespace {

base::Result<> checkName(const QString& name, const char* which) {
    if (name.trimmed().isEmpty() || name.toUtf8().size() > longestName)
        return base::fail(ErrorCode::InvalidArgument, QLatin1String(which));
    return {};
}

// The passphrase was right, yet the file is not what Chevet wrote.
std::unexpected<base::Error> notAuthentic(const QString& file) {
    return base::fail(ErrorCode::SlotDamaged, file, QStringLiteral("not authentic"));
}

base::Result<UserKey> userKey(const SlotUser& user, const crypto::Secret& seed) {
    CHEVET_TRY_ASSIGN(auto signing, crypto::SigningKey::fromSeed(seed));
    if (signing.publicKey() != user.signingKey)
        return notAuthentic({});
    return UserKey{.id = user.id, .signing = std::move(signing)};
}

} // namespace

SlotFile::SlotFile(const SlotEnvironment& environment, QString folder)
    : m_environment(environment)
    , m_store(environment.disk, std::move(folder)) {}

base::Result<SlotFacts> SlotFile::readFacts() const {
    CHEVET_TRY_ASSIGN(const auto copies, m_store.read());
    return usableCopies(copies).front()->document->facts;
}

base::Result<> SlotFile::giveSlots(SlotDocument& document, const SlotUser& user,
                                   const crypto::Secret& passphrase, const crypto::KdfCost& cost,
                                   const crypto::VaultKey& vault,
                                   const crypto::SigningKey& signing) const {
    CHEVET_TRY(checkPassphrase(passphrase, {document.facts.clinic, user.name}));
    const base::Uuid& vaultId = document.facts.vault;
    CHEVET_TRY_ASSIGN(Slot slot,
                      wrapPassphrase(vaultId, user.id, passphrase, cost, m_environment.limits,
                                     vault, signing, m_environment.random));
    document.put(std::move(slot));
    document.put(sealEscrow(vaultId, user.id, document.facts.clinicIdentity.recovery, signing));
    document.drop(SlotType::Keychain, user.id);
    if (SlotUser* listed = document.user(user.id))
        listed->quickUnlock = false;
    return {};
}

base::Result<OpenedKeys> SlotFile::create(NewVault vault) const {
    if (m_store.exists())
        return base::fail(ErrorCode::AlreadyExists, QStringLiteral("slots"));
    CHEVET_TRY(checkName(vault.clinic, "clinic"));
    CHEVET_TRY(checkName(vault.workstation, "workstation"));
    if (static_cast<int>(vault.users.size()) + 1 < fewestSlots) // and the recovery kit's
        return base::fail(ErrorCode::TooFewSlots);
    CHEVET_TRY_ASSIGN(auto key, crypto::VaultKey::from(randomSecret(m_environment.random)));
    SlotDocument document{.facts = {.vault = crypto::randomUuid(m_environment.random),
                                    .clinicIdentity = vault.identity,
                                    .clinic = vault.clinic,
                                    .workstation = vault.workstation,
                                    .kitCreated = m_environment.clock.now()}};
    document.put(sealRecovery(document.facts.vault, vault.identity.recovery, key));
    sealDevice(document, key, vault.device, m_environment.random);
    OpenedKeys keys{.vault = std::move(key),
                    .user = std::nullopt,
                    .device = std::move(vault.device),
                    .facts = document.facts};
    for (const NewSlotUser& user : vault.users)
        CHEVET_TRY(appendUser(document, keys, user, vault.cost));
    if (const auto written = commit(std::move(document), keys); !written) {
        m_store.removeBoth(); // both absent a moment ago: only what this call wrote
        return std::unexpected(written.error());
    }
    return keys;
}

base::Result<base::Uuid> SlotFile::appendUser(SlotDocument& document, OpenedKeys& keys,
                                              const NewSlotUser& user,
                                              const crypto::KdfCost& cost) const {
    CHEVET_TRY(checkName(user.name, "user"));
    if (document.facts.findByName(user.name) != nullptr)
        return base::fail(ErrorCode::AlreadyExists, QStringLiteral("user"));
    if (document.facts.users.size() >= mostUsers)
        return base::fail(ErrorCode::LimitExceeded, QStringLiteral("user"));
    CHEVET_TRY_ASSIGN(auto signing,
                      user.known
                          ? base::Result<crypto::SigningKey>(user.known->signing.clone())
                          : crypto::SigningKey::fromSeed(randomSecret(m_environment.random)));
    const SlotUser added{.id =
                             user.known ? user.known->id : crypto::randomUuid(m_environment.random),
                         .name = user.name.trimmed(),
                         .role = user.role,
                         .administrator = user.administrator,
                         .signingKey = signing.publicKey()};
    document.facts.users.append(added);
    CHEVET_TRY(giveSlots(document, added, user.passphrase, cost, keys.vault, signing));
    if (!keys.user) // the one who creates the vault
        keys.user = UserKey{.id = added.id, .signing = std::move(signing)};
    return added.id;
}

base::Result<SlotFile::Opened> SlotFile::tryPassphrases(const SlotDocument& document,
                                                        const std::optional<base::Uuid>& user,
                                                        const crypto::Secret& passphrase) const {
    std::vector<const SlotUser*> candidates;
    for (const SlotUser& known : document.facts.users)
        if (user ? known.id == *user : !known.disabled)
            candidates.push_back(&known);
    if (candidates.empty())
        return base::fail(ErrorCode::NoSuchUser);
    if (user && candidates.front()->disabled)
        return base::fail(ErrorCode::UserDisabled);
    std::ranges::stable_sort(candidates, std::greater{}, [&](const SlotUser* known) {
        return known->id == document.facts.lastUser;
    });
    base::Error failure{.code = ErrorCode::WrongPassphrase, .where = {}, .detail = {}};
    for (const SlotUser* candidate : candidates) {
        const Slot* slot = document.find(SlotType::Passphrase, candidate->id);
        if (slot == nullptr)
            continue;
        auto opened = openPassphrase(document.facts.vault, *slot, passphrase, m_environment.limits);
        if (opened) {
            CHEVET_TRY_ASSIGN(auto key, userKey(*candidate, opened->seed));
            return Opened{.vault = std::move(opened->vault), .user = std::move(key)};
        }
        if (opened.error().code != ErrorCode::WrongPassphrase)
            failure = opened.error(); // a refused cost says more than "wrong"
    }
    return std::unexpected(failure);
}

base::Result<SlotFile::Opened> SlotFile::tryKeychain(const SlotDocument& document,
                                                     const base::Uuid& user,
                                                     SystemKeychain& keychain) const {
    const SlotUser* known = document.facts.find(user);
    if (known == nullptr)
        return base::fail(ErrorCode::NoSuchUser);
    if (known->disabled)
        return base::fail(ErrorCode::UserDisabled);
    const Slot* slot = document.find(SlotType::Keychain, user);
    if (slot == nullptr)
        return base::fail(ErrorCode::NotFound, QStringLiteral("quick unlock"));
    const QString name = keychainEntry(document.facts.vault, user);
    const qint64 age = m_environment.clock.now().toMSecsSinceEpoch() - slot->issued;
    if (age < 0 || age > std::chrono::milliseconds(quickUnlockTime).count()) {
        (void)keychain.remove(name); // so that setting the clock back later gains nothing
        return base::fail(ErrorCode::QuickUnlockExpired);
    }
    CHEVET_TRY_ASSIGN(auto secret, keychain.load(name));
    const auto kek = crypto::SealKey::from(std::move(secret));
    if (!kek)
        return base::fail(ErrorCode::KeychainChanged);
    CHEVET_TRY_ASSIGN(auto opened, openKeychain(document.facts.vault, *slot, *kek));
    CHEVET_TRY_ASSIGN(auto key, userKey(*known, opened.seed));
    return Opened{.vault = std::move(opened.vault), .user = std::move(key)};
}

base::Result<OpenedKeys> SlotFile::unlockWithPassphrase(const std::optional<base::Uuid>& user,
                                                        const crypto::Secret& passphrase) const {
    return openWith(
        [&](const SlotDocument& document) { return tryPassphrases(document, user, passphrase); });
}

base::Result<OpenedKeys> SlotFile::unlockWithKeychain(const base::Uuid& user,
                                                      SystemKeychain& keychain) const {
    return openWith(
        [&](const SlotDocument& document) { return tryKeychain(document, user, keychain); });
}

base::Result<OpenedKeys> SlotFile::unlockWithKit(const crypto::Secret& kit) const {
    CHEVET_TRY_ASSIGN(const auto root, ClinicRoot::fromKit(kit));
    return openWith([&](const SlotDocument& document) -> base::Result<Opened> {
        const Slot* slot = document.find(SlotType::Recovery, std::nullopt);
        if (!document.facts.clinicIdentity.belongsTo(root) || slot == nullptr)
            return base::fail(ErrorCode::RecoveryCodeWrong);
        CHEVET_TRY_ASSIGN(auto bytes, openBoxed(document.facts.vault, *slot, root.box));
        CHEVET_TRY_ASSIGN(auto vault, crypto::VaultKey::from(std::move(bytes)));
        return Opened{.vault = std::move(vault), .user = std::nullopt};
    });
}

// Tries the newest copy first. What opens an older copy counts only if no newer one is authentic:
// otherwise a passphrase changed since would come back to life.
base::Result<OpenedKeys> SlotFile::openWith(const Attempt& attempt) const {
    CHEVET_TRY_ASSIGN(const auto copies, m_store.read());
    std::optional<base::Error> firstFailure;
    QByteArrayView lastTried;
    for (const SlotCopy* copy : usableCopies(copies)) {
        if (copy->bytes == lastTried)
            continue;
        lastTried = copy->bytes;
        auto opened = attempt(*copy->document);
        if (!opened) {
            firstFailure = firstFailure.value_or(opened.error());
            continue;
        }
        const auto newest = newestAuthentic(copies, opened->vault);
        if (newest == nullptr || newest->bytes != copy->bytes) {
            firstFailure = firstFailure.value_or(notAuthentic(copy->name).error());
            continue;
        }
        CHEVET_TRY_ASSIGN(auto device, openDevice(*newest->document, opened->vault));
        auto repairs = healOthers(copies, *newest, opened->vault);
        return OpenedKeys{.vault = std::move(opened->vault),
                          .user = std::move(opened->user),
                          .device = std::move(device),
                          .facts = newest->document->facts,
                          .repairs = std::move(repairs)};
    }
    return std::unexpected(*firstFailure); // read() promises one usable copy at least
}

QList<OpenedKeys::Repair> SlotFile::healOthers(const std::array<SlotCopy, 2>& copies,
                                               const SlotCopy& good,
                                               const crypto::VaultKey& vault) const {
    QList<OpenedKeys::Repair> repairs;
    for (const SlotCopy& copy : copies) {
        if (copy.bytes == good.bytes)
            continue;
        OpenedKeys::Repair repair{.file = copy.name, .cause = {}};
        const bool genuine = copy.document && authentic(*copy.document, vault);
        if (genuine)
            repair.cause = {.code = ErrorCode::SlotDamaged,
                            .where = copy.name,
                            .detail = QStringLiteral("older copy")};
        else
            repair.cause = copy.document ? notAuthentic(copy.name).error() : copy.document.error();
        const bool missing = repair.cause.code == ErrorCode::NotFound;
        repair.healed = m_store.heal(copy, good.bytes, !genuine && !missing).has_value();
        repairs.append(repair);
    }
    return repairs;
}

} // namespace chevet::keychain
