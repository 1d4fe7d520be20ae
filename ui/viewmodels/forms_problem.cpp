#include "record/labels.h"
#include "record/problem_writer.h"
#include "record/search_text.h"
#include "ui/viewmodels/forms.h"

namespace chevet::viewmodels::forms {

namespace {

using Kind = FormField::Kind;

FormChoice status(const char16_t* code) {
    return {QString::fromUtf16(code), record::enumWords(u"status", QString::fromUtf16(code))};
}

record::ProblemValues valuesOf(const Form& form) {
    record::ProblemValues values;
    values.name = form.value(u"name");
    values.onset = form.value(u"onset");
    values.verification = form.value(u"verification");
    values.clinical = form.value(u"clinical");
    values.abatement = form.value(u"abatement");
    values.note = form.value(u"note");
    return values;
}

// What a form does not show stays as it was read.
record::ProblemValues merged(const Form& form, record::ProblemValues values) {
    const record::ProblemValues typed = valuesOf(form);
    for (const auto& [key, field] :
         {std::pair(u"name", &record::ProblemValues::name),
          std::pair(u"onset", &record::ProblemValues::onset),
          std::pair(u"verification", &record::ProblemValues::verification),
          std::pair(u"clinical", &record::ProblemValues::clinical),
          std::pair(u"abatement", &record::ProblemValues::abatement),
          std::pair(u"note", &record::ProblemValues::note)})
        if (form.find(key) != nullptr)
            values.*field = typed.*field;
    return values;
}

bool isOver(const QString& clinical) {
    return clinical == u"resolved" || clinical == u"inactive" || clinical == u"remission";
}

void checkDates(Form& form, const QString& onset, const QDate& today) {
    if (form.checkDay(u"onset", true))
        checkNotLater(form, u"onset", today);
    if (form.checkDay(u"abatement", true))
        checkNotLater(form, u"abatement", today);
    const QString end = form.value(u"abatement");
    const qsizetype common = std::min(end.size(), onset.size());
    if (common > 0 && end.first(common) < onset.first(common))
        form.fail(u"abatement", FormWords::tr("La fin précède le début, %1.").arg(onset));
}

void correction(FormSpec& spec, const FormContext& context, const record::ProblemValues& before) {
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [before, stored = context.stored, reference = context.reference](
                       const Form& form, const record::Writing& writing) {
        return QList<QByteArray>{record::correctProblem(
            stored, reference, merged(form.asOpened(), before), merged(form, before), writing)};
    };
}

} // namespace

FormSpec problem(const FormContext& context, bool correct) {
    record::ProblemValues before;
    before.verification = QStringLiteral("confirmed");
    before.clinical = QStringLiteral("active");
    if (correct)
        before = record::problemValues(context.stored);
    FormSpec spec;
    spec.title = correct ? FormWords::tr("Corriger") : FormWords::tr("Nouveau problème de santé");
    spec.subject = before.name;
    spec.sign = correct ? FormWords::tr("Signer la correction") : FormWords::tr("Signer l’ajout");
    FormField& name = spec.form.add(QStringLiteral("name"), FormWords::tr("Problème de santé"));
    name.whole = name.required = true;
    name.value = before.name;
    FormField& onset = spec.form.add(QStringLiteral("onset"), FormWords::tr("Début"));
    onset.hint = partialDayHint();
    onset.value = before.onset;
    FormField& sure =
        spec.form.add(QStringLiteral("verification"), FormWords::tr("Certitude"), Kind::Choice);
    sure.choices = {status(u"confirmed"), status(u"provisional"), status(u"differential"),
                    status(u"unconfirmed")};
    if (correct)
        sure.choices << status(u"refuted") << status(u"entered-in-error");
    sure.value = before.verification;
    FormField& clinical =
        spec.form.add(QStringLiteral("clinical"), FormWords::tr("Évolution"), Kind::Choice);
    clinical.choices = {status(u"active"), status(u"recurrence"), status(u"remission"),
                        status(u"inactive"), status(u"resolved")};
    clinical.value = before.clinical;
    FormField& end = spec.form.add(QStringLiteral("abatement"), FormWords::tr("Fin"));
    end.hint = partialDayHint();
    end.value = before.abatement;
    FormField& note = spec.form.add(QStringLiteral("note"), FormWords::tr("Note"), Kind::Area);
    note.whole = true;
    spec.check = [problems = context.chart.problems, reference = context.reference,
                  today = context.now.date()](Form& form) {
        form.show(u"clinical", form.value(u"verification") != u"entered-in-error");
        form.show(u"abatement", isOver(form.value(u"clinical")));
        checkDates(form, form.value(u"onset"), today);
        for (const ItemView& other : problems)
            if (!other.quiet && other.reference != reference && form.wasChanged(u"name") &&
                record::fold(other.title) == record::fold(form.value(u"name")))
                form.warn(u"name", FormWords::tr("Déjà parmi les problèmes actifs."));
    };
    spec.summary = [](const Form& form) { return form.value(u"name"); };
    if (correct)
        correction(spec, context, before);
    else
        spec.compose = [](const Form& form, const record::Writing& writing) {
            return QList<QByteArray>{record::composeProblem(valuesOf(form), writing)};
        };
    return spec;
}

FormSpec resolveProblem(const FormContext& context) {
    const record::ProblemValues before = record::problemValues(context.stored);
    FormSpec spec;
    spec.title = FormWords::tr("Résoudre");
    spec.subject = before.name;
    spec.sign = FormWords::tr("Signer la résolution");
    spec.anew = true;
    FormField& clinical =
        spec.form.add(QStringLiteral("clinical"), FormWords::tr("Évolution"), Kind::Choice);
    clinical.whole = true;
    clinical.choices = {status(u"resolved"), status(u"remission"), status(u"inactive")};
    clinical.value = QStringLiteral("resolved");
    FormField& end = spec.form.add(QStringLiteral("abatement"), FormWords::tr("Fin"));
    end.hint = partialDayHint();
    end.value = context.now.date().toString(Qt::ISODate);
    FormField& note = spec.form.add(QStringLiteral("note"), FormWords::tr("Note"), Kind::Area);
    note.whole = true;
    spec.check = [onset = before.onset, today = context.now.date()](Form& form) {
        checkDates(form, onset, today);
    };
    spec.summary = [name = before.name](const Form& form) {
        return QString(name + u", " + record::enumWords(u"status", form.value(u"clinical")));
    };
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [before, stored = context.stored, reference = context.reference](
                       const Form& form, const record::Writing& writing) {
        return QList<QByteArray>{
            record::correctProblem(stored, reference, before, merged(form, before), writing)};
    };
    return spec;
}

} // namespace chevet::viewmodels::forms
