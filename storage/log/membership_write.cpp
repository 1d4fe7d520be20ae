// The membership chain: making statements.

#include "crypto/primitives/hash.h"
#include "log/membership.h"
#include "log/membership_codec.h"

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t maxProfessionals = 32;

crypto::Secret randomSecret(base::Random& random) {
    crypto::Secret secret(32);
    random.fill(secret.bytes());
    return secret;
}

void writeSealedKey(CborWriter& out, std::uint32_t number, const Hash& commitment,
                    const crypto::Secret& key,
                    const std::vector<crypto::BoxPublicKey>& recipients) {
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
    const std::vector<crypto::BoxPublicKey> recipients{device.box.publicKey, root.box.publicKey};
    writeSealedKey(out.array(1), 1, epochCommitment(keys.epoch, clinic, 1), keys.epoch.secret(),
                   recipients);
    writeSealedKey(out.array(1), 1, log::keyboxCommitment(keys.keybox, clinic, 1),
                   keys.keybox.secret(), recipients);
    return out.result();
}

} // namespace

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
    const auto taken = membership.accept(statement::encodeSigned(body, signers));
    if (!taken)
        return std::unexpected(taken.error());
    CHEVET_TRY_ASSIGN(const KeyRing ring, membership.openKeys(device));
    membership.readLabels(ring);
    return membership;
}

base::Result<> Membership::say(std::uint8_t kind, QByteArrayView fields,
                               const std::vector<const crypto::SigningKey*>& signers) {
    const QByteArray body = statement::encodeBody(static_cast<statement::Kind>(kind), clinic(),
                                                  m_links.at(head()).number + 1, head(), fields);
    const auto taken = accept(statement::encodeSigned(body, signers));
    return taken ? base::Result<>{} : std::unexpected(taken.error());
}

base::Result<> Membership::enrol(bool again, const Founding::Professional& who, const Signers& by,
                                 const KeyRing& keys, base::Random& random) {
    const crypto::EpochKey* epoch = keys.epoch(keys.currentEpoch());
    if (!who.key || !epoch)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("professional"));
    if (forked())
        return fail(ErrorCode::MembershipForked, QStringLiteral("membership"));
    CborWriter fields;
    fields.array(2).bytes(by.admin.toByteArray());
    writeProfessional(fields, who, keys.currentEpoch(), *epoch, random);
    const auto kind =
        again ? statement::Kind::EnableProfessional : statement::Kind::AddProfessional;
    CHEVET_TRY(say(static_cast<std::uint8_t>(kind), fields.result(),
                   {&by.adminKey, &by.device.sign, who.key}));
    readLabels(keys);
    return {};
}

base::Result<> Membership::addProfessional(const Founding::Professional& who,
                                           const base::Uuid& admin,
                                           const crypto::SigningKey& adminKey,
                                           const DeviceKeys& device, const KeyRing& keys,
                                           base::Random& random) {
    return enrol(false, who, {admin, adminKey, device}, keys, random);
}

base::Result<> Membership::enableProfessional(const Founding::Professional& who,
                                              const base::Uuid& admin,
                                              const crypto::SigningKey& adminKey,
                                              const DeviceKeys& device, const KeyRing& keys,
                                              base::Random& random) {
    return enrol(true, who, {admin, adminKey, device}, keys, random);
}

base::Result<> Membership::disableProfessional(const base::Uuid& who, const base::Uuid& admin,
                                               const crypto::SigningKey& adminKey,
                                               const DeviceKeys& device) {
    CborWriter fields;
    fields.array(2).bytes(admin.toByteArray()).bytes(who.toByteArray());
    return say(static_cast<std::uint8_t>(statement::Kind::DisableProfessional), fields.result(),
               {&adminKey, &device.sign});
}

base::Result<> Membership::admit(const JoinRequest& request, UserRole role, const Signers& by,
                                 const KeyRing& keys, base::Random& random) {
    const std::uint32_t number = keys.currentEpoch();
    const crypto::EpochKey* epoch = keys.epoch(number);
    if (!epoch)
        return fail(ErrorCode::UnknownKey, QStringLiteral("epoch"));
    if (forked())
        return fail(ErrorCode::MembershipForked, QStringLiteral("membership"));
    CborWriter fields;
    fields.array(6).bytes(by.admin.toByteArray()).bytes(request.core);
    fields.number(static_cast<std::uint64_t>(role));
    statement::writeLabel(fields, statement::LabelOf::Device, request.device, request.deviceLabel,
                          number, *epoch, random);
    statement::writeLabel(fields, statement::LabelOf::Member, request.professional,
                          request.professionalName, number, *epoch, random);
    // Everything there is to read, back to the first epoch.
    std::vector<std::pair<const SharedKey*, const crypto::Secret*>> given;
    for (const SharedKey& key : m_state.keys)
        if (const crypto::Secret* secret = keys.held(key.keybox, key.number, key.commitment))
            given.emplace_back(&key, secret);
    fields.array(given.size());
    for (const auto& [key, secret] : given)
        fields.array(4)
            .boolean(key->keybox)
            .number(key->number)
            .bytes(key->commitment.view())
            .bytes(crypto::sealTo(request.box, *secret));
    CHEVET_TRY(say(static_cast<std::uint8_t>(statement::Kind::AdmitDevice), fields.result(),
                   {&by.adminKey, &by.device.sign}));
    readLabels(keys);
    return {};
}

base::Result<> Membership::revoke(const base::Uuid& who, std::vector<Cut> cuts, const Signers& by,
                                  base::Random& random) {
    std::vector<crypto::BoxPublicKey> recipients{rootBox()};
    for (const Device& device : devices())
        if (!device.revoked && device.id != who)
            recipients.push_back(device.box);
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut& a, const Cut& b) { return a.place() < b.place(); });
    CborWriter fields;
    fields.array(4).bytes(by.admin.toByteArray()).bytes(who.toByteArray()).array(cuts.size());
    for (const Cut& cut : cuts)
        fields.array(3).bytes(cut.stream.toByteArray()).number(cut.seq).bytes(cut.hash.view());
    const std::uint32_t number = m_state.newestNumber(false) + 1;
    CHEVET_TRY_ASSIGN(const crypto::EpochKey epoch, crypto::EpochKey::from(randomSecret(random)));
    writeSealedKey(fields, number, epochCommitment(epoch, clinic(), number), epoch.secret(),
                   recipients);
    return say(static_cast<std::uint8_t>(statement::Kind::RevokeDevice), fields.result(),
               {&by.adminKey, &by.device.sign});
}

base::Result<> Membership::setAdministrator(const base::Uuid& who, bool administrator,
                                            const Signers& by, const Second& second) {
    const crypto::SigningKey* countersign = second.root ? second.root : second.adminKey;
    if (!countersign || (!second.root && !second.admin))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("second signature"));
    if (forked())
        return fail(ErrorCode::MembershipForked, QStringLiteral("membership"));
    CborWriter fields;
    fields.array(4).bytes(by.admin.toByteArray());
    if (second.root)
        fields.null();
    else
        fields.bytes(second.admin->toByteArray());
    fields.bytes(who.toByteArray()).boolean(administrator);
    return say(static_cast<std::uint8_t>(statement::Kind::SetAdministrator), fields.result(),
               {&by.adminKey, &by.device.sign, countersign});
}

// Keys of either branch that a workstation of the other was not given.
static void writeMissing(CborWriter& fields, const MembershipState& both, const KeyRing& keys) {
    struct Given {
        const Device* device;
        const SharedKey* key;
        const crypto::Secret* secret;
    };
    std::vector<Given> given;
    for (const SharedKey& key : both.keys) {
        const crypto::Secret* secret = keys.held(key.keybox, key.number, key.commitment);
        for (const Device& device : both.devices) {
            const bool has = std::any_of(key.sealed.begin(), key.sealed.end(),
                                         [&](const auto& to) { return to.first == device.box; });
            if (secret != nullptr && !device.revoked && !has)
                given.push_back({.device = &device, .key = &key, .secret = secret});
        }
    }
    fields.array(given.size());
    for (const Given& one : given)
        fields.array(5)
            .bytes(one.device->box.view())
            .boolean(one.key->keybox)
            .number(one.key->number)
            .bytes(one.key->commitment.view())
            .bytes(crypto::sealTo(one.device->box, *one.secret));
}

base::Result<> Membership::resolveFork(const Signers& by, const KeyRing& keys,
                                       const crypto::SigningKey* root) {
    std::vector<const crypto::SigningKey*> signers{&by.adminKey, &by.device.sign};
    if (root != nullptr)
        signers.front() = root;
    while (forked()) {
        const std::vector<Hash> ends = heads();
        const Hash other = ends.front() == head() ? ends.at(1) : ends.front();
        CborWriter fields;
        fields.array(3).bytes(by.admin.toByteArray()).bytes(other.view());
        CHEVET_TRY_ASSIGN(MembershipState both, stateAt(head()));
        CHEVET_TRY_ASSIGN(const MembershipState theirs, stateAt(other));
        both.unite(theirs);
        writeMissing(fields, both, keys);
        CHEVET_TRY(
            say(static_cast<std::uint8_t>(statement::Kind::ResolveFork), fields.result(), signers));
    }
    return {};
}

} // namespace chevet::log
