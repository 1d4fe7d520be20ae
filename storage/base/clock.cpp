#include "base/clock.h"

#include <chrono>

namespace chevet::base {

namespace {
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] qint64 monotonicNanoseconds() const override {
        const auto since = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
    }
};
} // namespace

const Clock& systemClock() {
    static const SystemClock clock;
    return clock;
}

} // namespace chevet::base
