#include "log/membership_reader.h"

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

std::unexpected<base::Error> malformed(const char* what) {
    return fail(ErrorCode::Malformed, QStringLiteral("membership"), QLatin1String(what));
}

std::unexpected<base::Error> unsignedBy(const char* who) {
    return fail(ErrorCode::BadSignature, QStringLiteral("membership"), QLatin1String(who));
}

} // namespace

base::Result<> MembershipReader::read(const StateOf& other) {
    switch (m_statement.kind) {
    case statement::Kind::Genesis:
        return genesis();
    case statement::Kind::AddProfessional:
    case statement::Kind::EnableProfessional:
        return addProfessional();
    case statement::Kind::DisableProfessional:
        return disableProfessional();
    case statement::Kind::AdmitDevice:
        return admitDevice();
    case statement::Kind::RevokeDevice:
        return revokeDevice();
    case statement::Kind::SetAdministrator:
        return setAdministrator();
    case statement::Kind::ResolveFork:
        return resolveFork(other);
    }
    return fail(ErrorCode::NewerVersion, QStringLiteral("membership"));
}

void MembershipReader::readLabel(MembershipState::Label::Of of, const base::Uuid& id) {
    m_in.exactly(2);
    MembershipState::Label label{.of = of,
                                 .id = id,
                                 .epoch = static_cast<std::uint32_t>(m_in.number(1, 0xFFFFFFFF)),
                                 .sealed = {}};
    label.sealed = m_in.bytes(2048).toByteArray();
    m_state.labels.push_back(std::move(label));
}

void MembershipReader::addDevice(Device device) {
    for (std::uint32_t number = 0; number < maxStreamsOfDevice; ++number)
        device.streams.push_back(streamOfDevice(device.sign, number));
    m_state.devices.push_back(std::move(device));
}

void MembershipReader::readDevice() {
    m_in.exactly(5);
    const base::Uuid id = m_in.uuid();
    Device device{.id = id, .label = {}, .streams = {}, .sign = {}, .auth = {}, .box = {}};
    device.sign = m_in.fixed<crypto::SigningPublicKey>();
    device.auth = m_in.fixed<crypto::SigningPublicKey>();
    device.box = m_in.fixed<crypto::BoxPublicKey>();
    addDevice(std::move(device));
    readLabel(MembershipState::Label::Of::Device, id);
}

base::Result<> MembershipReader::readProfessional() {
    m_in.exactly(5);
    const base::Uuid id = m_in.uuid();
    Member member{.id = id, .name = {}, .role = UserRole(m_in.number(1, 5)), .key = {}};
    member.administrator = m_in.boolean();
    member.key = m_in.fixed<crypto::SigningPublicKey>();
    readLabel(MembershipState::Label::Of::Member, id);
    if (m_in.failed())
        return malformed("professional");
    if (!statement::isSignedBy(m_statement, member.key))
        return unsignedBy("professional");
    return enrol(std::move(member));
}

// A new one; or, by their own statement, a disabled one again, whose older signatures stay good.
base::Result<> MembershipReader::enrol(Member member) {
    auto& members = m_state.members;
    const auto known = std::find_if(members.begin(), members.end(),
                                    [&](const Member& one) { return one.id == member.id; });
    const bool again = m_statement.kind == statement::Kind::EnableProfessional;
    if (again != (known != members.end()) || (again && !known->disabled))
        return malformed("professional");
    if (!again) {
        members.push_back(std::move(member));
        m_newest = &members.back();
        return {};
    }
    member.formerKeys = known->formerKeys;
    if (member.key != known->key)
        member.formerKeys.push_back(known->key);
    *known = std::move(member);
    m_newest = &*known;
    return {};
}

void MembershipReader::readSealedKey(bool keybox) {
    m_in.exactly(3);
    SharedKey key{.keybox = keybox,
                  .number = static_cast<std::uint32_t>(m_in.number(1, 0xFFFFFFFF)),
                  .commitment = {},
                  .sealed = {}};
    key.commitment = m_in.fixed<Hash>();
    for (std::uint64_t left = m_in.array(4096); left > 0 && !m_in.failed(); --left) {
        m_in.exactly(2);
        const auto to = m_in.fixed<crypto::BoxPublicKey>();
        key.sealed.emplace_back(to, m_in.bytes(256).toByteArray());
    }
    m_state.keys.push_back(std::move(key));
}

base::Result<> MembershipReader::genesis() {
    if (m_statement.seq != 1 || !m_state.devices.empty() || m_statement.prev != Hash{})
        return malformed("genesis");
    m_in.exactly(8);
    const auto root = m_in.fixed<crypto::SigningPublicKey>();
    const auto rootBox = m_in.fixed<crypto::BoxPublicKey>();
    const auto nonce = m_in.fixed<Hash>();
    if (m_in.failed() || statement::clinicIdOf(root, rootBox, nonce.view()) != m_statement.clinic)
        return fail(ErrorCode::WrongClinic, QStringLiteral("membership"));
    m_state.clinic = m_statement.clinic;
    m_state.root = root;
    m_state.rootBox = rootBox;
    m_nonce = nonce;
    readLabel(MembershipState::Label::Of::Clinic, base::Uuid(std::array<std::uint8_t, 16>{}));
    m_in.exactly(1);
    readDevice();
    const std::uint64_t people = m_in.array(32);
    for (std::uint64_t i = 0; i < people; ++i)
        CHEVET_TRY(readProfessional());
    m_in.exactly(1);
    readSealedKey(false);
    m_in.exactly(1);
    readSealedKey(true);
    if (!m_in.finish() || people == 0 || !m_state.members.front().administrator)
        return malformed("genesis");
    if (!statement::isSignedBy(m_statement, root) ||
        !statement::isSignedBy(m_statement, m_state.devices.front().sign))
        return unsignedBy("genesis");
    return {};
}

base::Result<> MembershipReader::checkAdministrator(const base::Uuid& id) const {
    const Member* admin = m_state.member(id);
    if (!admin || !admin->administrator || admin->disabled ||
        !statement::isSignedBy(m_statement, admin->key))
        return unsignedBy("administrator");
    return checkDevice();
}

base::Result<> MembershipReader::checkDevice() const {
    const bool enrolled =
        std::any_of(m_state.devices.begin(), m_state.devices.end(), [&](const Device& device) {
            return !device.revoked && statement::isSignedBy(m_statement, device.sign);
        });
    return enrolled ? base::Result<>{} : unsignedBy("device");
}

base::Result<> MembershipReader::addProfessional() {
    m_in.exactly(2);
    const base::Uuid admin = m_in.uuid();
    CHEVET_TRY(checkAdministrator(admin));
    CHEVET_TRY(readProfessional());
    if (!m_in.finish())
        return malformed("add-professional");
    // No administrator makes another alone: setAdministrator() is for that.
    return m_newest->administrator && !statement::isSignedBy(m_statement, m_state.root)
               ? unsignedBy("root")
               : base::Result<>{};
}

base::Result<> MembershipReader::disableProfessional() {
    m_in.exactly(2);
    const base::Uuid admin = m_in.uuid();
    const base::Uuid who = m_in.uuid();
    if (!m_in.finish())
        return malformed("disable-professional");
    CHEVET_TRY(checkAdministrator(admin));
    Member* member = m_state.member(who);
    if (member)
        member->disabled = true;
    if (!member || !someoneAdministers())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("membership"),
                    QStringLiteral("last administrator"));
    return {};
}

bool MembershipReader::someoneAdministers() const {
    return std::any_of(m_state.members.begin(), m_state.members.end(),
                       [](const Member& one) { return one.administrator && !one.disabled; });
}

base::Result<> MembershipReader::admitDevice() {
    m_in.exactly(6);
    const base::Uuid admin = m_in.uuid();
    CHEVET_TRY(checkAdministrator(admin));
    const QByteArrayView core = m_in.bytes(4096);
    if (m_in.failed())
        return malformed("admit-device");
    CHEVET_TRY_ASSIGN(const JoinRequest request, parseJoinCore(core));
    const auto sameKeys = [&](const Device& one) {
        return one.id == request.device || one.sign == request.sign || one.box == request.box;
    };
    if (std::any_of(m_state.devices.begin(), m_state.devices.end(), sameKeys) ||
        m_state.member(request.professional))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("membership"));
    Member member{.id = request.professional,
                  .name = {},
                  .role = UserRole(m_in.number(1, 5)),
                  .key = request.professionalKey};
    addDevice(Device{.id = request.device,
                     .label = {},
                     .streams = {},
                     .sign = request.sign,
                     .auth = request.auth,
                     .box = request.box});
    m_state.members.push_back(std::move(member));
    readLabel(MembershipState::Label::Of::Device, request.device);
    readLabel(MembershipState::Label::Of::Member, request.professional);
    for (std::uint64_t left = m_in.array(4096); left > 0 && !m_in.failed(); --left) {
        m_in.exactly(4);
        const GivenKey given = readGiven(request.box);
        if (m_in.failed() || !give(given))
            return malformed("admit-device");
    }
    return m_in.finish() ? base::Result<>{} : malformed("admit-device");
}

base::Result<> MembershipReader::revokeDevice() {
    m_in.exactly(4);
    const base::Uuid admin = m_in.uuid();
    const base::Uuid who = m_in.uuid();
    Device* device = m_state.device(who);
    if (m_in.failed() || !device || device->revoked)
        return malformed("revoke-device");
    device->revoked = true; // before the check: nobody revokes a workstation from itself
    CHEVET_TRY(checkAdministrator(admin));
    for (std::uint64_t left = m_in.array(maxCuts); left > 0 && !m_in.failed(); --left) {
        m_in.exactly(3);
        Cut cut{.stream = m_in.uuid(), .seq = 0};
        cut.seq = m_in.number(1, 0xFFFFFFFFFFFF);
        cut.hash = m_in.fixed<Hash>();
        if (!device->cuts.empty() && cut.place() <= device->cuts.back().place())
            m_in.fail();
        device->cuts.push_back(cut);
    }
    const std::uint32_t newest = m_state.newestNumber(false);
    readSealedKey(false);
    if (!m_in.finish() || m_state.keys.back().number != newest + 1)
        return malformed("revoke-device");
    const SharedKey& epoch = m_state.keys.back();
    const bool leaks = std::any_of(epoch.sealed.begin(), epoch.sealed.end(), [&](const auto& to) {
        return to.first != m_state.rootBox &&
               std::none_of(m_state.devices.begin(), m_state.devices.end(),
                            [&](const Device& one) { return !one.revoked && one.box == to.first; });
    });
    return leaks ? malformed("epoch for a stranger") : base::Result<>{};
}

// Two signatures: no single administrator makes another, or takes the office from one.
base::Result<> MembershipReader::setAdministrator() {
    m_in.exactly(4);
    const base::Uuid admin = m_in.uuid();
    std::optional<base::Uuid> second;
    if (!m_in.isNull())
        second = m_in.uuid();
    const base::Uuid who = m_in.uuid();
    const bool administrator = m_in.boolean();
    if (!m_in.finish() || second == admin)
        return malformed("set-administrator");
    if (second || someoneAdministers())
        CHEVET_TRY(checkAdministrator(admin));
    else // two branches took it from the last ones: the clinic's root gives it again
        CHEVET_TRY(checkDevice());
    if (second)
        CHEVET_TRY(checkAdministrator(*second));
    else if (!statement::isSignedBy(m_statement, m_state.root))
        return unsignedBy("root");
    Member* member = m_state.member(who);
    if (member && !someoneAdministers())
        member->disabled = false;
    if (member)
        member->administrator = administrator;
    if (!member || !someoneAdministers())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("membership"),
                    QStringLiteral("last administrator"));
    return {};
}

base::Result<> MembershipReader::resolveFork(const StateOf& other) {
    m_in.exactly(3);
    const base::Uuid admin = m_in.uuid();
    const Hash end = m_in.fixed<Hash>();
    std::vector<GivenKey> given;
    for (std::uint64_t left = m_in.array(maxGiven); left > 0 && !m_in.failed(); --left) {
        m_in.exactly(5);
        const auto to = m_in.fixed<crypto::BoxPublicKey>();
        given.push_back(readGiven(to));
    }
    if (!m_in.finish() || end == m_statement.prev)
        return malformed("resolve-fork");
    const bool byRoot = statement::isSignedBy(m_statement, m_state.root);
    CHEVET_TRY(byRoot ? checkDevice() : checkAdministrator(admin));
    auto branch = other(end);
    if (!branch) // it follows statements of both branches: one of them is not here yet
        return fail(ErrorCode::LogGap, QStringLiteral("membership"));
    m_state.unite(*branch);
    m_joined = end;
    for (const GivenKey& one : given) {
        const bool enrolled =
            std::any_of(m_state.devices.begin(), m_state.devices.end(), [&](const Device& device) {
                return !device.revoked && device.box == one.to;
            });
        if (!enrolled || !give(one))
            return malformed("resolve-fork");
    }
    // Nor disabled or evicted by the other branch.
    return byRoot ? checkDevice() : checkAdministrator(admin);
}

MembershipReader::GivenKey MembershipReader::readGiven(const crypto::BoxPublicKey& to) {
    GivenKey given{.to = to, .keybox = m_in.boolean()};
    given.number = static_cast<std::uint32_t>(m_in.number(1, 0xFFFFFFFF));
    given.commitment = m_in.fixed<Hash>();
    given.sealed = m_in.bytes(256).toByteArray();
    return given;
}

// Once to each recipient, and only a key that exists.
bool MembershipReader::give(const GivenKey& given) {
    SharedKey* key = m_state.key(given.keybox, given.number, given.commitment);
    if (key == nullptr || std::any_of(key->sealed.begin(), key->sealed.end(),
                                      [&](const auto& to) { return to.first == given.to; }))
        return false;
    key->sealed.emplace_back(given.to, given.sealed);
    return true;
}

} // namespace chevet::log
