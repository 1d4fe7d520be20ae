// How long a paint holds the window up: the patients page over a million patients, and the result
// grid of somebody with twenty years of results, both scrolled as fast as a wheel turns.

#include "bench_support.h"
#include "cached_clinic.h"
#include "support/chart_from_fhir.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/viewmodels/session_door.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/result_grid.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace chevet;

namespace {

constexpr double frame = 16; // ms

// Measures every event that reaches a widget or window from the loop: a paint with all it brings
// along is one of them (UpdateRequest).
class Application : public QApplication {
public:
    using QApplication::QApplication;
    std::vector<double> paints, others; // milliseconds

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const bool paint = event->type() == QEvent::UpdateRequest;
        bool result = false;
        ++m_depth;
        const double spent =
            1e3 * bench::seconds([&] { result = QApplication::notify(receiver, event); });
        --m_depth;
        (paint ? paints : others).push_back(spent);
        return result;
    }
    void forget() {
        paints.clear();
        others.clear();
    }

private:
    int m_depth = 0;
};

Application& app() {
    return *static_cast<Application*>(QCoreApplication::instance());
}

// Calls `step` every few milliseconds until it says false, and lets the loop paint in between.
void play(const std::function<bool()>& step) {
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        if (!step())
            QCoreApplication::exit(0);
    });
    timer.start(8);
    QApplication::exec();
}

void settle(int milliseconds) {
    QTimer::singleShot(milliseconds, qApp, [] { QCoreApplication::exit(0); });
    QApplication::exec();
}

void turnWheel(QWidget* viewport, int notches) {
    const QPointF at = viewport->rect().center();
    QWheelEvent wheel(at, viewport->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &wheel);
}

QList<bench::Row> judged(const QString& what) {
    const auto within = static_cast<double>(std::count_if(app().paints.begin(), app().paints.end(),
                                                          [](double ms) { return ms <= frame; }));
    const auto total = static_cast<double>(app().paints.size());
    return {{.name = what + QStringLiteral(", <= 16 ms"),
             .value = 100 * within / total,
             .unit = QStringLiteral("%"),
             .goal = QStringLiteral(">= 99")},
            {.name = what + QStringLiteral(", paint p99"),
             .value = bench::percentile(app().paints, 0.99),
             .unit = QStringLiteral("ms")},
            {.name = what + QStringLiteral(", longest other event"),
             .value = bench::percentile(app().others, 1),
             .unit = QStringLiteral("ms")}};
}

QList<bench::Row> scrollPatients(const bench::CachedClinic& clinic, int patients, int& rows) {
    viewmodels::AsyncDoor door(viewmodels::sessionDoor(clinic.open()));
    pages::PatientsPage page(door);
    page.resize(1440, 828);
    page.show();
    settle(1500);
    page.findChild<widgets::Segmented*>()->setCurrent(0); // everybody, not the day's appointments
    settle(500);
    auto* list = page.findChild<QListView*>();
    app().forget();
    int steps = 0;
    play([&] {
        turnWheel(list->viewport(), -3);
        return ++steps < 1500;
    });
    rows = list->model()->rowCount();
    if (rows < std::min(patients, 1000))
        qFatal("only %d patients were there to scroll: nothing was measured", rows);
    return judged(QStringLiteral("patients"));
}

// Forty analytes every month for twenty years.
QByteArray twentyYears() {
    QByteArray json =
        R"({"resourceType":"Bundle","type":"collection","entry":[)"
        R"({"resource":{"resourceType":"Patient","id":"p","birthDate":"1950-01-01"}})";
    int id = 0;
    for (int month = 0; month < 240; ++month) {
        const QByteArray day =
            QDate(2006, 11, 3).addMonths(month).toString(Qt::ISODate).toLatin1() +
            "T08:12:00-05:00";
        for (int analyte = 0; analyte < 40; ++analyte)
            json += R"(,{"resource":{"resourceType":"Observation","id":"o)" +
                    QByteArray::number(++id) +
                    R"(","status":"final","category":[{"coding":[{"system":)"
                    R"("http://terminology.hl7.org/CodeSystem/observation-category",)"
                    R"("code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org",)"
                    R"("code":")" +
                    QByteArray::number(1000 + analyte) + R"(-1"}],"text":"Analyte )" +
                    QByteArray::number(analyte) +
                    R"("},"subject":{"reference":"Patient/p"},)"
                    R"("effectiveDateTime":")" +
                    day + R"(","valueQuantity":{"value":)" +
                    QByteArray::number(50 + (month * 7 + analyte * 13) % 60) +
                    R"(,"unit":"mmol/L"},"referenceRange":[{"low":{"value":55},)"
                    R"("high":{"value":100}}]}})";
    }
    return json + "]}";
}

QList<bench::Row> scrollResults(QSize& size) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("results.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(twentyYears()) <= 0)
        qFatal("cannot write");
    file.close();
    pages::ChartPage page(new viewmodels::ChartModel(tests::chartFromFhir(path, false)));
    page.resize(1440, 828);
    page.show();
    settle(300);
    page.open(pages::Section::Results);
    settle(500);
    auto* grid = page.findChild<widgets::ResultGrid*>();
    size = {static_cast<int>(grid->grid().grid().columns.size()), grid->model()->rowCount()};
    grid->setCurrentIndex(grid->model()->index(0, widgets::GridModel::FirstDate));
    app().forget();
    int steps = 0;
    play([&] { // down and up with the wheel, and back through the years with the arrow
        if (steps % 4 == 0) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier);
            QCoreApplication::sendEvent(grid, &key);
        }
        turnWheel(grid->viewport(), steps / 25 % 2 == 0 ? -1 : 1);
        return ++steps < 960;
    });
    return judged(QStringLiteral("results"));
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Application application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("fr_CA")));
    widgets::Theme::instance().install();
    const int patients = bench::patientsWanted(1'000'000);
    int rows = 0;
    QSize grid;
    QList<bench::Row> all = scrollPatients(bench::cachedClinic(patients), patients, rows);
    all += scrollResults(grid);
    return bench::report(QStringLiteral("frames"), all,
                         QStringLiteral("%1 patients, scrolled to row %2; a grid of %3 dates and "
                                        "%4 rows; platform %5")
                             .arg(patients)
                             .arg(rows)
                             .arg(grid.width())
                             .arg(grid.height())
                             .arg(QGuiApplication::platformName()));
}
