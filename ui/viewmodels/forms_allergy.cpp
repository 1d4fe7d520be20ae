#include "record/allergy_writer.h"
#include "record/labels.h"
#include "record/search_text.h"
#include "ui/viewmodels/forms.h"

namespace chevet::viewmodels::forms {

namespace {

using Kind = FormField::Kind;

QList<FormChoice> enumChoices(QStringView kind, std::initializer_list<const char16_t*> codes) {
    QList<FormChoice> choices;
    for (const char16_t* const code : codes)
        choices << FormChoice{QString::fromUtf16(code),
                              record::enumWords(kind, QString::fromUtf16(code))};
    return choices;
}

QList<FormChoice> kindChoices(const QString& none) {
    return {{{}, none},
            {QStringLiteral("medication"), FormWords::tr("médicament")},
            {QStringLiteral("food"), FormWords::tr("aliment")},
            {QStringLiteral("environment"), FormWords::tr("environnement")}};
}

record::AllergyValues valuesOf(const Form& form) {
    record::AllergyValues values;
    values.substance = form.value(u"substance");
    values.kind = form.value(u"kind");
    values.intolerance = form.value(u"type") == u"intolerance";
    values.criticality = form.value(u"criticality");
    values.reaction = form.value(u"reaction");
    values.severity = values.reaction.isEmpty() ? QString() : form.value(u"severity");
    values.onset = form.value(u"onset");
    values.verification = form.value(u"verification");
    const QString clinical = form.value(u"clinical");
    values.clinical = clinical.isEmpty() ? QStringLiteral("active") : clinical;
    values.note = form.value(u"note");
    return values;
}

void addReaction(Form& form, const record::AllergyValues& values) {
    FormField& reaction = form.add(QStringLiteral("reaction"), FormWords::tr("Manifestation"));
    reaction.group = FormWords::tr("Réaction");
    reaction.whole = true;
    reaction.hint = FormWords::tr("urticaire, anaphylaxie");
    reaction.value = values.reaction;
    FormField& severity =
        form.add(QStringLiteral("severity"), FormWords::tr("Gravité de la réaction"), Kind::Choice);
    severity.choices = QList<FormChoice>{{{}, FormWords::tr("non précisée")}} +
                       enumChoices(u"severity", {u"mild", u"moderate", u"severe"});
    severity.value = values.severity;
    FormField& onset = form.add(QStringLiteral("onset"), FormWords::tr("Première manifestation"));
    onset.hint = partialDayHint();
    onset.value = values.onset;
}

void addStatus(Form& form, const record::AllergyValues& values, bool correct) {
    FormField& verification =
        form.add(QStringLiteral("verification"), FormWords::tr("Certitude"), Kind::Choice);
    verification.group = FormWords::tr("État");
    verification.choices = enumChoices(u"status", {u"confirmed", u"unconfirmed"});
    if (correct) {
        verification.choices += enumChoices(u"status", {u"refuted", u"entered-in-error"});
        FormField& clinical =
            form.add(QStringLiteral("clinical"), FormWords::tr("Évolution"), Kind::Choice);
        clinical.choices = enumChoices(u"status", {u"active", u"inactive", u"resolved"});
        clinical.value = values.clinical;
    }
    form.find(u"verification")->value = values.verification;
    FormField& note = form.add(QStringLiteral("note"), FormWords::tr("Note"), Kind::Area);
    note.whole = true;
}

void fillIn(Form& form, const record::AllergyValues& values, bool correct) {
    FormField& substance = form.add(QStringLiteral("substance"), FormWords::tr("Substance"));
    substance.whole = substance.required = true;
    substance.value = values.substance;
    FormField& kind = form.add(QStringLiteral("kind"), FormWords::tr("Catégorie"), Kind::Choice);
    kind.choices = kindChoices(FormWords::tr("autre"));
    kind.value = values.kind;
    FormField& type = form.add(QStringLiteral("type"), FormWords::tr("Type"), Kind::Choice);
    type.choices = {{QStringLiteral("allergy"), FormWords::tr("allergie")},
                    {QStringLiteral("intolerance"), FormWords::tr("intolérance")}};
    type.value = values.intolerance ? QStringLiteral("intolerance") : QStringLiteral("allergy");
    FormField& criticality =
        form.add(QStringLiteral("criticality"), FormWords::tr("Criticité"), Kind::Choice);
    criticality.whole = true;
    criticality.choices = {{{}, FormWords::tr("non précisée")},
                           {QStringLiteral("low"), FormWords::tr("faible")},
                           {QStringLiteral("high"), FormWords::tr("élevée")},
                           {QStringLiteral("unable-to-assess"), FormWords::tr("non évaluable")}};
    criticality.value = values.criticality;
    addReaction(form, values);
    addStatus(form, values, correct);
}

// Statements of none that a new allergy makes untrue: that of no allergy at all, and that of its
// own kind; « aucune allergie alimentaire » goes on beside one to latex.
QList<FormSpec::Also> withdrawals(const ChartData& chart) {
    QList<FormSpec::Also> also;
    const auto add = [&also](const QString& reference, std::function<bool(const Form&)> applies) {
        const bool known = std::any_of(also.cbegin(), also.cend(), [&](const FormSpec::Also& each) {
            return each.reference == reference;
        });
        if (!known && reference.startsWith(QLatin1String("AllergyIntolerance/")))
            also << FormSpec::Also{reference, std::move(applies), record::withdrawNoAllergy};
    };
    add(chart.allergyWhole.reference, [](const Form&) { return true; });
    static constexpr QStringView kinds[] = {u"medication", u"food", u"environment", u""};
    for (std::size_t kind = 0; kind < std::size(kinds); ++kind)
        add(chart.allergyLack[kind].reference,
            [kind](const Form& form) { return form.value(u"kind") == kinds[kind]; });
    return also;
}

} // namespace

FormSpec allergy(const FormContext& context, bool correct) {
    record::AllergyValues before;
    before.verification = QStringLiteral("confirmed");
    before.clinical = QStringLiteral("active");
    if (correct)
        before = record::allergyValues(context.stored);
    FormSpec spec;
    spec.title = correct ? FormWords::tr("Corriger") : FormWords::tr("Nouvelle allergie");
    spec.subject = before.substance;
    spec.sign = correct ? FormWords::tr("Signer la correction") : FormWords::tr("Signer l’ajout");
    fillIn(spec.form, before, correct);
    spec.check = [allergies = context.chart.allergies, reference = context.reference,
                  correct](Form& form) {
        form.checkDay(u"onset", true);
        form.show(u"severity", !form.value(u"reaction").isEmpty());
        form.show(u"clinical", form.value(u"verification") != u"entered-in-error");
        for (const AllergyView& other : allergies)
            if (!other.quiet && other.reference != reference && form.wasChanged(u"substance") &&
                record::fold(other.title) == record::fold(form.value(u"substance")))
                form.warn(
                    u"substance",
                    FormWords::tr("Déjà au dossier : %1, %2.").arg(other.title, other.reaction));
        const QString state = form.value(u"verification");
        if (correct && form.wasChanged(u"verification") &&
            (state == u"refuted" || state == u"entered-in-error"))
            form.warn(u"verification",
                      FormWords::tr("Cette allergie ne sera plus parmi les allergies actives."));
    };
    spec.summary = [](const Form& form) {
        QStringList parts{form.value(u"substance"), form.value(u"reaction")};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    };
    if (!correct) {
        spec.also = withdrawals(context.chart);
        spec.compose = [](const Form& form, const record::Writing& writing) {
            return QList<QByteArray>{record::composeAllergy(valuesOf(form), writing)};
        };
        return spec;
    }
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [stored = context.stored, reference = context.reference](
                       const Form& form, const record::Writing& writing) {
        return QList<QByteArray>{record::correctAllergy(
            stored, reference, valuesOf(form.asOpened()), valuesOf(form), writing)};
    };
    return spec;
}

FormSpec noAllergy(const FormContext& context) {
    FormSpec spec;
    spec.title = FormWords::tr("Aucune allergie connue");
    spec.sign = FormWords::tr("Signer l’affirmation");
    spec.anew = true;
    FormField& kind =
        spec.form.add(QStringLiteral("kind"), FormWords::tr("Ce qui a été demandé"), Kind::Choice);
    kind.whole = true;
    kind.choices = kindChoices(FormWords::tr("toute allergie"));
    spec.check = [allergies = context.chart.allergies](Form& form) {
        const QString asked = form.value(u"kind");
        const int of = asked == u"medication" ? 0 : asked == u"food" ? 1 : 2;
        const auto stands =
            std::count_if(allergies.cbegin(), allergies.cend(), [&](const AllergyView& item) {
                return !item.quiet && !item.refuted && (asked.isEmpty() || item.kind == of);
            });
        if (stands > 0)
            form.fail(
                u"kind",
                plural(FormWords::tr(
                           "Contredit par %n allergie(s) active(s) au dossier, à corriger d’abord.",
                           nullptr, static_cast<int>(stands)),
                       stands));
        form.say(u"kind", FormWords::tr("Affirmé aujourd’hui en votre nom ; « non documenté » veut "
                                        "dire que personne n’a demandé."));
    };
    spec.summary = [](const Form&) { return FormWords::tr("Aucune allergie connue"); };
    spec.compose = [](const Form& form, const record::Writing& writing) {
        return QList<QByteArray>{record::composeNoAllergy(form.value(u"kind"), writing)};
    };
    return spec;
}

} // namespace chevet::viewmodels::forms
