#pragma once
// From the clinical values of record to what pages show. Pure: no disk, no clock but `today`, any
// thread. Nothing is dropped: what has no place of its own lands in ChartData::others.

#include "record/chart.h"
#include "ui/viewmodels/chart_data.h"

namespace chevet::viewmodels {

struct BuildOptions {
    bool english = false;
    QDate today; // invalid: the machine's day
};

[[nodiscard]] inline record::Language languageOf(bool english) {
    return english ? record::Language::English : record::Language::French;
}

// `chart` must have been built while the same language was spoken (record::Speaking).
[[nodiscard]] ChartData buildChartData(const record::Chart& chart,
                                       const BuildOptions& options = {});

} // namespace chevet::viewmodels
