#include "ui/viewmodels/form.h"

namespace chevet::viewmodels {

FormField& Form::add(const QString& key, const QString& label, FormField::Kind kind) {
    FormField field;
    field.key = key;
    field.label = label;
    field.kind = kind;
    fields.append(field);
    return fields.last();
}

const FormField* Form::find(QStringView key) const {
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [&](const FormField& field) { return field.key == key; });
    return found == fields.cend() ? nullptr : &*found;
}

FormField* Form::find(QStringView key) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FormField& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

QString Form::value(QStringView key) const {
    const FormField* field = find(key);
    return field != nullptr && field->shown ? field->value.trimmed() : QString();
}

bool Form::isDirty() const {
    return std::any_of(fields.cbegin(), fields.cend(), [](const FormField& field) {
        return field.shown && field.value.trimmed() != field.original.trimmed();
    });
}

bool Form::wasChanged(QStringView key) const {
    const FormField* field = find(key);
    return field != nullptr && field->value.trimmed() != field->original.trimmed();
}

Form Form::asOpened() const {
    Form opened = *this;
    for (FormField& field : opened.fields)
        field.value = field.original;
    return opened;
}

void Form::clearWords() {
    for (FormField& field : fields) {
        field.error.clear();
        field.warning.clear();
        field.aside.clear();
        field.missing = false;
    }
}

void Form::fail(QStringView key, const QString& words) {
    if (FormField* field = find(key); field != nullptr && field->error.isEmpty())
        field->error = words;
}

void Form::warn(QStringView key, const QString& words) {
    if (FormField* field = find(key); field != nullptr)
        field->warning += (field->warning.isEmpty() ? QString() : QStringLiteral(" ")) + words;
}

void Form::say(QStringView key, const QString& words) {
    if (FormField* field = find(key); field != nullptr)
        field->aside = words;
}

void Form::show(QStringView key, bool shown) {
    if (FormField* field = find(key); field != nullptr)
        field->shown = shown;
}

bool Form::checkDay(QStringView key, bool partial) {
    const QString text = value(key);
    if (text.isEmpty())
        return true;
    if (record::isPartialDay(text) && (partial || text.size() == 10))
        return true;
    fail(key, partial ? FormWords::tr("Écrire une date comme 2025, 2025-10 ou 2025-10-09.")
                      : FormWords::tr("Écrire une date comme 2025-10-09."));
    return false;
}

QList<const FormField*> Form::faulty() const {
    QList<const FormField*> found;
    for (const FormField& field : fields)
        if (field.shown && (!field.error.isEmpty() || field.missing))
            found << &field;
    return found;
}

QStringList Form::warnings() const {
    QStringList found;
    for (const FormField& field : fields)
        if (field.shown && !field.warning.isEmpty())
            found << field.key + u':' + field.warning;
    return found;
}

} // namespace chevet::viewmodels
