#pragma once
// One resource of a tape turned into a draft: everything the proposal needs but whose it is, copied
// out so that the tape can be used for the next one.

#include "import/fhir/types.h"
#include "import/json/tape.h"
#include "import/limits.h"
#include "import/proposal.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace chevet::import::fhir {

// A Reference in one of the elements that may name the patient.
struct OwnerReference {
    std::size_t path = 0; // which of the type's elements it stands in: the first that tells decides
    std::string text;     // escapes resolved; empty if only an identifier was given
    bool otherType = false;        // Reference.type says that it is not a Patient
    QList<Identifier> identifiers; // of the Reference, or of the contained Patient it points to
};

struct Draft {
    ProposedResource resource; // without owner, patientKey, place
    Category category = Category::Unknown;
    qint64 number = 0; // of its entry
    std::vector<OwnerReference> owners;
    std::string referenceTexts; // every Reference.reference but contained ones, NUL between
    std::optional<ProposedPatient> patient; // of a Patient, without sourceKey
    struct Remark {
        Reason reason;
        QString detail;
    };
    std::vector<Remark> remarks;
};

struct ReadRefusal {
    Reason reason = Reason::Malformed;
    QString detail;
};

[[nodiscard]] std::expected<Draft, ReadRefusal>
readResource(const json::Tape& tape, const json::Value& resource, const Limits& limits);

} // namespace chevet::import::fhir
