#pragma once
// SeededRandom: the same bytes for the same seed, for format vectors. BLAKE2b in counter mode, so
// that another program can make them too. Never for a real key.

#include "base/random.h"
#include "crypto/primitives/hash.h"

#include <QtEndian>

namespace chevet::tests {

class SeededRandom final : public base::Random {
public:
    explicit SeededRandom(QByteArray seed)
        : m_seed(std::move(seed)) {}

    // Each call hashes seed ‖ counter u64 and takes as many blocks as it needs.
    void fill(std::span<std::uint8_t> bytes) override {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const std::uint64_t little = qToLittleEndian(m_counter++);
            const QByteArrayView counter(reinterpret_cast<const char*>(&little), sizeof little);
            const crypto::Hash block = crypto::Hasher().update(m_seed).update(counter).finish();
            const std::size_t part = std::min(block.bytes.size(), bytes.size() - done);
            std::copy_n(block.bytes.begin(), part,
                        bytes.begin() + static_cast<std::ptrdiff_t>(done));
            done += part;
        }
    }

private:
    QByteArray m_seed;
    std::uint64_t m_counter = 0;
};

} // namespace chevet::tests
