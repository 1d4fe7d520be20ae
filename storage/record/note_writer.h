#pragma once
// A consultation note as FHIR R4: a Composition that any other system can read. Pure; any thread.

#include "record/document.h"

#include <QByteArray>
#include <QDateTime>

#include <span>

namespace chevet::record {

// The parts of a note, in the order in which they are written and read. `kind` as in NoteSection,
// and "reason" for the motive of the visit; title and LOINC code of each are fixed.
struct NotePart {
    const char16_t* kind;
    const char16_t* loinc;
    const char* title; // French; English through the label of its code
};
[[nodiscard]] std::span<const NotePart> noteParts();

struct WrittenSection {
    QString kind;  // one of noteParts(), or "" for another
    QString title; // empty: the part's own
    QString text;  // plain; paragraphs and lines are kept
};

struct NewNote {
    QString id;        // of the Composition
    QString patientId; // of the Patient resource
    QString authorId,
        authorName; // of the professional: the clinic's id, never a registration number
    QDateTime at;   // local time with its offset
    QList<WrittenSection> sections; // empty ones are left out
    QString appendsTo;              // "Composition/id" of the note this is an addendum to, or empty
};

[[nodiscard]] bool saysSomething(const NewNote& note);
[[nodiscard]] QByteArray composeNote(const NewNote& note);

// Typed text as sections: headings are found as splitNote() finds them; text before the first one,
// or without any, becomes one section without a kind.
[[nodiscard]] QList<WrittenSection> sectionsOf(const QString& text);

} // namespace chevet::record
