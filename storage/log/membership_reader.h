#pragma once
// What each statement of the membership chain may say, and who must have signed it (ENTRY.md §7).
// Internal to log.

#include "log/membership_codec.h"

namespace chevet::log {

// Reads the fields of one statement into a copy of the state, which is thrown away if it is
// refused.
class MembershipReader {
public:
    MembershipReader(Membership& state, const statement::Statement& statement)
        : m_state(state)
        , m_statement(statement)
        , m_in(statement.fields) {}
    [[nodiscard]] base::Result<> read();

private:
    [[nodiscard]] base::Result<> genesis();
    [[nodiscard]] base::Result<> addProfessional(); // or enable one again
    [[nodiscard]] base::Result<> disableProfessional();
    // An enabled administrator and an enrolled workstation must both have signed.
    [[nodiscard]] base::Result<> checkAdministrator(const base::Uuid& id) const;
    [[nodiscard]] base::Result<> readProfessional();
    [[nodiscard]] base::Result<> enrol(Member member);
    void readDevice();
    void readSealedKey(bool keybox);
    void readLabel(Membership::Label::Of of, const base::Uuid& id);

    Membership& m_state;
    const statement::Statement& m_statement;
    CborReader m_in;
};

} // namespace chevet::log
