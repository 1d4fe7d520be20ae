#include "record/quantities.h"
#include "record/vitals_writer.h"
#include "ui/viewmodels/forms.h"

#include <QTime>

namespace chevet::viewmodels::forms {

namespace {

struct Sign {
    const char16_t* key; // record::VitalSign
    const char16_t* row; // of the chart (resources/labels/analytes.json)
    const char* words;
    const char* unit;
};

constexpr Sign signs[] = {
    {u"systolic", u"bp", QT_TRANSLATE_NOOP("FormWords", "Tension systolique"), "mmHg"},
    {u"diastolic", u"bp", QT_TRANSLATE_NOOP("FormWords", "Tension diastolique"), "mmHg"},
    {u"pulse", u"heart-rate", QT_TRANSLATE_NOOP("FormWords", "Pouls"), "/min"},
    {u"breathing", u"respiratory-rate", QT_TRANSLATE_NOOP("FormWords", "Respiration"), "/min"},
    {u"temperature", u"temperature", QT_TRANSLATE_NOOP("FormWords", "Température"), "°C"},
    {u"saturation", u"spo2", QT_TRANSLATE_NOOP("FormWords", "Saturation (SpO₂)"), "%"},
    {u"weight", u"weight", QT_TRANSLATE_NOOP("FormWords", "Poids"), "kg"},
    {u"height", u"height", QT_TRANSLATE_NOOP("FormWords", "Taille"), "cm"},
    {u"head", u"head", QT_TRANSLATE_NOOP("FormWords", "Périmètre crânien"), "cm"},
    {u"pain", u"pain", QT_TRANSLATE_NOOP("FormWords", "Douleur"), "/10"},
};

// The last value of each sign in the form's own unit, to be held against what is typed.
struct Last {
    QString key, number, day; // number with a point
    QDateTime at;
};

QList<Last> lastOf(const ResultsView& vitals) {
    QList<Last> last;
    for (const Sign& sign : signs)
        for (const AnalyteView& row : vitals.rows) {
            if (row.key != sign.row || row.points.isEmpty())
                continue;
            const ResultPoint& point = row.latest();
            const auto number = sign.key == QStringView(u"diastolic") ? point.second : point.number;
            const record::VitalSign* known = record::vitalSign(sign.key);
            if (point.struck || !number ||
                record::comparableUnit(QString::fromUtf16(known->unit)) != point.unitKey)
                continue;
            last << Last{QString::fromUtf16(sign.key), QString::number(*number, 'g', 12), point.day,
                         point.at};
        }
    return last;
}

const Last* lastNamed(const QList<Last>& last, QStringView key) {
    for (const Last& each : last)
        if (each.key == key)
            return &each;
    return nullptr;
}

void holdAgainstLast(Form& form, const Sign& sign, const QString& number, const Last& last,
                     const QDateTime& now) {
    const QString before = record::displayNumber(last.number);
    if (number.isEmpty()) {
        form.say(sign.key, FormWords::tr("dernier : %1, %2").arg(before, last.day));
        return;
    }
    form.say(sign.key, FormWords::tr("%1 depuis le %2 (%3)")
                           .arg(record::difference(number, last.number), last.day, before));
    // A twentieth of the weight in a month, or a fifth at any time, is worth a second look.
    constexpr double monthly = 0.05, ever = 0.2;
    const double change =
        std::abs(number.toDouble() - last.number.toDouble()) / last.number.toDouble();
    const bool recent = last.at.isValid() && last.at.daysTo(now) <= 31;
    if (sign.key == QStringView(u"weight") && change >= (recent ? monthly : ever))
        form.warn(sign.key, FormWords::tr("Écart de %1 kg depuis le %2 : à confirmer.")
                                .arg(record::difference(number, last.number), last.day));
    if (sign.key == QStringView(u"height") && change >= ever)
        form.warn(sign.key, FormWords::tr("Écart de %1 cm depuis le %2 : à confirmer.")
                                .arg(record::difference(number, last.number), last.day));
}

void checkSign(Form& form, const Sign& sign, const QList<Last>& last, const QDateTime& now) {
    const QString typed = form.value(sign.key);
    const QString number = record::typedNumber(typed);
    if (!typed.isEmpty() && number.isEmpty()) {
        form.fail(sign.key, FormWords::tr("Écrire un nombre, comme 37,2."));
        return;
    }
    if (const Last* before = lastNamed(last, sign.key))
        holdAgainstLast(form, sign, number, *before, now);
    const record::VitalSign* known = record::vitalSign(sign.key);
    const double value = number.toDouble();
    if (!number.isEmpty() && (value < known->low || value > known->high))
        form.warn(sign.key, FormWords::tr("Valeur peu plausible : attendue entre %1 et %2 %3.")
                                .arg(record::displayNumber(QString::number(known->low)),
                                     record::displayNumber(QString::number(known->high)),
                                     QString::fromUtf8(sign.unit)));
}

void checkPressure(Form& form) {
    const QString systolic = record::typedNumber(form.value(u"systolic"));
    const QString diastolic = record::typedNumber(form.value(u"diastolic"));
    if (systolic.isEmpty() != diastolic.isEmpty())
        form.fail(systolic.isEmpty() ? u"systolic" : u"diastolic",
                  FormWords::tr("Une tension a deux valeurs."));
    else if (!systolic.isEmpty() && diastolic.toDouble() >= systolic.toDouble())
        form.warn(u"diastolic",
                  FormWords::tr("La diastolique n’est pas au-dessous de la systolique."));
}

// Body mass index, from what is typed and the last height: read here, never written.
void sayIndex(Form& form, const QList<Last>& last) {
    const QString weight = record::typedNumber(form.value(u"weight"));
    QString height = record::typedNumber(form.value(u"height"));
    if (const Last* before = lastNamed(last, u"height"); height.isEmpty() && before != nullptr)
        height = before->number;
    const double metres = height.toDouble() / 100;
    if (weight.isEmpty() || metres < 0.25)
        return;
    const QString index =
        record::displayNumber(QString::number(weight.toDouble() / (metres * metres), 'f', 1));
    const QString said = form.find(u"weight")->aside;
    form.say(u"weight", said.isEmpty() ? FormWords::tr("IMC %1").arg(index)
                                       : FormWords::tr("%1, IMC %2").arg(said, index));
}

// « 14:05 », « 14 h 05 », « 14h05 ».
QTime timeOf(const Form& form) {
    QString time = form.value(u"time");
    time.remove(u' ').replace(u'h', u':');
    return QTime::fromString(time, QStringLiteral("H:mm"));
}

// In the clinic's own time, with the offset of that day.
QString momentOf(const Form& form) {
    const QDate day = QDate::fromString(form.value(u"day"), Qt::ISODate);
    const QTime time = timeOf(form);
    return day.isValid() && time.isValid() ? record::instantText(QDateTime(day, time)) : QString();
}

void checkMoment(Form& form, const QDateTime& now) {
    if (!form.value(u"time").isEmpty() && !timeOf(form).isValid())
        form.fail(u"time", FormWords::tr("Écrire une heure comme 14:05."));
    if (form.checkDay(u"day", false)) {
        const QDateTime at = QDateTime::fromString(momentOf(form), Qt::ISODate);
        if (at.isValid() && at > now.addSecs(15LL * 60))
            form.warn(u"day", FormWords::tr("Cette mesure serait prise dans l’avenir."));
    }
}

QList<record::Measure> measuresOf(const Form& form, const QString& id) {
    QList<record::Measure> measures;
    for (const Sign& sign : signs)
        if (const QString number = record::typedNumber(form.value(sign.key)); !number.isEmpty())
            measures += {QString::fromUtf16(sign.key), number,
                         QString(id + u'-' + QString::fromUtf16(sign.key))};
    return measures;
}

} // namespace

FormSpec vitals(const FormContext& context) {
    FormSpec spec;
    spec.title = FormWords::tr("Nouveaux signes vitaux");
    spec.sign = FormWords::tr("Signer les mesures");
    for (const Sign& sign : signs) {
        FormField& field = spec.form.add(QString::fromUtf16(sign.key), FormWords::tr(sign.words));
        field.unit = QString::fromUtf8(sign.unit);
    }
    FormField& day = spec.form.add(QStringLiteral("day"), FormWords::tr("Date de la mesure"));
    day.group = FormWords::tr("Circonstances");
    day.required = true;
    day.hint = dayHint();
    day.value = context.now.date().toString(Qt::ISODate);
    FormField& time = spec.form.add(QStringLiteral("time"), FormWords::tr("Heure"));
    time.required = true;
    time.value = context.now.time().toString(QStringLiteral("HH:mm"));
    FormField& note = spec.form.add(QStringLiteral("note"), FormWords::tr("Précisions"));
    note.whole = true;
    note.hint = FormWords::tr("bras gauche, assise");
    spec.check = [last = lastOf(context.chart.vitals), now = context.now](Form& form) {
        for (const Sign& sign : signs)
            checkSign(form, sign, last, now);
        checkPressure(form);
        sayIndex(form, last);
        checkMoment(form, now);
        if (measuresOf(form, {}).isEmpty())
            form.find(u"systolic")->missing = true;
    };
    spec.summary = [](const Form& form) {
        const auto count = measuresOf(form, {}).size();
        return count == 0
                   ? QString()
                   : plural(FormWords::tr("%n valeur(s)", nullptr, static_cast<int>(count)), count);
    };
    spec.compose = [](const Form& form, const record::Writing& writing) {
        record::VitalsValues values;
        values.measures = measuresOf(form, writing.id);
        values.at = momentOf(form);
        values.note = form.value(u"note");
        return record::composeVitals(values, writing);
    };
    return spec;
}

FormSpec strikeVital(const FormContext& context) {
    FormSpec spec;
    spec.title = FormWords::tr("Retirer une mesure");
    if (const FoundResult found = findResult(context.chart.vitals, context.reference);
        found.point != nullptr)
        spec.subject = QString(found.row->name + u' ' + found.point->full);
    spec.sign = FormWords::tr("Signer le retrait");
    FormField& why = spec.form.add(QStringLiteral("why"), FormWords::tr("Raison du retrait"));
    why.whole = why.required = true;
    why.hint = FormWords::tr("erreur de saisie, autre personne");
    spec.check = [](Form& form) {
        form.say(u"why", FormWords::tr("La mesure reste à l’historique, marquée comme erreur."));
    };
    spec.summary = [subject = spec.subject](const Form&) {
        return FormWords::tr("%1, inscrit par erreur").arg(subject);
    };
    spec.reason = [](const Form& form) { return form.value(u"why"); };
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [stored = context.stored, reference = context.reference](
                       const Form& form, const record::Writing& writing) {
        return QList<QByteArray>{record::strikeOut(stored, reference, form.value(u"why"), writing)};
    };
    return spec;
}

} // namespace chevet::viewmodels::forms
