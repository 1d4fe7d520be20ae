#include "ui/viewmodels/chart_parts.h"

namespace chevet::viewmodels::parts {

using words::add;
using words::ChartWords;

void buildProblems(ChartData& view, const record::Chart& chart, const Context& context) {
    const record::Problems& problems = chart.problems;
    view.problemLack = words::lacking(problems.facts, ChartWords::tr("Aucun problème connu"),
                                      problems.activeCount);
    view.activeProblems = problems.activeCount;
    view.resolvedProblems = problems.resolvedCount;
    for (const record::Problem& problem : problems.items) {
        ItemView item;
        words::fill(item, problem, context);
        if (problem.isUnsure())
            item.title += QStringLiteral(" (") + problem.verificationWords + u')';
        item.icon = QStringLiteral("list");
        item.quiet = !problem.active;
        item.group =
            problem.active ? ChartWords::tr("Actifs") : ChartWords::tr("Résolus ou inactifs");
        if (item.date.isEmpty())
            item.date = problem.onsetText;
        const QString end = problem.abatement.day();
        QStringList line;
        line << problem.severity << problem.stage << problem.bodySites.join(QStringLiteral(", "));
        line << problem.abatementText;
        if (!problem.active)
            line << (end.isEmpty() ? item.status : ChartWords::tr("résolu le %1").arg(end));
        line.removeAll(QString());
        item.subtitle = line.join(QStringLiteral(" · "));
        add(item.fields, ChartWords::tr("Début"),
            problem.onsetText.isEmpty() ? problem.date.day() : problem.onsetText);
        add(item.fields, ChartWords::tr("Fin"), end.isEmpty() ? problem.abatementText : end);
        add(item.fields, ChartWords::tr("Certitude"), problem.verificationWords);
        add(item.fields, ChartWords::tr("Gravité"), problem.severity);
        add(item.fields, ChartWords::tr("Stade"), problem.stage);
        add(item.fields, ChartWords::tr("Siège"), problem.bodySites);
        add(item.fields, ChartWords::tr("Preuves"), problem.evidence);
        if (problem.encounterDiagnosis)
            add(item.fields, ChartWords::tr("Nature"),
                ChartWords::tr("diagnostic de consultation"));
        words::addCommon(item.fields, problem);
        item.copyText = QStringList{item.title, item.date, item.status}.join(QStringLiteral(", "));
        view.problems.append(item);
    }
}

namespace {

ItemView immunizationOf(const record::Immunization& dose, const Context& context) {
    ItemView item;
    words::fill(item, dose, context);
    item.icon = dose.recommendation ? QStringLiteral("clock")
                : dose.given        ? QStringLiteral("circle-check")
                                    : QStringLiteral("close");
    if (!dose.doseNumber.isEmpty())
        item.title = ChartWords::tr("%1, dose %2").arg(item.title, dose.doseNumber);
    if (item.date.isEmpty())
        item.date = dose.when;
    const qint64 today = context.today.startOfDay().toMSecsSinceEpoch();
    item.pending = dose.recommendation;
    item.warns = dose.recommendation && dose.date.isKnown() && dose.date.sortKey() < today;
    if (item.warns)
        item.icon = QStringLiteral("triangle-alert");
    item.quiet = !dose.given && !dose.recommendation;
    item.status = item.warns            ? ChartWords::tr("due depuis %1").arg(dose.date.day())
                  : dose.recommendation ? ChartWords::tr("à offrir")
                  : dose.given          ? ChartWords::tr("reçu")
                                        : ChartWords::tr("non reçu");
    item.group = dose.recommendation ? ChartWords::tr("Recommandés") : ChartWords::tr("Au carnet");
    QStringList line;
    line << dose.series << dose.manufacturer
         << (dose.lot.isEmpty() ? QString() : ChartWords::tr("lot %1").arg(dose.lot)) << dose.site
         << dose.notGivenReason;
    line.removeAll(QString());
    item.subtitle = line.join(QStringLiteral(" · "));
    add(item.fields, ChartWords::tr("Quand"), dose.when);
    add(item.fields, ChartWords::tr("Dose"), dose.doseNumber);
    add(item.fields, ChartWords::tr("Série"), dose.series);
    add(item.fields, ChartWords::tr("Cible"), dose.targets);
    add(item.fields, ChartWords::tr("Quantité"), dose.doseQuantity);
    add(item.fields, ChartWords::tr("Siège"), dose.site);
    add(item.fields, ChartWords::tr("Voie"), dose.route);
    add(item.fields, ChartWords::tr("Lot"), dose.lot);
    add(item.fields, ChartWords::tr("Fabricant"), dose.manufacturer);
    add(item.fields, ChartWords::tr("Péremption"), dose.expiration.day());
    add(item.fields, ChartWords::tr("Non reçu"), dose.notGivenReason);
    add(item.fields, ChartWords::tr("Réaction"), dose.reactions);
    if (dose.reportedByPatient)
        add(item.fields, ChartWords::tr("Selon"), ChartWords::tr("la personne elle-même"));
    words::addCommon(item.fields, dose);
    item.copyText = QStringList{item.title, item.date, item.subtitle}.join(QStringLiteral(", "));
    return item;
}

} // namespace

void buildImmunizations(ChartData& view, const record::Chart& chart, const Context& context) {
    view.immunizationLack =
        words::lacking(chart.immunizations.facts, ChartWords::tr("Aucun vaccin"),
                       chart.immunizations.items.size());
    for (const record::Immunization& dose : chart.recommendations.items) {
        view.immunizations.append(immunizationOf(dose, context));
        view.dosesDue += view.immunizations.last().warns ? 1 : 0;
    }
    for (const record::Immunization& dose : chart.immunizations.items) {
        view.immunizations.append(immunizationOf(dose, context));
        view.dosesGiven += dose.given ? 1 : 0;
    }
    std::stable_sort(view.immunizations.begin(), view.immunizations.end(),
                     [](const ItemView& a, const ItemView& b) {
                         return std::pair(b.pending, b.warns) < std::pair(a.pending, a.warns);
                     });
}

} // namespace chevet::viewmodels::parts
