// Workstations: asking to join, admitting, revoking.

#include "base/crockford.h"
#include "session/joining.h"
#include "session/session.h"
#include "session/state.h"
#include "sync/exchange_folder.h"

namespace chevet::session {

using base::ErrorCode;

base::Result<QString> Session::requestToJoin(const Environment& environment, const QString& folder,
                                             const QString& exchange, const JoinWish& wish) {
    if (!environment.disk.exists(exchange))
        return base::fail(ErrorCode::NotFound, exchange);
    CHEVET_TRY_ASSIGN(const Joining joining, beginJoining(environment, folder, wish.workstation,
                                                          wish.name, wish.passphrase, wish.cost));
    CHEVET_TRY(sync::postRequest(environment.disk, exchange, log::postRequest(joining.request)));
    return log::joinCode(joining.request.bytes);
}

namespace {

// The clinic there whose chain admitted this workstation and whose code was typed.
base::Result<log::Membership> clinicOf(const Environment& environment, const QString& exchange,
                                       const Joining& joining, const QString& typed) {
    const auto code = base::typedCrockford(typed, log::joinCodeSigns);
    if (!code)
        return base::fail(ErrorCode::JoinCodeMistyped, QStringLiteral("clinic code"));
    CHEVET_TRY_ASSIGN(auto clinics, sync::clinicsIn(environment.disk, exchange));
    bool admitted = false;
    for (log::Membership& chain : clinics) {
        const log::Device* device = chain.device(joining.device.device);
        const auto admission = chain.admission(joining.device.device);
        if (!device || !admission || device->sign != joining.request.sign ||
            device->auth != joining.request.auth || device->box != joining.request.box)
            continue;
        admitted = true;
        if (base::typedCrockford(log::clinicCode(chain.clinic(), *admission), log::joinCodeSigns) ==
            code)
            return std::move(chain);
    }
    if (admitted)
        return base::fail(ErrorCode::JoinCodeMistyped, QStringLiteral("clinic code"),
                          QStringLiteral("another clinic's"));
    return base::fail(ErrorCode::NotFound, QStringLiteral("admission"));
}

} // namespace

base::Result<VaultFacts> Session::join(const Environment& environment, const QString& folder,
                                       const QString& exchange, const QString& clinicCode,
                                       const JoinWish& wish) {
    CHEVET_TRY_ASSIGN(Joining joining, readJoining(environment, folder, wish.passphrase));
    CHEVET_TRY_ASSIGN(log::Membership chain, clinicOf(environment, exchange, joining, clinicCode));
    const log::DeviceKeys keys = deviceKeys(joining.device);
    CHEVET_TRY_ASSIGN(const log::KeyRing ring, chain.openKeys(keys));
    chain.readLabels(ring);
    const log::Member* member = chain.member(joining.request.professional);
    if (member == nullptr)
        return base::fail(ErrorCode::NotFound, QStringLiteral("admission"));
    const VaultPaths paths{folder};
    CHEVET_TRY(environment.disk.makeFolder(paths.log()));
    CHEVET_TRY(environment.disk.makeFolder(paths.blobs()));
    CHEVET_TRY(chain.store(environment.disk, paths.membership()));
    keychain::ClinicIdentity identity{.root = chain.root(), .recovery = chain.rootBox()};
    identity.nonce.bytes = chain.nonce().bytes;
    keychain::NewVault fresh{.clinic = chain.clinicName(),
                             .workstation = joining.request.deviceLabel,
                             .identity = identity,
                             .users = {},
                             .cost = wish.cost,
                             .device = std::move(joining.device)};
    fresh.users.push_back(
        {.name = joining.request.professionalName,
         .role = static_cast<keychain::UserRole>(static_cast<int>(member->role) - 1),
         .administrator = false,
         .passphrase = wish.passphrase.clone(),
         .known = std::move(joining.user)});
    const keychain::SlotFile slotFile(slotEnvironment(environment), folder);
    CHEVET_TRY(slotFile.create(std::move(fresh)));
    CHEVET_TRY(endJoining(environment, folder));
    return facts(environment, folder);
}

base::Result<log::Signers> Session::State::administrator() const {
    CHEVET_TRY(checkAdministrator());
    return log::Signers{
        .admin = keys->user->id, .adminKey = keys->user->signing, .device = *device};
}

base::Result<Admitted> Session::admit(const QString& exchange, const QString& code, Role role) {
    CHEVET_TRY_ASSIGN(const log::JoinRequest request,
                      sync::findRequest(m_state->environment.disk, exchange, code));
    State& state = *m_state;
    const std::unique_lock alone(state.life);
    CHEVET_TRY(state.checkOpen());
    CHEVET_TRY_ASSIGN(const log::Signers by, state.administrator());
    log::Membership next = *state.membership; // a failed write leaves the chain as it was
    CHEVET_TRY(next.admit(request, logRole(role), by, *state.ring, state.environment.random));
    CHEVET_TRY(next.store(state.environment.disk, state.paths.membership()));
    *state.membership = std::move(next);
    sync::ExchangeFolder folder(state.environment.disk, exchange, state.membership->clinic());
    CHEVET_TRY(folder.prepare());
    for (const log::Membership::Numbered& one : state.membership->numbered())
        CHEVET_TRY(folder.writeStatement(one.number, one.hash, one.bytes));
    const auto admission = state.membership->admission(request.device);
    return Admitted{.device = request.device,
                    .label = request.deviceLabel,
                    .professional = request.professionalName,
                    .clinicCode = log::clinicCode(state.membership->clinic(),
                                                  admission.value_or(crypto::Hash{}))};
}

base::Result<QList<Workstation>> Session::workstations() const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto heads, m_state->log->heads());
    QList<Workstation> all;
    for (const log::Device& device : m_state->membership->devices()) {
        Workstation one{.id = device.id,
                        .label = device.label,
                        .revoked = device.revoked,
                        .here = device.sign == m_state->device->sign.publicKey()};
        for (const base::Uuid& stream : device.streams)
            for (const auto& [chain, head] : heads)
                if (m_state->log->streamOf(chain) == stream)
                    CHEVET_TRY(m_state->describeHead(one, chain, head));
        all += std::move(one);
    }
    return all;
}

base::Result<> Session::State::describeHead(Workstation& one, const base::Uuid& chain,
                                            const log::Head& head) const {
    one.head = head.seq;
    const auto ref = vault->entryRef(chain, head.seq);
    const auto bytes = ref ? log->read(*ref) : std::unexpected(ref.error());
    const auto opened =
        bytes ? log::openEntry(*bytes, *membership, *ring) : std::unexpected(bytes.error());
    if (!opened) // waits, or does not count
        return {};
    const QDateTime at =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(opened->content.time >> 16U), Qt::UTC);
    if (!one.lastSeen.isValid() || at > one.lastSeen)
        one.lastSeen = at;
    return {};
}

base::Result<> Session::revokeWorkstation(const base::Uuid& who) {
    State& state = *m_state;
    const std::unique_lock alone(state.life);
    CHEVET_TRY(state.checkOpen());
    CHEVET_TRY_ASSIGN(const log::Signers by, state.administrator());
    const log::Device* device = state.membership->device(who);
    if (device == nullptr)
        return base::fail(ErrorCode::NotFound, who.toString());
    if (device->revoked)
        return base::fail(ErrorCode::AlreadyExists, QStringLiteral("revoked"));
    if (device->sign == state.device->sign.publicKey())
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("revoke"),
                          QStringLiteral("this very workstation"));
    std::vector<log::Cut> cuts; // what is here counts
    for (const base::Uuid& stream : device->streams) {
        CHEVET_TRY_ASSIGN(const auto chains, state.log->chainsOf(stream));
        for (const base::Uuid& chain : chains) { // a copied machine wrote in several
            const log::Head head = state.vault->applied(chain);
            if (head.seq > 0)
                cuts.push_back({.stream = stream, .seq = head.seq, .hash = head.hash});
        }
    }
    log::Membership next = *state.membership;
    CHEVET_TRY(next.revoke(who, std::move(cuts), by, state.environment.random));
    CHEVET_TRY(next.store(state.environment.disk, state.paths.membership()));
    *state.membership = std::move(next);
    return state.membershipChanged();
}

base::Result<> Session::State::membershipChanged() {
    CHEVET_TRY(membership->refresh(*ring, *device));
    membership->readLabels(*ring);
    provenance->forget();
    return {};
}

base::Result<> Session::resolveMembershipFork() {
    State& state = *m_state;
    const std::unique_lock alone(state.life);
    CHEVET_TRY(state.checkOpen());
    CHEVET_TRY_ASSIGN(const log::Signers by, state.administrator());
    log::Membership next = *state.membership;
    CHEVET_TRY(next.resolveFork(by, *state.ring));
    CHEVET_TRY(next.store(state.environment.disk, state.paths.membership()));
    *state.membership = std::move(next);
    return state.membershipChanged();
}

} // namespace chevet::session
