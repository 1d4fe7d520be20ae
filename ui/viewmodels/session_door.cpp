#include "ui/viewmodels/session_door.h"

#include "session/recovery_code.h"

#include <QDir>
#include <QFileInfo>

namespace chevet::viewmodels {

namespace {

using session::PatientKey;
using session::Session;

class Door : public VaultDoor {
public:
    explicit Door(std::unique_ptr<Session> open)
        : m_session(std::move(open)) {}

    void lock() override { m_session->lock(); }
    bool isLocked() const override { return m_session->isLocked(); }
    session::VaultFacts facts() const override { return m_session->facts(); }
    session::UserFacts currentUser() const override { return m_session->currentUser(); }
    QList<session::Alarm> openingAlarms() const override { return m_session->openingAlarms(); }

    base::Result<session::PatientPage> search(const QString& text, int limit,
                                              int offset) const override {
        return m_session->search(text, limit, offset);
    }
    base::Result<session::PatientRow> patient(const PatientKey& key) const override {
        return m_session->patient(key);
    }
    base::Result<QList<session::Appointment>> appointments(const QDate& day) const override {
        return m_session->appointments(day);
    }
    base::Result<QList<session::PatientRow>> recent(int limit) const override {
        return m_session->recent(limit);
    }
    base::Result<QList<session::LikelyDuplicate>> likelyDuplicates() const override {
        return m_session->likelyDuplicates();
    }
    base::Result<record::Chart> chart(const PatientKey& key) const override {
        return m_session->chart(key);
    }
    base::Result<QByteArray> resource(const PatientKey& key, const QString& id) const override {
        return m_session->resource(key, id);
    }
    base::Result<QList<session::ResourceVersion>> history(const PatientKey& key,
                                                          const QString& id) const override {
        return m_session->history(key, id);
    }
    base::Result<session::Provenance> provenance(const PatientKey& key,
                                                 const QString& id) const override {
        return m_session->provenance(key, id);
    }
    base::Result<QByteArray> blob(const PatientKey& key, const QString& id) const override {
        return m_session->blob(key, id);
    }
    base::Result<session::Stats> stats() const override { return m_session->stats(); }
    base::Result<session::ImportSummary>
    import(const QStringList& paths,
           const session::Progress<session::ImportProgress>& progress) override {
        return m_session->import(paths, progress);
    }
    base::Result<> noteAccess(const PatientKey& key, Session::Access access) override {
        return m_session->noteAccess(key, access);
    }
    base::Result<> mapAnalyte(const QString& code, const QString& row) override {
        return m_session->mapAnalyte(code, row);
    }
    base::Result<> addUser(session::NewUser user) override {
        return m_session->addUser(std::move(user));
    }
    base::Result<> changePassphrase(const base::Uuid& user, const crypto::Secret& old,
                                    const crypto::Secret& fresh) override {
        return m_session->changePassphrase(user, old, fresh);
    }
    base::Result<> setUserDisabled(const base::Uuid& user, bool disabled) override {
        return m_session->setUserDisabled(user, disabled);
    }
    base::Result<> enableKeychain(const crypto::Secret& passphrase) override {
        return m_session->enableKeychain(passphrase);
    }
    base::Result<> disableKeychain() override { return m_session->disableKeychain(); }

private:
    std::unique_ptr<Session> m_session;
};

class Sheet : public RecoverySheet {
public:
    explicit Sheet(session::RecoveryCode code)
        : m_code(std::move(code)) {}
    QString group(int line, int group) const override { return m_code.group(line, group); }
    QString check(int line) const override { return m_code.check(line); }
    bool groupIs(int line, int group, const QString& typed) const override {
        return m_code.groupIs(line, group, typed);
    }
    QByteArray qrPayload() const override { return m_code.qrPayload().view().toByteArray(); }

private:
    session::RecoveryCode m_code;
};

class Entrance : public VaultEntrance {
public:
    Entrance(const session::Environment& environment, QString folder)
        : m_environment(environment)
        , m_folder(std::move(folder)) {}
    ~Entrance() override { abandonPrepared(); }

    base::Result<session::VaultFacts> facts() const override {
        return Session::facts(m_environment, m_folder);
    }
    Opened open(const QString& user, const crypto::Secret& passphrase) override {
        return doorOf(Session::open(m_environment, m_folder, user, passphrase));
    }
    Opened openWithKeychain(const base::Uuid& user) override {
        return doorOf(Session::openWithKeychain(m_environment, m_folder, user));
    }
    Opened openWithRecoveryCode(const crypto::Secret& code) override {
        CHEVET_TRY_ASSIGN(const crypto::Secret kit, session::parseRecoveryCode(code));
        return doorOf(Session::openWithRecoveryKit(m_environment, m_folder, kit));
    }
    base::Result<crypto::KdfCost> measureKdf() override {
        return session::measureKdf(m_environment);
    }
    base::Result<std::shared_ptr<RecoverySheet>> prepare(session::NewClinic clinic) override;
    Opened commit() override;
    void abandon() override { abandonPrepared(); }

private:
    static Opened doorOf(base::Result<std::unique_ptr<Session>> opened) {
        if (!opened)
            return std::unexpected(std::move(opened).error());
        return std::make_shared<Door>(std::move(*opened));
    }
    // Beside the final folder, so that putting it in place is one rename.
    [[nodiscard]] QString waitingFolder() const { return m_folder + QLatin1String(".first-run"); }
    void abandonPrepared();

    session::Environment m_environment;
    QString m_folder;
    std::unique_ptr<Session> m_prepared;
    QString m_user;
    std::unique_ptr<crypto::Secret> m_passphrase; // to open the clinic once it is in place
};

base::Result<std::shared_ptr<RecoverySheet>> Entrance::prepare(session::NewClinic clinic) {
    abandonPrepared();
    m_user = clinic.firstUser.name;
    m_passphrase = std::make_unique<crypto::Secret>(clinic.firstUser.passphrase.clone());
    CHEVET_TRY_ASSIGN(Session::Created made,
                      Session::create(m_environment, waitingFolder(), std::move(clinic)));
    m_prepared = std::move(made.session);
    CHEVET_TRY_ASSIGN(session::RecoveryCode code, session::RecoveryCode::fromKit(made.recoveryKit));
    return std::make_shared<Sheet>(std::move(code));
}

VaultEntrance::Opened Entrance::commit() {
    if (!m_prepared)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("commit"));
    m_prepared->lock();
    m_prepared.reset();
    QDir().rmdir(m_folder); // succeeds only on an empty folder
    if (!QDir().rename(waitingFolder(), m_folder))
        return base::fail(base::ErrorCode::AlreadyExists, m_folder);
    const std::unique_ptr<crypto::Secret> passphrase = std::move(m_passphrase);
    return open(m_user, *passphrase);
}

// Only what prepare() made, which nobody has used: nothing that was acknowledged (I6).
void Entrance::abandonPrepared() {
    m_passphrase.reset();
    if (m_prepared)
        m_prepared->lock();
    m_prepared.reset();
    if (QFileInfo::exists(waitingFolder()))
        QDir(waitingFolder()).removeRecursively();
}

} // namespace

std::unique_ptr<VaultEntrance> sessionEntrance(const session::Environment& environment,
                                               const QString& folder) {
    return std::make_unique<Entrance>(environment, folder);
}

std::shared_ptr<VaultDoor> sessionDoor(std::unique_ptr<session::Session> session) {
    return std::make_shared<Door>(std::move(session));
}

} // namespace chevet::viewmodels
