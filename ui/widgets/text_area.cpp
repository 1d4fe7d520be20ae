#include "ui/widgets/text_area.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

namespace chevet::widgets {

TextArea::TextArea(const QString& accessibleName, double size, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_size(size) {
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCenterOnScroll(false);
    connect(&Theme::instance(), &Theme::changed, this, &TextArea::restyle);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &TextArea::fitHeight);
    restyle();
}

void TextArea::restyle() {
    QPalette tinted = palette();
    tinted.setColor(QPalette::Base, color(Tone::Surface));
    tinted.setColor(QPalette::Text, color(Tone::Ink));
    tinted.setColor(QPalette::PlaceholderText, color(Tone::Ink3));
    setPalette(tinted);
    setFont(face(m_size));
    document()->setDocumentMargin(px(4));
    fitHeight();
}

// A plain text layout measures in lines.
int TextArea::wantedHeight() const {
    const double lines = std::max(1.0, document()->size().height());
    const double line = QFontMetricsF(font()).lineSpacing();
    return qCeil(lines * line + 2 * document()->documentMargin() + 2);
}

QSize TextArea::sizeHint() const {
    return {px(200), wantedHeight()};
}

void TextArea::fitHeight() {
    updateGeometry();
    const int height = wantedHeight();
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void TextArea::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void TextArea::insertFromMimeData(const QMimeData* source) {
    if (source->hasText())
        insertPlainText(source->text());
}

void TextArea::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (control && event->key() == Qt::Key_Down) {
        Q_EMIT leaving(Leave::Down);
        return;
    }
    if (control && event->key() == Qt::Key_Up) {
        Q_EMIT leaving(Leave::Up);
        return;
    }
    const int before = textCursor().position();
    QPlainTextEdit::keyPressEvent(event);
    if (event->modifiers() != Qt::NoModifier || textCursor().position() != before)
        return;
    if (event->key() == Qt::Key_Down)
        Q_EMIT leaving(Leave::Down);
    else if (event->key() == Qt::Key_Up)
        Q_EMIT leaving(Leave::Up);
}

} // namespace chevet::widgets
