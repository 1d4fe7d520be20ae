#include "ui/widgets/marks.h"

#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QPainter>

namespace chevet::widgets {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Marks", text);
}

void triangle(QPainter* painter, const QRectF& box, bool up) {
    const QPointF top[] = {{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()};
    const QPointF bottom[] = {{box.center().x(), box.bottom()}, box.topLeft(), box.topRight()};
    painter->drawPolygon(up ? top : bottom, 3);
}

} // namespace

void paintFlag(QPainter* painter, const QRectF& square, Flag flag) {
    if (flag == Flag::None)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double unit = square.width() / 12;
    switch (flag) {
    case Flag::High:
    case Flag::Low:
        painter->setBrush(color(flag == Flag::High ? Tone::Crit : Tone::Low));
        triangle(painter, square.adjusted(0.7 * unit, 1.3 * unit, -0.7 * unit, -1.3 * unit),
                 flag == Flag::High);
        break;
    case Flag::CriticalHigh:
    case Flag::CriticalLow: {
        painter->setBrush(color(Tone::CritSolid));
        painter->drawRoundedRect(square, 1.5 * unit, 1.5 * unit);
        painter->setBrush(color(Tone::OnCrit));
        const QRectF part(square.x() + 2.4 * unit, square.y() + 1.8 * unit, 7.2 * unit, 3.8 * unit);
        triangle(painter, part, flag == Flag::CriticalHigh);
        triangle(painter, part.translated(0, 4.5 * unit), flag == Flag::CriticalHigh);
        break;
    }
    case Flag::NotMeasured:
        painter->setBrush(color(Tone::Ink3));
        painter->drawEllipse(square.center(), 1.3 * unit, 1.3 * unit);
        break;
    case Flag::Unknown:
        paintIcon(painter, square, QStringLiteral("diamond-question"), color(Tone::Warn));
        break;
    case Flag::None:
        break;
    }
    painter->restore();
}

QString flagWords(Flag flag) {
    switch (flag) {
    case Flag::High:
        return words(QT_TRANSLATE_NOOP("Marks", "au-dessus de la référence"));
    case Flag::Low:
        return words(QT_TRANSLATE_NOOP("Marks", "sous la référence"));
    case Flag::CriticalHigh:
        return words(QT_TRANSLATE_NOOP("Marks", "critique, au-dessus"));
    case Flag::CriticalLow:
        return words(QT_TRANSLATE_NOOP("Marks", "critique, sous la limite"));
    case Flag::NotMeasured:
        return words(QT_TRANSLATE_NOOP("Marks", "non mesuré"));
    case Flag::Unknown:
        return words(QT_TRANSLATE_NOOP("Marks", "unité ou référence absente"));
    case Flag::None:
        break;
    }
    return {};
}

Tone flagTone(Flag flag) {
    switch (flag) {
    case Flag::High:
    case Flag::CriticalHigh:
    case Flag::CriticalLow:
        return Tone::Crit;
    case Flag::Low:
        return Tone::Low;
    default:
        return Tone::Ink;
    }
}

QString signatureGlyph(Signature state) {
    switch (state) {
    case Signature::Verified:
        return QStringLiteral("shield-check");
    case Signature::Pending:
        return QStringLiteral("hourglass");
    case Signature::UnknownKey:
        return QStringLiteral("diamond-question");
    case Signature::Invalid:
        return QStringLiteral("octagon-cross");
    }
    return {};
}

QString signatureWords(Signature state) {
    switch (state) {
    case Signature::Verified:
        return words(QT_TRANSLATE_NOOP("Marks", "signature vérifiée"));
    case Signature::Pending:
        return words(QT_TRANSLATE_NOOP("Marks", "signée ici, non envoyée"));
    case Signature::UnknownKey:
        return words(QT_TRANSLATE_NOOP("Marks", "clé inconnue"));
    case Signature::Invalid:
        return words(QT_TRANSLATE_NOOP("Marks", "signature non valide"));
    }
    return {};
}

Tone signatureTone(Signature state) {
    switch (state) {
    case Signature::Verified:
        return Tone::Ok;
    case Signature::Pending:
        return Tone::Ink2;
    case Signature::UnknownKey:
        return Tone::Warn;
    case Signature::Invalid:
        return Tone::Crit;
    }
    return Tone::Ink2;
}

SignatureBadge::SignatureBadge(Signature state, const QString& text, QWidget* parent)
    : QLabel(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    set(state, text);
}

void SignatureBadge::set(Signature state, const QString& text) {
    m_state = state;
    setText(text.isEmpty() ? signatureWords(state) : text);
    setAccessibleName(text.isEmpty() ? signatureWords(state)
                                     : QString(signatureWords(state) + QLatin1String(", ") + text));
    setToolTip(signatureWords(state));
    updateGeometry();
    update();
}

QSize SignatureBadge::sizeHint() const {
    return {px(18) + QFontMetrics(face(12)).horizontalAdvance(text()) + 1, px(18)};
}

QSize SignatureBadge::minimumSizeHint() const {
    return {px(14), px(18)};
}

void SignatureBadge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor ink = color(signatureTone(m_state));
    const int side = px(14);
    paintIcon(&painter, QRectF(0, (height() - side) / 2.0, side, side), signatureGlyph(m_state),
              ink);
    painter.setFont(face(12));
    painter.setPen(ink);
    const QRect room = rect().adjusted(px(18), 0, 0, 0);
    painter.drawText(room, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

Fact::Fact(const QString& glyph, const QString& text, Tone tone, Weight weight, double size,
           QWidget* parent)
    : QLabel(parent)
    , m_tone(tone)
    , m_weight(weight)
    , m_size(size) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    set(glyph, text, tone);
}

void Fact::set(const QString& glyph, const QString& text, Tone tone) {
    m_glyph = glyph;
    m_tone = tone;
    setText(text);
    setAccessibleName(m_aside.isEmpty() ? text : QString(text + u' ' + m_aside));
    updateGeometry();
    update();
}

void Fact::setAside(const QString& aside) {
    m_aside = aside;
    set(m_glyph, text(), m_tone);
}

QSize Fact::sizeHint() const {
    int width = QFontMetrics(face(m_size, m_weight)).horizontalAdvance(text()) + 1;
    if (!m_glyph.isEmpty())
        width += px(16) + px(7);
    if (!m_aside.isEmpty())
        width += px(6) + QFontMetrics(face(m_size)).horizontalAdvance(m_aside);
    return {width, px(m_size + 6)};
}

void Fact::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor ink = color(m_tone);
    int x = 0;
    if (!m_glyph.isEmpty()) {
        const int side = px(16);
        paintIcon(&painter, QRectF(0, (height() - side) / 2.0, side, side), m_glyph, ink);
        x = side + px(7);
    }
    painter.setFont(face(m_size, m_weight));
    painter.setPen(ink);
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (m_aside.isEmpty())
        return;
    x += painter.fontMetrics().horizontalAdvance(text()) + px(6);
    painter.setFont(face(m_size));
    painter.setPen(color(Tone::Ink3));
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, m_aside);
}

void paintHatch(QPainter* painter, const QRectF& area, const QColor& ink, int step) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(area, Qt::IntersectClip);
    painter->setPen(QPen(ink, 1));
    const double diagonal = step * 1.414;
    for (double x = area.left() - area.height(); x < area.right(); x += diagonal)
        painter->drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter->restore();
}

} // namespace chevet::widgets
