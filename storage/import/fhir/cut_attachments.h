#pragma once
// Takes base64 content out of a resource's JSON.

#include "import/json/tape.h"
#include "import/limits.h"
#include "import/proposal.h"

#include <vector>

namespace chevet::import::fhir {

// Sets `out.json` to the resource's text without the strings at the nodes `candidates` (ascending)
// that are base64 and can be given back exactly, and lists these in `out.attachments`, as many as
// `limits` allow.
void cutAttachments(const json::Tape& tape, const json::Value& resource,
                    const std::vector<quint32>& candidates, const Limits& limits,
                    ProposedResource& out);

} // namespace chevet::import::fhir
