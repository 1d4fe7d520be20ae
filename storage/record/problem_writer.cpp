#include "record/problem_writer.h"

#include "record/chart.h"

namespace chevet::record {

namespace {

const QString clinicalSystem =
    QStringLiteral("http://terminology.hl7.org/CodeSystem/condition-clinical");
const QString verificationSystem =
    QStringLiteral("http://terminology.hl7.org/CodeSystem/condition-ver-status");
const QString categorySystem =
    QStringLiteral("http://terminology.hl7.org/CodeSystem/condition-category");

bool isOver(const QString& clinical) {
    return clinical == u"resolved" || clinical == u"inactive" || clinical == u"remission";
}

// con-4: only what is over has an end; con-5: what was written in error has no clinical status.
void setStatuses(JsonEdit& edit, const ProblemValues& values) {
    edit.set("verificationStatus", coded(verificationSystem, values.verification));
    if (values.verification == u"entered-in-error")
        edit.remove("clinicalStatus");
    else
        edit.set("clinicalStatus", coded(clinicalSystem, values.clinical));
    if (isOver(values.clinical))
        return;
    for (const char* form : {"abatementDateTime", "abatementAge", "abatementPeriod",
                             "abatementRange", "abatementString", "abatementBoolean"})
        edit.remove(form);
}

void setEnd(JsonEdit& edit, const QString& day) {
    for (const char* form :
         {"abatementAge", "abatementPeriod", "abatementRange", "abatementString"})
        edit.remove(form);
    edit.setText("abatementDateTime", day);
}

} // namespace

ProblemValues problemValues(const QByteArray& json) {
    const JsonEdit edit(json);
    const Chart chart = chartOfOne(json);
    ProblemValues values;
    if (chart.problems.items.isEmpty())
        return values;
    const Problem& read = chart.problems.items.first();
    values.name = read.code.label();
    values.onset = PartialDate::parse(edit.text("onsetDateTime")).day();
    values.verification =
        read.verification.isEmpty() ? QStringLiteral("confirmed") : read.verification;
    values.clinical = !read.status.isEmpty() ? read.status
                      : read.resolved        ? QStringLiteral("resolved")
                                             : QStringLiteral("active");
    values.abatement = PartialDate::parse(edit.text("abatementDateTime")).day();
    return values;
}

QByteArray composeProblem(const ProblemValues& values, const Writing& writing) {
    QJsonObject root = newResource(QStringLiteral("Condition"), writing, values.note);
    root.insert(QStringLiteral("category"),
                QJsonArray{coded(categorySystem, QStringLiteral("problem-list-item"))});
    root.insert(QStringLiteral("code"), inWords(values.name));
    root.insert(QStringLiteral("subject"), patientReference(writing.patientId));
    root.insert(QStringLiteral("recordedDate"), instantText(writing.at));
    root.insert(QStringLiteral("recorder"), professional(writing));
    JsonEdit edit(bytesOf(root));
    setStatuses(edit, values);
    edit.setText("onsetDateTime", values.onset);
    if (isOver(values.clinical))
        setEnd(edit, values.abatement);
    return edit.json();
}

QByteArray correctProblem(const QByteArray& json, const QString& reference,
                          const ProblemValues& before, const ProblemValues& after,
                          const Writing& writing) {
    if (before == after)
        return json;
    JsonEdit edit = correctionOf(json, reference);
    if (before.name != after.name)
        edit.set("code", inWords(after.name));
    if (before.onset != after.onset) {
        for (const char* form : {"onsetAge", "onsetPeriod", "onsetRange", "onsetString"})
            edit.remove(form);
        edit.setText("onsetDateTime", after.onset);
    }
    if (before.verification != after.verification || before.clinical != after.clinical)
        setStatuses(edit, after);
    if (before.abatement != after.abatement && isOver(after.clinical))
        setEnd(edit, after.abatement);
    if (!typedText(after.note).isEmpty())
        edit.set("note/" + QByteArray::number(edit.count("note")), annotation(after.note, writing));
    return edit.json();
}

} // namespace chevet::record
