#pragma once
// Opens the demo clinic off the GUI thread; the vault is session/demo_vault's.

#include "session/environment.h"
#include "ui/viewmodels/async.h"

namespace chevet::desktop {

using DemoOpened = std::function<void(viewmodels::VaultEntrance::Opened)>;
// 0 … 1 of the files imported; negative before it is known.
using DemoProgress = std::function<void(double)>;

// Both answer on the thread of `context`.
void openDemo(const session::Environment& environment, QObject* context, DemoProgress progress,
              DemoOpened done);

[[nodiscard]] QString demoFolder(const session::Environment& environment); // of its vault
[[nodiscard]] QString demoPreparing();

// Under the list of the unlock page: the demo clinic has no secret.
[[nodiscard]] QString demoHint();

} // namespace chevet::desktop
