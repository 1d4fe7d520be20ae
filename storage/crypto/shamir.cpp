#include "crypto/shamir.h"

#include <algorithm>

namespace chevet::crypto::shamir {

using base::ErrorCode;

namespace {

// All ones if the lowest bit is set, else zero: a choice without a branch.
std::uint8_t mask(unsigned bit) noexcept {
    return static_cast<std::uint8_t>(0U - (bit & 1U));
}

std::uint8_t twice(std::uint8_t a) noexcept {
    const auto high = static_cast<std::uint8_t>(mask(unsigned{a} >> 7U) & 0x1BU);
    return static_cast<std::uint8_t>((unsigned{a} << 1U & 0xFFU) ^ high);
}

bool fits(std::span<const Point* const> points) {
    if (points.empty() || points.size() > std::size_t{mostShares})
        return false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i]->y.size() == 0 || points[i]->y.size() != points[0]->y.size())
            return false;
        for (std::size_t j = 0; j < i; ++j)
            if (points[i]->x == points[j]->x)
                return false;
    }
    return true;
}

// Lagrange's factor of point i at `at`: made of public numbers only. Where `at` is the x of a point
// it is 1 for that point and 0 for the others, so that no case is special.
std::uint8_t factor(std::span<const Point* const> points, std::size_t i, std::uint8_t at) {
    std::uint8_t above = 1, below = 1;
    for (std::size_t j = 0; j < points.size(); ++j) {
        if (j == i)
            continue;
        above = times(above, static_cast<std::uint8_t>(at ^ points[j]->x));
        below = times(below, static_cast<std::uint8_t>(points[i]->x ^ points[j]->x));
    }
    return times(above, inverse(below));
}

} // namespace

std::uint8_t times(std::uint8_t a, std::uint8_t b) noexcept {
    std::uint8_t product = 0;
    for (unsigned bit = 0; bit < 8; ++bit) { // always eight rounds
        product = static_cast<std::uint8_t>(product ^ (a & mask(unsigned{b} >> bit)));
        a = twice(a);
    }
    return product;
}

// a^254 by squaring: 254 = 2 + 4 + 8 + … + 128.
std::uint8_t inverse(std::uint8_t a) noexcept {
    std::uint8_t power = times(a, a);
    std::uint8_t result = power;
    for (int i = 0; i < 6; ++i) {
        power = times(power, power);
        result = times(result, power);
    }
    return result;
}

base::Result<Secret> interpolate(std::span<const Point* const> points, std::uint8_t at) {
    if (!fits(points))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("shamir"));
    Secret value(points[0]->y.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::uint8_t weight = factor(points, i, at);
        const auto y = points[i]->y.bytes();
        const auto out = value.bytes();
        for (std::size_t byte = 0; byte < y.size(); ++byte)
            out[byte] = static_cast<std::uint8_t>(out[byte] ^ times(weight, y[byte]));
    }
    return value;
}

// k - 1 random points and the secret fix the polynomial; the other points follow from it.
base::Result<std::vector<Point>> split(const Secret& secret, int k, int n, base::Random& random) {
    if (k < 2 || k > n || n > mostShares || secret.size() == 0)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("shamir"));
    std::vector<Point> points;
    points.reserve(static_cast<std::size_t>(n));
    for (int x = 1; x < k; ++x) {
        points.push_back({.x = static_cast<std::uint8_t>(x), .y = Secret(secret.size())});
        random.fill(points.back().y.bytes());
    }
    const Point known{.x = secretAt, .y = secret.clone()};
    std::vector<const Point*> fixed{&known};
    for (const Point& point : points)
        fixed.push_back(&point); // `points` never grows beyond what was reserved
    for (int x = k; x <= n; ++x) {
        const auto at = static_cast<std::uint8_t>(x);
        CHEVET_TRY_ASSIGN(Secret y, interpolate(fixed, at));
        points.push_back({.x = at, .y = std::move(y)});
    }
    return points;
}

} // namespace chevet::crypto::shamir
