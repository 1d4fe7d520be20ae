#pragma once
// SafeReader: text of a record to read. Takes the safe subset of record/narrative.h or plain text,
// in the theme's type and tones. Fetches nothing: no picture, no style sheet, no link is followed.

#include "ui/widgets/theme.h"

#include <QTextBrowser>

namespace chevet::widgets {

class SafeReader : public QTextBrowser {
    Q_OBJECT
public:
    explicit SafeReader(const QString& accessibleName, QWidget* parent = nullptr);

    void showHtml(const QString& safeHtml, double size = 13);
    void showPlain(const QString& text, double size = 13);
    void setInset(int horizontal, int vertical); // device-independent pixels
    // Marks every occurrence of the words; returns how many there are.
    int markAll(const QString& words);
    void goToMark(int index);

    QVariant loadResource(int type, const QUrl& name) override;
    QSize minimumSizeHint() const override { return {px(120), px(48)}; }

private:
    void restyle();
    void applyLines();

    QString m_source;
    bool m_html = false;
    double m_size = 13;
    QString m_marked;
    QList<QTextCursor> m_found;
};

} // namespace chevet::widgets
