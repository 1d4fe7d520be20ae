#include "ui/viewmodels/chart_parts.h"

#include <QRegularExpression>

namespace chevet::viewmodels::parts {

using words::add;
using words::ChartWords;

namespace {

QString typeWords(const QString& type);

QString iconOf(record::CarePerson::Kind kind) {
    switch (kind) {
    case record::CarePerson::Kind::Pharmacy:
        return QStringLiteral("pharmacy");
    case record::CarePerson::Kind::Contact:
    case record::CarePerson::Kind::Relative:
        return QStringLiteral("phone");
    case record::CarePerson::Kind::Organization:
        return QStringLiteral("server");
    default:
        return QStringLiteral("user");
    }
}

void buildOrders(ChartData& view, const record::Chart& chart, const Context& context) {
    view.orderLack = words::lacking(chart.orders.facts, ChartWords::tr("Aucune demande"),
                                    chart.orders.items.size());
    const qint64 today = context.today.startOfDay().toMSecsSinceEpoch();
    for (const record::Order& order : chart.orders.items) {
        ItemView item;
        words::fill(item, order, context);
        item.pending = order.pending;
        item.quiet = !order.pending;
        item.icon = order.pending ? QStringLiteral("hourglass") : QStringLiteral("circle-check");
        item.warns = order.pending && order.due.isKnown() && order.due.sortKey() < today;
        if (order.due.isKnown())
            item.status = ChartWords::tr("prévu %1").arg(order.due.day());
        const bool apart = order.prohibited || order.proposed;
        item.group = apart           ? ChartWords::tr("Interdits et proposés")
                     : order.pending ? ChartWords::tr("Attendus")
                                     : ChartWords::tr("Terminés");
        if (apart)
            item.icon = QStringLiteral("info");
        item.subtitle = QStringList(order.reasons).join(QStringLiteral(", "));
        add(item.fields, ChartWords::tr("Priorité"), order.priorityWords);
        add(item.fields, ChartWords::tr("Pour le"), order.due.day());
        add(item.fields, ChartWords::tr("Raison"), order.reasons);
        add(item.fields, ChartWords::tr("Confié à"), order.performer);
        words::addCommon(item.fields, order);
        item.copyText = QStringList{item.title, item.date, item.status}.join(QStringLiteral(", "));
        view.pendingOrders += order.pending ? 1 : 0;
        view.orders.append(item);
    }
    const QString apart = ChartWords::tr("Interdits et proposés"); // last, under their own heading
    std::stable_sort(view.orders.begin(), view.orders.end(),
                     [&apart](const ItemView& a, const ItemView& b) {
                         return std::pair(!a.pending, a.group == apart) <
                                std::pair(!b.pending, b.group == apart);
                     });
}

void buildTeam(ChartData& view, const record::Chart& chart) {
    for (const record::CarePerson& person : chart.careTeam.items) {
        ItemView item;
        item.reference = person.reference;
        item.title = words::cleanName(person.name);
        if (item.title.isEmpty())
            item.title =
                person.role.isEmpty() ? ChartWords::tr("Personne non nommée") : person.role;
        item.subtitle = person.role;
        item.status = person.phone;
        item.icon = iconOf(person.kind);
        item.quiet = !person.active;
        item.warns = person.emergency;
        // Several resources may name one person: once, with every role and number they give.
        const auto same =
            std::find_if(view.team.begin(), view.team.end(),
                         [&item](const ItemView& other) { return other.title == item.title; });
        if (same == view.team.end()) {
            view.team.append(item);
            continue;
        }
        for (const auto& [held, given] :
             {std::pair(&same->subtitle, item.subtitle), std::pair(&same->status, item.status)}) {
            if (held->isEmpty())
                *held = given;
            else if (!held->contains(given, Qt::CaseInsensitive))
                *held += QStringLiteral(", ") + given;
        }
        same->quiet = same->quiet && item.quiet;
        same->warns = same->warns || item.warns;
    }
}

void buildLevel(ChartData& view, const record::Chart& chart) {
    view.levelLack =
        words::lacking(chart.levelOfCare.facts, ChartWords::tr("Aucun niveau de soins"), 0);
    const auto& levels = chart.levelOfCare.items; // newest first
    const auto inForce =
        std::find_if(levels.begin(), levels.end(), [](const auto& level) { return level.inForce; });
    if (inForce == levels.end()) {
        if (!levels.isEmpty()) // all of them were withdrawn
            view.levelLack = words::lacking({}, {}, 0);
        return;
    }
    const record::LevelOfCare& level = *inForce;
    view.levelOfCare.present = true;
    view.levelOfCare.letter = level.letter;
    // The letter stands beside: « Niveau A : » before the words would only cut them short.
    static const QRegularExpression prefix(
        QStringLiteral("^(Niveau|Level)( de soins)?\\s+[A-D]\\s*[:,–-]\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    view.levelOfCare.words = level.words;
    if (!level.letter.isEmpty())
        view.levelOfCare.words.remove(prefix);
    if (!view.levelOfCare.words.isEmpty())
        view.levelOfCare.words[0] = view.levelOfCare.words.at(0).toUpper();
    view.levelOfCare.resuscitation = level.resuscitation;
    view.levelOfCare.reference = level.reference;
    view.levelOfCare.notes = level.notes;
    const QString who =
        level.authors.isEmpty() ? QString() : words::shortName(level.authors.first());
    const QString day = level.date.day();
    view.levelOfCare.discussed = day.isEmpty() ? who
                                 : who.isEmpty()
                                     ? ChartWords::tr("Discuté le %1").arg(day)
                                     : ChartWords::tr("Discuté le %1 avec %2").arg(day, who);
}

template <class T>
void addOthers(ChartData& view, const record::Section<T>& section, const QString& group,
               const Context& context) {
    for (const T& source : section.items) {
        ItemView item;
        words::fill(item, source, context);
        item.group = group;
        item.icon = QStringLiteral("info");
        if constexpr (std::is_same_v<T, record::Other>) {
            item.text = source.text;
            item.html = source.html;
            item.subtitle = typeWords(source.type());
            if (source.unreadable)
                item.subtitle = ChartWords::tr("contenu illisible, gardé tel quel");
        } else if constexpr (std::is_same_v<T, record::Procedure>) {
            item.place = source.location.isEmpty() ? item.place : source.location;
            add(item.fields, ChartWords::tr("Raison"), source.reasons);
            add(item.fields, ChartWords::tr("Siège"), source.bodySites);
            add(item.fields, ChartWords::tr("Issue"), source.outcome);
            add(item.fields, ChartWords::tr("Complications"), source.complications);
            add(item.fields, ChartWords::tr("Suivi"), source.followUps);
            add(item.fields, ChartWords::tr("Non fait"), source.notDoneReason);
            item.subtitle = source.reasons.join(QStringLiteral(", "));
        } else if constexpr (std::is_same_v<T, record::CarePlan>) {
            if (!source.title.isEmpty())
                item.title = source.title;
            add(item.fields, ChartWords::tr("Activités"), source.activities);
            add(item.fields, ChartWords::tr("Vise"), source.addresses);
            item.subtitle = source.activities.join(QStringLiteral(", "));
        } else if constexpr (std::is_same_v<T, record::Goal>) {
            add(item.fields, ChartWords::tr("Cible"), source.targets);
            add(item.fields, ChartWords::tr("Échéance"), source.due.day());
            item.subtitle = source.achievement;
        } else if constexpr (std::is_same_v<T, record::FamilyHistory>) {
            if (!source.relation.isEmpty())
                item.title = source.relation;
            item.subtitle = source.conditions.join(QStringLiteral(", "));
            add(item.fields, ChartWords::tr("Problèmes"), source.conditions);
            if (source.deceased)
                add(item.fields, ChartWords::tr("Décès"),
                    source.death.isEmpty() ? ChartWords::tr("oui") : source.death);
        } else if constexpr (std::is_same_v<T, record::DeviceUse>) {
            item.quiet = !source.active;
            add(item.fields, ChartWords::tr("Identifiant"), source.identifier);
            add(item.fields, ChartWords::tr("Siège"), source.bodySite);
        } else if constexpr (std::is_same_v<T, record::Observation>) {
            item.subtitle = source.valueText();
            add(item.fields, ChartWords::tr("Valeur"), source.valueText());
        } else if constexpr (std::is_same_v<T, record::Appointment>) {
            if (!source.words.isEmpty())
                item.title = source.words;
            item.subtitle = source.with;
        }
        words::addCommon(item.fields, source);
        item.copyText =
            QStringList{item.title, item.date, item.subtitle}.join(QStringLiteral(", "));
        view.others.append(item);
    }
}

// Everything known of the person, beyond what the banner holds.
void addIdentity(ChartData& view, const record::Patient& patient) {
    if (patient.reference.isEmpty())
        return;
    ItemView item;
    item.reference = patient.reference;
    item.title = view.identity.name;
    item.subtitle = view.identity.nam.isEmpty() ? view.identity.number : view.identity.nam;
    item.group = ChartWords::tr("Identité et coordonnées");
    item.icon = QStringLiteral("user");
    item.fields = view.identity.fields;
    for (const QString& warning : std::as_const(view.identity.namWarnings))
        add(item.fields, ChartWords::tr("À vérifier"), warning);
    view.others.append(item);
}

void addTeam(ChartData& view) {
    for (const ItemView& person : std::as_const(view.team)) {
        ItemView item = person;
        item.group = ChartWords::tr("Équipe et proches");
        add(item.fields, ChartWords::tr("Rôle"), person.subtitle);
        add(item.fields, ChartWords::tr("Joindre"), person.status);
        view.others.append(item);
    }
}

// FHIR's type names in words, for what has no page of its own.
QString typeWords(const QString& type) {
    static const QHash<QString, const char*> names{
        {QStringLiteral("Claim"), QT_TRANSLATE_NOOP("ChartWords", "Demande de paiement")},
        {QStringLiteral("ExplanationOfBenefit"),
         QT_TRANSLATE_NOOP("ChartWords", "Relevé de prestations")},
        {QStringLiteral("Coverage"), QT_TRANSLATE_NOOP("ChartWords", "Couverture d’assurance")},
        {QStringLiteral("Provenance"), QT_TRANSLATE_NOOP("ChartWords", "Provenance déclarée")},
        {QStringLiteral("Organization"), QT_TRANSLATE_NOOP("ChartWords", "Organisme")},
        {QStringLiteral("Practitioner"), QT_TRANSLATE_NOOP("ChartWords", "Professionnel")},
        {QStringLiteral("Location"), QT_TRANSLATE_NOOP("ChartWords", "Lieu")},
        {QStringLiteral("Device"), QT_TRANSLATE_NOOP("ChartWords", "Appareil")},
        {QStringLiteral("Specimen"), QT_TRANSLATE_NOOP("ChartWords", "Prélèvement")},
        {QStringLiteral("Media"), QT_TRANSLATE_NOOP("ChartWords", "Image ou son")},
        {QStringLiteral("Consent"), QT_TRANSLATE_NOOP("ChartWords", "Consentement")},
        {QStringLiteral("Questionnaire"), QT_TRANSLATE_NOOP("ChartWords", "Questionnaire")},
        {QStringLiteral("QuestionnaireResponse"),
         QT_TRANSLATE_NOOP("ChartWords", "Réponses à un questionnaire")},
        {QStringLiteral("Composition"), QT_TRANSLATE_NOOP("ChartWords", "Document structuré")},
        {QStringLiteral("Communication"), QT_TRANSLATE_NOOP("ChartWords", "Communication")},
        {QStringLiteral("Patient"), QT_TRANSLATE_NOOP("ChartWords", "Identité")},
    };
    const auto found = names.constFind(type);
    return found == names.constEnd() ? type : ChartWords::tr(*found);
}

} // namespace

void buildCare(ChartData& view, const record::Chart& chart, const Context& context) {
    buildOrders(view, chart, context);
    buildTeam(view, chart);
    buildLevel(view, chart);
}

void buildOthers(ChartData& view, const record::Chart& chart, const Context& context) {
    addIdentity(view, chart.patient);
    addTeam(view);
    addOthers(view, chart.procedures, ChartWords::tr("Interventions"), context);
    addOthers(view, chart.carePlans, ChartWords::tr("Plans de soins"), context);
    addOthers(view, chart.goals, ChartWords::tr("Objectifs"), context);
    addOthers(view, chart.familyHistory, ChartWords::tr("Antécédents familiaux"), context);
    addOthers(view, chart.devices, ChartWords::tr("Appareils"), context);
    addOthers(view, chart.social, ChartWords::tr("Habitudes et questionnaires"), context);
    addOthers(view, chart.appointments, ChartWords::tr("Rendez-vous"), context);
    addOthers(view, chart.others, ChartWords::tr("Autres éléments"), context);
    for (const auto& [type, count] : chart.administrative) {
        ItemView item;
        item.title = typeWords(type);
        item.group = ChartWords::tr("Administratif, compté seulement");
        item.status = QString::number(count);
        item.icon = QStringLiteral("list");
        item.text =
            plural(ChartWords::tr("%n élément(s) gardé(s) tels quels, sans contenu clinique.",
                                  nullptr, count),
                   count);
        view.others.append(item);
    }
}

} // namespace chevet::viewmodels::parts
