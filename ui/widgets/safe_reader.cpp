#include "ui/widgets/safe_reader.h"

#include <QPalette>
#include <QTextBlock>
#include <QTextDocument>

namespace chevet::widgets {

SafeReader::SafeReader(const QString& accessibleName, QWidget* parent)
    : QTextBrowser(parent) {
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true); // the margins around the viewport too
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setTabChangesFocus(true);
    connect(&Theme::instance(), &Theme::changed, this, &SafeReader::restyle);
    setInset(px(14), px(8));
}

QVariant SafeReader::loadResource(int, const QUrl&) {
    return {};
}

void SafeReader::setInset(int horizontal, int vertical) {
    document()->setDocumentMargin(0);
    setViewportMargins(horizontal, vertical, horizontal, 0);
}

void SafeReader::showHtml(const QString& safeHtml, double size) {
    m_source = safeHtml;
    m_html = true;
    m_size = size;
    restyle();
}

void SafeReader::showPlain(const QString& text, double size) {
    m_source = text;
    m_html = false;
    m_size = size;
    restyle();
}

void SafeReader::restyle() {
    QPalette tinted = palette();
    tinted.setColor(QPalette::Base, color(Tone::Surface));
    tinted.setColor(QPalette::Window, color(Tone::Surface));
    tinted.setColor(QPalette::Text, color(Tone::Ink));
    setPalette(tinted);
    document()->setDefaultFont(face(m_size));
    document()->setIndentWidth(px(22));
    const auto name = [](Tone tone) { return color(tone).name(); };
    document()->setDefaultStyleSheet(
        QStringLiteral("body{color:%1} h3,h4,h5{font-weight:600;font-size:%2px;margin:10px 0 3px 0}"
                       "p{margin:0 0 5px 0} li{margin:0 0 3px 0} th{font-weight:600;color:%3;"
                       "text-align:left;padding:2px 8px 2px 0} td{padding:2px 8px 2px 0}"
                       "table{margin:4px 0 8px 0} hr{color:%4}")
            .arg(name(Tone::Ink))
            .arg(px(m_size))
            .arg(name(Tone::Ink2), name(Tone::Line)));
    if (m_html)
        setHtml(m_source);
    else
        setPlainText(m_source);
    document()->setDocumentMargin(0);
    applyLines();
    if (!m_marked.isEmpty())
        markAll(m_marked);
}

// 13/18 and 14/19 of DESIGN.md §3, in every block.
void SafeReader::applyLines() {
    QTextBlockFormat format;
    format.setLineHeight(px(m_size + 5), QTextBlockFormat::MinimumHeight);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

int SafeReader::markAll(const QString& words) {
    m_marked = words;
    m_found.clear();
    QList<QTextEdit::ExtraSelection> selections;
    if (!words.isEmpty()) {
        QTextCursor at = document()->find(words);
        while (!at.isNull() && m_found.size() < 2000) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = at;
            selection.format.setBackground(color(Tone::Mark));
            selection.format.setForeground(color(Tone::MarkInk));
            selection.format.setFontWeight(QFont::Bold);
            selection.format.setFontUnderline(true);
            selections << selection;
            m_found << at;
            at = document()->find(words, at);
        }
    }
    setExtraSelections(selections);
    return static_cast<int>(m_found.size());
}

void SafeReader::goToMark(int index) {
    if (index < 0 || index >= m_found.size())
        return;
    QTextCursor at = m_found.at(index);
    at.setPosition(at.selectionStart());
    setTextCursor(at);
    ensureCursorVisible();
}

} // namespace chevet::widgets
