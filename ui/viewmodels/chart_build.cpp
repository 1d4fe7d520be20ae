#include "ui/viewmodels/chart_build.h"

#include "ui/viewmodels/chart_parts.h"

namespace chevet::viewmodels {

using words::add;
using words::ChartWords;

namespace {

// Without a word for its kind, the system's address stands there: its last word says more.
QString identifierLabel(const record::Identifier& id) {
    const QString label = id.label == id.system ? record::systemName(id.system) : id.label;
    return label.isEmpty() ? ChartWords::tr("Identifiant") : label;
}

} // namespace

namespace parts {

void buildIdentity(IdentityView& view, const record::Patient& patient, const Context& context) {
    view.family = words::cleanName(patient.name.family);
    view.given = words::cleanName(patient.name.given);
    view.name = words::cleanName(patient.name.shown());
    if (view.name.isEmpty())
        view.name = ChartWords::tr("Nom non documenté");
    view.birth = patient.birth.day();
    view.age = record::ageInWords(patient.birth, context.today, context.english);
    view.reference = patient.reference;
    view.sex = patient.sexWords;
    view.phone = patient.phone;
    view.nam = patient.nam.isEmpty() ? QString() : record::formatNam(patient.nam);
    view.namWarnings = record::namWarnings(patient.namCheck);
    view.deceased = patient.deceased;
    if (patient.deceased)
        view.deceasedWords = patient.deceasedAt.isKnown()
                                 ? ChartWords::tr("Décès le %1").arg(patient.deceasedAt.day())
                                 : ChartWords::tr("Décès, date non documentée");
    for (const record::Identifier& id : patient.identifiers) {
        add(view.fields, identifierLabel(id), id.value);
        if (view.number.isEmpty() && id.kind != record::IdentifierKind::Other) {
            view.numberLabel = identifierLabel(id);
            view.number = id.value;
        }
    }
    for (const record::ContactPoint& contact : patient.telecoms)
        add(view.fields, ChartWords::tr("Joindre"), contact.shown);
    for (const record::Address& address : patient.addresses)
        add(view.fields, ChartWords::tr("Adresse"),
            QString(address.text).replace(u'\n', QLatin1String(", ")));
    for (const record::PersonName& name : patient.otherNames)
        add(view.fields, ChartWords::tr("Autre nom"), name.shown());
    add(view.fields, ChartWords::tr("Langue"), patient.languages);
    add(view.fields, ChartWords::tr("État civil"), patient.maritalStatus);
    add(view.fields, ChartWords::tr("Identité de genre"), patient.genderIdentity);
    add(view.fields, ChartWords::tr("Remarque"), patient.remarks);
}

namespace {

QString contradicting(int allergies) {
    return plural(ChartWords::tr("contredit par %n allergie(s) inscrite(s)", nullptr, allergies),
                  allergies);
}

// Who stated that there are none, of every kind or of one, is contradicted by what is listed there.
void buildAllergyLack(ChartData& view, const record::Allergies& allergies) {
    const QString none = ChartWords::tr("Aucune connue");
    view.activeAllergies = allergies.activeCount;
    view.allergyWhole = words::lacking(allergies.facts, ChartWords::tr("Aucune allergie connue"),
                                       allergies.activeCount);
    if (view.allergyWhole.contradicted)
        view.allergyWhole.words = contradicting(allergies.activeCount);
    for (std::size_t kind = 0; kind < 4; ++kind) {
        const auto listed = std::count_if(allergies.items.begin(), allergies.items.end(),
                                          [kind](const record::Allergy& item) {
                                              return item.active && std::size_t(item.kind) == kind;
                                          });
        Lacking& lack = view.allergyLack[kind];
        lack = words::lacking(allergies.byKind[kind], none, listed);
        if (lack.contradicted)
            lack.words = contradicting(static_cast<int>(listed));
        if (lack.lack == Lack::NoneKnown && view.allergyWhole.contradicted) {
            lack.contradicted = true;
            lack.words = contradicting(allergies.activeCount);
        }
    }
}

} // namespace

void buildAllergies(ChartData& view, const record::Chart& chart, const Context& context) {
    const record::Allergies& allergies = chart.allergies;
    buildAllergyLack(view, allergies);
    view.allergiesReviewed = allergies.reviewed.day();
    view.allergiesReviewedBy = words::shortName(allergies.reviewedBy);
    for (const record::Allergy& allergy : allergies.items) {
        AllergyView item;
        words::fill(item, allergy, context);
        item.kind = static_cast<int>(allergy.kind);
        item.high = allergy.criticality == QLatin1String("high");
        item.reaction = allergy.reactionLine();
        if (allergy.verification == u"unconfirmed" || allergy.verification == u"presumed")
            item.reaction += (item.reaction.isEmpty() ? QString() : QStringLiteral(", ")) +
                             allergy.verificationWords;
        item.criticality = allergy.criticalityWords;
        item.subtitle = item.reaction;
        item.quiet = !allergy.active;
        item.warns = allergy.active;
        item.icon = item.high ? QStringLiteral("octagon-alert") : QStringLiteral("triangle-alert");
        item.group =
            allergy.active ? ChartWords::tr("Actives") : ChartWords::tr("Inactives ou réfutées");
        add(item.fields, ChartWords::tr("Nature"),
            allergy.intolerance ? ChartWords::tr("intolérance") : ChartWords::tr("allergie"));
        add(item.fields, ChartWords::tr("Criticité"), allergy.criticalityWords);
        add(item.fields, ChartWords::tr("Certitude"), allergy.verificationWords);
        for (const record::Reaction& reaction : allergy.reactions) {
            QStringList parts = reaction.manifestations;
            parts << reaction.severityWords << reaction.substance << reaction.description
                  << reaction.onset.day();
            parts.removeAll(QString());
            add(item.fields, ChartWords::tr("Réaction"), parts.join(QStringLiteral(", ")));
        }
        add(item.fields, ChartWords::tr("Dernière fois"), allergy.lastOccurrence.day());
        words::addCommon(item.fields, allergy);
        item.copyText = QStringList{item.title, item.reaction, item.criticality, item.date}.join(
            QStringLiteral(", "));
        view.allergies.append(item);
    }
}

} // namespace parts

ChartData buildChartData(const record::Chart& chart, const BuildOptions& options) {
    words::Context context;
    context.english = options.english;
    context.language = languageOf(options.english);
    const record::Speaking speaking(context.language);
    context.today = options.today.isValid() ? options.today : QDate::currentDate();
    ChartData view;
    view.english = options.english;
    view.resources = chart.resources;
    view.masked = chart.patient.masked;
    parts::buildIdentity(view.identity, chart.patient, context);
    parts::buildAllergies(view, chart, context);
    parts::buildMedications(view, chart, context);
    parts::buildProblems(view, chart, context);
    view.results = parts::buildResults(chart.results, chart.results.rows, context);
    view.results.abnormalFirst = chart.results.abnormalFirst;
    view.results.abnormal = chart.results.abnormalRows;
    view.vitals = parts::buildResults(chart.vitals, chart.vitals.rows, context);
    view.results.lacking = words::lacking(
        chart.results.facts, ChartWords::tr("Aucun résultat, affirmé"), chart.results.items.size());
    view.vitals.lacking = words::lacking(
        chart.vitals.facts, ChartWords::tr("Aucune mesure, affirmé"), chart.vitals.items.size());
    parts::buildImmunizations(view, chart, context);
    parts::buildConsultations(view, chart, context);
    parts::buildDocuments(view, chart, context);
    parts::buildImaging(view, chart, context);
    parts::buildCare(view, chart, context);
    parts::buildOthers(view, chart, context);
    parts::buildTimeline(view, chart, context);
    return view;
}

} // namespace chevet::viewmodels
