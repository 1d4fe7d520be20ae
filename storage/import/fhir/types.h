#pragma once
// The resource types of FHIR R4 (4.0.1) and whose each one is: the primary element of the R4
// patient compartment definition, type by type.

#include <string_view>

namespace chevet::import::fhir {

enum class Category : unsigned char {
    Clinical,   // somebody's: without a patient it is unattached
    Dependent,  // belongs with what refers to it, or what it refers to: Medication, Binary,
                // Provenance
    Registry,   // people and places of the health system, shared by all patients
    Definition, // vocabulary and conformance, identified by a canonical URL
    Older,      // a type that R4 no longer has
    Unknown,    // not a type of R4
};

struct TypeRule {
    std::string_view type;
    Category category;
    // Elements that may name the patient, by preference; "a.b" steps through lists.
    std::string_view paths[3];
};

// Never null: unknown types get a rule with Category::Unknown and the usual elements.
[[nodiscard]] const TypeRule& ruleOf(std::string_view type);

} // namespace chevet::import::fhir
