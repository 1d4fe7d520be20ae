#include "app/desktop/demo_clinic.h"

#include "session/demo_vault.h"
#include "ui/viewmodels/session_door.h"

#include <QStandardPaths>

namespace chevet::desktop {

void openDemo(const session::Environment& environment, QObject* context, DemoOpened done) {
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/demo");
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), context,
        [environment, folder]() -> viewmodels::VaultEntrance::Opened {
            CHEVET_TRY_ASSIGN(auto opened, session::openDemoVault(environment, folder));
            return viewmodels::sessionDoor(std::move(opened));
        },
        std::move(done));
}

} // namespace chevet::desktop
