#include "log/membership_state.h"

#include "crypto/primitives/hash.h"

#include <QtEndian>

namespace chevet::log {

namespace {

template <class List>
auto* withId(List& list, const base::Uuid& id) noexcept {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

// A stream counts as far as both say; one that only one of them names does not count. Where both
// name it, the cuts of the one whose last is lower.
std::vector<Cut> earlier(const std::vector<Cut>& a, const std::vector<Cut>& b) {
    const auto ofStream = [](const std::vector<Cut>& all, const base::Uuid& stream) {
        std::vector<Cut> cuts;
        std::copy_if(all.begin(), all.end(), std::back_inserter(cuts),
                     [&](const Cut& cut) { return cut.stream == stream; });
        std::sort(cuts.begin(), cuts.end(), [](const Cut& x, const Cut& y) {
            return std::pair(y.seq, y.hash) < std::pair(x.seq, x.hash); // the last first
        });
        return cuts;
    };
    const auto lower = [](const Cut& x, const Cut& y) {
        return std::pair(x.seq, x.hash) < std::pair(y.seq, y.hash);
    };
    std::vector<Cut> both;
    for (const Cut& cut : a) {
        if (!both.empty() && both.back().stream == cut.stream)
            continue;
        const auto mine = ofStream(a, cut.stream);
        const auto other = ofStream(b, cut.stream);
        if (other.empty())
            continue;
        const bool keep = std::lexicographical_compare(mine.begin(), mine.end(), other.begin(),
                                                       other.end(), lower);
        const auto& chosen = keep ? mine : other;
        both.insert(both.end(), chosen.rbegin(), chosen.rend());
    }
    return both;
}

void uniteMember(Member& mine, const Member& other) {
    mine.disabled = mine.disabled || other.disabled;
    mine.administrator = mine.administrator && other.administrator;
    std::vector<crypto::SigningPublicKey> former = mine.formerKeys;
    former.insert(former.end(), other.formerKeys.begin(), other.formerKeys.end());
    const auto known = [&](const crypto::SigningPublicKey& key) {
        return std::find(former.begin(), former.end(), key) != former.end();
    };
    if (mine.key != other.key) { // both stay good; one of them must be called the current one
        const bool keep = known(other.key) || (!known(mine.key) && other.key < mine.key);
        former.push_back(keep ? other.key : mine.key);
        mine.key = keep ? mine.key : other.key;
    }
    std::sort(former.begin(), former.end());
    former.erase(std::unique(former.begin(), former.end()), former.end());
    std::erase(former, mine.key);
    mine.formerKeys = std::move(former);
}

void uniteDevice(Device& mine, const Device& other) {
    if (mine.revoked && other.revoked)
        mine.cuts = earlier(mine.cuts, other.cuts);
    else if (other.revoked)
        mine.cuts = other.cuts;
    mine.revoked = mine.revoked || other.revoked;
}

} // namespace

base::Uuid streamOfDevice(const crypto::SigningPublicKey& device, std::uint32_t number) {
    const std::uint32_t little = qToLittleEndian(number);
    const QByteArrayView index(reinterpret_cast<const char*>(&little), sizeof little);
    const Hash hash =
        crypto::Hasher().update("qs/stream/1").update(device.view()).update(index).finish();
    return *base::Uuid::fromBytes(hash.view().first(16));
}

const Member* MembershipState::member(const base::Uuid& id) const noexcept {
    return withId(members, id);
}
Member* MembershipState::member(const base::Uuid& id) noexcept {
    return withId(members, id);
}
const Device* MembershipState::device(const base::Uuid& id) const noexcept {
    return withId(devices, id);
}
Device* MembershipState::device(const base::Uuid& id) noexcept {
    return withId(devices, id);
}

SharedKey* MembershipState::key(bool keybox, std::uint32_t number,
                                const Hash& commitment) noexcept {
    for (SharedKey& one : keys)
        if (one.keybox == keybox && one.number == number && one.commitment == commitment)
            return &one;
    return nullptr;
}

std::uint32_t MembershipState::newestNumber(bool keybox) const noexcept {
    std::uint32_t newest = 0;
    for (const SharedKey& one : keys)
        if (one.keybox == keybox)
            newest = std::max(newest, one.number);
    return newest;
}

void MembershipState::unite(const MembershipState& other) {
    for (const Member& one : other.members) {
        if (Member* mine = member(one.id))
            uniteMember(*mine, one);
        else
            members.push_back(one);
    }
    for (const Device& one : other.devices) {
        if (Device* mine = device(one.id))
            uniteDevice(*mine, one);
        else
            devices.push_back(one);
    }
    for (const SharedKey& one : other.keys) {
        SharedKey* mine = key(one.keybox, one.number, one.commitment);
        if (!mine) {
            keys.push_back(one);
            continue;
        }
        for (const auto& to : one.sealed)
            if (std::none_of(mine->sealed.begin(), mine->sealed.end(),
                             [&](const auto& known) { return known.first == to.first; }))
                mine->sealed.push_back(to);
    }
    for (const Label& one : other.labels)
        if (std::none_of(labels.begin(), labels.end(), [&](const Label& known) {
                return known.of == one.of && known.id == one.id && known.sealed == one.sealed;
            }))
            labels.push_back(one);
}

} // namespace chevet::log
