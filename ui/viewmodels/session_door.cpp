#include "ui/viewmodels/session_door.h"

#include "session/recovery_code.h"

#include <QDir>
#include <QFileInfo>

#include <mutex>

namespace chevet::viewmodels {

namespace {

using session::PatientKey;
using session::Session;

class Door : public VaultDoor {
public:
    explicit Door(std::unique_ptr<Session> open)
        : m_session(std::move(open))
        , m_alarms(m_session->openingAlarms()) {
        refresh();
    }

    void lock() override { m_session->lock(); }
    bool isLocked() const override { return m_session->isLocked(); }
    session::VaultFacts facts() const override {
        const std::scoped_lock reading(m_guard);
        return m_facts;
    }
    session::UserFacts currentUser() const override {
        const std::scoped_lock reading(m_guard);
        return m_user;
    }
    QList<session::Alarm> openingAlarms() const override { return m_alarms; }

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
    base::Result<QList<session::ActLine>> acts(const PatientKey& key, int limit) const override {
        return m_session->acts(key, limit);
    }
    base::Result<QList<session::NoteDraft>> drafts(const PatientKey& key) const override {
        return m_session->drafts(key);
    }
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
    base::Result<session::Written> write(const PatientKey& key, const QByteArray& json,
                                         const QString& reason) override {
        return m_session->write(key, json, reason);
    }
    base::Result<session::Written> writeNote(const PatientKey& key,
                                             const Session::NewNote& note) override {
        return m_session->writeNote(key, note);
    }
    base::Result<> saveDraft(const session::NoteDraft& draft) override {
        return m_session->saveDraft(draft);
    }
    base::Result<> discardDraft(const base::Uuid& id) override {
        return m_session->discardDraft(id);
    }
    base::Result<> addUser(session::NewUser user) override {
        return refreshed(m_session->addUser(std::move(user)));
    }
    base::Result<> changePassphrase(const base::Uuid& user, const crypto::Secret& old,
                                    const crypto::Secret& fresh) override {
        return m_session->changePassphrase(user, old, fresh);
    }
    base::Result<> disableUser(const base::Uuid& user) override {
        return refreshed(m_session->disableUser(user));
    }
    base::Result<> enableUser(const base::Uuid& user, const crypto::Secret& passphrase) override {
        return refreshed(m_session->enableUser(user, passphrase));
    }
    base::Result<> enableKeychain(const crypto::Secret& passphrase) override {
        return refreshed(m_session->enableKeychain(passphrase));
    }
    base::Result<> disableKeychain() override { return refreshed(m_session->disableKeychain()); }

private:
    // The session's own facts stand behind the lock that long calls hold: the GUI thread reads a
    // copy, taken on the thread of the call that changed them.
    void refresh() {
        session::VaultFacts facts = m_session->facts();
        session::UserFacts user = m_session->currentUser();
        const std::scoped_lock writing(m_guard);
        m_facts = std::move(facts);
        m_user = std::move(user);
    }
    base::Result<> refreshed(base::Result<> answer) {
        refresh();
        return answer;
    }

    std::unique_ptr<Session> m_session;
    QList<session::Alarm> m_alarms;
    mutable std::mutex m_guard;
    session::VaultFacts m_facts;
    session::UserFacts m_user{.id = base::Uuid(std::array<std::uint8_t, 16>{}), .name = {}};
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
    ~Entrance() override { abandon(); }

    base::Result<session::VaultFacts> facts() const override {
        return Session::facts(m_environment, m_folder);
    }
    Opened open(const QString& user, const crypto::Secret& passphrase) override {
        return doorOf(Session::open(m_environment, m_folder, user, passphrase));
    }
    Opened openWithKeychain(const base::Uuid& user) override {
        return doorOf(Session::openWithKeychain(m_environment, m_folder, user));
    }
    Opened openWithRecoveryCode(const base::Uuid& user, const crypto::Secret& code,
                                const crypto::Secret& fresh) override;
    base::Result<crypto::KdfCost> measureKdf() override {
        return session::measureKdf(m_environment);
    }
    base::Result<std::shared_ptr<RecoverySheet>> prepare(session::NewClinic clinic) override;
    Opened commit() override;
    void abandon() override {
        const std::scoped_lock alone(m_preparing);
        abandonPrepared();
    }

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
    std::mutex m_preparing; // of what follows
    std::unique_ptr<Session> m_prepared;
    QString m_user;
    std::unique_ptr<crypto::Secret> m_passphrase; // to open the clinic once it is in place
};

VaultEntrance::Opened Entrance::openWithRecoveryCode(const base::Uuid& user,
                                                     const crypto::Secret& code,
                                                     const crypto::Secret& fresh) {
    CHEVET_TRY_ASSIGN(const crypto::Secret kit, session::parseRecoveryCode(code));
    CHEVET_TRY_ASSIGN(auto opened, Session::openWithRecoveryKit(m_environment, m_folder, kit));
    CHEVET_TRY(opened->resetPassphrase(user, kit, fresh));
    CHEVET_TRY(opened->noteKitVerified()); // the sheet is there and it works
    return doorOf(std::move(opened));
}

base::Result<std::shared_ptr<RecoverySheet>> Entrance::prepare(session::NewClinic clinic) {
    const std::scoped_lock alone(m_preparing);
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
    const std::scoped_lock alone(m_preparing);
    if (!m_prepared)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("commit"));
    base::FileSystem& disk = m_environment.disk;
    if (disk.exists(m_folder)) {
        CHEVET_TRY_ASSIGN(const QStringList names, disk.list(m_folder));
        if (!names.isEmpty())
            return base::fail(base::ErrorCode::AlreadyExists, m_folder);
    }
    m_prepared->lock();
    m_prepared.reset();
    // Durable before anyone writes in it: after a power cut the next first run would take a folder
    // that still has its waiting name for an abandoned one.
    CHEVET_TRY(disk.rename(waitingFolder(), m_folder));
    CHEVET_TRY(disk.syncFolder(QFileInfo(m_folder).absolutePath()));
    const std::unique_ptr<crypto::Secret> passphrase = std::move(m_passphrase);
    CHEVET_TRY_ASSIGN(auto opened, Session::open(m_environment, m_folder, m_user, *passphrase));
    CHEVET_TRY(opened->noteKitVerified());
    return doorOf(std::move(opened));
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
