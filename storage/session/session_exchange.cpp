// Entries to and from the clinic's other workstations, by a folder.

#include "session/session.h"
#include "session/state.h"
#include "sync/exchange.h"

namespace chevet::session {

namespace {

ExchangeOutcome outcomeOf(const sync::ExchangeReport& report) {
    ExchangeOutcome outcome{.sent = report.sent,
                            .received = report.received,
                            .attachmentsSent = report.blobsSent,
                            .attachmentsReceived = report.blobsReceived};
    for (const sync::Refused& one : report.refused)
        outcome.quarantined += {.stream = one.stream,
                                .why = QLatin1String(one.why),
                                .file = one.file,
                                .seq = one.seq,
                                .alarm = one.isAlarm()};
    outcome.incomplete = report.cut;
    outcome.foreign = report.foreign;
    outcome.copied = !report.doubled.empty();
    outcome.restored = report.ownCameBack;
    return outcome;
}

} // namespace

// Entries of a revoked workstation were applied before the revocation, or what its last entry leads
// back to, was known here.
base::Result<bool> Session::State::showsRevoked() const {
    CHEVET_TRY_ASSIGN(const auto chains, log->streams());
    for (const base::Uuid& chain : chains) {
        CHEVET_TRY_ASSIGN(const quint64 last, log->countsUpTo(chain));
        if (vault->applied(chain).seq > last)
            return true;
    }
    return false;
}

// What came from others is named by an entry of ours, so that the view is made in the same order
// again; then it is for others to see that we have it. It also brings the keys they may miss.
base::Result<> Session::State::tellOthers(std::vector<log::KnownHead> heads) {
    CHEVET_TRY_ASSIGN(auto rescued, vault->rescuedKeys());
    if (heads.empty() && rescued.empty())
        return {};
    log::EntryDraft draft{.type = log::EntryType::Heartbeat};
    draft.heads = std::move(heads);
    const bool rescues = !rescued.empty();
    draft.newKeys = std::move(rescued);
    CHEVET_TRY(writeAsWorkstation(std::move(draft)));
    return rescues ? vault->forgetRescued() : base::Result<>{};
}

base::Result<QStringList> Session::State::catchUp(const std::function<bool(qint64)>& proceed) {
    CHEVET_TRY_ASSIGN(const bool tooMuch, showsRevoked());
    if (tooMuch)
        CHEVET_TRY(vault->rebuild(proceed));
    CHEVET_TRY_ASSIGN(vault::Vault::CaughtUp caught, vault->catchUp(proceed));
    CHEVET_TRY(tellOthers(std::move(caught.unnamed)));
    QStringList waiting;
    for (const base::Uuid& stream : caught.waiting)
        waiting += stream.toHex();
    return waiting;
}

base::Result<> Session::State::takeBlobs(sync::Exchange& exchange) const {
    std::vector<sync::Exchange::WantedBlob> wanted;
    CHEVET_TRY(vault->eachBlob(
        [&](const log::BlobRef& ref, const std::optional<base::Uuid>& patient) -> base::Result<> {
            if (!blobs->exists(ref.id))
                wanted.push_back({.ref = ref, .parent = [this, patient, epoch = ref.epoch] {
                                      return ring->blobParent(patient, epoch);
                                  }});
            return {};
        }));
    for (const auto& one : wanted)
        CHEVET_TRY(exchange.takeBlob(one));
    return {};
}

// What cannot be stored is not believed either.
base::Result<> Session::State::takeMembership(sync::Exchange& exchange) {
    const log::Membership before = *membership;
    const auto taken = exchange.takeMembership();
    if (taken && !*taken)
        return {};
    const auto stored = taken ? membership->store(environment.disk, paths.membership())
                              : base::Result<>(std::unexpected(taken.error()));
    if (stored)
        return membershipChanged();
    *membership = before;
    return stored;
}

base::Result<ExchangeOutcome> Session::exchange(const QString& folderPath,
                                                const Progress<ExchangeSteps>& progress) {
    State& state = *m_state;
    const auto proceed = [&](const sync::ExchangeProgress& done) {
        return !state.closing &&
               (!progress ||
                progress({.entries = done.entries, .bytes = done.bytes, .sending = done.sending}));
    };
    std::unique_ptr<sync::ExchangeFolder> folder;
    std::unique_ptr<sync::Exchange> exchange;
    {
        // Whoever reads a chart reads the chain: it changes only while nobody does.
        const std::unique_lock alone(state.life);
        CHEVET_TRY(state.checkOpen());
        folder = std::make_unique<sync::ExchangeFolder>(state.environment.disk, folderPath,
                                                        state.membership->clinic());
        CHEVET_TRY(folder->prepare());
        const sync::Exchange::Parts parts{.disk = state.environment.disk,
                                          .log = *state.log,
                                          .membership = *state.membership,
                                          .blobs = *state.blobs,
                                          .blobFolder = state.paths.blobs(),
                                          .quarantine = state.paths.quarantine()};
        exchange = std::make_unique<sync::Exchange>(parts, *folder, proceed);
        CHEVET_TRY(state.takeMembership(*exchange));
    }
    const std::shared_lock alive(state.life);
    CHEVET_TRY(state.checkOpen());
    const std::scoped_lock writing(state.writing);
    CHEVET_TRY(exchange->takeEntries());
    const auto& doubled = exchange->report().doubled;
    if (std::find(doubled.begin(), doubled.end(), state.log->stream()) != doubled.end())
        CHEVET_TRY(state.log->startNextStream()); // a copy of this machine writes there too
    CHEVET_TRY_ASSIGN(QStringList waiting,
                      state.catchUp([&](qint64) { return !state.closing.load(); }));
    CHEVET_TRY(state.takeBlobs(*exchange));
    CHEVET_TRY_ASSIGN(const qint64 merged, state.mergeContested());
    CHEVET_TRY(exchange->send());
    ExchangeOutcome outcome = outcomeOf(exchange->report());
    outcome.merged = merged;
    outcome.waiting = std::move(waiting);
    outcome.forked = state.membership->forked();
    const log::Device* here = state.membership->device(state.keys->device.device);
    outcome.evicted = here != nullptr && here->revoked;
    return outcome;
}

base::Result<ClinicState> Session::clinicState() const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto digest, m_state->vault->stateDigest());
    crypto::Hasher hasher;
    hasher.update("state/1").update(digest.hash.view());
    for (const log::Hash& head : m_state->membership->heads())
        hasher.update(head.view());
    ClinicState state{.root = hasher.finish(),
                      .heads = {},
                      .patients = digest.patients,
                      .resources = digest.resources};
    CHEVET_TRY_ASSIGN(const auto heads, m_state->log->heads());
    for (const auto& [chain, head] : heads)
        state.heads += {chain.toHex(), head.seq};
    return state;
}

} // namespace chevet::session
