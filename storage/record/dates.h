#pragma once
// Dates as files write them: a year, a month, a day or an instant, with the zone they came with.
// Nothing is ever completed: a year stays a year, it is not the first of January.

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringView>
#include <QTime>

namespace chevet::record {

struct PartialDate {
    enum class Precision : quint8 { None, Year, Month, Day, Time };

    QString text;                          // as received, whatever it says; empty: absent
    Precision precision = Precision::None; // None with a text: not a date one can place
    bool hasZone = false;
    qint16 offsetMinutes = 0; // of the source's zone, when hasZone
    qint32 julianDay = 0;     // of the start, in the source's own zone; 0 when precision is None
    qint32 milliseconds = 0;  // since midnight there

    // FHIR date, dateTime, instant, and what is found in their place: blanks around, a space for T,
    // seconds missing, HL7 v2's YYYYMMDD. Never fails: what cannot be placed keeps its text.
    [[nodiscard]] static PartialDate parse(QStringView text);

    [[nodiscard]] bool isKnown() const { return precision != Precision::None; }
    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    // Milliseconds since 1970 UTC of the start of the year, month, day or instant; without a zone
    // the machine's is assumed. Absent or unplaceable: the least value, so that it sorts as the
    // oldest.
    [[nodiscard]] qint64 sortKey() const;
    // The day in the machine's zone, cut to the precision: "2025", "2025-10", "2025-10-09". What
    // cannot be placed is returned as written.
    [[nodiscard]] QString day() const;
    // "08 h 12" in the machine's zone; empty unless the precision is Time.
    [[nodiscard]] QString timeOfDay() const;
    // "2025-10-09", "2025-10-09, 08 h 12"
    [[nodiscard]] QString dayAndTime() const;
    // Local day; invalid unless the precision is Day or Time.
    [[nodiscard]] QDate localDate() const;
    // Local instant; invalid unless the precision is Day (midnight) or Time.
    [[nodiscard]] QDateTime localDateTime() const;

    bool operator==(const PartialDate&) const = default;
};

// Completed years between `birth` and `on`; -1 when the birth is unknown or only later than `on`.
// With a birth known only to the year or month the answer is the lower of the two possible ages.
[[nodiscard]] int ageInYears(const PartialDate& birth, QDate on);
// "20 ans", "7 mois" (under 2 years), "12 j" (under 2 months); "" when unknown. French; `english`
// for the other.
[[nodiscard]] QString ageInWords(const PartialDate& birth, QDate on, bool english = false);

// "3 juin 1987", "1er juin 1987"
[[nodiscard]] QString longFrenchDate(QDate date);

} // namespace chevet::record
