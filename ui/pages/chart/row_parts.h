#pragma once
// The rows that more than one section shows, made of viewmodel values.

#include "ui/viewmodels/chart_model.h"
#include "ui/widgets/run.h"

namespace chevet::pages {

[[nodiscard]] widgets::Flag flagOf(viewmodels::Mark mark);
[[nodiscard]] QString signGlyph(viewmodels::Sign sign);
[[nodiscard]] widgets::Tone signTone(viewmodels::Sign sign);

// « non documenté »: never written like an empty value.
[[nodiscard]] QString undated();
// A title with the language of the source's words beside it, when that is not the page's.
[[nodiscard]] QList<widgets::Run> titleRuns(const QString& title, const QString& foreign,
                                            double size, widgets::Weight weight,
                                            widgets::Tone tone);
// The two lines under « Prescrit · signé ».
[[nodiscard]] widgets::Cell signedCell(const QString& who, const viewmodels::ChartModel& model,
                                       const QString& reference);
[[nodiscard]] widgets::Row headerRow(const QStringList& titles, double height,
                                     widgets::Tone ground = widgets::Tone::Surface);
[[nodiscard]] widgets::Row groupRow(const QString& title, const QString& count, double height = 30);
// One line of fact where rows would start (I12), or above the rows that contradict it.
[[nodiscard]] widgets::Row lackRow(const viewmodels::Lacking& lack, double height = 46);

[[nodiscard]] widgets::Row medicationRow(const viewmodels::MedicationView& item,
                                         const viewmodels::ChartModel& model, double height,
                                         double nameSize);
[[nodiscard]] widgets::Row resultRow(const viewmodels::AnalyteView& row, double height, int key);
[[nodiscard]] std::shared_ptr<const widgets::SparkData> sparkOf(const viewmodels::AnalyteView& row,
                                                                const QDateTime& since = {});

// Icon, name, fact at the right: the small panels of the summary.
[[nodiscard]] widgets::Row factRow(const QString& icon, widgets::Tone iconTone,
                                   const QList<widgets::Run>& name, const QString& fact,
                                   widgets::Tone factTone, const QVariant& key);

} // namespace chevet::pages
