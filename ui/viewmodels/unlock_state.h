#pragma once
// UnlockState: how often a passphrase was wrong and how long one must wait. A delay slows a person
// at the keyboard; what slows a thief of the disk is the key derivation. Nothing is ever erased.

#include <QtGlobal>

namespace chevet::viewmodels {

class UnlockState {
public:
    static constexpr int freeAttempts = 5;
    static constexpr qint64 delayMilliseconds = 30'000;

    // `now`: monotonic milliseconds.
    void failed(qint64 now);
    void succeeded();
    // Milliseconds before one may try again; 0: now.
    [[nodiscard]] qint64 waitingTime(qint64 now) const;
    [[nodiscard]] int failures() const noexcept { return m_failures; }

private:
    int m_failures = 0;
    qint64 m_until = 0;
};

} // namespace chevet::viewmodels
