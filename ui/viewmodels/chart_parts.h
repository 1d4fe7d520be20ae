#pragma once
// The builders behind buildChartData(), one subject a file. Used by chart_build.cpp and tests.

#include "ui/viewmodels/chart_words.h"

namespace chevet::viewmodels::parts {

using words::Context;

void buildIdentity(IdentityView& view, const record::Patient& patient, const Context& context);
void buildAllergies(ChartData& view, const record::Chart& chart, const Context& context);
void buildMedications(ChartData& view, const record::Chart& chart, const Context& context);
void buildProblems(ChartData& view, const record::Chart& chart, const Context& context);
void buildImmunizations(ChartData& view, const record::Chart& chart, const Context& context);
void buildConsultations(ChartData& view, const record::Chart& chart, const Context& context);
void buildDocuments(ChartData& view, const record::Chart& chart, const Context& context);
void buildImaging(ChartData& view, const record::Chart& chart, const Context& context);
void buildCare(ChartData& view, const record::Chart& chart,
               const Context& context); // orders, team, level
void buildOthers(ChartData& view, const record::Chart& chart, const Context& context);
void buildTimeline(ChartData& view, const record::Chart& chart, const Context& context);

[[nodiscard]] ResultsView buildResults(const record::Section<record::Observation>& section,
                                       const QList<record::AnalyteRow>& rows,
                                       const Context& context);

} // namespace chevet::viewmodels::parts
