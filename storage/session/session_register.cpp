// Session's register of accesses: written through audit into the signed log, read back and
// compared.

#include "audit/access.h"
#include "session/provenance.h"
#include "session/session.h"
#include "session/state.h"

namespace chevet::session {

namespace {

audit::Act actOf(Session::Access access) {
    switch (access) {
    case Session::Access::Opened:
        return audit::Act::Opened;
    case Session::Access::Printed:
        return audit::Act::Printed;
    case Session::Access::Exported:
        return audit::Act::Exported;
    }
    return audit::Act::Opened;
}

} // namespace

base::Result<> Session::noteAccess(const PatientKey& key, Access access, const QString& reason,
                                   const QString& recipient) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY_ASSIGN(
        log::Op op,
        audit::accessOp(
            {.patient = key, .act = actOf(access), .reason = reason, .recipient = recipient}));
    log::EntryDraft draft;
    draft.ops.push_back(std::move(op));
    return m_state->write(std::move(draft));
}

base::Result<QList<AccessLine>> Session::accesses(const std::optional<PatientKey>& key,
                                                  int limit) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto found, audit::accesses(*m_state->vault, key, limit));
    QList<AccessLine> lines;
    for (const audit::AccessLine& line : found) {
        CHEVET_TRY_ASSIGN(Provenance provenance,
                          m_state->provenance->of(ProvenanceReader::AccessRow{
                              line.stream, line.seq, line.op, line.patient, line.body}));
        lines += AccessLine{.patient = line.patient,
                            .act = line.act ? QLatin1String(audit::actName(*line.act)) : QString(),
                            .reason = line.reason,
                            .recipient = line.recipient,
                            .provenance = std::move(provenance)};
    }
    return lines;
}

base::Result<QList<ActLine>> Session::acts(const PatientKey& key, int limit) const {
    CHEVET_TRY_ASSIGN(const QList<AccessLine> accesses, this->accesses(key, limit));
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    QList<ActLine> acts;
    for (const AccessLine& line : accesses)
        acts += ActLine{.act = line.act,
                        .resources = {},
                        .reason = line.reason,
                        .recipient = line.recipient,
                        .provenance = line.provenance};
    CHEVET_TRY_ASSIGN(const auto entries, m_state->vault->entriesOf(key, limit));
    for (const log::EntryRef& ref : entries) {
        CHEVET_TRY_ASSIGN(auto changes, m_state->provenance->changes(ref, key));
        if (changes.names.isEmpty() && changes.provenance.signature == SignatureState::Verified)
            continue; // the vault's own records only
        acts += ActLine{.act = changes.imported ? QStringLiteral("imported")
                                                : QStringLiteral("written"),
                        .resources = std::move(changes.names),
                        .provenance = std::move(changes.provenance)};
    }
    std::stable_sort(acts.begin(), acts.end(), [](const ActLine& a, const ActLine& b) {
        return std::pair(a.provenance.at, a.provenance.sequence) >
               std::pair(b.provenance.at, b.provenance.sequence);
    });
    return acts.first(std::min<qsizetype>(acts.size(), limit));
}

} // namespace chevet::session
