#pragma once
// A Bundle on disk as a chart, without vault or session. For pictures and tests of real files.

#include "ui/viewmodels/chart_data.h"

namespace chevet::tests {

[[nodiscard]] viewmodels::ChartData chartFromFhir(const QString& file, bool english);

} // namespace chevet::tests
