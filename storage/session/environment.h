#pragma once
// What the composition root (app/*, or the tests' own) hands down: every source of time,
// randomness, disk and keychain, and the KDF limits. No program has a flag for any of these.

#include "base/clock.h"
#include "base/file_system.h"
#include "base/random.h"
#include "crypto/kdf.h"

namespace chevet::keychain {
class SystemKeychain;
}

namespace chevet::vault {
struct DatabaseOptions;
}

namespace chevet::session {

struct Environment {
    base::FileSystem& disk;
    const base::Clock& clock;
    base::Random& random;
    crypto::KdfLimits kdfLimits;                  // enforced on every read of a slot
    keychain::SystemKeychain* keychain = nullptr; // null: no system keychain on this machine
    // Null in every program. Tests put a failing VFS here, one benchmark a database without cipher.
    const vault::DatabaseOptions* database = nullptr;
};

} // namespace chevet::session
