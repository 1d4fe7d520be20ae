#pragma once
// The facts of a Patient resource that tell who it is.

#include "import/json/tape.h"
#include "import/proposal.h"

namespace chevet::import::fhir {

// Everything but sourceKey. Fields of the wrong shape are read where their meaning is plain.
[[nodiscard]] ProposedPatient readPatient(const json::Value& patient);

// An Identifier element (also of a Reference).
[[nodiscard]] Identifier readIdentifier(const json::Value& identifier);

} // namespace chevet::import::fhir
