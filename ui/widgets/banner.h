#pragma once
// The two strips at the top of every chart, which never scroll: who the patient is, and how fresh
// and how well verified what one reads is.

#include "ui/widgets/theme.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace chevet::widgets {

class Button;
class Chip;

class IdentityBanner : public QWidget {
    Q_OBJECT
public:
    struct Cell {
        QString label, value;
    };
    struct Identity {
        QString name; // "TREMBLAY, Émilie"
        QList<Cell> cells;
        bool namesake = false; // somebody else could be taken for this person
        // Always shown: "2 allergies", "Allergies : non documenté" (hatched when unknown).
        QString allergies;
        bool allergiesUnknown = false;
        bool allergiesNone = false;
    };
    explicit IdentityBanner(QWidget* parent = nullptr);
    void setIdentity(const Identity& identity);
    // Offers to correct what the banner says; `whyNot`: why this person cannot, "" if they can.
    void setEditable(const QString& whyNot);
    // Fewer words and 54 px instead of 64 (below 1400 wide or 800 high).
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void allergiesRequested();
    void editRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    [[nodiscard]] int chipsEdge() const;
    void paintCells(class QPainter& painter) const;

    Identity m_identity;
    Chip* m_namesake;
    Chip* m_allergies;
    Button* m_edit;
    bool m_compact = false;
};

// 34 px strip of facts. An alarm takes the first segment and tints the strip.
class FreshnessStrip : public QWidget {
    Q_OBJECT
public:
    explicit FreshnessStrip(QWidget* parent = nullptr);
    struct Segment {
        QString glyph, words, aside;
        Tone tone = Tone::Ink;
        bool strong = false;
    };
    void setSegments(const QList<Segment>& segments, bool alarm = false);
    // At the right end: a link.
    void setTrailing(QWidget* widget);
    void setCompact(bool compact); // no asides, 30 px
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuild();

    QHBoxLayout* m_row;
    QList<QWidget*> m_parts;
    QList<Segment> m_segments;
    bool m_alarm = false;
    bool m_compact = false;
};

} // namespace chevet::widgets
