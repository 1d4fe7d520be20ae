#include "session/session.h"

#include "session/alarms.h"
#include "session/state.h"

#include <QDir>
#include <QFileInfo>

namespace chevet::session {

using base::ErrorCode;

keychain::SlotEnvironment slotEnvironment(const Environment& environment) {
    return {.disk = environment.disk,
            .clock = environment.clock,
            .random = environment.random,
            .limits = environment.kdfLimits};
}

log::DeviceKeys deviceKeys(const keychain::DeviceSecrets& secrets) {
    return {.sign = secrets.sign.clone(),
            .auth = secrets.auth.clone(),
            .box = crypto::BoxKeyPair::fromSeed(secrets.boxSeed)};
}

Session::State::State(const Environment& given, const QString& folder)
    : environment(given)
    , paths{folder}
    , slots_(slotEnvironment(given), folder) {}

base::Result<> Session::State::checkOpen() const {
    if (!open || closing)
        return base::fail(ErrorCode::Cancelled, QStringLiteral("session"),
                          QStringLiteral("locked"));
    return {};
}

base::Result<> Session::State::openParts(const Progress<qint64>& progress) {
    device = std::make_unique<log::DeviceKeys>(deviceKeys(keys->device));
    CHEVET_TRY_ASSIGN(log::Membership chain,
                      log::Membership::load(environment.disk, paths.membership(),
                                            log::ClinicId{keys->facts.clinicIdentity.id().bytes}));
    membership = std::make_unique<log::Membership>(std::move(chain));
    CHEVET_TRY_ASSIGN(log::KeyRing opened, membership->openKeys(*device));
    ring = std::make_unique<log::KeyRing>(std::move(opened));
    membership->readLabels(*ring);
    CHEVET_TRY_ASSIGN(log, log::Log::open(environment.disk, {.folder = paths.log()}, *membership,
                                          *ring, device->sign));
    for (const log::LogAlarm& alarm : log->alarms())
        alarms += alarmOf(alarm);
    blobs = std::make_unique<log::BlobStore>(environment.disk, paths.blobs());
    vault = std::make_unique<vault::Vault>(
        vault::VaultConfig{.disk = environment.disk,
                           .folder = paths.folder,
                           .key = keys->vault.clone(),
                           .log = *log,
                           .membership = *membership,
                           .keys = *ring,
                           .blobs = blobs.get(),
                           .database = environment.database != nullptr ? *environment.database
                                                                       : vault::DatabaseOptions{}});
    ring->setLookup([this](const base::Uuid& patient) { return vault->wrappedKey(patient); });
    CHEVET_TRY(vault->open([&](qint64 done) { return !closing && (!progress || progress(done)); }));
    for (const vault::ViewAlarm& alarm : vault->takeAlarms())
        alarms += alarmOf(alarm);
    CHEVET_TRY(leaveRestoredStreams());
    CHEVET_TRY(checkRestored());
    CHEVET_TRY(tellOthers(vault->unnamed()));
    provenance = std::make_unique<ProvenanceReader>(*vault, *log, *membership, *ring);
    drafts = std::make_unique<DraftStore>(environment.disk, paths.drafts(), keys->vault.secret(),
                                          environment.random);
    open = true;
    return {};
}

// The view remembers how far the log was. A log that is behind is an older copy of itself: its next
// numbers may exist elsewhere, so it goes on in a new stream (trust.md §3.6).
base::Result<> Session::State::checkRestored() {
    const log::Head seen = vault->applied(log->stream());
    log::Marks elsewhere = log->marks();
    elsewhere.head = seen;
    const auto behind = log->compare(elsewhere);
    if (!behind)
        return {};
    alarms += alarmOf(*behind);
    return log->startNextStream();
}

void Session::State::close() {
    open = false;
    drafts.reset();
    provenance.reset();
    if (vault)
        vault->close();
    vault.reset();
    blobs.reset();
    log.reset();
    ring.reset();
    membership.reset();
    device.reset();
    keys.reset();
    fileLock.reset();
}

Session::Session(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

Session::~Session() {
    lock();
}

void Session::lock() {
    m_state->closing = true; // long work ends at its next safe point
    const std::unique_lock alone(m_state->life);
    if (!m_state->open)
        return;
    const auto counts = m_state->vault->counts();
    // A failure here only costs the unlock screen its facts.
    (void)m_state->slots_.noteLocked(*m_state->keys, counts ? counts->patients : -1);
    m_state->close();
}

bool Session::isLocked() const noexcept {
    return m_state->closing;
}

VaultFacts Session::facts() const {
    const std::shared_lock alive(m_state->life);
    return m_state->keys ? vaultFacts(m_state->paths.folder, m_state->keys->facts) : VaultFacts{};
}

UserFacts Session::currentUser() const {
    const std::shared_lock alive(m_state->life);
    if (m_state->keys && m_state->keys->user)
        if (const keychain::SlotUser* user = m_state->keys->facts.find(m_state->keys->user->id))
            return userFacts(*user);
    return UserFacts{.id = base::Uuid(std::array<std::uint8_t, 16>{}), .name = {}};
}

QList<Alarm> Session::openingAlarms() const {
    const std::shared_lock alive(m_state->life);
    return m_state->alarms;
}

} // namespace chevet::session
