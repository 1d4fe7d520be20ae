#pragma once
// One resource that somebody wrote for one patient: the same checks as an import's, without a file
// or a Bundle around it.

#include "import/limits.h"
#include "import/proposal.h"

#include <expected>

namespace chevet::import {

struct SingleResource {
    ProposedResource resource; // without owner, patientKey and place
    // Every reference that may say whose it is, as written; empty texts left out. For a Patient:
    // none.
    QList<QByteArray> subjects;
    bool clinical = false; // somebody's: FHIR wants a subject
    bool shared = false;   // nobody's: a practitioner, an organization, a definition
};

struct SingleRefusal {
    Reason reason = Reason::Malformed;
    QString detail; // technical, English, no clinical content: "byte 1042"
};

// `json`: UTF-8, one FHIR R4 resource. A Bundle is refused (OtherJson). Pure; any thread.
[[nodiscard]] std::expected<SingleResource, SingleRefusal> readSingle(const QByteArray& json,
                                                                      const Limits& limits = {});

// The resource's JSON with `id` as its first member after the opening brace, and its attachments'
// places moved accordingly. For a resource that has no id.
void giveId(ProposedResource& resource, const QByteArray& id);

} // namespace chevet::import
