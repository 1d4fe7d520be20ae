#include "simulate/dice.h"

#include <sodium.h>

namespace chevet::simulate {

namespace {

Dice& underSodium() {
    static Dice dice(0);
    return dice;
}
const char* name() {
    return "seeded";
}
std::uint32_t word() {
    return static_cast<std::uint32_t>(underSodium().next() >> 32U);
}
void bytes(void* out, std::size_t size) {
    underSodium().fill({static_cast<std::uint8_t*>(out), size});
}

randombytes_implementation seeded{.implementation_name = name,
                                  .random = word,
                                  .stir = nullptr,
                                  .uniform = nullptr,
                                  .buf = bytes,
                                  .close = nullptr};

} // namespace

void Dice::installUnderSodium() {
    if (randombytes_set_implementation(&seeded) != 0 || sodium_init() < 0)
        qFatal("libsodium");
}

void Dice::seedSodium(std::uint64_t seed) {
    underSodium() = Dice(seed);
}

} // namespace chevet::simulate
