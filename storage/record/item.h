#pragma once
// What every fact of a chart has, and the three kinds of section (I12).

#include "record/coded.h"
#include "record/dates.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace chevet::record {

// A fact. `reference` is the key by which session answers history, provenance and the resource
// itself.
struct Item {
    QString reference;    // "Observation/abc", with the vault's id
    PartialDate date;     // the one that matters clinically: onset, collection, start, service …
    PartialDate recorded; // when it was written down or issued, if said
    Concept code;
    QString status;      // FHIR code as received; of two statuses the clinical one
    QString statusWords; // the same in French, else as received
    bool enteredInError = false;
    QStringList authors; // who asserted, recorded, performed: names as shown
    QStringList notes;
    QStringList remarks; // content that fits nowhere else or has an unusual shape, in words
    QString encounter;   // "Encounter/…" in this chart, or ""
    QString category;    // FHIR code of the first category, or ""

    [[nodiscard]] QString type() const { return reference.section(QLatin1Char('/'), 0, 0); }
};

enum class SectionState : quint8 {
    Present,   // there are items
    NoneKnown, // somebody stated that there is nothing
    Unknown,   // nobody said anything, or somebody said that they do not know
};

// Why a section is empty. Meaningful also beside items (somebody stated "none" although there are
// some: `contradicted` is then true).
struct SectionFacts {
    SectionState state = SectionState::Unknown;
    QString
        reason; // code: "nilknown", "no-known-allergies", "unavailable", "notasked" …; "" if none
    QString words;    // French for it, else as received
    QString statedBy; // name, or ""
    PartialDate statedAt;
    QString reference; // the resource that says so, or ""
    bool contradicted = false;
};

template <class T>
struct Section {
    SectionFacts facts;
    QList<T> items;
    [[nodiscard]] SectionState state() const { return facts.state; }
};

// Where an attachment's bytes are.
struct AttachmentRef {
    QString title;
    QString contentType; // as received, without parameters, lower case; "" if not said
    QString charset;     // of the content type, lower case; "" if not said
    QString language;    // as received
    qint64 size = -1;    // bytes; -1 unknown
    QString blobId;      // for session.blob(); "" when the bytes are not in the vault
    QString url;         // as received: never fetched
    PartialDate creation;
    QString pointer; // RFC 6901, of the base64 element
};

} // namespace chevet::record
