// Professionals and the system keychain: session's writing to the slot file and membership chain.

#include "session/session.h"
#include "session/state.h"

namespace chevet::session {

using base::ErrorCode;

namespace {

// The cost new passphrases get: that of this machine, measured once per process.
base::Result<crypto::KdfCost> costHere(const Environment& environment) {
    static std::mutex mutex;
    static std::optional<crypto::KdfCost> known;
    const std::scoped_lock lock(mutex);
    if (!known || *known < environment.kdfLimits.floor) {
        CHEVET_TRY_ASSIGN(known, measureKdf(environment));
    }
    return *known;
}

} // namespace

// The chain says who is one; what the slots say is only shown before it can be read.
base::Result<> Session::State::checkAdministrator() const {
    const log::Member* user = keys->user ? membership->member(keys->user->id) : nullptr;
    if (user == nullptr || !user->administrator || user->disabled)
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("professionals"),
                          QStringLiteral("needs an administrator"));
    return {};
}

// The membership chain is read by everyone who opens an entry: it changes only while nobody else is
// inside. The slow part of the caller's work is done before, under the ordinary locks.
template <class Change>
base::Result<> Session::State::changeMembership(Change&& change) {
    const std::unique_lock alone(life);
    CHEVET_TRY(checkOpen());
    CHEVET_TRY(change());
    return membership->store(environment.disk, paths.membership());
}

// A professional as the chain takes one: their key proves that they hold it.
base::Result<> Session::State::enrol(const base::Uuid& id, const crypto::Secret& passphrase,
                                     bool again) {
    CHEVET_TRY_ASSIGN(const keychain::OpenedKeys theirs,
                      slots_.unlockWithPassphrase(id, passphrase));
    return changeMembership([&]() -> base::Result<> {
        const keychain::SlotUser* user = keys->facts.find(id);
        if (user == nullptr || !keys->user)
            return base::fail(ErrorCode::NoSuchUser, id.toString());
        const log::Founding::Professional who{.id = id,
                                              .name = user->name,
                                              .role = logRole(static_cast<Role>(user->role)),
                                              .administrator = false, // takes two signatures
                                              .key = &theirs.user->signing};
        return again ? membership->enableProfessional(who, keys->user->id, keys->user->signing,
                                                      *device, *ring, environment.random)
                     : membership->addProfessional(who, keys->user->id, keys->user->signing,
                                                   *device, *ring, environment.random);
    });
}

base::Result<> Session::addUser(NewUser user) {
    if (user.administrator)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("administrator"),
                          QStringLiteral("takes two signatures"));
    const keychain::NewSlotUser fresh{.name = user.name,
                                      .role = static_cast<keychain::UserRole>(user.role),
                                      .passphrase = std::move(user.passphrase)};
    std::optional<base::Uuid> id;
    {
        const std::shared_lock alive(m_state->life);
        CHEVET_TRY(m_state->checkOpen());
        const std::scoped_lock writing(m_state->writing);
        CHEVET_TRY(m_state->checkAdministrator());
        CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, costHere(m_state->environment));
        CHEVET_TRY_ASSIGN(id, m_state->slots_.addUser(*m_state->keys, fresh, cost));
    }
    return m_state->enrol(*id, fresh.passphrase, false);
}

base::Result<> Session::changePassphrase(const base::Uuid& user, const crypto::Secret& old,
                                         const crypto::Secret& fresh) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, costHere(m_state->environment));
    return m_state->slots_.changePassphrase(*m_state->keys, user, old, fresh, cost);
}

base::Result<> Session::resetPassphrase(const base::Uuid& user, const crypto::Secret& kit,
                                        const crypto::Secret& fresh) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, costHere(m_state->environment));
    return m_state->slots_.resetPassphrase(*m_state->keys, kit, user, fresh, cost);
}

base::Result<> Session::disableUser(const base::Uuid& user) {
    {
        const std::shared_lock alive(m_state->life);
        CHEVET_TRY(m_state->checkOpen());
        const std::scoped_lock writing(m_state->writing);
        CHEVET_TRY(m_state->checkAdministrator());
        CHEVET_TRY(m_state->slots_.disableUser(*m_state->keys, user));
    }
    return m_state->changeMembership([&] {
        return m_state->membership->disableProfessional(
            user, m_state->keys->user->id, m_state->keys->user->signing, *m_state->device);
    });
}

base::Result<> Session::enableUser(const base::Uuid& user, const crypto::Secret& passphrase) {
    {
        const std::shared_lock alive(m_state->life);
        CHEVET_TRY(m_state->checkOpen());
        const std::scoped_lock writing(m_state->writing);
        CHEVET_TRY(m_state->checkAdministrator());
        CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, costHere(m_state->environment));
        CHEVET_TRY(m_state->slots_.enableUser(*m_state->keys, user, passphrase, cost));
    }
    return m_state->enrol(user, passphrase, true);
}

base::Result<> Session::setUserDisabled(const base::Uuid& user, bool disabled) {
    if (!disabled)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("setUserDisabled"),
                          QStringLiteral("enableUser() needs a passphrase"));
    return disableUser(user);
}

base::Result<> Session::enableKeychain(const crypto::Secret& passphrase) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    if (m_state->environment.keychain == nullptr || !m_state->keys->user)
        return base::fail(ErrorCode::KeychainUnavailable);
    // Whoever sits here has to prove who they are before the keychain answers in their place.
    CHEVET_TRY(m_state->slots_.unlockWithPassphrase(m_state->keys->user->id, passphrase));
    return m_state->slots_.enableKeychain(*m_state->keys, *m_state->environment.keychain);
}

base::Result<> Session::disableKeychain() {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    if (m_state->environment.keychain == nullptr || !m_state->keys->user)
        return base::fail(ErrorCode::KeychainUnavailable);
    return m_state->slots_.disableKeychain(*m_state->keys, m_state->keys->user->id,
                                           *m_state->environment.keychain);
}

base::Result<> Session::noteKitVerified() {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    return m_state->slots_.noteKitVerified(*m_state->keys);
}

} // namespace chevet::session
