#pragma once
// Plain values that the view holds and gives. No behaviour.

#include "log/log.h"

#include <QDateTime>
#include <QString>

namespace chevet::vault {

// An entry of the log as it is handed to the view, already verified by log::openEntry or made here.
struct Incoming {
    log::EntryRef ref;
    log::EntryDraft content;
};

// A patient's line in lists.
struct PatientLine {
    base::Uuid key;
    qint64 owner = 0; // the view's own number; not stable across vaults
    QString id{};     // of the Patient resource, as the log has it; the key's if there is none
    QString family{}, given{};
    QString nam{}; // without blanks, or empty
    bool namValid = false;
    QString birth{}; // as received: YYYY, YYYY-MM or YYYY-MM-DD
    QString sex{};
    QString phone{};
    QString contact{};      // date of the last contact as received, or empty
    QString contactWords{}; // of the visit it was, may be empty
    bool namesake = false;
    bool restricted = false;
    enum class Match { Listed, Exact, Prefix, Phonetic, Close } match = Match::Listed;
};

struct PatientLines {
    qint64 total = 0;
    bool totalExact = true; // false: an estimate, the whole answer was not walked
    QList<PatientLine> lines;
};

// One version of a resource.
struct StoredResource {
    enum Flag : quint32 {
        Deleted = 1,    // a tombstone: hidden, body is the reason or empty
        Concurrent = 2, // one of several last versions that contradict each other
        Decided = 4,    // a clinician's decision between versions
        Beside = 8,     // one of several last versions, whether they contradict each other or not
    };
    QByteArray type, id;
    int version = 1; // from 1, the oldest
    bool current = true;
    base::Uuid stream;
    quint64 seq = 0;
    int op = 0; // index in the entry
    log::OpKind kind = log::OpKind::Put;
    quint32 flags = 0;
    QString date; // the date a clinician would file it under, as received; may be empty
    std::vector<log::Hash> parents;
    std::vector<log::BlobRef> blobs;
    QByteArray json; // decompressed; attachments are still pointers (blobs)
};

// What a new version of a resource must know of those before it.
struct CurrentVersion {
    log::Hash digest;  // log::opDigest: the parent to name
    log::Hash content; // BLAKE2b-256 of the JSON: equal means nothing to do (with equal blobs)
    std::vector<log::BlobRef> blobs;
    int version = 1;
    bool deleted = false;
    bool contested = false;         // other last versions say something else
    QString lastUpdated;            // meta.lastUpdated as its source wrote it; may be empty
    std::vector<log::Hash> twins{}; // of the other last versions that say the same

    // What the next version names: this one and its twins, sorted.
    [[nodiscard]] std::vector<log::Hash> parentsOfNext() const;
};

// A version and what others call it.
struct NamedVersion {
    log::Hash digest;
    StoredResource row;

    // One of those that no other version replaces.
    [[nodiscard]] bool isLeaf() const {
        return row.current || (row.flags & StoredResource::Beside) != 0;
    }
};
struct Contested {
    std::optional<base::Uuid> patient; // none: shared
    QByteArray type, id;
};

struct AppointmentLine {
    base::Uuid patient;
    QString start; // as received, with its zone
    int minutes = 0;
    QString words, with, status;
};

// Two files that look like one person.
struct LookalikePair {
    PatientLine first, second;
    const char* reason = ""; // "same-name-and-birth-date", "same-birth-date-and-close-name"
};

struct ViewCounts {
    qint64 patients = 0, resources = 0, versions = 0, entries = 0, blobs = 0;
    QList<QPair<QString, qint64>> perType; // sorted by type; Chevet's own types left out
};

// What opening, verifying or reading found. `code` is stable English.
struct ViewAlarm {
    const char* code = "";
    QString where, detail; // no clinical content
    bool healed = false;
};

} // namespace chevet::vault
