#pragma once
// The unlock screen: choose, type, enter (DESIGN.md §9.1). Nothing here ever erases anything.

#include "ui/viewmodels/async.h"
#include "ui/viewmodels/unlock_state.h"
#include "ui/widgets/text.h"

#include <QElapsedTimer>
#include <QTimer>

class QBoxLayout;
class QVBoxLayout;

namespace chevet::widgets {
class Avatar;
class Button;
class Fact;
class Field;
class LinkButton;
class PassphraseField;
} // namespace chevet::widgets

namespace chevet::pages {

class ProfessionalList;
class VaultSide;

class UnlockPage : public QWidget {
    Q_OBJECT
public:
    // `hint` stands under the list: how the demo clinic is opened, else empty.
    explicit UnlockPage(std::shared_ptr<viewmodels::VaultEntrance> entrance,
                        const QString& hint = {}, QWidget* parent = nullptr);

    // Ctrl+T
    void unlockWithKeychain();
    void showRecovery(bool shown); // the printed kit instead of the passphrase
    // Forgets what was typed. False when no opening is under way; else its answer is dropped, and
    // cancelled() comes once the keys it brought are gone again.
    bool cancel();

Q_SIGNALS:
    void opened(const std::shared_ptr<chevet::viewmodels::VaultDoor>& door);
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Answer = viewmodels::VaultEntrance::Opened;

    QWidget* buildMain(const QString& hint);
    QWidget* buildForm();
    QWidget* buildRecovery();
    void readFacts();
    void showFacts(const base::Result<session::VaultFacts>& facts);
    void showUser();
    void unlock();
    void recover();
    void checkRecovery();
    void drop(Answer answer);
    void answered(Answer answer, bool withPassphrase);
    void showFailure(const base::Error& error);
    void clearFailure();
    void setBusy(bool busy);
    void tick();

    std::shared_ptr<viewmodels::VaultEntrance> m_entrance;
    viewmodels::UnlockState m_state;
    QElapsedTimer m_time;
    QTimer m_wait;
    bool m_busy = false;
    bool m_cancelled = false;

    VaultSide* m_side = nullptr;
    QBoxLayout* m_two = nullptr;
    QVBoxLayout* m_main = nullptr;
    ProfessionalList* m_list = nullptr;
    widgets::Avatar* m_avatar = nullptr;
    widgets::Text* m_name = nullptr;
    widgets::Text* m_role = nullptr;
    widgets::PassphraseField* m_passphrase = nullptr;
    widgets::Fact* m_caps = nullptr;
    widgets::Fact* m_error = nullptr;
    widgets::Text* m_errorDetail = nullptr;
    widgets::Button* m_unlock = nullptr;
    widgets::Button* m_keychain = nullptr;
    QWidget* m_form = nullptr;
    QWidget* m_recovery = nullptr;
    widgets::Text* m_recoveryTitle = nullptr;
    widgets::PassphraseField* m_code = nullptr;
    widgets::PassphraseField* m_fresh = nullptr;
    widgets::PassphraseField* m_again = nullptr;
    widgets::Button* m_recover = nullptr;
    widgets::Text* m_codeError = nullptr;
};

} // namespace chevet::pages
