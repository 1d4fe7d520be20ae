#pragma once
// Problems as a professional writes them. Pure; any thread.

#include "record/written.h"

namespace chevet::record {

struct ProblemValues {
    QString name;
    QString onset;        // a partial day, or ""
    QString verification; // FHIR code: confirmed, provisional, differential, refuted …
    QString clinical;     // FHIR code: active, recurrence, remission, inactive, resolved
    QString abatement;    // a partial day, or ""; only of what is over
    QString note;         // added to those that are there
    bool operator==(const ProblemValues&) const = default;
};

// Of a stored Condition, in the language spoken; `note` is empty.
[[nodiscard]] ProblemValues problemValues(const QByteArray& json);
[[nodiscard]] QByteArray composeProblem(const ProblemValues& values, const Writing& writing);
[[nodiscard]] QByteArray correctProblem(const QByteArray& json, const QString& reference,
                                        const ProblemValues& before, const ProblemValues& after,
                                        const Writing& writing);

} // namespace chevet::record
