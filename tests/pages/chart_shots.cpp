// Paints every section of a chart, without the window's own bars, from a real vault:
//   chart_shots FOLDER               the demo clinic (its files as of today)
//   chart_shots FOLDER FILE…         FHIR files or folders, imported into a vault of their own
//   chart_shots FOLDER --made        the constants of the tests, without a vault
// What is painted is chosen by the environment, each a list with commas: LANGUAGES (fr,en),
// SHOTS (1440,1440-dark,1280,1280-dark), SECTIONS (numbers from 0), PATIENTS (parts of names).

#include "session/demo.h"
#include "support/chart_sample.h"
#include "support/test_clinic.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/viewmodels/session_door.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace chevet;

namespace {

struct Shot {
    const char* name;
    QSize size;
    bool dark;
};
constexpr Shot shots[] = {{"1440", {1440, 900}, false},
                          {"1440-dark", {1440, 900}, true},
                          {"1280", {1280, 720}, false},
                          {"1280-dark", {1280, 720}, true}};

bool wanted(const char* variable, const QString& name) {
    const QStringList parts = qEnvironmentVariable(variable).split(u',', Qt::SkipEmptyParts);
    return parts.isEmpty() || parts.contains(name);
}

bool wantedPatient(const QString& name) {
    const QStringList parts = qEnvironmentVariable("PATIENTS").split(u',', Qt::SkipEmptyParts);
    return parts.isEmpty() || std::any_of(parts.cbegin(), parts.cend(), [&](const QString& part) {
               return name.contains(part, Qt::CaseInsensitive);
           });
}

void paintSections(pages::ChartPage& chart, const QString& prefix) {
    for (int i = 0; i < chart.sections().size(); ++i) {
        if (!wanted("SECTIONS", QString::number(i)))
            continue;
        chart.openSection(i);
        QTest::qWait(i == static_cast<int>(pages::Section::Documents) ? 1200 : 150);
        const QString file = prefix + QString::number(i).rightJustified(2, u'0') + u".png";
        if (!chart.grab().save(file))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
    }
}

void frame(pages::ChartPage& page, const Shot& shot) {
    page.setCompact(shot.size.width() < 1400);
    page.resize(shot.size - QSize(0, 72)); // the window's own bars
    page.show();
}

QString numbered(const QString& folder, int number, const QString& language, const Shot& shot) {
    return QStringLiteral("%1/%2-%3-%4-")
        .arg(folder, QString::number(number).rightJustified(2, u'0'), language,
             QString::fromLatin1(shot.name));
}

// Every size, theme and language that is wanted.
void forEachShot(const std::function<void(const Shot&, const QString& language)>& paint) {
    QTranslator english;
    const bool translated = english.load(QStringLiteral(":/i18n/chevet_en.qm"));
    for (const QString& language : {QStringLiteral("fr"), QStringLiteral("en")}) {
        if (!wanted("LANGUAGES", language))
            continue;
        if (language == u"en" && translated)
            QCoreApplication::installTranslator(&english);
        QLocale::setDefault(QLocale(language + QStringLiteral("_CA")));
        for (const Shot& shot : shots) {
            if (!wanted("SHOTS", QString::fromLatin1(shot.name)))
                continue;
            widgets::Theme::instance().setMode(shot.dark ? widgets::Theme::Mode::Dark
                                                         : widgets::Theme::Mode::Light);
            paint(shot, language);
        }
    }
}

// A door locks its vault when it goes, a moment later: the next one waits for that.
std::shared_ptr<viewmodels::VaultDoor> openAgain(const tests::TestClinic& clinic) {
    for (int attempt = 0; attempt < 200; ++attempt) {
        if (auto opened = clinic.open())
            return viewmodels::sessionDoor(std::move(*opened));
        QTest::qWait(50);
    }
    qFatal("the vault does not open again");
}

void paintCharts(std::shared_ptr<viewmodels::VaultDoor> opened, const Shot& shot,
                 const QString& language, const QString& folder) {
    const auto page = opened->search({}, 200, 0);
    if (!page)
        qFatal("no patients");
    viewmodels::AsyncDoor door(std::move(opened));
    int number = 0;
    for (const session::PatientRow& patient : page->rows) {
        ++number;
        if (!wantedPatient(patient.family + u' ' + patient.given))
            continue;
        pages::ChartPage chart(door, patient.key);
        frame(chart, shot);
        if (!QTest::qWaitFor([&] { return !chart.patientName().isEmpty(); }, 60000)) {
            std::fprintf(stderr, "%d: no chart\n", number);
            continue;
        }
        QTest::qWait(1500); // signatures
        paintSections(chart, numbered(folder, number, language, shot));
        std::printf("%02d %s\n", number, qPrintable(chart.patientName()));
    }
}

void fill(const tests::TestClinic& clinic, const QStringList& files) {
    auto session = clinic.create();
    if (!session)
        qFatal("no vault");
    QStringList paths = files;
    if (files.isEmpty()) {
        for (const session::DemoFile& file : session::demoFiles(QDate::currentDate()))
            paths << clinic.file(file.name, file.content);
    }
    const auto summary = (*session)->import(paths);
    if (!summary)
        qFatal("the import failed");
    for (const session::Refusal& refusal : summary->refused)
        std::fprintf(stderr, "refused: %s, %s\n", qPrintable(refusal.file),
                     qPrintable(refusal.reason));
}

void paintMade(const QString& folder) {
    forEachShot([&](const Shot& shot, const QString& language) {
        for (const bool empty : {false, true}) {
            pages::ChartPage page(
                new viewmodels::ChartModel(empty ? tests::emptyChart() : tests::sampleChart()));
            frame(page, shot);
            paintSections(page, numbered(folder, empty ? 1 : 0, language, shot));
        }
    });
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("chevet-shots"));
    QSettings().clear();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "chart_shots FOLDER [--made | FILE...]\n");
        return 1;
    }
    widgets::Theme::instance().install();
    QDir().mkpath(arguments.at(1));
    if (arguments.value(2) == u"--made") {
        paintMade(arguments.at(1));
        return 0;
    }
    const tests::TestClinic clinic;
    fill(clinic, arguments.mid(2));
    forEachShot([&](const Shot& shot, const QString& language) {
        paintCharts(openAgain(clinic), shot, language, arguments.at(1));
    });
    return 0;
}
