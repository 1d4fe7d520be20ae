#pragma once
// Clock: the only source of time. Time is advisory everywhere (I10): nothing is decided by it.

#include <QDateTime>

namespace chevet::base {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; // UTC, milliseconds
    [[nodiscard]] virtual qint64 monotonicNanoseconds() const = 0;
};

// The machine's clock. Thread-safe.
const Clock& systemClock();

} // namespace chevet::base
