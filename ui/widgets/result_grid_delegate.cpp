#include "ui/widgets/result_grid_delegate.h"

#include "ui/widgets/result_grid.h"
#include "ui/widgets/run_painter.h"

#include <QPainter>

namespace chevet::widgets {

GridDelegate::GridDelegate(ResultGrid* grid)
    : QStyledItemDelegate(grid)
    , m_grid(grid) {}

bool GridDelegate::startsGroup(int row) const {
    const auto& rows = m_grid->grid().grid().rows;
    return row == 0 || rows.at(row).group != rows.at(row - 1).group;
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    painter->save();
    const GridModel& model = m_grid->grid();
    const int date = model.dateOf(index.column());
    const bool selected = m_grid->currentIndex().row() == index.row();
    const bool newest = date >= 0 && date == static_cast<int>(model.grid().columns.size()) - 1;
    const bool group = index.column() == GridModel::GroupColumn;
    const bool first = startsGroup(index.row());
    const QRectF box = option.rect;
    painter->fillRect(box, color(selected ? Tone::Sel : newest ? Tone::Sunken : Tone::Surface));
    if (first || !group)
        painter->fillRect(QRectF(box.left(), box.top(), box.width(), 1),
                          color(first ? Tone::Line2 : Tone::Line));
    if (date >= 0)
        paintValue(painter, box, index);
    else
        paintWords(painter, box, index);
    if (m_grid->currentIndex() == index && date >= 0) {
        painter->setPen(QPen(color(Tone::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void GridDelegate::paintValue(QPainter* painter, const QRectF& box,
                              const QModelIndex& index) const {
    const GridModel& model = m_grid->grid();
    const GridCell& cell = model.grid().rows.at(index.row()).cells.at(model.dateOf(index.column()));
    Line line;
    line.alignRight = true;
    const bool critical = cell.flag == Flag::CriticalHigh || cell.flag == Flag::CriticalLow;
    if (cell.text.isEmpty()) {
        line.runs << Run::words(QStringLiteral("·"), 14, Tone::Ink3);
    } else {
        if (cell.flag != Flag::None && !critical)
            line.runs << Run::mark(cell.flag, 11);
        Run value = Run::words(cell.text, cell.wide ? 12 : 14, flagTone(cell.flag),
                               cell.flag == Flag::None ? Weight::Medium : Weight::Semi);
        value.critical = critical;
        value.flag = cell.flag;
        value.keep = !cell.wide;
        line.runs << value;
    }
    paintLine(painter, box.adjusted(px(4), 1, -px(8), 0), line);
}

void GridDelegate::paintWords(QPainter* painter, const QRectF& box,
                              const QModelIndex& index) const {
    const GridRow& row = m_grid->grid().grid().rows.at(index.row());
    const bool top = m_grid->rowAt(0) == index.row();
    Line line;
    double left = px(8);
    switch (index.column()) {
    case GridModel::GroupColumn:
        left = px(14);
        if (startsGroup(index.row()) || top)
            line.runs << Run::words(row.group, 13, Tone::Ink, Weight::Bold);
        break;
    case GridModel::NameColumn:
        line.runs << Run::words(row.name, 13, Tone::Ink,
                                row.latest == Flag::None ? Weight::Medium : Weight::Semi);
        if (!row.foreign.isEmpty())
            line.runs << Run::words(row.foreign, 12, Tone::Ink3);
        break;
    case GridModel::UnitColumn:
        line.runs << Run::words(row.unit, 12, Tone::Ink3);
        break;
    case GridModel::ReferenceColumn:
        line.runs << Run::words(row.reference, 12, Tone::Ink2);
        break;
    default:
        if (row.spark)
            paintSparkline(painter,
                           QRectF(box.left() + px(8), box.center().y() - px(9), px(62), px(20)),
                           *row.spark);
        return;
    }
    paintLine(painter, box.adjusted(left, 1, -px(4), 0), line);
}

GridHeader::GridHeader(ResultGrid* grid)
    : QHeaderView(Qt::Horizontal, grid)
    , m_grid(grid) {
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(px(24));
    setHighlightSections(false);
    setSectionsClickable(false);
}

QSize GridHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), px(40)};
}

void GridHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    painter->save();
    painter->fillRect(rect, color(Tone::Sunken));
    painter->fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), color(Tone::Line2));
    const QStringList words =
        model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString().split(u'\n');
    Cell cell;
    const bool date = m_grid->grid().dateOf(section) >= 0;
    Line first;
    first.alignRight = date;
    first.runs << Run::words(words.value(0), date ? 13 : 12, date ? Tone::Ink : Tone::Ink3,
                             date ? Weight::Semi : Weight::Medium);
    cell.lines << first;
    if (words.size() > 1 && !words.at(1).isEmpty()) {
        Line second;
        second.alignRight = true;
        second.runs << Run::words(words.at(1), 12, Tone::Ink3, Weight::Medium);
        cell.lines << second;
    }
    const double left = section == GridModel::GroupColumn ? px(14) : date ? px(2) : px(8);
    paintCell(painter, QRectF(rect).adjusted(left, 0, -px(8), -1), cell);
    painter->restore();
}

} // namespace chevet::widgets
