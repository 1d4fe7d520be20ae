#pragma once
// TextArea: several lines to type, as high as what it holds. Plain text only; Tab leaves it, undo
// reaches back to the first key.

#include "ui/widgets/theme.h"

#include <QPlainTextEdit>

namespace chevet::widgets {

class TextArea : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextArea(const QString& accessibleName, double size = 14, QWidget* parent = nullptr);

    // Ctrl+Down and Ctrl+Up, and the arrows beyond the first or last line.
    enum class Leave { Up, Down };

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void leaving(chevet::widgets::TextArea::Leave where);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void restyle();
    void fitHeight();
    [[nodiscard]] int wantedHeight() const;

    double m_size;
};

} // namespace chevet::widgets
