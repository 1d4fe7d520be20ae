#pragma once
// TimelinePage (screen 15): lanes on one axis, the list of events beneath as the chart's table
// twin. Filters are the kinds; the list follows the window and the selection. Undated items come
// last, counted.

#include "ui/pages/chart/section_page.h"

class QCheckBox;
class QScrollArea;

namespace chevet::widgets {
class Ground;
class RowList;
class Segmented;
class Text;
class TimelineChart;
} // namespace chevet::widgets

namespace chevet::pages {

class TimelinePage : public SectionPage {
    Q_OBJECT
public:
    explicit TimelinePage(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void refresh() override;
    void refreshSigns() override { fillList(); }
    void setCompact(bool compact) override { m_compact = compact; }
    [[nodiscard]] QList<QWidget*> panels() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeFoot();
    void fillChart();
    void fillList();
    void span(int choice);
    void fitBar();
    void fitChart();
    void open(int key);
    [[nodiscard]] bool shown(viewmodels::TimelineMark::Lane lane) const;

    widgets::Ground* m_bar;
    QWidget* m_filter; // the kinds
    QList<QCheckBox*> m_kinds;
    widgets::Segmented* m_scale;
    widgets::TimelineChart* m_chart;
    QScrollArea* m_scroll;
    widgets::Text* m_title;
    widgets::Text* m_count;
    widgets::RowList* m_list;
    widgets::Text* m_undated;
    bool m_compact = false;
    bool m_following = false;
};

} // namespace chevet::pages
