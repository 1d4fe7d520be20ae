#pragma once
// Who a patient is: identifiers normalised, and the rule for taking two patients for one. The rule
// is pure; looking patients up belongs to whoever owns the vault.

#include "import/proposal.h"

#include <QStringView>

namespace chevet::import {

inline constexpr char namSystem[] =
    "https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id";

// `typeCode` is a code of v2-0203 ("JHN", "MR") or empty.
[[nodiscard]] Identifier normaliseIdentifier(const QString& system, const QString& value,
                                             const QString& typeCode);

// Whether coming again the person can be told: by an identifier, or by the same content with a name
// and a birth date in it.
[[nodiscard]] bool isRecognisable(const ProposedPatient& patient);

// A patient file already there that shares an identifier with the proposed one.
struct Candidate {
    QByteArray key; // the caller's own
    QString family, given, birthDate, gender;
    QByteArray contentKey;
};

enum class Match : quint8 {
    New,      // nobody shares an identifier or the content: a new file
    Same,     // `key` is this person
    Conflict, // shares an identifier but is somebody else by birth date or name, or several
              // files share it: make a new file and list both for a human
};

struct MatchDecision {
    Match match = Match::New;
    QByteArray key; // Same: the file; Conflict: the first one in question
};

// `byIdentifier`: files sharing any identifier for which identifies() holds. `byContent`: files
// whose contentKey equals the proposed one's. Never merges by Patient.id or by name: a shared
// identifier is needed, and it is not believed against a different birth date (children are seen on
// a parent's card) nor against a different name with no birth date to settle it.
[[nodiscard]] MatchDecision decideMatch(const ProposedPatient& proposed,
                                        const QList<Candidate>& byIdentifier,
                                        const QList<Candidate>& byContent);

// How decideMatch() is usually reached: the vault's owner implements the two look-ups.
class PatientMatcher {
public:
    virtual ~PatientMatcher() = default;
    [[nodiscard]] virtual QList<Candidate> findByIdentifier(const QList<Identifier>& any) = 0;
    [[nodiscard]] virtual QList<Candidate> findByContent(const QByteArray& contentKey) = 0;
    [[nodiscard]] MatchDecision match(const ProposedPatient& proposed);
};

} // namespace chevet::import
