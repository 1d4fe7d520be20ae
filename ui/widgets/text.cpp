#include "ui/widgets/text.h"

#include "ui/widgets/icons.h"

#include <QPainter>

namespace chevet::widgets {

double lineHeightOf(double size) {
    if (size <= 12)
        return 16;
    if (size <= 13.5)
        return 18;
    if (size <= 15)
        return 20;
    if (size <= 18)
        return 24;
    return std::round(size * 1.28);
}

Text::Text(const QString& text, QWidget* parent)
    : Text(text, Look{}, parent) {}

Text::Text(const QString& text, Look look, QWidget* parent)
    : QLabel(parent)
    , m_look(look)
    , m_text(text) {
    setTextFormat(Qt::PlainText);
    connect(&Theme::instance(), &Theme::changed, this, &Text::refresh);
    refresh();
}

void Text::setLook(Look look) {
    m_look = look;
    refresh();
}

void Text::setTone(Tone tone) {
    m_look.tone = tone;
    refresh();
}

void Text::setWrapped(bool wrapped) {
    m_wrapped = wrapped;
    setWordWrap(wrapped);
    refresh();
}

void Text::setElided(bool elided) {
    m_elided = elided;
    refresh();
}

void Text::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    refresh();
}

int Text::lineHeight() const {
    return px(m_look.line > 0 ? m_look.line : lineHeightOf(m_look.size));
}

void Text::refresh() {
    setFont(face(m_look.size, m_look.weight));
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, color(m_look.tone));
    setPalette(tinted);
    if (m_wrapped) {
        setTextFormat(Qt::RichText);
        QLabel::setText(QStringLiteral("<p style=\"margin:0;line-height:%1px\">%2</p>")
                            .arg(lineHeight())
                            .arg(m_text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"))));
    } else {
        setTextFormat(Qt::PlainText);
        QLabel::setText(m_text);
    }
    setAccessibleName(m_text);
    updateGeometry();
}

QSize Text::sizeHint() const {
    QSize hint = QLabel::sizeHint();
    if (!m_wrapped && !m_text.contains(u'\n'))
        hint.setHeight(std::max(hint.height(), lineHeight()));
    return hint;
}

QSize Text::minimumSizeHint() const {
    QSize hint = m_wrapped ? QLabel::minimumSizeHint() : sizeHint();
    if (m_elided)
        hint.setWidth(std::min(hint.width(), px(24)));
    return hint;
}

void Text::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    if (m_elided)
        setToolTip(fontMetrics().horizontalAdvance(m_text) > contentsRect().width() ? m_text
                                                                                    : QString());
}

void Text::paintEvent(QPaintEvent* event) {
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, shown);
}

Rule::Rule(Qt::Orientation orientation, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_tone(tone) {
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Rule::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), color(m_tone));
}

Ground::Ground(Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_tone(tone) {
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Ground::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Ground::setRules(Qt::Edges edges, Tone tone) {
    m_edges = edges;
    m_rule = tone;
    update();
}

void Ground::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(m_tone));
    const QColor rule = color(m_rule);
    if (m_edges & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, rule);
    if (m_edges & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, rule);
    if (m_edges & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), rule);
    if (m_edges & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), rule);
}

Glyph::Glyph(const QString& icon, Tone tone, double size, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_tone(tone)
    , m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Glyph::setGlyph(const QString& icon, Tone tone) {
    m_icon = icon;
    m_tone = tone;
    update();
}

QSize Glyph::sizeHint() const {
    return {px(m_size), px(m_size)};
}

void Glyph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, color(m_tone));
}

} // namespace chevet::widgets
