#include "ui/viewmodels/chart_parts.h"

#include <QMap>

#include <algorithm>

namespace chevet::viewmodels::parts {

using words::ChartWords;

namespace {

int comparatorOf(const QString& comparator) {
    if (comparator.startsWith(u'<') || comparator.startsWith(u'≤'))
        return -1;
    return comparator.startsWith(u'>') || comparator.startsWith(u'≥') ? 1 : 0;
}

QString unmeasured(const record::Value& value) {
    return value.absentReason.isEmpty() ? ChartWords::tr("sans valeur") : value.absentReason;
}

void fillRange(ResultPoint& point, const QList<record::ReferenceRange>& ranges) {
    if (const record::ReferenceRange* range = record::normalRange(ranges);
        range != nullptr && !range->otherUnit) {
        point.low = range->lowNumber;
        point.high = range->highNumber;
    }
}

void fillNumber(ResultPoint& point, const record::Component& component) {
    point.unit = component.value.unit;
    point.unitKey = record::comparableUnit(component.value.unitCode);
    point.number = component.value.number;
    point.numeric = component.value.kind == record::Value::Kind::Quantity;
    fillRange(point, component.ranges);
}

// The only component of a result of the same name is its value.
const record::Component* soleComponent(const record::Observation& observation) {
    if (observation.components.size() != 1)
        return nullptr;
    const record::Component& part = observation.components.first();
    const bool same = part.code.label().isEmpty() ||
                      part.code.label() == observation.code.label() ||
                      part.code.primary() == observation.code.primary();
    return same && part.value.number ? &part : nullptr;
}

// A pressure stands in one cell, « 120/80 », and is drawn as two lines; other components stand by
// name.
void fillComponents(ResultPoint& point, const record::Observation& observation) {
    const auto pressure = observation.pressure();
    const record::Component* sole = soleComponent(observation);
    QStringList texts;
    if (pressure) {
        fillNumber(point, *pressure->systolic);
        point.second = pressure->diastolic->value.number;
        texts << pressure->systolic->value.text + u'/' + pressure->diastolic->value.text;
    } else if (sole) {
        fillNumber(point, *sole);
        texts << sole->value.text;
    }
    for (const record::Component& component : observation.components) {
        if (component.flag > record::Flag::Normal && point.mark == Mark::None) {
            point.mark = words::markOf(component.flag);
            point.markWords = record::flagWords(component.flag);
        }
        const bool said =
            pressure ? &component == pressure->systolic || &component == pressure->diastolic
                     : &component == sole;
        if (!said)
            texts << component.byName();
    }
    point.text = texts.join(QStringLiteral("; "));
}

// « M. Lachance, 2025-10-14 », and on a second line what is to be done and what was noted.
QString seenWords(const record::Seen& seen) {
    QStringList who{words::shortName(seen.by), seen.at.day()};
    who.removeAll(QString());
    QStringList what{QStringList{seen.followUp} + seen.notes};
    what.removeAll(QString());
    const QString by = who.join(QStringLiteral(", "));
    return what.isEmpty() ? by : QString(by + u'\n' + what.join(QStringLiteral(" · ")));
}

ResultPoint pointOf(const record::Observation& observation, const Context& context) {
    ResultPoint point;
    const record::Value& value = observation.value;
    point.reference = observation.reference;
    point.partial = words::isPartial(observation.date);
    point.at = point.partial ? QDateTime::fromMSecsSinceEpoch(observation.date.sortKey())
                             : observation.date.localDateTime();
    point.day = observation.date.day();
    point.time = observation.date.timeOfDay();
    point.mark = words::markOf(observation.flag);
    // Without a range nothing was computed: a number is shown without a flag, the diamond is for
    // values whose unit is missing too.
    if (point.mark == Mark::Missing &&
        (value.kind != record::Value::Kind::Quantity || !value.unit.isEmpty()))
        point.mark = Mark::None;
    if (observation.flag > record::Flag::Normal)
        point.markWords = record::flagWords(observation.flag);
    point.range = observation.rangeText;
    point.laboratory = observation.laboratory;
    point.unit = value.unit;
    point.unitKey = record::comparableUnit(value.unitCode);
    point.numeric = value.kind == record::Value::Kind::Quantity;
    point.number = value.number;
    point.comparator = comparatorOf(value.comparator);
    fillRange(point, observation.ranges);
    point.text = value.kind == record::Value::Kind::Coded ? context.label(value.coded) : value.text;
    if (value.kind == record::Value::Kind::Absent) {
        if (observation.components.isEmpty())
            point.text = unmeasured(value);
        else
            fillComponents(point, observation);
    }
    if (point.text.isEmpty())
        point.text = ChartWords::tr("sans valeur");
    point.full = observation.valueText();
    if (point.full.isEmpty())
        point.full = point.text;
    QStringList remarks = observation.notes + observation.remarks;
    if (point.markWords.isEmpty()) // else the flag says it
        remarks = observation.interpretations + remarks;
    if (!observation.isFinal && !observation.statusWords.isEmpty())
        remarks.prepend(observation.statusWords);
    point.remark = remarks.join(ChartWords::tr(" ; "));
    for (const record::Seen& seen : observation.seen)
        point.seen << seenWords(seen);
    point.struck = observation.enteredInError;
    return point;
}

// A day in the grid: results taken at the same minute stand in one column.
qint64 columnKey(const ResultPoint& point) {
    return point.at.isValid() ? point.at.toSecsSinceEpoch() / 60 : -1;
}

void collectDays(ResultsView& view) {
    QMap<qint64, GridDay> days;
    for (const AnalyteView& row : view.rows) {
        for (const ResultPoint& point : row.points) {
            const qint64 key = columnKey(point);
            GridDay& day = days[key];
            day.key = key;
            day.day = key < 0 ? ChartWords::tr("sans date") : point.day;
            day.time = key < 0 || words::isMidnight(point.time) ? QString() : point.time;
            ++day.analytes;
        }
    }
    view.days = days.values();
    if (!view.days.isEmpty() && view.days.last().key >= 0)
        view.latestDay = view.days.last().day;
}

void countCode(QList<AnalyteCode>& codes, const record::Concept& code, const Context& context) {
    const QString key = record::analyteCode(code);
    for (AnalyteCode& known : codes) {
        if (known.key == key) {
            ++known.results;
            return;
        }
    }
    const record::Coding coding = code.primary();
    codes.append({key, context.label(code), record::systemName(coding.system), coding.code, 1});
}

// What was entered in error is left out of the line, unless there is nothing else.
void addPoints(AnalyteView& analyte, const record::Section<record::Observation>& section,
               const record::AnalyteRow& row, const Context& context) {
    QList<ResultPoint> wrong;
    for (const int index : row.observations) {
        const record::Observation& observation = section.items.at(index);
        ResultPoint point = pointOf(observation, context);
        countCode(analyte.codes, observation.code, context);
        analyte.panel = analyte.panel || observation.pressure().has_value();
        if (observation.enteredInError) {
            point.mark = Mark::None;
            point.remark = ChartWords::tr("inscrit par erreur selon la source");
            wrong.append(point);
        } else {
            analyte.points.append(point);
        }
    }
    if (analyte.points.isEmpty())
        analyte.points = wrong;
    std::stable_sort(analyte.codes.begin(), analyte.codes.end(),
                     [](const auto& a, const auto& b) { return a.results > b.results; });
}

} // namespace

ResultsView buildResults(const record::Section<record::Observation>& section,
                         const QList<record::AnalyteRow>& rows, const Context& context) {
    ResultsView view;
    for (const record::AnalyteRow& row : rows) {
        AnalyteView analyte;
        analyte.key = row.key;
        analyte.name = context.label(row.code);
        analyte.foreign = context.foreign(row.code);
        if (analyte.name.isEmpty())
            analyte.name = ChartWords::tr("Analyse sans nom");
        analyte.group = row.group;
        analyte.unit = row.unit;
        analyte.range = row.rangeText;
        analyte.mixedUnits = row.mixedUnits;
        addPoints(analyte, section, row, context);
        if (row.latest >= 0) {
            const record::Observation& latest = section.items.at(row.latest);
            analyte.delta = latest.delta;
            analyte.deltaSince = latest.deltaSince.day();
        }
        if (analyte.unit.isEmpty())
            analyte.unit = analyte.latest().unit;
        view.rows.append(analyte);
    }
    collectDays(view);
    return view;
}

} // namespace chevet::viewmodels::parts
