#pragma once
// The production side of door.h: session::Session as it is. The only file of ui that makes one.

#include "ui/viewmodels/door.h"

namespace chevet::viewmodels {

// `environment` must outlive the entrance and every door it opens.
std::unique_ptr<VaultEntrance> sessionEntrance(const session::Environment& environment,
                                               const QString& folder);

// An open session as a door; for the composition root (demo clinic).
std::shared_ptr<VaultDoor> sessionDoor(std::unique_ptr<session::Session> session);

} // namespace chevet::viewmodels
