#pragma once
// FormPanel: a form beside the section it is about. Written without a mouse: Tab through the
// fields, Ctrl+Enter signs, Ctrl+Z takes back, Esc leaves; leaving what is not signed asks first,
// in the panel itself. A failed signature keeps every field as it is and says what happened.

#include "ui/viewmodels/form_model.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace chevet::widgets {
class Button;
class Card;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class FormEditor;

class FormPanel : public QWidget {
    Q_OBJECT
public:
    // Takes the model.
    explicit FormPanel(viewmodels::FormModel* model, QWidget* parent = nullptr);

    [[nodiscard]] viewmodels::FormModel& model() const { return *m_model; }
    [[nodiscard]] QList<FormEditor*> editors() const { return m_editors; }
    void focusFirst();
    // Closes at once, or asks what becomes of what is not signed. True: it closed.
    bool leave();
    [[nodiscard]] bool isAsking() const;

Q_SIGNALS:
    void signedAs(const QString& resource);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeBody();
    QWidget* makeFoot();
    QWidget* makeQuestion();
    void addEditor(const viewmodels::FormField& field, QGridLayout* grid, int& line, int& column);
    void showState();
    void goTo(const QString& key);
    void ask(bool asking);

    viewmodels::FormModel* m_model;
    QList<FormEditor*> m_editors;
    QScrollArea* m_scroll;
    widgets::Card* m_failed;
    widgets::Text* m_failure;
    widgets::Text* m_covers;
    QWidget* m_foot;
    QWidget* m_question;
    widgets::Button* m_stay;
    widgets::Button* m_cancel;
    widgets::Button* m_sign;
};

} // namespace chevet::pages
