#include "app/desktop/demo_clinic.h"

#include "session/demo.h"
#include "ui/viewmodels/session_door.h"

#include <QFile>
#include <QStandardPaths>

namespace chevet::desktop {

namespace {

// The demo's people do not exist: their files may stand in the clear (session/demo.h).
base::Result<QStringList> writeFiles(const QString& folder) {
    QStringList paths;
    const auto files = session::demoFiles(QDate::currentDate());
    for (const session::DemoFile& file : files) {
        QFile out(folder + u'/' + file.name);
        if (!out.open(QIODevice::WriteOnly) || out.write(file.content) != file.content.size())
            return base::fail(base::ErrorCode::IoError, out.fileName());
        paths << out.fileName();
    }
    return paths;
}

viewmodels::VaultEntrance::Opened make(const session::Environment& environment,
                                       const QString& place, const QString& vault) {
    QByteArray passphrase(session::demoPassphrase);
    session::NewUser user{.name = QString(session::demoUserName),
                          .role = session::Role::Physician,
                          .administrator = true,
                          .passphrase = crypto::Secret::takeFrom(passphrase)};
    session::NewClinic clinic{.clinic = QString(session::demoClinicName),
                              .workstation = QString(session::demoWorkstation),
                              .firstUser = std::move(user),
                              .cost = environment.kdfLimits.floor};
    CHEVET_TRY_ASSIGN(session::Session::Created made,
                      session::Session::create(environment, vault, std::move(clinic)));
    CHEVET_TRY_ASSIGN(const QStringList paths, writeFiles(place));
    CHEVET_TRY_ASSIGN(const session::ImportSummary summary, made.session->import(paths));
    for (const QString& path : paths)
        QFile::remove(path);
    return viewmodels::sessionDoor(std::move(made.session));
}

QString privatePlace() {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(cache);
    return cache + QStringLiteral("/demo-XXXXXX");
}

} // namespace

DemoClinic::DemoClinic(const session::Environment& environment)
    : m_environment(environment), m_place(privatePlace()) {}

void DemoClinic::open(std::function<void(viewmodels::VaultEntrance::Opened)> done) {
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [environment = m_environment, place = m_place.path(), vault = folder()] {
            return make(environment, place, vault);
        },
        std::move(done));
}

} // namespace chevet::desktop
