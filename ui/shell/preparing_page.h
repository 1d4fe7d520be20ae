#pragma once
// While the demo clinic is being made: what is going on, and how far.

#include "ui/widgets/text.h"

namespace chevet::widgets {
class ProgressBar;
}

namespace chevet::shell {

class PreparingPage : public widgets::Ground {
    Q_OBJECT
public:
    explicit PreparingPage(QWidget* parent = nullptr);
    void show(const QString& what, double fraction); // negative: unknown

private:
    widgets::Text* m_words;
    widgets::ProgressBar* m_bar;
};

} // namespace chevet::shell
