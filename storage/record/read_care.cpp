#include "record/builders.h"
#include "record/care_writer.h"
#include "record/labels.h"

namespace chevet::record {

namespace {

QString codeOf(Node status) {
    const QString code = status["coding"].first()["code"].text();
    return !code.isEmpty() ? code : status.isString() ? status.text() : status["text"].text();
}

void addAuthor(Item& item, Node reference, const Parsed& parsed, Reader& reader) {
    if (!reference)
        return;
    const QString name = reader.nameOf(reference, parsed);
    if (!name.isEmpty() && !item.authors.contains(name))
        item.authors += name;
}

} // namespace

void readProblem(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Problem out;
    reader.fill(out, parsed);
    out.status = codeOf(root["clinicalStatus"]);
    out.statusWords = enumWords(u"status", out.status);
    out.verification = codeOf(root["verificationStatus"]);
    out.verificationWords = enumWords(u"status", out.verification);
    out.enteredInError = out.verification == u"entered-in-error";
    out.recorded = Reader::date(root["recordedDate"] ? root["recordedDate"] : root["assertedDate"]);
    out.date = Reader::dateChoice(root, "onset");
    if (!out.date.isKnown())
        out.date = out.recorded;
    out.abatement = Reader::dateChoice(root, "abatement");
    out.onsetText = timeWords(root, "onset");
    out.abatementText = timeWords(root, "abatement");
    const bool ended = out.abatement.isKnown() || !out.abatementText.isEmpty() ||
                       root["abatementBoolean"].isTrue();
    // A status that says active wins over an end: what may still be there is never put aside.
    out.resolved = out.status == u"resolved" || out.status == u"inactive" ||
                   out.status == u"remission" || (out.status.isEmpty() && ended);
    out.active = !out.resolved && !out.enteredInError && out.verification != u"refuted";
    out.severity = reader.conceptOf(root["severity"]).label();
    out.stage = reader.conceptOf(root["stage"].first()["summary"]).label();
    out.bodySites = reader.conceptLabels(root["bodySite"]);
    for (const Node evidence : root["evidence"].each())
        out.evidence +=
            reader.conceptLabels(evidence["code"]) + reader.wordsOf(evidence["detail"], parsed);
    for (const Node category : root["category"].each())
        out.encounterDiagnosis =
            out.encounterDiagnosis || category["coding"].first()["code"] == "encounter-diagnosis";
    addAuthor(out, root["asserter"], parsed, reader);
    addAuthor(out, root["recorder"], parsed, reader);
    if (takeAbsence(chart, out, Absence::Of::Problems))
        return;
    chart.problems.items += std::move(out);
}

void readProcedure(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Procedure out;
    reader.fill(out, parsed);
    out.date = Reader::dateChoice(root, "performed");
    out.end = Reader::date(root["performedPeriod"]["end"]);
    out.reasons = reader.wordsOf(root["reasonCode"], parsed) +
                  reader.wordsOf(root["reasonReference"], parsed);
    out.bodySites = reader.conceptLabels(root["bodySite"]);
    out.complications = reader.conceptLabels(root["complication"]);
    out.followUps = reader.conceptLabels(root["followUp"]);
    out.outcome = reader.conceptOf(root["outcome"]).label();
    out.notDoneReason = reader.conceptOf(root["statusReason"]).label();
    out.location = root["location"] ? reader.nameOf(root["location"], parsed) : QString();
    out.authors = reader.namesOf(root["performer"], parsed);
    if (const QString words = timeWords(root, "performed"); !words.isEmpty())
        out.remarks += words;
    if (takeAbsence(chart, out, Absence::Of::Procedures))
        return;
    chart.procedures.items += std::move(out);
}

void readImmunization(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Immunization out;
    reader.fill(out, parsed, "vaccineCode");
    out.date = Reader::dateChoice(root, "occurrence");
    out.when = root["occurrenceString"].text();
    out.recorded = Reader::date(root["recorded"]);
    const Node protocol = root["protocolApplied"].first();
    for (const char* form : {"doseNumberPositiveInt", "doseNumberString", "doseNumber"})
        if (out.doseNumber.isEmpty())
            out.doseNumber = protocol[form].text();
    out.series = protocol["series"].text();
    out.targets = reader.conceptLabels(protocol["targetDisease"]);
    out.lot = root["lotNumber"].text();
    out.manufacturer =
        root["manufacturer"] ? reader.nameOf(root["manufacturer"], parsed) : QString();
    out.site = reader.conceptOf(root["site"]).label();
    out.route = reader.conceptOf(root["route"]).label();
    out.doseQuantity = quantityText(root["doseQuantity"], true);
    out.expiration = Reader::date(root["expirationDate"]);
    out.given = out.status == u"completed" || out.status.isEmpty();
    out.notGivenReason = reader.conceptOf(root["statusReason"]).label();
    out.reportedByPatient = root["primarySource"].isFalse();
    for (const Node reaction : root["reaction"].each())
        out.reactions += reader.words(reaction["detail"], parsed);
    out.authors = reader.namesOf(root["performer"], parsed);
    if (takeAbsence(chart, out, Absence::Of::Immunizations))
        return;
    chart.immunizations.items += std::move(out);
}

void readRecommendation(Chart& chart, const Parsed& parsed, Reader& reader) {
    bool any = false;
    for (const Node node : parsed.root["recommendation"].each()) {
        Immunization out;
        out.reference = parsed.reference;
        out.recommendation = true;
        out.given = false;
        out.code = reader.conceptOf(node["vaccineCode"]);
        out.targets = reader.conceptLabels(node["targetDisease"]);
        if (out.code.isEmpty())
            out.code = reader.conceptOf(node["targetDisease"]);
        out.status = node["forecastStatus"]["coding"].first()["code"].text();
        out.statusWords = reader.conceptOf(node["forecastStatus"]).label();
        for (const Node criterion : node["dateCriterion"].each())
            if (!out.date.isKnown() || criterion["code"]["coding"].first()["code"] == "30980-7")
                out.date = Reader::date(criterion["value"]);
        out.doseNumber = node["doseNumberPositiveInt"].text() + node["doseNumberString"].text();
        out.recorded = Reader::date(parsed.root["date"]);
        chart.recommendations.items += out;
        any = true;
    }
    if (!any)
        readOther(chart, parsed, reader);
}

void readEncounter(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Encounter out;
    reader.fill(out, parsed, "type");
    out.date = Reader::date(root["period"]["start"]);
    out.end = Reader::date(root["period"]["end"]);
    const Concept place = reader.conceptOf(root["class"]);
    out.encounterClass = place.label();
    out.remote = place.primary().code == u"VR" || place.primary().code == u"virtual";
    if (const QString words = enumWords(u"encounter", place.primary().code);
        words != place.primary().code)
        out.encounterClass = words;
    out.title = joined({out.encounterClass, out.code.label()}, u" – ");
    out.reasons = reader.wordsOf(root["reasonCode"], parsed) +
                  reader.wordsOf(root["reasonReference"], parsed);
    for (const Node diagnosis : root["diagnosis"].each())
        if (const QString words = reader.words(diagnosis["condition"], parsed); !words.isEmpty())
            out.diagnoses += words;
    out.location = reader.nameOf(root["location"].first()["location"], parsed);
    out.serviceProvider =
        root["serviceProvider"] ? reader.nameOf(root["serviceProvider"], parsed) : QString();
    out.authors = reader.namesOf(root["participant"], parsed);
    chart.encounters.items += std::move(out);
}

void readAppointment(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Appointment out;
    reader.fill(out, parsed, "serviceType");
    out.date = Reader::date(root["start"]);
    out.end = Reader::date(root["end"]);
    out.statusWords = enumWords(u"appointment", out.status);
    out.minutes = root["minutesDuration"].text().toInt();
    if (out.minutes == 0 && out.date.precision == PartialDate::Precision::Time &&
        out.end.precision == PartialDate::Precision::Time)
        out.minutes =
            int(std::clamp<qint64>((out.end.sortKey() - out.date.sortKey()) / 60'000, 0, 100'000));
    for (const QString& words :
         {root["description"].text(), joined(reader.wordsOf(root["reasonCode"], parsed), u", "),
          joined(reader.wordsOf(root["reasonReference"], parsed), u", "), out.code.label(),
          reader.conceptOf(root["appointmentType"]).label()})
        if (out.words.isEmpty())
            out.words = words;
    if (const QString comment = root["comment"].text(); !comment.isEmpty())
        out.notes += comment;
    for (const Node participant : root["participant"].each()) {
        const Party party = reader.party(participant["actor"], parsed);
        const bool patient =
            participant["actor"]["reference"].raw().find("Patient/") != std::string_view::npos ||
            party.type == "Patient";
        if (!patient && !party.name.isEmpty() && out.with.isEmpty())
            out.with = party.name;
    }
    chart.appointments.items += std::move(out);
}

namespace {

// « Vu » on a result of this file stands with the result, which may be read later than this.
bool takeSeen(Chart& chart, const Order& task, Node root, const Parsed& parsed, Reader& reader) {
    if (!task.code.has(seenSystem, seenCode) || task.status != u"completed")
        return false;
    const QString result = reader.inChart(root["focus"]);
    if (!result.startsWith(QLatin1String("Observation/")))
        return false;
    Seen seen;
    seen.by = reader.nameOf(root["owner"], parsed);
    seen.at = Reader::date(root["authoredOn"]);
    seen.followUp = reader.conceptOf(root["businessStatus"]).label();
    seen.notes = task.notes;
    seen.reference = task.reference;
    chart.seen[result] += seen;
    return true;
}

} // namespace

void readOrder(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Order out;
    reader.fill(out, parsed, parsed.type == "DeviceRequest" ? "codeCodeableConcept" : "code");
    if (takeSeen(chart, out, root, parsed, reader))
        return;
    if (isLevelOfCare(out.code) && !root["doNotPerform"].isTrue()) {
        out.date = Reader::date(root["authoredOn"]);
        return addLevelOfCare(chart, out, joined(out.notes, u" "));
    }
    if (out.code.isEmpty() && root["description"])
        out.code = reader.conceptOf(root["description"]);
    out.date = Reader::date(root["authoredOn"] ? root["authoredOn"] : root["dateTime"]);
    out.due = Reader::dateChoice(root, "occurrence");
    if (!out.due.isKnown())
        out.due = Reader::date(root["restriction"]["period"]["end"]);
    if (!out.date.isKnown())
        out.date = out.due;
    out.intent = root["intent"].text();
    out.prohibited = root["doNotPerform"].isTrue();
    out.proposed = out.intent == u"proposal" || out.intent == u"plan" || out.intent == u"option";
    out.priority = root["priority"].text();
    out.priorityWords = enumWords(u"priority", out.priority);
    out.pending = out.status == u"active" || out.status == u"on-hold" ||
                  out.status == u"requested" || out.status == u"accepted" ||
                  out.status == u"ready" || out.status == u"in-progress" || out.status == u"draft";
    if (out.prohibited || out.proposed) {
        const QString kind =
            out.prohibited ? say(u"ne pas faire", u"do not do") : say(u"proposition", u"proposal");
        out.statusWords = out.pending ? kind : joined({kind, out.statusWords}, u", ");
        out.pending = false;
    }
    out.reasons = reader.wordsOf(root["reasonCode"], parsed) +
                  reader.wordsOf(root["reasonReference"], parsed);
    addAuthor(out, root["requester"], parsed, reader);
    addAuthor(out, root["orderer"], parsed, reader);
    out.performer = joined(reader.namesOf(root["performer"], parsed), u", ");
    chart.orders.items += std::move(out);
}

void readGoal(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Goal out;
    reader.fill(out, parsed, "description");
    out.status = root["lifecycleStatus"].text();
    out.statusWords = enumWords(u"status", out.status);
    out.date = Reader::date(root["startDate"] ? root["startDate"] : root["statusDate"]);
    out.achievement = reader.conceptOf(root["achievementStatus"]).label();
    for (const Node target : root["target"].each()) {
        const QString measure = reader.conceptOf(target["measure"]).label();
        const QString detail = target["detailQuantity"] ? quantityText(target["detailQuantity"])
                               : target["detailRange"]
                                   ? rangeText(target["detailRange"])
                                   : reader.conceptOf(target["detailCodeableConcept"]).label() +
                                         target["detailString"].text();
        out.targets += joined({measure, detail}, say(u"\u00A0: ", u": "));
        out.due = Reader::date(target["dueDate"]);
    }
    addAuthor(out, root["expressedBy"], parsed, reader);
    chart.goals.items += std::move(out);
}

void readCarePlan(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    CarePlan out;
    reader.fill(out, parsed, "category");
    for (const Node category :
         root["category"].each()) // the most telling of several: the last in practice
        if (const Concept words = reader.conceptOf(category); !words.isEmpty())
            out.code = words;
    out.date = Reader::date(root["period"]["start"] ? root["period"]["start"] : root["created"]);
    out.end = Reader::date(root["period"]["end"]);
    out.title = root["title"].text().isEmpty() ? out.code.label() : root["title"].text();
    out.intent = root["intent"].text();
    for (const Node activity : root["activity"].each()) {
        const Node detail = activity["detail"];
        const QString words = reader.conceptOf(detail["code"]).label();
        const QString text = words.isEmpty() ? detail["description"].text() : words;
        const QString shown = text.isEmpty() ? reader.words(activity["reference"], parsed) : text;
        if (!shown.isEmpty())
            out.activities += shown;
    }
    out.addresses = reader.wordsOf(root["addresses"], parsed);
    addAuthor(out, root["author"], parsed, reader);
    if (const QString text = root["description"].text(); !text.isEmpty())
        out.notes += text;
    chart.carePlans.items += std::move(out);
}

} // namespace chevet::record
