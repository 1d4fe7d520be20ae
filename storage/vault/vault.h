#pragma once
// Vault: the patient files as a view over the signed log (I1), in one SQLCipher database,
// `view.db`, beside its authenticated root, the file `root` (I7). What is shown was checked against
// that root; what does not match is made again from the log, and said so (takeAlarms()). Only when
// the log cannot heal it either does a call fail with RootMismatch or DatabaseDamaged.
//
// Threads: [read] calls may come from any thread, several at once. [write] calls are serialised
// inside and slow. Neither is for the GUI thread.

#include "log/blob_store.h"
#include "vault/rows.h"
#include "vault/vault_config.h"

#include <memory>
#include <span>

namespace chevet::vault {

class Vault {
public:
    // Nothing is read yet: the caller gives its key ring wrappedKey() as lookup, then calls open().
    explicit Vault(VaultConfig config);
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    // [write] Opens or makes the database, compares it with its root and with the log, applies what
    // the log has more. NotEncrypted, CipherMissing, NewerVersion: refused, nothing touched. A
    // damaged database goes to quarantine/ and is made again. `proceed`: entries applied so far;
    // false ends with Cancelled and the rest is applied by the next open().
    using Proceed = std::function<bool(qint64 done)>;
    [[nodiscard]] base::Result<> open(const Proceed& proceed = {});
    // [write] Closes every connection and forgets the key; every later call is Cancelled.
    void close();

    // [write] Entries that the log has made durable, in one transaction (I2). Entries already
    // applied are passed over; if earlier ones are missing they are fetched from the log first.
    [[nodiscard]] base::Result<> apply(std::span<const Incoming> entries);
    // [write] Applies what the log has more: entries of other workstations that log::Log::take()
    // kept. `unnamed` must be named by the next entry of this workstation, so that the view is made
    // in the same order again; after open() too. `waiting`: streams that wait for entries not here.
    struct CaughtUp {
        std::vector<log::KnownHead> unnamed{};
        std::vector<base::Uuid> waiting{};
    };
    [[nodiscard]] base::Result<CaughtUp> catchUp(const Proceed& proceed = {});
    // The same, of open() and rebuild(); each is given once.
    [[nodiscard]] std::vector<log::KnownHead> unnamed();
    // [write] Keys that only entries of a revoked workstation brought, of files in which others
    // wrote: the next entry of this workstation must bring them again, for those who do not have
    // these entries. Kept until forgetRescued().
    [[nodiscard]] base::Result<std::vector<log::WrappedPatientKey>> rescuedKeys();
    [[nodiscard]] base::Result<> forgetRescued();
    // [any thread] A new patient's key, before the entry that carries it is applied.
    void announceKey(const log::WrappedPatientKey& key);
    // [read] For log::KeyRing::setLookup; also during open(), apply() and rebuild().
    [[nodiscard]] std::optional<log::WrappedPatientKey> wrappedKey(const base::Uuid& patient);

    // Patients [read]. search() with an empty text lists the latest contacts.
    [[nodiscard]] base::Result<PatientLines> search(const QString& text, int limit, int offset = 0);
    [[nodiscard]] base::Result<std::optional<PatientLine>> patient(const base::Uuid& key);
    [[nodiscard]] base::Result<QList<PatientLine>> recent(int limit);
    [[nodiscard]] base::Result<QList<PatientLine>> withId(const QString& id); // exact, at most 100
    [[nodiscard]] base::Result<QList<PatientLine>>
    withNam(const QString& nam); // the same, normalised
    // Of Patient resources; "system|value", exact.
    [[nodiscard]] base::Result<QList<PatientLine>> withIdentifier(const QString& token);
    [[nodiscard]] base::Result<QList<AppointmentLine>> appointments(qint64 fromMs, qint64 toMs);
    [[nodiscard]] base::Result<QList<LookalikePair>> likelyDuplicates(int limit = 1000);

    // Charts [read], checked against the root. Deleted resources are left out.
    [[nodiscard]] base::Result<std::vector<StoredResource>> chart(const base::Uuid& patient);
    // `patient` none: shared resources. NotFound.
    [[nodiscard]] base::Result<StoredResource> resource(const std::optional<base::Uuid>& patient,
                                                        QByteArrayView type, QByteArrayView id);
    // Shared resources, one of sharedShards (slots.h) at a time.
    [[nodiscard]] base::Result<std::vector<StoredResource>> shared(int shard);
    // By "system|value", for conditional references: a shared resource, or one of `patient`'s file.
    // NotFound.
    [[nodiscard]] base::Result<StoredResource>
    byIdentifier(QByteArrayView type, const QString& token, const base::Uuid& patient);
    // The current version, hidden or not.
    [[nodiscard]] base::Result<StoredResource> newest(const std::optional<base::Uuid>& patient,
                                                      QByteArrayView type, QByteArrayView id);
    // Every version, the newest first; of what was removed too.
    [[nodiscard]] base::Result<std::vector<StoredResource>>
    history(const std::optional<base::Uuid>& patient, QByteArrayView type, QByteArrayView id);
    // What a writer of a new version must know; nullopt if there is none.
    [[nodiscard]] base::Result<std::optional<CurrentVersion>>
    currentVersion(const std::optional<base::Uuid>& patient, QByteArrayView type,
                   QByteArrayView id);
    // The same of every version, the newest first; empty if there is none.
    [[nodiscard]] base::Result<std::vector<CurrentVersion>>
    knownVersions(const std::optional<base::Uuid>& patient, QByteArrayView type, QByteArrayView id);
    // history() with the digests. The last versions are more than one where workstations wrote
    // without knowing of each other. NotFound.
    [[nodiscard]] base::Result<std::vector<NamedVersion>>
    namedVersions(const std::optional<base::Uuid>& patient, QByteArrayView type, QByteArrayView id);
    // Every resource whose last versions contradict each other.
    [[nodiscard]] base::Result<std::vector<Contested>> contested();
    // Where an entry is in the log, for its signature. NotFound.
    [[nodiscard]] base::Result<log::EntryRef> entryRef(const base::Uuid& stream, quint64 seq);
    // The reference of a blob of this patient. NotFound.
    [[nodiscard]] base::Result<log::BlobRef> blob(const std::optional<base::Uuid>& patient,
                                                  const base::Uuid& blobId);

    // [read] Every blob that a version names, with its patient.
    using OnBlob =
        std::function<base::Result<>(const log::BlobRef&, const std::optional<base::Uuid>&)>;
    [[nodiscard]] base::Result<> eachBlob(const OnBlob& blob);
    // [read] Of all versions of all resources and of the register, without anything that is this
    // view's own: equal in every view of the same entries. Slow.
    struct StateDigest {
        log::Hash hash{};
        qint64 patients = 0, resources = 0;
    };
    [[nodiscard]] base::Result<StateDigest> stateDigest();

    // Register of accesses [read], newest first; `patient` none: everyone's.
    struct AccessRow {
        base::Uuid stream;
        quint64 seq = 0;
        int op = 0;
        std::optional<base::Uuid> patient{}, author{};
        qint64 timeMs = 0;
        QByteArray body{}; // plain; empty if it cannot be read
    };
    [[nodiscard]] base::Result<std::vector<AccessRow>>
    accesses(const std::optional<base::Uuid>& patient, int limit);

    // [read] The entries that hold operations of this patient's file, newest first.
    [[nodiscard]] base::Result<std::vector<log::EntryRef>> entriesOf(const base::Uuid& patient,
                                                                     int limit);

    [[nodiscard]] base::Result<ViewCounts> counts();           // [read]
    [[nodiscard]] log::Head applied(const base::Uuid& stream); // [read] how far the view is

    // [write] Compares the view with its root; `full` also every page, every index, every body, and
    // every row (older versions and the register too) with the operation of the log that made it.
    // Heals what it can. `resources`: current rows checked.
    struct Checked {
        qint64 resources = 0;
        QList<ViewAlarm> alarms; // of this call
    };
    [[nodiscard]] base::Result<Checked> verify(bool full, const Proceed& proceed = {});
    // [write] Makes the whole view again from the log, equal row for row.
    [[nodiscard]] base::Result<> rebuild(const Proceed& proceed = {});
    // Alarms since the last call, from any thread.
    [[nodiscard]] QList<ViewAlarm> takeAlarms();

private:
    struct State;
    friend class Replay;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::vault
