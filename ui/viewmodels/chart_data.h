#pragma once
// ChartData: a patient's file as the pages show it: words, dates and marks, ready to be read, in
// one language. Made by buildChartData() (chart_build.h) on a worker thread from a record::Chart;
// plain values, no widgets. `reference` is what session answers history, provenance and the source
// for.

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace chevet::viewmodels {

// « 3 allergie(s) » as one writes it. French is the source language and has no catalogue of its
// own, so the sources carry « (s) »; a translation has its own forms and comes through unchanged.
[[nodiscard]] inline QString plural(QString text, qint64 count) {
    return text.replace(QLatin1String("(s)"), count < 2 ? QString() : QStringLiteral("s"));
}

// What a result is marked with; pages give it its shape.
enum class Mark { None, High, Low, CriticalHigh, CriticalLow, Missing, Abnormal };
// What is known of a fact's signature. Unchecked: not asked yet, never shown as verified.
enum class Sign { Unchecked, Verified, Pending, UnknownKey, Invalid };
// Which kind of empty (I12).
enum class Lack { Present, NoneKnown, Unknown };

struct Lacking {
    Lack lack = Lack::Unknown;
    QString title; // « Aucune connue », « Non documenté »
    QString words; // « affirmé le 2025-10-09 par Dre M. Lachance »; "" if nothing more is known
    bool contradicted = false; // stated as none although something is listed
    QString reference{};       // of the resource that says so, or ""
};

struct Field {
    QString label, value;
    QString foreign; // language of a source's text when it is not the page's: "en"
};

// Any fact of the chart in a list, and beside the list when chosen.
struct ItemView {
    QString reference;
    QString title, foreign; // never empty; `foreign` marks the language of a source's own words
    QString subtitle;
    QString date;         // as precise as it came: "2025", "2025-10-09"; "" when absent
    QString place;        // who or where: « Hôpital du Littoral »
    QString status;       // in words
    QString icon;         // of the kind
    QString group;        // heading of the list it stands under; "" none
    bool quiet = false;   // resolved, ceased, refuted: written in secondary ink
    bool refuted = false; // entered in error: struck through
    bool pending = false; // expected, planned
    bool warns = false;   // due, doubtful
    bool folded = false;  // a visit whose note stands for it: listed under « Visites » only
    Sign sign = Sign::Unchecked;
    QString signedBy;
    QList<Field> fields; // everything else, in words
    QString html, text;  // body to read: safe subset, or plain
    qint64 sortKey = 0;  // milliseconds; least value when undated
    QString copyText;    // with unit, date and source
};

struct MedicationView : ItemView {
    QString name, dose, posology;
    QString prescriber;
    QString change;       // « 6 → 5 mg », « ajouté », « inchangé »
    bool changed = false; // carries the change mark
    bool active = true;
};

struct AllergyView : ItemView {
    int kind = 3;      // 0 medication, 1 food, 2 environment, 3 other
    bool high = false; // criticality high
    QString reaction, criticality;
};

struct Attachment {
    QString title, contentType, blobId, url, charset;
    qint64 size = -1;
    QString pointer; // of its base64 in the resource, when it is not in a blob
};

struct NoteSection {
    QString title, html, text;
};

struct DocumentView : ItemView {
    QList<Attachment> attachments;
    QList<NoteSection> sections; // of a note
    int opensAt = -1;            // « Évaluation et plan »; -1: the whole
    Attachment textBlob;         // the note's text is in this blob and must be read
    bool imaging = false;
    QString kind; // chip: « Rapport »
};

struct ResultPoint {
    QString reference;
    QDateTime at;         // invalid when the date cannot be placed
    bool partial = false; // known to the year or month only: `at` is its beginning, never drawn
    QString day, time;
    QString text; // as received, with comparator; without unit
    QString full; // every digit, with unit
    QString unit, unitKey, range, laboratory;
    Mark mark = Mark::None;
    QString markWords; // « au-dessus »
    std::optional<double> number, low, high;
    std::optional<double> second; // of two components in one unit: diastolic pressure
    int comparator = 0;
    bool numeric = false;
    QString remark;      // absent reason, notes
    QStringList seen{};  // « M. Lachance, 2025-10-14 », what is to be done below; newest first
    bool struck = false; // entered in error
};

// One code whose results stand in a row.
struct AnalyteCode {
    QString key; // as session's mapAnalyte() takes it
    QString name, system, code;
    int results = 0;
};

struct AnalyteView {
    QString key, name, foreign, group, unit, range;
    bool mixedUnits = false;
    QList<ResultPoint> points; // oldest first
    QList<AnalyteCode> codes;  // most used first
    QString delta, deltaSince;
    bool panel = false; // several components in one value (blood pressure)
    [[nodiscard]] const ResultPoint& latest() const { return points.last(); }
};

// One date of the results grid.
struct GridDay {
    QString day, time;
    qint64 key = 0;
    int analytes = 0;
};

struct ResultsView {
    QList<AnalyteView> rows;  // by group
    QList<int> abnormalFirst; // indexes into rows
    QList<GridDay> days;      // oldest first
    int abnormal = 0;         // rows whose latest value is out of range
    QString latestDay;
    Lacking lacking;
};

struct TimelineMark {
    enum class Lane { Encounters, Results, Medications, Documents, Imaging, Problems, Vaccines };
    enum class Shape { Dot, Ring, Square, Flagged, Circle, Sheet, Picture, Planned };
    Lane lane = Lane::Encounters;
    Shape shape = Shape::Dot;
    Mark mark = Mark::None;
    qint64 from = 0, to = 0; // milliseconds; to > from: a bar (a date known to the year, a stay)
    int count = 1;
    bool partial = false; // a year or month: a bar across it
    QString day, time, kind, title, detail, who, reference, icon;
    Sign sign = Sign::Unchecked;
};

struct TimelineBar {         // a treatment at one dose
    qint64 from = 0, to = 0; // to 0: still going on
    QString words;
    bool ended = false;
    QString change{}; // from the dose before, « 10 → 7,5 mg »; "" for the first
};

struct TimelineTreatment {
    QString name;
    QList<TimelineBar> bars; // oldest first
};

struct TimelineView {
    QList<TimelineMark> marks; // oldest first
    QList<TimelineTreatment> treatments;
    QList<TimelineMark> undated;
    qint64 first = 0, last = 0, today = 0;
};

struct LevelOfCareView {
    bool present = false;
    QString letter, words, resuscitation, discussed, reference;
    QStringList notes{};
};

struct IdentityView {
    QString family, given, name; // « TREMBLAY, Émilie »
    QString age, birth, sex, phone;
    QString nam; // formatted, or ""
    QStringList namWarnings;
    QString numberLabel, number; // another number when there is no NAM
    bool namesake = false;
    bool deceased = false;
    QString deceasedWords;
    QList<Field> fields; // everything known, for the identity details
    QString reference{}; // of the Patient resource, or ""
};

struct ChartData {
    IdentityView identity;
    QList<AllergyView> allergies;
    Lacking allergyLack[4]; // by kind: medication, food, environment, other
    Lacking allergyWhole;
    int activeAllergies = 0;
    QString allergiesReviewed, allergiesReviewedBy;
    QList<MedicationView> medications; // active first, then ceased
    int activeMedications = 0, ceasedMedications = 0;
    Lacking medicationLack;
    QList<ItemView> problems;
    int activeProblems = 0, resolvedProblems = 0;
    Lacking problemLack;
    ResultsView results, vitals;
    QList<ItemView> social;
    QList<ItemView> immunizations; // due first, then newest
    int dosesGiven = 0, dosesDue = 0;
    Lacking immunizationLack;
    QList<DocumentView> consultations; // notes and encounters, newest first
    int visits = 0;                    // of these, a visit and its note once
    int lastNote = -1;                 // index of the newest note with content
    Lacking consultationLack;
    QList<DocumentView> imaging, documents;
    Lacking imagingLack, documentLack;
    QList<ItemView> orders; // pending first
    int pendingOrders = 0;
    Lacking orderLack;
    QList<ItemView> team;
    LevelOfCareView levelOfCare;
    Lacking levelLack;
    QList<ItemView> others;
    TimelineView timeline;
    QString latest; // newest date of anything
    int resources = 0;
    QStringList masked; // as record::Patient
    bool english = false;
};

} // namespace chevet::viewmodels
