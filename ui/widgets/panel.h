#pragma once
// Panels of a page: header, card, segmented filter, tabs of a panel.

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace chevet::widgets {

class LinkButton;
class Text;

// 34 px: title, quiet facts, and at the right a link or any widget.
class PanelHeader : public QWidget {
    Q_OBJECT
public:
    explicit PanelHeader(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setMeta(const QString& meta);
    void addTrailing(QWidget* widget);
    // A title one can press opens the section (Enter on it).
    void setPressable(bool pressable);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pressed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    Text* m_title;
    Text* m_meta;
    QHBoxLayout* m_row;
    bool m_pressable = false;
};

// A bordered box: something to choose or to act on.
class Card : public QWidget {
    Q_OBJECT
public:
    enum class Look { Plain, Selected, Alarm, Sunken };
    explicit Card(Look look = Look::Plain, QWidget* parent = nullptr);
    void setLook(Look look);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
};

// One choice of several: "Tous 4 812 | Rendez-vous du jour 17".
class Segmented : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(const QString& name, QWidget* parent = nullptr);
    int addSegment(const QString& text); // returns its index
    void setCount(int index, const QString& count);
    void setCurrent(int index);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    QButtonGroup* m_group;
};

// Tabs inside a panel, underlined.
class TabStrip : public QWidget {
    Q_OBJECT
public:
    explicit TabStrip(const QString& name, QWidget* parent = nullptr);
    int addTab(const QString& text);
    void setCurrent(int index);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    QButtonGroup* m_group;
};

} // namespace chevet::widgets
