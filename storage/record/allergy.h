#pragma once
// Allergies and intolerances, and what is stated of their absence.

#include "record/item.h"

#include <array>

namespace chevet::record {

struct Reaction {
    QStringList manifestations; // "anaphylaxie"
    QString severity;           // FHIR code: mild, moderate, severe, or ""
    QString severityWords;
    QString substance; // when narrower than the allergy's
    QString route;
    PartialDate onset;
    QString description;
};

enum class AllergyKind : quint8 { Medication, Food, Environment, Other };

struct Allergy : Item { // code: the substance; date: onset, else recorded
    AllergyKind kind = AllergyKind::Other;
    bool intolerance = false; // type says intolerance, not allergy
    QString criticality;      // FHIR code: low, high, unable-to-assess, or ""
    QString criticalityWords; // "criticité élevée"
    QString verification;     // FHIR code
    QString verificationWords;
    bool active =
        true; // clinical status active or absent, and neither refuted nor entered in error
    QList<Reaction> reactions;
    PartialDate lastOccurrence;
    // "anaphylaxie, 2011"; "réaction non précisée" when there is none
    [[nodiscard]] QString reactionLine() const;
};

struct Allergies : Section<Allergy> { // active first, then by criticality, then newest
    // For each kind of AllergyKind: Present, NoneKnown or Unknown (I12). A statement of no allergy
    // at all covers every kind; one of no drug allergy only the first.
    std::array<SectionFacts, 4> byKind;
    int activeCount = 0;
    PartialDate reviewed; // the latest assertion or recorded date
    QString reviewedBy;
};

} // namespace chevet::record
