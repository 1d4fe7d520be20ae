#pragma once
// What was written: notes and consultations, reports, letters, files.

#include "record/item.h"

namespace chevet::record {

struct NoteSection {
    QString title; // as received, or our label for its code
    QString code;  // LOINC, or ""
    QString kind;  // "subjective", "objective", "assessment", "plan", "assessment-plan", "" others
    QString html;  // safe subset (record/narrative.h)
    QString text;  // the same as plain text
    QString emptyReason; // FHIR code, or ""
    QString emptyWords;
    QStringList entries; // references in this chart
    QList<NoteSection> sections;
};

struct Note : Item { // code: type of note
    QString title;
    QString text;                // plain; empty when it is still in `blob`
    QString html;                // safe subset; empty when text is plain
    AttachmentRef blob;          // blobId not empty: read session.blob() and decodeNoteText()
    QList<NoteSection> sections; // of a Composition, or found by their headings in the text
    int planSection = -1;        // index of « Évaluation et plan »; -1: none found
    QString language;
    bool superseded = false;
    QStringList replaces;  // references
    QStringList appendsTo; // an addendum's: the notes it adds to
    QString custodian;
};

struct Document : Item { // code: type
    QString title;
    QString description;
    QList<AttachmentRef> attachments;
    QString html, text; // narrative, when there is nothing else to show
    bool superseded = false;
    bool imaging = false;
    QString custodian;
    QString confidentiality; // in words, or ""
};

// Imaging: studies and radiology reports.
struct ImagingReport : Item {
    QString title;
    QString modality; // "Radiographie", "Échographie" …
    QString bodySite;
    QString conclusion, html;
    QStringList studies; // references of ImagingStudy
    QList<AttachmentRef> attachments;
    int series = 0, instances = 0;
    QString laboratory;
};

// Splits a plain note at its headings (French and English: SUBJECTIF, Objectif :, # Assessment and
// Plan …). Without any heading: one section, the whole.
[[nodiscard]] QList<NoteSection> splitNote(const QString& text);
// Index of the section to open a note at, or -1.
[[nodiscard]] int findPlan(const QList<NoteSection>& sections);
// Bytes of a text attachment to text: charset as stated, else UTF-8, else Latin-1; bounded to 4 MB.
[[nodiscard]] QString decodeNoteText(const QByteArray& bytes, const QString& charset);

} // namespace chevet::record
