#pragma once
// Preferences: looks, language, locking, system keychain, professionals of this workstation.

#include "ui/viewmodels/async.h"
#include "ui/widgets/theme.h"

class QBoxLayout;
class QComboBox;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class Fact;
class Field;
class PassphraseField;
} // namespace chevet::widgets

namespace chevet::pages {

struct Preferences {
    widgets::Theme::Mode theme = widgets::Theme::Mode::System;
    int scalePercent = 100;
    int lockMinutes = 10;
    QString language;
};

class PreferencesPage : public QWidget {
    Q_OBJECT
public:
    PreferencesPage(viewmodels::AsyncDoor& door, Preferences values, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const chevet::pages::Preferences& values);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildLooks();
    QWidget* buildKeychain();
    QWidget* buildPassphrase();
    QWidget* buildProfessionals();
    QWidget* buildAdd();
    QWidget* buildKit();
    void fillProfessionals();
    void checkPassphrases();
    void changePassphrase();
    void checkNew();
    void addProfessional();
    void showKeychain();
    void changeKeychain();
    void report(widgets::Fact* where, const base::Result<>& answer, const QString& done);

    viewmodels::AsyncDoor& m_door;
    Preferences m_values;
    QBoxLayout* m_two = nullptr;
    QVBoxLayout* m_people = nullptr;
    widgets::PassphraseField* m_old = nullptr;
    widgets::PassphraseField* m_fresh = nullptr;
    widgets::PassphraseField* m_again = nullptr;
    widgets::Button* m_change = nullptr;
    QWidget* m_keychainRow = nullptr;
    widgets::PassphraseField* m_keychainPassphrase = nullptr;
    widgets::Button* m_keychain = nullptr;
    widgets::Fact* m_keychainState = nullptr;
    widgets::Fact* m_passphraseState = nullptr;
    widgets::Field* m_newName = nullptr;
    QComboBox* m_newRole = nullptr;
    widgets::Button* m_add = nullptr;
    widgets::PassphraseField* m_newPassphrase = nullptr;
    widgets::Fact* m_peopleState = nullptr;
};

} // namespace chevet::pages
