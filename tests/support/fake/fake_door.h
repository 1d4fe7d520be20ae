#pragma once
// A clinic of constants behind the door, for page tests and screenshots: the people of the
// pictures. Every NAM has a wrong check digit on purpose. Nothing touches a disk.

#include "ui/viewmodels/door.h"

#include <atomic>

namespace chevet::test {

class FakeDoor : public viewmodels::VaultDoor {
public:
    FakeDoor();

    void lock() override { m_locked = true; }
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
    base::Result<session::ImportSummary>
    import(const QStringList& paths,
           const session::Progress<session::ImportProgress>& progress) override;
    base::Result<> noteAccess(const session::PatientKey&, session::Session::Access) override;
    base::Result<> addUser(session::NewUser) override { return {}; }
    base::Result<> changePassphrase(const base::Uuid&, const crypto::Secret&,
                                    const crypto::Secret&) override {
        return {};
    }
    base::Result<> setUserDisabled(const base::Uuid&, bool) override { return {}; }
    base::Result<> enableKeychain(const crypto::Secret&) override { return {}; }
    base::Result<> disableKeychain() override { return {}; }

    [[nodiscard]] int readings() const { return m_readings; } // noteAccess() calls

private:
    QList<session::PatientRow> m_rows;
    std::atomic_bool m_locked = false;
    std::atomic_int m_readings = 0;
};

class FakeEntrance : public viewmodels::VaultEntrance {
public:
    base::Result<session::VaultFacts> facts() const override;
    Opened open(const QString& user, const crypto::Secret& passphrase) override;
    Opened openWithKeychain(const base::Uuid& user) override;
    Opened openWithRecoveryCode(const crypto::Secret& code) override;
    base::Result<crypto::KdfCost> measureKdf() override { return crypto::KdfCost{}; }
    base::Result<std::shared_ptr<viewmodels::RecoverySheet>>
    prepare(session::NewClinic clinic) override;
    Opened commit() override;
    void abandon() override { m_prepared = false; }

    static constexpr const char* passphrase = "quatre mots sans lien";
    [[nodiscard]] bool isPrepared() const { return m_prepared; }
    [[nodiscard]] int attempts() const { return m_attempts; }

private:
    std::atomic_bool m_prepared = false;
    std::atomic_int m_attempts = 0;
};

session::VaultFacts fakeFacts();

} // namespace chevet::test
