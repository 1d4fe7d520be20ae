#pragma once
// Vital signs as a professional writes them: one Observation a measure, with the codes and units of
// FHIR's vital signs profile. Pure; any thread.

#include "record/written.h"

#include <span>

namespace chevet::record {

// What can be measured. `low` and `high`: beyond them a number is more likely a slip of the finger
// than a patient, of any age; they are no clinical limits, and never refuse. Widths chosen for
// Chevet.
struct VitalSign {
    const char16_t* key;   // ours: "systolic", "pulse" …; also the analyte's in labels
    const char16_t* loinc; // of the Observation, or of the component of a pressure
    const char16_t* unit;  // UCUM
    double low, high;
};
[[nodiscard]] std::span<const VitalSign> vitalSigns();
[[nodiscard]] const VitalSign* vitalSign(QStringView key);

struct Measure {
    QString key;    // VitalSign::key
    QString number; // "37.0": with a point, every digit typed
    QString id;     // of the Observation; of a pressure the systolic's
};

struct VitalsValues {
    QList<Measure> measures; // systolic and diastolic become one Observation
    QString at;              // FHIR dateTime of the measure
    QString note;            // on each of them: « assise, bras gauche »
};

[[nodiscard]] QList<QByteArray> composeVitals(const VitalsValues& values, const Writing& writing);

// One of them struck out as an error; what it said stays readable.
[[nodiscard]] QByteArray strikeOut(const QByteArray& json, const QString& reference,
                                   const QString& reason, const Writing& writing);

// "54,1" or "54.1" as the number JSON knows, every digit kept; "" when it is none.
[[nodiscard]] QString typedNumber(const QString& text);

} // namespace chevet::record
