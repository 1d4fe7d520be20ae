#include "ui/pages/chart/results_rows.h"

#include "ui/pages/chart/row_parts.h"

#include <QCoreApplication>
#include <QSet>

namespace chevet::pages {

using viewmodels::AnalyteView;
using viewmodels::GridDay;
using viewmodels::ResultPoint;
using widgets::Cell;
using widgets::Flag;
using widgets::Line;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

struct ResultWords {
    Q_DECLARE_TR_FUNCTIONS(ResultWords)
};

qint64 columnKey(const ResultPoint& point) {
    return point.at.isValid() ? point.at.toSecsSinceEpoch() / 60 : -1;
}

QString spoken(const ResultPoint& point) {
    QStringList words{point.full, point.markWords,
                      point.range.isEmpty() ? QString()
                                            : ResultWords::tr("référence %1").arg(point.range),
                      point.day.isEmpty() ? undated() : point.day};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QString copied(const AnalyteView& row, const ResultPoint& point) {
    QStringList words{row.name,
                      point.full,
                      point.range.isEmpty() ? QString()
                                            : ResultWords::tr("référence %1").arg(point.range),
                      point.markWords,
                      point.day,
                      point.time,
                      point.laboratory};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

widgets::GridCell cellOf(const AnalyteView& row, const ResultPoint& point) {
    widgets::GridCell cell;
    cell.text = point.text;
    // A value in another unit than the row's says so itself.
    if (row.mixedUnits && point.numeric && !point.unit.isEmpty() && point.unit != row.unit)
        cell.text += QChar(0xA0) + point.unit;
    cell.flag = flagOf(point.mark);
    cell.words = spoken(point);
    cell.copyText = copied(row, point);
    cell.wide = !point.numeric && !row.panel;
    return cell;
}

bool drawable(const AnalyteView& row, const ResultPoint& point) {
    return point.number && point.at.isValid() && !point.partial &&
           point.unitKey == row.latest().unitKey;
}

Row pairRow(const QString& label, const QString& value, Tone tone = Tone::Ink) {
    Row row;
    row.height = 23;
    row.ruled = false;
    row.ground = Tone::Sunken;
    row.key = label;
    row.cells << Cell{{Line{
        {Run::words(label, 13, Tone::Ink2), Run::right(Run::words(value, 13, tone, Weight::Semi))},
        10}}};
    row.accessible = ResultWords::tr("%1 : %2").arg(label, value);
    return row;
}

Row heroRow(const ResultPoint& point) {
    Row row;
    row.height = 48;
    row.ruled = false;
    row.ground = Tone::Sunken;
    row.key = QStringLiteral("value");
    const Flag flag = flagOf(point.mark);
    Line line;
    line.gap = 8;
    if (flag != Flag::None)
        line.runs << Run::mark(flag, 16);
    Run value =
        Run::words(point.text, point.numeric ? 26 : 16, widgets::flagTone(flag), Weight::Bold);
    value.keep = point.numeric;
    line.runs << value;
    if (point.numeric && !point.unit.isEmpty())
        line.runs << Run::words(point.unit, 13, Tone::Ink2);
    if (!point.markWords.isEmpty())
        line.runs << Run::words(point.markWords, 13, Tone::Ink2);
    row.cells << Cell{{line}};
    row.accessible = spoken(point);
    return row;
}

} // namespace

QList<GridDay> gridDays(const viewmodels::ResultsView& view, bool all) {
    // The date of a row's latest value is never folded: an older one would stand as the newest.
    QSet<qint64> latest;
    for (const AnalyteView& row : view.rows)
        latest.insert(columnKey(row.latest()));
    QList<GridDay> kept;
    for (const GridDay& day : view.days) {
        if (all || day.analytes > 1 || latest.contains(day.key))
            kept << day;
    }
    // With fewer than a handful of fuller dates, folding would hide more than it shows.
    return kept.size() < 4 ? view.days : kept;
}

widgets::GridData gridOf(const viewmodels::ResultsView& view, const QList<GridDay>& days,
                         bool abnormalOnly, const QString& filter) {
    widgets::GridData grid;
    QHash<qint64, int> columns;
    for (const GridDay& day : days) {
        columns.insert(day.key, static_cast<int>(grid.columns.size()));
        grid.columns.append({day.day, day.time});
    }
    for (const AnalyteView& row : view.rows) {
        const bool abnormal = row.latest().mark != viewmodels::Mark::None &&
                              row.latest().mark != viewmodels::Mark::Missing;
        if ((abnormalOnly && !abnormal) ||
            (!filter.isEmpty() && !row.name.contains(filter, Qt::CaseInsensitive) &&
             !row.group.contains(filter, Qt::CaseInsensitive)))
            continue;
        widgets::GridRow line;
        line.group = row.group;
        line.name = row.name;
        line.foreign = row.foreign;
        line.unit = row.unit;
        line.reference = row.range;
        line.latest = flagOf(row.latest().mark);
        line.key = row.key;
        line.spark = sparkOf(row);
        line.cells.resize(grid.columns.size());
        for (const ResultPoint& point : row.points) {
            const auto at = columns.constFind(columnKey(point));
            if (at != columns.constEnd())
                line.cells[*at] = cellOf(row, point);
        }
        grid.rows.append(line);
    }
    return grid;
}

widgets::TrendData trendOf(const AnalyteView& row, int months) {
    widgets::TrendData trend;
    trend.unit = row.unit;
    trend.emptyWords = ResultWords::tr("Aucune valeur à tracer : voir le tableau.");
    const ResultPoint& last = row.latest();
    trend.low = last.low;
    trend.high = last.high;
    if (!last.range.isEmpty())
        trend.bandWords = ResultWords::tr("référence %1").arg(last.range);
    int apart = 0, vague = 0; // in another unit; dated to the year or month
    QString laboratory;
    for (const ResultPoint& point : row.points) {
        if (!point.number || !drawable(row, point)) {
            if (point.partial)
                vague += point.numeric ? 1 : 0;
            else
                apart += point.numeric ? 1 : 0;
            continue;
        }
        widgets::TrendPoint drawn;
        drawn.at = point.at;
        drawn.value = *point.number;
        drawn.second = point.second;
        drawn.label = point.text;
        drawn.comparator = point.comparator;
        drawn.flag = flagOf(point.mark);
        drawn.words = spoken(point);
        // A change of laboratory breaks the line.
        drawn.breakBefore = !trend.points.isEmpty() && point.laboratory != laboratory;
        laboratory = point.laboratory;
        trend.points.append(drawn);
    }
    if (apart > 0)
        trend.apart = viewmodels::plural(
            ResultWords::tr("%n valeur(s) dans une autre unité, au tableau", nullptr, apart),
            apart);
    if (vague > 0) {
        const QString words = viewmodels::plural(
            ResultWords::tr("%n valeur(s) sans jour précis, au tableau", nullptr, vague), vague);
        trend.apart =
            trend.apart.isEmpty() ? words : ResultWords::tr("%1 ; %2").arg(trend.apart, words);
    }
    trend.name = ResultWords::tr("Tendance de %1, %2").arg(row.name, spoken(last));
    if (trend.points.isEmpty())
        return trend;
    const QDateTime newest = trend.points.last().at;
    const QDateTime oldest = trend.points.first().at;
    trend.from = months > 0 ? newest.addMonths(-months) : oldest;
    const qint64 span = std::max<qint64>(trend.from.secsTo(newest), 14LL * 86400);
    trend.to = newest.addSecs(span / 24);
    trend.from = months > 0 ? trend.from : newest.addSecs(-span - span / 30);
    return trend;
}

int drawnSince(const AnalyteView& row, int months) {
    const QDateTime from = row.latest().at.addMonths(-months);
    return static_cast<int>(
        std::count_if(row.points.cbegin(), row.points.cend(), [&](const ResultPoint& point) {
            return drawable(row, point) && point.at >= from;
        }));
}

int drawnPoint(const AnalyteView& row, int drawn) {
    for (qsizetype i = 0; i < row.points.size(); ++i) {
        if (drawable(row, row.points.at(i)) && drawn-- == 0)
            return static_cast<int>(i);
    }
    return -1;
}

int pointOn(const AnalyteView& row, qint64 dayKey) {
    for (qsizetype i = row.points.size(); i-- > 0;) {
        if (columnKey(row.points.at(i)) == dayKey)
            return static_cast<int>(i);
    }
    return -1;
}

Row valueRow(const AnalyteView& analyte, const ResultPoint& point) {
    Row row;
    row.height = 27;
    row.key = point.reference;
    const Flag flag = flagOf(point.mark);
    const auto plain = [](const QString& text, Tone tone = Tone::Ink) {
        return Cell{{Line{{Run::words(text, 13, tone)}}}};
    };
    Line value;
    value.alignRight = true;
    if (flag != Flag::None)
        value.runs << Run::mark(flag, 11);
    value.runs << Run::words(point.text, 13, widgets::flagTone(flag), Weight::Semi);
    row.cells << plain(point.day.isEmpty() ? undated() : point.day) << plain(point.time, Tone::Ink3)
              << Cell{{value}} << plain(point.unit, Tone::Ink3) << plain(point.range, Tone::Ink2)
              << plain(point.laboratory, Tone::Ink2);
    row.accessible = spoken(point);
    row.copyText = copied(analyte, point);
    return row;
}

namespace {

Row seenRow(const QString& words) {
    Row row = pairRow(ResultWords::tr("Vu"), words.section(u'\n', 0, 0), Tone::Ok);
    if (const QString what = words.section(u'\n', 1); !what.isEmpty())
        row.cells.first().lines << Line{{Run::kept(what, 12, Weight::Regular, Tone::Ink2)}};
    return row;
}

Row linkRow(const QString& key, const QString& words) {
    Row row;
    row.height = 30;
    row.ruled = false;
    row.ground = Tone::Sunken;
    row.key = key;
    row.cells << Cell{{Line{{Run::linkTo(words)}}}};
    return row;
}

} // namespace

QList<Row> factRows(const AnalyteView& row, int index, FactActs acts) {
    const ResultPoint& point = row.points.at(index);
    QList<Row> rows{heroRow(point)};
    if (index == row.points.size() - 1 && !row.delta.isEmpty())
        rows << pairRow(ResultWords::tr("Écart depuis le %1").arg(row.deltaSince), row.delta);
    rows << pairRow(ResultWords::tr("Référence"),
                    point.range.isEmpty() ? ResultWords::tr("non fournie") : point.range,
                    point.range.isEmpty() ? Tone::Ink3 : Tone::Ink);
    const QString when = point.time.isEmpty() ? point.day : QString(point.day + u", " + point.time);
    rows << pairRow(ResultWords::tr("Prélèvement"), when.isEmpty() ? undated() : when);
    rows << pairRow(ResultWords::tr("Laboratoire"),
                    point.laboratory.isEmpty() ? ResultWords::tr("non précisé") : point.laboratory,
                    point.laboratory.isEmpty() ? Tone::Ink3 : Tone::Ink);
    if (!point.remark.isEmpty())
        rows << pairRow(ResultWords::tr("Remarque"), point.remark);
    for (const QString& seen : point.seen)
        rows << seenRow(seen);
    if (acts == FactActs::Seen)
        rows << linkRow(seenKey, ResultWords::tr("Marquer vu"));
    if (acts == FactActs::Strike && !point.struck)
        rows << linkRow(strikeKey, ResultWords::tr("Retirer cette mesure"));
    const int count = static_cast<int>(row.codes.size());
    rows << linkRow(
        codesKey,
        viewmodels::plural(ResultWords::tr("%n code(s) dans cette ligne", nullptr, count), count));
    return rows;
}

} // namespace chevet::pages
