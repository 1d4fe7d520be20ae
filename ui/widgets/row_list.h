#pragma once
// RowList: a list of painted rows (run.h). Qt's list view gives it the keyboard and the accessible
// table; the rows give the words. Enter or a click on the selected row emits opened(); single
// letters reach keyPressed() only while the list has focus; Ctrl+C copies the selected row as text.
//
// GUI thread. Rows are held by value; replacing them keeps the selection when the key is still
// there.

#include "ui/widgets/run.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace chevet::widgets {

class RowModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<Row> rows);
    [[nodiscard]] const Row& row(int index) const { return m_rows.at(index); }
    [[nodiscard]] const QList<Row>& rows() const noexcept { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<Row> m_rows;
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColumns(const Columns& columns) { m_columns = columns; }
    [[nodiscard]] const Columns& columns() const noexcept { return m_columns; }
    // The selected row keeps its ground without focus: it drives the panel beside it.
    void setSelectionShown(bool shown) { m_selectionShown = shown; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Columns m_columns;
    bool m_selectionShown = true;
};

class RowList : public QListView {
    Q_OBJECT
public:
    explicit RowList(const QString& accessibleName, QWidget* parent = nullptr);

    void setColumns(const Columns& columns);
    void setRows(QList<Row> rows);
    [[nodiscard]] const RowModel& rows() const noexcept { return *m_model; }
    [[nodiscard]] QVariant currentKey() const;
    bool select(const QVariant& key); // false: no such row, selection unchanged
    void selectFirst();
    // In a summary a list shows no selection until it has focus.
    void setSelectionShown(bool shown);
    void setGround(Tone tone);

    // The height all rows take together.
    [[nodiscard]] int contentHeight() const;
    // Rows below the visible part: « 2 de plus ».
    [[nodiscard]] int hiddenBelow() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void selected(const QVariant& key);
    void opened(const QVariant& key);
    void keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void hiddenChanged(int below);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void copySelected() const;

    RowModel* m_model;
    RowDelegate* m_delegate;
    Tone m_ground = Tone::Surface;
    int m_hidden = -1;
};

} // namespace chevet::widgets
