#pragma once
// The demo clinic as a vault of its own, made on first use and once a day, so that its appointments
// are today's.

#include "session/demo.h"
#include "session/session.h"

namespace chevet::session {

// Opens the demo vault of the clock's today in `folder` (absolute; made if absent), creating it and
// importing the demo files if it is not there. Earlier days' vaults stay: somebody may have written
// in them. Slow (key derivation for three professionals, import): not on the GUI thread. Errors:
// those of Session::create, open and import; Refused if a demo file did not go in.
[[nodiscard]] base::Result<std::unique_ptr<Session>>
openDemoVault(const Environment& environment, const QString& folder,
              const Progress<ImportProgress>& progress = {});

// Where that is, whether it is made yet or not.
[[nodiscard]] QString demoVaultFolder(const Environment& environment, const QString& folder);

} // namespace chevet::session
