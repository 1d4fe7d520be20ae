// The people around the patient, what was decided with them, family history, devices, and the rest.

#include "record/builders.h"
#include "record/labels.h"
#include "record/narrative.h"
#include "record/search_text.h"

#include <QRegularExpression>

namespace chevet::record {

namespace {

constexpr qsizetype longestText = 4000;

bool isPharmacy(const QString& words) {
    return fold(words).contains(QLatin1String("pharmac"));
}

CarePerson personOf(Node participant, const Parsed& parsed, Reader& reader) {
    CarePerson person;
    const Party party = reader.party(participant["member"], parsed);
    person.name = party.name;
    person.phone = party.phone;
    person.role = joined(reader.conceptLabels(participant["role"]), u", ");
    if (person.role.isEmpty())
        person.role = party.role;
    person.kind = isPharmacy(person.role + u' ' + person.name) ? CarePerson::Kind::Pharmacy
                  : party.type == "Organization"               ? CarePerson::Kind::Organization
                  : party.type == "RelatedPerson"              ? CarePerson::Kind::Relative
                  : party.type == "Practitioner" || party.type == "PractitionerRole"
                      ? CarePerson::Kind::Practitioner
                      : CarePerson::Kind::Other;
    person.from = Reader::date(participant["period"]["start"]);
    person.until = Reader::date(participant["period"]["end"]);
    person.reference = parsed.reference;
    return person;
}

void readRelatedPerson(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    CarePerson person;
    person.kind = CarePerson::Kind::Relative;
    person.name = personNameOf(root["name"].first());
    person.role = joined(reader.conceptLabels(root["relationship"]), u", ");
    person.phone = shownPhone(root["telecom"].first()["value"].text());
    person.reference = parsed.reference;
    person.active = !root["active"].isFalse();
    chart.careTeam.items += person;
}

} // namespace

void readCareTeam(Chart& chart, const Parsed& parsed, Reader& reader) {
    if (parsed.type == "RelatedPerson")
        return readRelatedPerson(chart, parsed, reader);
    const bool active = parsed.root["status"] == "active" || !parsed.root["status"];
    bool any = false;
    for (const Node participant : parsed.root["participant"].each()) {
        CarePerson person = personOf(participant, parsed, reader);
        const Party party = reader.party(participant["member"], parsed);
        // A team may be read before its patient: two unknown references are not the same person.
        const QString member = reader.inChart(participant["member"]);
        if (person.name.isEmpty() || party.type == "Patient" ||
            (!member.isEmpty() && member == chart.patient.reference))
            continue;
        person.active = active;
        any = true;
        const auto same = std::find_if(
            chart.careTeam.items.begin(), chart.careTeam.items.end(),
            [&](const CarePerson& p) { return p.name == person.name && p.role == person.role; });
        if (same == chart.careTeam.items.end())
            chart.careTeam.items += person;
        else
            same->alsoSaidBy += person.reference;
    }
    if (!any)
        readOther(chart, parsed, reader);
}

bool isLevelOfCare(const Concept& code) {
    static constexpr QStringView codes[] = {u"304253006", u"304252001", u"450475007", u"450476008",
                                            u"81638-1",   u"75320-2",   u"100822-6"};
    for (const Coding& coding : code.codings)
        if (std::find(std::begin(codes), std::end(codes), coding.code) != std::end(codes))
            return true;
    const QString words = fold(QString(code.text + u' ' + code.original));
    return words.contains(QLatin1String("niveau de soins")) ||
           words.contains(QLatin1String("niveau d intervention"));
}

static QString meaningOf(const QString& letter) {
    if (letter == u"A")
        return say(u"Prolonger la vie par tous les soins nécessaires",
                   u"Prolong life with all necessary care");
    if (letter == u"B")
        return say(u"Prolonger la vie par des soins limités", u"Prolong life with limited care");
    if (letter == u"C")
        return say(u"Assurer le confort prioritairement à prolonger la vie",
                   u"Ensure comfort as a priority over prolonging life");
    if (letter == u"D")
        return say(u"Assurer le confort sans viser à prolonger la vie",
                   u"Ensure comfort without aiming to prolong life");
    return {};
}

void addLevelOfCare(Chart& chart, Item item, const QString& words) {
    static const QRegularExpression letter(
        // The whole text, or its first words: within a sentence it may be denied.
        QStringLiteral("^(?:(?:niveau|objectif|level|goal)(?: de soins| of care)?\\s*:?\\s*)?"
                       "([A-D])\\s*(?:$|[:,;.\\x{2013}-])"),
        QRegularExpression::CaseInsensitiveOption);
    LevelOfCare out;
    static_cast<Item&>(out) = std::move(item);
    out.words = words.isEmpty() ? out.code.label() : words;
    if (const auto match = letter.match(out.words); match.hasMatch())
        out.letter = match.captured(1).toUpper();
    if (const QString meaning = meaningOf(out.letter); out.words.size() <= 12 && !meaning.isEmpty())
        out.words = meaning;
    const QString all =
        fold(joined(QStringList{words, out.code.text, out.code.original} + out.notes, u" "));
    const bool no = out.code.has(u"http://snomed.info/sct", u"304253006") ||
                    out.code.has(u"http://snomed.info/sct", u"450476008") ||
                    all.contains(QLatin1String("ne pas tenter")) ||
                    all.contains(QLatin1String("not for resuscitation")) ||
                    all.contains(QLatin1String("non reanim")) ||
                    all.contains(QLatin1String("do not resuscitate"));
    static const QRegularExpression denied(
        QStringLiteral("(?:^| )(?:ne|n|pas|non|sans|not|no|refus\\w*|declin\\w*)(?: |$)"));
    const bool said = !denied.match(all).hasMatch();
    const bool yes = out.code.has(u"http://snomed.info/sct", u"304252001") ||
                     out.code.has(u"http://snomed.info/sct", u"450475007") ||
                     (said && (all.contains(QLatin1String("rcr tenter")) ||
                               all.contains(QLatin1String("tenter la rcr"))));
    if (no || yes)
        out.resuscitation = no ? say(u"RCR\u00A0: ne pas tenter", u"CPR: do not attempt")
                               : say(u"RCR\u00A0: tenter", u"CPR: attempt");
    chart.levelOfCare.items += std::move(out);
}

void readConsent(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    bool advance = root["scope"]["coding"].first()["code"] == "adr";
    for (const Node category : root["category"].each())
        for (const Node coding : category["coding"].each())
            for (const std::string_view code : {"acd", "dnr", "polst", "hcd", "emrgonly"})
                advance = advance || coding["code"].raw() == code;
    Item item;
    reader.fill(item, parsed, "category");
    item.date = Reader::date(root["dateTime"]);
    item.authors = reader.namesOf(root["performer"], parsed);
    if (!advance && !isLevelOfCare(item.code))
        return readOther(chart, parsed, reader);
    const QString words = joined(
        QStringList{joined(reader.conceptLabels(root["provision"]["code"]), u", ")} << item.notes,
        u". ");
    addLevelOfCare(chart, item,
                   words.isEmpty() ? narrativeText(root["text"]["div"].text()) : words);
}

void readFamilyHistory(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    FamilyHistory out;
    reader.fill(out, parsed, "relationship");
    out.date = Reader::date(root["date"]);
    out.relation = out.code.label();
    for (const Node condition : root["condition"].each()) {
        const QString onset =
            condition["onsetAge"]
                ? QString(say(u"à ", u"at ") + quantityText(condition["onsetAge"]))
                : condition["onsetString"].text();
        out.conditions += joined({reader.conceptOf(condition["code"]).label(), onset}, u", ");
        out.notes += Reader::annotations(condition["note"]);
    }
    out.deceased = root["deceasedBoolean"].isTrue() || root["deceasedDate"] || root["deceasedAge"];
    chart.familyHistory.items += std::move(out);
}

void readDevice(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    DeviceUse out;
    const bool use = parsed.type == "DeviceUseStatement";
    reader.fill(out, parsed, "type");
    const Node device = use ? reader.follow(root["device"], parsed) : root;
    if (use) {
        out.code = reader.conceptOf(device["type"]);
        if (out.code.isEmpty())
            out.code.original = reader.nameOf(root["device"], parsed);
        out.date = Reader::dateChoice(root, "timing");
        out.end = Reader::date(root["timingPeriod"]["end"]);
        out.bodySite = reader.conceptOf(root["bodySite"]).label();
    }
    if (out.code.isEmpty())
        out.code.original = device["deviceName"].first()["name"].text();
    if (!use)
        out.date = Reader::date(root["manufactureDate"]);
    out.identifier = device["udiCarrier"].first()["carrierHRF"].text();
    if (out.identifier.isEmpty())
        out.identifier = device["distinctIdentifier"].text();
    out.active = out.status != u"inactive" && out.status != u"completed" && !out.enteredInError;
    if (const Absence absence = absenceOf(out.code); absence.says != Absence::Says::Nothing) {
        noteAbsence(chart.devices.facts, absence, out);
        chart.absences += out;
        return;
    }
    chart.devices.items += std::move(out);
}

void readOther(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Other out;
    reader.fill(out, parsed, "");
    out.unreadable = !root.isObject();
    for (const std::string_view field : {"code", "type", "category", "title", "name", "description",
                                         "topic", "vaccineCode", "scope"})
        if (out.code.isEmpty() &&
            (root[field].isString() || root[field].isObject() || root[field].isArray()))
            out.code = root[field].first()["family"] || root[field].first()["given"]
                           ? Concept()
                           : reader.conceptOf(root[field]);
    if (out.code.isEmpty() && root["name"])
        out.code.original = personNameOf(root["name"].first());
    if (parsed.type == "Patient")
        out.remarks += say(u"autre ressource Patient dans ce dossier",
                           u"another Patient resource in this chart");
    for (const std::string_view field :
         {"date", "recorded", "authoredOn", "created", "sent", "issued", "dateTime", "authored",
          "occurredDateTime", "effectiveDateTime"})
        if (!out.date.isKnown())
            out.date = Reader::date(root[field]);
    if (!out.date.isKnown())
        out.date = Reader::date(root["period"]["start"]);
    for (const std::string_view field : {"author", "performer", "sender", "recorder", "source"})
        if (out.authors.isEmpty() && root[field].first()["reference"])
            out.authors = reader.namesOf(root[field], parsed);
    const QString div = root["text"]["div"].text();
    out.html = safeHtml(div);
    QStringList texts;
    for (const std::string_view field :
         {"description", "summary", "comment", "instruction", "detail", "disposition"})
        if (root[field].isString())
            texts += root[field].text();
    for (const Node payload : root["payload"].each())
        texts += payload["contentString"].text();
    out.text = joined(texts, u"\n").left(longestText);
    if (out.text.isEmpty())
        out.text = narrativeText(div).left(longestText);
    if (out.text.isEmpty() && out.code.isEmpty() && !out.unreadable) {
        const std::string_view source = root.source();
        out.text =
            QString::fromUtf8(source.data(), qsizetype(std::min<std::size_t>(source.size(), 1000)));
    }
    chart.others.items += std::move(out);
}

} // namespace chevet::record
