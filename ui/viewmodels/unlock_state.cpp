#include "ui/viewmodels/unlock_state.h"

#include <algorithm>

namespace chevet::viewmodels {

void UnlockState::failed(qint64 now) {
    ++m_failures;
    if (m_failures >= freeAttempts)
        m_until = now + delayMilliseconds;
}

void UnlockState::succeeded() {
    *this = {};
}

qint64 UnlockState::waitingTime(qint64 now) const {
    return std::max<qint64>(0, m_until - now);
}

} // namespace chevet::viewmodels
