#pragma once
// The dark side of the first run: five steps, what was chosen in each, and the two other ways in.

#include "ui/widgets/text.h"

namespace chevet::pages {

class StepList : public widgets::Ground {
    Q_OBJECT
public:
    explicit StepList(bool demoPossible, QWidget* parent = nullptr);
    void setCurrent(int step);
    void setDetail(int step, const QString& detail);
    QSize sizeHint() const override;

Q_SIGNALS:
    void joinRequested();
    void demoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString title, detail;
        widgets::Text* head = nullptr;
        widgets::Text* body = nullptr;
    };
    QList<Line> m_lines;
    int m_current = 0;
};

} // namespace chevet::pages
