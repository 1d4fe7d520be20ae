#include "vault/facts.h"

#include "crypto/primitives/hash.h"
#include "record/nam.h"
#include "record/search_text.h"

#include <simdjson.h>

namespace chevet::vault {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;

// More than any real file has; a hostile one costs no more than this.
constexpr int maxNames = 32;
constexpr int maxIdentifiers = 16;
constexpr qsizetype maxText = 512;

QString textOf(const simdjson::simdjson_result<element>& value) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
        return {};
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(maxText);
}

// At most 64: more than any list that is looked at here really has.
std::vector<element> listOf(const simdjson::simdjson_result<element>& value) {
    array list;
    std::vector<element> items;
    if (value.get(list) != simdjson::SUCCESS)
        return items; // an array that was never filled must not be walked
    for (const element item : list) {
        items.push_back(item);
        if (items.size() == 64)
            break;
    }
    return items;
}

// The fields a date may be in, the one that matters clinically first.
constexpr const char* dateFields[] = {
    "effectiveDateTime", "effectiveInstant", "performedDateTime", "occurrenceDateTime",
    "occurrenceString",  "onsetDateTime",    "authoredOn",        "start",
    "started",           "dateWritten",      "recordedDate",      "date",
    "whenHandedOver",    "issued",           "created",           "sent",
    "recorded",          "authored",         "startDate",         "dateAsserted",
};
constexpr const char* periodFields[] = {
    "effectivePeriod", "performedPeriod", "period",         "occurrencePeriod",
    "onsetPeriod",     "billablePeriod",  "servicedPeriod",
};

QString dateOf(const element& resource) {
    for (const char* field : dateFields) {
        const QString date = textOf(resource[field]);
        if (!date.isEmpty())
            return date.left(64);
    }
    for (const char* field : periodFields) {
        element period;
        if (resource[field].get(period) != simdjson::SUCCESS)
            continue;
        const QString start = textOf(period["start"]);
        if (!start.isEmpty())
            return start.left(64);
        const QString end = textOf(period["end"]);
        if (!end.isEmpty())
            return end.left(64);
    }
    return {};
}

QString conceptWords(const simdjson::simdjson_result<element>& value) {
    element coded;
    if (value.get(coded) != simdjson::SUCCESS)
        return {};
    const QString text = textOf(coded["text"]);
    if (!text.isEmpty())
        return text;
    for (const element& coding : listOf(coded["coding"])) {
        const QString display = textOf(coding["display"]);
        if (!display.isEmpty())
            return display;
    }
    return {};
}

QString firstConcept(const simdjson::simdjson_result<element>& value) {
    for (const element& coded : listOf(value)) {
        const QString words = conceptWords(simdjson::simdjson_result<element>(element(coded)));
        if (!words.isEmpty())
            return words;
    }
    return {};
}

struct Name {
    QString family, given;
    int rank = 0; // the smallest is shown
};

Name nameOf(const element& name) {
    Name result;
    result.family = textOf(name["family"]);
    for (const element& family : listOf(name["family"])) // DSTU2's shape, seen in R4 files too
        result.family += (result.family.isEmpty() ? QString() : QStringLiteral(" ")) +
                         textOf(simdjson::simdjson_result<element>(element(family)));
    QStringList given;
    for (const element& part : listOf(name["given"])) {
        if (given.size() < 8)
            given += textOf(simdjson::simdjson_result<element>(element(part)));
    }
    result.given = given.join(QLatin1Char(' '));
    if (result.given.isEmpty())
        result.given = textOf(name["given"]);
    if (result.family.isEmpty() && result.given.isEmpty())
        result.family = textOf(name["text"]);
    const QString use = textOf(name["use"]);
    result.rank = use == QLatin1String("official")                                ? 0
                  : use == QLatin1String("usual")                                 ? 1
                  : use == QLatin1String("old") || use == QLatin1String("maiden") ? 3
                                                                                  : 2;
    return result;
}

void readNames(const element& patient, PersonFacts& person) {
    int best = 99, count = 0;
    QSet<QString> tokens;
    for (const element& item : listOf(patient["name"])) {
        if (++count > maxNames)
            break;
        const Name name = nameOf(item);
        for (const QString& token : record::indexTokens(name.family, name.given))
            tokens.insert(token.left(40));
        if (name.rank < best) {
            best = name.rank;
            person.family = name.family;
            person.given = name.given;
        }
    }
    person.nameTokens = QStringList(tokens.begin(), tokens.end());
    person.nameTokens.sort();
}

void readPhone(const element& patient, PersonFacts& person, QSet<QString>& numbers) {
    int count = 0;
    for (const element& contact : listOf(patient["telecom"])) {
        const QString system = textOf(contact["system"]);
        const QString value = textOf(contact["value"]);
        if (++count > maxIdentifiers || value.isEmpty() ||
            (system != QLatin1String("phone") && system != QLatin1String("sms")))
            continue;
        if (person.phone.isEmpty())
            person.phone = value;
        const QString digits = record::phoneDigits(value).left(20);
        if (digits.size() < 4)
            continue;
        numbers.insert(QLatin1Char('t') + digits);
        if (digits.size() == 10) // people often leave out the area code
            numbers.insert(QLatin1Char('t') + digits.mid(3));
    }
}

QString fileNumber(const QString& value) {
    QString kept;
    for (const QChar c : value.toLower()) {
        if (c.isLetterOrNumber() && kept.size() < 40)
            kept += c;
    }
    return kept;
}

void takeNam(const QString& value, PersonFacts& person, QSet<QString>& numbers) {
    const QString nam = record::normaliseNam(value).left(40);
    if (nam.isEmpty())
        return;
    if (person.nam.isEmpty()) {
        person.nam = nam;
        person.namValid = record::checkNam(nam).valid;
    }
    numbers.insert(QLatin1Char('m') + nam);
    if (nam.size() > 4)
        numbers.insert(QLatin1Char('m') + nam.mid(4)); // its digits alone are typed too
}

record::HealthNumber readIdentifier(const element& identifier, QString& system, QString& value) {
    system = textOf(identifier["system"]);
    value = textOf(identifier["value"]);
    QString code;
    for (const element& coding : listOf(identifier["type"]["coding"])) {
        if (code.isEmpty())
            code = textOf(coding["code"]);
    }
    return record::healthNumberKind(system, code, value);
}

void readIdentifiers(const element& resource, ResourceFacts& facts, QSet<QString>* numbers) {
    int count = 0;
    for (const element& identifier : listOf(resource["identifier"])) {
        QString system, value;
        const auto kind = readIdentifier(identifier, system, value);
        if (++count > maxIdentifiers || value.isEmpty() || kind == record::HealthNumber::Niu)
            continue; // the NIU may not be displayed, so it is no way to find someone either
        if (numbers == nullptr) { // as a conditional reference writes it
            facts.identifiers += QString(system + QLatin1Char('|') + value);
            continue;
        }
        facts.identifiers +=
            kind == record::HealthNumber::Nam ? namToken(value) : identifierToken(system, value);
        if (kind == record::HealthNumber::Nam)
            takeNam(value, facts.person, *numbers);
        else if (const QString number = fileNumber(value); number.size() >= 3)
            numbers->insert(QLatin1Char('i') + number);
    }
}

void readPerson(const element& patient, ResourceFacts& facts) {
    PersonFacts& person = facts.person;
    QSet<QString> numbers;
    readNames(patient, person);
    readIdentifiers(patient, facts, &numbers);
    readPhone(patient, person, numbers);
    person.birth = textOf(patient["birthDate"]).left(32);
    person.sex = textOf(patient["gender"]).left(16);
    QString birth = person.birth.left(10);
    birth.remove(QLatin1Char('-'));
    if (!birth.isEmpty())
        numbers.insert(QLatin1Char('d') + birth);
    person.numbers = QStringList(numbers.begin(), numbers.end());
    person.numbers.sort();
}

VisitFacts readVisit(const element& appointment) {
    VisitFacts visit;
    visit.start = textOf(appointment["start"]).left(64);
    const QDateTime start = QDateTime::fromString(visit.start, Qt::ISODateWithMs);
    if (!start.isValid())
        return visit;
    visit.known = true;
    visit.startMs = start.toMSecsSinceEpoch();
    const QDateTime end =
        QDateTime::fromString(textOf(appointment["end"]).left(64), Qt::ISODateWithMs);
    std::int64_t minutes = 0;
    if (appointment["minutesDuration"].get(minutes) == simdjson::SUCCESS)
        visit.minutes = static_cast<int>(std::clamp<std::int64_t>(minutes, 0, 24 * 60));
    else if (end.isValid())
        visit.minutes = static_cast<int>(std::clamp<qint64>(start.secsTo(end) / 60, 0, 24 * 60));
    visit.status = textOf(appointment["status"]).left(32);
    for (const char* field : {"reasonCode", "serviceType"}) {
        if (visit.words.isEmpty())
            visit.words = firstConcept(appointment[field]);
    }
    if (visit.words.isEmpty())
        visit.words = conceptWords(appointment["appointmentType"]);
    if (visit.words.isEmpty())
        visit.words = textOf(appointment["description"]);
    for (const element& participant : listOf(appointment["participant"])) {
        const QString reference = textOf(participant["actor"]["reference"]);
        if (visit.with.isEmpty() && reference.contains(QLatin1String("Practitioner")))
            visit.with = textOf(participant["actor"]["display"]);
    }
    return visit;
}

// One parser per thread: it keeps its buffers.
bool parse(QByteArrayView json, element& root) {
    thread_local simdjson::dom::parser parser;
    return parser.parse(json.data(), static_cast<std::size_t>(json.size())).get(root) ==
           simdjson::SUCCESS;
}

} // namespace

ResourceFacts factsOf(QByteArrayView type, QByteArrayView json) {
    ResourceFacts facts;
    element resource;
    if (json.isEmpty() || !parse(json, resource) || !resource.is_object())
        return facts;
    if (type == "Patient") {
        readPerson(resource, facts);
        facts.identifiers += contentToken(crypto::hash(json).view());
        return facts;
    }
    facts.date = dateOf(resource);
    if (type == "Appointment")
        facts.visit = readVisit(resource);
    if (type == "Practitioner" || type == "PractitionerRole" || type == "Organization" ||
        type == "Location" || type == "Medication" || type == "Device" ||
        type == "HealthcareService")
        readIdentifiers(resource, facts, nullptr);
    return facts;
}

QString namToken(const QString& nam) {
    return QLatin1String("nam|") + record::normaliseNam(nam);
}

QString identifierToken(const QString& system, const QString& value) {
    QStringView base(system);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    return base.toString() + QLatin1Char('|') + value.trimmed();
}

QString contentToken(QByteArrayView hash) {
    return QLatin1String("content|") + QString::fromLatin1(hash.toByteArray().toHex());
}

QString encounterWords(QByteArrayView json) {
    element encounter;
    if (!parse(json, encounter))
        return {};
    QString words = firstConcept(encounter["type"]);
    if (words.isEmpty())
        words = firstConcept(encounter["reasonCode"]);
    for (const element& participant : listOf(encounter["participant"])) {
        const QString who = textOf(participant["individual"]["display"]);
        if (!who.isEmpty())
            return words.isEmpty() ? who : QString(words + QLatin1String(", ") + who);
    }
    return words;
}

qint64 dayNumber(QStringView date) {
    const auto number = [&](qsizetype at, qsizetype size, int absent) {
        bool ok = date.size() >= at + size;
        const int value = ok ? date.sliced(at, size).toInt(&ok) : 0;
        return ok ? value : absent;
    };
    const QDate day(number(0, 4, 0), number(5, 2, 1), number(8, 2, 1));
    return day.isValid() && day.year() > 0 ? QDate(1970, 1, 1).daysTo(day) : 0;
}

} // namespace chevet::vault
