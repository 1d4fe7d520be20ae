#pragma once
// Fields: a framed line of text, a search field, and the passphrase field.
//
// PassphraseField is the first of the two seams of I9: what is typed lives in a line edit until
// takeUtf8(), which hands the bytes over once and overwrites the line edit's own copy. The caller
// moves them into a crypto::Secret in the same statement.

#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QWidget>

class QHBoxLayout;

namespace chevet::widgets {

class IconButton;
class Text;

class Field : public QWidget {
    Q_OBJECT
public:
    enum class State { Plain, Good, Wrong, Doubtful };

    explicit Field(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* edit() const noexcept { return m_edit; }
    [[nodiscard]] QString text() const { return m_edit->text(); }
    void setText(const QString& text) { m_edit->setText(text); }
    void setPlaceholder(const QString& text) { m_edit->setPlaceholderText(text); }
    // What a screen reader calls it, usually the label above.
    void setName(const QString& name);
    void setState(State state);
    void setHeight(double height); // logical pixels: 32, 42, 48
    void setTextLook(double size, Weight weight = Weight::Regular, double letterSpacing = 0);
    void setLeading(const QString& glyph, double size = 16);
    // Right of the text: a counter, a button. Owned by the field.
    void addTrailing(QWidget* widget);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

    QHBoxLayout* m_row;
    QLineEdit* m_edit;

private:
    void refresh();

    State m_state = State::Plain;
    double m_height = 32;
    double m_textSize = 13;
    Weight m_weight = Weight::Regular;
    double m_spacing = 0;
};

class SearchField : public Field {
    Q_OBJECT
public:
    explicit SearchField(bool large, QWidget* parent = nullptr);
    // "8 résultats en 9 ms"; empty hides it.
    void setNote(const QString& note);

Q_SIGNALS:
    void cleared();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Text* m_note;
    IconButton* m_clear;
};

class PassphraseField : public Field {
    Q_OBJECT
public:
    explicit PassphraseField(QWidget* parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_edit->text().isEmpty(); }
    // The typed text as UTF-8 in NFC, once; the field is empty and overwritten afterwards.
    [[nodiscard]] QByteArray takeUtf8();
    // Overwrites and forgets what was typed.
    void wipe();
    void hideAgain();

Q_SIGNALS:
    void submitted();
    void capsLockChanged(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setShown(bool shown);

    IconButton* m_eye;
    bool m_caps = false;
};

// A label above a field: 12 px, ink2.
Text* fieldLabel(const QString& text, QWidget* buddy);

} // namespace chevet::widgets
