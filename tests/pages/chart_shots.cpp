// Paints every section of a chart to PNG files: chart_shots FOLDER [FHIR.json …]. Without files,
// the sample; with them, one chart a file. Both sizes, light and dark; LANGUAGE=en paints in
// English.

#include "support/chart_sample.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/widgets/theme.h"

#if __has_include("support/chart_from_fhir.h")
#include "support/chart_from_fhir.h"
#define CHEVET_FHIR_SHOTS 1
#endif

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

using namespace chevet;

namespace {

void settle() { // answers of workers and queued layouts; this is a test program
    QEventLoop loop;
    QTimer::singleShot(60, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Shot {
    QSize size;
    bool dark;
    const char* name;
};

void paint(const viewmodels::ChartData& data, const QString& folder, const QString& who,
           const QStringList& only) {
    for (const Shot& shot : {Shot{{1440, 828}, false, "1440"}, Shot{{1440, 828}, true, "1440-dark"},
                             Shot{{1280, 652}, false, "1280"}}) {
        if (!only.isEmpty() && !only.contains(QString::fromLatin1(shot.name)))
            continue;
        widgets::Theme::instance().setMode(shot.dark ? widgets::Theme::Mode::Dark
                                                     : widgets::Theme::Mode::Light);
        pages::ChartPage page(new viewmodels::ChartModel(data));
        page.setCompact(shot.size.width() < 1400);
        page.resize(shot.size);
        page.show();
        const QString wanted = qEnvironmentVariable("SECTIONS");
        for (int i = 0; i < page.sections().size(); ++i) {
            if (!wanted.isEmpty() && !wanted.split(u',').contains(QString::number(i)))
                continue;
            page.openSection(i);
            settle();
            const QString file = QStringLiteral("%1/%2-%3-%4.png")
                                     .arg(folder, who, QString::number(i).rightJustified(2, u'0'),
                                          QString::fromLatin1(shot.name));
            page.grab().save(file);
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const bool english = qEnvironmentVariable("LANGUAGE").startsWith(u"en");
    QLocale::setDefault(QLocale(english ? QStringLiteral("en_CA") : QStringLiteral("fr_CA")));
    widgets::Theme::instance().install();
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("shots");
    QDir().mkpath(folder);
    const QStringList sizes = qEnvironmentVariable("SHOTS").split(u',', Qt::SkipEmptyParts);
    if (argc < 3) {
        paint(tests::sampleChart(), folder, QStringLiteral("sample"), sizes);
        paint(tests::emptyChart(), folder, QStringLiteral("empty"), sizes);
    }
#ifdef CHEVET_FHIR_SHOTS
    for (int i = 2; i < argc; ++i) {
        const QString file = QString::fromLocal8Bit(argv[i]);
        paint(tests::chartFromFhir(file, english), folder,
              QFileInfo(file).completeBaseName().left(24), sizes);
    }
#endif
    return 0;
}
