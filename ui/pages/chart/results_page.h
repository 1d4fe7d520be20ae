#pragma once
// ResultsPage: laboratory results and vital signs (screen 04). The grid above, time left to right,
// newest first in focus; the row in focus drives the trend and the facts below. Dates that hold a
// single analyte are folded and counted; mixed units are never drawn together; the trend has a
// table twin.

#include "ui/pages/chart/section_page.h"
#include "ui/widgets/result_grid.h"
#include "ui/widgets/trend_chart.h"

class QCheckBox;
class QHBoxLayout;
class QStackedWidget;

namespace chevet::widgets {
class Button;
class PanelHeader;
class RowList;
class SearchField;
class Segmented;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class ResultsPage : public SectionPage {
    Q_OBJECT
public:
    ResultsPage(viewmodels::ChartModel& model, bool vitals, QWidget* parent = nullptr);

    void refresh() override;
    void refreshSigns() override {}
    void setCompact(bool compact) override;
    void setNarrow(bool narrow) override;
    void focusFilter() override;
    bool reveal(const QString& reference) override; // an analyte's key or a result's reference
    [[nodiscard]] QList<QWidget*> panels() const override;
    void startNew() override; // vital signs; of results only « vu » is written
    void setWriting(bool writing) override;

private:
    [[nodiscard]] const viewmodels::ResultsView& view() const;
    QWidget* makeBar();
    QWidget* makeBottom();
    QWidget* makeTrendHead();
    void fillGrid();
    void showRow(const QString& key);
    void showTrend(const viewmodels::AnalyteView& row);
    void editCodes();
    void addWriting(QHBoxLayout* bar);
    void markSeen();
    void strike();
    void showTable(const viewmodels::AnalyteView& row);
    void showFacts(const viewmodels::AnalyteView& row, int point);
    void updateDates(int shown, int total);
    [[nodiscard]] const viewmodels::AnalyteView* current() const;
    [[nodiscard]] QList<widgets::TrendEvent> events() const;

    bool m_vitals;
    widgets::Segmented* m_filter;
    widgets::SearchField* m_search;
    widgets::Button* m_dates;
    widgets::ResultGrid* m_grid;
    widgets::RowList* m_empty;
    QWidget* m_legend;
    QStackedWidget* m_top;
    QWidget* m_bottom;
    widgets::PanelHeader* m_trendHead;
    QCheckBox* m_withMedications;
    QCheckBox* m_withBand;
    widgets::Segmented* m_period;
    widgets::Segmented* m_form;
    QStackedWidget* m_stack;
    widgets::TrendChart* m_trend;
    widgets::RowList* m_table;
    widgets::RowList* m_facts;
    QList<viewmodels::GridDay> m_shownDays;
    QString m_key;
    QString m_point; // the result whose facts are shown
    widgets::Button* m_write = nullptr;
    bool m_narrow = false;
    bool m_writing = false;
    bool m_allDates = false;
    bool m_periodChosen = false; // by hand: kept from row to row
};

} // namespace chevet::pages
