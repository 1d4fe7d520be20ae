#pragma once
// A clinic of fictional patients too large to make for each run: made once by the product's own
// generator and kept outside the clone, under a name that changes with the formats it depends on.

#include "session/session.h"

namespace chevet::bench {

struct CachedClinic {
    QString vault, passphraseFile;
    double seconds = 0; // what making it took, when it was made
    bool fresh = false; // made by this call

    // With the limits and the cost of the shipped programs: the real window can open it too.
    [[nodiscard]] std::unique_ptr<session::Session> open() const;
};

// CHEVET_BENCH_CACHE, else bench/ in CHEVET_CACHE, else in ~/.cache/chevet.
[[nodiscard]] CachedClinic cachedClinic(int patients);

// CHEVET_BENCH_PATIENTS if it is set: a smaller clinic, for trying a benchmark.
[[nodiscard]] int patientsWanted(int goal);

[[nodiscard]] session::Environment shippedEnvironment();

} // namespace chevet::bench
