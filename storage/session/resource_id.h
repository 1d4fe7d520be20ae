#pragma once
// The id under which the vault keeps a resource. The source's own where it has one that FHIR
// allows; else one made from what came in, the same on every import of the same file, so that
// importing twice changes nothing. The stored JSON is never touched.

#include "import/proposal.h"

#include <QHash>

namespace chevet::session {

class ResourceIds {
public:
    // Unique per owner and type within one file: a second, different resource without an id gets a
    // number of its own. Call start() at each file.
    void start() { m_seen.clear(); }
    [[nodiscard]] QByteArray idOf(const import::ProposedResource& resource);

private:
    QHash<QByteArray, int> m_seen;
};

// The vault's own records: no part of a chart, and nothing a clinician decides about.
[[nodiscard]] bool isOwnType(QByteArrayView type) noexcept;

// [A-Za-z0-9.-]{1,64}
[[nodiscard]] bool isFhirId(QByteArrayView text) noexcept;

} // namespace chevet::session
