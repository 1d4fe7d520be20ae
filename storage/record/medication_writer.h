#pragma once
// Medications as a professional writes them: an order (MedicationRequest) or what the patient says
// is taken (MedicationStatement). Pure; any thread.

#include "record/written.h"

#include <span>

namespace chevet::record {

// How often, as one chooses it; `key` is ours and never stored.
struct Frequency {
    const char16_t* key; // "1d": once a day; "8h": every 8 hours
    int times, period;
    const char16_t* unit; // FHIR periodUnit
};
[[nodiscard]] std::span<const Frequency> frequencies();
// FHIR EventTiming codes a form offers.
[[nodiscard]] std::span<const char16_t* const> moments();
// SNOMED CT routes a form offers, the most usual first.
[[nodiscard]] std::span<const char16_t* const> routes();

struct MedicationValues {
    bool declared = false; // what the patient says, not an order
    QString name, dose, form;
    QString intake;    // at a time: "1 comprimé"
    QString frequency; // Frequency::key, or ""
    QString moment;    // of moments(), or ""
    bool asNeeded = false;
    QString words;      // what the structure cannot say, or all of it
    QString route;      // of routes(), or ""
    QString routeWords; // of a stored route that is none of these: it stays until one is chosen
    QString reason;
    QString start; // a day, or "" for none
    bool operator==(const MedicationValues&) const = default;
};

// Of a stored order or statement, in the language spoken. What the fields cannot say stands whole
// in `words`: a posology is never prefilled with less than what is read. Empty `name`: no
// medication in this JSON.
[[nodiscard]] MedicationValues medicationValues(const QByteArray& json);

[[nodiscard]] QByteArray composeMedication(const MedicationValues& values, const Writing& writing);

// `json` with what differs between `before` and `after`. Codes of the product go when its name or
// strength changes: they would go on naming the former. Whoever changes an order signs it as its
// prescriber.
[[nodiscard]] QByteArray correctMedication(const QByteArray& json, const QString& reference,
                                           const MedicationValues& before,
                                           const MedicationValues& after, const Writing& writing);

// Stopped on `day` ("2026-11-26"), for `reason`.
[[nodiscard]] QByteArray stopMedication(const QByteArray& json, const QString& reference,
                                        const QString& day, const QString& reason);

} // namespace chevet::record
