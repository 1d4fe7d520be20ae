#include "ui/shell/main_window.h"

#include "ui/dialogs/palette_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/pages/firstrun/first_run_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/pages/preferences/preferences_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/shell/app_bar.h"
#include "ui/shell/commands.h"
#include "ui/shell/preparing_page.h"
#include "ui/shell/status_bar.h"
#include "ui/viewmodels/failure.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/marks.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

namespace chevet::shell {

using namespace widgets;

MainWindow::MainWindow(Parts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::move(parts))
    , m_settings(Settings::load())
    , m_commands(new Commands(this)) {
    setWindowTitle(QStringLiteral("Chevet"));
    setMinimumSize(640, 480);
    resize(1440, 900);
    Theme::instance().setMode(m_settings.theme);
    Theme::instance().setScalePercent(m_settings.scalePercent);
    buildFrame();
    addCommands();
    addChartCommands();
    addViewCommands();
    new FocusRing(this);
    connect(&m_idle, &IdleWatch::expired, this, &MainWindow::lock);
    connect(&m_idle, &IdleWatch::ticked, this,
            [this](int minutes) { m_status->setMinutesToLock(minutes); });
    connect(&m_idle, &IdleWatch::warned, this, &MainWindow::showIdleWarning);
    connect(&Theme::instance(), &Theme::scaleChanged, this, &MainWindow::rebuild);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        m_clipboardOurs = isOpen() && QGuiApplication::clipboard()->ownsClipboard();
    });
    showClosed();
}

MainWindow::~MainWindow() {
    forgetTraces();
    closePages();
    if (m_door)
        m_door->close();
}

void MainWindow::buildFrame() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new AppBar;
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_stack = new QStackedWidget;
    m_status = new StatusBar;
    m_status->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_warning = new QWidget(this);
    m_warning->hide();
    column->addWidget(m_bar);
    column->addWidget(m_warning);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    connect(m_bar, &AppBar::tabChosen, this, &MainWindow::showPatients);
    connect(m_bar, &AppBar::searchRequested, this, &MainWindow::showPalette);
    connect(m_bar, &AppBar::lockRequested, this, &MainWindow::lock);
    connect(m_bar, &AppBar::menuRequested, this, &MainWindow::showMenu);
    connect(m_bar, &AppBar::chartChosen, this,
            [this](int index) { setPage(m_charts.value(index)); });
    connect(m_bar, &AppBar::chartClosed, this, &MainWindow::closeChart);
}

void MainWindow::setPage(QWidget* page) {
    if (!page)
        return;
    m_stack->setCurrentWidget(page);
    refreshBars();
    page->setFocus();
}

void MainWindow::showClosed() {
    m_commands->setOpen(false);
    m_bar->hide();
    if (m_parts.vaultExists)
        showUnlock();
    else
        showFirstRun();
}

void MainWindow::showUnlock() {
    auto* page = new pages::UnlockPage(m_parts.entrance, m_parts.hint);
    m_unlock = page;
    connect(page, &pages::UnlockPage::opened, this, &MainWindow::open);
    connect(page, &pages::UnlockPage::cancelled, this, &MainWindow::wipeEnded);
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    m_status->showClosed(tr("Hors ligne"), Tone::Warn,
                         {{{QStringLiteral("↑"), QStringLiteral("↓")}, tr("choisir")},
                          {{QStringLiteral("Tab")}, tr("phrase de passe")},
                          {{tr("Entrée")}, tr("déverrouiller")},
                          {{QStringLiteral("Ctrl+T")}, tr("trousseau")}});
}

void MainWindow::showFirstRun() {
    auto* page = new pages::FirstRunPage(m_parts.entrance, bool(m_parts.openDemo));
    m_firstRun = page;
    connect(page, &pages::FirstRunPage::opened, this, [this](const auto& door) {
        m_parts.vaultExists = true;
        open(door);
    });
    connect(page, &pages::FirstRunPage::demoRequested, this, [this] { m_parts.openDemo(); });
    connect(page, &pages::FirstRunPage::quitRequested, this, &QWidget::close);
    connect(page, &pages::FirstRunPage::stepChanged, this, &MainWindow::showFirstRunKeys);
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    page->setFocus();
    showFirstRunKeys();
}

void MainWindow::showFirstRunKeys() {
    const bool kit = m_firstRun->step() == pages::FirstRunPage::Kit;
    QList<StatusBar::Hint> hints{{{QStringLiteral("Tab")}, tr("champ suivant")}};
    if (kit)
        hints << StatusBar::Hint{{QStringLiteral("Ctrl+P")}, tr("imprimer")};
    hints << StatusBar::Hint{{tr("Ctrl+Entrée")}, kit ? tr("créer le coffre") : tr("continuer")}
          << StatusBar::Hint{{tr("Échap")}, tr("quitter")};
    m_status->showClosed(tr("Sans réseau\u00a0: rien n’en dépend ici"), Tone::Ink2, hints);
}

void MainWindow::showPreparing(const QString& what, double fraction) {
    if (isOpen())
        return;
    if (!m_preparing) {
        closePages();
        m_preparing = new PreparingPage;
        m_stack->addWidget(m_preparing);
        m_status->showClosed(tr("Hors ligne"), Tone::Warn, {});
    }
    m_preparing->show(what, fraction);
}

void MainWindow::open(std::shared_ptr<viewmodels::VaultDoor> door) {
    while (m_stack->count() > 0) { // called from a signal of the page that goes
        QWidget* page = m_stack->widget(0);
        m_stack->removeWidget(page);
        page->deleteLater();
    }
    m_unlock.clear();
    m_firstRun.clear();
    m_door = std::make_unique<viewmodels::AsyncDoor>(std::move(door));
    m_run = std::make_unique<viewmodels::ImportRun>(*m_door);
    connect(m_run.get(), &viewmodels::ImportRun::progressed, this, &MainWindow::showActivity);
    connect(m_run.get(), &viewmodels::ImportRun::changed, this, &MainWindow::showActivity);
    m_commands->setOpen(true);
    m_idle.start(m_settings.lockMinutes);
    showOpenFrame();
    showPatients();
}

void MainWindow::showOpenFrame() {
    m_bar->setUser(m_door->facts().currentUser().name);
    m_bar->show();
    const session::VaultFacts facts = m_door->facts().facts();
    m_status->showOpen(facts.clinic, facts.workstation);
    m_status->setAlarms(int(m_door->facts().openingAlarms().size()));
    m_status->setMinutesToLock(m_idle.minutesLeft());
    showActivity();
    m_patients = new pages::PatientsPage(*m_door);
    connect(m_patients, &pages::PatientsPage::openRequested, this, &MainWindow::openChart);
    connect(m_patients, &pages::PatientsPage::importRequested, this, [this] { showImport(); });
    m_stack->addWidget(m_patients);
    applyCompact();
}

void MainWindow::closePages() {
    m_charts.clear();
    while (m_stack->count() > 0)
        delete m_stack->widget(0);
}

void MainWindow::lock() {
    if (m_unlock && m_unlock->cancel())
        ++m_wipes;
    if (m_firstRun) {
        if (auto door = m_firstRun->takeDoor()) // created, not yet entered
            m_door = std::make_unique<viewmodels::AsyncDoor>(std::move(door));
        m_parts.vaultExists = m_parts.vaultExists || isOpen();
    }
    if (!isOpen())
        return;
    m_idle.stop();
    m_warning->hide();
    forgetTraces();
    closePages();
    m_run.reset();
    ++m_wipes;
    m_door->close([self = QPointer<MainWindow>(this)] {
        if (self)
            self->wipeEnded();
    });
    m_door.reset();
    showClosed();
}

void MainWindow::lockThen(std::function<void()> wiped) {
    lock();
    m_afterWipe << std::move(wiped);
    if (m_wipes == 0)
        wipeEnded();
}

void MainWindow::wipeEnded() {
    m_wipes = std::max(0, m_wipes - 1);
    if (m_wipes > 0)
        return;
    const auto waiting = std::exchange(m_afterWipe, {});
    for (const auto& wiped : waiting)
        wiped();
}

// What could still show a patient once the pages are gone: dialogs, tool tips, the clipboard and
// the selection other programs paste with the middle button.
void MainWindow::forgetTraces() {
    for (QWidget* dialog : QApplication::topLevelWidgets()) {
        if (dialog != this && dialog->parentWidget() && dialog->parentWidget()->window() == this) {
            dialog->hide();
            dialog->deleteLater();
        }
    }
    QToolTip::hideText();
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (m_clipboardOurs && clipboard->ownsClipboard())
        clipboard->clear();
    if (clipboard->supportsSelection() && clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
    m_clipboardOurs = false;
}

void MainWindow::showPatients() {
    if (!m_patients)
        return;
    setPage(m_patients);
    m_patients->focusSearch();
}

void MainWindow::openChart(const session::PatientKey& key) {
    if (!isOpen() || !m_parts.makeChart)
        return;
    for (pages::ChartView* chart : m_charts) {
        if (chart->patient() == key) {
            setPage(chart);
            return;
        }
    }
    pages::ChartView* chart = m_parts.makeChart(*m_door, key);
    m_charts << chart;
    m_stack->addWidget(chart);
    applyCompact();
    connect(chart, &pages::ChartView::patientNameChanged, this, &MainWindow::refreshBars);
    connect(chart, &pages::ChartView::closeRequested, this,
            [this, chart] { closeChart(int(m_charts.indexOf(chart))); });
    setPage(chart);
    m_door->write(
        this,
        [key](viewmodels::VaultDoor& door) {
            return door.noteAccess(key, session::Session::Access::Opened);
        },
        [this](const base::Result<>& noted) {
            if (!noted)
                tellFailure(noted.error());
        });
}

// A reading that could not be written down: the register would be silent about it.
void MainWindow::tellFailure(const base::Error& error) {
    m_status->setTrouble(viewmodels::describeFailure(error).what);
}

void MainWindow::closeChart(int index) {
    if (index < 0 || index >= m_charts.size())
        return;
    if (!m_charts.at(index)->mayClose()) { // it asks: it must be seen
        setPage(m_charts.at(index));
        return;
    }
    pages::ChartView* chart = m_charts.takeAt(index);
    const bool shown = m_stack->currentWidget() == chart;
    m_stack->removeWidget(chart);
    chart->deleteLater();
    if (!shown)
        refreshBars();
    else if (m_charts.isEmpty())
        showPatients();
    else
        setPage(m_charts[std::max(0, index - 1)]);
}

int MainWindow::currentChartIndex() const {
    return int(m_charts.indexOf(currentChart()));
}

pages::ChartView* MainWindow::currentChart() const {
    return qobject_cast<pages::ChartView*>(m_stack->currentWidget());
}

pages::PatientsPage* MainWindow::patientsPage() const {
    return m_patients;
}

QWidget* MainWindow::currentPage() const {
    return m_stack->currentWidget();
}

void MainWindow::stepChart(int step) {
    if (m_charts.isEmpty())
        return;
    const int count = int(m_charts.size());
    const int from = currentChartIndex() < 0 ? 0 : currentChartIndex() + step;
    setPage(m_charts[(from + count) % count]);
}

void MainWindow::stepSection(int step) {
    if (pages::ChartView* chart = currentChart()) {
        const int count = int(chart->sections().size());
        if (count > 0)
            chart->openSection((chart->currentSection() + step + count) % count);
    }
}

void MainWindow::refreshBars() {
    QStringList names;
    for (const pages::ChartView* chart : m_charts)
        names << (chart->patientName().isEmpty() ? tr("Lecture…") : chart->patientName());
    m_bar->setCharts(names, currentChartIndex());
    m_bar->setSearchShown(m_stack->currentWidget() != m_patients);
}

void MainWindow::applyCompact() {
    const int room = logical(width());
    const bool compact = room < 1400 || logical(height()) < 800;
    m_bar->setCompact(compact);
    m_bar->setNarrow(room < 900);
    m_status->setNarrow(room < 900);
    if (m_patients)
        m_patients->setCompact(compact);
    for (pages::ChartView* chart : m_charts)
        chart->setCompact(compact);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    applyCompact();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Alt && currentChart())
        currentChart()->setDigitsShown(true);
    if (event->key() == Qt::Key_Escape && currentChart())
        showPatients(); // nothing left to clear or close: back to the list
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Alt && currentChart())
        currentChart()->setDigitsShown(false);
    QWidget::keyReleaseEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace chevet::shell
