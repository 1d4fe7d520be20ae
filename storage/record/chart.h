#pragma once
// Chart: a patient's file in clinical words. buildChart() is pure: the same resources give the same
// chart, it touches no disk and no clock but `today`, may run on any thread, and refuses nothing:
// what it does not understand lands in `others`.

#include "record/allergy.h"
#include "record/analyte_map.h"
#include "record/care.h"
#include "record/document.h"
#include "record/medication.h"
#include "record/observation.h"
#include "record/patient.h"

#include <QHash>

#include <functional>
#include <span>

namespace chevet::record {

// Base64 content the importer cut out of the JSON (an empty string stands in its place).
struct StoredAttachment {
    QByteArrayView pointer; // RFC 6901, of the base64 element
    QByteArrayView blobId;
    qint64 size = -1;
};

// One current resource as the vault keeps it. Views must live until buildChart() returns.
struct StoredResource {
    QByteArrayView type; // "Observation"
    QByteArrayView id;   // the vault's id: Item::reference is type/id
    QByteArrayView
        json; // UTF-8; may be empty for Claim and ExplanationOfBenefit, which are only counted
    QByteArrayView fullUrl; // of the Bundle entry, if kept: references may name it
    std::span<const StoredAttachment> attachments;
};

// JSON of a resource outside the file (Practitioner, PractitionerRole, Organization, Location,
// Device, Medication …) for a reference exactly as written; empty when it is not there. Called at
// most once per distinct reference. May be null.
using ResolveOutside = std::function<QByteArray(const QString& reference)>;

struct ChartOptions {
    QDate today;           // for what is over, due or planned; invalid: the machine's day
    AnalyteMap analytes{}; // of the clinic
    QStringList masked{};  // a NIU known from elsewhere: as Patient::masked of the whole chart
};

struct Chart {
    Patient patient;
    Allergies allergies;
    Medications medications;
    Problems problems;
    Results results;
    Vitals vitals;
    Section<Observation>
        social; // smoking, alcohol, surveys, social history: every other Observation
    Section<Immunization> immunizations; // newest first
    Section<Immunization> recommendations;
    Section<Encounter> encounters;
    Section<Note> notes;
    Section<Document> documents;
    Section<Procedure> procedures;
    Section<ImagingReport> imaging;
    Section<Appointment> appointments;
    Section<Order> orders;
    Section<CarePerson> careTeam; // practitioner of reference first, pharmacy, contacts
    Section<Goal> goals;
    Section<CarePlan> carePlans;
    Section<LevelOfCare> levelOfCare; // newest first: the first is in force
    Section<FamilyHistory> familyHistory;
    Section<DeviceUse> devices;
    Section<Other> others;
    QHash<QString, QList<Seen>> seen; // by "Observation/id"; also with each result
    QList<Item> absences; // resources that only state that there is nothing, or that nobody knows
    // Several Patient resources in one file: the others of them, in words, are in `others`.

    QList<QPair<QString, int>> administrative; // types only counted: Claim, ExplanationOfBenefit …
    int resources = 0;                         // given
    int enteredInError = 0;                    // among the items above
    QStringList unresolved; // references that lead nowhere (distinct, at most 1 000)
};

[[nodiscard]] Chart buildChart(std::span<const StoredResource> resources,
                               const ResolveOutside& outside = {},
                               const ChartOptions& options = {});
// A chart of one resource alone, as a form reads what it corrects.
[[nodiscard]] Chart chartOfOne(const QByteArray& json);

} // namespace chevet::record
