#include "ui/widgets/row_list.h"

#include "ui/widgets/run_painter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace chevet::widgets {

void RowModel::setRows(QList<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.accessible.isEmpty() ? rowText(row) : row.accessible;
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? rowText(row) : row.toolTip;
    case Qt::UserRole:
        return row.key;
    default:
        return {};
    }
}

Qt::ItemFlags RowModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || m_rows.at(index.row()).kind != Row::Kind::Item)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const auto* model = static_cast<const RowModel*>(index.model());
    const bool focused = option.widget && option.widget->hasFocus();
    RowState state;
    state.selected = (option.state & QStyle::State_Selected) && (m_selectionShown || focused);
    state.hovered = option.state & QStyle::State_MouseOver;
    state.focused = focused;
    painter->save();
    paintRow(painter, option.rect,
             reflowed(model->row(index.row()), m_columns, option.rect.width()), m_columns, state);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = static_cast<const RowModel*>(index.model());
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const double width = view ? view->viewport()->width() : option.rect.width();
    return {option.rect.width(),
            qRound(rowHeight(reflowed(model->row(index.row()), m_columns, width)))};
}

RowList::RowList(const QString& accessibleName, QWidget* parent)
    : QListView(parent)
    , m_model(new RowModel(this))
    , m_delegate(new RowDelegate(this)) {
    setModel(m_model);
    setItemDelegate(m_delegate);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { Q_EMIT hiddenChanged(hiddenBelow()); });
}

void RowList::setColumns(const Columns& columns) {
    m_delegate->setColumns(columns);
    viewport()->update();
}

void RowList::setRows(QList<Row> rows) {
    const QVariant before = currentKey();
    m_model->setRows(std::move(rows));
    if (before.isValid())
        select(before);
    updateGeometry();
    m_hidden = -1;
}

QVariant RowList::currentKey() const {
    return currentIndex().data(Qt::UserRole);
}

bool RowList::select(const QVariant& key) {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->row(i).kind == Row::Kind::Item && m_model->row(i).key == key) {
            setCurrentIndex(m_model->index(i));
            return true;
        }
    }
    return false;
}

void RowList::selectFirst() {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->row(i).kind == Row::Kind::Item) {
            setCurrentIndex(m_model->index(i));
            return;
        }
    }
}

void RowList::setSelectionShown(bool shown) {
    m_delegate->setSelectionShown(shown);
}

void RowList::setGround(Tone tone) {
    m_ground = tone;
}

int RowList::contentHeight() const {
    double height = 0;
    for (const Row& row : m_model->rows())
        height += qRound(rowHeight(reflowed(row, m_delegate->columns(), viewport()->width())));
    return qRound(height);
}

int RowList::hiddenBelow() const {
    const int bottom = viewport()->height();
    int hidden = 0;
    for (int i = m_model->rowCount(); i-- > 0;) {
        if (visualRect(m_model->index(i)).bottom() <= bottom + 1)
            break;
        hidden += m_model->row(i).kind == Row::Kind::Item ? 1 : 0;
    }
    return hidden;
}

QSize RowList::sizeHint() const {
    return {px(240), contentHeight()};
}

QSize RowList::minimumSizeHint() const {
    return {px(120), px(54)};
}

void RowList::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentKey());
        return;
    }
    const bool single = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (single) {
        Q_EMIT keyPressed(event->key(), event->modifiers());
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::mouseReleaseEvent(QMouseEvent* event) {
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        m_model->row(index.row()).kind == Row::Kind::Item)
        Q_EMIT opened(m_model->row(index.row()).key);
}

void RowList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (current.isValid() && m_model->row(current.row()).kind == Row::Kind::Item)
        Q_EMIT selected(m_model->row(current.row()).key);
}

void RowList::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    if (!currentIndex().isValid())
        selectFirst();
}

void RowList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    m_hidden = -1;
    scheduleDelayedItemsLayout(); // a wider list may need fewer lines
}

void RowList::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), color(m_ground));
    painter.end();
    QListView::paintEvent(event);
    const int hidden = hiddenBelow();
    if (hidden != m_hidden) {
        m_hidden = hidden;
        QMetaObject::invokeMethod(
            this, [this, hidden] { Q_EMIT hiddenChanged(hidden); }, Qt::QueuedConnection);
    }
}

void RowList::copySelected() const {
    if (!currentIndex().isValid())
        return;
    const Row& row = m_model->row(currentIndex().row());
    QGuiApplication::clipboard()->setText(row.copyText.isEmpty() ? rowText(row) : row.copyText);
}

} // namespace chevet::widgets
