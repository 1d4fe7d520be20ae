// Walks through the program on the demo clinic in both themes, languages and sizes and saves what
// is on screen: chevet-shots DIR [name …]. With names, only pictures whose file name contains one.

#include "pages/shots/walk.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QSettings>
#include <QThreadPool>

#include <cstdio>

using namespace chevet;

int main(int argc, char** argv) {
    qputenv("TZ", "America/Toronto"); // the clinic's day
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("chevet-shots"));
    QTemporaryDir settings; // nothing of the person's own
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "chevet-shots DIR [name ...]\n");
        return 1;
    }
    QDir().mkpath(arguments[1]);
    widgets::Theme::instance().install();
    shell::Language language;
    test::DemoCopy demo;
    if (!demo.make())
        return 1;
    int taken = 0;
    bool failed = false;
    for (const char* name : {"fr", "en"}) {
        language.use(QString::fromLatin1(name));
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1440, 900), QSize(1280, 720)}) {
                test::Walk walk(demo, {QString::fromLatin1(name), dark, size}, arguments[1],
                                arguments.mid(2));
                walk.run();
                taken += walk.taken();
                failed = failed || walk.failed();
            }
        }
    }
    QThreadPool::globalInstance()->waitForDone();
    std::fprintf(stderr, "%d pictures\n", taken);
    return failed || taken == 0 ? 1 : 0;
}
