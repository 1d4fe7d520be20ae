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
    void showClosed(const QString& state, const QList<Hint>& hints);
    void showOpen(const QString& clinic, const QString& workstation);
    void setMinutesToLock(int minutes);
    // Integrity alarms of the opening; 0 hides it.
    void setAlarms(int count);
    QSize sizeHint() const override;

private:
    void clear();
    void addRule();

    QHBoxLayout* m_row;
    widgets::Fact* m_lock = nullptr;
    widgets::Fact* m_alarms = nullptr;
};

} // namespace chevet::shell
