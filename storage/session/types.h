#pragma once
// Plain values that cross the door between storage and ui/cli. No behaviour.

#include "base/error.h"
#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"
#include "record/note_writer.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace chevet::session {

using PatientKey = base::Uuid; // the vault's own id of a patient file; never shown

enum class Role { Physician, Nurse, Pharmacist, Clerk, Administrator };

// A professional of this workstation, as the unlock screen may show before anything is open.
struct UserFacts {
    base::Uuid id;
    QString name; // "Dre Maude Lachance"
    Role role = Role::Physician;
    bool disabled = false;
    bool administrator = false;
};

// What is known of a locked vault: counts and times only, never a patient's name.
struct VaultFacts {
    QString folder;
    QString clinic;
    QString workstation;
    QString clinicFingerprint; // first 8 hexadecimal digits, in two groups
    QList<UserFacts> users;
    std::optional<base::Uuid> lastUser;
    QDateTime lastLocked;
    qint64 patients = -1; // -1: unknown
    QDateTime kitVerified;
    bool keychainSlot = false;
};

struct PatientRow {
    explicit PatientRow(const PatientKey& file)
        : key(file) {}
    PatientKey key;
    QString id; // what `patients` prints: FHIR id, or the vault's own on collision
    QString family, given;
    QString nam; // 12 characters without blanks, or empty
    bool namValid = false;
    QString birthDate; // as received: YYYY, YYYY-MM or YYYY-MM-DD
    QString sex;       // FHIR administrative-gender code, or empty
    QString phone;
    QString lastContact;      // as received, date first
    QString lastContactWords; // "Consultation, Dre M. Lachance", may be empty
    bool namesake = false;    // another patient could be confused with this one
    enum class Match { Listed, Exact, Prefix, Phonetic, Close } match = Match::Listed;
    bool restricted = false;
};

struct PatientPage {
    qint64 total = 0; // of the whole answer, rows may be fewer
    QList<PatientRow> rows;
    double milliseconds = 0;
};

struct Appointment {
    PatientKey patient;
    QDateTime start; // with the zone it came with
    int minutes = 0;
    QString words; // reason or service type
    QString with;  // practitioner
    QString status;
};

enum class SignatureState { Verified, Pending, UnknownKey, Invalid };

struct Provenance {
    SignatureState signature = SignatureState::UnknownKey;
    QString device; // workstation label
    QString author; // professional, or the workstation for an import
    QString role;
    QDateTime at;         // when signed (advisory)
    QString sourceFile;   // file name, without folder
    QString sourcePlace;  // "entry 12" …
    quint64 sequence = 0; // number in the workstation's chain
    QString entryHash;    // hexadecimal
    int versions = 1;
};

// A line of the register of accesses, compared with its signed entry: `provenance.signature` is
// Invalid for a line that says anything else than what was signed.
struct AccessLine {
    PatientKey patient;
    QString act; // stable English code of audit: "opened", "printed", "exported"; empty: unknown to
                 // this version, `reason` is then what the line says
    QString reason, recipient;
    Provenance provenance;
};

// Resources of no patient.
struct SharedRow {
    QString reference; // Type/id, to be given to Session::resource()
    Provenance provenance;
};

struct SharedPage {
    qint64 total = 0; // rows may be fewer
    QList<SharedRow> rows;
};

struct ResourceVersion {
    int version = 1; // 1 is the oldest
    bool current = false;
    QByteArray json;
    QList<int> parents;   // versions it replaces
    bool deleted = false; // hidden from then on
    Provenance provenance;
};

// What a professional wrote, as it is current now.
struct Written {
    QString resource; // Type/id
    int version = 1;
    QString entry{};        // hash of the entry of the log, hexadecimal
    bool unchanged = false; // the current version says the same: nothing was written
};

// A note that is not signed yet.
struct NoteDraft {
    base::Uuid id;
    PatientKey patient;
    base::Uuid author;
    QDateTime started{}, saved{};
    QString appendsTo{}; // "Composition/id" of the note it adds to, or empty
    QList<record::WrittenSection> sections{};
};

// What happened to one file, from one entry of the log: it was opened, printed, handed over, or
// changed.
struct ActLine {
    QString act;           // as AccessLine; "written" or "imported" for changes
    QStringList resources; // Type/id of what changed, as far as its key opens it
    QString reason{}, recipient{};
    Provenance provenance;
};

struct Refusal {
    QString file;   // path as given
    QString where;  // "line 12", "entry 3 (Observation/x)", "" for the whole file
    QString reason; // stable English code, import::Reason
    QString detail;
};

struct ImportProgress {
    QString file;
    qint64 filesDone = 0, filesTotal = -1; // -1: still counting
    qint64 bytesDone = 0, bytesTotal = -1;
    qint64 resources = 0, patients = 0;
    double bytesPerSecond = 0;
    double secondsLeft = -1; // -1: not known yet
};

struct ImportSummary {
    qint64 files = 0, bytes = 0, patients = 0, resources = 0; // resources: new or new version
    qint64 unchanged = 0;                                     // came in identical
    double seconds = 0; // from the vault being open to the last fsync
    bool cancelled = false;
    QList<Refusal> refused;
    QList<Refusal> remarks; // kept, but a person may want to know
};

// A pair of files that look like one person; a human decides.
struct LikelyDuplicate {
    PatientRow first, second;
    QString reason; // stable English code: "same-name-and-birth-date", …
};

struct Alarm {
    QString code;  // stable English: "page-replay", "blob-damaged", …
    QString where; // table, file, entry; no clinical content
    QString detail;
    bool healed = false;
};

struct VerifyReport {
    qint64 entries = 0, signatures = 0, resources = 0;
    bool ok = false;
    QList<Alarm> alarms;
};

struct Stats {
    qint64 patients = 0;
    qint64 resources = 0; // distinct current resources, imported or written
    qint64 versions = 0;
    qint64 rawBytes = 0;   // of the files imported
    qint64 vaultBytes = 0; // of the whole folder on disk
    qint64 entries = 0;
    qint64 blobs = 0;
    QList<QPair<QString, qint64>> perType; // FHIR type, count; sorted by type
};

// Called from the working thread; return false to cancel at the next safe point.
template <class T>
using Progress = std::function<bool(const T&)>;

} // namespace chevet::session
