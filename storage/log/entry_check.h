#pragma once
// Entry by entry, what `verify` counts and names. Internal to log.

#include "log/log.h"

namespace chevet::log {

class EntryCheck {
public:
    EntryCheck(const Membership& trust, const KeyRing& keys, bool decrypt)
        : m_trust(trust)
        , m_keys(keys)
        , m_decrypt(decrypt) {}

    void take(const EntryRef& ref, QByteArrayView entry);
    void take(const LogAlarm& alarm) { m_report.alarms.push_back(alarm); }
    [[nodiscard]] const Log::Verification& report() const noexcept { return m_report; }

private:
    [[nodiscard]] base::Result<> check(QByteArrayView entry);
    const Membership& m_trust;
    const KeyRing& m_keys;
    bool m_decrypt;
    Log::Verification m_report;
};

} // namespace chevet::log
