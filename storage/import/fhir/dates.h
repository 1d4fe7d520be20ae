#pragma once
#include <string_view>

namespace chevet::import::fhir {

// True if `text`, at the element `key`, is written like a date and cannot be one in a patient's
// file: before 1850, after 2150, or a month or day that no calendar has.
[[nodiscard]] bool isAbsurdDate(std::string_view key, std::string_view text);

} // namespace chevet::import::fhir
