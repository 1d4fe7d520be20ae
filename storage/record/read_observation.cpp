#include "record/builders.h"
#include "record/labels.h"
#include "record/search_text.h"
#include "record/values.h"

namespace chevet::record {

namespace {

constexpr std::string_view loinc = "http://loinc.org";

// Vital signs by LOINC, for the many sources that give no category.
bool isVitalCode(std::string_view code) {
    static constexpr std::string_view codes[] = {
        "85354-9", "55284-4", "8480-6",  "8462-4",  "8478-0",  "8867-4", "9279-1",  "8310-5",
        "8331-1",  "8328-7",  "59408-5", "2708-6",  "29463-7", "3141-9", "8302-2",  "8306-3",
        "39156-5", "9843-4",  "8287-5",  "59576-9", "77606-2", "8289-1", "85353-1", "72514-3",
    };
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

// Social history and questionnaires, likewise.
bool isSocialCode(std::string_view code) {
    static constexpr std::string_view codes[] = {
        "72166-2", "81229-7", "81228-9", "74013-4", "11367-0", "8663-7", "82810-3",
        "11640-0", "11996-6", "11778-8", "93025-5", "69737-5", "55757-9"};
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

enum class Kind { Result, Vital, Social };

Kind kindOfCategory(Node category) {
    const std::string_view code = category["code"].raw();
    if (code == "laboratory" || code == "LAB")
        return Kind::Result;
    if (code == "vital-signs")
        return Kind::Vital;
    return Kind::Social;
}

Kind kindOf(Node root) {
    bool categorised = false;
    for (const Node category : root["category"].each())
        for (const Node coding : category["coding"].each())
            if (coding["code"]) {
                categorised = true;
                if (const Kind kind = kindOfCategory(coding); kind != Kind::Social)
                    return kind;
            }
    for (const Node coding : root["code"]["coding"].each())
        if (coding["system"] == loinc) {
            if (isVitalCode(coding["code"].raw()))
                return Kind::Vital;
            if (isSocialCode(coding["code"].raw()))
                return Kind::Social;
        }
    return categorised ? Kind::Social : Kind::Result;
}

Component readComponent(Node node, const Reader& reader, const PartialDate& at) {
    Component component;
    component.code = reader.conceptOf(node["code"]);
    component.value = readValue(node, reader);
    component.ranges = readRanges(node["referenceRange"], reader, component.value, at);
    const FlagFacts facts =
        readFlag(node["interpretation"], component.value, component.ranges, reader);
    component.flag = facts.flag;
    component.flagSource = facts.source;
    component.interpretations = facts.words;
    return component;
}

void readMeasured(Observation& out, Node root, const Reader& reader) {
    out.value = readValue(root, reader);
    out.ranges = readRanges(root["referenceRange"], reader, out.value, out.date);
    out.rangeText = rangeWords(out.ranges);
    const FlagFacts facts = readFlag(root["interpretation"], out.value, out.ranges, reader);
    out.flag = facts.flag;
    out.flagSource = facts.source;
    out.interpretations = facts.words;
    out.interpretationCode = facts.code;
    for (const Node component : root["component"].each())
        out.components += readComponent(component, reader, out.date);
    if (out.flag == Flag::NotComputed)
        for (const Component& component : out.components)
            if (component.flag > out.flag) {
                out.flag = component.flag;
                out.flagSource = component.flagSource;
            }
}

void readCircumstances(Observation& out, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    out.method = reader.conceptOf(root["method"]).label();
    out.bodySite = reader.conceptOf(root["bodySite"]).label();
    if (root["device"])
        out.device = reader.nameOf(root["device"], parsed);
    if (root["specimen"])
        out.specimen = reader.words(root["specimen"], parsed);
    for (const Node performer : root["performer"].each()) {
        const Party party = reader.party(performer, parsed);
        if (party.type == "Organization" && out.laboratory.isEmpty())
            out.laboratory = party.name;
        else if (!party.name.isEmpty())
            out.authors += party.name;
    }
    for (const std::string_view list : {"hasMember", "derivedFrom"})
        for (const Node member : root[list].each())
            if (const QString reference = reader.inChart(member); !reference.isEmpty())
                out.members += reference;
}

} // namespace

namespace {

// Of LOINC, whatever the file calls it, or SNOMED CT: at rest or in a position, by cuff or line.
bool isOf(const Concept& code, std::initializer_list<QStringView> codes) {
    return std::any_of(code.codings.begin(), code.codings.end(), [codes](const Coding& coding) {
        const QString name = systemName(coding.system);
        return (name.isEmpty() || name == u"LOINC" || name == u"SNOMED CT") &&
               std::find(codes.begin(), codes.end(), coding.code) != codes.end();
    });
}

bool isPressurePanel(const Concept& code) {
    return isOf(code, {u"85354-9", u"55284-4", u"75367002"});
}

bool isSystolic(const Component& part, bool inPanel) {
    return isOf(part.code, {u"8480-6", u"8459-0", u"8460-8", u"8461-6", u"8479-8", u"75997-7",
                            u"76215-3", u"76534-7", u"271649006"}) ||
           (inPanel && fold(part.code.text).startsWith(QLatin1String("systol")));
}

bool isDiastolic(const Component& part, bool inPanel) {
    return isOf(part.code, {u"8462-4", u"8453-3", u"8454-1", u"8455-8", u"75995-1", u"76213-8",
                            u"76535-4", u"271650006"}) ||
           (inPanel && fold(part.code.text).startsWith(QLatin1String("diastol")));
}

} // namespace

std::optional<Observation::Pressure> Observation::pressure() const {
    Pressure found;
    const bool panel = isPressurePanel(code);
    for (const Component& component : components) {
        const bool systolic = isSystolic(component, panel);
        if (!component.value.number || !(systolic || isDiastolic(component, panel)))
            continue;
        const Component*& half = systolic ? found.systolic : found.diastolic;
        if (half != nullptr) // several pressures, lying and standing: each by its name
            return std::nullopt;
        half = &component;
    }
    if (!found.systolic || !found.diastolic ||
        found.systolic->value.unit != found.diastolic->value.unit)
        return std::nullopt;
    return found;
}

QString Component::byName() const {
    const bool absent = value.kind == Value::Kind::Absent;
    const QString why =
        value.absentReason.isEmpty() ? say(u"sans valeur", u"no value") : value.absentReason;
    return joined({code.label(), absent ? why : value.withUnit()}, say(u"\u00A0: ", u": "));
}

QString Observation::valueText() const {
    QStringList parts;
    if (value.kind != Value::Kind::Absent || components.isEmpty())
        parts += value.withUnit();
    const std::optional<Pressure> both = pressure();
    if (both) {
        const QString unit = both->systolic->value.unit;
        parts += both->systolic->value.text + u'/' + both->diastolic->value.text +
                 (unit.isEmpty() ? QString() : QString(QChar(0xA0) + unit));
    }
    for (const Component& component : components)
        if (!both || (&component != both->systolic && &component != both->diastolic))
            parts += component.byName();
    return parts.join(QStringLiteral("; "));
}

void readObservation(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Observation out;
    reader.fill(out, parsed);
    out.date = Reader::dateChoice(root, "effective");
    out.recorded = Reader::date(root["issued"]);
    if (!out.date.isKnown() && out.recorded.isKnown())
        out.date = out.recorded;
    out.isFinal = out.status == u"final" || out.status == u"amended" ||
                  out.status == u"corrected" || out.status.isEmpty();
    readMeasured(out, root, reader);
    readCircumstances(out, parsed, reader);
    if (isLevelOfCare(out.code))
        return addLevelOfCare(chart, out, out.valueText(), out.value.coded);
    switch (kindOf(root)) {
    case Kind::Result:
        chart.results.items += std::move(out);
        break;
    case Kind::Vital:
        chart.vitals.items += std::move(out);
        break;
    case Kind::Social:
        chart.social.items += std::move(out);
        break;
    }
}

} // namespace chevet::record
