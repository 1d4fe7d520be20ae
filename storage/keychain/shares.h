#pragma once
// The recovery kit in n shares of which any k give it back (SHARES.md has every byte). A share says
// which it is, of which set, of which clinic; each line has its check, the whole a checksum, and
// the set a commitment to the kit, so that a wrong combination is refused and never returned.
//
// Errors name what is wrong: `where` is the share's name as given (its file).

#include "base/random.h"
#include "base/result.h"
#include "crypto/primitives/fixed_bytes.h"
#include "crypto/secret.h"

#include <QString>

#include <optional>
#include <vector>

namespace chevet::keychain {

constexpr int fewestShares = 2, mostKitShares = 16;

class KitShare {
public:
    static constexpr int lineCount = 7;

    [[nodiscard]] int number() const noexcept { return m_number; } // 1 to total()
    [[nodiscard]] int needed() const noexcept { return m_needed; } // k
    [[nodiscard]] int total() const noexcept { return m_total; }   // n
    [[nodiscard]] QString set() const;    // "3F9A 01C7", the same on every share of a set
    [[nodiscard]] QString clinic() const; // the clinic's fingerprint, "5C20 A9F4"

    // Seven lines "7R4K 09MD WXTE 5P2H Q6" separated by \n; ASCII.
    [[nodiscard]] crypto::Secret text() const;
    // "CHEVET:PART:" and the 126 signs without blanks: QR alphanumeric mode. ASCII.
    [[nodiscard]] crypto::Secret qrPayload() const;

private:
    using Four = crypto::FixedBytes<4, struct ShareFourTag>;
    using Commitment = crypto::FixedBytes<20, struct ShareCommitmentTag>;
    friend class ShareMaker;
    friend class ShareJoiner;
    KitShare(int number, crypto::Secret y)
        : m_number(number)
        , m_y(std::move(y)) {}
    [[nodiscard]] QByteArray header() const; // what all shares of the set have in common
    [[nodiscard]] crypto::Secret payload() const;

    int m_number;
    int m_needed = 0, m_total = 0;
    Four m_set, m_clinic;
    Commitment m_commitment;
    crypto::Secret m_y; // 32 bytes
};

// InvalidArgument unless the kit has 32 bytes and 2 ≤ needed ≤ total ≤ 16.
[[nodiscard]] base::Result<std::vector<KitShare>> splitKit(const crypto::Secret& kit,
                                                           const crypto::Hash& clinicId, int needed,
                                                           int total, base::Random& random);

// One share as typed, scanned or read from its file: as parseRecoveryCode(), and lines that begin
// with # say nothing. NotAShare (detail "kit": it is the whole kit); ShareMistyped with detail =
// "1".."7", the first line that fails, or "" if none can be named; NewerVersion.
[[nodiscard]] base::Result<KitShare> parseShare(const crypto::Secret& typed, const QString& name);

struct NamedShare {
    QString name; // for errors
    KitShare share;
};

// The kit. Given a clinic, every share must be of it.
//   WrongClinic       where: shares of another clinic
//   ShareOfOtherSet   where: shares of a set that fewer of them belong to; detail: both sets
//   ShareRepeated     where: the second one; detail: the number and the first one
//   TooFewShares      where: how many are missing; detail: "have/needed"
//   SharesDisagree    every checksum holds, yet this is not the kit: altered on purpose. where: the
//                     shares to leave out, or empty if that cannot be told
[[nodiscard]] base::Result<crypto::Secret>
joinShares(std::span<const NamedShare> shares, const std::optional<crypto::Hash>& clinicId = {});

} // namespace chevet::keychain
