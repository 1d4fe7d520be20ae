#include "ui/widgets/run_painter.h"

#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace chevet::widgets {
namespace {

QFont faceOf(const Run& run) {
    return face(run.size, run.marked ? Weight::Bold : run.weight);
}

double textLineHeight(double size) {
    // 12/16, 13/18, 14/20, 15/21, 16/22, 22/28: the type scale of DESIGN.md §3.
    return px(size) + px(size < 13 ? 4 : size < 14 ? 5 : 6);
}

double widthOf(const Run& run) {
    switch (run.kind) {
    case Run::Kind::Text:
        return drawFigures(nullptr, {}, run.text, faceOf(run)) +
               (run.critical ? px(10) + px(17) : 0);
    case Run::Kind::Icon:
    case Run::Kind::FlagMark:
    case Run::Kind::Space:
    case Run::Kind::Bar:
        return px(run.size);
    case Run::Kind::Spark:
        return px(58);
    case Run::Kind::Chip:
        return drawFigures(nullptr, {}, run.text, faceOf(run)) + px(14);
    case Run::Kind::Key:
        return drawFigures(nullptr, {}, run.text, faceOf(run)) + px(12);
    }
    return 0;
}

double heightOf(const Run& run) {
    switch (run.kind) {
    case Run::Kind::Spark:
    case Run::Kind::Chip:
        return px(20);
    case Run::Kind::Key:
        return px(18);
    case Run::Kind::Bar:
        return px(6);
    case Run::Kind::Text:
        return run.critical ? px(22) : textLineHeight(run.size);
    default:
        return px(run.size);
    }
}

QString elided(const Run& run, double width) {
    const QFontMetricsF metrics(faceOf(run));
    QString text = metrics.elidedText(run.text, Qt::ElideRight, width);
    while (text.size() > 1 && drawFigures(nullptr, {}, text, faceOf(run)) > width + 0.5) {
        width -= 2;
        const QString shorter = metrics.elidedText(run.text, Qt::ElideRight, width);
        if (width < 4)
            break;
        text = shorter;
    }
    return text;
}

struct ChipTones {
    Tone ground, line;
};

ChipTones chipTones(Tone ink) {
    switch (ink) {
    case Tone::Ok:
        return {Tone::OkSoft, Tone::OkLine};
    case Tone::Warn:
        return {Tone::WarnSoft, Tone::WarnLine};
    case Tone::Crit:
        return {Tone::CritSoft, Tone::CritLine};
    case Tone::Low:
        return {Tone::LowSoft, Tone::LowLine};
    case Tone::Accent:
        return {Tone::AccentSoft, Tone::AccentLine};
    default:
        return {Tone::Sunken, Tone::Line2};
    }
}

void paintBox(QPainter* painter, const QRectF& box, const Run& run) {
    const ChipTones tones = chipTones(run.tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(tones.line), 1));
    painter->setBrush(color(tones.ground));
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
    const QFontMetricsF metrics(faceOf(run));
    painter->setPen(color(run.tone));
    const double inner = drawFigures(nullptr, {}, run.text, faceOf(run));
    drawFigures(painter,
                {box.center().x() - inner / 2,
                 box.center().y() + (metrics.ascent() - metrics.descent()) / 2},
                run.text, faceOf(run));
}

void paintText(QPainter* painter, const QRectF& box, const Run& run) {
    const QFont typeface = faceOf(run);
    const QFontMetricsF metrics(typeface);
    const double base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    double x = box.left();
    if (run.critical) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Tone::CritSolid));
        painter->drawRoundedRect(box, 3, 3);
        paintFlag(painter, QRectF(x + px(5), box.center().y() - px(6), px(12), px(12)), run.flag);
        x += px(5) + px(17);
        painter->setPen(color(Tone::OnCrit));
    } else {
        if (run.marked) {
            painter->fillRect(box, color(Tone::Mark));
            painter->fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2),
                              color(Tone::MarkLine));
        }
        painter->setPen(color(run.marked ? Tone::MarkInk : run.tone));
    }
    const double width = drawFigures(painter, {x, base}, run.text, typeface);
    if (run.strike)
        painter->fillRect(QRectF(x, base - metrics.xHeight() / 2 - 1, width, px(2)),
                          color(run.tone));
    if (run.link) {
        QColor under = color(run.tone);
        under.setAlphaF(0.45F);
        painter->fillRect(QRectF(x, base + px(3), width, 1), under);
    }
}

void paintRun(QPainter* painter, const QRectF& box, const Run& run) {
    switch (run.kind) {
    case Run::Kind::Text:
        paintText(painter, box, run);
        break;
    case Run::Kind::Icon:
        paintIcon(painter, box, run.text, color(run.tone));
        break;
    case Run::Kind::FlagMark:
        paintFlag(painter, box, run.flag);
        break;
    case Run::Kind::Spark:
        if (run.spark)
            paintSparkline(painter, box, *run.spark);
        break;
    case Run::Kind::Chip:
    case Run::Kind::Key:
        paintBox(painter, box, run);
        break;
    case Run::Kind::Bar:
        painter->fillRect(box, color(Tone::Line2));
        painter->fillRect(QRectF(box.left(), box.top(), box.width() * run.fraction, box.height()),
                          color(run.tone));
        break;
    case Run::Kind::Space:
        break;
    }
}

// Takes the missing width from runs that may elide, the last of them first.
QList<double> fit(const QList<Run>& runs, double gap, double available) {
    QList<double> widths;
    double total = gap * static_cast<double>(std::max<qsizetype>(0, runs.size() - 1));
    for (const Run& run : runs) {
        widths.append(widthOf(run));
        total += widths.last();
    }
    for (qsizetype i = runs.size(); i-- > 0 && total > available;) {
        const Run& run = runs.at(i);
        if (run.kind != Run::Kind::Text || run.keep || run.critical)
            continue;
        const double least = std::min(widths.at(i), static_cast<double>(px(14)));
        const double cut = std::min(widths.at(i) - least, total - available);
        widths[i] -= cut;
        total -= cut;
    }
    return widths;
}

} // namespace

double drawFigures(QPainter* painter, const QPointF& baseline, const QString& text,
                   const QFont& typeface) {
    const QFontMetricsF metrics(typeface);
    const double advance = metrics.horizontalAdvance(QLatin1Char('0'));
    if (painter)
        painter->setFont(typeface);
    double x = baseline.x();
    qsizetype start = 0;
    const auto flush = [&](qsizetype end) {
        if (end <= start)
            return;
        const QString part = text.mid(start, end - start);
        if (painter)
            painter->drawText(QPointF(x, baseline.y()), part);
        x += metrics.horizontalAdvance(part);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            continue;
        flush(i);
        start = i + 1;
        if (painter) {
            const double glyph = metrics.horizontalAdvance(c);
            painter->drawText(QPointF(x + (advance - glyph) / 2, baseline.y()), QString(c));
        }
        x += advance;
    }
    flush(text.size());
    return x - baseline.x();
}

double lineHeight(const Line& line) {
    double height = 0;
    for (const Run& run : line.runs)
        height = std::max(height, heightOf(run));
    return height;
}

double lineWidth(const Line& line) {
    double width = px(line.gap) * static_cast<double>(std::max<qsizetype>(0, line.runs.size() - 1));
    for (const Run& run : line.runs)
        width += widthOf(run);
    return width;
}

double rowHeight(const Row& row) {
    double content = 0;
    for (const Cell& cell : row.cells) {
        double stacked = 0;
        for (const Line& line : cell.lines)
            stacked += lineHeight(line);
        content = std::max(content, stacked);
    }
    return std::max(static_cast<double>(px(row.height)), content + px(4));
}

bool paintLine(QPainter* painter, const QRectF& rect, const Line& line) {
    const double gap = px(line.gap);
    const QList<double> widths = fit(line.runs, gap, rect.width());
    double total = gap * static_cast<double>(std::max<qsizetype>(0, line.runs.size() - 1));
    for (const double width : widths)
        total += width;
    double x = line.alignRight ? rect.right() - total : rect.left();
    bool cut = false;
    for (qsizetype i = 0; i < line.runs.size(); ++i) {
        Run run = line.runs.at(i);
        if (run.pushRight) {
            double rest = -gap;
            for (qsizetype j = i; j < widths.size(); ++j)
                rest += widths.at(j) + gap;
            x = std::max(x, rect.right() - rest);
        }
        if (run.kind == Run::Kind::Text && widths.at(i) + 0.5 < widthOf(run)) {
            run.text = elided(run, widths.at(i));
            cut = true;
        }
        const double height = heightOf(run);
        paintRun(painter, QRectF(x, rect.center().y() - height / 2, widths.at(i), height), run);
        x += widths.at(i) + gap;
    }
    return cut;
}

bool paintCell(QPainter* painter, const QRectF& rect, const Cell& cell) {
    double stacked = 0;
    for (const Line& line : cell.lines)
        stacked += lineHeight(line);
    double y = rect.center().y() - stacked / 2;
    bool cut = false;
    for (const Line& line : cell.lines) {
        const double height = lineHeight(line);
        cut = paintLine(painter, QRectF(rect.left(), y, rect.width(), height), line) || cut;
        y += height;
    }
    return cut;
}

void paintRow(QPainter* painter, const QRectF& rect, const Row& row, const Columns& listColumns,
              RowState state) {
    const Columns& columns = row.columns ? *row.columns : listColumns;
    const Tone ground = state.selected                                 ? Tone::Sel
                        : row.alarm                                    ? Tone::CritSoft
                        : state.hovered && row.kind == Row::Kind::Item ? Tone::Hover
                                                                       : row.ground;
    painter->fillRect(rect, color(ground));
    if (row.hatched)
        paintHatch(painter, rect, color(row.alarm ? Tone::CritLine : Tone::Hatch), px(6));
    if (row.ruled)
        painter->fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), color(row.rule));
    if (state.selected)
        painter->fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()),
                          color(Tone::Accent));
    const QRectF inner = rect.adjusted(0, row.ruled ? 1 : 0, 0, 0);
    if (row.kind == Row::Kind::Group || row.kind == Row::Kind::Note || columns.columns.isEmpty()) {
        if (!row.cells.isEmpty())
            paintCell(painter, inner.adjusted(px(columns.left), 0, -px(columns.right), 0),
                      row.cells.first());
        return;
    }
    const auto places = columns.layout(rect.width());
    for (qsizetype i = 0; i < row.cells.size() && i < places.size(); ++i) {
        const QRectF box(rect.left() + places.at(i).first, inner.top(), places.at(i).second,
                         inner.height());
        paintCell(painter, box, row.cells.at(i));
    }
}

QList<Line> wrapped(const QString& text, double width, const Run& like, int most) {
    QList<Line> lines;
    const QFont typeface = faceOf(like);
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QString rest = paragraph.simplified();
        do {
            if (lines.size() == most - 1) { // the last one elides when it is painted
                Run run = like;
                run.text = rest;
                lines << Line{{run}};
                return lines;
            }
            qsizetype end = rest.size();
            while (end > 1 && drawFigures(nullptr, {}, rest.left(end), typeface) > width) {
                const qsizetype blank = rest.lastIndexOf(QLatin1Char(' '), end - 2);
                end = blank > 0 ? blank : end - std::max<qsizetype>(1, end / 8);
            }
            Run run = like;
            run.text = rest.left(end).trimmed();
            lines << Line{{run}};
            rest = rest.mid(end).trimmed();
        } while (!rest.isEmpty());
    }
    return lines;
}

namespace {

constexpr QChar breakMark(0x200B); // zero width space

// Breaks a line of kept runs at blanks and where breakable() allows. Words of one run stay one run;
// a dose never stands alone: the word before it goes down with it.
QList<Line> broken(const Line& line, double width) {
    struct Word {
        Run run;
        qsizetype from; // index of its run
        QString before; // what joins it to the word before, on one line
    };
    QList<Word> words;
    for (qsizetype i = 0; i < line.runs.size(); ++i) {
        const Run& run = line.runs.at(i);
        const bool split = run.keep && run.kind == Run::Kind::Text;
        for (const QString& text :
             split ? run.text.split(QLatin1Char(' '), Qt::SkipEmptyParts) : QStringList{run.text}) {
            QString before = QStringLiteral(" ");
            for (const QString& part : text.split(breakMark)) {
                words.append({run, i, before});
                words.last().run.text = part;
                before = QString(breakMark);
            }
        }
    }
    const auto lineOf = [&](qsizetype first, qsizetype last) {
        Line made;
        made.gap = line.gap;
        for (qsizetype i = first; i < last; ++i) {
            if (i > first && words.at(i).from == words.at(i - 1).from)
                made.runs.last().text += words.at(i).before + words.at(i).run.text;
            else
                made.runs << words.at(i).run;
        }
        return made;
    };
    QList<Line> lines;
    qsizetype first = 0;
    for (qsizetype end = 1; end <= words.size(); ++end) {
        const bool over = end < words.size() && lineWidth(lineOf(first, end + 1)) > width;
        if (!over)
            continue;
        const bool dose = words.at(end).from > 0 && words.at(end - 1).from == 0 && end - 1 > first;
        const qsizetype cut = dose ? end - 1 : end;
        lines << lineOf(first, cut);
        first = cut;
    }
    lines << lineOf(first, words.size());
    // A word too long for a whole line is cut after all: it must not run over the next column.
    for (Line& made : lines) {
        const auto longest =
            std::max_element(made.runs.begin(), made.runs.end(), [](const Run& a, const Run& b) {
                return a.text.size() < b.text.size();
            });
        if (lineWidth(made) > width && longest != made.runs.end())
            longest->keep = false;
    }
    return lines;
}

} // namespace

QString breakable(QString unit) {
    return unit.replace(QLatin1Char('/'), QString(QLatin1Char('/') + QString(breakMark)));
}

Row reflowed(Row row, const Columns& listColumns, double width) {
    const auto places = (row.columns ? *row.columns : listColumns).layout(width);
    for (qsizetype i = 0; i < row.cells.size() && i < places.size(); ++i) {
        QList<Line> lines;
        for (const Line& line : row.cells.at(i).lines) {
            const bool kept = std::count_if(line.runs.cbegin(), line.runs.cend(),
                                            [](const Run& run) { return run.keep; }) > 0;
            if (kept && !line.alignRight &&
                !std::any_of(line.runs.cbegin(), line.runs.cend(),
                             [](const Run& run) { return run.pushRight; }) &&
                lineWidth(line) > places.at(i).second)
                lines << broken(line, places.at(i).second);
            else
                lines << line;
        }
        row.cells[i].lines = lines;
    }
    return row;
}

QString rowText(const Row& row) {
    QStringList cells;
    for (const Cell& cell : row.cells) {
        for (const Line& line : cell.lines) {
            QStringList words;
            for (const Run& run : line.runs) {
                if (run.kind == Run::Kind::Text || run.kind == Run::Kind::Chip)
                    words << run.text;
            }
            if (!words.isEmpty())
                cells << words.join(QLatin1Char(' '));
        }
    }
    return cells.join(QStringLiteral(", "));
}

} // namespace chevet::widgets
