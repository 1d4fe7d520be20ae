#pragma once
// The slot file in memory and its bytes (SLOTS.md). Holds sealed bytes only: no secret passes here.
// decode() takes hostile bytes; whatever it accepts, encode() gives back bit for bit.

#include "crypto/kdf.h"
#include "keychain/opened_keys.h"

namespace chevet::keychain {

constexpr quint16 slotFileVersion = 1;
constexpr qsizetype largestSlotFile = 1024LL * 1024; // bytes; 200 users take about 120 kB
constexpr int mostUsers = 200;
constexpr int mostFormerKeys = 16;
constexpr qsizetype longestName = 512;                   // UTF-8 bytes
constexpr qsizetype largestDeviceSection = 512LL * 1024; // bytes

enum class SlotType : std::uint8_t { Passphrase = 1, Keychain = 2, Recovery = 3, Escrow = 4 };

struct Slot {
    SlotType type = SlotType::Passphrase;
    std::optional<base::Uuid> user = {}; // empty for Recovery
    crypto::Salt salt = {};              // Passphrase
    crypto::KdfCost cost = {};           // Passphrase
    qint64 issued = 0;                   // Keychain: ms since 1970, UTC
    crypto::Nonce nonce = {};            // Passphrase and Keychain
    QByteArray sealed = {};              // 80 bytes; Recovery and Escrow: a sealed box of 113 bytes
    bool operator==(const Slot&) const = default;
};

struct SlotDocument {
    SlotFacts facts;
    std::vector<Slot> slots = {}; // in the order of slotOrder()
    crypto::Nonce deviceNonce = {};
    QByteArray device = {}; // sealed
    crypto::Hash mac = {};
    bool operator==(const SlotDocument&) const = default;

    [[nodiscard]] const Slot* find(SlotType type, const std::optional<base::Uuid>& user) const;
    void put(Slot slot); // replaces the one of the same type and user, keeps the order
    void drop(SlotType type, const base::Uuid& user);
    [[nodiscard]] SlotUser* user(const base::Uuid& id);
    // Slots that do not depend on the system keychain.
    [[nodiscard]] int lastingSlots() const;
};

// Everything the MAC covers: all bytes before it.
[[nodiscard]] QByteArray encodeBody(const SlotDocument& document);
[[nodiscard]] QByteArray encode(const SlotDocument& document);
// SlotDamaged with what is wrong in the detail; NewerVersion.
[[nodiscard]] base::Result<SlotDocument> decode(QByteArrayView bytes);

} // namespace chevet::keychain
