#pragma once
// The membership chain: who may sign for this clinic, and which keys they hold (ENTRY.md §7). Every
// statement names the one before it; two that name the same one are a fork, which is kept whole:
// what counts is the union of the branches (everyone either added, disabled or revoked if either
// says so), entries that cite either branch verify, and until an administrator signs the end of the
// fork nobody is admitted. Statements are taken in any number, from anywhere, and judged by the
// branch they stand on, so all workstations that hold the same statements judge alike.

#include "base/file_system.h"
#include "log/join_request.h"
#include "log/membership_state.h"

#include <map>

namespace chevet::log {

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

// Who signs a new statement: an enabled administrator at an enrolled workstation.
struct Signers {
    base::Uuid admin;
    const crypto::SigningKey& adminKey;
    const DeviceKeys& device;
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

    // A chain of which only the founding statement is known yet.
    static base::Result<Membership> begin(QByteArrayView genesis);
    // A statement from elsewhere. False: known already. LogGap: it follows one that is not here
    // (yet); WrongClinic, BadSignature, Malformed, NewerVersion … as for parse(). Store afterwards.
    [[nodiscard]] base::Result<bool> accept(QByteArrayView statement);
    struct Numbered {
        std::uint64_t number;
        Hash hash;
        QByteArray bytes;
    };
    [[nodiscard]] std::vector<Numbered> numbered() const;
    // All statements, each after the one it follows.
    [[nodiscard]] const std::vector<QByteArray>& statements() const noexcept {
        return m_statements;
    }

    // New statements; store afterwards. WrongState while the chain is forked, but for disabling,
    // revoking and resolveFork().
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
    // Admits the workstation and the professional of a request, who becomes no administrator.
    [[nodiscard]] base::Result<> admit(const JoinRequest& request, UserRole role, const Signers& by,
                                       const KeyRing& keys,
                                       base::Random& random = crypto::systemRandom());
    // What the workstation signed after `cuts` does not count. Begins a new epoch, sealed to the
    // others and to the clinic's root; open it with openKeys().
    [[nodiscard]] base::Result<> revoke(const base::Uuid& device, std::vector<Cut> cuts,
                                        const Signers& by,
                                        base::Random& random = crypto::systemRandom());
    // Makes a professional an administrator, or no longer: with the clinic's root (the recovery
    // kit) or another administrator as second signature.
    struct Second {
        const crypto::SigningKey* root = nullptr; // R, or …
        std::optional<base::Uuid> admin{};        // … another administrator and their key
        const crypto::SigningKey* adminKey = nullptr;
    };
    [[nodiscard]] base::Result<> setAdministrator(const base::Uuid& who, bool administrator,
                                                  const Signers& by, const Second& second);
    // `root` (from the recovery kit) instead of the administrator, where the branches took the
    // office from everybody: setAdministrator() with it then gives it to somebody again.
    // Seals to every workstation the keys of the branch it was not on, as far as `keys` holds them.
    [[nodiscard]] base::Result<> resolveFork(const Signers& by, const KeyRing& keys,
                                             const crypto::SigningKey* root = nullptr);

    [[nodiscard]] const ClinicId& clinic() const noexcept { return m_state.clinic; }
    [[nodiscard]] const crypto::BoxPublicKey& rootBox() const noexcept { return m_state.rootBox; }
    [[nodiscard]] const crypto::SigningPublicKey& root() const noexcept { return m_state.root; }
    [[nodiscard]] const crypto::FixedBytes<32, struct ClinicNonceTag>& nonce() const noexcept {
        return m_nonce;
    }
    // The statement that new ones follow and entries cite; of a fork, the longest branch's.
    [[nodiscard]] const Hash& head() const noexcept { return m_head; }
    [[nodiscard]] std::vector<Hash> heads() const; // ascending; more than one: forked
    [[nodiscard]] bool forked() const noexcept { return m_branches.size() > 1; }
    [[nodiscard]] bool knowsHead(const Hash& head) const noexcept; // any statement of the chain
    [[nodiscard]] const std::vector<Member>& members() const noexcept { return m_state.members; }
    [[nodiscard]] const Member* member(const base::Uuid& id) const noexcept {
        return m_state.member(id);
    }
    [[nodiscard]] const std::vector<Device>& devices() const noexcept { return m_state.devices; }
    [[nodiscard]] const Device* device(const base::Uuid& id) const noexcept {
        return m_state.device(id);
    }
    [[nodiscard]] const Device* deviceOfStream(const base::Uuid& stream) const noexcept;
    [[nodiscard]] bool knowsEpoch(std::uint32_t number, const Hash& commitment) const noexcept;
    // The statement that admitted a workstation; none for the founding one's.
    [[nodiscard]] std::optional<Hash> admission(const base::Uuid& device) const;

    // Opens the sealed epoch and keybox keys that are sealed to this device; UnknownKey if none is.
    [[nodiscard]] base::Result<KeyRing> openKeys(const DeviceKeys& device) const;
    [[nodiscard]] base::Result<KeyRing> openKeys(const ClinicRoot& root) const;
    // The same into a ring in use: adds what it has not.
    [[nodiscard]] base::Result<> refresh(KeyRing& ring, const DeviceKeys& device) const;
    // Fills names and labels, which are sealed under the epoch key.
    void readLabels(const KeyRing& keys);
    [[nodiscard]] const QString& clinicName() const noexcept { return m_clinicName; }

private:
    struct Link {
        Hash prev{};
        std::uint64_t number = 1;
    };
    Membership() = default;
    [[nodiscard]] base::Result<> enrol(bool again, const Founding::Professional& who,
                                       const Signers& by, const KeyRing& keys,
                                       base::Random& random);
    // Signs `fields` as the statement after head(), and takes it.
    [[nodiscard]] base::Result<> say(std::uint8_t kind, QByteArrayView fields,
                                     const std::vector<const crypto::SigningKey*>& signers);
    // What the branch that ends with `statement` says: from genesis on, or a branch in hand.
    [[nodiscard]] base::Result<MembershipState> stateAt(const Hash& statement) const;
    [[nodiscard]] base::Result<> openInto(KeyRing& ring, const crypto::BoxKeyPair& box) const;
    void unite();

    MembershipState m_state; // the union of the branches
    QString m_clinicName;
    crypto::FixedBytes<32, struct ClinicNonceTag> m_nonce{};
    std::vector<QByteArray> m_statements; // verbatim
    std::vector<Hash> m_hashes;           // of each
    std::map<Hash, Link> m_links;
    std::map<Hash, MembershipState> m_branches; // by their last statement
    Hash m_head{};
};

} // namespace chevet::log
