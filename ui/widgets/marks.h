#pragma once
// Marks that carry clinical or integrity meaning by shape first, colour second: result flags and
// signature badges. The words come with the shape; a mark is never alone.

#include "ui/widgets/theme.h"

#include <QLabel>

class QPainter;

namespace chevet::widgets {

enum class Flag { None, High, Low, CriticalHigh, CriticalLow, NotMeasured, Unknown };

// Into a square of 9 to 12 px. None paints nothing.
void paintFlag(QPainter* painter, const QRectF& square, Flag flag);
QString flagWords(Flag flag); // "au-dessus de la référence"; empty for None
Tone flagTone(Flag flag);     // of the value beside it

enum class Signature { Verified, Pending, UnknownKey, Invalid };

QString signatureGlyph(Signature state);
QString signatureWords(Signature state); // "signature vérifiée"
Tone signatureTone(Signature state);

// Icon and words in one line. The text replaces the usual words: "M. Lachance".
class SignatureBadge : public QLabel {
    Q_OBJECT
public:
    explicit SignatureBadge(Signature state, const QString& text = {}, QWidget* parent = nullptr);
    void set(Signature state, const QString& text = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Signature m_state;
};

// Icon, words, tone: the line of facts used in strips, status bars and lists.
class Fact : public QLabel {
    Q_OBJECT
public:
    Fact(const QString& glyph, const QString& text, Tone tone, Weight weight = Weight::Semi,
         double size = 13, QWidget* parent = nullptr);
    void set(const QString& glyph, const QString& text, Tone tone);
    // After the words, in ink3 and regular: "il y a 18 min".
    void setAside(const QString& aside);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_glyph;
    QString m_aside;
    Tone m_tone;
    Weight m_weight;
    double m_size;
};

// Diagonal hatching of unknown and refused values.
void paintHatch(QPainter* painter, const QRectF& area, const QColor& ink, int step);

} // namespace chevet::widgets
