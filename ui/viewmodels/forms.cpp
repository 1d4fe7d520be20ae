#include "ui/viewmodels/forms.h"

namespace chevet::viewmodels {

bool startsFromStored(FormKind kind) {
    switch (kind) {
    case FormKind::ChangeMedication:
    case FormKind::StopMedication:
    case FormKind::CorrectAllergy:
    case FormKind::CorrectProblem:
    case FormKind::ResolveProblem:
    case FormKind::StrikeVital:
    case FormKind::CorrectVaccine:
    case FormKind::Particulars:
        return true;
    default:
        return false;
    }
}

QString whyNot(FormKind kind, session::Role role) {
    if (kind == FormKind::Particulars)
        return {};
    const bool clinician = role == session::Role::Physician || role == session::Role::Nurse ||
                           role == session::Role::Pharmacist;
    if (!clinician)
        return FormWords::tr("Réservé aux cliniciens");
    if ((kind == FormKind::SeenResult || kind == FormKind::LevelOfCare) &&
        role == session::Role::Pharmacist)
        return FormWords::tr("Réservé aux médecins et aux infirmières");
    return {};
}

FormSpec formOf(FormKind kind, const FormContext& context) {
    switch (kind) {
    case FormKind::NewMedication:
    case FormKind::ChangeMedication:
        return forms::medication(context, kind == FormKind::ChangeMedication);
    case FormKind::StopMedication:
        return forms::stopMedication(context);
    case FormKind::NewAllergy:
    case FormKind::CorrectAllergy:
        return forms::allergy(context, kind == FormKind::CorrectAllergy);
    case FormKind::NoAllergy:
        return forms::noAllergy(context);
    case FormKind::NewProblem:
    case FormKind::CorrectProblem:
        return forms::problem(context, kind == FormKind::CorrectProblem);
    case FormKind::ResolveProblem:
        return forms::resolveProblem(context);
    case FormKind::NewVitals:
        return forms::vitals(context);
    case FormKind::StrikeVital:
        return forms::strikeVital(context);
    case FormKind::NewVaccine:
    case FormKind::CorrectVaccine:
        return forms::vaccine(context, kind == FormKind::CorrectVaccine);
    case FormKind::SeenResult:
        return forms::seenResult(context);
    case FormKind::LevelOfCare:
        return forms::levelOfCare(context);
    case FormKind::Particulars:
        return forms::particulars(context);
    }
    return {};
}

namespace forms {

QString dayHint() {
    return FormWords::tr("AAAA-MM-JJ");
}

QString partialDayHint() {
    return FormWords::tr("AAAA, AAAA-MM ou AAAA-MM-JJ");
}

void checkNotLater(Form& form, QStringView key, const QDate& today) {
    const QString text = form.value(key);
    if (!text.isEmpty() && text > today.toString(Qt::ISODate).first(text.size()))
        form.warn(key, FormWords::tr("Cette date est à venir."));
}

FoundResult findResult(const ResultsView& view, const QString& reference) {
    for (const AnalyteView& row : view.rows)
        for (const ResultPoint& point : row.points)
            if (point.reference == reference)
                return {&row, &point};
    return {};
}

} // namespace forms

} // namespace chevet::viewmodels
