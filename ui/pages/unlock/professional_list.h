#pragma once
// The professionals of this workstation, one row each: avatar, name, role, last opening.

#include "ui/viewmodels/door.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace chevet::pages {

class ProfessionalModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setUsers(const QList<session::UserFacts>& users);
    [[nodiscard]] const session::UserFacts* user(const QModelIndex& index) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<session::UserFacts> m_users;
};

class ProfessionalDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class ProfessionalList : public QListView {
    Q_OBJECT
public:
    explicit ProfessionalList(QWidget* parent = nullptr);
    void setUsers(const QList<session::UserFacts>& users,
                  const std::optional<base::Uuid>& selected);
    [[nodiscard]] const session::UserFacts* current() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen();   // another row
    void accepted(); // Enter, or a click

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    ProfessionalModel* m_model;
};

} // namespace chevet::pages
