#pragma once
// The recovery kit as a person copies it: 64 signs of Crockford's base32 in four lines of four
// groups of four, and two check signs per line. 64 signs are 40 bytes: version 1 ‖ kit 32 ‖
// checksum 7. See SLOTS.md for the bytes and test vectors.

#include "base/result.h"
#include "crypto/secret.h"

#include <QString>

namespace chevet::keychain {

// Holds the signs in locked memory. Letters leave it only for the sheet (screen, paper, QR code),
// the one place where the kit is meant to be read; wipe what you get from here.
class RecoveryCode {
public:
    static constexpr int lineCount = 4;
    static constexpr int groupsPerLine = 4;
    static constexpr int groupSize = 4;
    static constexpr int checkSize = 2;

    // `kit` has 32 bytes, else InvalidArgument.
    [[nodiscard]] static base::Result<RecoveryCode> fromKit(const crypto::Secret& kit);

    [[nodiscard]] QString group(int line, int group) const; // 0-based; four signs
    [[nodiscard]] QString check(int line) const;            // two signs
    // "7R4K 09MD WXTE 5P2H Q6", four such lines, separated by \n; ASCII.
    [[nodiscard]] crypto::Secret text() const;
    // "CHEVET:KIT:" and the 72 signs without blanks: QR alphanumeric mode. ASCII.
    [[nodiscard]] crypto::Secret qrPayload() const;
    // Whether `typed` is that group: O is 0, I and L are 1, case and blanks do not matter.
    [[nodiscard]] bool groupIs(int line, int group, QStringView typed) const;

private:
    explicit RecoveryCode(crypto::Secret signs)
        : m_signs(std::move(signs)) {}
    crypto::Secret m_signs; // 72 ASCII signs, four lines of 16 + 2
};

// Reads what fromKit() wrote, as typed or as scanned: case, blanks, line ends and hyphens do not
// matter, O is 0, I and L are 1. RecoveryCodeMistyped with where = "1".."4", the first line that
// fails, or where = "" if the lines hold but the whole does not, or the length is wrong and no line
// can be named. NewerVersion for a code of a later version. Returns the 32 bytes of the kit.
[[nodiscard]] base::Result<crypto::Secret> parseRecoveryCode(const crypto::Secret& typed);

} // namespace chevet::keychain
