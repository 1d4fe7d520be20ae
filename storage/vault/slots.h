#pragma once
// Where a resource lives: owner and slot numbers.

#include "base/uuid.h"

#include <QByteArrayView>

#include <cstdint>

namespace chevet::vault {

// Shared resources (Practitioner, Organization …) belong to no patient. They are spread over this
// many owners, so that adding one rehashes a thousandth of them.
constexpr qint64 sharedShards = 1024;
constexpr qint64 firstPatient = sharedShards;
constexpr int slotShift = 32;
constexpr qint64 maxOwner = (qint64(1) << 31) - 1;

[[nodiscard]] constexpr qint64 firstSlot(qint64 owner) noexcept {
    return owner << slotShift;
}
[[nodiscard]] constexpr qint64 lastSlot(qint64 owner) noexcept {
    return (owner << slotShift) + 0xffffffffLL;
}
[[nodiscard]] constexpr qint64 ownerOf(qint64 slot) noexcept {
    return slot >> slotShift;
}

// First 8 bytes of BLAKE2b-256 over Type/id.
[[nodiscard]] quint64 nameHash(QByteArrayView type, QByteArrayView id);
[[nodiscard]] inline qint64 shardOf(quint64 hash) noexcept {
    return static_cast<qint64>((hash >> 32U) % sharedShards);
}
[[nodiscard]] inline qint64 homeSlot(qint64 owner, quint64 hash) noexcept {
    return firstSlot(owner) + static_cast<qint64>(hash & 0xffffffffU);
}
// The place to try after `slot`, within the same owner.
[[nodiscard]] inline qint64 nextSlot(qint64 slot) noexcept {
    return slot == lastSlot(ownerOf(slot)) ? firstSlot(ownerOf(slot)) : slot + 1;
}

} // namespace chevet::vault
