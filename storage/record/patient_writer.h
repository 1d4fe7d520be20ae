#pragma once
// The person's particulars as a professional corrects them: the stored Patient with only what
// differs changed. Pure; any thread.

#include "record/written.h"

namespace chevet::record {

struct PatientValues {
    QString home, mobile, work, email;
    QString line, city, province, postalCode, country;
    QString language; // BCP 47, or ""
    // Identity: a mistake here gives somebody another person's file.
    QString family, given;
    QString birth; // a partial day
    QString sex;   // FHIR administrative-gender, or ""
    QString nam;   // as written, or ""
    bool operator==(const PatientValues&) const = default;
    [[nodiscard]] bool samePerson(const PatientValues& other) const {
        return family == other.family && given == other.given && birth == other.birth &&
               sex == other.sex && nam == other.nam;
    }
};

// Of the name, the address and the number of each kind that the readers put first.
[[nodiscard]] PatientValues patientValues(const QByteArray& json);
// What was emptied is taken out; older versions keep it.
[[nodiscard]] QByteArray correctPatient(const QByteArray& json, const QString& reference,
                                        const PatientValues& before, const PatientValues& after);

} // namespace chevet::record
