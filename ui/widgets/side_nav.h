#pragma once
// SideNav: the sections of a chart. 180 px with words, or a 48 px rail with tooltips and flags.

#include "ui/widgets/marks.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace chevet::widgets {

class NavItem;

class SideNav : public QWidget {
    Q_OBJECT
public:
    explicit SideNav(const QString& name, QWidget* parent = nullptr);

    int addItem(const QString& glyph, const QString& words);
    // At the right of the words: a count, and how it is meant.
    void setCount(int index, const QString& count, Tone tone = Tone::Ink3, Flag flag = Flag::None);
    void addSeparator();
    void setCurrent(int index); // emits nothing
    [[nodiscard]] int current() const noexcept { return m_current; }
    [[nodiscard]] int count() const { return int(m_items.size()); }
    void setRail(bool rail);
    // While Alt is held: the digit that opens each section.
    void setDigitsShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QVBoxLayout* m_column;
    QList<NavItem*> m_items;
    int m_current = -1;
    bool m_rail = false;
};

} // namespace chevet::widgets
