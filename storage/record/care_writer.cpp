#include "record/care_writer.h"

#include "record/chart.h"

namespace chevet::record {

namespace {

const QString snomed = QStringLiteral("http://snomed.info/sct");
const QString doseForms[] = {QStringLiteral("doseNumberPositiveInt"),
                             QStringLiteral("doseNumberString")};

// protocolApplied needs its number.
void setNumber(JsonEdit& edit, const QString& number) {
    if (number.isEmpty()) {
        edit.remove("protocolApplied/0");
        return;
    }
    for (const QString& form : doseForms)
        edit.remove(QByteArray("protocolApplied/0/" + form.toLatin1()));
    bool whole = false;
    const int count = number.toInt(&whole);
    if (whole && count > 0)
        edit.set("protocolApplied/0/doseNumberPositiveInt", count);
    else
        edit.set("protocolApplied/0/doseNumberString", typedText(number));
}

void setAmount(JsonEdit& edit, const QString& text) {
    Amount amount;
    if (!readAmount(text, &amount)) {
        edit.remove("doseQuantity");
        return;
    }
    edit.setRaw("doseQuantity", quantityJson(amount));
    if (amount.unit == u"mL") {
        edit.set("doseQuantity/system", QStringLiteral("http://unitsofmeasure.org"));
        edit.set("doseQuantity/code", QStringLiteral("mL"));
    }
}

void setConcept(JsonEdit& edit, const char* path, const QString& words) {
    if (typedText(words).isEmpty())
        edit.remove(path);
    else
        edit.set(path, inWords(words));
}

void setRoute(JsonEdit& edit, const QString& code) {
    if (code.isEmpty())
        edit.remove("route");
    else
        edit.set("route", coded(snomed, code));
}

void setMaker(JsonEdit& edit, const QString& name) {
    edit.remove("manufacturer");
    edit.setText("manufacturer/display", typedText(name));
}

} // namespace

ImmunizationValues immunizationValues(const QByteArray& json) {
    const JsonEdit edit(json);
    const Chart chart = chartOfOne(json);
    ImmunizationValues values;
    if (chart.immunizations.items.isEmpty())
        return values;
    const Immunization& read = chart.immunizations.items.first();
    values.vaccine = read.code.label();
    values.given = read.date.day();
    values.number = read.doseNumber;
    values.lot = read.lot;
    values.maker = read.manufacturer;
    values.site = read.site;
    values.route = edit.text("route/coding/0/code");
    values.amount = read.doseQuantity;
    values.expires = read.expiration.day();
    values.reported = read.reportedByPatient;
    values.mistaken = read.enteredInError;
    return values;
}

QByteArray composeImmunization(const ImmunizationValues& values, const Writing& writing) {
    QJsonObject root = newResource(QStringLiteral("Immunization"), writing, values.note);
    root.insert(QStringLiteral("status"), QStringLiteral("completed"));
    root.insert(QStringLiteral("vaccineCode"), inWords(values.vaccine));
    root.insert(QStringLiteral("patient"), patientReference(writing.patientId));
    root.insert(QStringLiteral("occurrenceDateTime"), values.given);
    root.insert(QStringLiteral("recorded"), instantText(writing.at));
    root.insert(QStringLiteral("primarySource"), !values.reported);
    if (values.reported)
        root.insert(QStringLiteral("reportOrigin"), inWords(QStringLiteral("Déclaré")));
    else
        root.insert(QStringLiteral("performer"),
                    QJsonArray{QJsonObject{{QStringLiteral("actor"), professional(writing)}}});
    JsonEdit edit(bytesOf(root));
    if (!values.number.isEmpty())
        setNumber(edit, values.number);
    edit.setText("lotNumber", typedText(values.lot));
    setMaker(edit, values.maker);
    setConcept(edit, "site", values.site);
    setRoute(edit, values.route);
    setAmount(edit, values.amount);
    edit.setText("expirationDate", values.expires);
    return edit.json();
}

QByteArray correctImmunization(const QByteArray& json, const QString& reference,
                               const ImmunizationValues& before, const ImmunizationValues& after,
                               const Writing& writing) {
    if (before == after)
        return json;
    JsonEdit edit = correctionOf(json, reference);
    if (before.vaccine != after.vaccine)
        edit.set("vaccineCode", inWords(after.vaccine));
    if (before.given != after.given) {
        edit.remove("occurrenceString");
        edit.setText("occurrenceDateTime", after.given);
    }
    if (before.number != after.number)
        setNumber(edit, after.number);
    if (before.lot != after.lot)
        edit.setText("lotNumber", typedText(after.lot));
    if (before.maker != after.maker)
        setMaker(edit, after.maker);
    if (before.site != after.site)
        setConcept(edit, "site", after.site);
    if (before.route != after.route)
        setRoute(edit, after.route);
    if (before.amount != after.amount)
        setAmount(edit, after.amount);
    if (before.expires != after.expires)
        edit.setText("expirationDate", after.expires);
    if (before.reported != after.reported)
        edit.set("primarySource", !after.reported);
    if (after.mistaken && !before.mistaken)
        edit.set("status", QStringLiteral("entered-in-error"));
    if (!typedText(after.note).isEmpty())
        edit.set("note/" + QByteArray::number(edit.count("note")), annotation(after.note, writing));
    return edit.json();
}

QByteArray composeLevel(const LevelValues& values, const Writing& writing) {
    QJsonObject root = newResource(QStringLiteral("Observation"), writing);
    root.insert(QStringLiteral("status"), QStringLiteral("final"));
    root.insert(QStringLiteral("category"),
                QJsonArray{coded(
                    QStringLiteral("http://terminology.hl7.org/CodeSystem/observation-category"),
                    QStringLiteral("social-history"))});
    root.insert(QStringLiteral("code"),
                coded(QStringLiteral("http://loinc.org"), QStringLiteral("75320-2"),
                      QStringLiteral("Niveau de soins")));
    root.insert(QStringLiteral("subject"), patientReference(writing.patientId));
    root.insert(QStringLiteral("effectiveDateTime"), values.discussed);
    root.insert(QStringLiteral("issued"), instantText(writing.at));
    root.insert(QStringLiteral("performer"), QJsonArray{professional(writing)});
    const Speaking french(Language::French); // what is stored does not depend on the screen
    root.insert(QStringLiteral("valueCodeableConcept"),
                inWords(QString(u"Niveau " + values.letter + u" : " +
                                levelMeaning(values.letter).toLower())));
    QJsonArray notes;
    // A note of its own, in the exact words the readers know.
    if (!values.resuscitation.isEmpty())
        notes.append(annotation(values.resuscitation == u"no"
                                    ? QStringLiteral("RCR : ne pas tenter la RCR.")
                                    : QStringLiteral("RCR : tenter la RCR."),
                                writing));
    if (!typedText(values.with).isEmpty())
        notes.append(annotation(u"Discuté avec " + values.with, writing));
    if (!typedText(values.note).isEmpty())
        notes.append(annotation(values.note, writing));
    if (!notes.isEmpty())
        root.insert(QStringLiteral("note"), notes);
    return bytesOf(root);
}

QByteArray composeSeen(const SeenValues& values, const Writing& writing) {
    QJsonObject root = newResource(QStringLiteral("Task"), writing, values.note);
    root.insert(QStringLiteral("status"), QStringLiteral("completed"));
    root.insert(QStringLiteral("intent"), QStringLiteral("order"));
    root.insert(QStringLiteral("code"),
                coded(QString::fromUtf16(seenSystem), QString::fromUtf16(seenCode),
                      QStringLiteral("Résultat vu")));
    root.insert(QStringLiteral("description"), typedText(values.words));
    root.insert(QStringLiteral("focus"), QJsonObject{{QStringLiteral("reference"), values.result}});
    root.insert(QStringLiteral("for"), patientReference(writing.patientId));
    root.insert(QStringLiteral("authoredOn"), instantText(writing.at));
    root.insert(QStringLiteral("lastModified"), instantText(writing.at));
    root.insert(QStringLiteral("requester"), professional(writing));
    root.insert(QStringLiteral("owner"), professional(writing));
    if (!typedText(values.followUp).isEmpty())
        root.insert(QStringLiteral("businessStatus"), inWords(values.followUp));
    return bytesOf(root);
}

} // namespace chevet::record
