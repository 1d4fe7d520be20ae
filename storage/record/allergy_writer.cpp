#include "record/allergy_writer.h"

#include "record/chart.h"

namespace chevet::record {

namespace {

const QString clinicalSystem =
    QStringLiteral("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical");
const QString verificationSystem =
    QStringLiteral("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification");
// IPS: what says that there is none.
const QString absentSystem =
    QStringLiteral("http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips");

QString kindCode(AllergyKind kind) {
    switch (kind) {
    case AllergyKind::Medication:
        return QStringLiteral("medication");
    case AllergyKind::Food:
        return QStringLiteral("food");
    case AllergyKind::Environment:
        return QStringLiteral("environment");
    case AllergyKind::Other:
        break;
    }
    return {};
}

// ait-2: what was written in error has no clinical status.
void setStatuses(JsonEdit& edit, const AllergyValues& values) {
    edit.set("verificationStatus", coded(verificationSystem, values.verification));
    if (values.verification == u"entered-in-error")
        edit.remove("clinicalStatus");
    else
        edit.set("clinicalStatus", coded(clinicalSystem, values.clinical));
}

// A reaction without a manifestation is none: its severity goes with it.
void setReaction(JsonEdit& edit, const AllergyValues& values) {
    const QString words = typedText(values.reaction);
    if (words.isEmpty()) {
        edit.remove("reaction/0");
        return;
    }
    edit.set("reaction/0/manifestation", QJsonArray{inWords(words)});
    edit.setText("reaction/0/severity", values.severity);
}

} // namespace

AllergyValues allergyValues(const QByteArray& json) {
    const JsonEdit edit(json);
    const Chart chart = chartOfOne(json);
    AllergyValues values;
    if (chart.allergies.items.isEmpty())
        return values;
    const Allergy& read = chart.allergies.items.first();
    values.substance = read.code.label();
    values.kind = kindCode(read.kind);
    values.intolerance = read.intolerance;
    values.criticality = read.criticality;
    if (!read.reactions.isEmpty()) {
        values.reaction = read.reactions.first().manifestations.join(QStringLiteral(", "));
        values.severity = read.reactions.first().severity;
    }
    values.onset = PartialDate::parse(edit.text("onsetDateTime")).day();
    values.verification =
        read.verification.isEmpty() ? QStringLiteral("confirmed") : read.verification;
    values.clinical = read.status.isEmpty() ? QStringLiteral("active") : read.status;
    return values;
}

QByteArray composeAllergy(const AllergyValues& values, const Writing& writing) {
    QJsonObject root = newResource(QStringLiteral("AllergyIntolerance"), writing, values.note);
    root.insert(QStringLiteral("type"),
                values.intolerance ? QStringLiteral("intolerance") : QStringLiteral("allergy"));
    root.insert(QStringLiteral("code"), inWords(values.substance));
    root.insert(QStringLiteral("patient"), patientReference(writing.patientId));
    root.insert(QStringLiteral("recordedDate"), instantText(writing.at));
    root.insert(QStringLiteral("recorder"), professional(writing));
    JsonEdit edit(bytesOf(root));
    setStatuses(edit, values);
    if (!values.kind.isEmpty())
        edit.set("category", QJsonArray{values.kind});
    edit.setText("criticality", values.criticality);
    edit.setText("onsetDateTime", values.onset);
    setReaction(edit, values);
    return edit.json();
}

QByteArray correctAllergy(const QByteArray& json, const QString& reference,
                          const AllergyValues& before, const AllergyValues& after,
                          const Writing& writing) {
    if (before == after)
        return json;
    JsonEdit edit = correctionOf(json, reference);
    if (before.substance != after.substance)
        edit.set("code", inWords(after.substance));
    if (before.kind != after.kind && after.kind.isEmpty())
        edit.remove("category");
    else if (before.kind != after.kind)
        edit.set("category", QJsonArray{after.kind});
    if (before.intolerance != after.intolerance)
        edit.set("type",
                 after.intolerance ? QStringLiteral("intolerance") : QStringLiteral("allergy"));
    if (before.criticality != after.criticality)
        edit.setText("criticality", after.criticality);
    if (before.reaction != after.reaction)
        setReaction(edit, after);
    else if (before.severity != after.severity)
        edit.setText("reaction/0/severity", after.severity);
    if (before.onset != after.onset) {
        for (const char* form : {"onsetAge", "onsetPeriod", "onsetRange", "onsetString"})
            edit.remove(form);
        edit.setText("onsetDateTime", after.onset);
    }
    if (before.verification != after.verification || before.clinical != after.clinical)
        setStatuses(edit, after);
    if (!typedText(after.note).isEmpty())
        edit.set("note/" + QByteArray::number(edit.count("note")), annotation(after.note, writing));
    return edit.json();
}

QByteArray composeNoAllergy(const QString& kind, const Writing& writing) {
    QJsonObject root = newResource(QStringLiteral("AllergyIntolerance"), writing);
    const QString code = kind == u"medication" ? QStringLiteral("no-known-medication-allergies")
                         : kind == u"food"     ? QStringLiteral("no-known-food-allergies")
                         : kind == u"environment"
                             ? QStringLiteral("no-known-environmental-allergies")
                             : QStringLiteral("no-known-allergies");
    root.insert(QStringLiteral("code"), coded(absentSystem, code));
    root.insert(QStringLiteral("patient"), patientReference(writing.patientId));
    root.insert(QStringLiteral("recordedDate"), instantText(writing.at));
    root.insert(QStringLiteral("recorder"), professional(writing));
    AllergyValues stated;
    stated.verification = QStringLiteral("confirmed");
    stated.clinical = QStringLiteral("active");
    JsonEdit edit(bytesOf(root));
    setStatuses(edit, stated);
    return edit.json();
}

QByteArray withdrawNoAllergy(const QByteArray& json, const QString& reference) {
    JsonEdit edit = correctionOf(json, reference);
    edit.set("clinicalStatus", coded(clinicalSystem, QStringLiteral("inactive")));
    return edit.json();
}

} // namespace chevet::record
