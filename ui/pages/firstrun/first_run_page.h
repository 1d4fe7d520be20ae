#pragma once
// First run: create a clinic in five steps, or one of two other ways in (DESIGN.md §9.14). Until
// the last step nothing exists that anyone could open; leaving erases what was prepared.

#include "ui/viewmodels/async.h"
#include "ui/widgets/text.h"

class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class Field;
class PassphraseField;
} // namespace chevet::widgets

namespace chevet::pages {

class KitStep;
class StepList;

class FirstRunPage : public QWidget {
    Q_OBJECT
public:
    FirstRunPage(std::shared_ptr<viewmodels::VaultEntrance> entrance, bool demoPossible,
                 QWidget* parent = nullptr);
    ~FirstRunPage() override;

    enum Step { Clinic, Workstation, Professional, Kit, Ready };
    [[nodiscard]] Step step() const noexcept { return m_step; }
    void next();
    void previous();
    // Continues where `former` was, which then leaves the prepared clinic to this page: after a
    // change of scale or language. Passphrases are typed again.
    void takeOver(FirstRunPage& former);
    // The open clinic of the last step, once; null before.
    [[nodiscard]] std::shared_ptr<viewmodels::VaultDoor> takeDoor();

Q_SIGNALS:
    void opened(const std::shared_ptr<chevet::viewmodels::VaultDoor>& door);
    void demoRequested();
    void quitRequested();
    void stepChanged(); // the keys that answer are others

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildClinic();
    QWidget* buildWorkstation();
    QWidget* buildProfessional();
    QWidget* buildReady();
    QWidget* buildFoot();
    QWidget* buildPage(const QString& title, const QString& subtitle, QWidget* body);
    void showStep(Step step);
    void describe(Step step);
    void check(); // whether one may go on, and why not
    void measure();
    void prepare();
    void commit();
    void showReady();
    void showMeasure();
    void showJoin();
    [[nodiscard]] QString reasonToWait() const;

    std::shared_ptr<viewmodels::VaultEntrance> m_entrance;
    Step m_step = Clinic;
    bool m_busy = false;
    bool m_handedOver = false; // what was prepared is no longer this page's
    std::optional<crypto::KdfCost> m_cost;
    std::shared_ptr<viewmodels::VaultDoor> m_door;

    StepList* m_steps;
    QList<QVBoxLayout*> m_columns; // one a step
    QStackedWidget* m_stack;
    widgets::Field* m_clinic;
    widgets::Field* m_workstation;
    widgets::Text* m_measure;
    widgets::Field* m_name;
    QButtonGroup* m_roles;
    widgets::PassphraseField* m_first;
    widgets::PassphraseField* m_second;
    widgets::Text* m_strength;
    KitStep* m_kit;
    widgets::Text* m_info;
    widgets::Button* m_back;
    widgets::Button* m_next;
    widgets::Text* m_ready;
};

} // namespace chevet::pages
