#include "keychain/slot_crypto.h"

#include "crypto/aead.h"
#include "crypto/box.h"
#include "crypto/random.h"
#include "keychain/bytes.h"

namespace chevet::keychain {

using base::ErrorCode;
using crypto::Secret;

namespace {

// Binds a slot to this vault, this user and these parameters: none can be swapped or weakened.
QByteArray associatedData(const base::Uuid& vaultId, const Slot& slot) {
    ByteWriter out;
    out.raw(QByteArrayView("chevet/slot/1")).raw(vaultId.toByteArray());
    out.integer(static_cast<quint8>(slot.type)).raw(slot.user->toByteArray());
    if (slot.type == SlotType::Passphrase)
        out.raw(slot.salt.view()).integer(slot.cost.passes).integer(slot.cost.memoryKiB);
    else
        out.integer(slot.issued);
    return out.bytes();
}

Secret joined(const Secret& first, const Secret& second) {
    Secret both(first.size() + second.size());
    std::ranges::copy(first.bytes(), both.bytes().begin());
    std::ranges::copy(second.bytes(),
                      both.bytes().begin() + static_cast<std::ptrdiff_t>(first.size()));
    return both;
}

base::Result<Unwrapped> split(const Secret& plain) {
    CHEVET_TRY_ASSIGN(auto vault, crypto::VaultKey::from(Secret::copyOf(plain.bytes().first(32))));
    return Unwrapped{.vault = std::move(vault), .seed = Secret::copyOf(plain.bytes().last(32))};
}

// A sealed box has no associated data, so its plaintext begins with what it belongs to.
constexpr std::size_t boxPrefixSize = 33; // vault 16 ‖ type 1 ‖ user 16

QByteArray boxPrefix(const base::Uuid& vaultId, const Slot& slot) {
    ByteWriter out;
    out.raw(vaultId.toByteArray()).integer(static_cast<quint8>(slot.type));
    out.raw(slot.user ? slot.user->toByteArray() : QByteArray(16, '\0'));
    return out.bytes();
}

Slot boxed(const base::Uuid& vaultId, SlotType type, const std::optional<base::Uuid>& user,
           const crypto::BoxPublicKey& recovery, const Secret& content) {
    Slot slot{.type = type, .user = user, .cost = {.passes = 0, .memoryKiB = 0}, .issued = 0};
    const QByteArray prefix = boxPrefix(vaultId, slot);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(prefix.constData());
    const Secret head = Secret::copyOf({bytes, boxPrefixSize});
    slot.sealed = crypto::sealTo(recovery, joined(head, content));
    return slot;
}

Slot emptySlot(SlotType type, const base::Uuid& user, base::Random& random) {
    Slot slot{.type = type, .user = user, .cost = {.passes = 0, .memoryKiB = 0}, .issued = 0};
    slot.nonce = crypto::randomNonce(random);
    return slot;
}

QByteArray deviceContext(const base::Uuid& vaultId) {
    return QByteArray("chevet/slots-device/1") + vaultId.toByteArray();
}

} // namespace

base::Result<Slot> wrapPassphrase(const base::Uuid& vaultId, const base::Uuid& user,
                                  const Secret& passphrase, const crypto::KdfCost& cost,
                                  const crypto::KdfLimits& limits, const crypto::VaultKey& vault,
                                  const crypto::SigningKey& signing, base::Random& random) {
    Slot slot = emptySlot(SlotType::Passphrase, user, random);
    slot.cost = cost;
    random.fill(slot.salt.bytes);
    CHEVET_TRY_ASSIGN(const auto key,
                      crypto::deriveFromPassphrase(passphrase, slot.salt, cost, limits));
    slot.sealed =
        crypto::sealSecret(key.secret(), slot.nonce, joined(vault.secret(), signing.seed()),
                           associatedData(vaultId, slot));
    return slot;
}

base::Result<Unwrapped> openPassphrase(const base::Uuid& vaultId, const Slot& slot,
                                       const Secret& passphrase, const crypto::KdfLimits& limits) {
    CHEVET_TRY_ASSIGN(const auto key,
                      crypto::deriveFromPassphrase(passphrase, slot.salt, slot.cost, limits));
    const auto plain =
        crypto::openSecret(key.secret(), slot.nonce, slot.sealed, associatedData(vaultId, slot));
    if (!plain)
        return base::fail(ErrorCode::WrongPassphrase);
    return split(*plain);
}

Slot wrapKeychain(const base::Uuid& vaultId, const base::Uuid& user, const crypto::SealKey& kek,
                  qint64 issued, const crypto::VaultKey& vault, const crypto::SigningKey& signing,
                  base::Random& random) {
    Slot slot = emptySlot(SlotType::Keychain, user, random);
    slot.issued = issued;
    slot.sealed =
        crypto::sealSecret(kek.secret(), slot.nonce, joined(vault.secret(), signing.seed()),
                           associatedData(vaultId, slot));
    return slot;
}

base::Result<Unwrapped> openKeychain(const base::Uuid& vaultId, const Slot& slot,
                                     const crypto::SealKey& kek) {
    const auto plain =
        crypto::openSecret(kek.secret(), slot.nonce, slot.sealed, associatedData(vaultId, slot));
    if (!plain)
        return base::fail(ErrorCode::KeychainChanged);
    return split(*plain);
}

Slot sealRecovery(const base::Uuid& vaultId, const crypto::BoxPublicKey& recovery,
                  const crypto::VaultKey& vault) {
    return boxed(vaultId, SlotType::Recovery, std::nullopt, recovery, vault.secret());
}

Slot sealEscrow(const base::Uuid& vaultId, const base::Uuid& user,
                const crypto::BoxPublicKey& recovery, const crypto::SigningKey& signing) {
    return boxed(vaultId, SlotType::Escrow, user, recovery, signing.seed());
}

base::Result<Secret> openBoxed(const base::Uuid& vaultId, const Slot& slot,
                               const crypto::BoxKeyPair& box) {
    const auto plain = crypto::openSealed(box, slot.sealed);
    if (!plain || plain->size() != boxPrefixSize + 32)
        return base::fail(ErrorCode::RecoveryCodeWrong);
    if (plain->view().first(boxPrefixSize) != boxPrefix(vaultId, slot))
        return base::fail(ErrorCode::RecoveryCodeWrong, {},
                          QStringLiteral("slot of another vault or user"));
    return Secret::copyOf(plain->bytes().last(32));
}

namespace {

constexpr quint8 deviceVersion = 1;
constexpr std::size_t deviceHeadSize = 1 + 16 + 3 * 32;
constexpr std::size_t numberedKeySize = 4 + 32;

// Writes key material into a Secret of exactly the right size.
class SecretWriter {
public:
    explicit SecretWriter(std::size_t size)
        : m_out(size) {}
    void raw(std::span<const std::uint8_t> bytes) {
        std::ranges::copy(bytes, m_out.bytes().begin() + static_cast<std::ptrdiff_t>(m_at));
        m_at += bytes.size();
    }
    void number(quint32 value) {
        const std::array<std::uint8_t, 4> bytes{
            static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8U),
            static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 24U)};
        raw(bytes);
    }
    template <class Keys>
    void keys(const Keys& keys) {
        number(static_cast<quint32>(keys.size()));
        for (const auto& item : keys) {
            number(item.number);
            raw(item.key.secret().bytes());
        }
    }
    Secret finish() { return std::move(m_out); }

private:
    Secret m_out;
    std::size_t m_at = 0;
};

template <class Keys>
void readKeys(ByteReader& in, Keys& keys) {
    using Item = typename Keys::value_type;
    using KeyType = decltype(Item::key);
    const auto count = in.integer<quint32>();
    for (quint32 i = 0; in.ok() && i < count; ++i) {
        const auto number = in.integer<quint32>();
        auto key = KeyType::from(in.secret(KeyType::size));
        if (!key || (!keys.empty() && keys.back().number >= number))
            in.refuse();
        else
            keys.push_back({.number = number, .key = std::move(*key)});
    }
}

} // namespace

void sealDevice(SlotDocument& document, const crypto::VaultKey& vault, const DeviceSecrets& device,
                base::Random& random) {
    SecretWriter out(deviceHeadSize + 2 * 4 +
                     numberedKeySize * (device.epochs.size() + device.keyboxes.size()));
    out.raw(std::array{deviceVersion});
    out.raw(device.device.bytes());
    out.raw(device.sign.seed().bytes());
    out.raw(device.auth.seed().bytes());
    out.raw(device.boxSeed.bytes());
    out.keys(device.epochs);
    out.keys(device.keyboxes);
    const crypto::SealKey key = crypto::deriveKey(vault.secret(), "slots/device/1");
    document.deviceNonce = crypto::randomNonce(random);
    document.device = crypto::sealSecret(key.secret(), document.deviceNonce, out.finish(),
                                         deviceContext(document.facts.vault));
}

base::Result<DeviceSecrets> openDevice(const SlotDocument& document,
                                       const crypto::VaultKey& vault) {
    const auto damaged = [] {
        return base::fail(ErrorCode::SlotDamaged, {}, QStringLiteral("device section"));
    };
    const crypto::SealKey key = crypto::deriveKey(vault.secret(), "slots/device/1");
    const auto plain = crypto::openSecret(key.secret(), document.deviceNonce, document.device,
                                          deviceContext(document.facts.vault));
    if (!plain)
        return damaged();
    ByteReader in(plain->view());
    if (in.integer<quint8>() != deviceVersion)
        return damaged();
    const base::Uuid device = in.uuid();
    auto sign = crypto::SigningKey::fromSeed(in.secret(32));
    auto auth = crypto::SigningKey::fromSeed(in.secret(32));
    if (!sign || !auth)
        return damaged();
    DeviceSecrets secrets{.device = device,
                          .sign = std::move(*sign),
                          .auth = std::move(*auth),
                          .boxSeed = in.secret(32)};
    readKeys(in, secrets.epochs);
    readKeys(in, secrets.keyboxes);
    if (!in.atEnd())
        return damaged();
    return secrets;
}

crypto::Hash macOf(const SlotDocument& document, const crypto::VaultKey& vault) {
    const crypto::SealKey key = crypto::deriveKey(vault.secret(), "slots/mac/1");
    return crypto::keyedHash(key.secret(), "slots/1", encodeBody(document));
}

bool authentic(const SlotDocument& document, const crypto::VaultKey& vault) {
    const crypto::Hash expected = macOf(document, vault);
    return Secret::copyOf(expected.bytes).equals(Secret::copyOf(document.mac.bytes));
}

} // namespace chevet::keychain
