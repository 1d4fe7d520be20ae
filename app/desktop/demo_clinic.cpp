#include "app/desktop/demo_clinic.h"

#include "session/demo_vault.h"
#include "ui/viewmodels/session_door.h"

#include <QStandardPaths>

namespace chevet::desktop {

namespace {

QString home() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/demo");
}

} // namespace

QString demoFolder(const session::Environment& environment) {
    return session::demoVaultFolder(environment, home());
}

QString demoPreparing() {
    return QCoreApplication::translate("DemoClinic", "Préparation de la clinique de démonstration");
}

void openDemo(const session::Environment& environment, QObject* context, DemoProgress progress,
              DemoOpened done) {
    const auto report = [guard = QPointer<QObject>(context),
                         progress](const session::ImportProgress& at) {
        const double fraction =
            at.bytesTotal > 0 ? double(at.bytesDone) / double(at.bytesTotal) : -1;
        QMetaObject::invokeMethod(
            qApp,
            [guard, progress, fraction] {
                if (guard)
                    progress(fraction);
            },
            Qt::QueuedConnection);
        return true;
    };
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), context,
        [environment, report]() -> viewmodels::VaultEntrance::Opened {
            CHEVET_TRY_ASSIGN(auto opened, session::openDemoVault(environment, home(), report));
            return viewmodels::sessionDoor(std::move(opened));
        },
        std::move(done));
}

QString demoHint() {
    return QCoreApplication::translate("DemoClinic",
                                       "Clinique de démonstration, patients fictifs. La phrase de "
                                       "passe de chacun est «\u00a0%1\u00a0».")
        .arg(QLatin1String(session::demoPassphrase));
}

} // namespace chevet::desktop
