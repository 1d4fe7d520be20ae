#pragma once
// What a Vault is given. Everything referred to must outlive it.

#include "base/file_system.h"
#include "log/blob_store.h"
#include "log/log.h"
#include "vault/database.h"

namespace chevet::vault {

struct VaultConfig {
    base::FileSystem& disk;
    QString folder; // of the vault: view.db, root and quarantine/ are made in it
    crypto::VaultKey key;
    const log::Log& log;
    const log::Membership& membership;
    const log::KeyRing& keys;
    const log::BlobStore* blobs = nullptr; // for bodies too long for an entry
    DatabaseOptions database;
};

} // namespace chevet::vault
