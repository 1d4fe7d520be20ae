#pragma once
// The person: names, identifiers, ways to reach them.

#include "record/coded.h"
#include "record/dates.h"
#include "record/nam.h"

#include <QList>
#include <QString>

namespace chevet::record {

struct PersonName {
    QString family, given;               // given: all of them, blank between; either may be empty
    QString text;                        // as received, when that is all there is
    QString use;                         // official, usual, maiden, old …
    [[nodiscard]] QString shown() const; // "TREMBLAY, Émilie"; text if that is all there is
};

struct ContactPoint {
    QString system; // phone, email, fax, sms, url, other
    QString value;  // as received
    QString use;    // home, work, mobile, old
    QString shown;  // "418 555-0163" for a North American number, else the value
};

struct Address {
    QString text; // in lines, as one would write it on an envelope
    QString use;
    QString city, postalCode, state, country;
};

enum class IdentifierKind : quint8 { Nam, Niu, ProvinceHealth, FileNumber, Other };

struct Identifier {
    IdentifierKind kind = IdentifierKind::Other;
    QString system, value;
    QString label; // "NAM", "Carte santé (ON)", "Dossier", the type's words, or the system
    PartialDate expires;
};

struct Patient {
    QString reference; // "Patient/…"; empty: the chart holds no Patient resource
    PersonName name;   // official first, then usual, then the first
    QList<PersonName> otherNames;
    PartialDate birth;
    QString sex;            // FHIR code: male, female, other, unknown, or ""
    QString sexWords;       // "Féminin", …, "Non documenté"
    QString genderIdentity; // in words, or ""
    bool deceased = false;
    PartialDate deceasedAt;
    QString nam;       // 12 characters, or as written when it has not that form; "" if none
    NamCheck namCheck; // against this patient's name, birth and sex
    // Without the NIU, which may never be shown or exported.
    QList<Identifier> identifiers;
    QStringList masked; // values of the NIU: never shown, wherever a file repeats them
    QList<ContactPoint> telecoms;
    QList<Address> addresses;
    QString phone;         // the one for the banner
    QStringList languages; // in words
    QString maritalStatus;
    bool active = true;
    QStringList remarks;
};

} // namespace chevet::record
