#include "keychain/slot_codec.h"

#include "crypto/primitives/hash.h"
#include "keychain/bytes.h"

#include <QTimeZone>

namespace chevet::keychain {

using base::ErrorCode;

namespace {

constexpr QByteArrayView magic("CHEVSLOT");
constexpr qint64 noTime = std::numeric_limits<qint64>::min();
constexpr qint64 latestTime =
    32'503'680'000'000;                    // year 3000: beyond it QDateTime would not come back
constexpr qsizetype wrappedSize = 64 + 16; // V ‖ seed, tag
constexpr qsizetype boxedSize = 48 + 65;   // see slot_crypto.cpp
constexpr quint8 administratorFlag = 1, disabledFlag = 2, quickUnlockFlag = 4;

qint64 toMs(const QDateTime& time) {
    return time.isValid() ? time.toMSecsSinceEpoch() : noTime;
}

QDateTime time(ByteReader& in) {
    const auto ms = in.integer<qint64>();
    if (ms == noTime)
        return {};
    if (ms < -latestTime || ms > latestTime)
        in.refuse();
    return in.ok() ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

void writeUser(ByteWriter& out, const SlotUser& user) {
    quint8 flags = 0;
    if (user.administrator)
        flags |= administratorFlag;
    if (user.disabled)
        flags |= disabledFlag;
    if (user.quickUnlock)
        flags |= quickUnlockFlag;
    out.raw(user.id.toByteArray()).integer(static_cast<quint8>(user.role)).integer(flags);
    out.raw(user.signingKey.view()).text(user.name);
    out.integer(static_cast<quint8>(user.formerKeys.size()));
    for (const auto& key : user.formerKeys)
        out.raw(key.view());
}

SlotUser readUser(ByteReader& in) {
    SlotUser user{.id = in.uuid()};
    const auto role = in.integer<quint8>();
    const auto flags = in.integer<quint8>();
    if (role > static_cast<quint8>(UserRole::Administrator) || flags > 7)
        in.refuse();
    user.role = static_cast<UserRole>(role);
    user.administrator = (flags & administratorFlag) != 0;
    user.disabled = (flags & disabledFlag) != 0;
    user.quickUnlock = (flags & quickUnlockFlag) != 0;
    user.signingKey = in.fixed<crypto::SigningPublicKey>();
    user.name = in.text(longestName);
    const int former = in.integer<quint8>();
    if (former > mostFormerKeys)
        in.refuse();
    for (int i = 0; in.ok() && i < former; ++i)
        user.formerKeys.append(in.fixed<crypto::SigningPublicKey>());
    return user;
}

void writeFacts(ByteWriter& out, const SlotFacts& facts) {
    out.integer(facts.generation).raw(facts.vault.toByteArray());
    out.raw(facts.clinicIdentity.root.view()).raw(facts.clinicIdentity.recovery.view());
    out.raw(facts.clinicIdentity.nonce.view());
    out.integer(static_cast<quint32>(facts.kitNumber)).integer(toMs(facts.kitCreated));
    out.integer(toMs(facts.kitVerified)).integer(toMs(facts.lastLocked)).integer(facts.patients);
    out.integer(static_cast<quint8>(facts.lastUser ? 1 : 0));
    out.raw(facts.lastUser ? facts.lastUser->toByteArray() : QByteArray(16, '\0'));
    out.text(facts.clinic).text(facts.workstation);
    out.integer(static_cast<quint16>(facts.users.size()));
    for (const SlotUser& user : facts.users)
        writeUser(out, user);
}

std::optional<base::Uuid> optionalUser(ByteReader& in, bool present) {
    const base::Uuid id = in.uuid();
    if (present)
        return id;
    if (id != base::Uuid(std::array<std::uint8_t, 16>{}))
        in.refuse(); // one spelling of "nobody"
    return std::nullopt;
}

void readUsers(ByteReader& in, SlotFacts& facts) {
    const int count = in.integer<quint16>();
    if (count > mostUsers)
        in.refuse();
    for (int i = 0; in.ok() && i < count; ++i) {
        SlotUser user = readUser(in);
        if (facts.find(user.id) != nullptr)
            in.refuse();
        facts.users.append(std::move(user));
    }
}

SlotFacts readFacts(ByteReader& in) {
    const auto generation = in.integer<quint64>();
    SlotFacts facts{.vault = in.uuid(), .clinicIdentity = {}, .generation = generation};
    facts.clinicIdentity.root = in.fixed<crypto::SigningPublicKey>();
    facts.clinicIdentity.recovery = in.fixed<crypto::BoxPublicKey>();
    facts.clinicIdentity.nonce = in.fixed<ClinicNonce>();
    const auto kitNumber = in.integer<quint32>();
    if (kitNumber > std::numeric_limits<int>::max())
        in.refuse();
    facts.kitNumber = static_cast<int>(kitNumber);
    facts.kitCreated = time(in);
    facts.kitVerified = time(in);
    facts.lastLocked = time(in);
    facts.patients = in.integer<qint64>();
    const auto hasLast = in.integer<quint8>();
    if (hasLast > 1 || facts.patients < -1)
        in.refuse();
    facts.lastUser = optionalUser(in, hasLast == 1);
    facts.clinic = in.text(longestName);
    facts.workstation = in.text(longestName);
    readUsers(in, facts);
    return facts;
}

void writeSlot(ByteWriter& out, const Slot& slot) {
    out.integer(static_cast<quint8>(slot.type));
    out.raw(slot.user ? slot.user->toByteArray() : QByteArray(16, '\0'));
    if (slot.type == SlotType::Passphrase)
        out.raw(slot.salt.view()).integer(slot.cost.passes).integer(slot.cost.memoryKiB);
    if (slot.type == SlotType::Keychain)
        out.integer(slot.issued);
    if (slot.type == SlotType::Passphrase || slot.type == SlotType::Keychain)
        out.raw(slot.nonce.view());
    out.raw(slot.sealed);
}

Slot readSlot(ByteReader& in) {
    Slot slot;
    const auto type = in.integer<quint8>();
    if (type < 1 || type > 4)
        in.refuse();
    slot.type = static_cast<SlotType>(type);
    slot.user = optionalUser(in, slot.type != SlotType::Recovery);
    if (slot.type == SlotType::Passphrase) {
        slot.salt = in.fixed<crypto::Salt>();
        slot.cost.passes = in.integer<quint32>();
        slot.cost.memoryKiB = in.integer<quint32>();
    } else {
        slot.cost = {.passes = 0, .memoryKiB = 0};
    }
    if (slot.type == SlotType::Keychain)
        slot.issued = in.integer<qint64>();
    const bool boxed = slot.type == SlotType::Recovery || slot.type == SlotType::Escrow;
    if (!boxed)
        slot.nonce = in.fixed<crypto::Nonce>();
    slot.sealed = in.take(boxed ? boxedSize : wrappedSize).toByteArray();
    return slot;
}

// One order, so that the same slots are always the same bytes: by type, then by user.
bool slotOrder(const Slot& a, const Slot& b) {
    return std::tie(a.type, a.user) < std::tie(b.type, b.user);
}

void readSlots(ByteReader& in, SlotDocument& document) {
    const int count = in.integer<quint16>();
    if (count > 3 * mostUsers + 1)
        in.refuse();
    for (int i = 0; in.ok() && i < count; ++i) {
        Slot slot = readSlot(in);
        const bool stranger = slot.user && document.facts.find(*slot.user) == nullptr;
        if (stranger || (!document.slots.empty() && !slotOrder(document.slots.back(), slot)))
            in.refuse();
        document.slots.push_back(std::move(slot));
    }
}

std::unexpected<base::Error> damaged(const char* what) {
    return base::fail(ErrorCode::SlotDamaged, {}, QLatin1String(what));
}

} // namespace

const Slot* SlotDocument::find(SlotType type, const std::optional<base::Uuid>& user) const {
    const auto found = std::ranges::find_if(
        slots, [&](const Slot& slot) { return slot.type == type && slot.user == user; });
    return found == slots.end() ? nullptr : &*found;
}

void SlotDocument::put(Slot slot) {
    std::erase_if(slots,
                  [&](const Slot& old) { return old.type == slot.type && old.user == slot.user; });
    slots.insert(std::ranges::upper_bound(slots, slot, slotOrder), std::move(slot));
}

void SlotDocument::drop(SlotType type, const base::Uuid& user) {
    std::erase_if(slots, [&](const Slot& slot) { return slot.type == type && slot.user == user; });
}

SlotUser* SlotDocument::user(const base::Uuid& id) {
    const auto found = std::ranges::find(facts.users, id, &SlotUser::id);
    return found == facts.users.end() ? nullptr : &*found;
}

int SlotDocument::lastingSlots() const {
    return static_cast<int>(std::ranges::count_if(slots, [](const Slot& slot) {
        return slot.type == SlotType::Passphrase || slot.type == SlotType::Recovery;
    }));
}

QByteArray encodeBody(const SlotDocument& document) {
    ByteWriter rest;
    writeFacts(rest, document.facts);
    rest.integer(static_cast<quint16>(document.slots.size()));
    for (const Slot& slot : document.slots)
        writeSlot(rest, slot);
    rest.integer(static_cast<quint32>(document.device.size()));
    rest.raw(document.deviceNonce.view()).raw(document.device);

    ByteWriter out;
    const qsizetype length =
        magic.size() + 2 + 2 + 4 + rest.bytes().size() + 2 * crypto::Hash::size;
    out.raw(magic).integer(slotFileVersion).integer(quint16{0});
    out.integer(static_cast<quint32>(length)).raw(rest.bytes());
    return out.bytes();
}

QByteArray encode(const SlotDocument& document) {
    QByteArray bytes = encodeBody(document);
    bytes.append(document.mac.view());
    bytes.append(crypto::hash(bytes).view());
    return bytes;
}

base::Result<SlotDocument> decode(QByteArrayView bytes) {
    constexpr qsizetype headerSize = 16, tailSize = 2 * crypto::Hash::size;
    if (bytes.size() < headerSize + tailSize || bytes.size() > largestSlotFile)
        return damaged("size");
    if (bytes.first(magic.size()) != magic)
        return damaged("magic");
    // For every version the last 32 bytes are the checksum of the others: a newer file is told from
    // a damaged one before its version is believed.
    const QByteArrayView checked = bytes.first(bytes.size() - crypto::Hash::size);
    if (crypto::hash(checked).view() != bytes.last(crypto::Hash::size))
        return damaged("checksum");
    ByteReader in(bytes.first(bytes.size() - tailSize).sliced(magic.size()));
    if (const auto version = in.integer<quint16>(); version > slotFileVersion)
        return base::fail(ErrorCode::NewerVersion, {}, QString::number(version));
    else if (version < slotFileVersion)
        return damaged("version");
    if (in.integer<quint16>() != 0 || in.integer<quint32>() != bytes.size())
        return damaged("header");
    SlotDocument document{.facts = readFacts(in)};
    readSlots(in, document);
    const qsizetype deviceSize = in.integer<quint32>();
    document.deviceNonce = in.fixed<crypto::Nonce>();
    if (deviceSize > largestDeviceSection)
        in.refuse();
    document.device = in.take(deviceSize).toByteArray();
    if (!in.atEnd())
        return damaged("structure");
    for (const SlotUser& user : document.facts.users)
        if (user.quickUnlock != (document.find(SlotType::Keychain, user.id) != nullptr))
            return damaged("quick unlock");
    document.mac = *crypto::Hash::fromBytes(checked.last(crypto::Hash::size));
    return document;
}

} // namespace chevet::keychain
