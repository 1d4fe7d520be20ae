#include "merge/document.h"

#include "merge/canonical.h"

#include <algorithm>
#include <array>

namespace chevet::merge {

using record::Node;

namespace {

// Data types of FHIR R4 that end the name of a choice: https://hl7.org/fhir/R4/formats.html#choice.
// Longer ones before those they end in. Without `code`, which no choice of a resource has and which
// would join reasonCode to reasonReference.
constexpr auto dataTypes =
    std::to_array<std::string_view>({"Base64Binary", "Boolean",     "Canonical",  "CodeableConcept",
                                     "DateTime",     "Date",        "Decimal",    "Instant",
                                     "PositiveInt",  "UnsignedInt", "Integer",    "Markdown",
                                     "String",       "Time",        "Uri",        "Url",
                                     "Uuid",         "Oid",         "Id",         "Address",
                                     "Age",          "Annotation",  "Attachment", "Coding",
                                     "ContactPoint", "Count",       "Distance",   "Duration",
                                     "HumanName",    "Identifier",  "Money",      "Period",
                                     "Quantity",     "Range",       "Ratio",      "Reference",
                                     "SampledData",  "Signature",   "Timing",     "Dosage",
                                     "Expression"});

bool isMark(const Place& place, const Element& element) {
    if (place.meta)
        return place.name == "lastUpdated" || place.name == "versionId";
    if (place.name != "text")
        return false;
    const Node status = element.member("text")["status"];
    return status == "generated" || status == "extensions";
}

bool equal(const std::map<Place, Element>& left, const std::map<Place, Element>& right) {
    return std::ranges::equal(left, right, [](const auto& a, const auto& b) {
        return a.first == b.first && a.second.text == b.second.text;
    });
}

} // namespace

QByteArray stem(QByteArrayView key) {
    if (key.startsWith('_'))
        key = key.sliced(1);
    for (const std::string_view type : dataTypes) {
        const QByteArrayView suffix(type.data(), qsizetype(type.size()));
        if (key.size() > suffix.size() && key.endsWith(suffix))
            return key.chopped(suffix.size()).toByteArray();
    }
    return key.toByteArray();
}

Node Element::member(QByteArrayView key) const {
    for (const auto& [name, value] : members)
        if (name == key)
            return value;
    return {};
}

std::optional<Document> Document::read(QByteArrayView json) {
    if (json.size() > largestVersion || !json.isValidUtf8())
        return std::nullopt;
    Document document;
    document.m_arena->reserve(std::size_t(json.size()));
    const Node root = document.m_arena->parse(json);
    if (!root.isObject() || !wellFormed(root))
        return std::nullopt;
    for (const auto& [rawKey, value] : root.members()) {
        const QByteArray key = canonicalString(rawKey);
        document.m_order.push_back(key);
        if (key == "resourceType" && value.isString())
            document.m_type = canonicalString(value.raw());
        if (key != "meta") {
            document.add({false, stem(key)}, key, value);
            continue;
        }
        if (!value.isObject())
            return std::nullopt;
        for (const auto& [rawInner, inner] : value.members()) {
            const QByteArray name = canonicalString(rawInner);
            document.m_metaOrder.push_back(name);
            document.add({true, name.startsWith('_') ? name.sliced(1) : name}, name, inner);
        }
    }
    if (document.m_type.isEmpty())
        return std::nullopt;
    document.setMarksApart();
    return document;
}

void Document::add(Place place, QByteArray key, Node value) {
    m_elements[std::move(place)].members.emplace_back(std::move(key), value);
}

void Document::setMarksApart() {
    for (auto at = m_elements.begin(); at != m_elements.end();) {
        Element& element = at->second;
        std::ranges::sort(element.members, {}, [](const auto& member) { return member.first; });
        for (const auto& [key, value] : element.members)
            element.text += '"' + key + QByteArrayLiteral("\":") + canonical(value);
        const auto here = at++;
        if (isMark(here->first, element))
            m_marks.insert(m_elements.extract(here));
    }
}

const Element* Document::find(const Place& place) const {
    const auto at = m_elements.find(place);
    return at == m_elements.end() ? nullptr : &at->second;
}

bool Document::sameContent(const Document& other) const {
    return equal(m_elements, other.m_elements);
}

bool Document::sameMarks(const Document& other) const {
    return equal(m_marks, other.m_marks);
}

} // namespace chevet::merge
