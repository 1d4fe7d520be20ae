#include "log/membership.h"

#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"
#include "log/membership_codec.h"
#include "log/membership_reader.h"

#include <QFileInfo>
#include <QtEndian>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

// File: "QSM1", then each statement as length u32 ‖ bytes.
constexpr QByteArrayView fileMagic("QSM1", 4);
constexpr qint64 maxFile = 64LL * 1024 * 1024;
constexpr std::size_t maxProfessionals = 32;

crypto::Secret seedOf(const crypto::Secret& seed, const char* label) {
    return crypto::deriveKey(seed, label).secret().clone();
}

crypto::Secret randomSecret(base::Random& random) {
    crypto::Secret secret(32);
    random.fill(secret.bytes());
    return secret;
}

void writeSealedKey(CborWriter& out, std::uint32_t number, const Hash& commitment,
                    const crypto::Secret& key,
                    std::initializer_list<crypto::BoxPublicKey> recipients) {
    out.array(3).number(number).bytes(commitment.view()).array(recipients.size());
    for (const crypto::BoxPublicKey& recipient : recipients)
        out.array(2).bytes(recipient.view()).bytes(crypto::sealTo(recipient, key));
}

void writeProfessional(CborWriter& out, const Founding::Professional& who, std::uint32_t epoch,
                       const crypto::EpochKey& key, base::Random& random) {
    out.array(5)
        .bytes(who.id.toByteArray())
        .number(static_cast<std::uint64_t>(who.role))
        .boolean(who.administrator);
    out.bytes(who.key->publicKey().view());
    statement::writeLabel(out, statement::LabelOf::Member, who.id, who.name, epoch, key, random);
}

base::Result<> checkFounding(const Founding& founding) {
    const auto& all = founding.professionals;
    const bool complete =
        std::all_of(all.begin(), all.end(), [](const auto& who) { return who.key != nullptr; });
    if (all.empty() || all.size() > maxProfessionals || !complete || !all.front().administrator)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("professionals"));
    return {};
}

struct FoundingKeys {
    crypto::EpochKey epoch;
    crypto::KeyboxKey keybox;
};

QByteArray genesisFields(const Founding& founding, const ClinicRoot& root, const DeviceKeys& device,
                         const ClinicId& clinic, QByteArrayView nonce, const FoundingKeys& keys,
                         base::Random& random) {
    const base::Uuid noId(std::array<std::uint8_t, 16>{});
    const base::Uuid deviceId = founding.deviceId ? *founding.deviceId : crypto::randomUuid(random);
    CborWriter out;
    out.array(8).bytes(root.sign.publicKey().view()).bytes(root.box.publicKey.view()).bytes(nonce);
    statement::writeLabel(out, statement::LabelOf::Clinic, noId, founding.clinicName, 1, keys.epoch,
                          random);
    out.array(1).array(5).bytes(deviceId.toByteArray());
    out.bytes(device.sign.publicKey().view())
        .bytes(device.auth.publicKey().view())
        .bytes(device.box.publicKey.view());
    statement::writeLabel(out, statement::LabelOf::Device, deviceId, founding.deviceLabel, 1,
                          keys.epoch, random);
    out.array(founding.professionals.size());
    for (const auto& who : founding.professionals)
        writeProfessional(out, who, 1, keys.epoch, random);
    const auto recipients = {device.box.publicKey, root.box.publicKey};
    writeSealedKey(out.array(1), 1, epochCommitment(keys.epoch, clinic, 1), keys.epoch.secret(),
                   recipients);
    writeSealedKey(out.array(1), 1, statement::keyboxCommitment(keys.keybox, clinic, 1),
                   keys.keybox.secret(), recipients);
    return out.result();
}

} // namespace

ClinicRoot ClinicRoot::fromSeed(const crypto::Secret& seed) {
    return {.sign = *crypto::SigningKey::fromSeed(seedOf(seed, "kit/root-signing/1")),
            .box = crypto::BoxKeyPair::fromSeed(seedOf(seed, "kit/root-box/1"))};
}

DeviceKeys DeviceKeys::fromSeed(const crypto::Secret& seed) {
    return {.sign = *crypto::SigningKey::fromSeed(seedOf(seed, "device-sign/1")),
            .auth = *crypto::SigningKey::fromSeed(seedOf(seed, "device-auth/1")),
            .box = crypto::BoxKeyPair::fromSeed(seedOf(seed, "device-box/1"))};
}

base::Uuid streamOfDevice(const crypto::SigningPublicKey& device, std::uint32_t number) {
    const std::uint32_t little = qToLittleEndian(number);
    const QByteArrayView index(reinterpret_cast<const char*>(&little), sizeof little);
    const Hash hash =
        crypto::Hasher().update("qs/stream/1").update(device.view()).update(index).finish();
    return *base::Uuid::fromBytes(hash.view().first(16));
}

base::Result<Membership> Membership::found(const Founding& founding, const ClinicRoot& root,
                                           const DeviceKeys& device, base::Random& random) {
    CHEVET_TRY(checkFounding(founding));
    const QByteArray nonce = founding.nonce ? founding.nonce->toByteArray()
                                            : randomSecret(random).view().toByteArray(); // public
    const ClinicId clinic = statement::clinicIdOf(root.sign.publicKey(), root.box.publicKey, nonce);
    const FoundingKeys keys{.epoch = *crypto::EpochKey::from(randomSecret(random)),
                            .keybox = *crypto::KeyboxKey::from(randomSecret(random))};
    const QByteArray fields = genesisFields(founding, root, device, clinic, nonce, keys, random);
    const QByteArray body =
        statement::encodeBody(statement::Kind::Genesis, clinic, 1, Hash{}, fields);
    std::vector<const crypto::SigningKey*> signers{&root.sign, &device.sign};
    for (const auto& who : founding.professionals)
        signers.push_back(who.key);
    Membership membership;
    CHEVET_TRY(membership.apply(statement::encodeSigned(body, signers)));
    CHEVET_TRY_ASSIGN(const KeyRing ring, membership.openKeys(device));
    membership.readLabels(ring);
    return membership;
}

base::Result<Membership> Membership::parse(QByteArrayView bytes,
                                           const std::optional<ClinicId>& expected) {
    if (bytes.size() < fileMagic.size() || bytes.first(fileMagic.size()) != fileMagic)
        return fail(ErrorCode::Malformed, QStringLiteral("membership"));
    Membership membership;
    qsizetype at = fileMagic.size();
    while (at < bytes.size()) {
        if (bytes.size() - at < 4)
            return fail(ErrorCode::Malformed, QStringLiteral("membership"));
        const auto length = qsizetype{qFromLittleEndian<std::uint32_t>(bytes.data() + at)};
        at += 4;
        if (length > bytes.size() - at)
            return fail(ErrorCode::Malformed, QStringLiteral("membership"));
        CHEVET_TRY(membership.apply(bytes.sliced(at, length)));
        at += length;
    }
    if (membership.m_statements.empty())
        return fail(ErrorCode::Malformed, QStringLiteral("membership"),
                    QStringLiteral("no genesis"));
    if (expected && *expected != membership.m_clinic)
        return fail(ErrorCode::WrongClinic, QStringLiteral("membership"));
    return membership;
}

base::Result<Membership> Membership::load(base::FileSystem& disk, const QString& file,
                                          const std::optional<ClinicId>& expected) {
    CHEVET_TRY_ASSIGN(const QByteArray bytes, base::readWhole(disk, file, maxFile));
    return parse(bytes, expected);
}

base::Result<> Membership::store(base::FileSystem& disk, const QString& file) const {
    CHEVET_TRY(disk.makeFolder(QFileInfo(file).absolutePath()));
    return base::replaceFile(disk, file, toBytes());
}

QByteArray Membership::toBytes() const {
    QByteArray out = fileMagic.toByteArray();
    for (const QByteArray& bytes : m_statements) {
        const std::uint32_t length = qToLittleEndian(static_cast<std::uint32_t>(bytes.size()));
        out.append(reinterpret_cast<const char*>(&length), sizeof length);
        out += bytes;
    }
    return out;
}

base::Result<> Membership::enrol(bool again, const Founding::Professional& who,
                                 const base::Uuid& admin, const crypto::SigningKey& adminKey,
                                 const DeviceKeys& device, const KeyRing& keys,
                                 base::Random& random) {
    const crypto::EpochKey* epoch = keys.epoch(keys.currentEpoch());
    if (!who.key || !epoch)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("professional"));
    CborWriter fields;
    fields.array(2).bytes(admin.toByteArray());
    writeProfessional(fields, who, keys.currentEpoch(), *epoch, random);
    const auto kind =
        again ? statement::Kind::EnableProfessional : statement::Kind::AddProfessional;
    const QByteArray body =
        statement::encodeBody(kind, m_clinic, m_statements.size() + 1, head(), fields.result());
    CHEVET_TRY(apply(statement::encodeSigned(body, {&adminKey, &device.sign, who.key})));
    readLabels(keys);
    return {};
}

base::Result<> Membership::addProfessional(const Founding::Professional& who,
                                           const base::Uuid& admin,
                                           const crypto::SigningKey& adminKey,
                                           const DeviceKeys& device, const KeyRing& keys,
                                           base::Random& random) {
    return enrol(false, who, admin, adminKey, device, keys, random);
}

base::Result<> Membership::enableProfessional(const Founding::Professional& who,
                                              const base::Uuid& admin,
                                              const crypto::SigningKey& adminKey,
                                              const DeviceKeys& device, const KeyRing& keys,
                                              base::Random& random) {
    return enrol(true, who, admin, adminKey, device, keys, random);
}

base::Result<> Membership::disableProfessional(const base::Uuid& who, const base::Uuid& admin,
                                               const crypto::SigningKey& adminKey,
                                               const DeviceKeys& device) {
    CborWriter fields;
    fields.array(2).bytes(admin.toByteArray()).bytes(who.toByteArray());
    const QByteArray body = statement::encodeBody(statement::Kind::DisableProfessional, m_clinic,
                                                  m_statements.size() + 1, head(), fields.result());
    return apply(statement::encodeSigned(body, {&adminKey, &device.sign}));
}

base::Result<> Membership::apply(QByteArrayView bytes) {
    CHEVET_TRY_ASSIGN(const statement::Statement read, statement::decode(bytes));
    if (!m_statements.empty() && read.clinic != m_clinic)
        return fail(ErrorCode::WrongClinic, QStringLiteral("membership"));
    const bool follows =
        read.seq == m_statements.size() + 1 && (m_statements.empty() || read.prev == head());
    if (!follows)
        return fail(ErrorCode::LogGap, QStringLiteral("membership"));
    Membership next = *this;
    CHEVET_TRY(MembershipReader(next, read).read());
    next.m_statements.push_back(bytes.toByteArray());
    next.m_hashes.push_back(crypto::hash(bytes));
    *this = std::move(next);
    return {};
}

bool Membership::knowsHead(const Hash& wanted) const noexcept {
    return std::find(m_hashes.rbegin(), m_hashes.rend(), wanted) != m_hashes.rend();
}

const Member* Membership::member(const base::Uuid& id) const noexcept {
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [&](const Member& one) { return one.id == id; });
    return found == m_members.end() ? nullptr : &*found;
}

const Device* Membership::deviceOfStream(const base::Uuid& stream) const noexcept {
    for (const Device& device : m_devices)
        if (std::find(device.streams.begin(), device.streams.end(), stream) != device.streams.end())
            return &device;
    return nullptr;
}

std::optional<Hash> Membership::epochCommitment(std::uint32_t number) const {
    for (const SealedKey& key : m_keys)
        if (!key.keybox && key.number == number)
            return key.commitment;
    return std::nullopt;
}

base::Result<KeyRing> Membership::openKeys(const DeviceKeys& device) const {
    return openKeys(device.box);
}
base::Result<KeyRing> Membership::openKeys(const ClinicRoot& root) const {
    return openKeys(root.box);
}

base::Result<KeyRing> Membership::openKeys(const crypto::BoxKeyPair& box) const {
    KeyRing ring(m_clinic);
    for (const SealedKey& one : m_keys) {
        const auto mine = std::find_if(one.sealed.begin(), one.sealed.end(),
                                       [&](const auto& to) { return to.first == box.publicKey; });
        if (mine == one.sealed.end())
            return fail(ErrorCode::UnknownKey, QStringLiteral("membership"),
                        QStringLiteral("not sealed to this device"));
        CHEVET_TRY_ASSIGN(crypto::Secret secret, crypto::openSealed(box, mine->second));
        if (one.keybox) {
            CHEVET_TRY_ASSIGN(crypto::KeyboxKey key, crypto::KeyboxKey::from(std::move(secret)));
            if (statement::keyboxCommitment(key, m_clinic, one.number) != one.commitment)
                return fail(ErrorCode::BadHash, QStringLiteral("keybox commitment"));
            ring.addKeybox(one.number, std::move(key));
        } else {
            CHEVET_TRY_ASSIGN(crypto::EpochKey key, crypto::EpochKey::from(std::move(secret)));
            if (log::epochCommitment(key, m_clinic, one.number) != one.commitment)
                return fail(ErrorCode::BadHash, QStringLiteral("epoch commitment"));
            ring.addEpoch(one.number, std::move(key));
        }
    }
    return ring;
}

void Membership::readLabels(const KeyRing& keys) {
    for (const Label& label : m_labels) {
        const crypto::EpochKey* epoch = keys.epoch(label.epoch);
        const auto text = epoch ? statement::openLabel(statement::LabelOf(label.of), label.id,
                                                       label.sealed, *epoch)
                                : base::Result<QString>(QString());
        const QString shown = text.value_or(QString()); // a label that does not open stays empty
        if (label.of == Label::Of::Clinic)
            m_clinicName = shown;
        for (Device& device : m_devices)
            if (label.of == Label::Of::Device && device.id == label.id)
                device.label = shown;
        for (Member& member : m_members)
            if (label.of == Label::Of::Member && member.id == label.id)
                member.name = shown;
    }
}

} // namespace chevet::log
