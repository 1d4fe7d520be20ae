#pragma once
// The forms of a chart: which fields each has, what is checked, and what is composed of them
// (record/…_writer.h). Pure: no disk, no window. `stored` is the resource a correction begins with,
// as Session::resource() gives it.

#include "session/types.h"
#include "ui/viewmodels/chart_data.h"
#include "ui/viewmodels/form.h"

#include <QDateTime>

namespace chevet::viewmodels {

enum class FormKind {
    NewMedication,
    ChangeMedication,
    StopMedication,
    NewAllergy,
    CorrectAllergy,
    NoAllergy,
    NewProblem,
    CorrectProblem,
    ResolveProblem,
    NewVitals,
    StrikeVital,
    NewVaccine,
    CorrectVaccine,
    SeenResult,
    LevelOfCare,
    Particulars
};

// Corrections begin with what is stored, and need it.
[[nodiscard]] bool startsFromStored(FormKind kind);
// Why this person cannot write that; "" if they can. Clerks keep the particulars only.
[[nodiscard]] QString whyNot(FormKind kind, session::Role role);

struct FormContext {
    const ChartData& chart;
    QString reference{}; // of what the form is about; "" for something new
    QByteArray stored{};
    QDateTime now{};
};
[[nodiscard]] FormSpec formOf(FormKind kind, const FormContext& context);

namespace forms {

[[nodiscard]] FormSpec medication(const FormContext& context, bool change);
[[nodiscard]] FormSpec stopMedication(const FormContext& context);
[[nodiscard]] FormSpec allergy(const FormContext& context, bool correct);
[[nodiscard]] FormSpec noAllergy(const FormContext& context);
[[nodiscard]] FormSpec problem(const FormContext& context, bool correct);
[[nodiscard]] FormSpec resolveProblem(const FormContext& context);
[[nodiscard]] FormSpec vitals(const FormContext& context);
[[nodiscard]] FormSpec strikeVital(const FormContext& context);
[[nodiscard]] FormSpec vaccine(const FormContext& context, bool correct);
[[nodiscard]] FormSpec seenResult(const FormContext& context);
[[nodiscard]] FormSpec levelOfCare(const FormContext& context);
[[nodiscard]] FormSpec particulars(const FormContext& context);

// Shared by them.
[[nodiscard]] QList<FormChoice> routeChoices();
[[nodiscard]] QString dayHint();
[[nodiscard]] QString partialDayHint();
void checkNotLater(Form& form, QStringView key, const QDate& today);
// The result « Type/id » of the chart, with its row; null if it is not there.
struct FoundResult {
    const AnalyteView* row = nullptr;
    const ResultPoint* point = nullptr;
};
[[nodiscard]] FoundResult findResult(const ResultsView& view, const QString& reference);

} // namespace forms

} // namespace chevet::viewmodels
