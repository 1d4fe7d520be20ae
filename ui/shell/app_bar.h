#pragma once
// The application bar: 44 px, brand, tabs, search, who is here, lock.

#include "ui/widgets/text.h"

#include <QAbstractButton>

class QHBoxLayout;

namespace chevet::widgets {
class Avatar;
class IconButton;
} // namespace chevet::widgets

namespace chevet::shell {

class AppTab;

class AppBar : public widgets::Ground {
    Q_OBJECT
public:
    enum Tab { Patients, Synchronisation };

    explicit AppBar(QWidget* parent = nullptr);
    void setUser(const QString& name);
    void setTab(Tab tab);
    void setSearchShown(bool shown); // the patients page has its own field
    void setCompact(bool compact);   // no word beside the brand, 40 px
    void setNarrow(bool narrow);     // no name beside the avatar
    // One entry per open chart; -1: none is on screen.
    void setCharts(const QStringList& names, int current);
    QSize sizeHint() const override;

Q_SIGNALS:
    void tabChosen(int tab);
    void chartChosen(int index);
    void chartClosed(int index);
    void searchRequested();
    void lockRequested();
    void menuRequested(const QPoint& where);

private:
    widgets::Text* m_brand;
    QWidget* m_brandBox;
    AppTab* m_patients;
    QWidget* m_charts;
    QHBoxLayout* m_chartRow;
    QAbstractButton* m_search;
    widgets::Avatar* m_avatar;
    widgets::Text* m_name;
    widgets::IconButton* m_menu;
    bool m_compact = false;
};

// A tab of the bar: icon, word, underline when it is the one on screen.
class AppTab : public QAbstractButton {
    Q_OBJECT
public:
    AppTab(const QString& glyph, const QString& words, QWidget* parent = nullptr);
    // A cross at the right, for charts.
    void setClosable(bool closable);
    QSize sizeHint() const override;

Q_SIGNALS:
    void closeClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRect crossRect() const;
    QString m_glyph;
    bool m_closable = false;
};

} // namespace chevet::shell
