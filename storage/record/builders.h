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

// A level of care said in `words` or by a code: only exact forms give letter and resuscitation.
[[nodiscard]] bool isLevelOfCare(const Concept& code);
void addLevelOfCare(Chart& chart, Item item, const QString& words, const Concept& value = {});

// What a code states by which files say that there is nothing, or that nobody knows.
struct Absence {
    enum class Says : quint8 { Nothing, NoneKnown, NoInformation };
    // Own: of the section of the resource. The others wherever a file puts them.
    enum class Of : quint8 {
        Own,
        Allergies,
        Medications,
        Problems,
        Procedures,
        Devices,
        Immunizations
    };
    Says says = Says::Nothing;
    QString reason; // code as received
    Of of = Of::Own;
    int kind = -1; // AllergyKind it speaks of; -1: all
};
// True where `said` only states such a thing: it is then taken down in the section it speaks of,
// and is no item. `section`: that of the resource.
bool takeAbsence(Chart& chart, const Item& said, Absence::Of section);
[[nodiscard]] bool isAbsence(const Concept& code);

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
