#include "session/synthetic_clinic.h"

#include "session/clinic_generator.h"
#include "session/ingest.h"
#include "session/session.h"
#include "session/state.h"

namespace chevet::session {

namespace {

constexpr int patientsPerFile = 2000;

// Twenty-four signs of Crockford's base32: 120 bits. The vault holds nobody's data, but is a real
// one.
QByteArray newPassphrase(base::Random& random) {
    static constexpr char signs[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::array<std::uint8_t, 24> bytes{};
    random.fill(bytes);
    QByteArray text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += '-';
        text += signs[bytes[i] % 32];
    }
    return text;
}

} // namespace

base::Result<ImportSummary> Session::importGenerated(int patients,
                                                     const Progress<ImportProgress>& progress) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    const ClinicGenerator generator;
    Ingest ingest(*m_state);
    ImportProgress state;
    state.filesTotal = (patients + patientsPerFile - 1) / patientsPerFile;
    ImportSummary summary;
    const qint64 before = m_state->environment.clock.monotonicNanoseconds();
    for (int first = 0; first < patients && !summary.cancelled; first += patientsPerFile) {
        import::Proposal proposal =
            generator.propose(first, std::min(patientsPerFile, patients - first));
        summary.bytes += proposal.bytes;
        ++summary.files;
        state.filesDone = summary.files;
        state.bytesDone = summary.bytes;
        state.resources += proposal.resources.size();
        state.file = proposal.file;
        CHEVET_TRY(ingest.add(std::move(proposal)));
        summary.cancelled = m_state->closing || (progress && !progress(state));
    }
    CHEVET_TRY(ingest.finish());
    summary.resources = ingest.counts().resources;
    summary.patients = ingest.counts().patients;
    CHEVET_TRY(m_state->noteImport(summary));
    summary.seconds =
        static_cast<double>(m_state->environment.clock.monotonicNanoseconds() - before) / 1e9;
    return summary;
}

base::Result<ImportSummary> makeSyntheticClinic(const Environment& environment,
                                                const QString& folder, int patients,
                                                const Progress<ImportProgress>& progress) {
    if (patients < 1 || patients > ClinicGenerator::maxPatients)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("patients"),
                          QString::number(patients));
    QByteArray words = newPassphrase(environment.random);
    NewClinic clinic{.clinic = QStringLiteral("Clinique fictive"),
                     .workstation = QStringLiteral("POSTE-1"),
                     .firstUser = {.name = QStringLiteral("Dre Maude Lachance"),
                                   .role = Role::Physician,
                                   .administrator = true,
                                   .passphrase = crypto::Secret::copyOf(
                                       {reinterpret_cast<const std::uint8_t*>(words.constData()),
                                        static_cast<std::size_t>(words.size())})},
                     .cost = environment.kdfLimits.floor};
    // The clinic first: a vault that is there already keeps the file of its own passphrase.
    CHEVET_TRY_ASSIGN(Session::Created created,
                      Session::create(environment, folder, std::move(clinic)));
    CHEVET_TRY(base::replaceFile(environment.disk, folder + QLatin1String(".passphrase"),
                                 QByteArray(words + '\n')));
    return created.session->importGenerated(patients, progress);
}

} // namespace chevet::session
