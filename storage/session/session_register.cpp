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

} // namespace chevet::session
