// chevet: the window. Composition root: puts the parts together, decides nothing.

#include "app/desktop/demo_clinic.h"
#include "base/platform/process.h"
#include "base/platform/system_events.h"
#include "crypto/random.h"
#include "keychain/system_keychain.h"
#include "session/self_check.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/session_door.h"

#if __has_include("ui/pages/chart/chart_page.h")
#include "ui/pages/chart/chart_page.h"
#define CHEVET_HAS_CHART
#endif

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

using namespace chevet;

namespace {

// 2: cannot start, as chevet-cli says it.
int refuse(const base::Error& error) {
    const viewmodels::Failure failure = viewmodels::describeFailure(error);
    std::fprintf(stderr, "%s\n%s\n", qPrintable(failure.what), qPrintable(failure.rest()));
    return 2;
}

QString defaultVault() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/vault");
}

pages::ChartView* makeChart(viewmodels::AsyncDoor& door, const session::PatientKey& key) {
#ifdef CHEVET_HAS_CHART
    return new pages::ChartPage(door, key);
#else
    Q_UNUSED(door)
    Q_UNUSED(key)
    return nullptr;
#endif
}

void lockWithTheSystem(base::SystemEvents& events, shell::MainWindow& window) {
    QObject::connect(&events, &base::SystemEvents::locked, &window, &shell::MainWindow::lock);
    QObject::connect(&events, &base::SystemEvents::suspending, &window,
                     [&events, &window] { window.lockThen([&events] { events.readyToSleep(); }); });
}

// A folder that is there and cannot be read holds something too: nobody founds a clinic over it.
bool holdsSomething(const base::FileSystem& disk, const QString& folder) {
    if (!disk.exists(folder))
        return false;
    const auto names = disk.list(folder);
    return !names || !names->isEmpty();
}

shell::MainWindow::Parts parts(const session::Environment& environment, const QString& folder) {
    return {.entrance = viewmodels::sessionEntrance(environment, folder),
            .vaultExists = holdsSomething(environment.disk, folder),
            .makeChart = makeChart,
            .openDemo =
                [] {
                    QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                            {QStringLiteral("--demo")});
                },
            .hint = {}};
}

} // namespace

int main(int argc, char** argv) {
    const auto hardened = base::hardenProcess();
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("chevet"));
    QCoreApplication::setApplicationName(QStringLiteral("chevet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHEVET_VERSION));
    widgets::Theme::instance().install();
    shell::Language language;
    language.use(shell::Settings::load().language);
    if (!hardened)
        return refuse(hardened.error());
    if (const auto sound = session::selfCheck(); !sound)
        return refuse(sound.error());

    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    options.addOption({QStringLiteral("vault"),
                       QCoreApplication::translate("Desktop", "Dossier du coffre"),
                       QCoreApplication::translate("Desktop", "DOSSIER"), defaultVault()});
    options.addOption({QStringLiteral("demo"),
                       QCoreApplication::translate("Desktop", "Clinique de démonstration")});
    options.process(app);

    const auto keychain = keychain::makeSystemKeychain();
    const session::Environment environment{.disk = base::realFileSystem(),
                                           .clock = base::systemClock(),
                                           .random = crypto::systemRandom(),
                                           .kdfLimits = crypto::shippedKdfLimits(),
                                           .keychain = keychain.get()};
    base::SystemEvents events;
    std::unique_ptr<shell::MainWindow> window;
    const auto show = [&](shell::MainWindow::Parts made) {
        window = std::make_unique<shell::MainWindow>(std::move(made));
        lockWithTheSystem(events, *window);
        QObject::connect(window.get(), &shell::MainWindow::languageChanged, &app,
                         [&language](const QString& name) { language.use(name); });
        window->show();
    };
    if (options.isSet(QStringLiteral("demo"))) {
        // Made on first use: the window says so meanwhile, and locks to that vault's own entrance.
        auto made = parts(environment, desktop::demoFolder(environment));
        made.vaultExists = true;
        made.openDemo = {};
        made.hint = desktop::demoHint();
        show(std::move(made));
        const auto preparing = [&](double fraction) {
            window->showPreparing(desktop::demoPreparing(), fraction);
        };
        preparing(-1);
        desktop::openDemo(environment, window.get(), preparing,
                          [&](viewmodels::VaultEntrance::Opened door) {
                              if (door)
                                  window->open(*door);
                              else
                                  QCoreApplication::exit(refuse(door.error()));
                          });
    } else {
        show(parts(environment, options.value(QStringLiteral("vault"))));
    }
    const int code = QApplication::exec();
    window.reset();
    QThreadPool::globalInstance()->waitForDone(); // what locking wipes is wiped before we go
    return code;
}
