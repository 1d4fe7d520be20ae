#pragma once
// What the importer hands over: records as they came, with their owner, and what was refused. Plain
// values; nothing here has been written anywhere.

#include "import/reason.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace chevet::import {

// An identifier of a patient, normalised for comparison (import/identity.h has the rules).
struct Identifier {
    enum class Kind : quint8 {
        Nam,      // Québec health insurance number, whatever system the source wrote
        Niu,      // RAMQ's unique number: kept in the JSON, never shown, printed or exported
        Province, // another province's or a federal health number
        Other,
    };
    Kind kind = Kind::Other;
    QString system; // unified for Nam; else as written, without trailing slash; may be empty
    QString value;  // Nam: 12 characters, upper case, no blanks; else as written, trimmed

    // True if two patients carrying it may be taken for one person: a value with a system, not an
    // assigning-authority-less local number.
    [[nodiscard]] bool identifies() const { return !system.isEmpty() && !value.isEmpty(); }
    [[nodiscard]] QString key() const; // "system|value", for an index
    bool operator==(const Identifier&) const = default;
};

struct ProposedPatient {
    // Which patient of this import the resources belong to: the same in every proposal of one
    // import, different for different people. Means nothing in another import.
    QByteArray sourceKey;
    // False: no Patient resource was seen, only a reference by identifier. Match it; if nothing
    // matches, treat its resources as Unattached rather than making a patient of it.
    bool seen = true;
    QByteArray id; // Patient.id as written, may be empty; never a key to match by
    QList<Identifier> identifiers;
    QString family;    // official name first, as written; may be empty
    QString given;     // all given names, blank between
    QString birthDate; // as written: YYYY, YYYY-MM, YYYY-MM-DD or anything else
    QString gender;    // as written
    // 32 bytes. Equal when the same Patient came again unchanged: the way to recognise, on a second
    // import of the same file, a patient without any identifier. Never equal for name alone.
    QByteArray contentKey;
};

// Base64 content cut out of a resource. ProposedResource::json has an empty string where it stood.
struct Attachment {
    qsizetype offset = 0;   // in json: where the text goes back, between the two quotes
    QByteArray pointer;     // RFC 6901, of the base64 element: "/content/0/attachment/data"
    QByteArray contentType; // of the element beside it, as written; may be empty
    QByteArray bytes;       // decoded
    QByteArray layout;      // how the source wrote the base64 (attachment.h); keep with the blob
};

// Only where following the text itself does not lead to the target: neither "Type/id" nor a
// fullUrl.
struct ResolvedReference {
    QByteArray
        text; // as written: "Practitioner?identifier=sys|val", "http://…/Patient/1/_history/2"
    QByteArray target; // "Type/id"; what it names need not have come
};

enum class OwnerKind : quint8 {
    Patient,        // patientKey says whose
    Infrastructure, // nobody's: practitioner, organization, definition …
    Unattached,     // somebody's, but the import does not say whose, or not clearly
};

struct ProposedResource {
    QByteArray type;
    QByteArray id;      // as written; may be empty, longer than 64 or with odd characters
    QByteArray fullUrl; // of the entry; may be empty. References may name it.
    QByteArray versionId, lastUpdated; // meta, as written; may be empty
    QByteArray json; // minified; every token is the source's own text (numbers, escapes, order)
    OwnerKind owner = OwnerKind::Infrastructure;
    QByteArray
        patientKey;     // ProposedPatient::sourceKey of this or an earlier proposal; Patient only
    QByteArray subject; // Unattached: the patient reference as written
    QString place;      // "entry 12", "line 3", "" for a single resource
    QList<ResolvedReference> references;
    // Of people and places shared by all patients: "system|value" as written. A conditional
    // reference (Practitioner?identifier=system|value) may name them by it.
    QList<QByteArray> identifiers;
    QList<Attachment> attachments;
};

struct Finding {
    QString file;  // path; of an archive member "archive.zip/member.json"
    QString where; // "line 12", "entry 3 (Observation/x)", "" for the whole file
    Reason reason = Reason::Malformed;
    QString detail; // technical, English, no clinical content: "byte 1042", "key \"status\""
};

// One file, or a piece of a large one, in the file's order.
struct Proposal {
    qsizetype source = 0; // index in Plan::sources
    bool last = true;     // nothing more comes from this source
    qint64 bytes = 0;     // of the source on disk accounted for by this piece (sums to its size)
    QString file;         // as in Finding::file
    QByteArray bundle;    // the Bundle without its entries, minified; empty if there was none
    QList<QByteArray> innerBundles;  // the same of Bundles within it, or on lines
    QList<ProposedPatient> patients; // delivered before or with the resources that name them
    QList<ProposedResource> resources;
    QList<Finding> refused; // stayed out
    QList<Finding> remarks; // kept, but a person may want to know
};

// Return false to stop; the reading call then returns ErrorCode::Cancelled.
using Sink = std::function<bool(Proposal&&)>;

} // namespace chevet::import
