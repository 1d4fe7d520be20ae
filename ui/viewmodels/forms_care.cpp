#include "record/care_writer.h"
#include "ui/viewmodels/forms.h"

namespace chevet::viewmodels::forms {

namespace {

using Kind = FormField::Kind;

record::ImmunizationValues vaccineOf(const Form& form) {
    record::ImmunizationValues values;
    values.vaccine = form.value(u"vaccine");
    values.given = form.value(u"given");
    values.number = form.value(u"number");
    values.lot = form.value(u"lot");
    values.maker = form.value(u"maker");
    values.site = form.value(u"site");
    values.route = form.value(u"route");
    values.amount = form.value(u"amount");
    values.expires = form.value(u"expires");
    values.reported = form.isOn(u"reported");
    values.mistaken = form.isOn(u"mistaken");
    values.note = form.value(u"note");
    return values;
}

void addVaccine(Form& form, const record::ImmunizationValues& values, bool correct) {
    const auto line = [&form](const char* key, const QString& label,
                              const QString& value) -> FormField& {
        FormField& field = form.add(QString::fromLatin1(key), label);
        field.value = value;
        return field;
    };
    FormField& vaccine = line("vaccine", FormWords::tr("Vaccin"), values.vaccine);
    vaccine.whole = vaccine.required = true;
    FormField& given = line("given", FormWords::tr("Date"), values.given);
    given.required = true;
    given.hint = partialDayHint();
    line("number", FormWords::tr("Numéro de la dose"), values.number).hint = QStringLiteral("1");
    line("lot", FormWords::tr("Lot"), values.lot).group = FormWords::tr("Produit");
    line("expires", FormWords::tr("Péremption"), values.expires).hint = partialDayHint();
    line("maker", FormWords::tr("Fabricant"), values.maker);
    line("amount", FormWords::tr("Quantité"), values.amount).hint = FormWords::tr("0,5 mL");
    FormField& site = line("site", FormWords::tr("Site"), values.site);
    site.group = FormWords::tr("Administration");
    site.hint = FormWords::tr("deltoïde gauche");
    FormField& route = form.add(QStringLiteral("route"), FormWords::tr("Voie"), Kind::Choice);
    route.choices = routeChoices();
    route.value = values.route;
    FormField& reported =
        form.add(QStringLiteral("reported"),
                 FormWords::tr("Donné ailleurs, selon la personne ou un carnet"), Kind::Check);
    reported.whole = true;
    reported.value = values.reported ? QStringLiteral("1") : QString();
    if (correct) {
        FormField& mistaken =
            form.add(QStringLiteral("mistaken"), FormWords::tr("Inscrit par erreur"), Kind::Check);
        mistaken.whole = true;
        mistaken.value = values.mistaken ? QStringLiteral("1") : QString();
    }
    FormField& note = form.add(QStringLiteral("note"), FormWords::tr("Note"), Kind::Area);
    note.whole = true;
}

void checkVaccine(Form& form, const QDate& today) {
    if (form.checkDay(u"given", true))
        checkNotLater(form, u"given", today);
    form.checkDay(u"expires", true);
    const QString given = form.value(u"given"), expires = form.value(u"expires");
    const qsizetype common = std::min(given.size(), expires.size());
    if (common > 0 && expires.first(common) < given.first(common))
        form.warn(u"expires", FormWords::tr("Le produit était périmé à cette date."));
    if (!form.isOn(u"reported") && form.value(u"lot").isEmpty() &&
        !form.value(u"vaccine").isEmpty())
        form.warn(u"lot", FormWords::tr("Le numéro de lot manque."));
}

} // namespace

FormSpec vaccine(const FormContext& context, bool correct) {
    record::ImmunizationValues before;
    if (correct) {
        before = record::immunizationValues(context.stored);
    } else {
        before.given = context.now.date().toString(Qt::ISODate);
        before.route = QStringLiteral("78421000"); // in the muscle, as nearly all are
    }
    FormSpec spec;
    spec.title = correct ? FormWords::tr("Corriger") : FormWords::tr("Nouveau vaccin");
    spec.subject = before.vaccine;
    spec.sign = correct ? FormWords::tr("Signer la correction") : FormWords::tr("Signer l’ajout");
    addVaccine(spec.form, before, correct);
    spec.check = [today = context.now.date()](Form& form) { checkVaccine(form, today); };
    spec.summary = [](const Form& form) {
        QStringList parts{form.value(u"vaccine"), form.value(u"given")};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    };
    if (!correct) {
        spec.compose = [](const Form& form, const record::Writing& writing) {
            return QList<QByteArray>{record::composeImmunization(vaccineOf(form), writing)};
        };
        return spec;
    }
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [stored = context.stored, reference = context.reference](
                       const Form& form, const record::Writing& writing) {
        return QList<QByteArray>{record::correctImmunization(
            stored, reference, vaccineOf(form.asOpened()), vaccineOf(form), writing)};
    };
    return spec;
}

FormSpec seenResult(const FormContext& context) {
    FormSpec spec;
    spec.title = FormWords::tr("Résultat vu");
    spec.sign = FormWords::tr("Signer « vu »");
    spec.anew = true;
    const FoundResult found = findResult(context.chart.results, context.reference);
    bool critical = false;
    if (found.point != nullptr) {
        QStringList parts{QString(found.row->name + u' ' + found.point->full),
                          found.point->markWords, found.point->day};
        parts.removeAll(QString());
        spec.subject = parts.join(QStringLiteral(", "));
        critical =
            found.point->mark == Mark::CriticalHigh || found.point->mark == Mark::CriticalLow;
    }
    FormField& next =
        spec.form.add(QStringLiteral("next"), FormWords::tr("Suite à donner"), Kind::Choice);
    next.whole = true;
    for (const char* words : {QT_TRANSLATE_NOOP("FormWords", "Joindre la personne"),
                              QT_TRANSLATE_NOOP("FormWords", "Répéter l’analyse"),
                              QT_TRANSLATE_NOOP("FormWords", "Confier à un collègue")})
        next.choices << FormChoice{QString::fromUtf8(words), FormWords::tr(words)};
    next.choices.prepend({{}, FormWords::tr("Lu, aucune suite")});
    FormField& note = spec.form.add(QStringLiteral("note"), FormWords::tr("Note"), Kind::Area);
    note.whole = true;
    spec.check = [critical](Form& form) {
        if (critical && form.value(u"next").isEmpty() && form.value(u"note").isEmpty())
            form.warn(u"next", FormWords::tr("Ce résultat est critique et n’aurait aucune suite."));
        form.say(u"next", FormWords::tr("Le résultat lui-même n’est pas modifié."));
    };
    spec.summary = [subject = spec.subject](const Form&) { return subject; };
    spec.compose = [words = spec.subject, reference = context.reference](
                       const Form& form, const record::Writing& writing) {
        record::SeenValues values;
        values.result = reference;
        values.words = words;
        values.followUp = form.value(u"next");
        values.note = form.value(u"note");
        return QList<QByteArray>{record::composeSeen(values, writing)};
    };
    return spec;
}

FormSpec levelOfCare(const FormContext& context) {
    FormSpec spec;
    spec.title = FormWords::tr("Niveau de soins");
    const LevelOfCareView& level = context.chart.levelOfCare;
    spec.subject = level.present ? FormWords::tr("en vigueur : %1").arg(level.letter) : QString();
    spec.sign = FormWords::tr("Signer le niveau");
    FormField& letter =
        spec.form.add(QStringLiteral("letter"), FormWords::tr("Niveau"), Kind::Choice);
    letter.whole = letter.required = true;
    letter.choices = {{{}, FormWords::tr("Choisir")}};
    for (const QChar each : QStringLiteral("ABCD"))
        letter.choices << FormChoice{
            QString(each), FormWords::tr("%1 : %2").arg(QString(each), record::levelMeaning(each))};
    FormField& cpr = spec.form.add(QStringLiteral("cpr"),
                                   FormWords::tr("Réanimation cardiorespiratoire"), Kind::Choice);
    cpr.whole = true;
    cpr.choices = {{{}, FormWords::tr("non discutée")},
                   {QStringLiteral("yes"), FormWords::tr("tenter")},
                   {QStringLiteral("no"), FormWords::tr("ne pas tenter")}};
    FormField& with = spec.form.add(QStringLiteral("with"), FormWords::tr("Discuté avec"));
    with.hint = FormWords::tr("la patiente et sa fille");
    with.required = true;
    FormField& day = spec.form.add(QStringLiteral("day"), FormWords::tr("Date de la discussion"));
    day.required = true;
    day.hint = dayHint();
    day.value = context.now.date().toString(Qt::ISODate);
    FormField& note = spec.form.add(QStringLiteral("note"), FormWords::tr("Note"), Kind::Area);
    note.whole = true;
    spec.check = [today = context.now.date()](Form& form) {
        if (form.checkDay(u"day", false))
            checkNotLater(form, u"day", today);
        const QString chosen = form.value(u"letter"), attempt = form.value(u"cpr");
        if (attempt == u"yes" && (chosen == u"C" || chosen == u"D"))
            form.warn(u"cpr", FormWords::tr("Tenter la réanimation s’accorde rarement avec le "
                                            "niveau %1.")
                                  .arg(chosen));
        if (attempt.isEmpty() && !chosen.isEmpty())
            form.warn(u"cpr", FormWords::tr("La réanimation ne serait pas précisée."));
    };
    spec.summary = [](const Form& form) {
        const QString chosen = form.value(u"letter");
        return chosen.isEmpty() ? QString() : FormWords::tr("Niveau %1").arg(chosen);
    };
    spec.compose = [](const Form& form, const record::Writing& writing) {
        record::LevelValues values;
        values.letter = form.value(u"letter");
        values.resuscitation = form.value(u"cpr");
        values.with = form.value(u"with");
        values.discussed = form.value(u"day");
        values.note = form.value(u"note");
        return QList<QByteArray>{record::composeLevel(values, writing)};
    };
    return spec;
}

} // namespace chevet::viewmodels::forms
