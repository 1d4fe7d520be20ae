#include "record/chart.h"

#include "record/builders.h"

#include <map>

namespace chevet::record {

namespace {

using ReadResource = void (*)(Chart&, const Parsed&, Reader&);

// Every clinical type; what is not here lands in `others`.
ReadResource readerOf(std::string_view type) {
    static const std::unordered_map<std::string_view, ReadResource> readers{
        {"AllergyIntolerance", readAllergy},
        {"MedicationRequest", readMedication},
        {"MedicationStatement", readMedication},
        {"MedicationDispense", readMedication},
        {"MedicationAdministration", readMedication},
        {"Observation", readObservation},
        {"DiagnosticReport", readReport},
        {"Composition", readComposition},
        {"DocumentReference", readDocumentReference},
        {"Media", readFile},
        {"Binary", readFile},
        {"ClinicalImpression", readImpression},
        {"ImagingStudy", readImagingStudy},
        {"Condition", readProblem},
        {"Procedure", readProcedure},
        {"Immunization", readImmunization},
        {"ImmunizationRecommendation", readRecommendation},
        {"Encounter", readEncounter},
        {"Appointment", readAppointment},
        {"ServiceRequest", readOrder},
        {"DeviceRequest", readOrder},
        {"Task", readOrder},
        {"CareTeam", readCareTeam},
        {"RelatedPerson", readCareTeam},
        {"Goal", readGoal},
        {"CarePlan", readCarePlan},
        {"Consent", readConsent},
        {"FamilyMemberHistory", readFamilyHistory},
        {"Device", readDevice},
        {"DeviceUseStatement", readDevice},
        {"Patient", readPatient}};
    const auto found = readers.find(type);
    return found == readers.end() ? readOther : found->second;
}

// Only counted: money, and what exists to be referred to by others.
bool isCountedOnly(std::string_view type) {
    static constexpr std::string_view types[] = {
        "Claim",        "ClaimResponse",     "ExplanationOfBenefit",
        "Practitioner", "PractitionerRole",  "Organization",
        "Location",     "Medication",        "Specimen",
        "Substance",    "HealthcareService", "Endpoint"};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

int countErrors(const Chart& chart) {
    int errors = 0;
    const auto count = [&errors](const auto& section) {
        for (const Item& item : section.items)
            errors += item.enteredInError ? 1 : 0;
    };
    count(chart.allergies);
    count(chart.medications);
    count(chart.problems);
    count(chart.results);
    count(chart.vitals);
    count(chart.social);
    count(chart.immunizations);
    count(chart.encounters);
    count(chart.notes);
    count(chart.documents);
    count(chart.procedures);
    count(chart.imaging);
    count(chart.orders);
    count(chart.others);
    return errors;
}

void finishProblems(Problems& problems) {
    sortNewestFirst(problems.items);
    std::stable_partition(problems.items.begin(), problems.items.end(),
                          [](const Problem& p) { return p.active; });
    for (const Problem& problem : std::as_const(problems.items)) {
        problems.activeCount += problem.active ? 1 : 0;
        problems.resolvedCount += problem.resolved ? 1 : 0;
    }
}

// A pharmacy named only on prescriptions is still the patient's pharmacy.
void finishCareTeam(Chart& chart) {
    const auto order = [](const CarePerson& person) {
        return person.kind == CarePerson::Kind::Practitioner ? 0
               : person.kind == CarePerson::Kind::Pharmacy   ? 1
               : person.emergency                            ? 2
                                                             : 3;
    };
    std::stable_sort(
        chart.careTeam.items.begin(), chart.careTeam.items.end(),
        [order](const CarePerson& a, const CarePerson& b) { return order(a) < order(b); });
}

void finishSeen(Chart& chart) {
    for (QList<Seen>& list : chart.seen)
        std::stable_sort(list.begin(), list.end(), [](const Seen& a, const Seen& b) {
            return a.at.sortKey() > b.at.sortKey();
        });
    for (QList<Observation>* section : {&chart.results.items, &chart.vitals.items})
        for (Observation& item : *section)
            item.seen = chart.seen.value(item.reference);
}

void finish(Chart& chart, const AnalyteMap& analytes) {
    finishSeen(chart);
    finishResults(chart, analytes);
    finishMedications(chart);
    finishAllergies(chart);
    finishImaging(chart);
    finishProblems(chart.problems);
    finishCareTeam(chart);
    sortNewestFirst(chart.social.items);
    sortNewestFirst(chart.immunizations.items);
    sortNewestFirst(chart.recommendations.items);
    sortNewestFirst(chart.encounters.items);
    sortNewestFirst(chart.notes.items);
    sortNewestFirst(chart.documents.items);
    sortNewestFirst(chart.procedures.items);
    sortNewestFirst(chart.appointments.items);
    sortNewestFirst(chart.orders.items);
    sortNewestFirst(chart.goals.items);
    sortNewestFirst(chart.carePlans.items);
    sortNewestFirst(chart.levelOfCare.items);
    sortNewestFirst(chart.familyHistory.items);
    sortNewestFirst(chart.devices.items);
    sortNewestFirst(chart.others.items);
    finishSections(chart);
    chart.enteredInError = countErrors(chart);
}

} // namespace

Chart buildChart(std::span<const StoredResource> resources, const ResolveOutside& outside,
                 const ChartOptions& options) {
    Chart chart;
    Reader reader(resources, outside, options.today, options.masked);
    std::map<std::string_view, int> counted;
    for (const Parsed& parsed : reader.all()) {
        ++chart.resources;
        if (isCountedOnly(parsed.type))
            ++counted[parsed.type];
        else if (!parsed.root.isObject())
            readOther(chart, parsed, reader);
        else
            readerOf(parsed.type)(chart, parsed, reader);
    }
    for (const auto& [type, count] : counted)
        chart.administrative.append(
            {QString::fromLatin1(type.data(), qsizetype(type.size())), count});
    chart.unresolved = reader.unresolved();
    chart.patient.masked = reader.masked();
    finish(chart, options.analytes);
    return chart;
}

Chart chartOfOne(const QByteArray& json) {
    JsonArena arena;
    const QByteArray type = arena.parse(json)["resourceType"].text().toUtf8();
    const StoredResource stored{
        .type = type, .id = "x", .json = json, .fullUrl = {}, .attachments = {}};
    return buildChart({&stored, 1});
}

} // namespace chevet::record
