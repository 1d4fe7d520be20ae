#pragma once
// Facts: what lists and indexes need to know of a resource, taken from its JSON. Pure and without
// failure: what is not there or has an odd shape is simply not known (the chart shows it anyway).

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace chevet::vault {

struct PersonFacts {
    QString family, given; // of the official name, else the usual, else the first
    QString nam;           // normalised; empty if none
    bool namValid = false;
    QString birth, sex, phone;
    QStringList nameTokens; // of every name, distinct, sorted (record::indexTokens)
    QStringList numbers; // "m…" NAM, "d…" birth digits, "t…" phone, "i…" file numbers; sorted
};

struct VisitFacts { // of an Appointment
    bool known = false;
    QString start;      // as received
    qint64 startMs = 0; // UTC milliseconds since 1970
    int minutes = 0;
    QString words, with, status;
};

struct ResourceFacts {
    QString date;            // as received, the one it is filed under; empty: none
    QStringList identifiers; // "system|value", at most 16, without the NIU
    PersonFacts person;      // of a Patient
    VisitFacts visit;        // of an Appointment
};

// How a Patient is found by Vault::withIdentifier(): one token per identifier (a NAM whatever its
// system), and one for its JSON as stored, by which somebody without any identifier is recognised.
[[nodiscard]] QString namToken(const QString& nam);
[[nodiscard]] QString identifierToken(const QString& system, const QString& value);
[[nodiscard]] QString contentToken(QByteArrayView hash); // BLAKE2b-256 of the JSON

[[nodiscard]] ResourceFacts factsOf(QByteArrayView type, QByteArrayView json);

// "Consultation, Dre M. Lachance": the words of an Encounter, as received; may be empty.
[[nodiscard]] QString encounterWords(QByteArrayView json);

// Days since 1970 of the beginning of a FHIR date; 0 if it is none.
[[nodiscard]] qint64 dayNumber(QStringView date);

} // namespace chevet::vault
