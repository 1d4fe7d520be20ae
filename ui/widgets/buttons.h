#pragma once
// Buttons: verbs. Primary (one a page), plain, dangerous, quiet (an icon in a bar), on the banner,
// and links. All are QAbstractButton, so screen readers see the role and the text as the name.

#include "ui/widgets/theme.h"

#include <QAbstractButton>

namespace chevet::widgets {

class Button : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Danger, OnBanner };
    enum class Size { Small, Normal, Large }; // 26, 32, 42 px

    explicit Button(const QString& text, Kind kind = Kind::Plain, QWidget* parent = nullptr);

    void setGlyph(const QString& icon); // before the text
    void setSize(Size size);
    void setKind(Kind kind);
    // Why it cannot be pressed now; empty enables it. The reason is shown as the tooltip.
    void setReason(const QString& reason);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Colours {
        QColor ground, edge, ink;
    };
    [[nodiscard]] Colours colours() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int padding() const;

    Kind m_kind;
    Size m_size = Size::Normal;
    QString m_glyph;
};

// An icon without a text of its own; `name` is its tooltip and its accessible name.
class IconButton : public QAbstractButton {
    Q_OBJECT
public:
    IconButton(const QString& glyph, const QString& name, QWidget* parent = nullptr);
    void setGlyph(const QString& glyph, const QString& name);
    void setGlyphSize(double size);
    void setFramed(bool framed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_glyph;
    double m_glyphSize = 16;
    bool m_framed = false;
};

// An underlined text one can press.
class LinkButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString& text, double size = 12, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_size;
};

} // namespace chevet::widgets
