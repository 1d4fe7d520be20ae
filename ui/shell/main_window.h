#pragma once
// MainWindow: one window, one patient on screen. Closed (first run or unlock) or open (patients
// page, charts, preferences, import). The title is always « Chevet », never a name.
//
// Locking destroys every page that showed the vault, closes the door and clears the clipboard if
// what it holds was put there by this window (I5, DESIGN.md §5).

#include "ui/pages/chart/chart_view.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/settings.h"
#include "ui/viewmodels/import_run.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace chevet::widgets {
class Fact;
class FocusRing;
} // namespace chevet::widgets

namespace chevet::pages {
class FirstRunPage;
class ImportPage;
class PatientsPage;
struct Preferences;
class PreferencesPage;
class UnlockPage;
} // namespace chevet::pages

namespace chevet::shell {

class AppBar;
class Commands;
class PreparingPage;
class StatusBar;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        std::shared_ptr<viewmodels::VaultEntrance> entrance;
        bool vaultExists = false;
        // Makes the page of a chart.
        std::function<pages::ChartView*(viewmodels::AsyncDoor&, const session::PatientKey&)>
            makeChart;
        // Opens the demo clinic in its own window or process; may be empty.
        std::function<void()> openDemo;
        QString hint; // on the unlock page: how the demo clinic is opened
    };
    explicit MainWindow(Parts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Puts an open vault on screen; the unlock and first-run pages end here, and so does --demo.
    void open(std::shared_ptr<viewmodels::VaultDoor> door);
    // Destroys the pages at once; the keys go as soon as running calls have returned.
    void lock();
    // Locks, and calls `wiped` once no key is left in memory: at once when nothing was open.
    void lockThen(std::function<void()> wiped);
    [[nodiscard]] bool isOpen() const noexcept { return m_door != nullptr; }
    // In place of the unlock page until open(): the demo clinic is being made. `fraction` < 0:
    // unknown.
    void showPreparing(const QString& what, double fraction);

    void showPatients();
    void openChart(const chevet::session::PatientKey& key);
    void showImport(const QStringList& files = {});
    void showPreferences();
    void showShortcuts();
    void showPalette();

    [[nodiscard]] pages::PatientsPage* patientsPage() const;
    [[nodiscard]] pages::ChartView* currentChart() const;
    [[nodiscard]] QWidget* currentPage() const;

Q_SIGNALS:
    void languageChanged(const QString& language);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildFrame();
    void addCommands();
    void addChartCommands();
    void addViewCommands();
    void showClosed();
    void showFirstRun();
    void showFirstRunKeys();
    void showUnlock();
    void closePages();
    void wipeEnded();
    void forgetTraces();
    void setPage(QWidget* page);
    void showOpenFrame(); // the bars and the patients page, over m_door
    void applyPreferences(const pages::Preferences& values);
    void rebuild(); // after a change of scale or language
    void applyCompact();
    void refreshBars();
    void closeChart(int index);
    void stepChart(int step);
    void stepSection(int step);
    void setScale(int percent);
    void showMenu(const QPoint& where);
    void showIdleWarning(int seconds);
    void showActivity(); // of an import, in the status bar
    void tellFailure(const base::Error& error);
    [[nodiscard]] int currentChartIndex() const;

    Parts m_parts;
    Settings m_settings;
    IdleWatch m_idle;
    Commands* m_commands;
    AppBar* m_bar = nullptr;
    StatusBar* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_warning = nullptr;
    std::unique_ptr<viewmodels::AsyncDoor> m_door;
    QPointer<pages::PatientsPage> m_patients;
    QPointer<pages::UnlockPage> m_unlock;
    QPointer<pages::FirstRunPage> m_firstRun;
    QPointer<PreparingPage> m_preparing;
    QList<pages::ChartView*> m_charts;
    QPointer<pages::ImportPage> m_import;
    QPointer<pages::PreferencesPage> m_preferences;
    std::unique_ptr<viewmodels::ImportRun> m_run; // of the open vault
    bool m_clipboardOurs = false;
    int m_wipes = 0; // under way
    QList<std::function<void()>> m_afterWipe;
};

} // namespace chevet::shell
