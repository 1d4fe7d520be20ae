#pragma once
// What the results page makes of viewmodel values: grid, trend, facts. Pure functions.

#include "ui/viewmodels/chart_data.h"
#include "ui/widgets/result_grid.h"
#include "ui/widgets/trend_chart.h"

namespace chevet::pages {

inline const QString codesKey = QStringLiteral("codes"); // the row of factRows() that opens them
inline const QString seenKey = QStringLiteral("seen");
inline const QString strikeKey = QStringLiteral("strike");

// Columns of the grid: dates that hold a single analyte are folded while there are others, except
// the date of an analyte's latest value.
[[nodiscard]] QList<viewmodels::GridDay> gridDays(const viewmodels::ResultsView& view, bool all);
[[nodiscard]] widgets::GridData gridOf(const viewmodels::ResultsView& view,
                                       const QList<viewmodels::GridDay>& days, bool abnormalOnly,
                                       const QString& filter);
// Points of the latest unit within the last `months` (0: all) before the latest value.
[[nodiscard]] widgets::TrendData trendOf(const viewmodels::AnalyteView& row, int months);
// Index in row.points of the n-th drawn point, and of the point in a grid column (-1: none).
// How many points are drawn in the months before the newest.
[[nodiscard]] int drawnSince(const viewmodels::AnalyteView& row, int months);
[[nodiscard]] int drawnPoint(const viewmodels::AnalyteView& row, int drawn);
[[nodiscard]] int pointOn(const viewmodels::AnalyteView& row, qint64 dayKey);
[[nodiscard]] widgets::Row valueRow(const viewmodels::AnalyteView& row,
                                    const viewmodels::ResultPoint& point);
// What may be done with the result, as rows to open (seenKey, strikeKey).
enum class FactActs { None, Seen, Strike };
[[nodiscard]] QList<widgets::Row> factRows(const viewmodels::AnalyteView& row, int point,
                                           FactActs acts = FactActs::None);

} // namespace chevet::pages
