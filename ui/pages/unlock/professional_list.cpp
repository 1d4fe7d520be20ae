#include "ui/pages/unlock/professional_list.h"

#include "ui/viewmodels/words.h"
#include "ui/widgets/chip.h"

#include <QKeyEvent>
#include <QPainter>

namespace chevet::pages {

using namespace widgets;

void ProfessionalModel::setUsers(const QList<session::UserFacts>& users) {
    beginResetModel();
    m_users.clear();
    for (const session::UserFacts& user : users) {
        if (!user.disabled)
            m_users << user;
    }
    endResetModel();
}

const session::UserFacts* ProfessionalModel::user(const QModelIndex& index) const {
    const bool inside = index.isValid() && index.row() < m_users.size();
    return inside ? &m_users[index.row()] : nullptr;
}

int ProfessionalModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_users.size());
}

QVariant ProfessionalModel::data(const QModelIndex& index, int role) const {
    const session::UserFacts* found = user(index);
    if (!found)
        return {};
    if (role == Qt::DisplayRole)
        return found->name;
    if (role == Qt::AccessibleTextRole)
        return QString(found->name + QLatin1String(", ") + viewmodels::roleWords(found->role));
    return {};
}

QSize ProfessionalDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(300), px(58)};
}

void ProfessionalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const auto* model = static_cast<const ProfessionalModel*>(index.model());
    const session::UserFacts* user = model->user(index);
    if (!user)
        return;
    const bool selected = option.state & QStyle::State_Selected;
    const QRect box = option.rect;
    painter->save();
    if (selected || (option.state & QStyle::State_MouseOver))
        painter->fillRect(box, color(selected ? Tone::Sel : Tone::Hover));
    if (index.row() > 0)
        painter->fillRect(box.left(), box.top(), box.width(), 1,
                          color(selected ? Tone::Sel : Tone::Line));
    if (selected)
        painter->fillRect(box.left(), box.top(), px(4), box.height(), color(Tone::Accent));
    const int side = px(34);
    const QRectF circle(box.left() + px(16), box.top() + (box.height() - side) / 2.0, side, side);
    paintAvatar(painter, circle, initialsOf(user->name), selected, 13);
    const int left = int(circle.right()) + px(13);
    const QRect room(left, box.top(), box.right() - px(16) - left, box.height());
    painter->setFont(face(15, Weight::Semi));
    painter->setPen(color(Tone::Ink));
    painter->drawText(room.adjusted(0, px(9), 0, 0), Qt::AlignTop,
                      painter->fontMetrics().elidedText(user->name, Qt::ElideRight, room.width()));
    painter->setFont(face(13));
    painter->setPen(color(Tone::Ink2));
    painter->drawText(room.adjusted(0, px(29), 0, 0), Qt::AlignTop,
                      viewmodels::roleWords(user->role));
    painter->restore();
}

ProfessionalList::ProfessionalList(QWidget* parent)
    : QListView(parent)
    , m_model(new ProfessionalModel(this)) {
    setModel(m_model);
    setItemDelegate(new ProfessionalDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Professionnels de ce poste"));
    connect(this, &QListView::clicked, this, [this] { Q_EMIT accepted(); });
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ProfessionalList::setUsers(const QList<session::UserFacts>& users,
                                const std::optional<base::Uuid>& selected) {
    m_model->setUsers(users);
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (selected && m_model->user(m_model->index(i))->id == *selected)
            row = i;
    }
    setCurrentIndex(m_model->index(row));
    updateGeometry();
}

const session::UserFacts* ProfessionalList::current() const {
    return m_model->user(currentIndex());
}

QSize ProfessionalList::sizeHint() const {
    return {px(380), std::max(1, m_model->rowCount()) * px(58) + 2};
}

void ProfessionalList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT chosen();
}

void ProfessionalList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT accepted();
    else
        QListView::keyPressEvent(event);
}

void ProfessionalList::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Tone::Line2), 1));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4),
                            px(4));
}

} // namespace chevet::pages
