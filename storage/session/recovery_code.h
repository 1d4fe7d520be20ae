#pragma once
// The recovery kit as a person copies it, for ui and cli: keychain's words through the door.

#include "keychain/recovery_code.h"

namespace chevet::session {

using keychain::parseRecoveryCode;
using keychain::RecoveryCode;

} // namespace chevet::session
