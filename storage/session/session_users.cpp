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

base::Result<> Session::State::checkAdministrator() const {
    const keychain::SlotUser* user = keys->user ? keys->facts.find(keys->user->id) : nullptr;
    if (user == nullptr || !user->administrator)
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("professionals"),
                          QStringLiteral("needs an administrator"));
    return {};
}

base::Result<> Session::addUser(NewUser user) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY(m_state->checkAdministrator());
    CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, costHere(m_state->environment));
    const keychain::NewSlotUser fresh{.name = user.name,
                                      .role = static_cast<keychain::UserRole>(user.role),
                                      .administrator = user.administrator,
                                      .passphrase = std::move(user.passphrase)};
    CHEVET_TRY(m_state->slots_.addUser(*m_state->keys, fresh, cost));
    return {};
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
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY(m_state->checkAdministrator());
    return m_state->slots_.disableUser(*m_state->keys, user);
}

base::Result<> Session::enableUser(const base::Uuid& user, const crypto::Secret& passphrase) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY(m_state->checkAdministrator());
    CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, costHere(m_state->environment));
    return m_state->slots_.enableUser(*m_state->keys, user, passphrase, cost);
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
