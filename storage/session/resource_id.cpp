#include "session/resource_id.h"

#include "crypto/primitives/hash.h"

namespace chevet::session {

bool isOwnType(QByteArrayView type) noexcept {
    return type.startsWith("chevet-") || type == QByteArrayView("Bundle");
}

bool isFhirId(QByteArrayView text) noexcept {
    return !text.isEmpty() && text.size() <= 64 &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.';
           });
}

QByteArray ResourceIds::idOf(const import::ProposedResource& resource) {
    if (isFhirId(resource.id))
        return resource.id;
    // A transaction names its new resources by fullUrl; references use the same text.
    static constexpr QByteArrayView prefix("urn:uuid:");
    if (resource.id.isEmpty() && resource.fullUrl.startsWith(prefix)) {
        const QByteArray uuid = resource.fullUrl.sliced(prefix.size()).toLower();
        if (isFhirId(uuid))
            return uuid;
    }
    crypto::Hasher hasher;
    const QByteArray seed = resource.id.isEmpty() ? resource.json : resource.id;
    const QByteArray made = "x" + hasher.update(resource.type)
                                      .update(QByteArrayView("\0", 1))
                                      .update(seed)
                                      .finish()
                                      .toByteArray()
                                      .left(12)
                                      .toHex();
    if (!resource.id.isEmpty())
        return made; // an id FHIR does not allow, but an id: versions follow it
    const int count = ++m_seen[resource.patientKey + made];
    return count == 1 ? made : made + '-' + QByteArray::number(count);
}

} // namespace chevet::session
