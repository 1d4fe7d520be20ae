#pragma once
// Session: the one door for ui and cli. Opens a vault, owns every thread and lifetime below it.
//
// Threads: the object is made and destroyed on one thread. Calls marked [read] may come from any
// thread, several at once (each has its own database connection). Calls marked [write] are
// serialised inside and may be slow: never call them on the GUI thread; ui uses session/async.h.
// After lock() every call returns ErrorCode::Cancelled and no key is left in memory.

#include "base/result.h"
#include "crypto/secret.h"
#include "record/chart.h"
#include "record/note_writer.h"
#include "session/backup.h"
#include "session/environment.h"
#include "session/types.h"
#include "session/workstations.h"

#include <memory>

namespace chevet::keychain {
class SlotFile;
struct OpenedKeys;
} // namespace chevet::keychain

namespace chevet::session {

struct NewUser {
    QString name;
    Role role = Role::Physician;
    bool administrator = false;
    crypto::Secret passphrase; // UTF-8, NFC
};

struct NewClinic {
    QString clinic;
    QString workstation;
    NewUser firstUser;
    crypto::KdfCost cost; // measured by measureKdf(), never below the limits' floor
};

// Who asks to join a clinic, from a workstation that has no vault yet.
struct JoinWish {
    QString workstation;
    QString name; // of the professional
    crypto::Secret passphrase;
    crypto::KdfCost cost; // measureKdf()
};

class Session {
public:
    struct Created {
        std::unique_ptr<Session> session;
        crypto::Secret recoveryKit; // 32 bytes; keychain/recovery_code.h prints it
    };

    // Makes the folder `folder` (must be absent or empty). Quitting half-way leaves nothing
    // openable and nothing secret.
    [[nodiscard]] static base::Result<Created> create(const Environment& environment,
                                                      const QString& folder, NewClinic clinic);

    // On the new workstation: makes keys in `folder` (absent or empty) and leaves a sealed request
    // in the folder `exchange`; returns the code to be typed at an enrolled workstation. Slow.
    [[nodiscard]] static base::Result<QString> requestToJoin(const Environment& environment,
                                                             const QString& folder,
                                                             const QString& exchange,
                                                             const JoinWish& wish);
    // Then, with the clinic's code from there: makes the vault. Entries come by exchange().
    // NotFound
    // ("joining": nobody asked from here; "admission": not admitted yet), JoinCodeMistyped. Slow.
    [[nodiscard]] static base::Result<VaultFacts>
    join(const Environment& environment, const QString& folder, const QString& exchange,
         const QString& clinicCode, const JoinWish& wish);

    // Who and what, without opening: reads only the public part of the slot file.
    [[nodiscard]] static base::Result<VaultFacts> facts(const Environment& environment,
                                                        const QString& folder);

    // `user` empty: each enabled user's slot is tried in turn.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>>
    open(const Environment& environment, const QString& folder, const QString& user,
         const crypto::Secret& passphrase);
    [[nodiscard]] static base::Result<std::unique_ptr<Session>>
    openWithKeychain(const Environment& environment, const QString& folder, const base::Uuid& user);
    [[nodiscard]] static base::Result<std::unique_ptr<Session>>
    openWithRecoveryKit(const Environment& environment, const QString& folder,
                        const crypto::Secret& kit);
    // A backup becomes the vault `folder`, which must be absent or empty: AlreadyExists, nothing is
    // ever overwritten. Checked against its signed manifest (BackupIncomplete, BackupDamaged with
    // the files in `where`, BadSignature), copied beside, opened with `key`, its view made again
    // from the log and verified in full; only then it gets its name. What it writes goes into a
    // stream of its own (BACKUP.md §5). On failure nothing is left.
    [[nodiscard]] static base::Result<RestoreSummary>
    restore(const Environment& environment, const QString& backup, const QString& folder,
            const RestoreKey& key, const Progress<BackupProgress>& progress = {});
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Closes the database, wipes keys; idempotent, any thread.
    void lock();
    [[nodiscard]] bool isLocked() const noexcept;

    [[nodiscard]] VaultFacts facts() const;      // [read]
    [[nodiscard]] UserFacts currentUser() const; // [read]
    [[nodiscard]] QList<Alarm>
    openingAlarms() const; // [read] what open() found and healed, or could not

    // Patients [read]
    [[nodiscard]] base::Result<PatientPage> search(const QString& text, int limit,
                                                   int offset = 0) const;
    [[nodiscard]] base::Result<PatientRow> patient(const PatientKey& key) const;
    [[nodiscard]] base::Result<PatientRow>
    findPatient(const QString& idOrNam) const; // as the command line names one
    [[nodiscard]] base::Result<QList<Appointment>> appointments(const QDate& localDay) const;
    [[nodiscard]] base::Result<QList<PatientRow>> recent(int limit) const;
    [[nodiscard]] base::Result<QList<LikelyDuplicate>> likelyDuplicates() const;

    // Chart [read]: checked against the authenticated root (I7) before it is returned; RootMismatch
    // if it cannot be healed from the log. Reading is recorded by noteAccess().
    [[nodiscard]] base::Result<record::Chart> chart(const PatientKey& key) const;
    // `owner` none: what belongs to no patient (organizations, practitioners, and whatever a file
    // held without saying whose it is).
    using Owner = std::optional<PatientKey>;
    [[nodiscard]] base::Result<QByteArray>
    resource(const Owner& owner, const QString& typeAndId) const; // as it came in
    [[nodiscard]] base::Result<QList<ResourceVersion>> history(const Owner& owner,
                                                               const QString& typeAndId) const;
    // Verifies the entry's signature now, from the log.
    [[nodiscard]] base::Result<Provenance> provenance(const Owner& owner,
                                                      const QString& typeAndId) const;
    // What belongs to no patient, by type and id; `type` empty: all of it. Rows beyond `limit` are
    // counted and not given.
    [[nodiscard]] base::Result<SharedPage> shared(const QString& type, int limit) const;
    [[nodiscard]] base::Result<QByteArray> blob(const PatientKey& key, const QString& blobId) const;

    // The register, newest first, each line compared with its signed entry; `key` none: everyone's.
    [[nodiscard]] base::Result<QList<AccessLine>> accesses(const std::optional<PatientKey>& key,
                                                           int limit) const; // [read]

    // The current user's unsigned notes for this patient, latest first.
    [[nodiscard]] base::Result<QList<NoteDraft>> drafts(const PatientKey& key) const; // [read]
    // Everything that happened to a file, newest first: the register and the changes, each line
    // compared with its signed entry.
    [[nodiscard]] base::Result<QList<ActLine>> acts(const PatientKey& key,
                                                    int limit) const; // [read]

    // The clinic's workstations, in the order they were admitted. [read]
    [[nodiscard]] base::Result<QList<Workstation>> workstations() const;
    // What all workstations that hold the same agree on; walks every resource. [read]
    [[nodiscard]] base::Result<ClinicState> clinicState() const;
    // What was changed in two places; `only`: of one patient. [read]
    [[nodiscard]] base::Result<QList<Conflict>>
    conflicts(const std::optional<PatientKey>& only = {}) const;

    // [write]
    // A clinician's decision: `keep` is the version of one of the leaves, all of them are named.
    [[nodiscard]] base::Result<Written> resolve(const Owner& owner, const QString& typeAndId,
                                                int keep, const QString& reason = {});
    // Needs an administrator. `code` was told by the newcomer; MembershipForked while it is.
    [[nodiscard]] base::Result<Admitted> admit(const QString& exchange, const QString& code,
                                               Role role);
    // What it signed and this workstation has seen goes on counting, nothing later. A new epoch.
    [[nodiscard]] base::Result<> revokeWorkstation(const base::Uuid& device);
    [[nodiscard]] base::Result<> resolveMembershipFork();
    // Takes in what others left in the folder, and leaves there what it lacks. Whole files are in
    // or out when it is cancelled or fails; what is refused is named and kept aside.
    [[nodiscard]] base::Result<ExchangeOutcome>
    exchange(const QString& folder, const Progress<ExchangeSteps>& progress = {});

    [[nodiscard]] base::Result<ImportSummary> import(const QStringList& paths,
                                                     const Progress<ImportProgress>& progress = {});
    // Fictional patients (session/synthetic_clinic.h), through the same writing as an import.
    [[nodiscard]] base::Result<ImportSummary>
    importGenerated(int patients, const Progress<ImportProgress>& progress = {});
    // One FHIR R4 resource as the current user's own act, countersigned: new (an id is given where
    // it has none), or a new version of the one with its id. Refused with the import's reason in
    // `where`; WrongPatient if it names somebody else or nobody; PermissionDenied if nobody who may
    // sign is signed in. `reason`: why it is corrected, may be empty.
    [[nodiscard]] base::Result<Written> write(const PatientKey& key, const QByteArray& json,
                                              const QString& reason = {});
    // Hides a resource from then on; what it said stays in its history, and an edit made elsewhere
    // without knowing of it stands beside it (conflicts()). NotFound if there is none to hide;
    // InvalidArgument for the patient itself.
    [[nodiscard]] base::Result<Written> remove(const Owner& owner, const QString& typeAndId,
                                               const QString& reason = {});
    // A consultation note, or an addendum to one: signed, final, never changed afterwards. Refused
    // ("empty") if it says nothing.
    struct NewNote {
        QList<record::WrittenSection> sections;
        QString appendsTo; // "Composition/id", or empty
    };
    [[nodiscard]] base::Result<Written> writeNote(const PatientKey& key, const NewNote& note);
    // Sealed on this workstation, durable on return. `saved` and `author` are set by the session.
    [[nodiscard]] base::Result<> saveDraft(NoteDraft draft);
    [[nodiscard]] base::Result<> discardDraft(const base::Uuid& id);

    // LimitExceeded for words longer than the register takes (audit/access.h).
    enum class Access { Opened, Printed, Exported };
    [[nodiscard]] base::Result<> noteAccess(const PatientKey& key, Access access,
                                            const QString& reason = {},
                                            const QString& recipient = {}); // of an export
    // The clinic's own table of analytes, for every chart: results coded `code` ("system|code")
    // stand in the row `row`; empty: where Chevet's table puts them. Signed by the current user.
    [[nodiscard]] base::Result<> mapAnalyte(const QString& code, const QString& row);
    [[nodiscard]] base::Result<> addUser(NewUser user);
    [[nodiscard]] base::Result<> changePassphrase(const base::Uuid& user, const crypto::Secret& old,
                                                  const crypto::Secret& fresh);
    // After openWithRecoveryKit(): a forgotten passphrase is replaced; the user is then signed in.
    [[nodiscard]] base::Result<> resetPassphrase(const base::Uuid& user, const crypto::Secret& kit,
                                                 const crypto::Secret& fresh);
    [[nodiscard]] base::Result<> setUserDisabled(const base::Uuid& user,
                                                 bool disabled);      // false: enableUser()
    [[nodiscard]] base::Result<> disableUser(const base::Uuid& user); // destroys their slots
    [[nodiscard]] base::Result<> enableUser(const base::Uuid& user,
                                            const crypto::Secret& passphrase);
    [[nodiscard]] base::Result<>
    enableKeychain(const crypto::Secret& passphrase); // of the current user, asked again
    [[nodiscard]] base::Result<> disableKeychain();
    [[nodiscard]] base::Result<> noteKitVerified(); // the two groups were retyped, or a rehearsal

    // A copy of the vault in `folder`, encrypted as the vault is; what is there already is not
    // copied again. Reading and writing go on meanwhile: what is acknowledged when it begins is in
    // it. The folder must be absent, empty, or hold this workstation's backup: AlreadyExists,
    // WrongClinic, BackupOfOther; BackupAhead if it holds more than this vault. DiskFull before
    // anything is copied if the room is short. After any failure the backup that was there before
    // still holds.
    [[nodiscard]] base::Result<BackupSummary> backup(const QString& folder,
                                                     const Progress<BackupProgress>& progress = {});

    [[nodiscard]] base::Result<VerifyReport> verify(bool full,
                                                    const Progress<qint64>& progress = {});
    [[nodiscard]] base::Result<VerifyReport> rebuild(const Progress<qint64>& progress = {});
    [[nodiscard]] base::Result<Stats> stats() const; // [read]

    struct State; // of session/'s own files

private:
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> openWith(
        const Environment& environment, const QString& folder,
        const std::function<base::Result<keychain::OpenedKeys>(const keychain::SlotFile&)>& unlock,
        const Progress<qint64>& progress = {});
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// Passes and memory that take about `milliseconds` on this machine, never below the limits' floor.
// Slow.
[[nodiscard]] base::Result<crypto::KdfCost> measureKdf(const Environment& environment,
                                                       int milliseconds = 600);

} // namespace chevet::session
