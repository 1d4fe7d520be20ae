#pragma once
// Ingest: what an import proposes becomes signed entries and rows of the view. Files are gathered
// into batches; each batch is one append to the log (one fsync) and one transaction of the view, in
// that order (I2). A file's ops form one set: none of it is shown before all of it is in.
//
// Used by one thread, under the session's write lock. Batches are committed on a thread of their
// own while the caller goes on parsing.

#include "import/proposal.h"
#include "log/entry_packer.h"
#include "session/known_documents.h"
#include "session/patient_matching.h"
#include "session/pending_keys.h"
#include "session/resource_id.h"
#include "session/state.h"

#include <future>
#include <unordered_set>

namespace chevet::session {

class Ingest {
public:
    struct Counts {
        qint64 resources = 0, unchanged = 0;
        qint64 patients = 0; // distinct
    };

    explicit Ingest(Session::State& state);
    ~Ingest(); // waits for the running batch; what is not committed by then is left out

    // Files come whole or in pieces, in order. An error ends the import: what was committed stays.
    [[nodiscard]] base::Result<> add(import::Proposal&& proposal);
    [[nodiscard]] base::Result<> finish();                                   // commits the rest
    [[nodiscard]] const Counts& counts() const noexcept { return m_counts; } // of committed batches

private:
    struct Unit; // one op in the making
    struct Batch;

    [[nodiscard]] base::Result<> commitLater();
    [[nodiscard]] base::Result<> waitForCommit();
    [[nodiscard]] base::Result<> commit(Batch& batch);
    // The steps of a commit, in order.
    [[nodiscard]] base::Result<> matchPatients(Batch& batch);
    [[nodiscard]] base::Result<> compare(Batch& batch);
    [[nodiscard]] base::Result<> encode(Batch& batch) const;
    [[nodiscard]] base::Result<std::vector<log::PreparedEntry>>
    pack(Batch& batch, std::vector<log::EntryDraft>& drafts);
    [[nodiscard]] base::Result<> write(std::span<const log::PreparedEntry> prepared,
                                       std::vector<log::EntryDraft> drafts);
    void count(const Batch& batch);

    [[nodiscard]] base::Result<> matchPatients(Batch& batch, std::size_t index);
    void makeUnits(Batch& batch, std::size_t index);
    [[nodiscard]] static Unit ownUnit(std::size_t proposal, const std::optional<base::Uuid>& owner,
                                      const char* type, const QByteArray& json,
                                      const QByteArray& file);
    // Decides what `unit` is to the versions that are known: nothing new, earlier, or the next one.
    [[nodiscard]] base::Result<> place(Unit& unit);
    [[nodiscard]] base::Result<std::vector<vault::CurrentVersion>>
    knownVersions(const Unit& unit, const QByteArray& key);
    [[nodiscard]] static bool saysTheSame(const Unit& unit, const vault::CurrentVersion& version);
    [[nodiscard]] static bool sameAttachments(const Unit& unit,
                                              const vault::CurrentVersion& current);

    Session::State& m_state;
    PatientMatching m_matching;
    KnownDocuments m_documents;
    bool m_fileEnded = true; // before the proposal in hand
    PendingKeys m_newKeys;
    ResourceIds m_ids;
    std::unique_ptr<Batch> m_gathering;
    std::unique_ptr<Batch> m_committing;
    std::future<base::Result<>> m_commit;
    std::optional<log::EntryPacker> m_open; // of a file whose last piece has not come yet
    // What this import wrote that the view may not show yet, by owner, type and id; the current
    // version first.
    QHash<QByteArray, std::vector<vault::CurrentVersion>> m_pendingVersions;
    Counts m_counts;
    std::unordered_set<base::Uuid> m_patients;
};

} // namespace chevet::session
