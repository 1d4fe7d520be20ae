#include "record/medication_writer.h"

#include "record/chart.h"
#include "record/json_view.h"

namespace chevet::record {

namespace {

constexpr Frequency known[] = {
    {u"1d", 1, 1, u"d"},    {u"2d", 2, 1, u"d"},   {u"3d", 3, 1, u"d"},    {u"4d", 4, 1, u"d"},
    {u"4h", 1, 4, u"h"},    {u"6h", 1, 6, u"h"},   {u"8h", 1, 8, u"h"},    {u"12h", 1, 12, u"h"},
    {u"q2d", 1, 2, u"d"},   {u"1wk", 1, 1, u"wk"}, {u"2wk", 2, 1, u"wk"},  {u"3wk", 3, 1, u"wk"},
    {u"q2wk", 1, 2, u"wk"}, {u"1mo", 1, 1, u"mo"}, {u"q3mo", 1, 3, u"mo"},
};

constexpr const char16_t* knownMoments[] = {u"MORN", u"NOON", u"EVE", u"HS", u"C", u"AC", u"PC"};

// Oral, under the tongue, under the skin, in the muscle, in the vein, skin, patch, breathed, nose,
// eye, ear, rectum, vagina.
constexpr const char16_t* knownRoutes[] = {
    u"26643006",  u"37839007", u"34206005", u"78421000", u"47625008", u"6064005", u"45890007",
    u"447694001", u"46713006", u"54485002", u"10547007", u"37161004", u"16857009"};

const QString snomed = QStringLiteral("http://snomed.info/sct");

template <class List>
QString oneOf(const List& list, const QString& code) {
    for (const char16_t* const each : list)
        if (code == each)
            return code;
    return {};
}

QByteArray dosageField(const QByteArray& json) {
    return JsonEdit(json).text("resourceType") == u"MedicationStatement" ? "dosage"
                                                                         : "dosageInstruction";
}

QJsonObject repeatOf(const MedicationValues& values) {
    QJsonObject repeat;
    for (const Frequency& frequency : known)
        if (values.frequency == frequency.key) {
            repeat.insert(QStringLiteral("frequency"), frequency.times);
            repeat.insert(QStringLiteral("period"), frequency.period);
            repeat.insert(QStringLiteral("periodUnit"), QString::fromUtf16(frequency.unit));
        }
    if (const QString moment = oneOf(knownMoments, values.moment); !moment.isEmpty())
        repeat.insert(QStringLiteral("when"), QJsonArray{moment});
    if (!values.start.isEmpty() && !values.declared) // a statement says it of the whole
        repeat.insert(QStringLiteral("boundsPeriod"),
                      QJsonObject{{QStringLiteral("start"), values.start}});
    return repeat;
}

bool isStructured(const MedicationValues& values) {
    return !values.frequency.isEmpty() || !values.moment.isEmpty() || values.asNeeded ||
           !values.intake.isEmpty();
}

// One Dosage. Without a structure the words are its text; beside one, an instruction of their own.
QByteArray dosageJson(const MedicationValues& values) {
    QJsonObject dosage;
    const QString words = typedText(values.words);
    if (!words.isEmpty()) {
        if (isStructured(values))
            dosage.insert(QStringLiteral("additionalInstruction"), QJsonArray{inWords(words)});
        else
            dosage.insert(QStringLiteral("text"), words);
    }
    if (const QJsonObject repeat = repeatOf(values); !repeat.isEmpty())
        dosage.insert(QStringLiteral("timing"), QJsonObject{{QStringLiteral("repeat"), repeat}});
    if (values.asNeeded)
        dosage.insert(QStringLiteral("asNeededBoolean"), true);
    if (const QString route = oneOf(knownRoutes, values.route); !route.isEmpty())
        dosage.insert(QStringLiteral("route"), coded(snomed, route));
    JsonEdit edit(bytesOf(dosage));
    if (Amount amount; readAmount(values.intake, &amount))
        edit.setRaw("doseAndRate/0/doseQuantity", quantityJson(amount));
    else if (!typedText(values.intake).isEmpty()) // « 1 ou 2 comprimés »
        edit.set("additionalInstruction/" + QByteArray::number(edit.count("additionalInstruction")),
                 inWords(values.intake));
    return edit.json();
}

QString productText(const MedicationValues& values) {
    QStringList parts{typedText(values.name), typedText(values.dose), typedText(values.form)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

bool hasDosage(const MedicationValues& values) {
    return dosageJson(values) != "{}";
}

// What is shown of a posology; the way it is taken stands apart.
QStringList takenAs(const Medication& read) {
    return {read.posology, QString::number(int(read.asNeeded))};
}

// What those values would be shown as.
QStringList readAs(const MedicationValues& values) {
    Writing nobody;
    nobody.id = QStringLiteral("x");
    MedicationValues order = values;
    order.declared = false;
    const Chart chart = chartOfOne(composeMedication(order, nobody));
    if (chart.medications.items.isEmpty())
        return {};
    return takenAs(chart.medications.items.first());
}

QString frequencyOf(Node repeat) {
    for (const Frequency& frequency : known)
        if (repeat["period"].text() == QString::number(frequency.period) &&
            repeat["periodUnit"].text() == frequency.unit &&
            (repeat["frequency"].text() == QString::number(frequency.times) ||
             (frequency.times == 1 && !repeat["frequency"])))
            return QString::fromUtf16(frequency.key);
    return {};
}

QString quantityWords(Node quantity) {
    const QString number = quantity["value"].text();
    const QString unit =
        quantity["unit"].text().isEmpty() ? quantity["code"].text() : quantity["unit"].text();
    return unit.isEmpty() ? number : QString(number + u' ' + unit);
}

} // namespace

std::span<const Frequency> frequencies() {
    return known;
}

std::span<const char16_t* const> moments() {
    return knownMoments;
}

std::span<const char16_t* const> routes() {
    return knownRoutes;
}

MedicationValues medicationValues(const QByteArray& json) {
    JsonArena arena;
    const Node root = arena.parse(json);
    const Chart chart = chartOfOne(json);
    MedicationValues values;
    if (chart.medications.items.isEmpty())
        return values;
    const Medication& read = chart.medications.items.first();
    values.declared = read.source == Medication::Source::Statement;
    values.name = read.name;
    values.dose = read.dose;
    values.form = read.form;
    values.reason = read.reasons.join(QStringLiteral(", "));
    const Node dosage = root[values.declared ? "dosage" : "dosageInstruction"].first();
    const Node start = dosage["timing"]["repeat"]["boundsPeriod"]["start"];
    values.start = values.declared ? read.start.day() : PartialDate::parse(start.text()).day();
    const Node repeat = dosage["timing"]["repeat"];
    values.frequency = frequencyOf(repeat);
    values.moment = oneOf(knownMoments, repeat["when"].first().text());
    values.asNeeded = dosage["asNeededBoolean"].isTrue();
    values.intake = quantityWords(dosage["doseAndRate"].first()["doseQuantity"]);
    values.route = oneOf(knownRoutes, dosage["route"]["coding"].first()["code"].text());
    values.routeWords = values.route.isEmpty() ? read.route : QString();
    values.words = dosage["additionalInstruction"].first()["text"].text();
    if (!isStructured(values))
        values.words = dosage["text"].text();
    Amount strength, taken;
    if (readAmount(values.dose, &strength) && readAmount(values.intake, &taken) &&
        strength.number == taken.number && strength.unit == taken.unit)
        values.intake.clear(); // the dose beside the name is what is taken
    if (readAs(values) == takenAs(read))
        return values;
    values.frequency = values.moment = values.intake = QString();
    values.asNeeded = false;
    values.words = read.posology;
    return values;
}

QByteArray composeMedication(const MedicationValues& values, const Writing& writing) {
    const bool said = values.declared;
    QJsonObject root = newResource(said ? QStringLiteral("MedicationStatement")
                                        : QStringLiteral("MedicationRequest"),
                                   writing);
    root.insert(QStringLiteral("status"), QStringLiteral("active"));
    root.insert(QStringLiteral("medicationCodeableConcept"), inWords(productText(values)));
    root.insert(QStringLiteral("subject"), patientReference(writing.patientId));
    if (said) {
        root.insert(QStringLiteral("dateAsserted"), instantText(writing.at));
        root.insert(QStringLiteral("informationSource"), patientReference(writing.patientId));
        if (!values.start.isEmpty())
            root.insert(QStringLiteral("effectivePeriod"),
                        QJsonObject{{QStringLiteral("start"), values.start}});
    } else {
        root.insert(QStringLiteral("intent"), QStringLiteral("order"));
        root.insert(QStringLiteral("authoredOn"), instantText(writing.at));
        root.insert(QStringLiteral("requester"), professional(writing));
    }
    if (!typedText(values.reason).isEmpty())
        root.insert(QStringLiteral("reasonCode"), QJsonArray{inWords(values.reason)});
    JsonEdit edit(bytesOf(root));
    if (hasDosage(values))
        edit.setRaw(dosageField(edit.json()) + "/0", dosageJson(values));
    return edit.json();
}

namespace {

void correctProduct(JsonEdit& edit, const QByteArray& field, const MedicationValues& before,
                    const MedicationValues& after) {
    if (before.name == after.name && before.dose == after.dose && before.form == after.form)
        return;
    edit.remove("medicationReference");
    edit.set("medicationCodeableConcept", inWords(productText(after)));
    // The dosage may say the strength again: it cannot go on saying the former.
    Amount was, is;
    if (before.dose == after.dose || !readAmount(before.dose, &was) || !readAmount(after.dose, &is))
        return;
    for (int i = 0; i < edit.count(field); ++i) {
        const QByteArray quantity =
            field + '/' + QByteArray::number(i) + "/doseAndRate/0/doseQuantity";
        const QString unit = edit.text(quantity + "/unit").isEmpty()
                                 ? edit.text(quantity + "/code")
                                 : edit.text(quantity + "/unit");
        if (edit.text(quantity + "/value") == was.number && unit == was.unit)
            edit.setRaw(quantity, quantityJson(is));
    }
}

bool isTakenOtherwise(const MedicationValues& before, const MedicationValues& after) {
    return before.intake != after.intake || before.frequency != after.frequency ||
           before.moment != after.moment || before.asNeeded != after.asNeeded ||
           before.words != after.words || before.route != after.route;
}

} // namespace

QByteArray correctMedication(const QByteArray& json, const QString& reference,
                             const MedicationValues& before, const MedicationValues& after,
                             const Writing& writing) {
    if (before == after)
        return json;
    JsonEdit edit = correctionOf(json, reference);
    const QByteArray field = dosageField(json);
    if (isTakenOtherwise(before, after)) {
        const QByteArray route = edit.raw(field + "/0/route");
        if (hasDosage(after))
            edit.setRaw(field, '[' + dosageJson(after) + ']');
        else
            edit.remove(field);
        if (before.route == after.route && !route.isEmpty()) // one the form may have no code for
            edit.setRaw(field + "/0/route", route);
    }
    correctProduct(edit, field, before, after);
    if (before.reason != after.reason) {
        edit.remove("reasonReference");
        if (typedText(after.reason).isEmpty())
            edit.remove("reasonCode");
        else
            edit.set("reasonCode", QJsonArray{inWords(after.reason)});
    }
    if (before.start != after.start && after.declared) {
        edit.remove("effectiveDateTime");
        edit.setText("effectivePeriod/start", after.start);
    } else if (before.start != after.start) {
        edit.setText(field + "/0/timing/repeat/boundsPeriod/start", after.start);
    }
    if (after.declared)
        edit.set("dateAsserted", instantText(writing.at));
    const bool otherwise = isTakenOtherwise(before, after) || before.dose != after.dose ||
                           before.name != after.name || before.form != after.form;
    if (!after.declared && otherwise) {
        edit.set("authoredOn", instantText(writing.at));
        edit.set("requester", professional(writing));
    }
    return edit.json();
}

namespace {

// A step that is over, or bounded otherwise, keeps its own end.
void endStep(JsonEdit& edit, const QByteArray& step, const QString& day) {
    const QByteArray repeat = step + "/timing/repeat";
    if (edit.has(repeat + "/boundsDuration") || edit.has(repeat + "/boundsRange"))
        return;
    const QString end = edit.text(repeat + "/boundsPeriod/end").left(day.size());
    const QString start = edit.text(repeat + "/boundsPeriod/start").left(day.size());
    if ((end.isEmpty() || end > day) && start <= day)
        edit.set(repeat + "/boundsPeriod/end", day);
}

} // namespace

QByteArray stopMedication(const QByteArray& json, const QString& reference, const QString& day,
                          const QString& reason) {
    JsonEdit edit = correctionOf(json, reference);
    const bool said = edit.text("resourceType") == u"MedicationStatement";
    edit.set("status", QStringLiteral("stopped"));
    if (!typedText(reason).isEmpty()) {
        if (said)
            edit.set("statusReason", QJsonArray{inWords(reason)});
        else
            edit.set("statusReason", inWords(reason));
    }
    if (said) {
        if (const QString since = edit.text("effectiveDateTime"); !since.isEmpty()) {
            edit.remove("effectiveDateTime");
            edit.set("effectivePeriod/start", since);
        }
        edit.set("effectivePeriod/end", day);
        return edit.json();
    }
    const int steps = edit.count("dosageInstruction");
    for (int i = 0; i < std::max(1, steps); ++i)
        endStep(edit, "dosageInstruction/" + QByteArray::number(i), day);
    return edit.json();
}

} // namespace chevet::record
