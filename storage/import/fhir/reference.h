#pragma once
// The text of a Reference.reference, taken apart. Views into the text given.

#include <string>
#include <string_view>

namespace chevet::import::fhir {

struct ReferenceText {
    enum class Kind : unsigned char {
        None,
        Contained,   // #p1
        Urn,         // urn:uuid:…, urn:oid:…
        Relative,    // Patient/1, Patient/1/_history/2
        Absolute,    // https://server/fhir/Patient/1
        Conditional, // Patient?identifier=system|value
        Other,       // anything else real files write
    };
    Kind kind = Kind::None;
    std::string_view text;
    std::string_view base; // Absolute: with the slash before the type
    std::string_view type; // Relative, Absolute, Conditional; empty if it does not look like one
    std::string_view
        id; // Relative, Absolute; Contained without #; Urn: what follows the last colon
    std::string_view query; // Conditional, after the question mark
    bool versioned = false;
};

[[nodiscard]] ReferenceText parseReference(std::string_view text);

// The key under which a fullUrl and a reference to it meet: a UUID's case does not matter, a
// version is left out.
[[nodiscard]] std::string urlKey(std::string_view url);

// "system|value" of a search such as identifier=system%7Cvalue; empty if it is another search.
[[nodiscard]] std::string identifierOfQuery(std::string_view query);

} // namespace chevet::import::fhir
