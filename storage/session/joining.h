#pragma once
// A workstation that has asked to join and was not admitted yet: its keys wait in the file
// `joining` of the future vault's folder, sealed under the professional's passphrase.
//
// File: "CHVJOIN1" ‖ passes u32 LE ‖ memory u32 LE (KiB) ‖ salt 16 ‖ nonce 24 ‖ SEAL(K, nonce,
// device uuid 16 ‖ D_sign 32 ‖ D_auth 32 ‖ D_enc 32 ‖ professional uuid 16 ‖ U_sign 32, head) ‖
// nonce 24 ‖ SEAL(K, nonce, request, head); K from the passphrase by Argon2id, head the bytes
// before the first nonce. Keys are seeds.

#include "keychain/opened_keys.h"
#include "log/join_request.h"
#include "session/environment.h"

namespace chevet::session {

struct Joining {
    keychain::DeviceSecrets device;
    keychain::UserKey user;
    log::JoinRequest request;
};

// Fresh keys and the request made of them; writes the file, durable on return. AlreadyExists if the
// folder holds anything.
[[nodiscard]] base::Result<Joining> beginJoining(const Environment& environment,
                                                 const QString& folder, const QString& label,
                                                 const QString& userName,
                                                 const crypto::Secret& passphrase,
                                                 const crypto::KdfCost& cost);
// NotFound if nobody has asked from here; WrongPassphrase; Malformed.
[[nodiscard]] base::Result<Joining> readJoining(const Environment& environment,
                                                const QString& folder,
                                                const crypto::Secret& passphrase);
[[nodiscard]] base::Result<> endJoining(const Environment& environment, const QString& folder);

} // namespace chevet::session
