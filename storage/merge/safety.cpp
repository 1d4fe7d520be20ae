#include "merge/safety.h"

#include <algorithm>
#include <array>

namespace chevet::merge {

namespace {

struct Row {
    std::string_view type;
    std::string_view free; // names of elements with blanks between
    bool freeMeta = true;
};

constexpr std::string_view people =
    "telecom address contact communication photo"; // how to reach someone

constexpr auto rows = std::to_array<Row>({
    {"Patient", "telecom address contact communication maritalStatus photo generalPractitioner "
                "managingOrganization"},
    {"RelatedPerson", people},
    {"Practitioner", people},
    {"PractitionerRole", people},
    {"Organization", people},
    {"Location", people},
    {"MedicationRequest", "note reasonCode reasonReference insurance supportingInformation"},
    {"MedicationStatement", "note reasonCode reasonReference informationSource derivedFrom"},
    {"MedicationAdministration", "note supportingInformation"},
    {"MedicationDispense", "note supportingInformation"},
    {"AllergyIntolerance", "note", false},
    {"Condition", "note encounter recorder asserter"},
    {"Observation", "note encounter performer basedOn partOf"},
    {"DiagnosticReport", "encounter performer resultsInterpreter basedOn imagingStudy media"},
    {"Immunization", "note location performer reasonCode reasonReference fundingSource"},
    {"Procedure", "note location reasonCode reasonReference basedOn report"},
    {"Encounter",
     "location reasonCode reasonReference account basedOn appointment serviceProvider"},
    {"ServiceRequest", "note insurance reasonCode reasonReference supportingInfo locationCode "
                       "locationReference"},
    {"CarePlan", "note supportingInfo contributor careTeam"},
    {"CareTeam", "note telecom"},
    {"Goal", "note addresses"},
    {"Appointment", "comment supportingInformation reasonCode reasonReference"},
    {"FamilyMemberHistory", "note reasonCode reasonReference"},
    {"DocumentReference", "description"},
    {"Communication", "note"},
    {"Specimen", "note"},
    {"Task", "note"},
});

// By stem, because places are.
bool names(std::string_view list, const QByteArray& place) {
    const QByteArrayView words(list.data(), qsizetype(list.size()));
    qsizetype begin = 0;
    while (begin < words.size()) {
        const qsizetype blank = words.indexOf(' ', begin);
        const qsizetype end = blank < 0 ? words.size() : blank;
        if (stem(words.sliced(begin, end - begin)) == place)
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

bool isGuarded(QByteArrayView type, const Place& place) {
    const auto row = std::ranges::find(
        rows, std::string_view(type.data(), std::size_t(type.size())), &Row::type);
    if (row == rows.end())
        return true;
    if (place.meta)
        return !row->freeMeta ||
               !(place.name == "profile" || place.name == "source" || place.name == "tag");
    return !names(row->free, place.name);
}

} // namespace chevet::merge
