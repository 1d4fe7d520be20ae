#include "record/builders.h"
#include "record/dosage.h"
#include "record/labels.h"
#include "record/search_text.h"

#include <QHash>
#include <QRegularExpression>

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

void readPosology(Medication& out, Node root, const Reader& reader) {
    QStringList lines;
    for (const Node node : stepsOf(root)) {
        const DosageWords words = readDosage(node, reader);
        const bool first = lines.isEmpty();
        lines += words.full();
        out.doseLines += words.full();
        out.asNeeded = out.asNeeded || words.asNeeded;
        if (!first)
            continue;
        out.route = words.route;
        out.posologyStructured = !words.schedule.isEmpty() && !words.textSaysMore;
        QString posology = words.posology();
        if (out.dose.isEmpty() && isAmount(words.dose))
            out.dose = words.dose;
        else if (!words.dose.isEmpty() && !isSameDose(words.dose, out.dose))
            posology = words.full();
        out.posology = posology;
    }
    if (lines.size() > 1)
        out.posology = lines.join(QStringLiteral("; "));
    out.posologyLanguage = out.posologyStructured ? QString() : guessLanguage(out.posology);
    if (out.posologyLanguage == say(u"fr", u"en"))
        out.posologyLanguage.clear();
}

void readTimes(Medication& out, Node root) {
    out.recorded = Reader::date(root["authoredOn"] ? root["authoredOn"] : root["dateAsserted"]);
    out.start = Reader::dateChoice(root, "effective");
    if (!out.start.isKnown())
        out.start = Reader::dateChoice(root, "occurrence");
    out.stop = Reader::date(root["effectivePeriod"]["end"]);
    const Node bounds = (root["dosageInstruction"] ? root["dosageInstruction"] : root["dosage"])
                            .first()["timing"]["repeat"]["boundsPeriod"];
    if (!out.start.isKnown())
        out.start = Reader::date(bounds["start"]);
    if (!out.stop.isKnown())
        out.stop = Reader::date(bounds["end"]);
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
    const QString words = enumWords(u"medication", out.status);
    out.activityWords = out.activity == MedicationActivity::Ceased && (out.status == u"active")
                            ? say(u"terminé", u"completed")
                            : words;
    if (out.prohibited)
        out.activityWords = say(u"ne pas donner", u"do not give");
    else if (out.proposed)
        out.activityWords = say(u"proposition", u"proposal");
    out.groupKey = fold(out.name) + u'|' + out.dose;
    if (const Absence absence = absenceOf(out.code); absence.says != Absence::Says::Nothing) {
        noteAbsence(chart.medications.facts, absence, out);
        chart.absences += out;
        return;
    }
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

} // namespace

namespace {

// The groups of one product: one for each posology, then what says no posology where it tells
// something the others do not (that it is still taken).
class Groups {
public:
    explicit Groups(const QList<Medication>& items)
        : m_items(items) {}

    void add(int at) {
        const Medication& item = m_items[at];
        const QString key = item.groupKey + u'|' + fold(item.posology);
        const auto found = m_best.find(key);
        if (found == m_best.end())
            m_best.insert(key, at);
        else if (rankOf(item) > rankOf(m_items[*found]))
            *found = at;
    }
    // Of a resource that does not say how: only if no group of its product is as active.
    void addVague(int at) {
        const Medication& item = m_items[at];
        const bool said = std::any_of(m_best.cbegin(), m_best.cend(), [&](int other) {
            return m_items[other].groupKey == item.groupKey &&
                   (isEvent(item) || rankOf(m_items[other]) / 10 >= rankOf(item) / 10);
        });
        if (!said)
            add(at);
    }
    [[nodiscard]] QList<int> sorted() const { // newest first, as the items are
        QList<int> places = m_best.values();
        std::sort(places.begin(), places.end());
        return places;
    }

private:
    const QList<Medication>& m_items;
    QHash<QString, int> m_best;
};

} // namespace

void finishMedications(Chart& chart) {
    Medications& medications = chart.medications;
    sortNewestFirst(medications.items);
    Groups groups(medications.items);
    const auto isVague = [](const Medication& item) {
        return isEvent(item) || item.posology.isEmpty();
    };
    for (const bool vague : {false, true})
        for (int i = 0; i < int(medications.items.size()); ++i) {
            const Medication& item = medications.items[i];
            if (item.enteredInError || isVague(item) != vague)
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
