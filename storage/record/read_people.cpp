// The people around the patient, what was decided with them, family history, devices, and the rest.

#include "record/builders.h"
#include "record/care_writer.h"
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

QString levelMeaning(const QString& letter) {
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

namespace {

constexpr QStringView letters = u"ABCD";

// The meaning of a letter as forms write it, or its beginning.
bool isMeaning(const QString& letter, const QString& words) {
    static constexpr QStringView meanings[][2] = {
        {u"A", u"prolonger la vie par tous les soins necessaires"},
        {u"A", u"prolong life with all necessary care"},
        {u"B", u"prolonger la vie par des soins limites"},
        {u"B", u"prolonger la vie par certains soins limites"},
        {u"B", u"prolong life with limited care"},
        {u"C", u"assurer le confort prioritairement a prolonger la vie"},
        {u"C", u"ensure comfort as a priority over prolonging life"},
        {u"D", u"assurer le confort sans viser a prolonger la vie"},
        {u"D", u"assurer le confort uniquement sans viser a prolonger la vie"},
        {u"D", u"ensure comfort without aiming to prolong life"},
    };
    constexpr qsizetype shortest = 8;
    return std::any_of(std::begin(meanings), std::end(meanings), [&](const auto& meaning) {
        return letter == meaning[0] && words.size() >= shortest &&
               QString(meaning[1] + u' ').startsWith(words + u' ');
    });
}

// « B », « Niveau B », « Niveau B : prolonger la vie par des soins limités »: whatever else stands
// there may deny it.
QString letterOf(const QString& words) {
    static const QRegularExpression form(
        QStringLiteral("^\\s*(?:(?:niveau|objectif|level|goal)(?: de soins| of care)?\\s*:?\\s*)?"
                       "([A-D])\\s*(?:[.:,;\\x{2013}\\x{2014}-]\\s*(.*))?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(words);
    if (!match.hasMatch() || words.contains(u'?'))
        return {};
    const QString letter = match.captured(1).toUpper(), rest = fold(match.captured(2));
    return rest.isEmpty() || isMeaning(letter, rest) ? letter : QString();
}

enum class Attempt : quint8 { Unsaid, Yes, No };

// The whole of a text; of a sentence it is not known what it denies.
Attempt attemptOf(const QString& words) {
    static constexpr QStringView yes[] = {
        u"rcr tenter",        u"rcr tenter la rcr", u"tenter la rcr",
        u"rcr oui",           u"attempt cpr",       u"cpr attempt",
        u"full code",         u"for resuscitation", u"attempt resuscitation",
        u"for attempted cpr",
    };
    static constexpr QStringView no[] = {
        u"rcr ne pas tenter",
        u"rcr ne pas tenter la rcr",
        u"ne pas tenter la rcr",
        u"rcr non",
        u"pas de rcr",
        u"ne pas reanimer",
        u"non reanimation",
        u"do not attempt cpr",
        u"cpr do not attempt",
        u"do not resuscitate",
        u"not for resuscitation",
        u"dnr",
        u"not for attempted cpr",
        u"do not attempt resuscitation",
        u"dnar",
    };
    const QString all = fold(words);
    const auto is = [&all](QStringView form) { return all == form; };
    if (words.contains(u'?'))
        return Attempt::Unsaid;
    if (std::any_of(std::begin(no), std::end(no), is))
        return Attempt::No;
    return std::any_of(std::begin(yes), std::end(yes), is) ? Attempt::Yes : Attempt::Unsaid;
}

Attempt attemptOf(const Concept& code) {
    constexpr QStringView snomed = u"http://snomed.info/sct";
    return code.has(snomed, u"304253006") || code.has(snomed, u"450476008")   ? Attempt::No
           : code.has(snomed, u"304252001") || code.has(snomed, u"450475007") ? Attempt::Yes
                                                                              : Attempt::Unsaid;
}

// Codes before words; two that differ say nothing.
Attempt attemptOf(const Item& item, const Concept& value, const QString& words) {
    for (const Concept& code : {value, item.code})
        if (const Attempt coded = attemptOf(code); coded != Attempt::Unsaid)
            return fold(words) == u"non" || fold(words) == u"no" ? Attempt::Unsaid : coded;
    Attempt found = Attempt::Unsaid;
    for (const QString& text : QStringList{words, item.code.text} + item.notes) {
        const Attempt said = attemptOf(text);
        if (said != Attempt::Unsaid && found != Attempt::Unsaid && said != found)
            return Attempt::Unsaid;
        found = said == Attempt::Unsaid ? found : said;
    }
    return found;
}

bool isInForce(const Item& item) {
    static constexpr QStringView over[] = {u"cancelled", u"revoked",  u"rejected", u"inactive",
                                           u"draft",     u"proposed", u"not-done"};
    return !item.enteredInError &&
           std::find(std::begin(over), std::end(over), item.status) == std::end(over);
}

} // namespace

void addLevelOfCare(Chart& chart, Item item, const QString& words, const Concept& value) {
    LevelOfCare out;
    static_cast<Item&>(out) = std::move(item);
    out.words = words.isEmpty() ? out.code.label() : words;
    out.letter = letterOf(out.words);
    for (const Coding& coding : value.codings)
        if (out.letter.isEmpty() && coding.code.size() == 1 && letters.contains(coding.code))
            out.letter = coding.code;
    constexpr qsizetype bare = 12; // « Niveau B »: its meaning says more
    if (!out.letter.isEmpty() && out.words.size() <= bare)
        out.words = levelMeaning(out.letter);
    const Attempt attempt = attemptOf(out, value, words);
    if (attempt != Attempt::Unsaid)
        out.resuscitation = attempt == Attempt::No
                                ? say(u"RCR\u00A0: ne pas tenter", u"CPR: do not attempt")
                                : say(u"RCR\u00A0: tenter", u"CPR: attempt");
    else // what was not understood is read by a person
        for (const QString& note : std::as_const(out.notes))
            out.words = out.words.contains(note) ? out.words : joined({out.words, note}, u". ");
    out.inForce = isInForce(out);
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

namespace {

// "diabète, à 45 ans, décès"
QString relativesCondition(Node condition, const Reader& reader) {
    QString onset = timeWords(condition, "onset");
    if (onset.isEmpty())
        onset = Reader::dateChoice(condition, "onset").day();
    const QString outcome = reader.conceptOf(condition["outcome"]).label();
    const QString cause = condition["contributedToDeath"].isTrue()
                              ? say(u"a contribué au décès", u"contributed to death")
                              : QString();
    return joined({reader.conceptOf(condition["code"]).label(), onset, outcome, cause}, u", ");
}

} // namespace

void readFamilyHistory(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    FamilyHistory out;
    reader.fill(out, parsed, "relationship");
    out.date = Reader::date(root["date"]);
    out.relation = joined({out.code.label(), root["name"].text()}, u", ");
    for (const Node condition : root["condition"].each()) {
        if (const QString words = relativesCondition(condition, reader); !words.isEmpty())
            out.conditions += words;
        out.notes += Reader::annotations(condition["note"]);
    }
    out.death = timeWords(root, "deceased");
    if (out.death.isEmpty())
        out.death = Reader::date(root["deceasedDate"]).day();
    out.deceased = root["deceasedBoolean"].isTrue() || !out.death.isEmpty();
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
    if (takeAbsence(chart, out, Absence::Of::Devices))
        return;
    chart.devices.items += std::move(out);
}

namespace {

// JSON of what has no words. The number of an insured person may be a NIU that nobody says to be
// one: only a NAM is shown.
QString rawText(Node root) {
    constexpr qsizetype longest = 1000, looked = 4000;
    static const QRegularExpression subscriber(
        QStringLiteral("(\"subscriberId\"\\s*:\\s*\")([^\"]*)(?=\")"));
    const std::string_view source = root.source();
    QString text = QString::fromUtf8(source.data(), std::min(qsizetype(source.size()), looked));
    const QRegularExpressionMatch match = subscriber.match(text);
    if (match.hasMatch() && !hasNamForm(normaliseNam(match.captured(2))))
        text.replace(match.capturedStart(2), match.capturedLength(2), QStringLiteral("•••"));
    return text.left(longest);
}

} // namespace

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
    if (out.text.isEmpty() && out.code.isEmpty() && !out.unreadable)
        out.text = rawText(root);
    chart.others.items += std::move(out);
}

} // namespace chevet::record
