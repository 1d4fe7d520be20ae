#pragma once
// Codes and their words. The source's own text is always kept; a French label is laid over it where
// resources/labels has one.

#include "record/quantities.h"

#include <QList>
#include <QString>

namespace chevet::record {

struct Coding {
    QString system, code, display; // as received; any may be empty
    bool operator==(const Coding&) const = default;
};

struct Concept {
    QList<Coding> codings;
    QString text;     // CodeableConcept.text as received
    QString french;   // our label for one of the codings; empty if there is none
    QString english;  // ours too, only where the source gave nothing but a code
    QString original; // the source's best words: text, else a display, else the code, else ""
    QString originalLanguage; // "fr", "en", …: stated by the resource or evident; "" when not known

    // What to show. French: our label, else the source's words. English: the source's words, ours
    // in place of a bare code.
    [[nodiscard]] const QString& label(Language language = spoken()) const {
        const QString& ours = language == Language::French ? french : english;
        return ours.isEmpty() ? original : ours;
    }
    // The language to mark beside the label ("en"), or "" when it needs no mark.
    [[nodiscard]] QString foreignLanguage(Language language = spoken()) const;
    [[nodiscard]] bool isEmpty() const { return codings.isEmpty() && original.isEmpty(); }
    // The coding `show` prints: the one our label is for, else the first with a system, else the
    // first.
    [[nodiscard]] Coding primary() const;
    [[nodiscard]] bool has(QStringView system, QStringView code) const;
    bool operator==(const Concept&) const = default;

    int primaryIndex = 0;
};

// « LOINC », « SNOMED CT »; of a system nobody names so, the last word of its address.
[[nodiscard]] QString systemName(QStringView system);
// A code without words, for reading: « code 12345-6 (LOINC) ».
[[nodiscard]] QString codeInWords(const Coding& coding);

} // namespace chevet::record
