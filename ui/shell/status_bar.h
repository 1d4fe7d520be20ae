#pragma once
// The status bar: 28 px. Left: the network and what waits; right: clinic, workstation, time to
// lock, or the keys of the page while locked.

#include "ui/widgets/text.h"

class QHBoxLayout;

namespace chevet::widgets {
class Fact;
}

namespace chevet::shell {

class StatusBar : public widgets::Ground {
    Q_OBJECT
public:
    explicit StatusBar(QWidget* parent = nullptr);

    struct Hint {
        QStringList keys;
        QString words;
    };
    // While nothing is open: the state in words at the left, keys at the right.
    void showClosed(const QString& state, widgets::Tone tone, const QList<Hint>& hints);
    void showOpen(const QString& clinic, const QString& workstation);
    void setMinutesToLock(int minutes);
    // Integrity alarms of the opening; 0 hides it.
    void setAlarms(int count);
    void setActivity(const QString& words);   // what runs in the background; empty: nothing
    void setTrouble(const QString& sentence); // what did not work, until the next opening
    void setNarrow(bool narrow);              // without clinic and workstation
    QSize sizeHint() const override;

private:
    void clear();
    QWidget* addRule();
    void addWide(QWidget* widget);

    QHBoxLayout* m_row;
    widgets::Fact* m_lock = nullptr;
    widgets::Fact* m_alarms = nullptr;
    widgets::Fact* m_trouble = nullptr;
    widgets::Fact* m_activity = nullptr;
    QList<QWidget*> m_wide; // gone when the window is narrow
    bool m_narrow = false;
};

} // namespace chevet::shell
