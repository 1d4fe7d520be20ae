#include "import/fhir/patient_scope.h"

namespace chevet::import::fhir {

namespace {

constexpr std::ptrdiff_t several = -2;

bool isHttp(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

// The part of a fullUrl before "Type/id".
std::string_view baseOf(std::string_view url) {
    return isHttp(url) ? parseReference(url).base : std::string_view();
}

} // namespace

QByteArray BundleScope::keyOf(const ProposedPatient& patient, std::string_view fullUrl,
                              qint64 entry) const {
    QByteArray key = QByteArray::fromStdString(m_prefix) + '\n';
    if (!fullUrl.empty())
        key += QByteArray::fromStdString(urlKey(fullUrl));
    else if (!patient.id.isEmpty())
        key += "Patient/" + patient.id;
    else
        key += "entry " + QByteArray::number(entry);
    return key;
}

void BundleScope::addPatient(const ProposedPatient& patient, std::string_view fullUrl,
                             qint64 entry) {
    const QByteArray sourceKey = keyOf(patient, fullUrl, entry);
    if (!m_known.insert(sourceKey).second)
        return;
    const std::string url = urlKey(fullUrl);
    const std::string id = patient.id.toStdString();
    const auto index = static_cast<std::ptrdiff_t>(m_keys.size());
    m_keys.push_back(sourceKey);
    m_urls.push_back(url);
    if (!url.empty())
        m_byUrl[url] = {"Patient/" + id, index, std::string(fullUrl)};
    if (!id.empty())
        m_byId[id].push_back(index);
    for (const Identifier& identifier : patient.identifiers) {
        const auto [place, fresh] =
            m_byIdentifier.try_emplace(identifier.key().toStdString(), index);
        if (!fresh && place->second != index)
            place->second = several;
    }
}

void BundleScope::addOther(std::string_view fullUrl, std::string_view type, std::string_view id) {
    if (!fullUrl.empty())
        m_byUrl.try_emplace(urlKey(fullUrl), Target{std::string(type) + '/' + std::string(id), -1,
                                                    std::string(fullUrl)});
}

Found BundleScope::patientAt(std::ptrdiff_t index) const {
    if (index == several)
        return {Found::Kind::Several, {}};
    return {Found::Kind::Patient, m_keys[static_cast<std::size_t>(index)]};
}

Found BundleScope::byUrl(std::string_view url) const {
    const auto found = m_byUrl.find(urlKey(url));
    if (found == m_byUrl.end())
        return {};
    return found->second.patient < 0 ? Found{Found::Kind::OtherResource, {}}
                                     : patientAt(found->second.patient);
}

// Type/id without a fullUrl that says so: against the rules of R4 when the fullUrls are urn:uuid,
// and what half of the real files do. Never across two servers.
Found BundleScope::byId(const ReferenceText& reference, std::string_view entryUrl) const {
    const auto found = m_byId.find(std::string(reference.id));
    if (found == m_byId.end())
        return {};
    const std::string_view base = isHttp(reference.base) ? reference.base : baseOf(entryUrl);
    Found result;
    for (const std::ptrdiff_t index : found->second) {
        const std::string_view patientBase = baseOf(m_urls[static_cast<std::size_t>(index)]);
        if (isHttp(reference.base) && !patientBase.empty() && patientBase != base)
            continue;
        if (result.kind == Found::Kind::Patient)
            return {Found::Kind::Several, {}};
        result = patientAt(index);
    }
    return result;
}

Found BundleScope::find(const ReferenceText& reference, std::string_view entryUrl) const {
    using enum ReferenceText::Kind;
    if (reference.kind == Conditional && reference.type == "Patient") {
        const auto found = m_byIdentifier.find(identifierOfQuery(reference.query));
        return found == m_byIdentifier.end() ? Found() : patientAt(found->second);
    }
    if (const Found exact = byUrl(reference.text); exact.kind != Found::Kind::Nothing)
        return exact;
    if (reference.kind == Relative) {
        const std::string absolute = std::string(baseOf(entryUrl)) + std::string(reference.text);
        if (const Found exact = byUrl(absolute); exact.kind != Found::Kind::Nothing)
            return exact;
    }
    if (!reference.type.empty() && reference.type != "Patient")
        return {Found::Kind::OtherResource, {}};
    return reference.kind == None || reference.kind == Contained ? Found()
                                                                 : byId(reference, entryUrl);
}

Found BundleScope::findIdentifier(const Identifier& identifier) const {
    if (!identifier.identifies())
        return {};
    const auto found = m_byIdentifier.find(identifier.key().toStdString());
    return found == m_byIdentifier.end() ? Found() : patientAt(found->second);
}

QByteArray BundleScope::only() const {
    return m_keys.size() == 1 ? m_keys.front() : QByteArray();
}

std::string BundleScope::targetOf(std::string_view text) const {
    const ReferenceText reference = parseReference(text);
    using enum ReferenceText::Kind;
    if (reference.kind == Relative && !reference.versioned)
        return {};
    if (const auto found = m_byUrl.find(urlKey(text)); found != m_byUrl.end())
        return found->second.url == text ? std::string() : found->second.typeAndId;
    if (reference.kind == Relative || reference.kind == Absolute)
        return std::string(reference.type) + '/' + std::string(reference.id);
    return {};
}

} // namespace chevet::import::fhir
