// Opens every page in both themes, languages and sizes and saves what is on screen:
//   chevet-shots DIR [name …]
// With names, only pictures whose file name contains one of them.

#include "support/fake/fake_door.h"
#include "ui/pages/firstrun/first_run_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace chevet;

namespace {

struct Scene {
    const char* name;
    bool vault; // false: first run
    std::function<void(shell::MainWindow&)> arrange;
};

void unlock(shell::MainWindow& window) {
    window.open(std::make_shared<test::FakeDoor>());
    QTest::qWait(60);
}

void type(QWidget& where, const char* name, const QString& text) {
    const auto fields = where.findChildren<QLineEdit*>();
    for (QLineEdit* edit : fields) {
        if (edit->isVisible() && (!*name || edit->accessibleName().startsWith(QLatin1String(name))))
            edit->setText(text);
    }
}

void toKit(shell::MainWindow& window) {
    auto* page = window.findChild<pages::FirstRunPage*>();
    type(*page, "", QStringLiteral("GMF du Vieux-Verger"));
    page->next();
    QTest::qWait(200);
    type(*page, "", QStringLiteral("CONSULT-3"));
    page->next();
    QTest::qWait(60);
    type(*page, "", QStringLiteral("quatre mots sans lien"));
    const auto edits = page->findChildren<QLineEdit*>();
    for (QLineEdit* edit : edits) {
        if (edit->isVisible() && edit->echoMode() == QLineEdit::Normal)
            edit->setText(QStringLiteral("Dre Maude Lachance"));
    }
    page->next();
    QTest::qWait(300);
}

QList<Scene> scenes() {
    return {
        {"01-unlock", true,
         [](shell::MainWindow& window) {
             QTest::qWait(100);
             if (auto* field = window.findChild<widgets::PassphraseField*>())
                 field->setText(QStringLiteral("quatre mots sans li"));
         }},
        {"02-patients", true,
         [](shell::MainWindow& window) {
             unlock(window);
             window.patientsPage()->setSearch(QStringLiteral("tremb é"));
             QTest::qWait(400);
         }},
        {"02b-today", true,
         [](shell::MainWindow& window) {
             unlock(window);
             QTest::qWait(400);
         }},
        {"02c-nobody", true,
         [](shell::MainWindow& window) {
             unlock(window);
             window.patientsPage()->setSearch(QStringLiteral("zzz"));
             QTest::qWait(300);
         }},
        {"13-import", true,
         [](shell::MainWindow& window) {
             unlock(window);
             window.showImport({QStringLiteral("/tmp/lot")});
             QTest::qWait(300);
         }},
        {"14-first-run", false, [](shell::MainWindow&) { QTest::qWait(100); }},
        {"14b-kit", false, toKit},
        {"21-preferences", true,
         [](shell::MainWindow& window) {
             unlock(window);
             window.showPreferences();
             QTest::qWait(200);
         }},
    };
}

bool wanted(const QString& file, const QStringList& filters) {
    if (filters.isEmpty())
        return true;
    for (const QString& filter : filters) {
        if (file.contains(filter))
            return true;
    }
    return false;
}

void shoot(const Scene& scene, bool dark, const QString& language, QSize size,
           const QString& folder, const QStringList& filters) {
    const QString file = QStringLiteral("%1-%2-%3-%4x%5.png")
                             .arg(QLatin1String(scene.name), language,
                                  dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(size.width())
                             .arg(size.height());
    if (!wanted(file, filters))
        return;
    shell::MainWindow window(
        shell::MainWindow::Parts{.entrance = std::make_shared<test::FakeEntrance>(),
                                 .vaultExists = scene.vault,
                                 .makeChart = {},
                                 .openDemo = [] {}});
    widgets::Theme::instance().setMode(dark ? widgets::Theme::Mode::Dark
                                            : widgets::Theme::Mode::Light);
    window.resize(size);
    window.show();
    window.activateWindow();
    QTest::qWait(80);
    scene.arrange(window);
    QTest::qWait(80);
    if (!window.grab().save(QDir(folder).filePath(file)))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("chevet-shots"));
    QSettings().clear();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "chevet-shots DIR [name ...]\n");
        return 1;
    }
    QDir().mkpath(arguments[1]);
    widgets::Theme::instance().install();
    QTranslator english;
    const bool translated = english.load(QStringLiteral(":/i18n/chevet_en.qm"));
    for (const QString& language : {QStringLiteral("fr"), QStringLiteral("en")}) {
        if (language == QLatin1String("en") && !translated)
            continue;
        QLocale::setDefault(QLocale(
            language == QLatin1String("en") ? QLocale::English : QLocale::French, QLocale::Canada));
        if (language == QLatin1String("en"))
            QCoreApplication::installTranslator(&english);
        for (const Scene& scene : scenes()) {
            for (const bool dark : {false, true}) {
                shoot(scene, dark, language, {1440, 900}, arguments[1], arguments.mid(2));
                shoot(scene, dark, language, {1280, 720}, arguments[1], arguments.mid(2));
            }
        }
    }
    return 0;
}
