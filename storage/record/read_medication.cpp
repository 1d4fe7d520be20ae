#include "record/builders.h"
#include "record/dosage.h"
#include "record/labels.h"
#include "record/search_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace chevet::record {

namespace {

Medication::Source sourceOf(std::string_view type) {
    if (type == "MedicationStatement")
        return Medication::Source::Statement;
    if (type == "MedicationDispense")
        return Medication::Source::Dispense;
    if (type == "MedicationAdministration")
        return Medication::Source::Administration;
    return Medication::Source::Request;
}

// Strength of a Medication resource: ingredient.strength, else its amount is a package and says
// nothing.
QString strengthOf(Node medication) {
    const Node strength = medication["ingredient"].first()["strength"];
    if (!strength["numerator"])
        return {};
    const QString top = quantityText(strength["numerator"], true);
    const Node bottom = strength["denominator"];
    const QString unit =
        bottom["code"].text().isEmpty() ? bottom["unit"].text() : bottom["code"].text();
    if (top.isEmpty() || bottom["value"].text() != u"1" || unit.isEmpty() || unit == u"1" ||
        unit.startsWith(u'{') || unit.contains(QLatin1String("tab"), Qt::CaseInsensitive))
        return top;
    return top + u'/' + doseUnit(unit);
}

// The product: our label has name, dose and form; else the source's words are cut at the strength.
void nameProduct(Medication& out) {
    const Coding coding = out.code.primary();
    const Label* label = findLabel(coding.system, coding.code);
    if (label != nullptr && !label->extra.isEmpty() && spoken() == Language::French) {
        out.name = label->french;
        out.dose = label->extra;
        out.form = label->group;
        out.code.french = joined({label->french, label->extra, label->group}, u" ");
        return;
    }
    const ProductWords words = splitProduct(out.code.label());
    out.name = words.name;
    out.dose = words.dose;
    out.form = words.form;
}

void readProduct(Medication& out, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Node product = root["medicationCodeableConcept"];
    Node medication;
    if (const Node reference = root["medicationReference"] ? root["medicationReference"]
                                                           : root["medication"]["reference"];
        reference) {
        medication = reader.follow(reference, parsed);
        product = medication["code"];
        if (!product && medication["ingredient"])
            product = medication["ingredient"].first()["itemCodeableConcept"];
        if (!product)
            out.code.original = reader.nameOf(reference, parsed);
    } else if (!product)
        product = root["medication"];
    if (product)
        out.code = reader.conceptOf(product);
    nameProduct(out);
    if (const QString strength = strengthOf(medication); out.dose.isEmpty() && !strength.isEmpty())
        out.dose = strength;
    if (const QString form = reader.conceptOf(medication["form"]).label(); out.form.isEmpty())
        out.form = form;
    if (out.name.isEmpty())
        out.name = say(u"médicament non précisé", u"medication not specified");
}

// A dose that only counts units of the product ("1 par prise", "2 comprimés") belongs to the
// posology.
bool isAmount(const QString& dose) {
    return !dose.contains(QLatin1String("par prise")) &&
           !dose.contains(QLatin1String("per dose")) && !dose.contains(QLatin1String("tab")) &&
           !dose.contains(QLatin1String("compr")) && !dose.contains(QLatin1String("caps")) &&
           !dose.contains(QLatin1String("inhal"));
}

// "7,5 mg" of a product's name and "7.5 mg" of its dosage are one dose, and need saying once. A
// comma before three digits may part thousands: such doses are never taken for equal.
bool isSameDose(const QString& a, const QString& b) {
    static const QRegularExpression decimal(QStringLiteral("(\\d),(\\d{1,2})(?!\\d)"));
    const auto plain = [](QString dose) {
        dose.replace(decimal, QStringLiteral("\\1.\\2"));
        dose.replace(QLatin1String("IU"), QLatin1String("UI"));
        return dose;
    };
    return plain(a) == plain(b);
}

// Steps of a taper in their order; without `sequence`, as they stand.
std::vector<Node> stepsOf(Node root) {
    std::vector<Node> steps;
    for (const std::string_view field : {"dosageInstruction", "dosage"})
        for (const Node node : root[field].each())
            steps.push_back(node);
    std::stable_sort(steps.begin(), steps.end(), [](const Node& a, const Node& b) {
        return a["sequence"].text().toInt() < b["sequence"].text().toInt();
    });
    return steps;
}

// A dose beside the name is that of every step; otherwise each says its own.
void readPosology(Medication& out, Node root, const Reader& reader) {
    const ProductWords product{out.name, out.dose, out.form};
    std::vector<DosageWords> steps;
    QStringList routes;
    for (const Node node : stepsOf(root)) {
        steps.push_back(readDosage(node, reader, product));
        out.doseLines += steps.back().full();
        out.asNeeded = out.asNeeded || steps.back().asNeeded;
        if (!routes.contains(steps.back().route))
            routes += steps.back().route;
    }
    if (steps.empty())
        return;
    out.route = joined(routes, u", ");
    const DosageWords& first = steps.front();
    const bool steady = std::all_of(steps.begin(), steps.end(), [&first](const DosageWords& step) {
        return step.dose == first.dose;
    });
    if (out.dose.isEmpty() && steady && isAmount(first.dose))
        out.dose = first.dose;
    const bool said = first.dose.isEmpty() || isSameDose(first.dose, out.dose);
    out.posology = steps.size() > 1 ? joined(out.doseLines, u"; ")
                   : said           ? first.posology()
                                    : first.full();
    out.posologyStructured = !first.schedule.isEmpty() && !first.textSaysMore;
    out.posologyLanguage = out.posologyStructured ? QString() : guessLanguage(out.posology);
    if (out.posologyLanguage == say(u"fr", u"en"))
        out.posologyLanguage.clear();
}

// A treatment in steps begins with the first and ends with the last: not before a step that has no
// end.
void readBounds(Medication& out, Node root) {
    PartialDate start, end;
    bool goesOn = false;
    for (const Node node : stepsOf(root)) {
        const Node bounds = node["timing"]["repeat"]["boundsPeriod"];
        const PartialDate from = Reader::date(bounds["start"]), to = Reader::date(bounds["end"]);
        goesOn = goesOn || !to.isKnown();
        if (from.isKnown() && (!start.isKnown() || from.sortKey() < start.sortKey()))
            start = from;
        if (to.isKnown() && (!end.isKnown() || to.sortKey() > end.sortKey()))
            end = to;
    }
    if (!out.start.isKnown())
        out.start = start;
    if (!out.stop.isKnown() && !goesOn)
        out.stop = end;
}

void readTimes(Medication& out, Node root) {
    out.recorded = Reader::date(root["authoredOn"] ? root["authoredOn"] : root["dateAsserted"]);
    out.start = Reader::dateChoice(root, "effective");
    if (!out.start.isKnown())
        out.start = Reader::dateChoice(root, "occurrence");
    out.stop = Reader::date(root["effectivePeriod"]["end"]);
    readBounds(out, root);
    out.refillsUntil = Reader::date(root["dispenseRequest"]["validityPeriod"]["end"]);
    for (const std::string_view handed : {"whenHandedOver", "whenPrepared"})
        if (!out.start.isKnown())
            out.start = Reader::date(root[handed]);
    out.date = out.start.isKnown() ? out.start : out.recorded;
    if (!out.start.isKnown())
        out.start = out.recorded;
}

bool isBefore(const PartialDate& date, QDate today) {
    return date.isKnown() && date.precision >= PartialDate::Precision::Day &&
           date.localDate() < today;
}

MedicationActivity activityOf(const Medication& out, QDate today) {
    const QString& status = out.status;
    if (status == u"on-hold")
        return MedicationActivity::OnHold;
    if (status == u"draft" || status == u"intended" || status == u"preparation")
        return MedicationActivity::Planned;
    if (status == u"active" || status == u"in-progress") {
        if (isBefore(out.stop, today))
            return MedicationActivity::Ceased;
        const bool later =
            out.start.precision >= PartialDate::Precision::Day && out.start.localDate() > today;
        return later ? MedicationActivity::Planned : MedicationActivity::Active;
    }
    if (status == u"stopped" || status == u"completed" || status == u"cancelled" ||
        status == u"not-taken" || status == u"entered-in-error" || status == u"declined" ||
        status == u"not-done")
        return MedicationActivity::Ceased;
    return MedicationActivity::Unknown;
}

void readSupply(Medication& out, Node root) {
    const Node supply = root["dispenseRequest"];
    const Node quantity = supply["quantity"] ? supply["quantity"] : root["quantity"];
    out.quantity = quantityText(quantity, true);
    if (supply["expectedSupplyDuration"])
        out.quantity =
            joined({out.quantity, quantityText(supply["expectedSupplyDuration"], true)}, u", ");
    out.refills = supply["numberOfRepeatsAllowed"].text();
    out.substitutionForbidden = root["substitution"]["allowedBoolean"].isFalse();
}

// The orders a dispense or an administration carries out.
QStringList ordersOf(Node root, const Reader& reader) {
    QStringList orders;
    for (const std::string_view field : {"authorizingPrescription", "request", "prescription"})
        for (const Node order : root[field].each())
            if (const QString reference = reader.inChart(order); !reference.isEmpty())
                orders += reference;
    return orders;
}

// What is no order to give is said so; whether it is over beside that.
QString activityWordsOf(const Medication& out) {
    const bool over = out.activity == MedicationActivity::Ceased;
    const QString words = over && out.status == u"active" ? say(u"terminé", u"completed")
                                                          : enumWords(u"medication", out.status);
    const QString kind = out.prohibited ? say(u"ne pas donner", u"do not give")
                         : out.proposed ? say(u"proposition", u"proposal")
                                        : QString();
    return kind.isEmpty() ? words : joined({kind, over ? words : QString()}, u", ");
}

} // namespace

void readMedication(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Medication out;
    reader.fill(out, parsed, "");
    out.source = sourceOf(parsed.type);
    readProduct(out, parsed, reader);
    readPosology(out, root, reader);
    readTimes(out, root);
    readSupply(out, root);
    out.intent = root["intent"].text();
    out.orders = ordersOf(root, reader);
    out.prohibited = root["doNotPerform"].isTrue();
    out.proposed = out.intent == u"proposal" || out.intent == u"plan" || out.intent == u"option";
    for (const std::string_view list : {"reasonCode", "reasonReference", "reason"})
        out.reasons += reader.wordsOf(root[list], parsed);
    if (root["requester"])
        out.prescriber = reader.nameOf(root["requester"], parsed);
    if (root["informationSource"])
        out.informant = reader.nameOf(root["informationSource"], parsed);
    out.authors = reader.namesOf(root["performer"], parsed);
    if (!out.prescriber.isEmpty())
        out.authors.prepend(out.prescriber);
    out.stopReason = joined(reader.wordsOf(root["statusReason"], parsed), u", ");
    out.activity = activityOf(out, reader.today());
    out.activityWords = activityWordsOf(out);
    out.groupKey = fold(out.name) + u'|' + out.dose;
    if (takeAbsence(chart, out, Absence::Of::Medications))
        return;
    chart.medications.items += std::move(out);
}

namespace {

// Among resources of the same product the one that tells most: an order before a statement before
// what was handed out; what may still be taken before what is over; then the newest.
int rankOf(const Medication& m) {
    const int source = m.source == Medication::Source::Request     ? 3
                       : m.source == Medication::Source::Statement ? 2
                                                                   : 1;
    const int activity = m.activity == MedicationActivity::Active   ? 30
                         : m.activity == MedicationActivity::Ceased ? 0
                                                                    : 20;
    return activity + source;
}

bool isEvent(const Medication& m) {
    return m.source == Medication::Source::Dispense ||
           m.source == Medication::Source::Administration;
}

// How and by which way it is taken, as written: words that only resemble may mean another dose.
bool isTakenAlike(const Medication& a, const Medication& b) {
    const bool sameRoute = a.route.isEmpty() || b.route.isEmpty() ||
                           a.route.compare(b.route, Qt::CaseInsensitive) == 0;
    return sameRoute &&
           a.posology.simplified().compare(b.posology.simplified(), Qt::CaseInsensitive) == 0;
}

// Says nothing of how it is taken from now on: without posology, or an act that is over.
bool isVague(const Medication& item) {
    return item.posology.isEmpty() || item.source == Medication::Source::Administration ||
           (isEvent(item) && item.activity != MedicationActivity::Active);
}

// The groups of one product: one for each posology, then what says no posology where it tells
// something the others do not (that it is still taken).
class Groups {
public:
    explicit Groups(const QList<Medication>& items)
        : m_items(items) {}

    void add(int at) {
        const Medication& item = m_items[at];
        QList<int>& groups = m_groups[item.groupKey];
        const auto same = std::find_if(groups.begin(), groups.end(), [&](int other) {
            return isTakenAlike(m_items[other], item);
        });
        if (same == groups.end())
            groups += at;
        else if (rankOf(item) > rankOf(m_items[*same]))
            *same = at;
    }
    // Of a resource that does not say how: only if no group of its product is as active.
    void addVague(int at) {
        const Medication& item = m_items[at];
        const QList<int> groups = m_groups.value(item.groupKey);
        const bool said = std::any_of(groups.begin(), groups.end(), [&](int other) {
            return isEvent(item) || rankOf(m_items[other]) / 10 >= rankOf(item) / 10;
        });
        if (!said)
            m_groups[item.groupKey] += at;
    }
    [[nodiscard]] QList<int> sorted() const { // newest first, as the items are
        QList<int> places;
        for (const QList<int>& groups : m_groups)
            places += groups;
        std::sort(places.begin(), places.end());
        return places;
    }

private:
    const QList<Medication>& m_items;
    QHash<QString, QList<int>> m_groups; // by product
};

// Orders and statements that stand in the lists: what carries them out stands with them.
QSet<QString> standing(const QList<Medication>& items) {
    QSet<QString> references;
    for (const Medication& item : items)
        if (!item.enteredInError && !item.prohibited && !item.proposed && !isEvent(item))
            references += item.reference;
    return references;
}

bool carriesOut(const Medication& item, const QSet<QString>& orders) {
    return std::any_of(item.orders.begin(), item.orders.end(),
                       [&orders](const QString& order) { return orders.contains(order); });
}

} // namespace

void finishMedications(Chart& chart) {
    Medications& medications = chart.medications;
    sortNewestFirst(medications.items);
    Groups groups(medications.items);
    const QSet<QString> orders = standing(medications.items);
    for (const bool vague : {false, true})
        for (int i = 0; i < int(medications.items.size()); ++i) {
            const Medication& item = medications.items[i];
            if (item.enteredInError || isVague(item) != vague || carriesOut(item, orders))
                continue;
            if (item.prohibited || item.proposed)
                medications.others += i;
            else
                vague ? groups.addVague(i) : groups.add(i);
        }
    for (const int at : groups.sorted()) {
        const Medication& item = medications.items[at];
        const bool over = item.activity == MedicationActivity::Ceased ||
                          (isEvent(item) && item.activity != MedicationActivity::Active);
        (over ? medications.ceased : medications.active) += at;
    }
}

} // namespace chevet::record
