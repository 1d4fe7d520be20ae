#pragma once
// The recovery kit as a person copies it: keychain's, through session's door.

#include "keychain/recovery_code.h"

namespace chevet::session {

using keychain::parseRecoveryCode;
using keychain::RecoveryCode;

} // namespace chevet::session
