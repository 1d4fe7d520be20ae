#include "record/labels.h"
#include "record/medication_writer.h"
#include "record/search_text.h"
#include "ui/viewmodels/forms.h"

namespace chevet::viewmodels::forms {

namespace {

using Kind = FormField::Kind;

QString frequencyWords(const QString& key) {
    static const QHash<QString, const char*> words{
        {QStringLiteral("1d"), QT_TRANSLATE_NOOP("FormWords", "1 fois par jour")},
        {QStringLiteral("2d"), QT_TRANSLATE_NOOP("FormWords", "2 fois par jour")},
        {QStringLiteral("3d"), QT_TRANSLATE_NOOP("FormWords", "3 fois par jour")},
        {QStringLiteral("4d"), QT_TRANSLATE_NOOP("FormWords", "4 fois par jour")},
        {QStringLiteral("4h"), QT_TRANSLATE_NOOP("FormWords", "toutes les 4 heures")},
        {QStringLiteral("6h"), QT_TRANSLATE_NOOP("FormWords", "toutes les 6 heures")},
        {QStringLiteral("8h"), QT_TRANSLATE_NOOP("FormWords", "toutes les 8 heures")},
        {QStringLiteral("12h"), QT_TRANSLATE_NOOP("FormWords", "toutes les 12 heures")},
        {QStringLiteral("q2d"), QT_TRANSLATE_NOOP("FormWords", "tous les 2 jours")},
        {QStringLiteral("1wk"), QT_TRANSLATE_NOOP("FormWords", "1 fois par semaine")},
        {QStringLiteral("2wk"), QT_TRANSLATE_NOOP("FormWords", "2 fois par semaine")},
        {QStringLiteral("3wk"), QT_TRANSLATE_NOOP("FormWords", "3 fois par semaine")},
        {QStringLiteral("q2wk"), QT_TRANSLATE_NOOP("FormWords", "toutes les 2 semaines")},
        {QStringLiteral("1mo"), QT_TRANSLATE_NOOP("FormWords", "1 fois par mois")},
        {QStringLiteral("q3mo"), QT_TRANSLATE_NOOP("FormWords", "tous les 3 mois")},
    };
    const auto found = words.constFind(key);
    return found == words.constEnd() ? key : FormWords::tr(*found);
}

QList<FormChoice> frequencyChoices() {
    QList<FormChoice> choices{{{}, FormWords::tr("non précisée")}};
    for (const record::Frequency& frequency : record::frequencies()) {
        const QString key = QString::fromUtf16(frequency.key);
        choices << FormChoice{key, frequencyWords(key)};
    }
    return choices;
}

QList<FormChoice> momentChoices() {
    QList<FormChoice> choices{{{}, FormWords::tr("sans moment précis")}};
    for (const char16_t* const moment : record::moments()) {
        const QString code = QString::fromUtf16(moment);
        choices << FormChoice{code, record::enumWords(u"when", code)};
    }
    return choices;
}

record::MedicationValues valuesOf(const Form& form, bool declared) {
    record::MedicationValues values;
    values.declared = declared || form.value(u"nature") == u"declared";
    values.name = form.value(u"name");
    values.dose = form.value(u"dose");
    values.form = form.value(u"form");
    values.intake = form.value(u"intake");
    values.frequency = form.value(u"frequency");
    values.moment = form.value(u"moment");
    values.asNeeded = form.isOn(u"asNeeded");
    values.words = form.value(u"words");
    values.route = form.value(u"route");
    values.reason = form.value(u"indication");
    values.start = form.value(u"start");
    return values;
}

// A number with its unit, for people: 5 mg and 0,5 mg are compared, 5 mg and 5 mL are not.
std::optional<double> ratioOf(const QString& before, const QString& now) {
    record::Amount was, is;
    if (!record::readAmount(before, &was) || !record::readAmount(now, &is) || was.unit != is.unit)
        return std::nullopt;
    const double from = was.number.toDouble(), to = is.number.toDouble();
    return from > 0 ? std::optional(to / from) : std::nullopt;
}

// Words of four letters or more that two names share, folded: enough to look again.
bool shareAWord(const QString& a, const QString& b) {
    const QStringList words = record::fold(a).split(u' ', Qt::SkipEmptyParts);
    const QString other = u' ' + record::fold(b) + u' ';
    constexpr qsizetype telling = 4;
    return std::any_of(words.cbegin(), words.cend(), [&](QString word) {
        if (word.endsWith(u's'))
            word.chop(1);
        return word.size() >= telling && other.contains(QString(u' ' + word));
    });
}

void checkAgainstChart(Form& form, const QList<AllergyView>& allergies,
                       const QList<MedicationView>& medications, const QString& reference) {
    const QString name = form.value(u"name");
    if (name.isEmpty() || !form.wasChanged(u"name"))
        return;
    for (const AllergyView& allergy : allergies)
        if (!allergy.quiet && !allergy.refuted && shareAWord(name, allergy.title))
            form.warn(u"name", FormWords::tr("Allergie au dossier : %1, %2.")
                                   .arg(allergy.title, allergy.reaction));
    for (const MedicationView& other : medications)
        if (other.active && other.reference != reference &&
            record::fold(other.name) == record::fold(name))
            form.warn(u"name", FormWords::tr("Déjà parmi les médicaments actifs : %1, %2.")
                                   .arg(other.title, other.posology));
}

void checkDose(Form& form, const QString& before) {
    const QString dose = form.value(u"dose");
    if (record::Amount amount;
        !dose.isEmpty() && (!record::readAmount(dose, &amount) || amount.unit.isEmpty()))
        form.warn(u"dose", FormWords::tr("Un nombre et son unité étaient attendus, comme 5 mg."));
    if (before.isEmpty() || !form.wasChanged(u"dose"))
        return;
    const auto ratio = ratioOf(before, dose);
    if (!ratio)
        return;
    const int percent = qRound((*ratio - 1) * 100);
    form.say(u"dose", FormWords::tr("%1 → %2, %3 %")
                          .arg(before, dose,
                               percent < 0 ? QString(QChar(0x2212) + QString::number(-percent))
                                           : QString(u'+' + QString::number(percent))));
    constexpr double most = 2, least = 0.5; // a slipped decimal is ten; twice is worth a look
    if (*ratio > most || *ratio < least)
        form.warn(u"dose", FormWords::tr("La dose passe de %1 à %2.").arg(before, dose));
}

void addPosology(Form& form, const record::MedicationValues& values) {
    FormField& intake = form.add(QStringLiteral("intake"), FormWords::tr("Quantité par prise"));
    intake.group = FormWords::tr("Posologie");
    intake.hint = FormWords::tr("1 comprimé");
    intake.value = values.intake;
    FormField& frequency =
        form.add(QStringLiteral("frequency"), FormWords::tr("Fréquence"), Kind::Choice);
    frequency.choices = frequencyChoices();
    frequency.value = values.frequency;
    FormField& moment = form.add(QStringLiteral("moment"), FormWords::tr("Moment"), Kind::Choice);
    moment.choices = momentChoices();
    moment.value = values.moment;
    FormField& route = form.add(QStringLiteral("route"), FormWords::tr("Voie"), Kind::Choice);
    route.choices = routeChoices();
    route.value = values.route;
    if (!values.routeWords.isEmpty())
        route.choices.first().words = values.routeWords;
    FormField& needed =
        form.add(QStringLiteral("asNeeded"), FormWords::tr("Au besoin"), Kind::Check);
    needed.whole = true;
    needed.value = values.asNeeded ? QStringLiteral("1") : QString();
    FormField& words = form.add(QStringLiteral("words"), FormWords::tr("Précisions"));
    words.whole = true;
    words.hint = FormWords::tr("max. 3 g par jour");
    words.value = values.words;
}

QString posologyOf(const Form& form) {
    QStringList parts{form.value(u"intake")};
    if (const QString key = form.value(u"frequency"); !key.isEmpty())
        parts << frequencyWords(key);
    if (const QString code = form.value(u"moment"); !code.isEmpty())
        parts << record::enumWords(u"when", code);
    if (form.isOn(u"asNeeded"))
        parts << FormWords::tr("au besoin");
    parts << form.value(u"words");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QList<FormChoice> routeChoices() {
    QList<FormChoice> choices{{{}, FormWords::tr("non précisée")}};
    for (const char16_t* const route : record::routes()) {
        const QString code = QString::fromUtf16(route);
        const record::Label* label = record::findLabel(u"http://snomed.info/sct", code);
        if (label == nullptr)
            continue;
        const bool english = record::spoken() == record::Language::English;
        choices << FormChoice{code, english && !label->english.isEmpty() ? label->english
                                                                         : label->french};
    }
    return choices;
}

FormSpec medication(const FormContext& context, bool change) {
    record::MedicationValues before;
    const MedicationView* shown = nullptr;
    if (change) {
        before = record::medicationValues(context.stored);
        for (const MedicationView& item : context.chart.medications)
            shown = item.reference == context.reference ? &item : shown;
        if (shown != nullptr) { // a product described elsewhere has its name there
            before.name = shown->name;
            before.dose = shown->dose;
        }
    } else {
        before.start = context.now.date().toString(Qt::ISODate);
    }
    FormSpec spec;
    spec.title = change ? FormWords::tr("Modifier") : FormWords::tr("Nouveau médicament");
    spec.subject = shown != nullptr ? shown->title : QString();
    spec.sign = change ? FormWords::tr("Signer le changement") : FormWords::tr("Signer l’ajout");
    Form& form = spec.form;
    if (!change) {
        FormField& nature =
            form.add(QStringLiteral("nature"), FormWords::tr("Nature"), Kind::Choice);
        nature.whole = true;
        nature.choices = {{QStringLiteral("order"), FormWords::tr("Ordonnance")},
                          {QStringLiteral("declared"), FormWords::tr("Déclaré par la personne")}};
        nature.value = QStringLiteral("order");
    }
    FormField& name = form.add(QStringLiteral("name"), FormWords::tr("Médicament"));
    name.whole = name.required = true;
    name.value = before.name;
    FormField& dose = form.add(QStringLiteral("dose"), FormWords::tr("Dose"));
    dose.hint = FormWords::tr("5 mg");
    dose.value = before.dose;
    FormField& shape = form.add(QStringLiteral("form"), FormWords::tr("Forme"));
    shape.hint = FormWords::tr("comprimé");
    shape.value = before.form;
    addPosology(form, before);
    FormField& indication =
        form.add(QStringLiteral("indication"), FormWords::tr("Raison du traitement"));
    indication.group = FormWords::tr("Contexte");
    indication.whole = true;
    indication.value = before.reason;
    FormField& start = form.add(QStringLiteral("start"), FormWords::tr("Début"));
    start.hint = partialDayHint();
    start.value = before.start;
    if (change) {
        FormField& why = form.add(QStringLiteral("why"), FormWords::tr("Motif du changement"));
        why.whole = true;
        why.hint = FormWords::tr("inscrit au journal avec la signature");
    }
    spec.check = [allergies = context.chart.allergies, medications = context.chart.medications,
                  reference = context.reference, dose = before.dose](Form& filled) {
        filled.checkDay(u"start", true);
        checkDose(filled, dose);
        checkAgainstChart(filled, allergies, medications, reference);
        if (!filled.value(u"name").isEmpty() && posologyOf(filled).isEmpty())
            filled.warn(u"frequency", FormWords::tr("Aucune posologie n’est écrite."));
    };
    spec.summary = [](const Form& filled) {
        QStringList parts{filled.value(u"name"), filled.value(u"dose"), posologyOf(filled)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    };
    spec.reason = [](const Form& filled) { return filled.value(u"why"); };
    if (!change) {
        spec.compose = [](const Form& filled, const record::Writing& writing) {
            return QList<QByteArray>{record::composeMedication(valuesOf(filled, false), writing)};
        };
        return spec;
    }
    spec.focus = QStringLiteral("dose");
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [declared = before.declared, stored = context.stored,
                    reference = context.reference](const Form& filled,
                                                   const record::Writing& writing) {
        return QList<QByteArray>{record::correctMedication(stored, reference,
                                                           valuesOf(filled.asOpened(), declared),
                                                           valuesOf(filled, declared), writing)};
    };
    return spec;
}

FormSpec stopMedication(const FormContext& context) {
    FormSpec spec;
    spec.title = FormWords::tr("Cesser");
    for (const MedicationView& item : context.chart.medications)
        if (item.reference == context.reference)
            spec.subject = item.title;
    spec.sign = FormWords::tr("Signer l’arrêt");
    FormField& why = spec.form.add(QStringLiteral("why"), FormWords::tr("Raison de l’arrêt"));
    why.whole = why.required = true;
    FormField& day = spec.form.add(QStringLiteral("day"), FormWords::tr("Date de l’arrêt"));
    day.required = true;
    day.hint = dayHint();
    day.value = context.now.date().toString(Qt::ISODate);
    spec.check = [today = context.now.date()](Form& form) {
        if (form.checkDay(u"day", false) &&
            QDate::fromString(form.value(u"day"), Qt::ISODate) > today)
            form.warn(u"day", FormWords::tr("Cette date est à venir : le médicament est inscrit "
                                            "cessé dès la signature."));
    };
    spec.summary = [title = spec.subject](const Form& form) {
        return FormWords::tr("%1 cessé le %2").arg(title, form.value(u"day"));
    };
    spec.reason = [](const Form& form) { return form.value(u"why"); };
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [stored = context.stored,
                    reference = context.reference](const Form& form, const record::Writing&) {
        return QList<QByteArray>{
            record::stopMedication(stored, reference, form.value(u"day"), form.value(u"why"))};
    };
    return spec;
}

} // namespace chevet::viewmodels::forms
