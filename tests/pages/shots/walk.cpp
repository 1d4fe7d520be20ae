#include "pages/shots/walk.h"

#include "pages/shots/kit_watch.h"
#include "session/demo.h"
#include "ui/pages/chart/note_page.h"
#include "ui/pages/firstrun/first_run_page.h"
#include "ui/pages/firstrun/kit_step.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/viewmodels/note_draft.h"
#include "ui/viewmodels/session_door.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_area.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QTest>

#include <cstdio>

namespace chevet::test {

namespace {

// One scene a section, in the order of pages::Section.
constexpr const char* sectionScenes[] = {
    "03-summary",  "05-medications", "05b-allergies",    "05c-problems", "04-results",
    "04b-vitals",  "05d-vaccines",   "12-consultations", "12b-imaging",  "16-documents",
    "15-timeline", "09-access",      "16b-requisitions", "16c-others"};

constexpr const char* otherScenes[] = {
    "01-unlock",       "01b-wrong",        "01c-recovery", "02-patients",    "02b-today",
    "02c-nobody",      "13-import",        "13b-imported", "13c-duplicates", "14-first-run",
    "14b-workstation", "14c-professional", "14d-kit",      "14e-ready",      "21-preferences",
    "22-shortcuts",    "23-palette",       "12c-note",     "12d-draft",      "12e-signed"};

void type(QWidget& page, const QString& name, const QString& text) {
    const auto fields = page.findChildren<QLineEdit*>();
    for (QLineEdit* edit : fields) {
        if (edit->isVisible() && edit->accessibleName() == name)
            edit->setText(text);
    }
}

} // namespace

QString Look::name() const {
    return QStringLiteral("%1-%2-%3x%4")
        .arg(language, dark ? QStringLiteral("dark") : QStringLiteral("light"))
        .arg(size.width())
        .arg(size.height());
}

Walk::Walk(DemoCopy& demo, Look look, QString folder, QStringList wanted)
    : m_demo(demo)
    , m_look(std::move(look))
    , m_folder(std::move(folder))
    , m_wanted(std::move(wanted)) {}

bool Walk::wants(const char* scene) const {
    const QString file = QLatin1String(scene) + u'-' + m_look.name();
    return m_wanted.isEmpty() ||
           std::any_of(m_wanted.begin(), m_wanted.end(),
                       [&](const QString& part) { return file.contains(part); });
}

bool Walk::wantsAny() const {
    for (const char* scene : formScenes())
        if (wants(scene))
            return true;
    const auto wanted = [this](const char* scene) { return wants(scene); };
    return std::any_of(std::begin(sectionScenes), std::end(sectionScenes), wanted) ||
           std::any_of(std::begin(otherScenes), std::end(otherScenes), wanted);
}

void Walk::until(const std::function<bool()>& done, const char* what) {
    if (QTest::qWaitFor(done, 30'000))
        return;
    std::fprintf(stderr, "%s: %s did not come\n", qPrintable(m_look.name()), what);
    m_failed = true;
}

void Walk::shoot(shell::MainWindow& window, const char* scene) {
    if (!wants(scene))
        return;
    QTest::qWait(120); // layouts and the ring around the focus
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const auto dialogs = window.findChildren<QDialog*>();
    for (QDialog* dialog : dialogs) { // windows of their own, drawn where they stand
        if (dialog->isVisible()) {
            const QPoint corner = window.mapFromGlobal(dialog->mapToGlobal(QPoint(0, 0)));
            painter.drawPixmap(corner, dialog->grab());
            painter.setPen(widgets::color(widgets::Tone::Line2));
            painter.drawRect(QRect(corner, dialog->size()).adjusted(-1, -1, 0, 0));
        }
    }
    painter.end();
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(m_folder, QLatin1String(scene), m_look.name());
    if (picture.save(file, "PNG", 0)) { // smallest file
        ++m_taken;
    } else {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
        m_failed = true;
    }
}

std::unique_ptr<shell::MainWindow> Walk::makeWindow(shell::MainWindow::Parts parts) {
    auto window = std::make_unique<shell::MainWindow>(std::move(parts));
    window->resize(m_look.size);
    window->show();
    window->activateWindow();
    QTest::qWait(50);
    return window;
}

void Walk::run() {
    if (!wantsAny())
        return;
    shell::Settings settings;
    settings.theme = m_look.dark ? widgets::Theme::Mode::Dark : widgets::Theme::Mode::Light;
    settings.language = m_look.language;
    settings.save();
    const QString vault = m_demo.fresh();
    m_window = makeWindow({.entrance = viewmodels::sessionEntrance(m_demo.environment(), vault),
                           .vaultExists = true,
                           .makeChart = [](viewmodels::AsyncDoor& door,
                                           const session::PatientKey& key) -> pages::ChartView* {
                               return new pages::ChartPage(door, key);
                           },
                           .openDemo = {},
                           .hint = {}});
    unlock();
    patients();
    chart();
    dialogs();
    preferences();
    imports();
    m_window.reset();
    firstRun();
}

void Walk::unlock() {
    auto* page = m_window->findChild<pages::UnlockPage*>();
    auto* list = page->findChild<QListView*>();
    until([&] { return list->model()->rowCount() == 3; }, "the professionals");
    auto* field = page->findChild<widgets::PassphraseField*>();
    if (wants("01c-recovery")) {
        page->showRecovery(true);
        shoot(*m_window, "01c-recovery");
        page->showRecovery(false);
    }
    if (wants("01b-wrong")) {
        field->setText(QStringLiteral("pas la bonne du tout"));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        until([&] { return field->edit()->isEnabled() && field->isEmpty(); }, "the refusal");
        shoot(*m_window, "01b-wrong");
    }
    field->setText(QLatin1String(session::demoPassphrase));
    shoot(*m_window, "01-unlock");
    QTest::keyClick(field->edit(), Qt::Key_Return);
    until([this] { return m_window->isOpen(); }, "the vault");
}

void Walk::patients() {
    auto* page = m_window->patientsPage();
    auto* list = page->findChild<QListView*>();
    const auto previewed = [page] {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() &&
                   label->text() ==
                       QCoreApplication::translate("chevet::pages::PreviewPane", "Dossier vérifié");
        });
    };
    until([list] { return list->model()->rowCount() > 0; }, "today's appointments");
    until(previewed, "the preview");
    shoot(*m_window, "02b-today");
    page->setSearch(QStringLiteral("zzz"));
    until([list] { return list->model()->rowCount() == 0; }, "an empty answer");
    shoot(*m_window, "02c-nobody");
    page->setSearch(QStringLiteral("tremb é"));
    until([list] { return list->model()->rowCount() > 0; }, "an answer");
    until(previewed, "the preview");
    shoot(*m_window, "02-patients");
    QTest::keyClick(page->findChild<widgets::SearchField*>()->edit(), Qt::Key_Return);
}

pages::ChartPage* Walk::chartPage() const {
    return qobject_cast<pages::ChartPage*>(m_window->currentChart());
}

void Walk::chart() {
    until([this] { return chartPage() && !chartPage()->patientName().isEmpty(); }, "the chart");
    if (!chartPage())
        return;
    for (int i = 0; i < int(std::size(sectionScenes)); ++i) {
        if (!wants(sectionScenes[i]))
            continue;
        chartPage()->open(pages::Section(i));
        until([this] { return chartPage()->model().checked() == chartPage()->model().toCheck(); },
              "the signatures");
        if (pages::Section(i) == pages::Section::Documents)
            until(
                [this] {
                    const auto labels = chartPage()->findChildren<QLabel*>();
                    return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                        return label->isVisible() && label->pixmap().width() > 300;
                    });
                },
                "a page of the document");
        if (pages::Section(i) == pages::Section::Access)
            until([this] { return chartPage()->model().acts().has_value(); }, "the register");
        shoot(*m_window, sectionScenes[i]);
    }
    forms();
    note();
    chartPage()->open(pages::Section::Summary);
}

// A note is typed with keys alone, left for later, and seen waiting among the consultations.
void Walk::note() {
    if (!wants("12c-note") && !wants("12d-draft") && !wants("12e-signed"))
        return;
    chartPage()->go(pages::ChartView::Place::NewNote);
    const auto area = [this] {
        return qobject_cast<widgets::TextArea*>(QApplication::focusWidget());
    };
    until([&] { return area() != nullptr; }, "the note");
    if (area() == nullptr)
        return;
    for (const char* words :
         {"Douleurs articulaires et rougeur du visage depuis 3 jours.",
          "Arthralgies des mains. Pas de selles noires ni d’hématurie.\nAcétaminophène 3 g par "
          "jour "
          "depuis 3 jours.",
          "Synovite de 4 MCP, éruption malaire sans nécrose. TA 138/86.",
          "1. Lupus : poussée articulaire et cutanée probable, C3 en baisse."}) {
        area()->insertPlainText(QString::fromUtf8(words));
        QTest::keyClick(area(), Qt::Key_Down, Qt::ControlModifier);
    }
    auto* page = qobject_cast<pages::NotePage*>(chartPage()->page(pages::Section::Note));
    page->draft()->keepNow();
    until([page] { return page->draft()->kept().isValid(); }, "the sealed draft");
    shoot(*m_window, "12c-note");
    chartPage()->open(pages::Section::Consultations);
    QTest::qWait(300);
    shoot(*m_window, "12d-draft");
    chartPage()->go(pages::ChartView::Place::NewNote); // the same note, where it was left
    const auto before = chartPage()->model().data().consultations.size();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    until(
        [&] {
            const auto& model = chartPage()->model();
            return model.state() == viewmodels::ChartModel::State::Ready &&
                   model.data().consultations.size() > before && model.checked() == model.toCheck();
        },
        "the signed note");
    shoot(*m_window, "12e-signed");
}

void Walk::dialogs() {
    if (wants("22-shortcuts")) {
        m_window->showShortcuts();
        shoot(*m_window, "22-shortcuts");
        m_window->findChild<QDialog*>()->close();
        QTest::qWait(50);
    }
    if (wants("23-palette")) {
        m_window->showPalette();
        auto* dialog = m_window->findChild<QDialog*>();
        dialog->findChild<widgets::SearchField*>()->setText(QStringLiteral("al"));
        QTest::qWait(300);
        shoot(*m_window, "23-palette");
        dialog->close();
        QTest::qWait(50);
    }
}

void Walk::preferences() {
    if (!wants("21-preferences"))
        return;
    m_window->showPreferences();
    shoot(*m_window, "21-preferences");
}

void Walk::imports() {
    auto* window = m_window.get();
    if (wants("13-import")) {
        window->showImport({m_demo.largeFolder()});
        auto* bar = window->currentPage()->findChild<widgets::ProgressBar*>();
        until([bar] { return bar->fraction() > 0.3; }, "the middle of an import");
        shoot(*window, "13-import");
        auto* stop = window->currentPage()->findChild<QAbstractButton*>(QStringLiteral("stop"));
        stop->click();
        until([stop] { return !stop->isVisible(); }, "the end of an import");
    }
    if (!wants("13b-imported") && !wants("13c-duplicates"))
        return;
    window->showImport(m_demo.mixedLot());
    auto* stop = window->currentPage()->findChild<QAbstractButton*>(QStringLiteral("stop"));
    until([stop] { return !stop->isVisible(); }, "the end of an import");
    shoot(*window, "13b-imported");
    window->currentPage()->findChild<widgets::TabStrip*>()->setCurrent(1);
    QTest::qWait(300);
    shoot(*window, "13c-duplicates");
}

void Walk::firstRun() {
    const auto first = {"14-first-run", "14b-workstation", "14c-professional", "14d-kit",
                        "14e-ready"};
    if (std::none_of(first.begin(), first.end(),
                     [this](const char* scene) { return wants(scene); }))
        return;
    auto watch = std::make_shared<KitWatch>(
        viewmodels::sessionEntrance(m_demo.environment(), m_demo.emptyFolder()));
    const auto window = makeWindow(
        {.entrance = watch, .vaultExists = false, .makeChart = {}, .openDemo = [] {}, .hint = {}});
    auto* page = window->findChild<pages::FirstRunPage*>();
    const auto words = [](const char* text) {
        return QCoreApplication::translate("chevet::pages::FirstRunPage", text);
    };
    type(*page, words("Nom de la clinique"), QStringLiteral("GMF du Vieux-Verger"));
    shoot(*window, "14-first-run");
    page->next();
    type(*page, words("Nom de ce poste"), QStringLiteral("CONSULT-3"));
    until(
        [page] {
            page->next();
            return page->step() == pages::FirstRunPage::Professional;
        },
        "the measure");
    page->previous();
    shoot(*window, "14b-workstation");
    page->next();
    type(*page, words("Nom, avec son titre"), QStringLiteral("Dre Maude Lachance"));
    type(*page, words("Phrase de passe"), QStringLiteral("quatre mots sans lien"));
    type(*page, words("La même, encore une fois"), QStringLiteral("quatre mots sans lien"));
    shoot(*window, "14c-professional");
    page->next();
    auto* kit = page->findChild<pages::KitStep*>();
    until([&] { return watch->sheet() != nullptr && kit->isReady(); }, "the kit");
    QTemporaryDir drive;
    (void)kit->saveTo(drive.filePath(QStringLiteral("trousse.pdf")));
    const auto asked = watch->retype(*kit);
    asked[0]->setText(watch->answers()[0]);
    asked[1]->setText(watch->answers()[1].left(2));
    asked[1]->setFocus();
    shoot(*window, "14d-kit");
    asked[1]->setText(watch->answers()[1]);
    page->next();
    until([page] { return page->step() == pages::FirstRunPage::Ready; }, "the clinic");
    shoot(*window, "14e-ready");
}

} // namespace chevet::test
