#pragma once
// Runs, lines, cells: a declarative way to say what a painted row holds. A page fills these values,
// one painter draws them (run_painter.h), one list shows them (row_list.h), and the same values
// give the accessible name and what Ctrl+C copies. No record type is known here.
//
// Sizes are logical pixels at 100 %; the painter scales them.

#include "ui/widgets/marks.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/theme.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <memory>

namespace chevet::widgets {

struct Run {
    enum class Kind { Text, Icon, FlagMark, Spark, Chip, Space, Key, Bar };

    Kind kind = Kind::Text;
    QString text;     // Text, Chip, Key: words; Icon: its name
    double size = 13; // type size, or side of an icon or flag
    Weight weight = Weight::Regular;
    Tone tone = Tone::Ink;
    bool keep = false;      // never elided: a medication's name and dose
    bool strike = false;    // refused value
    bool link = false;      // underlined
    bool marked = false;    // search match: ground, bold, underline
    bool critical = false;  // white on the critical tile
    bool pushRight = false; // this run and the rest stand at the right edge of the cell
    Flag flag = Flag::None;
    std::shared_ptr<const SparkData> spark;
    double fraction = 0; // Bar: filled part, 0 … 1

    static Run words(QString text, double size = 13, Tone tone = Tone::Ink,
                     Weight weight = Weight::Regular);
    static Run kept(QString text, double size, Weight weight = Weight::Semi, Tone tone = Tone::Ink);
    static Run icon(QString name, double size = 16, Tone tone = Tone::Ink2);
    static Run mark(Flag flag, double size = 12);
    static Run sparkline(std::shared_ptr<const SparkData> data);
    static Run chip(QString text, Tone tone = Tone::Ink2);
    static Run linkTo(QString text, double size = 12);
    static Run keyCap(QString text);
    static Run bar(double fraction, double width = 100);
    static Run right(Run run); // the same, from the right edge on
};

struct Line {
    QList<Run> runs;
    double gap = 6;
    bool alignRight = false;
};

struct Cell {
    QList<Line> lines;
};

// Column widths of a list, in logical pixels; width 0 takes what is left, by `weight`.
struct Column {
    double width = 0;
    double weight = 1;
};

struct Columns {
    QList<Column> columns;
    double gap = 10;
    double left = 14;
    double right = 14;

    // Scaled x and width of each column inside `total` device-independent pixels.
    [[nodiscard]] QList<QPair<double, double>> layout(double total) const;
};

struct Row {
    enum class Kind { Item, Header, Group, Note };

    Kind kind = Kind::Item;
    double height = 27; // least height; grows with the type
    QList<Cell> cells;  // one for each column; Group and Note use the first over the whole width
    Tone ground = Tone::Surface;
    Tone rule = Tone::Line; // hairline above
    bool ruled = true;
    bool hatched = false;                   // refused or unknown content
    bool alarm = false;                     // crit-soft ground
    QString accessible;                     // the whole row in words
    QString copyText;                       // with unit, date and source
    QString toolTip;                        // empty: made of the runs
    std::shared_ptr<const Columns> columns; // of this row alone; null: the list's
    QVariant key;                           // what the page needs to find its value again
};

} // namespace chevet::widgets
