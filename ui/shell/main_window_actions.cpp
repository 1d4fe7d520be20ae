// The commands of the window (DESIGN.md §6) and what is not navigation: menu, warning, side pages.

#include "ui/dialogs/palette_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/pages/firstrun/first_run_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/pages/preferences/preferences_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/shell/app_bar.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace chevet::shell {

using namespace widgets;

namespace {

QKeySequence keys(const char* text) {
    return QKeySequence(QString::fromLatin1(text));
}

} // namespace

void MainWindow::addCommands() {
    const auto add = [this](const char* id, const QString& words, QList<QKeySequence> shortcut,
                            std::function<void()> act, bool always = false) {
        m_commands->add({QString::fromLatin1(id), words, std::move(shortcut), true, always, act});
    };
    add("palette", tr("Rechercher un patient, une section, une commande"), {keys("Ctrl+K")},
        [this] {
            m_stack->currentWidget() == m_patients ? m_patients->focusSearch() : showPalette();
        });
    add("lock", tr("Verrouiller"), {keys("Ctrl+L")}, [this] { lock(); });
    add("patients", tr("Patients"), {keys("Ctrl+Shift+A")}, [this] { showPatients(); });
    add("import", tr("Importer des fichiers"), {keys("Ctrl+I")}, [this] { showImport(); });
    add("preferences", tr("Préférences"), {keys("Ctrl+,")}, [this] { showPreferences(); });
    add(
        "keychain", tr("Déverrouiller avec le trousseau du système"), {keys("Ctrl+T")},
        [this] {
            if (m_unlock)
                m_unlock->unlockWithKeychain();
        },
        true);
    add(
        "shortcuts", tr("Tous les raccourcis"), {keys("F1")}, [this] { showShortcuts(); }, true);
}

void MainWindow::addChartCommands() {
    const auto add = [this](const QString& id, const QString& words, const char* shortcut,
                            std::function<void()> act, bool listed = true) {
        m_commands->add({id, words, {keys(shortcut)}, listed, false, act});
    };
    add(QStringLiteral("close"), tr("Fermer le dossier"), "Ctrl+W",
        [this] { closeChart(currentChartIndex()); });
    add(QStringLiteral("previousChart"), tr("Dossier précédent"), "Ctrl+Tab",
        [this] { stepChart(-1); });
    add(QStringLiteral("nextSection"), tr("Section suivante"), "Ctrl+PgDown",
        [this] { stepSection(1); });
    add(QStringLiteral("previousSection"), tr("Section précédente"), "Ctrl+PgUp",
        [this] { stepSection(-1); });
    const char* digits[] = {"Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5",
                            "Alt+6", "Alt+7", "Alt+8", "Alt+9", "Alt+0"};
    for (int i = 0; i < 10; ++i)
        add(
            QStringLiteral("section.%1").arg(i + 1), tr("Section %1 du dossier").arg(i + 1),
            digits[i],
            [this, i] {
                if (currentChart() && i < currentChart()->sections().size())
                    currentChart()->openSection(i);
            },
            false);
    using Place = pages::ChartView::Place;
    const auto go = [this](Place place) {
        return [this, place] {
            if (currentChart())
                currentChart()->go(place);
        };
    };
    add(QStringLiteral("timeline"), tr("Chronologie"), "Ctrl+H", go(Place::Timeline));
    add(QStringLiteral("access"), tr("Accès au dossier"), "Ctrl+R", go(Place::Access));
    add(QStringLiteral("note"), tr("Nouvelle consultation"), "Ctrl+N", go(Place::NewNote));
    add(QStringLiteral("new"), tr("Nouvel élément de la section"), "Ctrl+Shift+N",
        go(Place::NewEntry));
    add(QStringLiteral("particulars"), tr("Coordonnées et identité"), "Ctrl+Shift+I",
        go(Place::Particulars));
}

void MainWindow::addViewCommands() {
    const auto add = [this](const char* id, const QString& words, QList<QKeySequence> shortcut,
                            std::function<void()> act) {
        m_commands->add({QString::fromLatin1(id), words, std::move(shortcut), true, true, act});
    };
    add("dark", tr("Thème clair ou sombre"), {keys("Ctrl+Shift+D")}, [this] {
        Theme::instance().toggleDark();
        m_settings.theme = Theme::instance().mode();
        m_settings.save();
    });
    add("larger", tr("Agrandir"), {keys("Ctrl++"), keys("Ctrl+=")},
        [this] { setScale(Theme::instance().scalePercent() + 25); });
    add("smaller", tr("Réduire"), {keys("Ctrl+-")},
        [this] { setScale(Theme::instance().scalePercent() - 25); });
    add("normal", tr("Taille normale"), {keys("Ctrl+0")}, [this] { setScale(100); });
}

void MainWindow::setScale(int percent) {
    Theme::instance().setScalePercent(percent);
    m_settings.scalePercent = Theme::instance().scalePercent();
    m_settings.save();
}

// Sizes and words are set when a page is built: after a change of scale or language everything is
// built again, and the open charts come back on the same section.
void MainWindow::rebuild() {
    const bool wasOpen = isOpen();
    QList<std::pair<session::PatientKey, int>> charts;
    for (const pages::ChartView* chart : std::as_const(m_charts))
        charts << std::pair(chart->patient(), chart->currentSection());
    const int shown = currentChartIndex();
    const QWidget* page = m_stack->currentWidget();
    const bool preferences = page && page == m_preferences, import = page && page == m_import;
    const QPointer<pages::FirstRunPage> former = m_firstRun;
    const std::unique_ptr<QStackedWidget> gone(m_stack); // with its pages, at the end
    m_charts.clear();
    m_import.clear();
    m_preferences.clear();
    m_firstRun.clear();
    delete m_bar;
    delete m_status;
    delete m_warning;
    delete layout();
    buildFrame();
    if (!wasOpen) {
        showClosed();
        if (former && m_firstRun)
            m_firstRun->takeOver(*former);
        return;
    }
    showOpenFrame();
    for (const auto& [key, section] : charts) {
        openChart(key);
        m_charts.last()->openSection(section);
    }
    if (preferences)
        showPreferences();
    else if (import)
        showImport();
    else if (shown >= 0)
        setPage(m_charts[shown]);
    else
        showPatients();
}

void MainWindow::showImport(const QStringList& files) {
    if (!isOpen())
        return;
    if (!m_import) {
        m_import = new pages::ImportPage(*m_door, *m_run);
        connect(m_import, &pages::ImportPage::closeRequested, this, &MainWindow::showPatients);
        connect(m_import, &pages::ImportPage::openRequested, this, &MainWindow::openChart);
        m_stack->addWidget(m_import);
    }
    setPage(m_import);
    m_import->start(files);
}

void MainWindow::showActivity() {
    if (!m_run->isRunning())
        m_status->setActivity({});
    else if (m_run->fraction() < 0)
        m_status->setActivity(tr("Importation en cours"));
    else
        m_status->setActivity(tr("Importation\u00a0: %1\u00a0%").arg(int(m_run->fraction() * 100)));
}

void MainWindow::showPreferences() {
    if (!isOpen())
        return;
    delete m_preferences;
    pages::Preferences values{.theme = Theme::instance().mode(),
                              .scalePercent = Theme::instance().scalePercent(),
                              .lockMinutes = m_settings.lockMinutes,
                              .language = m_settings.language};
    m_preferences = new pages::PreferencesPage(*m_door, values);
    m_stack->addWidget(m_preferences);
    connect(m_preferences, &pages::PreferencesPage::closeRequested, this,
            &MainWindow::showPatients);
    // Queued: the change may rebuild the page that asked for it.
    connect(m_preferences, &pages::PreferencesPage::changed, this, &MainWindow::applyPreferences,
            Qt::QueuedConnection);
    setPage(m_preferences);
}

void MainWindow::applyPreferences(const pages::Preferences& values) {
    const bool language = m_settings.language != values.language;
    m_settings.theme = values.theme;
    m_settings.scalePercent = values.scalePercent;
    m_settings.lockMinutes = values.lockMinutes;
    m_settings.language = values.language;
    m_settings.save();
    m_idle.start(values.lockMinutes);
    Theme::instance().setMode(values.theme);
    if (language)
        Q_EMIT languageChanged(values.language);
    Theme::instance().setScalePercent(values.scalePercent);
}

void MainWindow::showShortcuts() {
    QList<dialogs::ShortcutsDialog::Line> lines;
    const auto add = [&lines](const QString& shortcut, const QString& words) {
        lines << dialogs::ShortcutsDialog::Line{shortcut, words};
    };
    for (const Command& command : m_commands->all()) {
        if (command.id == QLatin1String("section.1"))
            add(tr("Alt+1 à Alt+0"), tr("Sections, du sommaire aux documents"));
        else if (!command.keys.isEmpty() && !command.id.startsWith(QLatin1String("section.")))
            add(keyWords(command.keys.first()), command.words);
    }
    // What pages answer to by themselves.
    add(QStringLiteral("F6"), tr("Panneau suivant (Maj\u00a0: précédent)"));
    add(QStringLiteral("Ctrl+F"), tr("Filtrer dans la section"));
    add(QStringLiteral("Ctrl+C"), tr("Copier la ligne avec unité, date et source"));
    add(tr("Échap"), tr("Effacer, fermer, revenir à la liste"));
    add(QStringLiteral("N"), tr("Passage suivant d’un document"));
    add(QStringLiteral("+ − A"), tr("Chronologie\u00a0: échelle, aller à une date"));
    auto* dialog = new dialogs::ShortcutsDialog(lines, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showPalette() {
    if (!isOpen())
        return;
    QList<dialogs::PaletteDialog::Entry> entries;
    if (const pages::ChartView* chart = currentChart()) {
        const QStringList sections = chart->sections();
        for (int i = 0; i < sections.size(); ++i)
            entries << dialogs::PaletteDialog::Entry{sections[i], tr("Section"), [this, i] {
                                                         if (currentChart())
                                                             currentChart()->openSection(i);
                                                     }};
    }
    for (const Command& command : m_commands->all()) {
        if (command.listed && command.id != QLatin1String("palette"))
            entries << dialogs::PaletteDialog::Entry{command.words, keyWords(command.keys.value(0)),
                                                     command.act};
    }
    auto* dialog = new dialogs::PaletteDialog(*m_door, entries, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::PaletteDialog::patientChosen, this, &MainWindow::openChart,
            Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::showMenu(const QPoint& where) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char* glyph, const char* id) {
        for (const Command& command : m_commands->all()) {
            if (command.id == QLatin1String(id)) {
                QAction* action = menu->addAction(icon(QString::fromLatin1(glyph)), command.words,
                                                  this, [act = command.act] { act(); });
                // Only shown: the window's own shortcut answers.
                action->setShortcut(command.keys.value(0));
                action->setShortcutContext(Qt::WidgetShortcut);
            }
        }
    };
    add("import", "import");
    add("settings", "preferences");
    menu->addSeparator();
    add("moon", "dark");
    add("plus", "larger");
    add("minus", "smaller");
    menu->addSeparator();
    add("circle-question", "shortcuts");
    add("lock", "lock");
    menu->popup(where);
}

void MainWindow::showIdleWarning(int seconds) {
    if (seconds <= 0) {
        m_warning->hide();
        return;
    }
    if (!m_warning->layout()) {
        auto* row = new QHBoxLayout(m_warning);
        row->setContentsMargins(px(16), px(6), px(16), px(6));
        row->addWidget(new Glyph(QStringLiteral("lock"), Tone::Warn));
        auto* words = new Text({}, {13, Weight::Semi, Tone::Warn});
        words->setObjectName(QStringLiteral("words"));
        row->addWidget(words, 1);
        auto* stay = new Button(tr("Rester ouvert"));
        stay->setSize(Button::Size::Small);
        connect(stay, &QAbstractButton::clicked, &m_idle, &IdleWatch::touch);
        row->addWidget(stay);
        m_warning->setAutoFillBackground(true);
        QPalette tinted = m_warning->palette();
        tinted.setColor(QPalette::Window, color(Tone::WarnSoft));
        m_warning->setPalette(tinted);
    }
    if (auto* words = m_warning->findChild<Text*>(QStringLiteral("words")))
        words->setText(tr("Verrouillage dans %1\u00a0s").arg(seconds));
    m_warning->show();
}

} // namespace chevet::shell
