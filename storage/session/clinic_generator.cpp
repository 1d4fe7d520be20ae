#include "session/clinic_generator.h"

#include "crypto/primitives/hash.h"
#include "import/identity.h"
#include "record/nam.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::session {

namespace {

// SplitMix64 (Steele, Lea, Flood 2014): tiny, and the same everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15ULL + 0x43686576ULL) {}
    std::uint64_t next() noexcept {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    int below(int limit) noexcept {
        return static_cast<int>(next() % static_cast<std::uint64_t>(limit));
    }
    bool oneIn(int n) noexcept { return below(n) == 0; }

private:
    std::uint64_t m_state;
};

struct Coded {
    const char* system;
    const char* code;
    const char* text;
};

// Fixed, so that a clinic does not change with the day it is made.
const QDate lastDay(2026, 11, 1);

constexpr const char* snomed = "http://snomed.info/sct";
constexpr const char* loinc = "http://loinc.org";

constexpr Coded conditions[] = {
    {snomed, "38341003", "Hypertension artérielle"},
    {snomed, "44054006", "Diabète de type 2"},
    {snomed, "55822004", "Dyslipidémie"},
    {snomed, "195967001", "Asthme"},
    {snomed, "35489007", "Trouble dépressif"},
    {snomed, "40930008", "Hypothyroïdie"},
    {snomed, "396275006", "Arthrose"},
    {snomed, "235595009", "Reflux gastro-œsophagien"},
    {snomed, "37796009", "Migraine"},
    {snomed, "709044004", "Insuffisance rénale chronique"},
};

struct Drug {
    const char* text;
    const char* dosage;
};
constexpr Drug drugs[] = {
    {"Ramipril 5 mg", "5 mg, 1 fois par jour"},
    {"Metformine 500 mg", "500 mg, 2 fois par jour"},
    {"Atorvastatine 20 mg", "20 mg, 1 fois par jour"},
    {"Lévothyroxine 75 mcg", "75 mcg, 1 fois par jour, à jeun"},
    {"Salbutamol 100 mcg", "2 inhalations au besoin"},
    {"Sertraline 50 mg", "50 mg, 1 fois par jour"},
    {"Pantoprazole 40 mg", "40 mg, 1 fois par jour"},
    {"Acétaminophène 500 mg", "500 mg, 1 ou 2 comprimés au besoin"},
};

struct Analyte {
    Coded code;
    const char* unit;
    const char* ucum;
    double low, high;
    int decimals;
};
const Analyte analytes[] = {
    {{loinc, "14682-9", "Créatinine"}, "µmol/L", "umol/L", 50, 110, 0},
    {{loinc, "4548-4", "Hémoglobine glyquée"}, "%", "%", 4.0, 6.0, 1},
    {{loinc, "718-7", "Hémoglobine"}, "g/L", "g/L", 120, 160, 0},
    {{loinc, "2823-3", "Potassium"}, "mmol/L", "mmol/L", 3.5, 5.0, 1},
    {{loinc, "3016-3", "TSH"}, "mUI/L", "m[IU]/L", 0.4, 4.0, 2},
    {{loinc, "22748-8", "Cholestérol LDL"}, "mmol/L", "mmol/L", 0, 3.5, 1},
};

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

QJsonObject concept_(const Coded& coded) {
    return {{QStringLiteral("coding"),
             QJsonArray{QJsonObject{{QStringLiteral("system"), text(coded.system)},
                                    {QStringLiteral("code"), text(coded.code)},
                                    {QStringLiteral("display"), text(coded.text)}}}},
            {QStringLiteral("text"), text(coded.text)}};
}

QJsonObject active(const char* codeSystem, const char* code) {
    return {{QStringLiteral("coding"),
             QJsonArray{QJsonObject{{QStringLiteral("system"), text(codeSystem)},
                                    {QStringLiteral("code"), text(code)}}}}};
}

} // namespace

struct ClinicGenerator::Person {
    int index = 0;
    bool female = false;
    QString family, given, nam, phone;
    QDate birth;
    [[nodiscard]] QString id() const {
        return QStringLiteral("c%1").arg(index + 1, 7, 10, QLatin1Char('0'));
    }
    [[nodiscard]] QJsonObject reference() const {
        return {{QStringLiteral("reference"), QString(QStringLiteral("Patient/") + id())}};
    }
};

ClinicGenerator::ClinicGenerator() {
    const auto lines = [](const QString& name) {
        QFile file(QStringLiteral(":/chevet/names/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the name lists are missing from the program");
        return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    };
    std::uint32_t sum = 0;
    for (const QString& line : lines(QStringLiteral("surnames.tsv"))) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (line.startsWith(QLatin1Char('#')) || parts.size() != 2)
            continue;
        sum += parts[1].toUInt();
        m_surnames.push_back({parts[0], sum});
    }
    for (const QString& line : lines(QStringLiteral("given_names.tsv"))) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (!line.startsWith(QLatin1Char('#')) && parts.size() == 3)
            m_givenNames.push_back({parts[0] == QLatin1String("F"), parts[1].toInt(), parts[2]});
    }
}

const QString& ClinicGenerator::surname(std::uint64_t random) const {
    const auto at = static_cast<std::uint32_t>(random % m_surnames.back().upTo);
    return std::upper_bound(m_surnames.begin(), m_surnames.end(), at,
                            [](std::uint32_t value, const Name& name) { return value < name.upTo; })
        ->text;
}

const QString& ClinicGenerator::givenName(std::uint64_t random, bool female, int birthYear) const {
    std::vector<const QString*> fitting;
    for (const GivenName& name : m_givenNames)
        if (name.female == female && std::abs(name.year - birthYear) <= 18)
            fitting.push_back(&name.text);
    return *fitting[random % fitting.size()];
}

ClinicGenerator::Person ClinicGenerator::person(int index) const {
    Dice dice(static_cast<std::uint64_t>(index));
    Person p;
    p.index = index;
    p.female = dice.oneIn(2);
    // Fixed years, not ages: patient i must not change with the day the clinic is made.
    p.birth = QDate(1930, 1, 1).addDays(dice.below(94 * 365));
    p.family = surname(dice.next());
    if (dice.oneIn(25))
        p.family += QLatin1Char('-') + surname(dice.next()).section(QLatin1Char('-'), 0, 0);
    p.given = givenName(dice.next(), p.female, p.birth.year());
    p.nam = record::composeNam(p.family, p.given, p.birth, p.female, 1 + dice.below(9));
    static constexpr const char* areas[] = {"418", "514", "450", "819", "581", "438"};
    p.phone = QStringLiteral("%1 555-%2")
                  .arg(text(areas[dice.below(6)]))
                  .arg(dice.below(10000), 4, 10, QLatin1Char('0'));
    return p;
}

namespace {

QJsonObject patientResource(const QString& id, const QString& family, const QString& given,
                            const QString& nam, const QString& phone, QDate birth, bool female) {
    return {
        {QStringLiteral("resourceType"), QStringLiteral("Patient")},
        {QStringLiteral("id"), id},
        {QStringLiteral("identifier"),
         QJsonArray{QJsonObject{
             {QStringLiteral("type"),
              active("http://terminology.hl7.org/CodeSystem/v2-0203", "JHN")},
             {QStringLiteral("system"),
              QStringLiteral(
                  "https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id")},
             {QStringLiteral("value"), nam}}}},
        {QStringLiteral("name"),
         QJsonArray{QJsonObject{{QStringLiteral("use"), QStringLiteral("official")},
                                {QStringLiteral("family"), family},
                                {QStringLiteral("given"), QJsonArray{given}}}}},
        {QStringLiteral("telecom"),
         QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("phone")},
                                {QStringLiteral("value"), phone}}}},
        {QStringLiteral("gender"), female ? QStringLiteral("female") : QStringLiteral("male")},
        {QStringLiteral("birthDate"), birth.toString(Qt::ISODate)}};
}

QJsonObject observation(Dice& dice, const Analyte& analyte, const QDate& day) {
    const double span = analyte.high - analyte.low;
    const double value = analyte.low + span * (dice.below(1400) - 200) / 1000.0;
    const auto quantity = [&](double number) {
        return QJsonObject{
            {QStringLiteral("value"),
             QString::number(std::max(0.0, number), 'f', analyte.decimals).toDouble()},
            {QStringLiteral("unit"), text(analyte.unit)},
            {QStringLiteral("system"), QStringLiteral("http://unitsofmeasure.org")},
            {QStringLiteral("code"), text(analyte.ucum)}};
    };
    return {{QStringLiteral("resourceType"), QStringLiteral("Observation")},
            {QStringLiteral("status"), QStringLiteral("final")},
            {QStringLiteral("category"),
             QJsonArray{active("http://terminology.hl7.org/CodeSystem/observation-category",
                               "laboratory")}},
            {QStringLiteral("code"), concept_(analyte.code)},
            {QStringLiteral("effectiveDateTime"), day.toString(Qt::ISODate)},
            {QStringLiteral("valueQuantity"), quantity(value)},
            {QStringLiteral("referenceRange"),
             QJsonArray{QJsonObject{{QStringLiteral("low"), quantity(analyte.low)},
                                    {QStringLiteral("high"), quantity(analyte.high)}}}}};
}

QJsonObject encounter(const QDate& day) {
    return {{QStringLiteral("resourceType"), QStringLiteral("Encounter")},
            {QStringLiteral("status"), QStringLiteral("finished")},
            {QStringLiteral("class"),
             QJsonObject{{QStringLiteral("system"),
                          QStringLiteral("http://terminology.hl7.org/CodeSystem/v3-ActCode")},
                         {QStringLiteral("code"), QStringLiteral("AMB")}}},
            {QStringLiteral("type"),
             QJsonArray{QJsonObject{{QStringLiteral("text"), QStringLiteral("Consultation")}}}},
            {QStringLiteral("period"),
             QJsonObject{{QStringLiteral("start"), day.toString(Qt::ISODate)}}}};
}

QJsonObject condition(Dice& dice, const QDate& day) {
    return {
        {QStringLiteral("resourceType"), QStringLiteral("Condition")},
        {QStringLiteral("clinicalStatus"),
         active("http://terminology.hl7.org/CodeSystem/condition-clinical", "active")},
        {QStringLiteral("code"), concept_(conditions[dice.below(std::size(conditions))])},
        {QStringLiteral("onsetDateTime"), day.addDays(-dice.below(2000)).toString(Qt::ISODate)}};
}

QJsonObject medication(Dice& dice, const QDate& day) {
    const Drug& drug = drugs[dice.below(std::size(drugs))];
    return {{QStringLiteral("resourceType"), QStringLiteral("MedicationRequest")},
            {QStringLiteral("status"), QStringLiteral("active")},
            {QStringLiteral("intent"), QStringLiteral("order")},
            {QStringLiteral("medicationCodeableConcept"),
             QJsonObject{{QStringLiteral("text"), text(drug.text)}}},
            {QStringLiteral("authoredOn"), day.toString(Qt::ISODate)},
            {QStringLiteral("dosageInstruction"),
             QJsonArray{QJsonObject{{QStringLiteral("text"), text(drug.dosage)}}}}};
}

} // namespace

void ClinicGenerator::addPatient(import::Proposal& proposal, int index) const {
    const Person p = person(index);
    Dice dice(static_cast<std::uint64_t>(index) ^ 0xC0FFEEULL << 24U);
    const QByteArray key = p.id().toLatin1();
    const auto add = [&](const QJsonObject& resource) {
        import::ProposedResource proposed;
        proposed.type = resource.value(QLatin1String("resourceType")).toString().toLatin1();
        proposed.id = resource.value(QLatin1String("id")).toString().toLatin1();
        proposed.json = QJsonDocument(resource).toJson(QJsonDocument::Compact);
        proposed.owner = import::OwnerKind::Patient;
        proposed.patientKey = key;
        proposed.place = QStringLiteral("line %1").arg(proposal.resources.size() + 1);
        proposal.bytes += proposed.json.size() + 1;
        proposal.resources += proposed;
    };
    int number = 0;
    const auto addOf = [&](QJsonObject resource) {
        resource.insert(QStringLiteral("id"),
                        QString(p.id() + QLatin1Char('-') + QString::number(++number)));
        resource.insert(QStringLiteral("subject"), p.reference());
        add(resource);
    };
    add(patientResource(p.id(), p.family, p.given, p.nam, p.phone, p.birth, p.female));
    import::ProposedPatient patient;
    patient.sourceKey = key;
    patient.id = key;
    patient.identifiers = {import::normaliseIdentifier(QLatin1String(import::namSystem), p.nam,
                                                       QStringLiteral("JHN"))};
    patient.family = p.family;
    patient.given = p.given;
    patient.birthDate = p.birth.toString(Qt::ISODate);
    patient.gender = p.female ? QStringLiteral("female") : QStringLiteral("male");
    patient.contentKey = crypto::hash(proposal.resources.last().json).toByteArray();
    proposal.patients += patient;

    const QDate last = lastDay.addDays(-dice.below(700));
    addOf(encounter(last));
    if (dice.oneIn(2))
        return;
    addOf(condition(dice, last));
    addOf(medication(dice, last));
    const int visits = dice.oneIn(5) ? 8 : 1; // one file in ten has a longer history
    for (int visit = 0; visit < visits; ++visit)
        for (int i = 0; i < (visits > 1 ? 4 : 1); ++i)
            addOf(observation(dice, analytes[dice.below(std::size(analytes))],
                              last.addDays(-visit * 120)));
}

import::Proposal ClinicGenerator::propose(int first, int count) const {import::Proposal proposal;
proposal.file = QStringLiteral("clinique-%1.ndjson").arg(first + 1, 7, 10, QLatin1Char('0'));
for (int index = first; index < first + count; ++index)
    addPatient(proposal, index);
return proposal;
} // namespace chevet::session

} // namespace chevet::session
