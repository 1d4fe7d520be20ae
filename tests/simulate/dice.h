#pragma once
// Dice: every choice of a schedule, and every key, nonce and id made in it, from one seed. Also
// installed under libsodium, so that the code that asks it directly repeats itself too.

#include "base/random.h"

#include <QList>

#include <vector>

namespace chevet::simulate {

class Dice final : public base::Random {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next() { // SplitMix64 (Steele, Lea and Flood 2014)
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    [[nodiscard]] int below(int count) {
        return static_cast<int>(next() % static_cast<std::uint64_t>(count));
    }
    [[nodiscard]] bool oneIn(int count) { return below(count) == 0; }
    template <class T>
    [[nodiscard]] T& oneOf(std::vector<T>& all) {
        return all.at(static_cast<std::size_t>(below(static_cast<int>(all.size()))));
    }
    template <class T>
    [[nodiscard]] const T& oneOf(const QList<T>& all) {
        return all.at(below(static_cast<int>(all.size())));
    }
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(next() >> 56U);
    }
    // Once, before anything else uses libsodium; afterwards each schedule sets its own seed.
    static void installUnderSodium();
    static void seedSodium(std::uint64_t seed);

private:
    std::uint64_t m_state;
};

} // namespace chevet::simulate
