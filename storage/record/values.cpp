#include "record/values.h"

#include "record/labels.h"
#include "record/narrative.h"
#include "record/quantities.h"

namespace chevet::record {

namespace {

constexpr qsizetype longestText = 20'000;

QString prefixed(const QString& comparator, const QString& number) {
    return comparator.isEmpty() ? number : QString(comparator + QChar(0xA0) + number);
}

void readQuantity(Value& value, Node quantity, const Reader& reader) {
    value.kind = Value::Kind::Quantity;
    value.lexical = quantity["value"].text();
    value.comparator = comparatorSign(quantity["comparator"].text());
    value.unitCode = unitOf(quantity);
    value.unit = displayUnit(value.unitCode);
    bool ok = false;
    const double number = value.lexical.toDouble(&ok);
    if (ok)
        value.number = number;
    value.text = prefixed(value.comparator, displayMeasured(value.lexical));
    value.textFull = prefixed(value.comparator, displayNumber(value.lexical));
    if (value.lexical.isEmpty()) {
        value.kind = Value::Kind::Absent;
        value.absentReason = reader.absentReason(quantity);
    }
}

// A number written as a text: "< 150 mg/dL", "98". Kept as text, but with its number for comparing.
void readText(Value& value, const QString& text) {
    value.kind = Value::Kind::Text;
    value.text = text.left(longestText).trimmed();
    value.language = guessLanguage(value.text);
}

void readSamples(Value& value, Node samples) {
    value.kind = Value::Kind::Samples;
    const QString data = samples["data"].text();
    const qsizetype count = data.isEmpty() ? 0 : data.count(u' ') + 1;
    const Node origin = samples["origin"];
    value.unitCode = unitOf(origin);
    value.unit = displayUnit(value.unitCode);
    value.text = say(u"tracé de %1 points", u"tracing of %1 points").arg(count);
}

void readCoded(Value& value, Node node, const Reader& reader) {
    value.kind = Value::Kind::Coded;
    value.coded = reader.conceptOf(node);
    value.text = value.coded.label();
    value.language = value.coded.foreignLanguage();
}

void readPeriod(Value& value, Node period) {
    value.kind = Value::Kind::Period;
    value.text = joined(
        {Reader::date(period["start"]).dayAndTime(), Reader::date(period["end"]).dayAndTime()},
        say(u" à ", u" to "));
}

void readUnusual(Value& value, Node node) {
    value.kind = Value::Kind::Unusual;
    const std::string_view source = node.source();
    value.text =
        QString::fromUtf8(source.data(), qsizetype(std::min<std::size_t>(source.size(), 500)));
}

void dispatch(Value& value, std::string_view type, Node node, const Reader& reader) {
    if (type == "Quantity" && node.isObject())
        readQuantity(value, node, reader);
    else if (type == "String")
        readText(value, node.text());
    else if (type == "CodeableConcept" || type == "Coding")
        readCoded(value, node, reader);
    else if (type == "Integer" || type == "Decimal" || type == "UnsignedInt" ||
             type == "PositiveInt") {
        value.kind = Value::Kind::Quantity;
        value.lexical = node.text();
        value.number = value.lexical.toDouble();
        value.text = displayNumber(value.lexical);
    } else if (type == "Boolean") {
        value.kind = Value::Kind::Boolean;
        value.text = node.isTrue() ? say(u"oui", u"yes") : say(u"non", u"no");
    } else if (type == "DateTime" || type == "Date" || type == "Time" || type == "Instant") {
        value.kind = Value::Kind::Date;
        value.text = type == "Time" ? node.text() : Reader::date(node).dayAndTime();
    } else if (type == "Range") {
        value.kind = Value::Kind::Range;
        value.text = rangeText(node);
    } else if (type == "Ratio") {
        value.kind = Value::Kind::Ratio;
        value.text = ratioText(node);
    } else if (type == "Period")
        readPeriod(value, node);
    else if (type == "SampledData")
        readSamples(value, node);
    else if (type == "Attachment") {
        value.kind = Value::Kind::Attachment;
        value.text = node["title"].text().isEmpty() ? say(u"pièce jointe", u"attachment")
                                                    : node["title"].text();
    } else
        readUnusual(value, node);
}

} // namespace

QString Value::withUnit() const {
    if (text.isEmpty() || unit.isEmpty())
        return text;
    return text + QChar(0xA0) + unit;
}

Value readValue(Node element, const Reader& reader) {
    Value value;
    for (const auto& [key, node] : element.members())
        if (key.size() > 5 && key.starts_with("value") && node.exists()) {
            dispatch(value, key.substr(5), node, reader);
            break;
        }
    if (value.textFull.isEmpty())
        value.textFull = value.text;
    if (value.kind == Value::Kind::Absent && value.absentReason.isEmpty()) {
        const Concept reason = reader.conceptOf(element["dataAbsentReason"]);
        value.absentReason = reason.codings.isEmpty()
                                 ? reason.label()
                                 : enumWords(u"absent", reason.codings.first().code);
    }
    return value;
}

namespace {

Flag flagOfCode(QStringView code) {
    struct Entry {
        QStringView code;
        Flag flag;
    };
    static constexpr Entry entries[] = {
        {u"N", Flag::Normal},
        {u"NEG", Flag::Normal},
        {u"ND", Flag::Normal},
        {u"NR", Flag::Normal},
        {u"S", Flag::Normal},
        {u"WR", Flag::Normal},
        {u"L", Flag::Low},
        {u"LU", Flag::Low},
        {u"<", Flag::Low},
        {u"LX", Flag::Low},
        {u"H", Flag::High},
        {u"HU", Flag::High},
        {u">", Flag::High},
        {u"HX", Flag::High},
        {u"LL", Flag::CriticalLow},
        {u"HH", Flag::CriticalHigh},
        {u"AA", Flag::CriticalAbnormal},
        {u"A", Flag::Abnormal},
        {u"POS", Flag::Abnormal},
        {u"DET", Flag::Abnormal},
        {u"R", Flag::Abnormal},
        {u"RR", Flag::Abnormal},
        {u"W", Flag::Abnormal},
    };
    for (const Entry& entry : entries)
        if (code.compare(entry.code, Qt::CaseInsensitive) == 0)
            return entry.flag;
    return Flag::NotComputed;
}

// Rank for choosing among several interpretations: the more serious wins.
int weight(Flag flag) {
    return isCritical(flag) ? 3 : isAbnormal(flag) ? 2 : flag == Flag::Normal ? 1 : 0;
}

// "< 10" is surely low under a lower limit of 20, and surely not high; "< 150" against 100 says
// nothing.
Flag flagOfRange(const Value& value, const ReferenceRange& range) {
    const bool below = value.comparator == u"<" || value.comparator == u"≤";
    const bool above = value.comparator == u">" || value.comparator == u"≥";
    const std::optional<int> toLow =
        range.lowNumber ? compareNumbers(value.lexical, range.low) : std::nullopt;
    const std::optional<int> toHigh =
        range.highNumber ? compareNumbers(value.lexical, range.high) : std::nullopt;
    if (toLow && (*toLow < 0 || (*toLow == 0 && value.comparator == u"<")) && !above)
        return Flag::Low;
    if (toHigh && (*toHigh > 0 || (*toHigh == 0 && value.comparator == u">")) && !below)
        return Flag::High;
    const bool doubt = (below && (toLow || (toHigh && *toHigh > 0))) ||
                       (above && (toHigh || (toLow && *toLow < 0)));
    return doubt || (!toLow && !toHigh) ? Flag::NotComputed : Flag::Normal;
}

} // namespace

FlagFacts readFlag(Node interpretation, const Value& value, const QList<ReferenceRange>& ranges,
                   const Reader& reader) {
    FlagFacts facts;
    for (const Node node : interpretation.each()) {
        const Concept words = reader.conceptOf(node);
        if (!words.label().isEmpty())
            facts.words += words.label();
        for (const Coding& coding : words.codings) {
            if (facts.code.isEmpty())
                facts.code = coding.code;
            const Flag flag = flagOfCode(coding.code);
            if (weight(flag) > weight(facts.flag))
                facts.flag = flag;
        }
    }
    if (facts.flag != Flag::NotComputed) {
        facts.source = FlagSource::Interpretation;
        return facts;
    }
    const ReferenceRange* range = normalRange(ranges);
    if (range != nullptr && value.kind == Value::Kind::Quantity && !range->otherUnit) {
        facts.flag = flagOfRange(value, *range);
        facts.source = facts.flag == Flag::NotComputed ? FlagSource::None : FlagSource::Range;
    }
    return facts;
}

} // namespace chevet::record
