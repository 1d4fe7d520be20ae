#pragma once
// What changed between two versions, for a person: short texts at paths, as in « 5 mg → 1 mg ».
// Complete (every changed value is named) but for showing only: merging follows MERGE.md §2.

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace chevet::merge {

struct Difference {
    QString path{};   // "dosage[0].doseAndRate[0].doseQuantity", "telecom[phone|514 555-0199].use"
    QString before{}; // empty: was not there
    QString after{};  // empty: is no longer there

    bool operator==(const Difference&) const = default;
};

inline constexpr qsizetype mostDifferences = 1000;

// In the order of `before`'s members, then of `after`'s new ones. Texts are decoded strings,
// numbers as written, and a quantity in one piece ("< 5 mg"). Items are matched as MERGE.md §2.1
// says; of those without a name, the equal ones, then one left over on each side; an index is that
// of the version the item is in. Dates and numbers of versions are left out. What cannot be read,
// or differs in more than mostDifferences places, is one difference at path "" without texts, the
// latter after the first mostDifferences.
[[nodiscard]] QList<Difference> differences(QByteArrayView before, QByteArrayView after);

} // namespace chevet::merge
