#pragma once
// Medications: orders, statements, dispenses and administrations, whatever resource said so.

#include "record/item.h"

namespace chevet::record {

enum class MedicationActivity : quint8 {
    Active,
    OnHold,
    Planned, // draft, or starts later than today
    Ceased,  // stopped, completed, cancelled, or its period is over
    Unknown, // the source says so, or says nothing
};

struct Medication : Item {
    enum class Source : quint8 { Request, Statement, Dispense, Administration };
    Source source = Source::Request;
    QString name; // "Warfarine"; from our label, else the source's words. Never empty: « médicament
                  // non précisé » when the source names none
    QString dose; // "5 mg": strength of the product, or the dose taken when that alone is given
    QString form; // "comprimé", or ""
    // "1 fois par jour, le soir": the source's own words first where they say more than the
    // structure, then what of the structure they do not say.
    QString posology;
    QString posologyLanguage; // as Concept::foreignLanguage
    bool posologyStructured = false;
    QStringList doseLines; // one per Dosage, in full
    QString route;
    bool asNeeded = false;
    QStringList reasons;
    QString prescriber; // "" if not said
    QString informant;  // who declared it: often the patient, never taken for a prescriber
    PartialDate start, stop;
    QString quantity; // dispensed or to dispense, in words; "" if not said
    QString refills;
    QString intent;          // FHIR code of a request: order, plan, proposal …
    bool prohibited = false; // doNotPerform: must not be given
    bool proposed = false;   // an intent short of an order
    // The order may be dispensed until then; it does not end the treatment.
    PartialDate refillsUntil;
    QStringList orders; // of this chart, which this dispense or administration carries out
    MedicationActivity activity = MedicationActivity::Unknown;
    QString activityWords; // "actif", "cessé", "terminé", "suspendu" …
    QString stopReason;
    bool substitutionForbidden = false;
    QString groupKey; // the same for the same substance and strength

    // "Warfarine 5 mg"
    [[nodiscard]] QString title() const {
        return dose.isEmpty() ? name : name + QChar(0xA0) + dose;
    }
};

struct Medications : Section<Medication> { // newest first
    // Indexes into items, each substance, strength, posology and route once, the most telling
    // resource of each (request before statement, newest first). Active ones hold what is active,
    // on hold, planned or of unknown state: never hide what may be taken.
    QList<int> active;
    QList<int> ceased;
    // Dispenses and administrations stay out of both lists unless nothing else speaks of them, or
    // one that goes on says another posology.
    QList<int> others; // prohibitions and proposals: neither taken nor ceased
};

} // namespace chevet::record
