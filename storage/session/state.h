#pragma once
// What an open session holds. Private to session/: nothing outside includes this file.

#include "keychain/slot_file.h"
#include "log/blob_store.h"
#include "log/log.h"
#include "session/drafts.h"
#include "session/provenance.h"
#include "session/session.h"
#include "vault/vault.h"

#include <atomic>
#include <mutex>
#include <shared_mutex>

namespace chevet::import {
struct SingleResource;
}
namespace chevet::sync {
class Exchange;
}

namespace chevet::session {

struct BackupSnapshot;

// The files of a vault folder (architecture §5).
struct VaultPaths {
    QString folder;
    [[nodiscard]] QString log() const { return folder + QLatin1String("/log"); }
    [[nodiscard]] QString membership() const { return log() + QLatin1String("/membership"); }
    [[nodiscard]] QString blobs() const { return folder + QLatin1String("/blobs"); }
    [[nodiscard]] QString quarantine() const {
        return folder + QLatin1String("/quarantine/entries");
    }
    [[nodiscard]] QString drafts() const { return folder + QLatin1String("/drafts"); }
    [[nodiscard]] QString lock() const { return folder + QLatin1String("/lock"); }
    [[nodiscard]] QString restored() const { return folder + QLatin1String("/restored"); }
};

[[nodiscard]] keychain::SlotEnvironment slotEnvironment(const Environment& environment);
[[nodiscard]] log::DeviceKeys deviceKeys(const keychain::DeviceSecrets& secrets);
[[nodiscard]] log::UserRole logRole(Role role);
[[nodiscard]] UserFacts userFacts(const keychain::SlotUser& user);
[[nodiscard]] VaultFacts vaultFacts(const QString& folder, const keychain::SlotFacts& facts);

struct Session::State {
    State(const Environment& given, const QString& folder);

    Environment environment;
    VaultPaths paths;
    keychain::SlotFile slots_; // `slots` is a word of Qt

    // Taken shared by every call, exclusively by lock(). Order: `life` before `writing`.
    mutable std::shared_mutex life;
    std::mutex writing;                // one write at a time
    std::atomic<bool> closing = false; // lock() waits: long work should end
    bool open = false;

    std::unique_ptr<base::FileLock> fileLock;
    std::unique_ptr<keychain::OpenedKeys> keys;
    std::unique_ptr<log::DeviceKeys> device;
    std::unique_ptr<log::Membership> membership;
    std::unique_ptr<log::KeyRing> ring;
    std::unique_ptr<log::Log> log;
    std::unique_ptr<log::BlobStore> blobs;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<ProvenanceReader> provenance;
    std::unique_ptr<DraftStore> drafts;
    mutable std::mutex drafting; // of `drafts`
    QList<Alarm> alarms;         // of opening

    // Everything after the keys are known: membership, log, view.
    [[nodiscard]] base::Result<> openParts(const Progress<qint64>& progress);
    [[nodiscard]] base::Result<> checkRestored();
    // After a restore: never again in a stream the workstation may have written in since.
    [[nodiscard]] base::Result<> leaveRestoredStreams();
    void close();
    [[nodiscard]] base::Result<> checkOpen() const; // Cancelled after lock()
    [[nodiscard]] base::Result<> checkAdministrator() const;
    // Without `life` or `writing` held.
    template <class Change>
    [[nodiscard]] base::Result<> changeMembership(Change&& change);
    [[nodiscard]] base::Result<> enrol(const base::Uuid& id, const crypto::Secret& passphrase,
                                       bool again);

    [[nodiscard]] base::Result<log::Signers> administrator() const; // PermissionDenied
    // After new statements, with `life` held alone: keys and names they brought.
    [[nodiscard]] base::Result<> membershipChanged();
    [[nodiscard]] base::Result<> takeMembership(sync::Exchange& exchange); // the same

    // All below need checkOpen(); those that write also `writing`.
    [[nodiscard]] base::Result<> describeHead(Workstation& one, const base::Uuid& chain,
                                              const log::Head& head) const;
    [[nodiscard]] base::Result<bool> showsRevoked() const;
    [[nodiscard]] base::Result<> tellOthers(std::vector<log::KnownHead> heads);
    // Applies what the log has more; returns the streams that wait.
    [[nodiscard]] base::Result<QStringList> catchUp(const std::function<bool(qint64)>& proceed);
    [[nodiscard]] base::Result<> takeBlobs(sync::Exchange& exchange) const;
    [[nodiscard]] base::Result<std::vector<vault::NamedVersion>>
    leavesOf(const Owner& owner, const QByteArray& type, const QByteArray& id) const;
    [[nodiscard]] base::Result<bool> mergeOne(const vault::Contested& one);
    [[nodiscard]] base::Result<qint64> mergeContested(); // how many were joined
    [[nodiscard]] base::Result<> write(log::EntryDraft draft);
    [[nodiscard]] base::Result<> writeAsWorkstation(log::EntryDraft draft); // nobody's own act
    [[nodiscard]] base::Result<> append(log::EntryDraft draft, const crypto::SigningKey* authorKey);
    // The professional who countersigns; null after a recovery, or if the clinic does not know
    // them.
    [[nodiscard]] std::optional<base::Uuid> signerId() const;
    [[nodiscard]] QString nameOf(const base::Uuid& professional) const; // of the membership chain
    [[nodiscard]] base::Result<Written>
    writeResource(const PatientKey& key, import::SingleResource single, const QString& reason);
    [[nodiscard]] base::Result<Written> reported(Written written, const log::Op& op) const;
    // Leaves the sizes of an import in the log, for stats().
    [[nodiscard]] base::Result<> noteImport(const ImportSummary& summary);
    [[nodiscard]] record::AnalyteMap analyteMap() const; // of the clinic; empty if there is none
    [[nodiscard]] base::Result<> verifyBlobs(QList<Alarm>& found) const;
    [[nodiscard]] base::Result<BackupSnapshot> snapshot();
    [[nodiscard]] base::Result<PatientRow> rowOf(const vault::PatientLine& line) const;
    [[nodiscard]] base::Result<QList<PatientRow>>
    rowsOf(const QList<vault::PatientLine>& lines) const;
    [[nodiscard]] base::Result<vault::StoredResource> rowNamed(const Owner& owner,
                                                               const QString& typeAndId) const;
    [[nodiscard]] base::Result<QByteArray> wholeJson(const Owner& owner,
                                                     const vault::StoredResource& row) const;
};

} // namespace chevet::session
