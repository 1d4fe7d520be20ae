#pragma once
// ResultGrid: analytes down, dates left to right, newest at the right and first in focus. Only as
// many dates as fit are shown; Left and Right past the edge move the window, so identity columns
// never scroll away. The row of the current cell is tinted and drives the chart below it.
//
// A QTableView, so that screen readers meet a table with row and column headers. GUI thread.

#include "ui/widgets/run.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace chevet::widgets {

struct GridCell {
    QString text; // as shown; empty: not measured
    Flag flag = Flag::None;
    QString words;     // read out: « 98 micromoles par litre, au-dessus de la référence »
    QString copyText;  // with unit, date and source
    bool wide = false; // words, not a number: may elide
};

struct GridRow {
    QString group, name, unit, reference;
    QString foreign;       // language of the name when it is not the page's
    QList<GridCell> cells; // one for each column of the data
    std::shared_ptr<const SparkData> spark;
    Flag latest = Flag::None;
    QVariant key;
};

struct GridColumn {
    QString day, time; // « 2025-10-09 », « 08 h 12 »
};

struct GridData {
    QList<GridColumn> columns; // oldest first
    QList<GridRow> rows;       // grouped
    QString groupTitle, nameTitle, unitTitle, referenceTitle, trendTitle;
    QString notMeasured; // spoken for an empty cell
};

class GridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum FixedColumn { GroupColumn, NameColumn, UnitColumn, ReferenceColumn, FirstDate };
    using QAbstractTableModel::QAbstractTableModel;

    void setData(GridData data);
    using QAbstractTableModel::setData;
    void setWindow(int first, int count);
    [[nodiscard]] const GridData& grid() const noexcept { return m_data; }
    [[nodiscard]] int first() const noexcept { return m_first; }
    [[nodiscard]] int shown() const noexcept { return m_shown; }
    [[nodiscard]] int dateOf(int column) const; // index in the data, -1 for the other columns

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] QString fixedWords(int at, int column) const;
    [[nodiscard]] QString cellWords(const GridRow& row, int date) const;

    GridData m_data;
    int m_first = 0;
    int m_shown = 0;
};

class ResultGrid : public QTableView {
    Q_OBJECT
public:
    explicit ResultGrid(const QString& accessibleName, QWidget* parent = nullptr);

    void setGrid(GridData data);
    [[nodiscard]] const GridModel& grid() const noexcept { return *m_model; }
    [[nodiscard]] QVariant currentKey() const;
    bool selectRow(const QVariant& key); // at the newest date that has a value
    void showNewest();

    QSize sizeHint() const override;

Q_SIGNALS:
    void rowSelected(const QVariant& key);
    void cellSelected(const QVariant& key, int date);
    void opened(const QVariant& key);
    void windowChanged(int shown, int total);
    void keyPressed(int key); // single letters, while the grid has the focus

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void arrange();
    bool moveWindow(int by);

    GridModel* m_model;
};

} // namespace chevet::widgets
