#pragma once
// The door to keychain's passphrase seam (I9), and the words of the recovery kit, for ui and cli.

#include "base/result.h"
#include "crypto/secret.h"

#include <QString>

namespace chevet::session {

// NFC, UTF-8; `typed` is overwritten and empty afterwards.
[[nodiscard]] crypto::Secret takePassphrase(QString& typed);
// The same from raw UTF-8; one line end at the end is dropped.
[[nodiscard]] crypto::Secret takePassphrase(QByteArray& utf8);

} // namespace chevet::session
