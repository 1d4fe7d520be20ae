#pragma once
// A fictional patient's chart as pages show it, for tests and pictures: the person of the design's
// screens, with every state a panel can be in. No record is read.

#include "ui/viewmodels/chart_data.h"

namespace chevet::tests {

[[nodiscard]] viewmodels::ChartData sampleChart();
[[nodiscard]] viewmodels::ChartData emptyChart(); // nothing documented at all

} // namespace chevet::tests
