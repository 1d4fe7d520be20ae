#include "record/builders.h"
#include "record/labels.h"

namespace chevet::record {

namespace {

AllergyKind kindOf(Node root) {
    for (const Node category : root["category"].each()) {
        if (category == "medication" || category == "biologic")
            return AllergyKind::Medication;
        if (category == "food")
            return AllergyKind::Food;
        if (category == "environment")
            return AllergyKind::Environment;
    }
    return AllergyKind::Other;
}

Reaction readReaction(Node node, const Reader& reader) {
    Reaction reaction;
    reaction.manifestations = reader.conceptLabels(node["manifestation"]);
    reaction.severity = node["severity"].text();
    reaction.severityWords = enumWords(u"severity", reaction.severity);
    reaction.substance = reader.conceptOf(node["substance"]).label();
    reaction.route = reader.conceptOf(node["exposureRoute"]).label();
    reaction.onset = Reader::date(node["onset"]);
    reaction.description =
        joined(Reader::annotations(node["note"]) << node["description"].text(), u"\n");
    return reaction;
}

// code of a status that is a CodeableConcept in R4, a string before.
QString statusCode(Node status) {
    const QString code = status["coding"].first()["code"].text();
    return !code.isEmpty() ? code : status.isString() ? status.text() : status["text"].text();
}

void readStatuses(Allergy& out, Node root) {
    out.status = statusCode(root["clinicalStatus"]);
    out.statusWords = enumWords(u"status", out.status);
    out.verification = statusCode(root["verificationStatus"]);
    out.verificationWords = enumWords(u"status", out.verification);
    out.enteredInError = out.verification == u"entered-in-error";
    out.active = out.status != u"inactive" && out.status != u"resolved" &&
                 out.verification != u"refuted" && !out.enteredInError;
    out.criticality = root["criticality"].text();
    out.criticalityWords = enumWords(u"criticality", out.criticality);
}

int rank(const Allergy& allergy) {
    int severity = 0;
    for (const Reaction& reaction : allergy.reactions)
        severity = std::max(severity, reaction.severity == u"severe"     ? 2
                                      : reaction.severity == u"moderate" ? 1
                                                                         : 0);
    return (allergy.active ? 100 : 0) +
           (allergy.criticality == u"high"  ? 10
            : allergy.criticality == u"low" ? 0
                                            : 5) +
           severity;
}

} // namespace

QString Allergy::reactionLine() const {
    QStringList what;
    PartialDate when = date;
    for (const Reaction& reaction : reactions) {
        what += reaction.manifestations;
        if (reaction.onset.isKnown())
            when = reaction.onset;
    }
    what.removeDuplicates();
    const QString words = what.isEmpty()
                              ? (reactions.isEmpty() ? QString() : reactions.first().description)
                              : what.join(QStringLiteral(", "));
    const QString shown =
        words.isEmpty() ? say(u"réaction non précisée", u"reaction not specified") : words;
    return when.isKnown() ? QString(shown + QStringLiteral(", ") + when.day().left(4)) : shown;
}

void readAllergy(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Allergy out;
    reader.fill(out, parsed);
    for (const Node reaction : root["reaction"].each())
        out.reactions += readReaction(reaction, reader);
    if (out.code.isEmpty() && !out.reactions.isEmpty() &&
        !out.reactions.first().substance.isEmpty())
        out.code = reader.conceptOf(root["reaction"].first()["substance"]);
    out.kind = kindOf(root);
    out.intolerance = root["type"] == "intolerance";
    readStatuses(out, root);
    out.recorded = Reader::date(root["recordedDate"] ? root["recordedDate"] : root["assertedDate"]);
    out.date = Reader::dateChoice(root, "onset");
    if (!out.date.isKnown())
        out.date = out.recorded;
    out.lastOccurrence = Reader::date(root["lastOccurrence"]);
    for (const std::string_view who : {"asserter", "recorder"})
        if (const QString name = root[who] ? reader.nameOf(root[who], parsed) : QString();
            !name.isEmpty() && !out.authors.contains(name))
            out.authors += name;
    if (out.active && takeAbsence(chart, out, Absence::Of::Allergies))
        return;
    if (out.status == u"inactive" &&
        isAbsence(out.code)) { // it was true once, and says nothing now
        chart.absences += out;
        return;
    }
    chart.allergies.items += std::move(out);
}

void finishAllergies(Chart& chart) {
    Allergies& allergies = chart.allergies;
    sortNewestFirst(allergies.items);
    std::stable_sort(allergies.items.begin(), allergies.items.end(),
                     [](const Allergy& a, const Allergy& b) { return rank(a) > rank(b); });
    for (const Allergy& allergy : allergies.items) {
        SectionFacts& kind = allergies.byKind[std::size_t(allergy.kind)];
        if (allergy.active) {
            ++allergies.activeCount;
            kind.contradicted = kind.contradicted || kind.state == SectionState::NoneKnown;
            kind.state = SectionState::Present;
        }
        if (allergy.recorded.sortKey() > allergies.reviewed.sortKey()) {
            allergies.reviewed = allergy.recorded;
            allergies.reviewedBy = allergy.authors.value(0);
        }
    }
    if (allergies.facts.statedAt.sortKey() > allergies.reviewed.sortKey()) {
        allergies.reviewed = allergies.facts.statedAt;
        allergies.reviewedBy = allergies.facts.statedBy;
    }
}

} // namespace chevet::record
