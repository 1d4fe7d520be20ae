#pragma once
// Who belongs to the clinic, as the membership chain says: plain values, and the union of two
// branches of the chain. ENTRY.md §7.

#include "crypto/box.h"
#include "crypto/signing.h"
#include "log/key_ring.h"

#include <optional>
#include <tuple>
#include <vector>

namespace chevet::log {

using crypto::Hash;

// Numbers are part of the format.
enum class UserRole : std::uint8_t {
    Physician = 1,
    Nurse = 2,
    Pharmacist = 3,
    Clerk = 4,
    Administrator = 5
};

struct Member {
    base::Uuid id;
    QString name; // empty when the label's epoch key is not held
    UserRole role = UserRole::Physician;
    bool administrator = false; // may add and disable professionals, admit and revoke workstations
    bool disabled = false;
    crypto::SigningPublicKey key;                       // countersigns clinical acts
    std::vector<crypto::SigningPublicKey> formerKeys{}; // from before they were disabled
};

// The last entry that counts of a stream of a revoked workstation.
struct Cut {
    base::Uuid stream;
    std::uint64_t seq = 0;
    Hash hash{};
    bool operator==(const Cut&) const = default;
    [[nodiscard]] auto place() const { return std::tuple(stream, seq, hash); }
};

struct Device {
    base::Uuid id;
    QString label;
    std::vector<base::Uuid> streams; // maxStreamsOfDevice of them
    crypto::SigningPublicKey sign;
    crypto::SigningPublicKey auth;
    crypto::BoxPublicKey box;
    bool revoked = false;
    // Of a revoked one, by place: the last entries that count, and with them those they go back to;
    // several in one stream if it has branches. A stream that is not here has no entry that counts.
    std::vector<Cut> cuts{};
};

// A device's streams: the n-th (from 0) is a hash of its signing key. It writes in one; it goes on
// in the next when numbers of the last could be used twice (restored disk image, lost tail).
constexpr std::uint32_t maxStreamsOfDevice = 64;
constexpr std::uint32_t maxCuts = 1024;
constexpr std::uint32_t maxGiven = 65536; // keys that the end of a fork seals to workstations
[[nodiscard]] base::Uuid streamOfDevice(const crypto::SigningPublicKey& device,
                                        std::uint32_t number);

// An epoch or keybox key as the chain carries it: committed to, and sealed to who may hold it.
struct SharedKey {
    bool keybox = false;
    std::uint32_t number = 1;
    Hash commitment;
    std::vector<std::pair<crypto::BoxPublicKey, QByteArray>> sealed;
};

struct MembershipState {
    ClinicId clinic{};
    crypto::SigningPublicKey root{}; // R
    crypto::BoxPublicKey rootBox{};  // X_R
    std::vector<Member> members{};   // in the order they were added
    std::vector<Device> devices{};   // the same
    std::vector<SharedKey> keys{};
    struct Label {
        enum class Of : std::uint8_t { Clinic, Device, Member } of = Of::Clinic;
        base::Uuid id;
        std::uint32_t epoch = 1;
        QByteArray sealed{};
    };
    std::vector<Label> labels{};

    [[nodiscard]] const Member* member(const base::Uuid& id) const noexcept;
    [[nodiscard]] Member* member(const base::Uuid& id) noexcept;
    [[nodiscard]] const Device* device(const base::Uuid& id) const noexcept;
    [[nodiscard]] Device* device(const base::Uuid& id) noexcept;
    [[nodiscard]] SharedKey* key(bool keybox, std::uint32_t number,
                                 const Hash& commitment) noexcept;
    [[nodiscard]] std::uint32_t newestNumber(bool keybox) const noexcept; // 0: none

    // What both branches of a chain together say: everyone either of them added; disabled or
    // revoked if either says so, at the earlier cut. Commutative, associative, idempotent, but for
    // the order of the lists.
    void unite(const MembershipState& other);
};

} // namespace chevet::log
