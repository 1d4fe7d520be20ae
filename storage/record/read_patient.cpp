#include "record/builders.h"
#include "record/labels.h"

namespace chevet::record {

namespace {

PersonName readName(Node node) {
    PersonName name;
    if (node.isString()) {
        name.text = node.text();
        return name;
    }
    name.family = node["family"].text();
    if (name.family.isEmpty() && node["family"].isArray())
        name.family = node["family"].first().text();
    QStringList given;
    for (const Node part : node["given"].each())
        given += part.text();
    name.given = given.join(u' ').simplified();
    name.text = node["text"].text();
    name.use = node["use"].text();
    return name;
}

int rankOfName(const PersonName& name) {
    const bool parts = !name.family.isEmpty() || !name.given.isEmpty();
    return (name.use == u"official"                       ? 30
            : name.use == u"usual"                        ? 20
            : name.use == u"old" || name.use == u"maiden" ? 0
                                                          : 10) +
           (parts ? 5 : 0);
}

void readNames(Patient& patient, Node root) {
    QList<PersonName> names;
    for (const Node node : root["name"].each())
        names += readName(node);
    if (names.isEmpty())
        return;
    const auto best =
        std::max_element(names.begin(), names.end(), [](const PersonName& a, const PersonName& b) {
            return rankOfName(a) < rankOfName(b);
        });
    patient.name = *best;
    names.erase(best);
    patient.otherNames = names;
}

Identifier readIdentifier(Node node, const Reader& reader) {
    Identifier id;
    id.system = node["system"].text();
    id.value = node["value"].text();
    id.expires = Reader::date(node["period"]["end"]);
    const Concept type = reader.conceptOf(node["type"]);
    const QString typeCode = type.primary().code;
    switch (healthNumberKind(id.system, typeCode, id.value)) {
    case HealthNumber::Nam:
        id.kind = IdentifierKind::Nam;
        break;
    case HealthNumber::Niu:
        id.kind = IdentifierKind::Niu;
        break;
    case HealthNumber::Province:
        id.kind = IdentifierKind::ProvinceHealth;
        break;
    case HealthNumber::None:
        id.kind = typeCode == u"MR" ? IdentifierKind::FileNumber : IdentifierKind::Other;
        break;
    }
    const QString province = provinceOf(id.system);
    if (id.kind == IdentifierKind::Nam)
        id.label = QStringLiteral("NAM");
    else if (id.kind == IdentifierKind::ProvinceHealth)
        id.label =
            say(u"Carte santé", u"Health card") +
            (province.isEmpty() ? QString() : QString(QStringLiteral(" (") + province + u')'));
    else
        id.label = !type.label().isEmpty() ? type.label() : id.system;
    return id;
}

// The NIU is read only to be left out: it may never be shown or exported.
void readIdentifiers(Patient& patient, Node root, const Reader& reader) {
    int best = -1; // a card in force before one that is replaced or over
    for (const Node node : root["identifier"].each()) {
        const Identifier id = readIdentifier(node, reader);
        if (id.value.isEmpty() || id.kind == IdentifierKind::Niu)
            continue;
        const bool over = node["use"].text() == u"old" ||
                          (id.expires.isKnown() && id.expires.localDate() < reader.today());
        const int rank = over ? 0 : node["use"].text() == u"official" ? 2 : 1;
        if (id.kind == IdentifierKind::Nam && rank > best) {
            const QString nam = normaliseNam(id.value);
            patient.nam = hasNamForm(nam) ? nam : id.value;
            best = rank;
        }
        patient.identifiers += id;
    }
}

void readTelecoms(Patient& patient, Node root) {
    int best = -1;
    for (const Node node : root["telecom"].each()) {
        ContactPoint point;
        point.system = node["system"].text();
        point.value = node["value"].text();
        point.use = node["use"].text();
        point.shown = point.system == u"email" || point.system == u"url" ? point.value
                                                                         : shownPhone(point.value);
        if (point.value.isEmpty())
            continue;
        const bool phone = point.system == u"phone" || point.system == u"sms";
        const int rank = point.use == u"mobile" ? 3
                         : point.use == u"home" ? 2
                         : point.use == u"old"  ? 0
                                                : 1;
        if (phone && rank > best) {
            best = rank;
            patient.phone = point.shown;
        }
        patient.telecoms += point;
    }
}

void readAddresses(Patient& patient, Node root) {
    for (const Node node : root["address"].each()) {
        Address address;
        address.city = node["city"].text();
        address.postalCode = node["postalCode"].text();
        address.state = node["state"].text();
        address.country = node["country"].text();
        address.use = node["use"].text();
        QStringList lines;
        for (const Node line : node["line"].each())
            lines += line.text();
        const QString place =
            joined({address.city,
                    address.state.isEmpty() ? QString() : QString(u'(' + address.state + u')'),
                    address.postalCode},
                   u" ");
        lines << place << address.country;
        address.text = joined(lines, u"\n");
        if (address.text.isEmpty())
            address.text = node["text"].text();
        if (!address.text.isEmpty())
            patient.addresses += address;
    }
}

void readDeath(Patient& patient, Node root) {
    patient.deceasedAt = Reader::date(root["deceasedDateTime"]);
    patient.deceased = root["deceasedBoolean"].isTrue() || !patient.deceasedAt.isEmpty();
}

void checkIdentity(Patient& patient, QDate today) {
    PersonName atBirth = patient.name;
    for (const PersonName& name : patient.otherNames)
        if (name.use == u"maiden" && !name.family.isEmpty())
            atBirth.family = name.family;
    const NamOwner owner{atBirth.family, patient.name.given,
                         patient.birth.precision == PartialDate::Precision::Day
                             ? patient.birth.localDate()
                             : QDate(),
                         patient.sex};
    patient.namCheck = checkNam(patient.nam, owner, today);
}

void readContacts(Chart& chart, const Parsed& parsed, Reader& reader) {
    for (const Node practitioner : parsed.root["generalPractitioner"].each()) {
        const Party party = reader.party(practitioner, parsed);
        CarePerson person;
        person.kind = party.type == "Organization" ? CarePerson::Kind::Organization
                                                   : CarePerson::Kind::Practitioner;
        person.name = party.name;
        person.phone = party.phone;
        person.role = say(u"médecin de famille", u"family physician");
        person.reference = parsed.reference;
        if (!person.name.isEmpty())
            chart.careTeam.items.prepend(person);
    }
    for (const Node contact : parsed.root["contact"].each()) {
        CarePerson person;
        person.kind = CarePerson::Kind::Contact;
        person.name = personNameOf(contact["name"]);
        person.role = joined(reader.conceptLabels(contact["relationship"]), u", ");
        person.phone = shownPhone(contact["telecom"].first()["value"].text());
        for (const Node relation : contact["relationship"].each())
            for (const Node coding : relation["coding"].each())
                person.emergency =
                    person.emergency || coding["code"] == "C" || coding["code"] == "EP";
        person.reference = parsed.reference;
        if (!person.name.isEmpty() || !person.phone.isEmpty())
            chart.careTeam.items += person;
    }
}

} // namespace

QString PersonName::shown() const {
    if (family.isEmpty() && given.isEmpty())
        return text;
    return joined({family.toUpper(), given}, u", ");
}

void readPatient(Chart& chart, const Parsed& parsed, Reader& reader) {
    if (!chart.patient.reference.isEmpty())
        return readOther(chart, parsed, reader);
    const Node root = parsed.root;
    Patient& patient = chart.patient;
    patient.reference = parsed.reference;
    readNames(patient, root);
    patient.birth = Reader::date(root["birthDate"]);
    patient.sex = root["gender"].text();
    patient.sexWords = patient.sex.isEmpty() ? say(u"Non documenté", u"Not documented")
                                             : enumWords(u"sex", patient.sex);
    const Node gender = Reader::extension(root, "genderIdentity");
    patient.genderIdentity =
        reader
            .conceptOf(gender["valueCodeableConcept"]
                           ? gender["valueCodeableConcept"]
                           : Reader::extension(gender, "value")["valueCodeableConcept"])
            .label();
    readDeath(patient, root);
    readIdentifiers(patient, root, reader);
    readTelecoms(patient, root);
    readAddresses(patient, root);
    for (const Node language : root["communication"].each())
        if (const QString words = reader.conceptOf(language["language"]).label(); !words.isEmpty())
            patient.languages += words;
    patient.maritalStatus = reader.conceptOf(root["maritalStatus"]).label();
    patient.active = !root["active"].isFalse();
    checkIdentity(patient, reader.today());
    readContacts(chart, parsed, reader);
}

} // namespace chevet::record
