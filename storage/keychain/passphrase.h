#pragma once
// What a passphrase must be, and the seam where a typed one becomes a Secret (I9).

#include "crypto/secret.h"

#include <QStringList>

namespace chevet::keychain {

constexpr int shortestPassphrase = 12; // characters, see README.md
constexpr int longestPassphrase = 1024;

// NFC, UTF-8; every buffer it went through, `typed` included, is overwritten.
[[nodiscard]] crypto::Secret takePassphrase(QString& typed);

// WeakPassphrase with detail "too-short", "too-long", "repetitive", "common" or "names" (mostly
// made of the words of `names`: the clinic, the professional). InvalidArgument if it is not UTF-8.
[[nodiscard]] base::Result<> checkPassphrase(const crypto::Secret& passphrase,
                                             const QStringList& names);

} // namespace chevet::keychain
