#include "ui/viewmodels/chart_parts.h"

#include <QHash>

namespace chevet::viewmodels::parts {

using words::add;
using words::ChartWords;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;
constexpr int recentDays = 90; // DESIGN.md §9.3: changes under 90 days carry the change mark

struct Change {
    QString words;
    bool marked = false;
    record::PartialDate date;
};

// What changed last for this substance: an order of another dose before the first of this one.
Change changeOf(const record::Medication& current, const QList<const record::Medication*>& same,
                const Context& context) {
    Change change;
    change.date = current.date;
    const record::Medication* earlier = nullptr;
    const qint64 now = current.date.sortKey();
    for (const record::Medication* other : same) {
        if (!other->date.isKnown() || other->date.sortKey() > now || other->enteredInError)
            continue;
        if (other->groupKey == current.groupKey || other->dose == current.dose) {
            if (!earlier && other->date.sortKey() < change.date.sortKey())
                change.date = other->date;
        } else if (!earlier && !other->dose.isEmpty()) {
            earlier = other;
        }
    }
    const qint64 today = context.today.startOfDay().toMSecsSinceEpoch();
    const bool recent = change.date.isKnown() && today - change.date.sortKey() < recentDays * day;
    if (earlier && !current.dose.isEmpty()) {
        change.words = words::doseStep(earlier->dose, current.dose);
        change.marked = true;
    } else if (recent) {
        change.words = ChartWords::tr("ajouté");
        change.marked = true;
    } else if (change.date.isKnown()) {
        change.words = ChartWords::tr("inchangé");
    }
    return change;
}

QString sourceWords(record::Medication::Source source) {
    switch (source) {
    case record::Medication::Source::Request:
        return ChartWords::tr("ordonnance");
    case record::Medication::Source::Statement:
        return ChartWords::tr("déclaration");
    case record::Medication::Source::Dispense:
        return ChartWords::tr("remise en pharmacie");
    case record::Medication::Source::Administration:
        return ChartWords::tr("administration");
    }
    return {};
}

void addFields(MedicationView& item, const record::Medication& med, const Context& context) {
    add(item.fields, ChartWords::tr("Posologie"), med.posology, med.posologyLanguage);
    if (med.doseLines.size() > 1 ||
        (!med.doseLines.isEmpty() && med.doseLines.first() != med.posology))
        add(item.fields, ChartWords::tr("En détail"), med.doseLines);
    add(item.fields, ChartWords::tr("Forme"), med.form);
    add(item.fields, ChartWords::tr("Voie"), med.route);
    add(item.fields, ChartWords::tr("Raison"), med.reasons);
    add(item.fields, ChartWords::tr("Prescrit par"), words::cleanName(med.prescriber));
    add(item.fields, ChartWords::tr("Début"), med.start.day());
    add(item.fields, ChartWords::tr("Fin"), med.stop.day());
    add(item.fields, ChartWords::tr("Quantité"), med.quantity);
    add(item.fields, ChartWords::tr("Renouvellements"), med.refills);
    const QDate until = med.refillsUntil.localDate();
    add(item.fields,
        until.isValid() && until < context.today ? ChartWords::tr("Renouvellement expiré le")
                                                 : ChartWords::tr("Renouvelable jusqu’au"),
        med.refillsUntil.day());
    add(item.fields, ChartWords::tr("Arrêt"), med.stopReason);
    add(item.fields, ChartWords::tr("Selon"),
        med.informant.isEmpty()
            ? sourceWords(med.source)
            : QString(sourceWords(med.source) + u", " + words::cleanName(med.informant)));
    if (med.substitutionForbidden)
        add(item.fields, ChartWords::tr("Substitution"), ChartWords::tr("refusée"));
    words::addCommon(item.fields, med);
}

MedicationView viewOf(const record::Medication& med, bool active, const Change& change,
                      const Context& context) {
    MedicationView item;
    words::fill(item, med, context);
    item.name = med.name;
    item.dose = med.dose;
    item.title = med.title();
    item.posology =
        med.posology.isEmpty() ? ChartWords::tr("posologie non précisée") : med.posology;
    item.prescriber = words::shortName(med.prescriber);
    if (item.prescriber.isEmpty())
        item.prescriber = ChartWords::tr("non précisé");
    item.active = active;
    item.quiet = !active;
    const bool apart = med.prohibited || med.proposed; // neither taken nor ceased
    item.pending = apart;
    item.warns = apart;
    item.group = apart    ? ChartWords::tr("Interdits et proposés")
                 : active ? ChartWords::tr("Actifs")
                          : ChartWords::tr("Cessés");
    item.status = med.activityWords;
    item.subtitle = item.posology;
    if (active) {
        item.date = change.date.day();
        item.change = change.words;
        item.changed = change.marked;
        const auto state = med.activity;
        if (state != record::MedicationActivity::Active && !med.activityWords.isEmpty()) {
            item.change = med.activityWords;
            item.warns = true;
        }
    } else {
        item.date = med.stop.isKnown() ? med.stop.day() : med.date.day();
        item.change = med.activityWords.isEmpty() ? ChartWords::tr("cessé") : med.activityWords;
    }
    addFields(item, med, context);
    item.copyText = QStringList{med.title(), item.posology, item.prescriber, item.date}.join(
        QStringLiteral(", "));
    return item;
}

} // namespace

void buildMedications(ChartData& view, const record::Chart& chart, const Context& context) {
    const record::Medications& meds = chart.medications;
    view.medicationLack =
        words::lacking(meds.facts, ChartWords::tr("Aucun médicament"), meds.active.size());
    QHash<QString, QList<const record::Medication*>> byName; // newest first, as the items are
    for (const record::Medication& med : meds.items)
        byName[med.name].append(&med);
    const auto take = [&](const QList<int>& indexes, bool active) {
        for (const int index : indexes) {
            const record::Medication& med = meds.items.at(index);
            const Change change =
                active ? changeOf(med, byName.value(med.name), context) : Change{};
            view.medications.append(viewOf(med, active, change, context));
        }
    };
    take(meds.active, true);
    view.activeMedications = static_cast<int>(meds.active.size());
    // Most recent changes first; equal dates keep the order of the record.
    std::stable_sort(
        view.medications.begin(), view.medications.end(),
        [](const MedicationView& a, const MedicationView& b) { return a.changed && !b.changed; });
    take(meds.ceased, false);
    view.ceasedMedications = static_cast<int>(meds.ceased.size());
    take(meds.others, false);
}

} // namespace chevet::viewmodels::parts
