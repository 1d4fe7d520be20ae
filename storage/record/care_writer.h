#pragma once
// Vaccines, the level of care, and « vu » on a result, as a professional writes them. Pure; any
// thread.

#include "record/written.h"

namespace chevet::record {

struct ImmunizationValues {
    QString vaccine;
    QString given;  // a partial day
    QString number; // "2"
    QString lot, maker, site;
    QString route;         // SNOMED CT code, or ""
    QString amount;        // "0,5 mL"
    QString expires;       // a partial day, or ""
    bool reported = false; // by the patient or another record; not given here
    bool mistaken = false; // written in error
    QString note;          // added to those that are there
    bool operator==(const ImmunizationValues&) const = default;
};
// Of a stored Immunization, in the language spoken; `note` is empty.
[[nodiscard]] ImmunizationValues immunizationValues(const QByteArray& json);
[[nodiscard]] QByteArray composeImmunization(const ImmunizationValues& values,
                                             const Writing& writing);
[[nodiscard]] QByteArray correctImmunization(const QByteArray& json, const QString& reference,
                                             const ImmunizationValues& before,
                                             const ImmunizationValues& after,
                                             const Writing& writing);

// Québec's « niveau de soins »: a letter and its meaning, and resuscitation said apart.
struct LevelValues {
    QString letter;        // A to D
    QString resuscitation; // "yes", "no", or "" when it was not discussed
    QString with;          // who took part: « la patiente et sa fille »
    QString discussed;     // FHIR date or dateTime
    QString note;
};
[[nodiscard]] QByteArray composeLevel(const LevelValues& values, const Writing& writing);
[[nodiscard]] QString levelMeaning(const QString& letter); // in the language spoken

// A professional saw a result: a Task about it, so that the laboratory's own words stay untouched.
struct SeenValues {
    QString result;   // "Observation/id" of this file
    QString words;    // « Potassium 6,4 mmol/L, 2025-10-14 », to be read without the result
    QString followUp; // what is to be done, or ""
    QString note;
};
[[nodiscard]] QByteArray composeSeen(const SeenValues& values, const Writing& writing);
// The code by which the readers know such a Task.
inline constexpr char16_t seenSystem[] = u"urn:chevet:task";
inline constexpr char16_t seenCode[] = u"result-seen";

} // namespace chevet::record
