#pragma once
// FormEditor: one field of a form: its label above, the control, its unit, and under it the one
// thing to be said about it: what is wrong, what is unlikely, or what was there before. Each by its
// shape and its words, and spoken with the control.

#include "ui/viewmodels/form.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;

namespace chevet::widgets {
class Field;
class Glyph;
class Text;
class TextArea;
} // namespace chevet::widgets

namespace chevet::pages {

class FormEditor : public QWidget {
    Q_OBJECT
public:
    explicit FormEditor(const viewmodels::FormField& field, QWidget* parent = nullptr);

    // The control that has the focus when one types.
    [[nodiscard]] QWidget* control() const;
    [[nodiscard]] const QString& key() const noexcept { return m_key; }
    void setValue(const QString& value); // emits nothing
    // `tried`: an empty field that is needed says so.
    void say(const viewmodels::FormField& field, bool tried);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(const QString& key, const QString& value);

private:
    void makeLine(const viewmodels::FormField& field, QHBoxLayout* row);
    void makeChoice(const viewmodels::FormField& field, QHBoxLayout* row);
    void makeArea(const viewmodels::FormField& field, QHBoxLayout* row);
    void makeCheck(const viewmodels::FormField& field, QHBoxLayout* row);
    void describe(const QString& words);

    QString m_key, m_name;
    widgets::Field* m_line = nullptr;
    widgets::TextArea* m_area = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_check = nullptr;
    QWidget* m_said;
    widgets::Glyph* m_glyph;
    widgets::Text* m_words;
};

} // namespace chevet::pages
