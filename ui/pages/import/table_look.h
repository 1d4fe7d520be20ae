#pragma once
// How the lists of the import page look: rows of 32 px under a sunken header, hairlines, the first
// column in ink.

#include <QHeaderView>
#include <QStyledItemDelegate>

class QTreeWidget;

namespace chevet::pages {

class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& box, int section) const override;
    void paintEvent(QPaintEvent* event) override;
};

// A list with these titles; `widths` in logical pixels, the last column takes what is left.
QTreeWidget* makeTable(const QStringList& titles, const QList<double>& widths, const QString& name);

} // namespace chevet::pages
