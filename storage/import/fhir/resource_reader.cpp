#include "import/fhir/resource_reader.h"

#include "import/fhir/cut_attachments.h"
#include "import/fhir/dates.h"
#include "import/fhir/patient_reader.h"
#include "import/fhir/version.h"

namespace chevet::import::fhir {

namespace {

using json::Node;
using json::Tape;
using json::Value;

QString quoted(std::string_view name) {
    QString text = QStringLiteral("element \"") +
                   QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return text + QLatin1Char('"');
}

// The Patient, if any, that the resource carries inside under this id.
Value containedPatient(const Value& resource, std::string_view id) {
    Value found;
    json::eachOf(resource["contained"], [&](const Value& inner) {
        if (inner["id"].inner() == id && inner["resourceType"].inner() == "Patient")
            found = inner;
    });
    return found;
}

void addOwner(const Value& resource, const Value& reference, std::size_t path,
              std::vector<OwnerReference>& owners) {
    if (!reference.isObject())
        return;
    OwnerReference owner;
    owner.path = path;
    owner.text = reference["reference"].bytes().toStdString();
    const std::string_view type = reference["type"].inner();
    owner.otherType = !type.empty() && type.find("Patient") == std::string_view::npos;
    if (owner.text.starts_with('#')) {
        const Value patient = containedPatient(resource, std::string_view(owner.text).substr(1));
        owner.otherType = owner.otherType || !patient;
        if (patient)
            owner.identifiers = readPatient(patient).identifiers;
    } else if (const Value identifier = reference["identifier"]; identifier.isObject()) {
        owner.identifiers += readIdentifier(identifier);
    }
    if (!owner.text.empty() || !owner.identifiers.isEmpty() || !type.empty())
        owners.push_back(std::move(owner));
}

void followPath(const Value& resource, const Value& value, std::string_view path,
                std::size_t number, std::vector<OwnerReference>& owners) {
    const auto dot = path.find('.');
    json::eachOf(value[path.substr(0, dot)], [&](const Value& element) {
        if (dot == std::string_view::npos)
            addOwner(resource, element, number, owners);
        else
            followPath(resource, element, path.substr(dot + 1), number, owners);
    });
}

void readOwners(const Value& resource, const TypeRule& rule, Draft& draft) {
    for (std::size_t i = 0; i < std::size(rule.paths); ++i)
        if (!rule.paths[i].empty())
            followPath(resource, resource, rule.paths[i], i, draft.owners);
}

// One pass over all that the resource holds, for what may stand anywhere.
void walk(const Tape& tape, const Value& resource, const Limits& limits, Draft& draft,
          std::vector<quint32>& long64) {
    const quint32 end = resource.node().next;
    bool absurd = false;
    for (quint32 i = resource.index() + 1; i < end; ++i) {
        const Node& node = tape.nodes[i];
        if (node.type != json::Type::String)
            continue;
        const std::string_view key = tape.key(node);
        if (key == "reference") {
            const std::string_view text = tape.inner(node);
            if (!text.starts_with('#'))
                draft.referenceTexts.append(text).push_back('\0');
        } else if (node.end - node.begin > limits.attachmentChars &&
                   (key == "data" || key == "valueBase64Binary")) {
            long64.push_back(i);
        } else if (!absurd && isAbsurdDate(key, tape.inner(node))) {
            absurd = true;
            draft.remarks.push_back({Reason::AbsurdDate, quoted(key)});
        }
    }
}

QList<QByteArray> readKeys(const Value& identifiers) {
    QList<QByteArray> keys;
    json::eachOf(identifiers, [&](const Value& identifier) {
        if (const Value value = identifier["value"]; value.isString())
            keys += identifier["system"].bytes() + '|' + value.bytes();
    });
    return keys;
}

// As FHIR spells one. Hyphens are for the vault's own types: no file may bring one of those.
bool isTypeName(std::string_view type) {
    return type.size() <= 64 && std::all_of(type.begin(), type.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

std::optional<ReadRefusal> refusalOf(const Value& resource, std::string_view type,
                                     const Limits& limits) {
    if (!resource.isObject())
        return ReadRefusal{Reason::OtherJson, QStringLiteral("not an object")};
    if (type.empty())
        return ReadRefusal{Reason::NoResourceType, {}};
    if (!isTypeName(type))
        return ReadRefusal{
            Reason::BadResourceType,
            QString::fromUtf8(type.data(), std::min<qsizetype>(64, std::ssize(type)))};
    if (static_cast<qint64>(resource.raw().size()) > limits.resourceBytes)
        return ReadRefusal{Reason::TooLarge, {}};
    if (const auto version = otherVersion(type, resource))
        return ReadRefusal{*version, {}};
    return std::nullopt;
}

} // namespace

std::expected<Draft, ReadRefusal> readResource(const Tape& tape, const Value& resource,
                                               const Limits& limits) {
    const Value typeValue = resource["resourceType"];
    const std::string_view type = typeValue.inner();
    if (auto refusal = refusalOf(resource, type, limits))
        return std::unexpected(std::move(*refusal));
    const TypeRule& rule = ruleOf(type);
    Draft draft;
    draft.category = rule.category;
    draft.resource.type = typeValue.bytes();
    draft.resource.id = resource["id"].bytes();
    if (const Value meta = resource["meta"]) {
        draft.resource.versionId = meta["versionId"].bytes();
        draft.resource.lastUpdated = meta["lastUpdated"].bytes();
    }
    std::vector<quint32> long64;
    walk(tape, resource, limits, draft, long64);
    cutAttachments(tape, resource, long64, limits, draft.resource);
    if (draft.resource.json.size() > limits.jsonBytes)
        return std::unexpected(ReadRefusal{Reason::TooLarge, {}});
    readOwners(resource, rule, draft);
    if (rule.category == Category::Registry)
        draft.resource.identifiers = readKeys(resource["identifier"]);
    if (type == "Patient")
        draft.patient = readPatient(resource);
    if (rule.category == Category::Unknown)
        draft.remarks.push_back(
            {Reason::UnknownType, QString::fromUtf8(draft.resource.type.left(64))});
    return draft;
}

} // namespace chevet::import::fhir
