#pragma once
// AccessPage (screen 09): who looked at this file, printed it, handed it over or changed it. The
// register is read from the signed log each time the page is shown; a line whose entry says
// anything else is set apart in the alarm state, first among the facts.

#include "ui/pages/chart/section_page.h"

class QBoxLayout;

namespace chevet::widgets {
class Ground;
class RowList;
class SearchField;
class Segmented;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class AccessPage : public SectionPage {
    Q_OBJECT
public:
    explicit AccessPage(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void refresh() override; // asks again
    void refreshSigns() override {}
    void setCompact(bool compact) override;
    void setNarrow(bool narrow) override;
    void focusFilter() override;
    [[nodiscard]] QList<QWidget*> panels() const override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeLeft();
    void fill();
    void fillFacts(int line);
    [[nodiscard]] bool shown(const viewmodels::ActView& act) const;
    [[nodiscard]] widgets::Row rowOf(const viewmodels::ActView& act, int index) const;

    widgets::Segmented* m_kinds;
    widgets::SearchField* m_search;
    widgets::RowList* m_list;
    widgets::RowList* m_facts;
    widgets::Text* m_count;
    QBoxLayout* m_parts;
    QWidget* m_rule;
    bool m_compact = false;
    bool m_narrow = false;
};

} // namespace chevet::pages
