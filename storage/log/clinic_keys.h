#pragma once
// The keys that sign the membership chain: the clinic's root and a workstation's own.

#include "crypto/box.h"
#include "crypto/signing.h"

namespace chevet::log {

// The clinic's root: made once, sealed into the recovery kit, never kept on a workstation.
struct ClinicRoot {
    crypto::SigningKey sign;                                // R
    crypto::BoxKeyPair box;                                 // X_R
    static ClinicRoot fromSeed(const crypto::Secret& seed); // 32 bytes: both keys derive from it
};

// A workstation's own keys; they never leave it. The session keeps the three seeds under V.
struct DeviceKeys {
    crypto::SigningKey sign; // D_sign: the log
    crypto::SigningKey auth; // D_auth: logging in to a relay, nothing else
    crypto::BoxKeyPair box;  // D_enc
    static DeviceKeys fromSeed(const crypto::Secret& seed); // 32 bytes
};

} // namespace chevet::log
