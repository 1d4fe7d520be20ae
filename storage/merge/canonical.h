#pragma once
// One text per JSON value, for telling equal values apart from changed ones and for writing.
// Objects are written without blanks, strings with the shortest escapes; numbers are copied as they
// are.

#include "record/json_view.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace chevet::merge {

// Whether the value is JSON to the letter where the reader is lenient: numbers, escapes, control
// characters, and no object with a member twice.
[[nodiscard]] bool wellFormed(record::Node value);

// A string's text between the quotes, of which two spellings of the same string have the same.
[[nodiscard]] QByteArray canonicalString(std::string_view raw);

using Members = std::vector<std::pair<QByteArray, record::Node>>; // canonical key, value
[[nodiscard]] Members sortedMembers(record::Node object);

// Members in the order of `guide`, the value that stood in the same place, then by name. Without a
// guide: equal texts if and only if equal values (MERGE.md §2). Only of what is wellFormed().
[[nodiscard]] QByteArray canonical(record::Node value, record::Node guide = {});

} // namespace chevet::merge
