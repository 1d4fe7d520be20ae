#pragma once
// A clinic of constants behind the door, for page tests and screenshots: the people of the
// pictures. Every NAM has a wrong check digit on purpose. Nothing touches a disk.

#include "ui/viewmodels/door.h"

#include <QHash>

#include <atomic>
#include <mutex>

namespace chevet::test {

class FakeDoor : public viewmodels::VaultDoor {
public:
    FakeDoor();

    void lock() override;
    bool isLocked() const override { return m_locked; }
    session::VaultFacts facts() const override;
    session::UserFacts currentUser() const override;
    QList<session::Alarm> openingAlarms() const override { return {}; }
    base::Result<session::PatientPage> search(const QString& text, int limit,
                                              int offset) const override;
    base::Result<session::PatientRow> patient(const session::PatientKey& key) const override;
    base::Result<QList<session::Appointment>> appointments(const QDate& day) const override;
    base::Result<QList<session::PatientRow>> recent(int limit) const override;
    base::Result<QList<session::LikelyDuplicate>> likelyDuplicates() const override;
    base::Result<record::Chart> chart(const session::PatientKey& key) const override;
    base::Result<QByteArray> resource(const session::PatientKey&, const QString&) const override;
    base::Result<QList<session::ResourceVersion>> history(const session::PatientKey&,
                                                          const QString&) const override;
    base::Result<session::Provenance> provenance(const session::PatientKey&,
                                                 const QString&) const override;
    base::Result<QByteArray> blob(const session::PatientKey&, const QString&) const override;
    base::Result<session::Stats> stats() const override { return session::Stats{}; }
    base::Result<QList<session::ActLine>> acts(const session::PatientKey&, int) const override {
        return QList<session::ActLine>();
    }
    base::Result<QList<session::NoteDraft>> drafts(const session::PatientKey& key) const override;
    base::Result<session::ImportSummary>
    import(const QStringList& paths,
           const session::Progress<session::ImportProgress>& progress) override;
    base::Result<> noteAccess(const session::PatientKey&, session::Session::Access) override;
    base::Result<session::Written> write(const session::PatientKey& key, const QByteArray& json,
                                         const QString& reason) override;
    base::Result<session::Written> writeNote(const session::PatientKey&,
                                             const session::Session::NewNote& note) override;
    base::Result<> saveDraft(const session::NoteDraft& draft) override;
    base::Result<> discardDraft(const base::Uuid& id) override;
    base::Result<> addUser(session::NewUser user) override;
    base::Result<> changePassphrase(const base::Uuid& user, const crypto::Secret& old,
                                    const crypto::Secret& fresh) override;
    base::Result<> disableUser(const base::Uuid& user) override;
    base::Result<> enableUser(const base::Uuid& user, const crypto::Secret& passphrase) override;
    base::Result<> enableKeychain(const crypto::Secret& passphrase) override;
    base::Result<> disableKeychain() override;

    // What a test sets beforehand.
    void setPatients(QList<session::PatientRow> rows) { m_rows = std::move(rows); }
    [[nodiscard]] const QList<session::PatientRow>& patients() const { return m_rows; }
    void failReadings(base::ErrorCode code) { m_readingFailure = code; }
    void failWriting(std::optional<base::ErrorCode> code) { m_writingFailure = code; }
    // Import, lock: the calling thread waits in them until release().
    void hold() { m_held = true; }
    void release() { m_held = false; }

    // What a test looks at afterwards.
    [[nodiscard]] int readings() const { return m_readings; } // noteAccess() calls
    [[nodiscard]] QList<session::Session::NewNote> notes() const;
    struct Write {
        QByteArray json;
        QString reason;
    };
    [[nodiscard]] QList<Write> writes() const;
    [[nodiscard]] QList<session::NoteDraft> savedDrafts() const;
    [[nodiscard]] bool importWasCancelled() const { return m_importCancelled; }
    [[nodiscard]] QByteArray passphraseOf(const base::Uuid& user) const;

private:
    session::UserFacts* find(const base::Uuid& user);
    void waitWhileHeld() const;

    QList<session::PatientRow> m_rows;
    mutable std::mutex m_guard; // of the facts
    session::VaultFacts m_facts;
    QHash<QString, QByteArray> m_passphrases;
    std::atomic_bool m_locked = false;
    std::atomic_bool m_held = false;
    std::atomic_bool m_importCancelled = false;
    std::atomic_int m_readings = 0;
    std::optional<base::ErrorCode> m_readingFailure, m_writingFailure;
    QList<session::Session::NewNote> m_notes;
    QList<Write> m_writes;
    QList<session::NoteDraft> m_drafts;
};

class FakeEntrance : public viewmodels::VaultEntrance {
public:
    base::Result<session::VaultFacts> facts() const override;
    Opened open(const QString& user, const crypto::Secret& passphrase) override;
    Opened openWithKeychain(const base::Uuid& user) override;
    Opened openWithRecoveryCode(const base::Uuid& user, const crypto::Secret& code,
                                const crypto::Secret& fresh) override;
    base::Result<crypto::KdfCost> measureKdf() override { return crypto::KdfCost{}; }
    base::Result<std::shared_ptr<viewmodels::RecoverySheet>>
    prepare(session::NewClinic clinic) override;
    Opened commit() override;
    void abandon() override { m_prepared = false; }

    static constexpr const char* passphrase = "quatre mots sans lien";
    static constexpr const char* recoveryCode = "7R4K09MDWXTE5P2HQ6";
    // What a test sets beforehand.
    void failFacts(base::ErrorCode code) { m_factsFailure = code; }
    // Opening waits until release().
    void hold() { m_held = true; }
    void release() { m_held = false; }

    // What a test looks at afterwards.
    [[nodiscard]] bool isPrepared() const { return m_prepared; }
    [[nodiscard]] int attempts() const { return m_attempts; }
    [[nodiscard]] std::shared_ptr<FakeDoor> lastOpened() const;

private:
    Opened opened();

    std::optional<base::ErrorCode> m_factsFailure;
    std::atomic_bool m_prepared = false;
    std::atomic_bool m_held = false;
    std::atomic_int m_attempts = 0;
    mutable std::mutex m_guard;
    std::weak_ptr<FakeDoor> m_last;
};

session::VaultFacts fakeFacts();

} // namespace chevet::test
