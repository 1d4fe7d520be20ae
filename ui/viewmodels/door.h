#pragma once
// The door as pages see it: session::Session behind an interface, so that a page can be tested with
// a clinic made of constants. Same contract as session/session.h; [slow] calls go through
// AsyncDoor.
//
// VaultDoor is an open vault, VaultEntrance the closed one in front of it.

#include "session/session.h"

#include <memory>

namespace chevet::viewmodels {

class VaultDoor {
public:
    virtual ~VaultDoor() = default;

    virtual void lock() = 0;
    [[nodiscard]] virtual bool isLocked() const = 0;
    // In memory: the GUI thread may ask, also while a slow call runs.
    [[nodiscard]] virtual session::VaultFacts facts() const = 0;
    [[nodiscard]] virtual session::UserFacts currentUser() const = 0;
    [[nodiscard]] virtual QList<session::Alarm> openingAlarms() const = 0;

    // [slow, any thread]
    [[nodiscard]] virtual base::Result<session::PatientPage> search(const QString& text, int limit,
                                                                    int offset) const = 0;
    [[nodiscard]] virtual base::Result<session::PatientRow>
    patient(const session::PatientKey& key) const = 0;
    [[nodiscard]] virtual base::Result<QList<session::Appointment>>
    appointments(const QDate& day) const = 0;
    [[nodiscard]] virtual base::Result<QList<session::PatientRow>> recent(int limit) const = 0;
    [[nodiscard]] virtual base::Result<QList<session::LikelyDuplicate>>
    likelyDuplicates() const = 0;
    [[nodiscard]] virtual base::Result<record::Chart>
    chart(const session::PatientKey& key) const = 0;
    [[nodiscard]] virtual base::Result<QByteArray> resource(const session::PatientKey& key,
                                                            const QString& typeAndId) const = 0;
    [[nodiscard]] virtual base::Result<QList<session::ResourceVersion>>
    history(const session::PatientKey& key, const QString& typeAndId) const = 0;
    [[nodiscard]] virtual base::Result<session::Provenance>
    provenance(const session::PatientKey& key, const QString& typeAndId) const = 0;
    [[nodiscard]] virtual base::Result<QByteArray> blob(const session::PatientKey& key,
                                                        const QString& blobId) const = 0;
    [[nodiscard]] virtual base::Result<session::Stats> stats() const = 0;
    [[nodiscard]] virtual base::Result<QList<session::ActLine>> acts(const session::PatientKey& key,
                                                                     int limit) const = 0;
    [[nodiscard]] virtual base::Result<QList<session::NoteDraft>>
    drafts(const session::PatientKey& key) const = 0;

    // [slow, one at a time]
    [[nodiscard]] virtual base::Result<session::ImportSummary>
    import(const QStringList& paths,
           const session::Progress<session::ImportProgress>& progress) = 0;
    [[nodiscard]] virtual base::Result<> noteAccess(const session::PatientKey& key,
                                                    session::Session::Access access) = 0;
    [[nodiscard]] virtual base::Result<> mapAnalyte(const QString& code, const QString& row) {
        Q_UNUSED(code)
        Q_UNUSED(row)
        return base::fail(base::ErrorCode::Unsupported);
    }
    // One FHIR resource as the current user's own act.
    [[nodiscard]] virtual base::Result<session::Written>
    write(const session::PatientKey& key, const QByteArray& json, const QString& reason) {
        Q_UNUSED(key)
        Q_UNUSED(json)
        Q_UNUSED(reason)
        return base::fail(base::ErrorCode::Unsupported);
    }
    [[nodiscard]] virtual base::Result<session::Written>
    writeNote(const session::PatientKey& key, const session::Session::NewNote& note) = 0;
    [[nodiscard]] virtual base::Result<> saveDraft(const session::NoteDraft& draft) = 0;
    [[nodiscard]] virtual base::Result<> discardDraft(const base::Uuid& id) = 0;
    [[nodiscard]] virtual base::Result<> addUser(session::NewUser user) = 0;
    [[nodiscard]] virtual base::Result<> changePassphrase(const base::Uuid& user,
                                                          const crypto::Secret& old,
                                                          const crypto::Secret& fresh) = 0;
    [[nodiscard]] virtual base::Result<> disableUser(const base::Uuid& user) = 0;
    // Disabling destroyed their slots: who comes back chooses a passphrase anew.
    [[nodiscard]] virtual base::Result<> enableUser(const base::Uuid& user,
                                                    const crypto::Secret& passphrase) = 0;
    [[nodiscard]] virtual base::Result<> enableKeychain(const crypto::Secret& passphrase) = 0;
    [[nodiscard]] virtual base::Result<> disableKeychain() = 0;
};

// The recovery kit while it is on screen: the one place where it is meant to be read.
class RecoverySheet {
public:
    virtual ~RecoverySheet() = default;
    // 0-based: 4 lines of 4 groups of 4 signs, and 2 check signs a line.
    [[nodiscard]] virtual QString group(int line, int group) const = 0;
    [[nodiscard]] virtual QString check(int line) const = 0;
    // Case and blanks do not matter; O is 0, I and L are 1.
    [[nodiscard]] virtual bool groupIs(int line, int group, const QString& typed) const = 0;
    [[nodiscard]] virtual QByteArray qrPayload() const = 0;
};

class VaultEntrance {
public:
    using Opened = base::Result<std::shared_ptr<VaultDoor>>;

    virtual ~VaultEntrance() = default;

    // [slow, any thread]
    [[nodiscard]] virtual base::Result<session::VaultFacts> facts() const = 0;
    [[nodiscard]] virtual Opened open(const QString& user, const crypto::Secret& passphrase) = 0;
    [[nodiscard]] virtual Opened openWithKeychain(const base::Uuid& user) = 0;
    // `code` as typed or scanned. `fresh` replaces the forgotten passphrase of `user`, who is then
    // signed in.
    [[nodiscard]] virtual Opened openWithRecoveryCode(const base::Uuid& user,
                                                      const crypto::Secret& code,
                                                      const crypto::Secret& fresh) = 0;
    [[nodiscard]] virtual base::Result<crypto::KdfCost> measureKdf() = 0;

    // First run. prepare() makes the clinic beside its final folder, where nothing looks for it;
    // commit() puts it in place once the kit was printed and read back, opens it and notes that
    // day; abandon() leaves nothing behind, and waits for a prepare() that is under way.
    [[nodiscard]] virtual base::Result<std::shared_ptr<RecoverySheet>>
    prepare(session::NewClinic clinic) = 0;
    [[nodiscard]] virtual Opened commit() = 0;
    virtual void abandon() = 0;
};

} // namespace chevet::viewmodels
