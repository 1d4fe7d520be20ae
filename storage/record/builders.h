#pragma once
// One reader per kind of resource, and what is done once all are read. Internal to record.

#include "record/reader.h"

#include <algorithm>

namespace chevet::record {

void readPatient(Chart& chart, const Parsed& parsed, Reader& reader);
void readAllergy(Chart& chart, const Parsed& parsed, Reader& reader);
void readMedication(Chart& chart, const Parsed& parsed, Reader& reader);
void readObservation(Chart& chart, const Parsed& parsed, Reader& reader);
void readReport(Chart& chart, const Parsed& parsed, Reader& reader);
void readComposition(Chart& chart, const Parsed& parsed, Reader& reader);
void readDocumentReference(Chart& chart, const Parsed& parsed, Reader& reader);
void readFile(Chart& chart, const Parsed& parsed, Reader& reader); // Media, Binary
void readImpression(Chart& chart, const Parsed& parsed, Reader& reader);
void readImagingStudy(Chart& chart, const Parsed& parsed, Reader& reader);
void readProblem(Chart& chart, const Parsed& parsed, Reader& reader);
void readProcedure(Chart& chart, const Parsed& parsed, Reader& reader);
void readImmunization(Chart& chart, const Parsed& parsed, Reader& reader);
void readRecommendation(Chart& chart, const Parsed& parsed, Reader& reader);
void readEncounter(Chart& chart, const Parsed& parsed, Reader& reader);
void readAppointment(Chart& chart, const Parsed& parsed, Reader& reader);
void readOrder(Chart& chart, const Parsed& parsed, Reader& reader);
void readCareTeam(Chart& chart, const Parsed& parsed, Reader& reader); // CareTeam, RelatedPerson
void readGoal(Chart& chart, const Parsed& parsed, Reader& reader);
void readCarePlan(Chart& chart, const Parsed& parsed, Reader& reader);
void readConsent(Chart& chart, const Parsed& parsed, Reader& reader);
void readFamilyHistory(Chart& chart, const Parsed& parsed, Reader& reader);
void readDevice(Chart& chart, const Parsed& parsed, Reader& reader);
void readOther(Chart& chart, const Parsed& parsed, Reader& reader);

void finishResults(Chart& chart, const AnalyteMap& clinic);
void finishMedications(Chart& chart);
void finishAllergies(Chart& chart);
void finishImaging(Chart& chart);
// Which kind of empty each section is; statements of absence leave the lists (I12).
void finishSections(Chart& chart);

// A level of care said in `words`, or nothing: letter and resuscitation are read out of them.
[[nodiscard]] bool isLevelOfCare(const Concept& code);
void addLevelOfCare(Chart& chart, Item item, const QString& words);

// Codes by which files state that there is nothing, or that nobody knows. Empty when `code` says
// neither.
struct Absence {
    enum class Says : quint8 { Nothing, NoneKnown, NoInformation };
    Says says = Says::Nothing;
    QString reason;           // code as received
    int kind = -1;            // AllergyKind it speaks of; -1: all
    bool ofAllergies = false; // wherever the file put it
};
[[nodiscard]] Absence absenceOf(const Concept& code);
// Takes it down; a firm "none" wins over "no information", the latest over an earlier one.
void noteAbsence(SectionFacts& facts, const Absence& absence, const Item& said);
// The same of allergies, of every kind it speaks of.
void noteAllergyAbsence(Chart& chart, const Absence& absence, const Item& said);

template <class T>
void sortNewestFirst(QList<T>& items) {
    std::vector<std::pair<qint64, qsizetype>> order;
    order.reserve(std::size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i)
        order.emplace_back(items.at(i).date.sortKey(), i);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QList<T> sorted;
    sorted.reserve(items.size());
    for (const auto& entry : order)
        sorted.append(std::move(items[entry.second]));
    items = std::move(sorted);
}

} // namespace chevet::record
