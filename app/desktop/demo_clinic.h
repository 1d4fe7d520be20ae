#pragma once
// Opens the demo clinic off the GUI thread; the vault is session/demo_vault's.

#include "session/environment.h"
#include "ui/viewmodels/async.h"

namespace chevet::desktop {

using DemoOpened = std::function<void(viewmodels::VaultEntrance::Opened)>;

// Answers on the thread of `context`.
void openDemo(const session::Environment& environment, QObject* context, DemoOpened done);

} // namespace chevet::desktop
