#pragma once
// Observation values, reference ranges and flags. Internal to record.

#include "record/observation.h"
#include "record/reader.h"

namespace chevet::record {

[[nodiscard]] Value readValue(Node element, const Reader& reader); // an Observation or a component
[[nodiscard]] QList<ReferenceRange> readRanges(Node list, const Reader& reader);
// The range a value is held against: the first of kind normal or of no kind.
[[nodiscard]] const ReferenceRange* normalRange(const QList<ReferenceRange>& ranges);

struct FlagFacts {
    Flag flag = Flag::NotComputed;
    FlagSource source = FlagSource::None;
    QStringList words;
    QString code;
};
// From the laboratory's interpretation when it gave one; else from the range, when value and range
// are numbers in the same unit and the comparator leaves no doubt.
[[nodiscard]] FlagFacts readFlag(Node interpretation, const Value& value,
                                 const QList<ReferenceRange>& ranges, const Reader& reader);

} // namespace chevet::record
