// The membership chain: taking statements, from a file or from elsewhere, and what they say.

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

} // namespace

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
        const auto taken = membership.accept(bytes.sliced(at, length));
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken) // a file of our own making says nothing twice
            return fail(ErrorCode::Malformed, QStringLiteral("membership"));
        at += length;
    }
    if (membership.m_statements.empty())
        return fail(ErrorCode::Malformed, QStringLiteral("membership"),
                    QStringLiteral("no genesis"));
    if (expected && *expected != membership.clinic())
        return fail(ErrorCode::WrongClinic, QStringLiteral("membership"));
    return membership;
}

base::Result<Membership> Membership::begin(QByteArrayView genesis) {
    Membership membership;
    const auto taken = membership.accept(genesis);
    if (!taken)
        return std::unexpected(taken.error());
    return membership;
}

std::vector<Membership::Numbered> Membership::numbered() const {
    std::vector<Numbered> all;
    for (std::size_t i = 0; i < m_statements.size(); ++i)
        all.push_back({.number = m_links.at(m_hashes[i]).number,
                       .hash = m_hashes[i],
                       .bytes = m_statements[i]});
    return all;
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

base::Result<bool> Membership::accept(QByteArrayView bytes) {
    const Hash hash = crypto::hash(bytes);
    if (m_links.contains(hash))
        return false;
    CHEVET_TRY_ASSIGN(const statement::Statement read, statement::decode(bytes));
    if (m_statements.empty()) {
        if (read.seq != 1 || read.prev != Hash{})
            return fail(ErrorCode::LogGap, QStringLiteral("membership"));
    } else {
        if (read.clinic != clinic())
            return fail(ErrorCode::WrongClinic, QStringLiteral("membership"));
        const auto prev = m_links.find(read.prev);
        if (prev == m_links.end())
            return fail(ErrorCode::LogGap, QStringLiteral("membership"));
        if (read.seq != prev->second.number + 1)
            return fail(ErrorCode::LogGap, QStringLiteral("membership"));
    }
    CHEVET_TRY_ASSIGN(MembershipState next, stateAt(read.prev));
    MembershipReader reader(next, read);
    const auto other = [this](const Hash& wanted) { return stateAt(wanted); };
    CHEVET_TRY(reader.read(other));
    if (m_statements.empty())
        m_nonce.bytes = reader.nonce().bytes;
    m_statements.push_back(bytes.toByteArray());
    m_hashes.push_back(hash);
    m_links.emplace(hash, Link{.prev = read.prev, .number = read.seq});
    m_branches.erase(read.prev);
    if (reader.joined())
        m_branches.erase(*reader.joined());
    m_branches.emplace(hash, std::move(next));
    unite();
    return true;
}

base::Result<MembershipState> Membership::stateAt(const Hash& wanted) const {
    if (wanted == Hash{})
        return MembershipState{};
    if (const auto branch = m_branches.find(wanted); branch != m_branches.end())
        return branch->second;
    const auto link = m_links.find(wanted);
    if (link == m_links.end())
        return fail(ErrorCode::NotFound, QStringLiteral("membership"));
    // Back to genesis and forward again: only where a chain forks.
    std::vector<Hash> path;
    for (Hash at = wanted; at != Hash{}; at = m_links.at(at).prev)
        path.push_back(at);
    MembershipState state;
    for (const Hash& hash : std::vector<Hash>(path.rbegin(), path.rend())) {
        const auto index = std::find(m_hashes.begin(), m_hashes.end(), hash) - m_hashes.begin();
        CHEVET_TRY_ASSIGN(const statement::Statement read,
                          statement::decode(m_statements.at(static_cast<std::size_t>(index))));
        CHEVET_TRY(MembershipReader(state, read).read([this](const Hash& other) {
            return stateAt(other);
        }));
    }
    return state;
}

// Of the branches, in the order of their hashes: the same on every workstation.
void Membership::unite() {
    const auto longest = std::max_element(
        m_branches.begin(), m_branches.end(), [this](const auto& a, const auto& b) {
            return m_links.at(a.first).number < m_links.at(b.first).number;
        });
    m_head = longest->first;
    m_state = longest->second;
    for (const auto& [hash, state] : m_branches)
        if (hash != m_head)
            m_state.unite(state);
}

std::vector<Hash> Membership::heads() const {
    std::vector<Hash> heads;
    for (const auto& branch : m_branches)
        heads.push_back(branch.first);
    return heads;
}

bool Membership::knowsHead(const Hash& wanted) const noexcept {
    return m_links.contains(wanted);
}

const Device* Membership::deviceOfStream(const base::Uuid& stream) const noexcept {
    for (const Device& device : m_state.devices)
        if (std::find(device.streams.begin(), device.streams.end(), stream) != device.streams.end())
            return &device;
    return nullptr;
}

bool Membership::knowsEpoch(std::uint32_t number, const Hash& commitment) const noexcept {
    return std::any_of(m_state.keys.begin(), m_state.keys.end(), [&](const SharedKey& key) {
        return !key.keybox && key.number == number && key.commitment == commitment;
    });
}

std::optional<Hash> Membership::admission(const base::Uuid& device) const {
    for (std::size_t i = 0; i < m_statements.size(); ++i) {
        const auto read = statement::decode(m_statements.at(i));
        if (read && read->kind == statement::Kind::AdmitDevice &&
            statement::admittedDevice(*read) == device)
            return m_hashes.at(i);
    }
    return std::nullopt;
}

base::Result<KeyRing> Membership::openKeys(const DeviceKeys& device) const {
    KeyRing ring(clinic());
    CHEVET_TRY(openInto(ring, device.box));
    return ring;
}

base::Result<KeyRing> Membership::openKeys(const ClinicRoot& root) const {
    KeyRing ring(clinic());
    CHEVET_TRY(openInto(ring, root.box));
    return ring;
}

base::Result<> Membership::refresh(KeyRing& ring, const DeviceKeys& device) const {
    return openInto(ring, device.box);
}

// A revoked workstation goes on with the keys it had: what is newer is not sealed to it.
base::Result<> Membership::openInto(KeyRing& ring, const crypto::BoxKeyPair& box) const {
    bool any = false;
    for (const SharedKey& one : m_state.keys) {
        const auto mine = std::find_if(one.sealed.begin(), one.sealed.end(),
                                       [&](const auto& to) { return to.first == box.publicKey; });
        if (mine == one.sealed.end())
            continue;
        any = true;
        CHEVET_TRY_ASSIGN(crypto::Secret secret, crypto::openSealed(box, mine->second));
        if (one.keybox) {
            CHEVET_TRY_ASSIGN(crypto::KeyboxKey key, crypto::KeyboxKey::from(std::move(secret)));
            if (log::keyboxCommitment(key, clinic(), one.number) != one.commitment)
                return fail(ErrorCode::BadHash, QStringLiteral("keybox commitment"));
            ring.addKeybox(one.number, std::move(key));
        } else {
            CHEVET_TRY_ASSIGN(crypto::EpochKey key, crypto::EpochKey::from(std::move(secret)));
            if (log::epochCommitment(key, clinic(), one.number) != one.commitment)
                return fail(ErrorCode::BadHash, QStringLiteral("epoch commitment"));
            ring.addEpoch(one.number, std::move(key));
        }
    }
    return any ? base::Result<>{}
               : fail(ErrorCode::UnknownKey, QStringLiteral("membership"),
                      QStringLiteral("not sealed to this device"));
}

void Membership::readLabels(const KeyRing& keys) {
    using Of = MembershipState::Label::Of;
    for (const MembershipState::Label& label : m_state.labels) {
        QString shown; // a label that does not open stays empty
        for (const crypto::EpochKey* epoch : keys.epochs(label.epoch)) {
            const auto text =
                statement::openLabel(statement::LabelOf(label.of), label.id, label.sealed, *epoch);
            shown = text.value_or(shown);
        }
        if (label.of == Of::Clinic)
            m_clinicName = shown;
        if (Device* device = label.of == Of::Device ? m_state.device(label.id) : nullptr)
            device->label = shown;
        if (Member* member = label.of == Of::Member ? m_state.member(label.id) : nullptr)
            member->name = shown;
    }
}

} // namespace chevet::log
