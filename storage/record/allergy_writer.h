#pragma once
// Allergies and intolerances as a professional writes them, and the statement that there are none.
// Pure; any thread.

#include "record/written.h"

namespace chevet::record {

struct AllergyValues {
    QString substance;
    QString kind; // FHIR category: medication, food, environment, or ""
    bool intolerance = false;
    QString criticality;  // FHIR code, or ""
    QString reaction;     // manifestation in words
    QString severity;     // FHIR code of the reaction, or ""; needs a reaction
    QString onset;        // a partial day, or ""
    QString verification; // FHIR code: confirmed, unconfirmed, refuted, entered-in-error
    QString clinical;     // FHIR code: active, inactive, resolved
    QString note;         // added to those that are there
    bool operator==(const AllergyValues&) const = default;
};

// Of a stored AllergyIntolerance, in the language spoken; `note` is empty.
[[nodiscard]] AllergyValues allergyValues(const QByteArray& json);
[[nodiscard]] QByteArray composeAllergy(const AllergyValues& values, const Writing& writing);
[[nodiscard]] QByteArray correctAllergy(const QByteArray& json, const QString& reference,
                                        const AllergyValues& before, const AllergyValues& after,
                                        const Writing& writing);

// « Aucune allergie connue », stated by whoever writes; `kind` as above, "" for all of them.
[[nodiscard]] QByteArray composeNoAllergy(const QString& kind, const Writing& writing);
// That statement once an allergy was found: it was true of its day and no longer holds.
[[nodiscard]] QByteArray withdrawNoAllergy(const QByteArray& json, const QString& reference);

} // namespace chevet::record
