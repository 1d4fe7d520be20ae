#include "session/demo_vault.h"

namespace chevet::session {
namespace {

crypto::Secret passphrase() {
    QByteArray bytes(demoPassphrase);
    return crypto::Secret::takeFrom(bytes);
}

NewClinic demoClinic(const Environment& environment) {
    return {QStringView(demoClinicName).toString(),
            QStringView(demoWorkstation).toString(),
            {QStringView(demoUserName).toString(), Role::Physician, true, passphrase()},
            environment.kdfLimits.floor};
}

// The files on disk for as long as the import lasts: nobody in them exists (demo.h).
class FilesOnDisk {
public:
    FilesOnDisk(base::FileSystem& disk, QString folder)
        : m_disk(disk)
        , m_folder(std::move(folder)) {}
    ~FilesOnDisk() {
        for (const QString& path : m_paths)
            (void)m_disk.remove(path);
    }
    FilesOnDisk(const FilesOnDisk&) = delete;
    FilesOnDisk& operator=(const FilesOnDisk&) = delete;

    base::Result<> write(const QList<DemoFile>& files) {
        CHEVET_TRY(m_disk.makeFolder(m_folder));
        for (const DemoFile& file : files) {
            m_paths.append(QString(m_folder + u'/' + file.name));
            CHEVET_TRY(base::replaceFile(m_disk, m_paths.last(), file.content));
        }
        return {};
    }
    [[nodiscard]] const QStringList& paths() const { return m_paths; }

private:
    base::FileSystem& m_disk;
    QString m_folder;
    QStringList m_paths;
};

base::Result<> addColleague(Session& session, const char* name, Role role) {
    return session.addUser({QString::fromUtf8(name), role, false, passphrase()});
}

base::Result<> fill(Session& session, FilesOnDisk& files, const QDate& today,
                    const Progress<ImportProgress>& progress) {
    CHEVET_TRY(files.write(demoFiles(today)));
    CHEVET_TRY_ASSIGN(const ImportSummary summary, session.import(files.paths(), progress));
    if (!summary.refused.isEmpty())
        return base::fail(base::ErrorCode::Refused, summary.refused.first().file,
                          summary.refused.first().reason);
    CHEVET_TRY(addColleague(session, "Dr Karim Benali", Role::Physician));
    return addColleague(session, "Sophie Roy", Role::Nurse);
}

} // namespace

QString demoVaultFolder(const Environment& environment, const QString& folder) {
    return folder + QStringLiteral("/demo-") +
           environment.clock.now().toLocalTime().date().toString(Qt::ISODate);
}

base::Result<std::unique_ptr<Session>> openDemoVault(const Environment& environment,
                                                     const QString& folder,
                                                     const Progress<ImportProgress>& progress) {
    const QDate today = environment.clock.now().toLocalTime().date();
    const QString day = today.toString(Qt::ISODate);
    const QString vault = demoVaultFolder(environment, folder);
    const QString unfinished = vault + QStringLiteral("-en-cours");
    if (environment.disk.exists(vault))
        return Session::open(environment, vault, QStringView(demoUserName).toString(),
                             passphrase());
    CHEVET_TRY(environment.disk.makeFolder(folder));
    // Filled under another name first: a demo that was interrupted is not taken for a whole one.
    QString working = unfinished;
    for (int attempt = 2; environment.disk.exists(working); ++attempt)
        working = unfinished + u'-' + QString::number(attempt);
    {
        CHEVET_TRY_ASSIGN(Session::Created created,
                          Session::create(environment, working, demoClinic(environment)));
        FilesOnDisk files(environment.disk, QString(folder + QStringLiteral("/fichiers-") + day));
        CHEVET_TRY(fill(*created.session, files, today, progress));
    }
    CHEVET_TRY(environment.disk.rename(working, vault));
    return Session::open(environment, vault, QStringView(demoUserName).toString(), passphrase());
}

} // namespace chevet::session
