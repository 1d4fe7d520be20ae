#pragma once
// Text: a label in the theme's type and tones. Plain text only: what comes from a record is never
// read as markup. Screen readers see a label with the full text, also when the eye sees an
// ellipsis.

#include "ui/widgets/theme.h"

#include <QLabel>

namespace chevet::widgets {

class Text : public QLabel {
    Q_OBJECT
public:
    struct Look {
        double size = 13;
        Weight weight = Weight::Regular;
        Tone tone = Tone::Ink;
        double line = 0; // line height; 0: from the size, as DESIGN.md §3 pairs them
    };
    explicit Text(const QString& text = {}, QWidget* parent = nullptr);
    Text(const QString& text, Look look, QWidget* parent = nullptr);

    void setLook(Look look);
    [[nodiscard]] const Look& look() const noexcept { return m_look; }
    void setTone(Tone tone);
    // Several lines, each of the look's line height.
    void setWrapped(bool wrapped);
    // One line that gives way to an ellipsis; the whole text is in the tooltip then.
    void setElided(bool elided);
    // Replaces QLabel::setText, which does not know of line heights.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    [[nodiscard]] int lineHeight() const;

    Look m_look;
    QString m_text;
    bool m_wrapped = false;
    bool m_elided = false;
};

// The line height that goes with a type size, both in logical pixels.
double lineHeightOf(double size);

// A 1 px rule.
class Rule : public QWidget {
    Q_OBJECT
public:
    explicit Rule(Qt::Orientation orientation, Tone tone = Tone::Line2, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

// A plain ground in one tone, with optional rules at its edges.
class Ground : public QWidget {
    Q_OBJECT
public:
    explicit Ground(Tone tone, QWidget* parent = nullptr);
    void setTone(Tone tone);
    void setRules(Qt::Edges edges, Tone tone = Tone::Line2);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    Qt::Edges m_edges;
    Tone m_rule = Tone::Line2;
};

// An icon by itself, decorative unless it is given an accessible name.
class Glyph : public QWidget {
    Q_OBJECT
public:
    Glyph(const QString& icon, Tone tone, double size = 16, QWidget* parent = nullptr);
    void setGlyph(const QString& icon, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    Tone m_tone;
    double m_size;
};

} // namespace chevet::widgets
