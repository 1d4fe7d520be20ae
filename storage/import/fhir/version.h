#pragma once
// Which FHIR a resource was written in, when it is certainly not R4.

#include "import/json/tape.h"

#include <optional>

namespace chevet::import::fhir {

// Dstu2, Stu3 or R5; nullopt for R4 and for all that is not clearly something else: sloppy R4 with
// fields of the wrong shape must pass.
[[nodiscard]] std::optional<Reason> otherVersion(std::string_view type,
                                                 const json::Value& resource);

} // namespace chevet::import::fhir
