#pragma once
// One professional in the preferences: who, and for a responsible person to disable them or let
// them back in. Both ask once more, in place: disabling destroys what opens the vault for them,
// coming back takes a new passphrase.

#include "ui/viewmodels/door.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class PassphraseField;
} // namespace chevet::widgets

namespace chevet::pages {

class ProfessionalLine : public QWidget {
    Q_OBJECT
public:
    enum class Rights { Look, Manage };
    ProfessionalLine(session::UserFacts user, Rights rights, bool self, QWidget* parent = nullptr);

    // The passphrase typed for somebody who comes back, once.
    [[nodiscard]] QByteArray takePassphrase();

Q_SIGNALS:
    void disableRequested();
    void enableRequested();

private:
    void addChange(QHBoxLayout* row);
    void buildQuestion();
    void ask(bool asked);

    session::UserFacts m_user;
    QVBoxLayout* m_column;
    QWidget* m_question = nullptr;
    widgets::Button* m_change = nullptr;
    widgets::PassphraseField* m_passphrase = nullptr;
};

} // namespace chevet::pages
