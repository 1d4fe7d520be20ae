#pragma once
// Whose a resource is.

#include "import/fhir/patient_scope.h"
#include "import/fhir/resource_reader.h"
#include "import/identity.h"

namespace chevet::import::fhir {

struct Ownership {
    OwnerKind kind = OwnerKind::Infrastructure;
    bool open = false; // belongs with what it is linked to: the whole Bundle has to be seen
    QByteArray patientKey;
    QByteArray subject; // Unattached: the reference as written
    std::optional<Reason> remark;
    std::optional<ProposedPatient> stub; // a patient known by identifier only
};

// For everything but a Patient.
[[nodiscard]] Ownership ownerOf(const Draft& draft, const PatientScope& scope);

} // namespace chevet::import::fhir
