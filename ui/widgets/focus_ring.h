#pragma once
// FocusRing: the 2 px ring around whatever has the keyboard, 1 px outside it, in every page at
// once. One per window. A field's ring goes around its frame (the widget whose focus proxy it is).
// After a click only fields show it: whoever uses a mouse sees where they clicked; the first key
// brings it back.

#include "ui/widgets/theme.h"

#include <QPointer>
#include <QWidget>

namespace chevet::widgets {

class FocusRing : public QWidget {
    Q_OBJECT
public:
    explicit FocusRing(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* focus);
    void useKeys(bool keys);
    void place();

    QPointer<QWidget> m_target;
    bool m_inside = false;
    bool m_field = false;
    bool m_keys = true; // false after a click, until a key
    bool m_onDark = false;
};

} // namespace chevet::widgets
