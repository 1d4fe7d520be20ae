// Each keystroke of 200 realistic queries in a clinic of a million patients, until the list's model
// is filled: what the patients page asks, without the threads in between.

#include "bench_support.h"
#include "cached_clinic.h"
#include "search_queries.h"
#include "ui/viewmodels/patient_list.h"

using namespace chevet;

namespace {

constexpr int rows = 50;

struct Typed {
    std::vector<double> keystrokes, last; // milliseconds; `last`: of whole queries
    std::vector<std::pair<double, QString>> slow;
    QStringList unanswered; // queries whose whole text finds nobody
    int found = 0;
};

Typed typeAll(const session::Session& session, const QStringList& queries) {
    Typed typed;
    viewmodels::PatientListModel model;
    for (const QString& query : queries) {
        for (qsizetype size = 1; size <= query.size(); ++size) {
            const QString text = query.left(size);
            const double ms = 1e3 * bench::seconds([&] {
                                  const auto page = session.search(text, rows);
                                  if (!page)
                                      qFatal("%s", qPrintable(page.error().toString()));
                                  model.showFound(*page, text);
                              });
            typed.keystrokes.push_back(ms);
            typed.slow.emplace_back(ms, text);
        }
        typed.last.push_back(typed.keystrokes.back());
        const bool answered = model.firstPatient().isValid();
        typed.found += answered ? 1 : 0;
        if (!answered)
            typed.unanswered += query;
    }
    std::sort(typed.slow.rbegin(), typed.slow.rend());
    return typed;
}

} // namespace

int main() {
    const int patients = bench::patientsWanted(1'000'000);
    const bench::CachedClinic clinic = bench::cachedClinic(patients);
    const auto session = clinic.open();
    const QStringList queries = bench::realisticQueries(patients);
    const Typed first = typeAll(*session, queries), again = typeAll(*session, queries);
    for (std::size_t i = 0; i < 10; ++i)
        std::fprintf(stderr, "  %.1f ms  '%s'\n", first.slow[i].first,
                     qPrintable(first.slow[i].second));
    for (const QString& query : first.unanswered)
        std::fprintf(stderr, "  nobody for '%s'\n", qPrintable(query));
    const auto row = [](const char* name, const std::vector<double>& values, double part,
                        const char* goal) {
        return bench::Row{.name = QLatin1String(name),
                          .value = bench::percentile(values, part),
                          .unit = QStringLiteral("ms"),
                          .goal = QLatin1String(goal)};
    };
    return bench::report(
        QStringLiteral("search"),
        {row("keystroke p50, cold", first.keystrokes, 0.5, ""),
         row("keystroke p95, cold", first.keystrokes, 0.95, "<= 16"),
         row("keystroke p99, cold", first.keystrokes, 0.99, "<= 50"),
         row("keystroke p95, again", again.keystrokes, 0.95, "<= 16"),
         row("keystroke p99, again", again.keystrokes, 0.99, "<= 50"),
         {.name = QStringLiteral("queries answered"),
          .value = static_cast<double>(first.found),
          .unit = QStringLiteral("of 200")}},
        QStringLiteral("%1 patients, %2 keystrokes; making the clinic took %3 s%4")
            .arg(patients)
            .arg(first.keystrokes.size())
            .arg(clinic.seconds, 0, 'f', 0)
            .arg(clinic.fresh ? QLatin1String(", in this run") : QLatin1String(", once")));
}
