#include "import/fhir/version.h"

#include "import/fhir/types.h"

namespace chevet::import::fhir {

namespace {

using json::Value;

enum class Shape : unsigned char { Any, Text, Object, List };

struct Mark {
    std::string_view type;
    std::string_view element;
    Shape shape;
    Reason version;
    std::string_view unless = {}; // an element of R4 that real, sloppy R4 has beside it
};

// Elements, or shapes of elements, that exist in one other version only. Sources: the "R4 diff" and
// "R5 diff" sections of the published type pages.
constexpr Mark marks[] = {
    {"AllergyIntolerance", "clinicalStatus", Shape::Text, Reason::Stu3},
    {"AllergyIntolerance", "substance", Shape::Object, Reason::Dstu2},
    {"CarePlan", "definition", Shape::List, Reason::Stu3},
    {"Condition", "clinicalStatus", Shape::Text, Reason::Stu3},
    {"DiagnosticReport", "codedDiagnosis", Shape::List, Reason::Stu3},
    {"DocumentReference", "indexed", Shape::Text, Reason::Stu3},
    {"DocumentReference", "context", Shape::List, Reason::R5},
    {"Encounter", "class", Shape::Text, Reason::Dstu2},
    {"Encounter", "actualPeriod", Shape::Object, Reason::R5},
    {"Encounter", "admission", Shape::Object, Reason::R5},
    {"Immunization", "notGiven", Shape::Any, Reason::Stu3, "occurrenceDateTime"},
    {"Immunization", "wasNotGiven", Shape::Any, Reason::Dstu2, "occurrenceDateTime"},
    {"MedicationAdministration", "notGiven", Shape::Any, Reason::Stu3},
    {"MedicationAdministration", "wasNotGiven", Shape::Any, Reason::Dstu2},
    {"MedicationDispense", "notDone", Shape::Any, Reason::Stu3},
    {"MedicationDispense", "medication", Shape::Object, Reason::R5},
    {"MedicationAdministration", "medication", Shape::Object, Reason::R5},
    {"MedicationRequest", "context", Shape::Object, Reason::Stu3},
    {"MedicationRequest", "medication", Shape::Object, Reason::R5},
    {"MedicationStatement", "taken", Shape::Text, Reason::Stu3},
    {"MedicationStatement", "wasNotTaken", Shape::Any, Reason::Dstu2},
    {"MedicationStatement", "medication", Shape::Object, Reason::R5},
    {"Observation", "comments", Shape::Text, Reason::Dstu2},
    {"Observation", "comment", Shape::Text, Reason::Stu3},
    {"Observation", "triggeredBy", Shape::List, Reason::R5},
    {"Patient", "careProvider", Shape::List, Reason::Dstu2},
    {"Patient", "animal", Shape::Object, Reason::Stu3},
    {"Procedure", "notDone", Shape::Any, Reason::Stu3, "performedDateTime"},
    {"Procedure", "notPerformed", Shape::Any, Reason::Dstu2},
    {"Procedure", "occurrenceDateTime", Shape::Text, Reason::R5, "performedDateTime"},
    {"Procedure", "occurrencePeriod", Shape::Object, Reason::R5},
    {"ImagingStudy", "patient", Shape::Object, Reason::Stu3},
};

bool hasShape(const Value& value, Shape shape) {
    switch (shape) {
    case Shape::Any:
        return static_cast<bool>(value);
    case Shape::Text:
        return value.isString();
    case Shape::Object:
        return value.isObject();
    case Shape::List:
        return value.isArray();
    }
    return false;
}

std::optional<Reason> ofNumber(std::string_view version) {
    if (version.starts_with("5.") || version.starts_with("6."))
        return Reason::R5;
    if (version.starts_with("3."))
        return Reason::Stu3;
    if (version.starts_with("1.") || version.starts_with("0."))
        return Reason::Dstu2;
    return std::nullopt;
}

// Profiles of HL7 itself carry the version in the address:
// http://hl7.org/fhir/3.0/StructureDefinition/…
std::optional<Reason> ofProfiles(const Value& profiles) {
    std::optional<Reason> found;
    json::eachOf(profiles, [&](const Value& profile) {
        std::string_view url = profile.inner();
        constexpr std::string_view hl7 = "http://hl7.org/fhir/";
        if (!url.starts_with(hl7))
            return;
        url.remove_prefix(hl7.size());
        if (url.starts_with("STU3/") || url.starts_with("3.0/"))
            found = Reason::Stu3;
        else if (url.starts_with("DSTU2/") || url.starts_with("1.0/"))
            found = Reason::Dstu2;
        else if (url.starts_with("R5/") || url.starts_with("5.0/"))
            found = Reason::R5;
    });
    return found;
}

// DSTU2 wrote family names as a list; R5 wrote an encounter's class as a list of CodeableConcept.
std::optional<Reason> ofDetails(std::string_view type, const Value& resource) {
    if (type == "Patient") {
        const Value names = resource["name"];
        const Value name = names.isArray() ? names.first() : names;
        if (name["family"].isArray())
            return Reason::Dstu2;
    }
    if (type == "Encounter" && resource["class"].isArray() && resource["class"].first()["coding"])
        return Reason::R5;
    return std::nullopt;
}

} // namespace

std::optional<Reason> otherVersion(std::string_view type, const Value& resource) {
    if (ruleOf(type).category == Category::Older)
        return type == "MedicationOrder" || type == "DiagnosticOrder" || type == "Conformance"
                   ? Reason::Dstu2
                   : Reason::Stu3;
    const Value version = resource["fhirVersion"];
    if (const auto reason = ofNumber(version.isArray() ? version.first().inner() : version.inner()))
        return reason;
    if (const auto reason = ofProfiles(resource["meta"]["profile"]))
        return reason;
    for (const Mark& mark : marks)
        if (mark.type == type && hasShape(resource[mark.element], mark.shape) &&
            (mark.unless.empty() || !resource[mark.unless]))
            return mark.version;
    return ofDetails(type, resource);
}

} // namespace chevet::import::fhir
