#pragma once
// Shamir's secret sharing over GF(256), byte by byte, as SLIP-39 does it: Rijndael's polynomial
// (FIPS 197 §4.2), the secret is the value at 255. Constant time: no table, no branch and no
// address depends on a secret; the numbers x of the points are public.
//
// What combine() returns is NOT authenticated: points of different secrets, or altered ones, give
// some other bytes. Whoever splits keeps a check of the secret (keychain/shares.h).

#include "base/random.h"
#include "crypto/secret.h"

#include <vector>

namespace chevet::crypto::shamir {

constexpr int mostShares = 16;
constexpr std::uint8_t secretAt = 255;

struct Point {
    std::uint8_t x = 0; // 1 to n
    Secret y;           // as long as the secret
};

// n points of which any k give the secret and fewer say nothing of it. InvalidArgument unless
// 2 ≤ k ≤ n ≤ mostShares and the secret is not empty.
[[nodiscard]] base::Result<std::vector<Point>> split(const Secret& secret, int k, int n,
                                                     base::Random& random);

// The value at `at` of the polynomial through all the points given. InvalidArgument if there are
// none, or more than mostShares, if two share an x, or if they are not of one length.
[[nodiscard]] base::Result<Secret> interpolate(std::span<const Point* const> points,
                                               std::uint8_t at);

// Multiplication and inverse (0 for 0) in the field, for the vectors.
[[nodiscard]] std::uint8_t times(std::uint8_t a, std::uint8_t b) noexcept;
[[nodiscard]] std::uint8_t inverse(std::uint8_t a) noexcept;

} // namespace chevet::crypto::shamir
