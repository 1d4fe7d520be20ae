#pragma once
// A form as plain values: fields in reading order, what was typed, and what is to be said about it.
// Knows no widget and no disk; the pages paint it (ui/pages/chart/form_panel.h), FormModel signs
// it.
//
// An error stops the signature and says why. A warning is for what is unlikely: it never stops, the
// person confirms it once (DESIGN.md §9.12).

#include "record/written.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

namespace chevet::viewmodels {

struct FormChoice {
    QString value, words;
};

struct FormField {
    enum class Kind { Line, Choice, Check, Area };

    QString key, label;
    Kind kind = Kind::Line;
    bool whole = false; // takes the whole width; else two stand side by side
    bool required = false;
    QString hint{};              // what it looks like: « AAAA-MM-JJ »
    QString unit{};              // after what is typed
    QString group{};             // a heading above it
    QList<FormChoice> choices{}; // of a Choice
    QString value{};             // Check: "1" or ""
    QString original{};          // as the form opened

    // Of the last check.
    bool shown = true;
    bool missing = false; // required and empty: said once someone tried to sign
    QString error{}, warning{}, aside{};
};

class Form {
public:
    QList<FormField> fields;

    // Fluent, for the places where forms are described.
    FormField& add(const QString& key, const QString& label,
                   FormField::Kind kind = FormField::Kind::Line);

    [[nodiscard]] const FormField* find(QStringView key) const;
    [[nodiscard]] FormField* find(QStringView key);
    // Without blanks around; "" of a field that is not there or not shown.
    [[nodiscard]] QString value(QStringView key) const;
    [[nodiscard]] bool isOn(QStringView key) const { return value(key) == u"1"; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool wasChanged(QStringView key) const;
    [[nodiscard]] Form asOpened() const; // every value as the form opened

    // For checks.
    void clearWords();
    void fail(QStringView key, const QString& words);
    void warn(QStringView key, const QString& words);
    void say(QStringView key, const QString& words); // beside the field, neutral
    void show(QStringView key, bool shown);
    // A day that may be known to the year or month only; "" passes. False: an error was set.
    bool checkDay(QStringView key, bool partial);

    [[nodiscard]] QList<const FormField*> faulty() const;
    [[nodiscard]] QStringList warnings() const;
};

// What a form is about and what becomes of it. `check` and `compose` are pure; compose runs on a
// worker thread.
struct FormSpec {
    QString title, subject; // « Modifier », « Warfarine 5 mg »
    QString sign;           // the verb of the button
    Form form{};
    std::function<void(Form&)> check{};
    // What the signature covers, in one line.
    std::function<QString(const Form&)> summary{};
    QString edits{};     // "Type/id" of what is corrected; "" for something new
    QByteArray stored{}; // that, as it was when the form opened
    QString focus{};     // the field one begins with; "": the first that is needed
    bool anew = false;   // may be signed although nothing was typed
    std::function<QList<QByteArray>(const Form&, const record::Writing&)> compose{};
    std::function<QString(const Form&)> reason{}; // for the log, may be empty
    // What the new facts make untrue: corrected after them.
    struct Also {
        QString reference;
        std::function<bool(const Form&)> applies;
        std::function<QByteArray(const QByteArray& stored, const QString& reference)> correct;
    };
    QList<Also> also{};
};

// FormWords::tr(): one context of the translations for all forms.
struct FormWords {
    Q_DECLARE_TR_FUNCTIONS(FormWords)
};

} // namespace chevet::viewmodels
