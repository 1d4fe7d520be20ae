#include "record/reader.h"

#include "record/labels.h"
#include "record/masking.h"

namespace chevet::record {

namespace {

constexpr int mostUnresolved = 1000;

bool isAdministrative(std::string_view type) {
    return type == "Claim" || type == "ExplanationOfBenefit" || type == "ClaimResponse";
}

std::string_view view(QByteArrayView bytes) {
    return {bytes.data(), std::size_t(bytes.size())};
}

// "http://server/fhir/Patient/1/_history/2" → "Patient/1"; what has no such form comes back whole.
std::string_view typeAndId(std::string_view reference) {
    if (const auto history = reference.find("/_history/"); history != std::string_view::npos)
        reference = reference.substr(0, history);
    const auto id = reference.rfind('/');
    if (id == std::string_view::npos || id == 0)
        return reference;
    const auto type = reference.rfind('/', id - 1);
    return type == std::string_view::npos ? reference : reference.substr(type + 1);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return out;
}

} // namespace

Reader::Reader(std::span<const StoredResource> resources, const ResolveOutside& outside,
               QDate today, QStringList masked)
    : m_resources(resources)
    , m_outside(outside)
    , m_today(today.isValid() ? today : QDate::currentDate())
    , m_masked(std::move(masked)) {
    m_parsed.reserve(resources.size());
    std::size_t bytes = 0;
    for (const StoredResource& stored : resources)
        bytes += isAdministrative(view(stored.type)) ? 0 : std::size_t(stored.json.size());
    m_arena.reserve(bytes);
    for (const StoredResource& stored : resources) {
        Parsed parsed;
        parsed.stored = &stored;
        parsed.type = view(stored.type);
        parsed.reference = QString::fromUtf8(stored.type) + u'/' + QString::fromUtf8(stored.id);
        if (!isAdministrative(parsed.type))
            parsed.root = m_arena.parse(stored.json);
        if (parsed.type == "Patient" && !m_subject.known)
            m_subject = {true, parsed.root["gender"].text(), date(parsed.root["birthDate"])};
        m_parsed.push_back(std::move(parsed));
    }
    mask();
    index();
}

// Before anything is read: every word of the chart comes from what is left.
void Reader::mask() {
    for (const Parsed& parsed : m_parsed)
        if (mayHoldNiu(parsed.stored->json))
            for (const QString& number : niuOf(parsed.root))
                if (!m_masked.contains(number))
                    m_masked += number;
    if (m_masked.isEmpty())
        return;
    for (Parsed& parsed : m_parsed)
        if (const QByteArray json = maskedJson(parsed.stored->json, m_masked);
            !json.isNull() && parsed.root.exists()) {
            m_maskedJson.push_back(json);
            parsed.root = m_arena.parse(m_maskedJson.back());
        }
}

// Later keys never replace earlier ones: the vault's own ids win over those the source wrote.
void Reader::index() {
    m_index.reserve(m_parsed.size() * 3);
    for (int i = 0; i < int(m_parsed.size()); ++i) {
        const StoredResource& stored = *m_parsed[std::size_t(i)].stored;
        m_index.emplace(std::string(view(stored.type)) + '/' + std::string(view(stored.id)), i);
        if (!stored.fullUrl.isEmpty())
            m_index.emplace(lower(view(stored.fullUrl)), i);
    }
    for (int i = 0; i < int(m_parsed.size()); ++i) {
        const Parsed& parsed = m_parsed[std::size_t(i)];
        const std::string_view id = parsed.root["id"].raw();
        if (id.empty())
            continue;
        m_index.emplace(std::string(parsed.type) + '/' + std::string(id), i);
        m_index.emplace("urn:uuid:" + lower(id), i);
    }
}

int Reader::find(std::string_view reference) const {
    if (reference.empty())
        return -1;
    const auto lookUp = [this](const std::string& key) {
        const auto found = m_index.find(key);
        return found == m_index.end() ? -1 : found->second;
    };
    if (reference.starts_with("urn:"))
        return lookUp(lower(reference));
    if (const int whole = lookUp(std::string(reference)); whole >= 0)
        return whole;
    if (const int full = lookUp(lower(reference)); full >= 0)
        return full;
    return lookUp(std::string(typeAndId(reference)));
}

int Reader::indexInChart(Node reference) const {
    const Node text = reference.isString() ? reference : reference["reference"];
    return find(text.raw());
}

QString Reader::inChart(Node reference) const {
    const int at = indexInChart(reference);
    return at < 0 ? QString() : m_parsed[std::size_t(at)].reference;
}

void Reader::noteUnresolved(const QString& reference) {
    if (!reference.isEmpty() && m_unresolved.size() < mostUnresolved &&
        !m_unresolved.contains(reference))
        m_unresolved += reference;
}

Node Reader::outside(const QString& reference) {
    const auto [slot, fresh] = m_fetched.try_emplace(reference.toStdString());
    if (fresh && m_outside) {
        slot->second.json = withoutNiu(m_outside(reference), m_masked);
        slot->second.root = m_arena.parse(slot->second.json);
    }
    if (fresh && !slot->second.root.exists())
        noteUnresolved(reference);
    return slot->second.root;
}

Node Reader::follow(Node reference, const Parsed& within) {
    const Node text = reference.isString() ? reference : reference["reference"];
    const std::string_view raw = text.raw();
    if (raw.empty())
        return {};
    if (raw.front() == '#') {
        for (const Node contained : within.root["contained"].each())
            if (contained["id"].raw() == raw.substr(1))
                return contained;
        return raw.size() == 1 ? within.root : Node();
    }
    if (const int at = find(raw); at >= 0)
        return m_parsed[std::size_t(at)].root;
    return outside(text.text());
}

Party Reader::partyOf(Node resource) {
    Party party;
    party.type = std::string(resource["resourceType"].raw());
    for (const Node name : resource["name"].each()) {
        party.name = name.isObject() ? personNameOf(name) : name.text();
        if (!party.name.isEmpty())
            break;
    }
    for (const Node telecom : resource["telecom"].each())
        if (telecom["system"] == "phone" || (party.phone.isEmpty() && telecom["system"] == "sms")) {
            party.phone = shownPhone(telecom["value"].text());
            break;
        }
    return party;
}

Party Reader::party(Node reference, const Parsed& within) {
    const Node text = reference.isString() ? reference : reference["reference"];
    const std::string_view raw = text.raw();
    const bool cached = !raw.empty() && raw.front() != '#';
    if (cached)
        if (const auto found = m_parties.find(std::string(raw)); found != m_parties.end())
            return found->second;
    const Node target = follow(reference, within);
    Party party = partyOf(target);
    constexpr int deepest = 3;
    if (target["resourceType"] == "PractitionerRole" && m_depth < deepest) {
        ++m_depth;
        const Party practitioner = this->party(target["practitioner"], within);
        party.name = practitioner.name.isEmpty() ? this->party(target["organization"], within).name
                                                 : practitioner.name;
        party.phone = party.phone.isEmpty() ? practitioner.phone : party.phone;
        party.role = joined(conceptLabels(target["specialty"]), u", ");
        --m_depth;
    }
    if (party.role.isEmpty() && target["qualification"])
        party.role = conceptOf(target["qualification"].first()["code"]).label();
    if (party.name.isEmpty() && target.exists() && party.type != "Patient")
        party.name = conceptOf(target["code"] ? target["code"] : target["type"]).label();
    if (const QString display = reference["display"].text();
        party.name.isEmpty() && !display.isEmpty())
        party.name = display;
    if (party.name.isEmpty())
        party.name = reference["identifier"]["value"].text();
    if (cached)
        m_parties.emplace(std::string(raw), party);
    return party;
}

QStringList Reader::namesOf(Node references, const Parsed& within) {
    QStringList names;
    for (const Node reference : references.each()) {
        // Some lists hold {actor: Reference}, {individual: Reference} …
        Node target = reference;
        for (const std::string_view key : {"actor", "individual", "member", "onBehalfOf"})
            if (reference[key] && !reference["reference"] && !reference["display"]) {
                target = reference[key];
                break;
            }
        const QString name = nameOf(target, within);
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names;
}

QString Reader::words(Node node, const Parsed& within) {
    if (node["reference"] || node["display"]) {
        const Node target = follow(node, within);
        for (const std::string_view field :
             {"code", "vaccineCode", "medicationCodeableConcept", "type", "description"})
            if (const QString label = conceptOf(target[field]).label(); !label.isEmpty())
                return label;
        return nameOf(node, within);
    }
    if (node["concept"])
        return words(node["concept"], within);
    return conceptOf(node).label();
}

QStringList Reader::wordsOf(Node list, const Parsed& within) {
    QStringList out;
    for (const Node node : list.each())
        if (const QString text = words(node, within); !text.isEmpty() && !out.contains(text))
            out += text;
    return out;
}

} // namespace chevet::record
