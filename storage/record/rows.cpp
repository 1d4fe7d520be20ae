// Rows of the same analyte over time, differences, panels.

#include "record/builders.h"
#include "record/labels.h"
#include "record/search_text.h"

#include <QHash>

namespace chevet::record {

namespace {

struct RowKey {
    QString key, group;
    QString french, english;
    int groupOrder = 99;
    int order = 9999;
};

RowKey keyOf(const Analyte& analyte) {
    return {analyte.key,        say(analyte.group, analyte.englishGroup),
            analyte.french,     analyte.english,
            analyte.groupOrder, analyte.order};
}

RowKey loneKey(const QString& key) {
    RowKey lone;
    lone.key = key;
    lone.group = say(u"Autres", u"Other");
    return lone;
}

// What the clinic says of a code goes before the table.
RowKey rowKeyOf(const Concept& code, const AnalyteMap& clinic) {
    if (!clinic.rowOf.isEmpty())
        if (const auto own = clinic.rowOf.constFind(analyteCode(code));
            own != clinic.rowOf.cend()) {
            const Analyte* analyte = analyteNamed(*own);
            return analyte != nullptr ? keyOf(*analyte) : loneKey(*own);
        }
    for (const Coding& coding : code.codings)
        if (const Analyte* analyte = findAnalyte(coding.system, coding.code))
            return keyOf(*analyte);
    return loneKey(analyteCode(code));
}

bool counts(const Observation& o) {
    const bool void_ = o.enteredInError || o.status == u"cancelled";
    const bool empty =
        o.value.kind == Value::Kind::Absent && o.components.isEmpty() && !o.members.isEmpty();
    return !void_ && !empty;
}

struct Order {
    qsizetype row;
    int group, analyte;
    QString name;
};

// Items are newest first, so each row is filled from the end.
QList<AnalyteRow> makeRows(QList<Observation>& items, const AnalyteMap& clinic) {
    QHash<QString, qsizetype> byKey;
    QList<AnalyteRow> rows;
    QList<Order> order;
    for (int i = int(items.size()) - 1; i >= 0; --i) {
        Observation& item = items[i];
        if (!counts(item))
            continue;
        const RowKey key = rowKeyOf(item.code, clinic);
        item.analyteKey = key.key;
        auto found = byKey.find(key.key);
        if (found == byKey.end()) {
            found = byKey.insert(key.key, rows.size());
            AnalyteRow row;
            row.key = key.key;
            row.group = key.group;
            row.groupOrder = key.groupOrder;
            rows += row;
            order += Order{*found, key.groupOrder, key.order, {}};
        }
        AnalyteRow& row = rows[*found];
        row.code = item.code;
        if (!key.french.isEmpty()) {
            row.code.french = key.french;
            row.code.english = key.english;
        }
        row.observations += i;
    }
    for (Order& entry : order)
        entry.name = fold(rows[entry.row].code.label());
    std::stable_sort(order.begin(), order.end(), [](const Order& a, const Order& b) {
        return std::tie(a.group, a.analyte, a.name) < std::tie(b.group, b.analyte, b.name);
    });
    QList<AnalyteRow> sorted;
    for (const Order& entry : order)
        sorted += std::move(rows[entry.row]);
    return sorted;
}

// A difference is taken only between plain numbers in the same unit.
void addDeltas(const AnalyteRow& row, QList<Observation>& items) {
    QHash<QString, int> previous; // by unit
    for (const int at : row.observations) {
        Observation& item = items[at];
        if (item.value.kind != Value::Kind::Quantity || !item.value.comparator.isEmpty())
            continue;
        const QString unit = comparableUnit(item.value.unitCode);
        if (const auto before = previous.constFind(unit); before != previous.constEnd()) {
            item.delta = difference(item.value.lexical, items[*before].value.lexical);
            item.deltaSince = items[*before].date;
        }
        previous.insert(unit, at);
    }
}

void describe(AnalyteRow& row, const QList<Observation>& items) {
    row.latest = row.observations.last();
    const Observation& latest = items[row.latest];
    row.unit = latest.value.unit;
    row.comparableUnit = comparableUnit(latest.value.unitCode);
    row.rangeText = latest.rangeText;
    for (const int at : row.observations)
        if (items[at].value.kind == Value::Kind::Quantity &&
            comparableUnit(items[at].value.unitCode) != row.comparableUnit)
            row.mixedUnits = true;
}

void finishRows(QList<AnalyteRow>& rows, QList<Observation>& items, const AnalyteMap& clinic) {
    sortNewestFirst(items);
    rows = makeRows(items, clinic);
    for (AnalyteRow& row : rows) {
        addDeltas(row, items);
        describe(row, items);
    }
}

int severity(Flag flag) {
    return isCritical(flag) ? 2 : isAbnormal(flag) ? 1 : 0;
}

void orderAbnormalFirst(Results& results) {
    struct Entry {
        int row, severity;
        qint64 when;
    };
    std::vector<Entry> entries;
    for (int i = 0; i < int(results.rows.size()); ++i) {
        const Observation& latest = results.items[results.rows[i].latest];
        entries.push_back({i, severity(latest.flag), latest.date.sortKey()});
        results.abnormalRows += isAbnormal(latest.flag) ? 1 : 0;
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(b.severity, b.when) < std::tie(a.severity, a.when);
    });
    for (const Entry& entry : entries)
        results.abnormalFirst += entry.row;
}

} // namespace

QString analyteCode(const Concept& code) {
    const Coding coding = code.primary();
    return coding.code.isEmpty() ? QString(QStringLiteral("text|") + fold(code.original))
                                 : QString(coding.system + u'|' + coding.code);
}

void finishResults(Chart& chart, const AnalyteMap& clinic) {
    finishRows(chart.results.rows, chart.results.items, clinic);
    finishRows(chart.vitals.rows, chart.vitals.items, clinic);
    orderAbnormalFirst(chart.results);
    if (!chart.results.items.isEmpty())
        chart.results.latest = chart.results.items.first().date;
    sortNewestFirst(chart.results.panels);
    QHash<QString, int> at;
    for (int i = 0; i < int(chart.results.items.size()); ++i)
        at.insert(chart.results.items[i].reference, i);
    for (Panel& panel : chart.results.panels) {
        QStringList missing;
        for (const QString& reference : panel.missing) // all of its results until now
            if (const auto found = at.constFind(reference); found != at.constEnd())
                panel.results += *found;
            else
                missing += reference;
        panel.missing = missing;
    }
}

} // namespace chevet::record
