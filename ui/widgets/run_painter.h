#pragma once
// Draws the runs of run.h. Text elides by line, the least important first: a run marked `keep`
// never does (DESIGN.md §1.5). Digits are drawn on a fixed advance, because Qt before 6.7 cannot
// ask Inter for its tabular figures and columns of values must line up.

#include "ui/widgets/run.h"

class QPainter;

namespace chevet::widgets {

// The height a line or a row needs at the current scale.
[[nodiscard]] double lineHeight(const Line& line);
[[nodiscard]] double rowHeight(const Row& row);

// The width of a line if nothing is elided.
[[nodiscard]] double lineWidth(const Line& line);

// Draws `line` in `rect`, vertically centred. True if something was elided.
bool paintLine(QPainter* painter, const QRectF& rect, const Line& line);

// Draws the lines of `cell`, stacked and centred in `rect`.
bool paintCell(QPainter* painter, const QRectF& rect, const Cell& cell);

// Ground, hairline, selection edge and cells of a whole row.
struct RowState {
    bool selected = false;
    bool hovered = false;
    bool focused = false;
};
void paintRow(QPainter* painter, const QRectF& rect, const Row& row, const Columns& columns,
              RowState state);

// `text` in lines of at most `width` device-independent pixels, styled like `like`; at most `most`.
[[nodiscard]] QList<Line> wrapped(const QString& text, double width, const Run& like,
                                  int most = 60);

// The same words, which may also continue on the next line after a stroke: "mL/min/1,73 m²".
[[nodiscard]] QString breakable(QString unit);

// The row as it fits in `width`: a line whose kept runs (a medication's name and dose) would run
// into the next column continues on a second line, the dose never alone; a word longer than a line
// is cut, as nothing may be written over what stands beside it.
[[nodiscard]] Row reflowed(Row row, const Columns& listColumns, double width);

// The words of a row, cell by cell, for tooltips and as a fallback accessible name.
[[nodiscard]] QString rowText(const Row& row);

// Text on tabular digits; returns its width. With a null painter it only measures.
double drawFigures(QPainter* painter, const QPointF& baseline, const QString& text,
                   const QFont& typeface);

} // namespace chevet::widgets
