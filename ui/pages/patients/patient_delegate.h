#pragma once
// How a row of the patients list looks: six columns, matches marked, namesakes flagged.

#include <QAbstractItemView>
#include <QPointer>
#include <QStyledItemDelegate>

namespace chevet::pages {

// The columns for a list of that width, in device-independent pixels from its left edge. A column
// of width 0 is left out.
struct PatientColumns {
    QRect name, nam, birth, sex, contact, fresh;
    static PatientColumns of(int width, int top, int height);
};

class PatientDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// The titles above the columns.
class PatientHeader : public QWidget {
    Q_OBJECT
public:
    explicit PatientHeader(QWidget* parent = nullptr);
    void alignTo(QAbstractItemView* list); // which a scroll bar makes narrower
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointer<QAbstractItemView> m_list;
};

} // namespace chevet::pages
