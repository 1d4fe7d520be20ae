#include "ui/widgets/buttons.h"

#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace chevet::widgets {

namespace {

void followTheme(QWidget* widget) {
    QObject::connect(&Theme::instance(), &Theme::changed, widget, [widget] {
        widget->updateGeometry();
        widget->update();
    });
}

} // namespace

Button::Button(const QString& text, Kind kind, QWidget* parent)
    : QAbstractButton(parent)
    , m_kind(kind) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    followTheme(this);
}

void Button::setGlyph(const QString& icon) {
    m_glyph = icon;
    updateGeometry();
    update();
}

void Button::setSize(Size size) {
    m_size = size;
    updateGeometry();
}

void Button::setKind(Kind kind) {
    m_kind = kind;
    update();
}

void Button::setReason(const QString& reason) {
    setEnabled(reason.isEmpty());
    setToolTip(reason);
    setAccessibleDescription(reason);
}

QFont Button::textFont() const {
    const double size = m_size == Size::Small ? 12 : m_size == Size::Large ? 14 : 13;
    const bool strong = m_kind == Kind::Primary;
    return face(strong && m_size == Size::Large ? 15 : size,
                strong ? Weight::Semi : Weight::Medium);
}

int Button::padding() const {
    return px(m_size == Size::Small ? 9 : m_kind == Kind::OnBanner ? 11 : 13);
}

QSize Button::sizeHint() const {
    const QFontMetrics metrics(textFont());
    int width = metrics.horizontalAdvance(text()) + 2 * padding();
    if (!m_glyph.isEmpty())
        width += px(16) + (text().isEmpty() ? 0 : px(8));
    const double height = m_size == Size::Small      ? 26
                          : m_size == Size::Large    ? 42
                          : m_kind == Kind::OnBanner ? 30
                                                     : 32;
    return {width, px(height)};
}

Button::Colours Button::colours() const {
    const bool over = underMouse() && isEnabled();
    if (!isEnabled())
        return {color(Tone::Sunken), color(Tone::Line2), color(Tone::Ink3)};
    switch (m_kind) {
    case Kind::Primary: {
        const QColor accent = color(Tone::Accent);
        const QColor ground = isDown() ? accent.darker(118) : over ? accent.lighter(112) : accent;
        return {ground, ground, color(Tone::OnAccent)};
    }
    case Kind::Danger:
        return {color(over ? Tone::CritSoft : Tone::Surface), color(Tone::Crit), color(Tone::Crit)};
    case Kind::OnBanner:
        return {over ? color(Tone::BannerLine) : Qt::transparent, color(Tone::BannerCtl),
                color(Tone::BannerInk)};
    case Kind::Plain:
        break;
    }
    return {color(isDown() ? Tone::Sel
                  : over   ? Tone::Hover
                           : Tone::Surface),
            color(Tone::Ctl), color(Tone::Ink)};
}

void Button::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours paint = colours();
    painter.setPen(QPen(paint.edge, 1));
    painter.setBrush(paint.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));

    painter.setFont(textFont());
    painter.setPen(paint.ink);
    const int textWidth = painter.fontMetrics().horizontalAdvance(text());
    const int glyph = m_glyph.isEmpty() ? 0 : px(16);
    const int gap = glyph > 0 && !text().isEmpty() ? px(8) : 0;
    int x = std::max(padding(), (width() - textWidth - glyph - gap) / 2);
    if (glyph > 0)
        paintIcon(&painter, QRectF(x, (height() - glyph) / 2.0, glyph, glyph), m_glyph, paint.ink);
    x += glyph + gap;
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
}

// Enter presses a focused button, as a keyboard user expects; Qt only knows the space bar.
void Button::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

IconButton::IconButton(const QString& glyph, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_glyph(glyph) {
    setGlyph(glyph, name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

void IconButton::setGlyph(const QString& glyph, const QString& name) {
    m_glyph = glyph;
    setToolTip(name);
    setAccessibleName(name);
    update();
}

void IconButton::setGlyphSize(double size) {
    m_glyphSize = size;
    update();
}

void IconButton::setFramed(bool framed) {
    m_framed = framed;
    update();
}

QSize IconButton::sizeHint() const {
    return {px(30), px(30)};
}

void IconButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void IconButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void IconButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool over = underMouse() && isEnabled();
    if (m_framed || over || isChecked()) {
        painter.setPen(m_framed ? QPen(color(Tone::Line2), 1) : QPen(Qt::NoPen));
        painter.setBrush(color(isChecked() ? Tone::Sel : over ? Tone::Hover : Tone::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    }
    const double side = px(m_glyphSize);
    paintIcon(&painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_glyph,
              color(isEnabled() ? Tone::Ink2 : Tone::Ink3));
}

LinkButton::LinkButton(const QString& text, double size, QWidget* parent)
    : QAbstractButton(parent)
    , m_size(size) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    followTheme(this);
}

QSize LinkButton::sizeHint() const {
    const QFontMetrics metrics(face(m_size, Weight::Medium));
    return {metrics.horizontalAdvance(text()) + 1, std::max(px(m_size + 6), metrics.height())};
}

void LinkButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor ink = color(isEnabled() ? Tone::Accent : Tone::Ink3);
    painter.setFont(face(m_size, Weight::Medium));
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text());
    QColor line = ink;
    line.setAlphaF(underMouse() ? 1.0F : 0.45F);
    const QFontMetrics metrics = painter.fontMetrics();
    const int baseline = (height() - metrics.height()) / 2 + metrics.ascent();
    painter.fillRect(0, baseline + px(3), metrics.horizontalAdvance(text()), 1, line);
}

} // namespace chevet::widgets
