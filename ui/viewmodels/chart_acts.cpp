#include "ui/viewmodels/chart_acts.h"

#include "ui/viewmodels/chart_model.h"
#include "ui/viewmodels/chart_words.h"
#include "ui/viewmodels/words.h"

#include <QLocale>

namespace chevet::viewmodels {

using words::add;

namespace {

// Acts::tr(): one context of the translations.
struct Acts {
    Q_DECLARE_TR_FUNCTIONS(Acts)
};

// One resource of a type, and several.
QString kindWords(const QString& type, int count) {
    const struct {
        const char* types;
        QString words;
    } kinds[] = {
        {"MedicationRequest MedicationStatement MedicationDispense MedicationAdministration",
         Acts::tr("%n médicament(s)", nullptr, count)},
        {"Observation DiagnosticReport", Acts::tr("%n résultat(s)", nullptr, count)},
        {"AllergyIntolerance", Acts::tr("%n allergie(s)", nullptr, count)},
        {"Condition", Acts::tr("%n problème(s)", nullptr, count)},
        {"Composition ClinicalImpression", Acts::tr("%n note(s)", nullptr, count)},
        {"DocumentReference Binary Media", Acts::tr("%n document(s)", nullptr, count)},
        {"Immunization ImmunizationRecommendation", Acts::tr("%n vaccin(s)", nullptr, count)},
        {"Encounter", Acts::tr("%n visite(s)", nullptr, count)},
        {"Appointment", Acts::tr("%n rendez-vous", nullptr, count)},
        {"Patient", Acts::tr("identité")},
        {"ServiceRequest Task", Acts::tr("%n demande(s)", nullptr, count)},
        {"ImagingStudy", Acts::tr("%n examen(s) d’imagerie", nullptr, count)},
        {"Consent", Acts::tr("%n consentement(s)", nullptr, count)}};
    for (const auto& kind : kinds)
        if (QString::fromLatin1(kind.types).split(u' ').contains(type))
            return plural(kind.words, count);
    return {};
}

// The type that stands for all that are counted together.
QString countedAs(const QString& type) {
    for (const char* group :
         {"MedicationRequest MedicationStatement MedicationDispense MedicationAdministration",
          "Observation DiagnosticReport", "Composition ClinicalImpression",
          "DocumentReference Binary Media", "Immunization ImmunizationRecommendation",
          "ServiceRequest Task"}) {
        const QStringList types = QString::fromLatin1(group).split(u' ');
        if (types.contains(type))
            return types.first();
    }
    return kindWords(type, 1).isEmpty() ? QString() : type;
}

struct What {
    ActView::Kind kind;
    const char* icon;
    QString words;
};

What whatOf(const session::ActLine& line) {
    using Kind = ActView::Kind;
    if (line.act == u"opened")
        return {Kind::Read, "eye", Acts::tr("Lecture")};
    if (line.act == u"printed")
        return {Kind::HandedOver, "print", Acts::tr("Impression")};
    if (line.act == u"exported")
        return {Kind::HandedOver, "export", Acts::tr("Remise")};
    if (line.act == u"imported")
        return {Kind::Change, "import", Acts::tr("Importation")};
    if (line.act == u"written") {
        const bool note = std::any_of(
            line.resources.cbegin(), line.resources.cend(),
            [](const QString& reference) { return reference.startsWith(u"Composition/"); });
        return {Kind::Change, "pencil", note ? Acts::tr("Signature") : Acts::tr("Modification")};
    }
    return {Kind::Read, "diamond-question", Acts::tr("Acte inconnu de cette version")};
}

QString roleOf(const QString& code) {
    const struct {
        const char* code;
        session::Role role;
    } roles[] = {{"medecin", session::Role::Physician},
                 {"infirmiere", session::Role::Nurse},
                 {"pharmacien", session::Role::Pharmacist},
                 {"secretaire", session::Role::Clerk},
                 {"administration", session::Role::Administrator}};
    for (const auto& role : roles)
        if (code == QLatin1String(role.code))
            return roleWords(role.role);
    return code.isEmpty() ? Acts::tr("poste de travail") : code;
}

QString scopeOf(const session::ActLine& line) {
    if (!line.resources.isEmpty())
        return resourceKinds(line.resources);
    if (!line.recipient.isEmpty())
        return Acts::tr("À %1").arg(line.recipient);
    return line.reason.isEmpty() ? Acts::tr("dossier") : line.reason;
}

ActView viewOf(const session::ActLine& line) {
    const session::Provenance& from = line.provenance;
    const What what = whatOf(line);
    ActView view;
    view.kind = what.kind;
    view.icon = QString::fromLatin1(what.icon);
    view.what = what.words;
    const QDateTime at = from.at.toLocalTime();
    if (at.isValid()) {
        view.day = at.date().toString(Qt::ISODate);
        view.time = clockTime(at);
    }
    view.who = from.author;
    view.role = roleOf(from.role);
    view.device = from.device;
    view.scope = scopeOf(line);
    view.number = from.sequence > 0 ? QLocale().toString(from.sequence) : QString();
    view.hash = shortHash(from.entryHash).section(u' ', 0, 0);
    view.sign = signOf(from.signature);
    add(view.fields, Acts::tr("Qui"), view.who);
    add(view.fields, Acts::tr("Fonction"), view.role);
    add(view.fields, Acts::tr("Quoi"), view.what);
    add(view.fields, Acts::tr("Portée"), resourceKinds(line.resources));
    add(view.fields, Acts::tr("Motif"), line.reason);
    add(view.fields, Acts::tr("Destinataire"), line.recipient);
    add(view.fields, Acts::tr("Fichier"), from.sourceFile);
    add(view.fields, Acts::tr("Quand"),
        QStringList{view.day, view.time}.join(QStringLiteral(", ")));
    add(view.fields, Acts::tr("Poste"), view.device);
    add(view.fields, Acts::tr("Signature"), signWords(view.sign));
    add(view.fields, Acts::tr("N° de chaîne"), view.number);
    add(view.fields, Acts::tr("Empreinte"), shortHash(from.entryHash));
    view.copyText = QStringList{view.day,  view.time,  view.who,    view.role,
                                view.what, view.scope, view.device, view.number}
                        .join(QStringLiteral(", "));
    return view;
}

} // namespace

QString resourceKinds(const QStringList& references) {
    QMap<QString, int> counts;
    int others = 0;
    for (const QString& reference : references) {
        const QString type = countedAs(reference.section(u'/', 0, 0));
        ++(type.isEmpty() ? others : counts[type]);
    }
    QList<QPair<int, QString>> sorted;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        sorted.append({it.value(), kindWords(it.key(), it.value())});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList words;
    for (const auto& [count, text] : sorted)
        words << text;
    if (others > 0)
        words << plural(Acts::tr("%n autre(s) élément(s)", nullptr, others), others);
    return words.join(QStringLiteral(", "));
}

ActsView actsOf(const QList<session::ActLine>& lines, const QDateTime& now) {
    ActsView view;
    QMap<QString, int> counts;
    const QDateTime yearAgo = now.addMonths(-12);
    for (const session::ActLine& line : lines) {
        const ActView act = viewOf(line);
        view.verified += act.sign == Sign::Verified || act.sign == Sign::Pending ? 1 : 0;
        view.refused += act.sign == Sign::Invalid ? 1 : 0;
        if (line.provenance.at.isValid() && line.provenance.at >= yearAgo) {
            ++view.recent;
            ++counts[act.who];
        }
        view.lines << act;
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        view.persons.append({it.key(), it.value()});
    std::stable_sort(view.persons.begin(), view.persons.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (!view.lines.isEmpty())
        view.since = view.lines.last().day;
    view.checkedAt = clockTime(now.toLocalTime());
    return view;
}

} // namespace chevet::viewmodels
