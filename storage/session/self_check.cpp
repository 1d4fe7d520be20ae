#include "session/self_check.h"

#include "crypto/secret.h"
#include "vault/cipher_check.h"

namespace chevet::session {

base::Result<> selfCheck() {
    crypto::ensureSodium();
    return vault::checkLinkedCipher();
}

} // namespace chevet::session
