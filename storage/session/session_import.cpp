// Session's writing of imports: plan, read, ingest, report.

#include "import/importer.h"
#include "session/ingest.h"
#include "session/op_content.h"
#include "session/session.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::session {

using base::ErrorCode;

namespace {

Refusal refusalOf(const import::Finding& finding) {
    return {.file = finding.file,
            .where = finding.where,
            .reason = QLatin1String(import::reasonName(finding.reason)),
            .detail = finding.detail};
}

// Rate over the whole import, time left by bytes; no guess in the first second.
class Meter {
public:
    Meter(const base::Clock& clock, const import::Plan& plan)
        : m_clock(clock)
        , m_started(clock.monotonicNanoseconds()) {
        m_progress.filesTotal = plan.sources.size();
        m_progress.bytesTotal = plan.bytes;
    }
    const ImportProgress& after(const import::Proposal& proposal) {
        m_progress.file = proposal.file;
        m_progress.bytesDone += proposal.bytes;
        m_progress.filesDone += proposal.last ? 1 : 0;
        m_progress.resources += proposal.resources.size();
        m_progress.patients += proposal.patients.size();
        const double spent = seconds();
        if (spent > 1) {
            m_progress.bytesPerSecond = static_cast<double>(m_progress.bytesDone) / spent;
            m_progress.secondsLeft =
                m_progress.bytesPerSecond > 0
                    ? static_cast<double>(m_progress.bytesTotal - m_progress.bytesDone) /
                          m_progress.bytesPerSecond
                    : -1;
        }
        return m_progress;
    }
    [[nodiscard]] double seconds() const {
        return static_cast<double>(m_clock.monotonicNanoseconds() - m_started) / 1e9;
    }

private:
    const base::Clock& m_clock;
    qint64 m_started;
    ImportProgress m_progress;
};

} // namespace

base::Result<ImportSummary> Session::import(const QStringList& paths,
                                            const Progress<ImportProgress>& progress) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    const import::Importer importer(m_state->environment.disk, storedLimits());
    ImportSummary summary;
    CHEVET_TRY_ASSIGN(const import::Plan plan, importer.plan(paths, [&](qint64 found) {
        ImportProgress counting;
        counting.filesTotal = -1;
        counting.filesDone = found;
        return !m_state->closing && (!progress || progress(counting));
    }));
    for (const import::Finding& finding : plan.refused)
        summary.refused += refusalOf(finding);

    Meter meter(m_state->environment.clock, plan);
    Ingest ingest(*m_state);
    std::optional<base::Error> failure;
    const auto read = importer.readAll(plan, 2, [&](import::Proposal&& proposal) {
        for (const import::Finding& finding : proposal.refused)
            summary.refused += refusalOf(finding);
        for (const import::Finding& finding : proposal.remarks)
            summary.remarks += refusalOf(finding);
        summary.bytes += proposal.bytes;
        summary.files += proposal.last ? 1 : 0;
        const ImportProgress& state = meter.after(proposal);
        if (const auto added = ingest.add(std::move(proposal)); !added)
            failure = added.error();
        return !failure && !m_state->closing && (!progress || progress(state));
    });
    if (failure)
        return std::unexpected(*failure);
    if (!read && read.error().code != ErrorCode::Cancelled)
        return std::unexpected(read.error());
    summary.cancelled = !read;
    CHEVET_TRY(ingest.finish());
    summary.resources = ingest.counts().resources;
    summary.unchanged = ingest.counts().unchanged;
    summary.patients = ingest.counts().patients;
    if (summary.resources > 0)
        CHEVET_TRY(m_state->noteImport(summary));
    summary.seconds = meter.seconds();
    return summary;
}

} // namespace chevet::session
