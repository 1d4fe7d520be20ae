#pragma once
// Drafts of notes: what is typed and not signed yet, sealed on this workstation and nowhere else. A
// file each, drafts/<uuid>; never part of the log, never sent. One thread at a time.
//
// File: "CHVDRAF1" ‖ nonce 24 ‖ SEAL(KDF(V, "draft/1", uuid), nonce, length u32 LE ‖ JSON ‖ zeros
// to a multiple of 1,024, "CHVDRAF1" ‖ uuid), with V the vault's key and the primitives of
// ENTRY.md. JSON: {"patient", "author", "started", "saved", "appendsTo", "sections": [{kind, title,
// text}]}.

#include "base/file_system.h"
#include "base/random.h"
#include "crypto/secret.h"
#include "session/types.h"

namespace chevet::session {

class DraftStore {
public:
    DraftStore(base::FileSystem& disk, QString folder, const crypto::Secret& vaultKey,
               base::Random& random);

    // Whole and durable on return; the one before stays if anything fails. LimitExceeded beyond
    // 4 MiB.
    [[nodiscard]] base::Result<> save(const NoteDraft& draft);
    struct Found {
        QList<NoteDraft> drafts; // latest first
        QStringList damaged;     // file names; left where they are (I6)
    };
    [[nodiscard]] base::Result<Found> all() const;
    [[nodiscard]] base::Result<> discard(const base::Uuid& id); // ok if it is not there

private:
    [[nodiscard]] QString path(const base::Uuid& id) const;
    [[nodiscard]] base::Result<NoteDraft> read(const base::Uuid& id) const;

    base::FileSystem& m_disk;
    QString m_folder;
    crypto::Secret m_key;
    base::Random& m_random;
};

} // namespace chevet::session
