#pragma once
// Whether the words of a prescriber say something that other words do not. Internal to record.

#include <QString>

namespace chevet::record {

// Both are taken apart into doses, frequencies, intervals, durations, limits, routes and what
// remains, each word for itself: « 1 co. die » and « once a day, 1 tablet » say the same thing. In
// doubt the text adds something: what is not understood is never taken for said.
[[nodiscard]] bool addsTo(const QString& text, const QString& said);

} // namespace chevet::record
