#pragma once
// Crockford's base32 for public codes that people read aloud and type (not for secrets, which stay
// in locked memory: keychain/recovery_code.h). Five bits a sign, no I, L, O, U.

#include <QByteArray>
#include <QString>

#include <optional>

namespace chevet::base {

// The first `signs` × 5 bits of `bytes`, in groups of `group` signs joined by hyphens.
// `bytes` must have that many bits.
[[nodiscard]] QString crockford(QByteArrayView bytes, int signs, int group = 4);

// What was typed, without hyphens and blanks, in upper case, O as 0, I and L as 1; nullopt unless
// it has exactly `signs` signs of the alphabet.
[[nodiscard]] std::optional<QString> typedCrockford(QStringView typed, int signs);

} // namespace chevet::base
