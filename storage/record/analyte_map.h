#pragma once
// The clinic's own corrections to the table of analytes (resources/labels/analytes.json): which
// codes of results stand in one row. Plain value.

#include "record/coded.h"

#include <QHash>

namespace chevet::record {

struct AnalyteMap {
    // By code as analyteCode() writes it: the key of the row it stands in. A code that names itself
    // stands alone, whatever the table says.
    QHash<QString, QString> rowOf;
};

// "system|code" of what a result measures; "text|folded words" when it has no code.
[[nodiscard]] QString analyteCode(const Concept& code);

} // namespace chevet::record
