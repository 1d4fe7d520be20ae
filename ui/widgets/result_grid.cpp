#include "ui/widgets/result_grid.h"

#include "ui/widgets/result_grid_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace chevet::widgets {

void GridModel::setData(GridData data) {
    beginResetModel();
    m_data = std::move(data);
    m_shown = 0;
    m_first = 0;
    endResetModel();
}

void GridModel::setWindow(int first, int count) {
    const int total = static_cast<int>(m_data.columns.size());
    const int shown = std::min(count, total);
    const int start = std::clamp(first, 0, total - shown);
    if (start == m_first && shown == m_shown)
        return;
    if (shown == m_shown) {
        m_first = start;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, FirstDate), index(rowCount() - 1, FirstDate + shown - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, FirstDate, FirstDate + shown - 1);
        return;
    }
    beginResetModel();
    m_first = start;
    m_shown = shown;
    endResetModel();
}

int GridModel::dateOf(int column) const {
    const int date = column - FirstDate;
    return date >= 0 && date < m_shown ? m_first + date : -1;
}

int GridModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_data.rows.size());
}

int GridModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstDate + m_shown + 1;
}

QString GridModel::cellWords(const GridRow& row, int date) const {
    const GridCell& cell = row.cells.at(date);
    if (cell.text.isEmpty())
        return m_data.notMeasured;
    return cell.words.isEmpty() ? cell.text : cell.words;
}

QVariant GridModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const GridRow& row = m_data.rows.at(index.row());
    const int date = dateOf(index.column());
    if (role == Qt::UserRole)
        return row.key;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    if (date >= 0)
        return role == Qt::DisplayRole ? row.cells.at(date).text : cellWords(row, date);
    if (role == Qt::AccessibleTextRole)
        return fixedWords(index.row(), index.column());
    switch (index.column()) {
    case GroupColumn:
        return row.group;
    case NameColumn:
        return row.name;
    case UnitColumn:
        return row.unit;
    case ReferenceColumn:
        return row.reference;
    default:
        return role == Qt::DisplayRole ? QVariant() : QVariant(m_data.trendTitle);
    }
}

// A screen reader meets no empty cell: the group is that of the rows above, what is missing is
// said.
QString GridModel::fixedWords(int at, int column) const {
    const GridRow& row = m_data.rows.at(at);
    switch (column) {
    case GroupColumn:
        while (at > 0 && m_data.rows.at(at).group.isEmpty())
            --at;
        return m_data.rows.at(at).group.isEmpty() ? m_data.groupTitle : m_data.rows.at(at).group;
    case NameColumn:
        return row.name;
    case UnitColumn:
        return row.unit.isEmpty() ? tr("sans unité") : row.unit;
    case ReferenceColumn:
        return row.reference.isEmpty() ? tr("sans référence") : row.reference;
    default:
        return m_data.trendTitle;
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool words = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!words)
        return {};
    if (orientation == Qt::Vertical)
        return m_data.rows.at(section).name;
    const int date = dateOf(section);
    if (date >= 0) {
        const GridColumn& column = m_data.columns.at(date);
        return QString(column.day + QLatin1Char('\n') + column.time);
    }
    switch (section) {
    case GroupColumn:
        return m_data.groupTitle;
    case NameColumn:
        return m_data.nameTitle;
    case UnitColumn:
        return m_data.unitTitle;
    case ReferenceColumn:
        return m_data.referenceTitle;
    default:
        return m_data.trendTitle;
    }
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

ResultGrid::ResultGrid(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_model(new GridModel(this)) {
    setModel(m_model);
    setItemDelegate(new GridDelegate(this));
    setHorizontalHeader(new GridHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(px(20));
    verticalHeader()->setDefaultSectionSize(px(27));
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ResultGrid::setGrid(GridData content) {
    m_model->setData(std::move(content));
    showNewest();
}

void ResultGrid::showNewest() {
    m_model->setWindow(static_cast<int>(m_model->grid().columns.size()), 0);
    arrange();
}

// Fixed columns keep their width; dates share the rest, 92 px at least, 128 at most.
void ResultGrid::arrange() {
    const int total = static_cast<int>(m_model->grid().columns.size());
    const int width = viewport()->width();
    // Vital signs seldom have a reference: the column then leaves its room to the names.
    const auto& rows = m_model->grid().rows;
    const bool ranged = std::any_of(rows.cbegin(), rows.cend(),
                                    [](const GridRow& row) { return !row.reference.isEmpty(); });
    setColumnHidden(GridModel::ReferenceColumn, !ranged);
    const int fixed[] = {px(116), px(ranged ? 146 : 190), px(106), ranged ? px(90) : 0};
    const int trend = px(76);
    const int rest = width - fixed[0] - fixed[1] - fixed[2] - fixed[3] - trend;
    const int fit = std::clamp(rest / px(92), 1, std::max(1, total));
    const int last = m_model->shown() > 0 ? m_model->first() + m_model->shown() : total;
    m_model->setWindow(last - fit, fit);
    const int shown = m_model->shown();
    const int each = shown > 0 ? std::min(px(128), rest / shown) : 0;
    for (int i = 0; i < 4; ++i) {
        if (fixed[i] > 0)
            setColumnWidth(i, fixed[i]);
    }
    setColumnWidth(GridModel::NameColumn, fixed[1] + std::max(0, rest - each * shown));
    for (int i = 0; i < shown; ++i)
        setColumnWidth(GridModel::FirstDate + i, each);
    setColumnWidth(GridModel::FirstDate + shown, trend);
    Q_EMIT windowChanged(shown, total);
}

bool ResultGrid::moveWindow(int by) {
    const int before = m_model->first();
    m_model->setWindow(before + by, m_model->shown());
    return m_model->first() != before;
}

QVariant ResultGrid::currentKey() const {
    return currentIndex().data(Qt::UserRole);
}

bool ResultGrid::selectRow(const QVariant& key) {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const GridRow& row = m_model->grid().rows.at(i);
        if (row.key != key)
            continue;
        int date = static_cast<int>(row.cells.size()) - 1;
        while (date > m_model->first() && row.cells.at(date).text.isEmpty())
            --date;
        const int column = GridModel::FirstDate + std::clamp(date - m_model->first(), 0,
                                                             std::max(0, m_model->shown() - 1));
        setCurrentIndex(m_model->index(i, column));
        return true;
    }
    return false;
}

QSize ResultGrid::sizeHint() const {
    return {px(800), px(40) + m_model->rowCount() * verticalHeader()->defaultSectionSize()};
}

void ResultGrid::keyPressEvent(QKeyEvent* event) {
    const int column = currentIndex().column();
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        const GridRow& row = m_model->grid().rows.at(currentIndex().row());
        const int date = m_model->dateOf(column);
        const QString text = date >= 0 ? row.cells.at(date).copyText : row.name;
        QGuiApplication::clipboard()->setText(text);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT opened(currentKey());
        return;
    }
    if (event->key() == Qt::Key_Left && column == GridModel::FirstDate && moveWindow(-1)) {
        currentChanged(currentIndex(), currentIndex());
        return;
    }
    const bool lastDate = column == GridModel::FirstDate + m_model->shown() - 1;
    if (event->key() == Qt::Key_Right && lastDate && moveWindow(1)) {
        currentChanged(currentIndex(), currentIndex());
        return;
    }
    const bool single = !event->text().isEmpty() && event->text().at(0).isLetter() &&
                        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (single) {
        Q_EMIT keyPressed(event->key());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ResultGrid::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    const QVariant key = currentKey();
    arrange();
    if (key.isValid() && !currentIndex().isValid())
        selectRow(key);
}

void ResultGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (!current.isValid())
        return;
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT rowSelected(currentKey());
    if (const int date = m_model->dateOf(current.column()); date >= 0)
        Q_EMIT cellSelected(currentKey(), date);
}

void ResultGrid::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT opened(currentKey());
}

} // namespace chevet::widgets
