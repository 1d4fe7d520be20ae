#pragma once
// The demo clinic: a vault of its own in a private folder that goes with the program.

#include "session/environment.h"
#include "ui/viewmodels/async.h"

#include <QTemporaryDir>

namespace chevet::desktop {

class DemoClinic : public QObject {
public:
    explicit DemoClinic(const session::Environment& environment);
    [[nodiscard]] QString folder() const { return m_place.filePath(QStringLiteral("vault")); }
    // Makes the vault, imports the demo's files and answers with the open door. Once.
    void open(std::function<void(viewmodels::VaultEntrance::Opened)> done);

private:
    session::Environment m_environment;
    QTemporaryDir m_place;
};

} // namespace chevet::desktop
