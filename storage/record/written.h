#pragma once
// What everything a professional writes has in common: whose file, who, when; and the small FHIR
// elements such resources are made of. Pure; any thread.
//
// Composers (…_writer.h) make a new resource from what a form holds, or correct one that is there:
// then only the elements whose words changed are touched (json_edit.h). A resource's narrative goes
// with a correction: it repeats in words what is no longer so.

#include "record/json_edit.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace chevet::record {

struct Writing {
    QString id;        // of a new resource
    QString patientId; // of the Patient resource
    QString authorId,
        authorName; // of the professional: the clinic's id, never a registration number
    QDateTime at;   // local time with its offset
};

// A logical reference: the professional is no FHIR resource of the file.
[[nodiscard]] QJsonObject professional(const QString& id, const QString& name);
[[nodiscard]] inline QJsonObject professional(const Writing& writing) {
    return professional(writing.authorId, writing.authorName);
}
[[nodiscard]] QJsonObject patientReference(const QString& id);
[[nodiscard]] QString instantText(const QDateTime& at); // "2026-11-26T09:05:00-05:00"
[[nodiscard]] QString dayText(const QDateTime& at);

// Typed text as JSON and XML may hold it: no control characters but line ends and tabs, no blanks
// around.
[[nodiscard]] QString typedText(const QString& text);
[[nodiscard]] QJsonObject inWords(const QString& text); // CodeableConcept
[[nodiscard]] QJsonObject coded(const QString& system, const QString& code,
                                const QString& text = {});
[[nodiscard]] QJsonObject annotation(const QString& text, const Writing& writing);

// type, id, and where it is not empty the words of `note`.
[[nodiscard]] QJsonObject newResource(const QString& type, const Writing& writing,
                                      const QString& note = {});
[[nodiscard]] QByteArray bytesOf(const QJsonObject& resource);

// Ready to be corrected: with the vault's id `reference` names ("Type/id"), without its narrative.
[[nodiscard]] JsonEdit correctionOf(const QByteArray& json, const QString& reference);

// "2025", "2025-10" or "2025-10-09" of a day that exists.
[[nodiscard]] bool isPartialDay(const QString& text);

// "5 mg", "0,5 mL", "2 comprimés": number with a point, and unit; false when it is no such thing.
struct Amount {
    QString number, unit;
};
[[nodiscard]] bool readAmount(const QString& text, Amount* amount);
// Quantity; the number as typed, in the text of `set`.
[[nodiscard]] QByteArray quantityJson(const Amount& amount);

} // namespace chevet::record
