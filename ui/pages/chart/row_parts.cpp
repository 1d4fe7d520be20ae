#include "ui/pages/chart/row_parts.h"

#include "ui/widgets/run_painter.h"

#include <QCoreApplication>

namespace chevet::pages {

using viewmodels::Mark;
using viewmodels::Sign;
using widgets::Cell;
using widgets::Flag;
using widgets::Line;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(ChartRows)
};

Run foreignRun(const QString& language) {
    return Run::words(language, 12, Tone::Ink3);
}

} // namespace

Flag flagOf(Mark mark) {
    switch (mark) {
    case Mark::None:
        return Flag::None;
    case Mark::High:
        return Flag::High;
    case Mark::Low:
        return Flag::Low;
    case Mark::CriticalHigh:
        return Flag::CriticalHigh;
    case Mark::CriticalLow:
        return Flag::CriticalLow;
    case Mark::Missing:
    case Mark::Abnormal: // a diamond: out of the ordinary, without a direction
        return Flag::Unknown;
    }
    return Flag::None;
}

QString signGlyph(Sign sign) {
    switch (sign) {
    case Sign::Verified:
        return QStringLiteral("shield-check");
    case Sign::Unchecked:
    case Sign::Pending:
        return QStringLiteral("hourglass");
    case Sign::UnknownKey:
        return QStringLiteral("diamond-question");
    case Sign::Invalid:
        return QStringLiteral("octagon-cross");
    }
    return {};
}

Tone signTone(Sign sign) {
    switch (sign) {
    case Sign::Verified:
        return Tone::Ok;
    case Sign::UnknownKey:
        return Tone::Warn;
    case Sign::Invalid:
        return Tone::Crit;
    case Sign::Unchecked:
    case Sign::Pending:
        break;
    }
    return Tone::Ink2;
}

QString undated() {
    return RowWords::tr("sans date");
}

QList<Run> titleRuns(const QString& title, const QString& foreign, double size, Weight weight,
                     Tone tone) {
    QList<Run> runs{Run::words(title, size, tone, weight)};
    if (!foreign.isEmpty())
        runs << foreignRun(foreign);
    return runs;
}

Cell signedCell(const QString& who, const viewmodels::ChartModel& model, const QString& reference) {
    const Sign sign = model.sign(reference);
    const QString signer = model.signer(reference);
    Line second;
    second.gap = 4;
    second.runs << Run::icon(signGlyph(sign), 13, signTone(sign))
                << Run::words(signer.isEmpty() || sign != Sign::Verified
                                  ? viewmodels::signWords(sign)
                                  : signer,
                              12, sign == Sign::Invalid ? Tone::Crit : Tone::Ink3);
    if (who.isEmpty())
        return Cell{{second}};
    return Cell{{Line{{Run::words(who, 13)}}, second}};
}

Row headerRow(const QStringList& titles, double height, Tone ground) {
    Row row;
    row.kind = Row::Kind::Header;
    row.height = height;
    row.ground = ground;
    row.ruled = ground == Tone::Sunken;
    row.rule = Tone::Line2;
    for (QString title : titles) {
        Line line;
        line.alignRight = title.startsWith(u'>');
        if (line.alignRight)
            title.remove(0, 1);
        line.runs << Run::words(title, 12, Tone::Ink3, Weight::Medium);
        row.cells << Cell{{line}};
    }
    return row;
}

Row groupRow(const QString& title, const QString& count, double height) {
    Row row;
    row.kind = Row::Kind::Group;
    row.height = height;
    row.ground = Tone::Sunken;
    row.rule = Tone::Line2;
    Line line;
    line.gap = 8;
    line.runs << Run::words(title, 13, Tone::Ink, Weight::Semi)
              << Run::words(count, 12, Tone::Ink3);
    row.cells << Cell{{line}};
    return row;
}

Row lackRow(const viewmodels::Lacking& lack, double height) {
    const bool unknown = lack.lack == viewmodels::Lack::Unknown;
    Row row;
    row.kind = Row::Kind::Note;
    row.height = height;
    row.hatched = unknown;
    Line first;
    first.gap = 7;
    first.runs << Run::icon(lack.contradicted ? QStringLiteral("triangle-alert")
                            : unknown         ? QStringLiteral("circle-question")
                                              : QStringLiteral("circle-check"),
                            16,
                            lack.contradicted ? Tone::Warn
                            : unknown         ? Tone::Ink2
                                              : Tone::Ok)
               << Run::words(lack.title.isEmpty() ? RowWords::tr("Rien à montrer") : lack.title, 14,
                             Tone::Ink, Weight::Semi);
    Cell cell{{first}};
    if (!lack.words.isEmpty())
        cell.lines << Line{{Run::words(lack.words, 12, lack.contradicted ? Tone::Warn : Tone::Ink2,
                                       lack.contradicted ? Weight::Semi : Weight::Regular)}};
    row.cells << cell;
    return row;
}

Row medicationRow(const viewmodels::MedicationView& item, const viewmodels::ChartModel& model,
                  double height, double nameSize) {
    Row row;
    row.height = height;
    row.key = item.reference;
    row.copyText = item.copyText;
    const Tone ink = item.quiet ? Tone::Ink2 : Tone::Ink;
    const Weight weight = item.quiet ? Weight::Regular : Weight::Semi;
    Line name;
    name.runs << Run::kept(item.name, nameSize, weight, ink);
    if (!item.dose.isEmpty())
        name.runs << Run::kept(item.dose, nameSize, item.quiet ? weight : Weight::Bold, ink);
    if (!item.foreign.isEmpty())
        name.runs << foreignRun(item.foreign);
    name.runs[0].strike = item.refuted;
    // How it is taken is read whole, as its name and dose are.
    row.cells << Cell{{name, Line{{Run::kept(item.posology, 12, Weight::Regular, Tone::Ink2)}}}};
    row.cells << signedCell(item.prescriber, model, item.reference);
    const Tone change = item.warns ? Tone::Warn : item.changed ? Tone::Accent : Tone::Ink3;
    row.cells << Cell{
        {Line{{Run::words(item.date.isEmpty() ? undated() : item.date, 13,
                          item.date.isEmpty() ? Tone::Ink3 : Tone::Ink)}},
         Line{{Run::words(item.change, 12, change,
                          item.changed || item.warns ? Weight::Semi : Weight::Regular)}}}};
    row.accessible = RowWords::tr("%1, %2, prescrit par %3, %4, %5, signature %6")
                         .arg(item.title, item.posology, item.prescriber,
                              item.date.isEmpty() ? undated() : item.date, item.change,
                              viewmodels::signWords(model.sign(item.reference)));
    return row;
}

std::shared_ptr<const widgets::SparkData> sparkOf(const viewmodels::AnalyteView& row,
                                                  const QDateTime& since) {
    auto spark = std::make_shared<widgets::SparkData>();
    spark->mixedUnits = row.mixedUnits;
    spark->mixedWords = RowWords::tr("unités diff.");
    const viewmodels::ResultPoint& last = row.latest();
    for (const viewmodels::ResultPoint& point : row.points) {
        if (point.number && (!since.isValid() || point.at >= since))
            spark->values << *point.number;
    }
    spark->values = spark->values.mid(std::max<qsizetype>(0, spark->values.size() - 24));
    spark->low = last.low;
    spark->high = last.high;
    spark->last = flagOf(last.mark);
    return spark;
}

Row resultRow(const viewmodels::AnalyteView& analyte, double height, int key) {
    const viewmodels::ResultPoint& last = analyte.latest();
    const Flag flag = flagOf(last.mark);
    Row row;
    row.height = height;
    row.key = key;
    row.cells << Cell{{Line{{Run::mark(flag)}}}};
    Line name{titleRuns(widgets::breakable(analyte.name), analyte.foreign, 13,
                        flag == Flag::None ? Weight::Regular : Weight::Medium, Tone::Ink)};
    name.runs.first().keep = true;
    row.cells << Cell{{name}};
    Run value = Run::words(last.text, last.numeric ? 14 : 12, widgets::flagTone(flag),
                           last.numeric ? Weight::Semi : Weight::Medium);
    value.keep = last.numeric;
    row.cells << Cell{{Line{{value}, 6, true}}};
    row.cells << Cell{
        {Line{{Run::kept(widgets::breakable(last.unit), 12, Weight::Regular, Tone::Ink3)}}}};
    row.cells << Cell{{Line{{Run::words(last.range, 12, Tone::Ink2)}, 6, true}}};
    Run delta = Run::words(analyte.delta, 12, Tone::Ink, Weight::Medium);
    delta.keep = true; // a figure is never cut short
    row.cells << Cell{{Line{{delta}, 6, true}}};
    row.cells << Cell{{Line{{Run::sparkline(sparkOf(analyte))}}}};
    const QString since =
        analyte.delta.isEmpty()
            ? QString()
            : RowWords::tr("écart %1 depuis le %2").arg(analyte.delta, analyte.deltaSince);
    if (!last.numeric && !analyte.panel) { // words take the room of value, unit and range
        row.cells = {row.cells.at(0), row.cells.at(1), row.cells.at(2)};
        row.columns = std::make_shared<widgets::Columns>(
            widgets::Columns{{{12}, {0, 1}, {0, 1.1}}, 6, 12, 12});
    }
    QStringList spoken{analyte.name,
                       last.full,
                       last.markWords,
                       last.range.isEmpty() ? RowWords::tr("sans valeur de référence")
                                            : RowWords::tr("référence %1").arg(last.range),
                       since,
                       last.day};
    spoken.removeAll(QString());
    row.accessible = spoken.join(QStringLiteral(", "));
    row.copyText =
        row.accessible + (last.laboratory.isEmpty() ? QString() : QString(u", " + last.laboratory));
    return row;
}

Row factRow(const QString& icon, Tone iconTone, const QList<Run>& name, const QString& fact,
            Tone factTone, const QVariant& key) {
    Row row;
    row.height = 26;
    row.ruled = false;
    row.ground = Tone::Sunken;
    row.key = key;
    Line line;
    line.gap = 8;
    line.runs << Run::icon(icon, 14, iconTone);
    line.runs << name;
    if (!fact.isEmpty()) {
        Run right = Run::right(Run::words(fact, 12, factTone,
                                          factTone == Tone::Warn ? Weight::Semi : Weight::Regular));
        right.keep = true;
        line.runs << right;
    }
    row.cells << Cell{{line}};
    return row;
}

} // namespace chevet::pages
