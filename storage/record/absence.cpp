// « Aucune connue » is a statement, « non documenté » is silence (I12). How real files say either.

#include "record/builders.h"
#include "record/labels.h"

#include <QHash>

namespace chevet::record {

namespace {

using Says = Absence::Says;
using Of = Absence::Of;

struct Entry {
    QStringView code;
    Says says;
    Of of;
    int kind = -1; // AllergyKind, -1: all
};

// IPS absent-unknown codes, then SNOMED CT situations. Of one allergen alone nothing follows for
// its kind: what is said stands in words.
constexpr Entry entries[] = {
    {u"no-allergy-info", Says::NoInformation, Of::Allergies},
    {u"no-known-allergies", Says::NoneKnown, Of::Allergies},
    {u"no-known-medication-allergies", Says::NoneKnown, Of::Allergies, 0},
    {u"no-known-food-allergies", Says::NoneKnown, Of::Allergies, 1},
    {u"no-known-environmental-allergies", Says::NoneKnown, Of::Allergies, 2},
    {u"no-medication-info", Says::NoInformation, Of::Medications},
    {u"no-known-medications", Says::NoneKnown, Of::Medications},
    {u"no-problem-info", Says::NoInformation, Of::Problems},
    {u"no-known-problems", Says::NoneKnown, Of::Problems},
    {u"no-procedure-info", Says::NoInformation, Of::Procedures},
    {u"no-known-procedures", Says::NoneKnown, Of::Procedures},
    {u"no-device-info", Says::NoInformation, Of::Devices},
    {u"no-known-devices", Says::NoneKnown, Of::Devices},
    {u"no-immunization-info", Says::NoInformation, Of::Immunizations},
    {u"no-known-immunizations", Says::NoneKnown, Of::Immunizations},
    {u"716186003", Says::NoneKnown, Of::Allergies},
    {u"160244002", Says::NoneKnown, Of::Allergies},
    {u"409137002", Says::NoneKnown, Of::Allergies, 0},
    {u"429625007", Says::NoneKnown, Of::Allergies, 1},
    {u"428607008", Says::NoneKnown, Of::Allergies, 2},
    {u"428197003", Says::NoInformation, Of::Allergies, 2},  // to insects
    {u"1003774007", Says::NoInformation, Of::Allergies, 2}, // to latex
    {u"787481004", Says::NoneKnown, Of::Medications},
    {u"160245001", Says::NoneKnown, Of::Problems},
    {u"787480003", Says::NoneKnown, Of::Procedures},
    {u"1287211007", Says::NoInformation, Of::Own},
};

int strength(SectionState state, const QString& reason) {
    return state == SectionState::NoneKnown ? 2 : reason.isEmpty() ? 0 : 1;
}

// `stands`: whether something listed is in force; what is over contradicts nobody.
template <class T>
void settle(Section<T>& section, bool stands = true) {
    if (section.items.isEmpty())
        return;
    section.facts.contradicted = stands && section.facts.state == SectionState::NoneKnown;
    section.facts.state = SectionState::Present;
}

// « Aucune connue » holds beside allergies that were refuted.
void settleAllergies(Allergies& allergies) {
    if (allergies.activeCount > 0 || allergies.facts.state != SectionState::NoneKnown)
        settle(allergies);
}

Absence absenceOf(const Concept& code) {
    for (const Coding& coding : code.codings)
        for (const Entry& entry : entries)
            if (coding.code == entry.code)
                return {entry.says, coding.code, entry.of, entry.kind};
    return {};
}

// A firm "none" wins over "no information", the latest over an earlier one.
void noteAbsence(SectionFacts& facts, const Absence& absence, const Item& said) {
    const SectionState state =
        absence.says == Says::NoneKnown ? SectionState::NoneKnown : SectionState::Unknown;
    const PartialDate when = said.recorded.isKnown() ? said.recorded : said.date;
    const int now = strength(state, absence.reason), before = strength(facts.state, facts.reason);
    if (facts.state == SectionState::Present || now < before ||
        (now == before && when.sortKey() <= facts.statedAt.sortKey() && facts.statedAt.isKnown()))
        return;
    facts.state = state;
    facts.reason = absence.reason;
    facts.words = enumWords(u"empty", absence.reason);
    if (facts.words == absence.reason)
        facts.words = said.code.label();
    facts.statedBy = said.authors.value(0);
    facts.statedAt = when;
    facts.reference = said.reference;
}

void noteAllergyAbsence(Chart& chart, const Absence& absence, const Item& said) {
    for (int kind = 0; kind < 4; ++kind)
        if (absence.kind < 0 || absence.kind == kind)
            noteAbsence(chart.allergies.byKind[std::size_t(kind)], absence, said);
    if (absence.kind < 0)
        noteAbsence(chart.allergies.facts, absence, said);
}

// The list code of IPS sections, to the section of a chart.
SectionFacts* factsFor(Chart& chart, QStringView loinc) {
    const QHash<QStringView, SectionFacts*> known{
        {u"48765-2", &chart.allergies.facts},    {u"10160-0", &chart.medications.facts},
        {u"11450-4", &chart.problems.facts},     {u"30954-2", &chart.results.facts},
        {u"8716-3", &chart.vitals.facts},        {u"11369-6", &chart.immunizations.facts},
        {u"47519-4", &chart.procedures.facts},   {u"29762-2", &chart.social.facts},
        {u"46264-8", &chart.devices.facts},      {u"18776-5", &chart.carePlans.facts},
        {u"10157-6", &chart.familyHistory.facts}};
    return known.value(loinc, nullptr);
}

// emptyReason of a document's section: nilknown is a statement, the others are not.
void readEmptySection(Chart& chart, const Note& note, const NoteSection& section) {
    SectionFacts* facts = factsFor(chart, section.code);
    if (facts == nullptr || section.emptyReason.isEmpty())
        return;
    Absence absence;
    absence.says = section.emptyReason == u"nilknown" ? Says::NoneKnown : Says::NoInformation;
    absence.reason = section.emptyReason;
    Item said = note;
    said.code = {};
    said.code.original = section.emptyWords;
    noteAbsence(*facts, absence, said);
    if (facts == &chart.allergies.facts && absence.says == Says::NoneKnown)
        for (SectionFacts& kind : chart.allergies.byKind)
            noteAbsence(kind, absence, said);
}

SectionFacts* factsOf(Chart& chart, Of of) {
    switch (of) {
    case Of::Medications:
        return &chart.medications.facts;
    case Of::Problems:
        return &chart.problems.facts;
    case Of::Procedures:
        return &chart.procedures.facts;
    case Of::Devices:
        return &chart.devices.facts;
    case Of::Immunizations:
        return &chart.immunizations.facts;
    case Of::Allergies:
    case Of::Own:
        break;
    }
    return nullptr;
}

} // namespace

bool isAbsence(const Concept& code) {
    return absenceOf(code).says != Says::Nothing;
}

bool takeAbsence(Chart& chart, const Item& said, Absence::Of section) {
    Absence absence = absenceOf(said.code);
    if (absence.says == Says::Nothing)
        return false;
    if (absence.of == Of::Own)
        absence.of = section;
    chart.absences += said;
    if (said.enteredInError) // nobody states it any more
        return true;
    if (SectionFacts* facts = factsOf(chart, absence.of))
        noteAbsence(*facts, absence, said);
    else
        noteAllergyAbsence(chart, absence, said);
    return true;
}

void finishSections(Chart& chart) {
    for (const Note& note : std::as_const(chart.notes.items))
        for (const NoteSection& section : note.sections)
            if (section.entries.isEmpty())
                readEmptySection(chart, note, section);
    settleAllergies(chart.allergies);
    settle(chart.medications, !chart.medications.active.isEmpty());
    settle(chart.problems, chart.problems.activeCount > 0);
    settle(chart.results);
    settle(chart.vitals);
    settle(chart.social);
    settle(chart.immunizations);
    settle(chart.recommendations);
    settle(chart.encounters);
    settle(chart.notes);
    settle(chart.documents);
    settle(chart.procedures);
    settle(chart.imaging);
    settle(chart.appointments);
    settle(chart.orders);
    settle(chart.careTeam);
    settle(chart.goals);
    settle(chart.carePlans);
    settle(chart.levelOfCare);
    settle(chart.familyHistory);
    settle(chart.devices);
    settle(chart.others);
    if (!chart.results.panels.isEmpty())
        chart.results.facts.state = SectionState::Present;
}

} // namespace chevet::record
