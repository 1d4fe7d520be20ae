#pragma once
// Chips, key caps, avatars and counters: small facts. Never buttons.

#include "ui/widgets/theme.h"

#include <QLabel>

class QPainter;

namespace chevet::widgets {

enum class ChipKind { Plain, Ok, Warn, Crit, Low, Accent, Solid, BannerNamesake, BannerAllergy };

// For delegates: the width a chip takes, and the painting of one whose left edge is `left`, centred
// on `centre`. Returns its right edge.
int chipWidth(const QString& text, const QString& glyph);
int paintChip(QPainter* painter, int left, int centre, const QString& text, const QString& glyph,
              ChipKind kind);

// For delegates: a round avatar with initials.
void paintAvatar(QPainter* painter, const QRectF& circle, const QString& initials, bool selected,
                 double textSize);

class Chip : public QLabel {
    Q_OBJECT
public:
    Chip(const QString& text, ChipKind kind, const QString& glyph = {}, QWidget* parent = nullptr);
    void set(const QString& text, ChipKind kind, const QString& glyph = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipKind m_kind;
    QString m_glyph;
};

// The name of a key, on a sunken cap: "Ctrl+K".
class KeyCap : public QLabel {
    Q_OBJECT
public:
    explicit KeyCap(const QString& keys, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

// Key caps and what they do: "[↑] [↓] choisir". Screen readers get it as one label.
class KeyHint : public QWidget {
    Q_OBJECT
public:
    KeyHint(const QStringList& keys, const QString& words, QWidget* parent = nullptr);
};

// Up to two initials of a professional's name, without its title: "Dre Maude Lachance" gives "ML".
QString initialsOf(const QString& name);

class Avatar : public QWidget {
    Q_OBJECT
public:
    Avatar(const QString& name, double diameter, bool strong, QWidget* parent = nullptr);
    void setName(const QString& name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_initials;
    double m_diameter;
    bool m_strong;
};

} // namespace chevet::widgets
