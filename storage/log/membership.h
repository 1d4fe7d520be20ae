#pragma once
// The membership chain M (trust.md §3.3): who may write and which keys hold. Small signed plaintext
// statements, each naming the hash of the one before; labels are encrypted. Today: genesis, and the
// professionals added or disabled later. Device, epoch and policy statements are new kinds in the
// same chain, so nothing is migrated. Bytes in ENTRY.md §7.

#include "base/file_system.h"
#include "crypto/box.h"
#include "crypto/signing.h"
#include "log/key_ring.h"

#include <optional>
#include <vector>

namespace chevet::log {

using crypto::Hash;

// The clinic's root: made once, sealed into the recovery kit, never kept on a workstation.
struct ClinicRoot {
    crypto::SigningKey sign;                                // R
    crypto::BoxKeyPair box;                                 // X_R
    static ClinicRoot fromSeed(const crypto::Secret& seed); // 32 bytes: both keys derive from it
};

// A workstation's own keys; they never leave it. The session keeps the three seeds under V.
struct DeviceKeys {
    crypto::SigningKey sign; // D_sign: the log
    crypto::SigningKey auth; // D_auth: logging in to a relay, nothing else
    crypto::BoxKeyPair box;  // D_enc
    static DeviceKeys fromSeed(const crypto::Secret& seed); // 32 bytes
};

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
    bool administrator = false; // may add and disable professionals
    bool disabled = false;
    crypto::SigningPublicKey key;                       // countersigns clinical acts
    std::vector<crypto::SigningPublicKey> formerKeys{}; // from before they were disabled
};

struct Device {
    base::Uuid id;
    QString label;
    std::vector<base::Uuid> streams; // maxStreamsOfDevice of them
    crypto::SigningPublicKey sign;
    crypto::SigningPublicKey auth;
    crypto::BoxPublicKey box;
};

// A device's streams: the n-th (from 0) is a hash of its signing key. It writes in one; it goes on
// in the next when numbers of the last could be used twice (restored disk image, lost tail).
constexpr std::uint32_t maxStreamsOfDevice = 64;
[[nodiscard]] base::Uuid streamOfDevice(const crypto::SigningPublicKey& device,
                                        std::uint32_t number);

struct Founding {
    QString clinicName;
    QString deviceLabel;
    struct Professional {
        base::Uuid id;
        QString name;
        UserRole role = UserRole::Physician;
        bool administrator = true;
        const crypto::SigningKey* key =
            nullptr; // proves possession; the first one must be an administrator
    };
    std::vector<Professional> professionals;           // 1 to 32
    std::optional<base::Uuid> deviceId = std::nullopt; // random if not given
    // Of the clinic's id; random if not given. The key slots pin the same clinic.
    std::optional<crypto::FixedBytes<32, struct ClinicNonceTag>> nonce = std::nullopt;
};

class Membership {
public:
    // Makes clinic, epoch 1 and keybox 1; signs with R, the device and each professional.
    static base::Result<Membership> found(const Founding& founding, const ClinicRoot& root,
                                          const DeviceKeys& device,
                                          base::Random& random = crypto::systemRandom());
    // Verifies every statement. `expected`: the clinic pinned on this workstation (WrongClinic), if
    // known.
    static base::Result<Membership> parse(QByteArrayView bytes,
                                          const std::optional<ClinicId>& expected = {});
    static base::Result<Membership> load(base::FileSystem& disk, const QString& file,
                                         const std::optional<ClinicId>& expected = {});
    [[nodiscard]] base::Result<> store(base::FileSystem& disk,
                                       const QString& file) const; // atomic, fsynced
    [[nodiscard]] QByteArray toBytes() const;

    // New statements; signed by an enabled administrator and by the device. Store afterwards.
    [[nodiscard]] base::Result<> addProfessional(const Founding::Professional& who,
                                                 const base::Uuid& admin,
                                                 const crypto::SigningKey& adminKey,
                                                 const DeviceKeys& device, const KeyRing& keys,
                                                 base::Random& random = crypto::systemRandom());
    // A disabled one again, with a new or the same key; what they signed before stays verified.
    [[nodiscard]] base::Result<> enableProfessional(const Founding::Professional& who,
                                                    const base::Uuid& admin,
                                                    const crypto::SigningKey& adminKey,
                                                    const DeviceKeys& device, const KeyRing& keys,
                                                    base::Random& random = crypto::systemRandom());
    [[nodiscard]] base::Result<> disableProfessional(const base::Uuid& who, const base::Uuid& admin,
                                                     const crypto::SigningKey& adminKey,
                                                     const DeviceKeys& device);

    [[nodiscard]] const ClinicId& clinic() const noexcept { return m_clinic; }
    [[nodiscard]] const Hash& head() const noexcept { return m_hashes.back(); }
    [[nodiscard]] bool knowsHead(const Hash& head) const noexcept; // any statement of the chain
    [[nodiscard]] const std::vector<Member>& members() const noexcept { return m_members; }
    [[nodiscard]] const Member* member(const base::Uuid& id) const noexcept;
    [[nodiscard]] const std::vector<Device>& devices() const noexcept { return m_devices; }
    [[nodiscard]] const Device* deviceOfStream(const base::Uuid& stream) const noexcept;
    [[nodiscard]] std::optional<Hash> epochCommitment(std::uint32_t number) const;

    // Opens the sealed epoch and keybox keys; UnknownKey if this device is not in the chain.
    [[nodiscard]] base::Result<KeyRing> openKeys(const DeviceKeys& device) const;
    [[nodiscard]] base::Result<KeyRing> openKeys(const ClinicRoot& root) const;
    // Fills names and labels, which are sealed under the epoch key.
    void readLabels(const KeyRing& keys);
    [[nodiscard]] const QString& clinicName() const noexcept { return m_clinicName; }

private:
    struct SealedKey {
        bool keybox = false;
        std::uint32_t number = 1;
        Hash commitment;
        std::vector<std::pair<crypto::BoxPublicKey, QByteArray>> sealed;
    };
    struct Label {
        enum class Of : std::uint8_t { Clinic, Device, Member } of = Of::Clinic;
        base::Uuid id;
        std::uint32_t epoch = 1;
        QByteArray sealed;
    };
    friend class MembershipReader;
    Membership() = default;
    [[nodiscard]] base::Result<> enrol(bool again, const Founding::Professional& who,
                                       const base::Uuid& admin, const crypto::SigningKey& adminKey,
                                       const DeviceKeys& device, const KeyRing& keys,
                                       base::Random& random);
    [[nodiscard]] base::Result<> apply(QByteArrayView statement);
    [[nodiscard]] base::Result<KeyRing> openKeys(const crypto::BoxKeyPair& box) const;

    ClinicId m_clinic;
    QString m_clinicName;
    std::vector<QByteArray> m_statements; // verbatim
    std::vector<Hash> m_hashes;
    std::vector<Member> m_members;
    std::vector<Device> m_devices;
    std::vector<SealedKey> m_keys;
    std::vector<Label> m_labels;
};

} // namespace chevet::log
