#pragma once
// What the layers below found wrong, as one kind of Alarm with stable codes and French words.

#include "keychain/opened_keys.h"
#include "log/log.h"
#include "session/types.h"
#include "vault/rows.h"

namespace chevet::session {

[[nodiscard]] Alarm alarmOf(const log::LogAlarm& alarm);
[[nodiscard]] Alarm alarmOf(const vault::ViewAlarm& alarm);
[[nodiscard]] Alarm alarmOf(const keychain::OpenedKeys::Repair& repair);

} // namespace chevet::session
