#pragma once
// Problems, procedures, immunizations, encounters, appointments, orders, people, goals.

#include "record/item.h"

namespace chevet::record {

struct Problem : Item { // date: onset
    bool active = true; // clinical status active, recurrence, relapse or absent
    bool resolved = false;
    QString verification, verificationWords;
    PartialDate abatement;
    QString onsetText, abatementText; // age, range or words, when it is not a date
    QString severity, stage;
    QStringList bodySites;
    QStringList evidence;
    bool encounterDiagnosis = false;
    // Only suspected, or ruled out: said beside its name wherever that stands.
    [[nodiscard]] bool isUnsure() const {
        return verification == u"differential" || verification == u"provisional" ||
               verification == u"unconfirmed" || verification == u"refuted";
    }
};

struct Problems : Section<Problem> { // active first, newest first
    int activeCount = 0;
    int resolvedCount = 0;
};

struct Procedure : Item {
    PartialDate end;
    QStringList reasons, bodySites, complications, followUps;
    QString outcome, notDoneReason;
    QString location;
};

struct Immunization : Item {    // code: vaccine
    QString doseNumber, series; // "2", "Zona"
    QString lot, manufacturer, site, route, doseQuantity;
    PartialDate expiration;
    QString when;      // words, where it is no date: « au printemps 2019 »
    bool given = true; // status completed
    QString notGivenReason;
    bool reportedByPatient = false; // primarySource false
    QStringList reactions, targets;
    // A recommendation, not a dose: `date` is when it is due.
    bool recommendation = false;
};

struct Encounter : Item {   // code: type
    QString encounterClass; // "ambulatoire", "urgence" …
    bool remote = false;    // by telephone or screen (class VR)
    PartialDate end;
    QStringList reasons, diagnoses;
    QString location, serviceProvider;
    QString title; // class and type in words
};

struct Appointment : Item {
    PartialDate end;
    int minutes = 0;
    QString words; // reason, service or description
    QString with;
};

struct Order
    : Item { // ServiceRequest, DeviceRequest, NutritionOrder, Task …: pending when not done
    QString intent, priority, priorityWords;
    bool pending = false;    // expected; neither a prohibition nor a proposal is
    bool prohibited = false; // doNotPerform
    bool proposed = false;   // an intent short of an order
    PartialDate due;
    QStringList reasons;
    QString performer;
};

struct CarePerson {
    enum class Kind : quint8 { Practitioner, Organization, Pharmacy, Contact, Relative, Other };
    Kind kind = Kind::Other;
    QString name, role, phone;
    PartialDate from, until;
    QString reference;      // resource that says so
    QStringList alsoSaidBy; // references of others that say the same
    bool emergency = false;
    bool active = true;
};

struct Goal : Item {
    PartialDate due;
    QString achievement;
    QStringList targets;
};

struct CarePlan : Item {
    PartialDate end;
    QString title;
    QStringList activities, addresses;
    QString intent;
};

// « Niveau de soins » of Québec (A to D), a resuscitation status or an advance directive.
struct LevelOfCare : Item {
    // Only where a code or an exact form says so; a sentence is shown as it is, without a letter.
    QString letter;        // "A" … "D", or ""
    QString words;         // "Prolonger la vie par tous les soins nécessaires"
    QString resuscitation; // "RCR : tenter", "RCR : ne pas tenter", or ""
    bool inForce = true;   // neither an error nor cancelled, revoked or only proposed
};

struct FamilyHistory : Item { // code: the relationship's words in `relation`; conditions in words
    QString relation;
    QStringList conditions; // "diabète, à 45 ans, décès"
    bool deceased = false;
    QString death; // its age, date or cause in words, if said
};

struct DeviceUse : Item { // code: the device
    PartialDate end;
    QString identifier, bodySite;
    bool active = true;
};

// Whatever is none of the above: shown as what it is, never dropped.
struct Other : Item {        // code: the best name found
    QString text;            // best text found
    QString html;            // safe narrative, or ""
    bool unreadable = false; // the JSON itself could not be read
};

} // namespace chevet::record
