#pragma once
// The two copies on disk: reading both, choosing, writing both, healing one from the other.

#include "base/file_system.h"
#include "keychain/slot_codec.h"

namespace chevet::keychain {

struct SlotCopy {
    QString name; // "slots" or "slots.2"
    QByteArray bytes;
    base::Result<SlotDocument> document;
};

class SlotStore {
public:
    SlotStore(base::FileSystem& disk, QString folder);

    // Both copies, whatever their state. SlotsMissing, NewerVersion (either copy: nothing of an
    // older program may write over it); SlotDamaged, PermissionDenied or IoError if neither can be
    // read.
    [[nodiscard]] base::Result<std::array<SlotCopy, 2>> read() const;
    [[nodiscard]] bool exists() const; // either copy

    // Writes and syncs both beside, then renames one after the other: a full disk changes nothing.
    [[nodiscard]] base::Result<> write(const SlotDocument& document) const;
    // Makes `copy` hold `good`; what it held is set aside in quarantine/ unless it was merely
    // older.
    [[nodiscard]] base::Result<> heal(const SlotCopy& copy, const QByteArray& good,
                                      bool setAside) const;
    // After a revocation: copies set aside earlier still hold the revoked slot.
    [[nodiscard]] base::Result<> forgetSetAside() const;
    // Undoes a create() that failed half-way.
    void removeBoth() const;

private:
    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] base::Result<> writeBeside(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] base::Result<> putInPlace(const QString& name) const;

    base::FileSystem& m_disk;
    QString m_folder;
};

// Usable copies, the newest first; of the same generation in file order.
[[nodiscard]] std::vector<const SlotCopy*> usableCopies(const std::array<SlotCopy, 2>& copies);

} // namespace chevet::keychain
