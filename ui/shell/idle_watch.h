#pragma once
// IdleWatch: asks to lock when nobody has touched keyboard or mouse for a while; warns 60 s ahead.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace chevet::shell {

class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr);
    void start(int minutes);
    void stop();
    void touch(); // as if a key was pressed
    [[nodiscard]] int minutesLeft() const;

Q_SIGNALS:
    void ticked(int minutesLeft);
    void warned(int secondsLeft); // 0 when the warning is lifted
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tick();

    QElapsedTimer m_since;
    QTimer m_timer;
    int m_minutes = 10;
    bool m_warning = false;
};

} // namespace chevet::shell
