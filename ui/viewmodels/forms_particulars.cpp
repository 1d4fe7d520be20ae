#include "record/dates.h"
#include "record/labels.h"
#include "record/nam.h"
#include "record/patient_writer.h"
#include "ui/viewmodels/forms.h"

#include <QRegularExpression>

namespace chevet::viewmodels::forms {

namespace {

using Kind = FormField::Kind;
using Values = record::PatientValues;

struct Line {
    const char* key;
    const char* label;
    QString Values::*value;
    bool whole;
    const char* group;
};

constexpr const char* identityKeys[] = {"family", "given", "birth", "sex", "nam"};

QList<Line> lines() {
    return {{"mobile", QT_TRANSLATE_NOOP("FormWords", "Cellulaire"), &Values::mobile, false,
             QT_TRANSLATE_NOOP("FormWords", "Joindre")},
            {"home", QT_TRANSLATE_NOOP("FormWords", "Domicile"), &Values::home, false, ""},
            {"work", QT_TRANSLATE_NOOP("FormWords", "Travail"), &Values::work, false, ""},
            {"email", QT_TRANSLATE_NOOP("FormWords", "Courriel"), &Values::email, false, ""},
            {"line", QT_TRANSLATE_NOOP("FormWords", "Rue et numéro"), &Values::line, true,
             QT_TRANSLATE_NOOP("FormWords", "Adresse")},
            {"city", QT_TRANSLATE_NOOP("FormWords", "Ville"), &Values::city, false, ""},
            {"province", QT_TRANSLATE_NOOP("FormWords", "Province"), &Values::province, false, ""},
            {"postalCode", QT_TRANSLATE_NOOP("FormWords", "Code postal"), &Values::postalCode,
             false, ""},
            {"country", QT_TRANSLATE_NOOP("FormWords", "Pays"), &Values::country, false, ""}};
}

QList<Line> identityLines() {
    return {{"family", QT_TRANSLATE_NOOP("FormWords", "Nom"), &Values::family, false,
             QT_TRANSLATE_NOOP("FormWords", "Identité")},
            {"given", QT_TRANSLATE_NOOP("FormWords", "Prénoms"), &Values::given, false, ""},
            {"birth", QT_TRANSLATE_NOOP("FormWords", "Naissance"), &Values::birth, false, ""},
            {"nam", QT_TRANSLATE_NOOP("FormWords", "NAM"), &Values::nam, false, ""}};
}

void addLines(Form& form, const QList<Line>& list, const Values& values) {
    for (const Line& line : list) {
        FormField& field = form.add(QString::fromLatin1(line.key), FormWords::tr(line.label));
        field.value = values.*line.value;
        field.whole = line.whole;
        if (*line.group != '\0')
            field.group = FormWords::tr(line.group);
    }
}

// A code no form offers stays the choice it is.
void keepOther(FormField& field) {
    const bool known =
        std::any_of(field.choices.cbegin(), field.choices.cend(),
                    [&](const FormChoice& choice) { return choice.value == field.value; });
    if (!known)
        field.choices << FormChoice{field.value, field.value};
}

void addLanguage(Form& form, const QString& code) {
    FormField& field =
        form.add(QStringLiteral("language"), FormWords::tr("Langue parlée"), Kind::Choice);
    field.group = FormWords::tr("Langue");
    field.whole = true;
    field.choices = {{{}, FormWords::tr("non documentée")},
                     {QStringLiteral("fr-CA"), FormWords::tr("français")},
                     {QStringLiteral("en-CA"), FormWords::tr("anglais")}};
    field.value = code;
    keepOther(field);
}

void addSex(Form& form, const QString& code) {
    FormField& field = form.add(QStringLiteral("sex"), FormWords::tr("Sexe"), Kind::Choice);
    field.choices = {{{}, FormWords::tr("non documenté")}};
    for (const char16_t* const each : {u"female", u"male", u"other", u"unknown"})
        field.choices << FormChoice{QString::fromUtf16(each),
                                    record::enumWords(u"sex", QString::fromUtf16(each))};
    field.value = code;
    keepOther(field);
}

Values valuesOf(const Form& form) {
    Values values;
    for (const Line& line : lines() + identityLines())
        values.*line.value = form.value(QString::fromLatin1(line.key));
    values.language = form.value(u"language");
    values.sex = form.value(u"sex");
    return values;
}

void checkIdentity(Form& form, const QDate& today) {
    for (const char* key : identityKeys) {
        const QString name = QString::fromLatin1(key);
        if (form.wasChanged(name))
            form.warn(name, FormWords::tr("Identité modifiée : vérifiez avec une pièce."));
    }
    if (form.checkDay(u"birth", true))
        checkNotLater(form, u"birth", today);
    const QString nam = form.value(u"nam");
    if (nam.isEmpty() || !(form.wasChanged(u"nam") || form.wasChanged(u"birth") ||
                           form.wasChanged(u"sex") || form.wasChanged(u"family")))
        return;
    const record::NamOwner owner{form.value(u"family"), form.value(u"given"),
                                 QDate::fromString(form.value(u"birth"), Qt::ISODate),
                                 form.value(u"sex")};
    for (const QString& words : record::namWarnings(record::checkNam(nam, owner, today)))
        form.warn(u"nam", words);
}

void checkReach(Form& form) {
    for (const char* key : {"mobile", "home", "work"}) {
        const QString name = QString::fromLatin1(key), text = form.value(name);
        const auto digits =
            std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
        if (form.wasChanged(name) && !text.isEmpty() && digits != 10 && digits != 11)
            form.warn(name, FormWords::tr("Dix chiffres étaient attendus."));
    }
    static const QRegularExpression mail(QStringLiteral("^\\S+@\\S+\\.\\S+$"));
    if (const QString text = form.value(u"email");
        form.wasChanged(u"email") && !text.isEmpty() && !mail.match(text).hasMatch())
        form.warn(u"email", FormWords::tr("Cette adresse de courriel semble incomplète."));
    static const QRegularExpression postal(QStringLiteral("^[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d$"));
    const QString country = form.value(u"country");
    if (const QString text = form.value(u"postalCode");
        form.wasChanged(u"postalCode") && !text.isEmpty() &&
        (country.isEmpty() || country.startsWith(QLatin1String("CA"), Qt::CaseInsensitive)) &&
        !postal.match(text).hasMatch())
        form.warn(u"postalCode", FormWords::tr("Un code postal s’écrit comme G1R 1A1."));
}

} // namespace

FormSpec particulars(const FormContext& context) {
    const Values before = record::patientValues(context.stored);
    FormSpec spec;
    spec.title = FormWords::tr("Coordonnées et identité");
    spec.sign = FormWords::tr("Signer la mise à jour");
    addLines(spec.form, lines(), before);
    addLanguage(spec.form, before.language);
    addLines(spec.form, identityLines(), before);
    addSex(spec.form, before.sex);
    spec.form.find(u"birth")->hint = dayHint();
    spec.check = [today = context.now.date()](Form& form) {
        checkReach(form);
        checkIdentity(form, today);
        if (form.value(u"family").isEmpty() && form.value(u"given").isEmpty())
            form.find(u"family")->missing = true;
    };
    spec.summary = [](const Form& form) {
        QStringList changed;
        for (const FormField& field : form.fields)
            if (form.wasChanged(field.key))
                changed << field.label;
        return changed.join(QStringLiteral(", "));
    };
    spec.edits = context.reference;
    spec.stored = context.stored;
    spec.compose = [stored = context.stored,
                    reference = context.reference](const Form& form, const record::Writing&) {
        return QList<QByteArray>{
            record::correctPatient(stored, reference, valuesOf(form.asOpened()), valuesOf(form))};
    };
    return spec;
}

} // namespace chevet::viewmodels::forms
