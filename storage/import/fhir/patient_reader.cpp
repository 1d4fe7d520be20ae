#include "import/fhir/patient_reader.h"

#include "import/identity.h"

#include <QCryptographicHash>

namespace chevet::import::fhir {

namespace {

using json::Value;

// A name to show: an official one before a usual one, never an old or maiden one if there is
// another.
int rank(const Value& name) {
    const std::string_view use = name["use"].inner();
    if (use == "official")
        return 0;
    if (use == "usual")
        return 1;
    if (use == "old" || use == "maiden")
        return 4;
    return use.empty() ? 2 : 3;
}

QString words(const Value& list) {
    QStringList parts;
    json::eachOf(list, [&](const Value& part) {
        if (part.isString())
            parts += part.string().trimmed();
    });
    return parts.join(QLatin1Char(' '));
}

void readNames(const Value& names, ProposedPatient& patient) {
    Value best;
    json::eachOf(names, [&](const Value& name) {
        if (name.isObject() && (!best || rank(name) < rank(best)))
            best = name;
    });
    patient.family = words(best["family"]);
    patient.given = words(best["given"]);
    if (patient.family.isEmpty() && patient.given.isEmpty())
        patient.family = best["text"].string().trimmed();
}

// The content without what a server changes on its own (meta) and what is made from the rest
// (text).
QByteArray contentKeyOf(const Value& patient) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (Value member = patient.first(); member; member = member.sibling(patient)) {
        const std::string_view key = member.key();
        if (key == "meta" || key == "text")
            continue;
        for (const std::string_view part :
             {key, std::string_view("\0", 1), member.raw(), std::string_view("\0", 1)})
            hash.addData({part.data(), static_cast<qsizetype>(part.size())});
    }
    return hash.result();
}

} // namespace

Identifier readIdentifier(const Value& identifier) {
    QString typeCode;
    json::eachOf(identifier["type"]["coding"], [&](const Value& coding) {
        if (typeCode.isEmpty())
            typeCode = coding["code"].string();
    });
    return normaliseIdentifier(identifier["system"].string(), identifier["value"].string(),
                               typeCode);
}

ProposedPatient readPatient(const Value& patient) {
    ProposedPatient facts;
    facts.id = patient["id"].bytes();
    json::eachOf(patient["identifier"], [&](const Value& element) {
        Identifier identifier = readIdentifier(element);
        if (!identifier.value.isEmpty() && !facts.identifiers.contains(identifier))
            facts.identifiers += std::move(identifier);
    });
    readNames(patient["name"], facts);
    facts.birthDate = patient["birthDate"].string();
    facts.gender = patient["gender"].string();
    facts.contentKey = contentKeyOf(patient);
    return facts;
}

} // namespace chevet::import::fhir
