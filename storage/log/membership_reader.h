#pragma once
// What each statement of the membership chain may say, and who must have signed it (ENTRY.md §7).
// Internal to log.

#include "log/membership_codec.h"

namespace chevet::log {

// Reads the fields of one statement into a copy of the state, which is thrown away if it is
// refused.
class MembershipReader {
public:
    // `state`: of the branch the statement stands on.
    MembershipReader(MembershipState& state, const statement::Statement& statement)
        : m_state(state)
        , m_statement(statement)
        , m_in(statement.fields) {}
    // `other`: what the branch that ends with a statement says, for the end of a fork.
    using StateOf = std::function<base::Result<MembershipState>(const Hash&)>;
    [[nodiscard]] base::Result<> read(const StateOf& other);

    // The other branch that this statement joined to its own.
    [[nodiscard]] const std::optional<Hash>& joined() const noexcept { return m_joined; }
    [[nodiscard]] const Hash& nonce() const noexcept { return m_nonce; } // of genesis

private:
    [[nodiscard]] base::Result<> genesis();
    [[nodiscard]] base::Result<> addProfessional(); // or enable one again
    [[nodiscard]] base::Result<> disableProfessional();
    [[nodiscard]] base::Result<> admitDevice();
    [[nodiscard]] base::Result<> revokeDevice();
    [[nodiscard]] base::Result<> setAdministrator();
    [[nodiscard]] base::Result<> resolveFork(const StateOf& other);
    // An enabled administrator and an enrolled workstation must both have signed.
    [[nodiscard]] base::Result<> checkAdministrator(const base::Uuid& id) const;
    struct GivenKey {
        crypto::BoxPublicKey to;
        bool keybox = false;
        std::uint32_t number = 0;
        Hash commitment{};
        QByteArray sealed{};
    };
    [[nodiscard]] GivenKey readGiven(const crypto::BoxPublicKey& to);
    [[nodiscard]] bool give(const GivenKey& given);
    [[nodiscard]] base::Result<> checkDevice() const;
    [[nodiscard]] bool someoneAdministers() const;
    [[nodiscard]] base::Result<> readProfessional();
    [[nodiscard]] base::Result<> enrol(Member member);
    void addDevice(Device device);
    void readDevice();
    void readSealedKey(bool keybox);
    void readLabel(MembershipState::Label::Of of, const base::Uuid& id);

    MembershipState& m_state;
    const statement::Statement& m_statement;
    CborReader m_in;
    std::optional<Hash> m_joined;
    Hash m_nonce{};
    const Member* m_newest = nullptr; // whom enrol() took
};

} // namespace chevet::log
