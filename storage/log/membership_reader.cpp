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

base::Result<> MembershipReader::read() {
    switch (m_statement.kind) {
    case statement::Kind::Genesis:
        return genesis();
    case statement::Kind::AddProfessional:
    case statement::Kind::EnableProfessional:
        return addProfessional();
    case statement::Kind::DisableProfessional:
        return disableProfessional();
    }
    return fail(ErrorCode::NewerVersion, QStringLiteral("membership"));
}

void MembershipReader::readLabel(Membership::Label::Of of, const base::Uuid& id) {
    m_in.exactly(2);
    Membership::Label label{.of = of,
                            .id = id,
                            .epoch = static_cast<std::uint32_t>(m_in.number(1, 0xFFFFFFFF)),
                            .sealed = {}};
    label.sealed = m_in.bytes(2048).toByteArray();
    m_state.m_labels.push_back(std::move(label));
}

void MembershipReader::readDevice() {
    m_in.exactly(5);
    const base::Uuid id = m_in.uuid();
    Device device{.id = id, .label = {}, .streams = {}, .sign = {}, .auth = {}, .box = {}};
    device.sign = m_in.fixed<crypto::SigningPublicKey>();
    device.auth = m_in.fixed<crypto::SigningPublicKey>();
    device.box = m_in.fixed<crypto::BoxPublicKey>();
    for (std::uint32_t number = 0; number < maxStreamsOfDevice; ++number)
        device.streams.push_back(streamOfDevice(device.sign, number));
    m_state.m_devices.push_back(std::move(device));
    readLabel(Membership::Label::Of::Device, id);
}

base::Result<> MembershipReader::readProfessional() {
    m_in.exactly(5);
    const base::Uuid id = m_in.uuid();
    Member member{.id = id, .name = {}, .role = UserRole(m_in.number(1, 5)), .key = {}};
    member.administrator = m_in.boolean();
    member.key = m_in.fixed<crypto::SigningPublicKey>();
    readLabel(Membership::Label::Of::Member, id);
    if (m_in.failed())
        return malformed("professional");
    if (!statement::isSignedBy(m_statement, member.key))
        return unsignedBy("professional");
    return enrol(std::move(member));
}

// A new one; or, by their own statement, a disabled one again, whose older signatures stay good.
base::Result<> MembershipReader::enrol(Member member) {
    auto& members = m_state.m_members;
    const auto known = std::find_if(members.begin(), members.end(),
                                    [&](const Member& one) { return one.id == member.id; });
    const bool again = m_statement.kind == statement::Kind::EnableProfessional;
    if (again != (known != members.end()) || (again && !known->disabled))
        return malformed("professional");
    if (!again) {
        members.push_back(std::move(member));
        return {};
    }
    member.formerKeys = known->formerKeys;
    if (member.key != known->key)
        member.formerKeys.push_back(known->key);
    *known = std::move(member);
    return {};
}

void MembershipReader::readSealedKey(bool keybox) {
    m_in.exactly(3);
    Membership::SealedKey key{.keybox = keybox,
                              .number = static_cast<std::uint32_t>(m_in.number(1, 0xFFFFFFFF)),
                              .commitment = {},
                              .sealed = {}};
    key.commitment = m_in.fixed<Hash>();
    for (std::uint64_t left = m_in.array(4096); left > 0 && !m_in.failed(); --left) {
        m_in.exactly(2);
        const auto to = m_in.fixed<crypto::BoxPublicKey>();
        key.sealed.emplace_back(to, m_in.bytes(256).toByteArray());
    }
    m_state.m_keys.push_back(std::move(key));
}

base::Result<> MembershipReader::genesis() {
    if (m_statement.seq != 1 || !m_state.m_statements.empty() || m_statement.prev != Hash{})
        return malformed("genesis");
    m_in.exactly(8);
    const auto root = m_in.fixed<crypto::SigningPublicKey>();
    const auto rootBox = m_in.fixed<crypto::BoxPublicKey>();
    const QByteArrayView nonce = m_in.bytes(32);
    if (m_in.failed() || statement::clinicIdOf(root, rootBox, nonce) != m_statement.clinic)
        return fail(ErrorCode::WrongClinic, QStringLiteral("membership"));
    m_state.m_clinic = m_statement.clinic;
    readLabel(Membership::Label::Of::Clinic, base::Uuid(std::array<std::uint8_t, 16>{}));
    m_in.exactly(1);
    readDevice();
    const std::uint64_t people = m_in.array(32);
    for (std::uint64_t i = 0; i < people; ++i)
        CHEVET_TRY(readProfessional());
    m_in.exactly(1);
    readSealedKey(false);
    m_in.exactly(1);
    readSealedKey(true);
    if (!m_in.finish() || people == 0 || !m_state.m_members.front().administrator)
        return malformed("genesis");
    if (!statement::isSignedBy(m_statement, root) ||
        !statement::isSignedBy(m_statement, m_state.m_devices.front().sign))
        return unsignedBy("genesis");
    return {};
}

base::Result<> MembershipReader::checkAdministrator(const base::Uuid& id) const {
    const Member* admin = m_state.member(id);
    if (!admin || !admin->administrator || admin->disabled ||
        !statement::isSignedBy(m_statement, admin->key))
        return unsignedBy("administrator");
    const bool enrolled =
        std::any_of(m_state.m_devices.begin(), m_state.m_devices.end(), [&](const Device& device) {
            return statement::isSignedBy(m_statement, device.sign);
        });
    return enrolled ? base::Result<>{} : unsignedBy("device");
}

base::Result<> MembershipReader::addProfessional() {
    m_in.exactly(2);
    const base::Uuid admin = m_in.uuid();
    CHEVET_TRY(checkAdministrator(admin));
    CHEVET_TRY(readProfessional());
    return m_in.finish() ? base::Result<>{} : malformed("add-professional");
}

base::Result<> MembershipReader::disableProfessional() {
    m_in.exactly(2);
    const base::Uuid admin = m_in.uuid();
    const base::Uuid who = m_in.uuid();
    if (!m_in.finish())
        return malformed("disable-professional");
    CHEVET_TRY(checkAdministrator(admin));
    for (Member& member : m_state.m_members)
        if (member.id == who)
            member.disabled = true;
    const bool someoneLeft =
        std::any_of(m_state.m_members.begin(), m_state.m_members.end(),
                    [](const Member& one) { return one.administrator && !one.disabled; });
    if (!m_state.member(who) || !someoneLeft)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("membership"),
                    QStringLiteral("last administrator"));
    return {};
}

} // namespace chevet::log
