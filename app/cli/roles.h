#pragma once
// Roles as the command line names them.

#include "session/types.h"

#include <optional>

namespace chevet::cli {

[[nodiscard]] std::optional<session::Role> roleOf(const QString& code);
[[nodiscard]] QString unknownRoleWords(const QString& code);

} // namespace chevet::cli
