#include "ui/pages/import/table_look.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QTreeWidget>

namespace chevet::pages {

using namespace widgets;

namespace {

void put(QPainter* painter, const QRect& box, const QString& text, const QFont& font, Tone tone) {
    const QRect room = box.adjusted(px(14), 0, -px(8), 0);
    painter->setFont(font);
    painter->setPen(color(tone));
    painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(80), px(32)};
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool over = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, color(selected ? Tone::Sel
                                         : over   ? Tone::Hover
                                                  : Tone::Surface));
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                      color(Tone::Line));
    const bool first = index.column() == 0;
    put(painter, option.rect, index.data().toString(),
        face(13, first ? Weight::Semi : Weight::Regular), first ? Tone::Ink : Tone::Ink2);
    painter->restore();
}

TableHeader::TableHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(false);
    setStretchLastSection(true);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize TableHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), px(28)};
}

void TableHeader::paintEvent(QPaintEvent* event) {
    QPainter(viewport()).fillRect(viewport()->rect(), color(Tone::Sunken));
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter* painter, const QRect& box, int section) const {
    painter->fillRect(box, color(Tone::Sunken));
    put(painter, box, model()->headerData(section, Qt::Horizontal).toString(),
        face(12, Weight::Medium), Tone::Ink3);
}

QTreeWidget* makeTable(const QStringList& titles, const QList<double>& widths,
                       const QString& name) {
    auto* tree = new QTreeWidget;
    tree->setHeader(new TableHeader);
    tree->setHeaderLabels(titles);
    tree->setItemDelegate(new TableDelegate(tree));
    tree->setRootIsDecorated(false);
    tree->setIndentation(0);
    tree->setUniformRowHeights(true);
    tree->setMouseTracking(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setAccessibleName(name);
    for (int i = 0; i < widths.size(); ++i)
        tree->setColumnWidth(i, px(widths[i]));
    return tree;
}

} // namespace chevet::pages
