#pragma once
// How the result grid is drawn: cells and two-line date headers. Used by result_grid.cpp alone.

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace chevet::widgets {

class ResultGrid;

class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit GridDelegate(ResultGrid* grid);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    [[nodiscard]] bool startsGroup(int row) const;
    void paintValue(QPainter* painter, const QRectF& box, const QModelIndex& index) const;
    void paintWords(QPainter* painter, const QRectF& box, const QModelIndex& index) const;

    ResultGrid* m_grid;
};

class GridHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit GridHeader(ResultGrid* grid);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    ResultGrid* m_grid;
};

} // namespace chevet::widgets
