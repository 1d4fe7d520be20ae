#pragma once
// Observation values, reference ranges and flags. Internal to record.

#include "record/observation.h"
#include "record/reader.h"

namespace chevet::record {

[[nodiscard]] Value readValue(Node element, const Reader& reader); // an Observation or a component
// `value`: what is held against them; `at`: when it was measured, for the patient's age then.
[[nodiscard]] QList<ReferenceRange> readRanges(Node list, const Reader& reader, const Value& value,
                                               const PartialDate& at);

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
