#pragma once
// A deterministic clinic of fictional Québec patients, for trying, testing and measuring. Patient i
// is the same whatever the size of the clinic and the machine. The names have their real frequency
// of accents, hyphens and homonyms; the health insurance numbers are well formed and belong to
// nobody in particular.

#include "import/proposal.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <vector>

namespace chevet::session {

class ClinicGenerator {
public:
    static constexpr int maxPatients = 1'000'000;

    ClinicGenerator();

    // Patients `first` … `first + count - 1` as one imported file would propose them: a Patient,
    // the last encounter and, for half of them, conditions, medications and results.
    [[nodiscard]] import::Proposal propose(int first, int count) const;

private:
    struct Name {
        QString text;
        std::uint32_t upTo = 0; // cumulative weight
    };
    struct GivenName {
        bool female = false;
        int year = 0;
        QString text;
    };
    struct Person;

    [[nodiscard]] Person person(int index) const;
    void addPatient(import::Proposal& proposal, int index) const;
    [[nodiscard]] const QString& surname(std::uint64_t random) const;
    [[nodiscard]] const QString& givenName(std::uint64_t random, bool female, int birthYear) const;

    std::vector<Name> m_surnames;
    std::vector<GivenName> m_givenNames;
};

} // namespace chevet::session
