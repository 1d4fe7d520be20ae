#pragma once
// Results, vital signs and other observations: values, ranges, flags, and rows of the same analyte.

#include "record/item.h"

#include <optional>

namespace chevet::record {

struct Value {
    enum class Kind : quint8 {
        Absent, // no value: absentReason may say why
        Quantity,
        Text,
        Coded,
        Range,
        Ratio,
        Samples,
        Boolean,
        Date,
        Period,
        Attachment,
        Unusual, // of a shape FHIR does not know: text holds its JSON
    };
    Kind kind = Kind::Absent;
    QString lexical;              // Quantity: the number as received, every digit
    QString comparator;           // "<", "≤", "≥", ">" or ""; drawn as such
    std::optional<double> number; // for drawing only, never for comparing or showing
    QString unit;                 // for reading: "µmol/L"
    QString unitCode;             // UCUM code or the unit as received
    QString text;     // the value for reading, without its unit: "98", "< 10", "1 284", "Positif"
    QString textFull; // every digit received, where text rounds; else the same
    QString language; // of a source's text, as Concept::foreignLanguage
    QString absentReason;                   // in words, or ""
    Concept coded;                          // Coded
    [[nodiscard]] QString withUnit() const; // "98 µmol/L"
};

enum class Flag : quint8 {
    NotComputed, // no range, no interpretation, or units that differ: shown as unknown, not as
                 // normal
    Normal,
    Low,
    High,
    CriticalLow,
    CriticalHigh,
    Abnormal, // out of the ordinary without a direction (positive, resistant …)
    CriticalAbnormal,
};
enum class FlagSource : quint8 { None, Interpretation, Range };
// Stable English word for `show`: "normal", "low", "critical-high" …; "" for NotComputed.
[[nodiscard]] QString flagName(Flag flag);
[[nodiscard]] QString flagWords(Flag flag); // "au-dessus", "critique, au-dessous" …
[[nodiscard]] inline bool isAbnormal(Flag flag) {
    return flag > Flag::Normal;
}
[[nodiscard]] inline bool isCritical(Flag flag) {
    return flag == Flag::CriticalLow || flag == Flag::CriticalHigh ||
           flag == Flag::CriticalAbnormal;
}

struct ReferenceRange {
    QString low, high;                           // lexical, may be empty
    std::optional<double> lowNumber, highNumber; // for drawing
    QString unit;                                // for reading
    QString text;           // "50–90", "< 15", "≥ 90", or the source's text
    QString kind;           // FHIR code: normal, treatment, critical … or ""
    QString appliesTo;      // in words, with the age if any; else what the source wrote of it
    bool otherUnit = false; // not that of the value: never compared, never drawn
    // Whether it is of this patient: by sex and age at the time, where the range names them.
    // Unnamed: by what nobody says of the patient (a pregnancy). Unsure: sex or age is not known.
    enum class Fit : quint8 { Everyone, Fits, Unnamed, Unsure, Unfit };
    Fit fit = Fit::Everyone;
    int named = 0; // of sex and age, how many it names
};
// The range a value is held against: of kind normal or of no kind, of this patient, the one that
// names most. nullptr if there is none, or if several remain and differ.
[[nodiscard]] const ReferenceRange* normalRange(const QList<ReferenceRange>& ranges);
// That range, then all others that may apply, each with whom it is for.
[[nodiscard]] QString rangeWords(const QList<ReferenceRange>& ranges);

struct Component {
    Concept code;
    Value value;
    Flag flag = Flag::NotComputed;
    FlagSource flagSource = FlagSource::None;
    QStringList interpretations;
    QList<ReferenceRange> ranges;
    [[nodiscard]] QString byName() const; // "œil droit : 12 mmHg", or why there is none
};

// A professional saw a result (record/care_writer.h).
struct Seen {
    QString by;
    PartialDate at;
    QString followUp; // what is to be done, or ""
    QStringList notes;
    QString reference; // "Task/…"
};

struct Observation : Item { // date: effective, else issued
    Value value;
    QList<Component> components; // blood pressure, …
    Flag flag = Flag::NotComputed;
    FlagSource flagSource = FlagSource::None;
    QStringList interpretations; // in words, as received
    QString interpretationCode;  // first code received, or ""
    QList<ReferenceRange> ranges;
    QString rangeText; // the first normal one, "" if none
    QString delta;     // "+7" against the previous value of the row in the same unit; "" if none
    PartialDate deltaSince;
    QString method, bodySite, device, specimen;
    QString laboratory;                      // performer organisation
    QStringList members;                     // references of hasMember / derivedFrom in this chart
    bool isFinal = true;                     // final, amended or corrected
    QList<Seen> seen;                        // who saw it, newest first
    QString analyteKey;                      // row it belongs to
    [[nodiscard]] QString valueText() const; // with unit; "120/80 mmHg", other components by name
    struct Pressure {
        const Component* systolic = nullptr;
        const Component* diastolic = nullptr;
    };
    // By their codes; two other things in one unit are no pressure.
    [[nodiscard]] std::optional<Pressure> pressure() const;
};

// The same analyte over time, whatever local code each laboratory used.
struct AnalyteRow {
    QString key;
    Concept code;
    QString group; // "Biochimie", "Hématologie" …, "Autres"
    int groupOrder = 0;
    QString unit;            // of the latest value, for reading
    QString comparableUnit;  // of the latest value
    bool mixedUnits = false; // never drawn on one axis: « unités différentes »
    QString rangeText;       // of the latest value
    QList<int> observations; // indexes into items, oldest first
    int latest = -1;         // index into items
};

// One diagnostic report that gathers results.
struct Panel : Item {
    QList<int> results;  // indexes into Results::items
    QStringList missing; // references named but not in the chart
    QString conclusion;
    QStringList conclusionCodes;
    QString laboratory;
    QList<AttachmentRef> attachments;
};

struct Results : Section<Observation> { // newest first
    QList<AnalyteRow> rows;             // by group, then name
    QList<int> abnormalFirst;           // indexes into rows: critical, abnormal, then latest first
    QList<Panel> panels;                // newest first
    int abnormalRows = 0;               // rows whose latest value is out of range
    PartialDate latest;
};

struct Vitals : Section<Observation> {
    QList<AnalyteRow>
        rows; // pressure, pulse, breathing, temperature, saturation, weight, height, BMI …
};

} // namespace chevet::record
