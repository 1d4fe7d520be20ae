#pragma once
// SummaryPage: the chart's first ten seconds, in the fixed order of clinical.md: allergies,
// medications, problems, the last note at « Évaluation et plan », results with the abnormal first,
// level of care, vaccines, pending results, documents and imaging, team and pharmacy. Each panel
// says how old it is and which kind of empty it is. Compact (screen 11): rows shrink, the last four
// panels fold into one line.

#include "ui/pages/chart/section_page.h"

class QBoxLayout;

namespace chevet::widgets {
class LinkButton;
class PanelHeader;
class RowList;
class SafeReader;
class TabStrip;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class AllergyStrip;
class BottomPanels;
class LevelPanel;
class NotePanel;

class SummaryPage : public SectionPage {
    Q_OBJECT
public:
    explicit SummaryPage(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void refresh() override;
    void startNew() override { Q_EMIT writeRequested(viewmodels::FormKind::LevelOfCare, {}); }
    void refreshSigns() override;
    void setCompact(bool compact) override;
    void setNarrow(bool narrow) override;
    [[nodiscard]] QList<QWidget*> panels() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitLists();
    widgets::Text* moreBelow(widgets::RowList* list);
    QWidget* makeMedications();
    QWidget* makeMiddle();
    QWidget* makeResults();
    void fillMedications();
    void fillProblems();
    void fillResults();
    void openOnPress(widgets::PanelHeader* header, Section section);

    AllergyStrip* m_allergies;
    widgets::PanelHeader* m_medHeader;
    widgets::RowList* m_meds;
    widgets::Text* m_ceased;
    widgets::Text* m_moreMeds;
    widgets::LinkButton* m_ceasedLink;
    widgets::PanelHeader* m_problemHeader;
    widgets::RowList* m_problems;
    widgets::LinkButton* m_resolvedLink;
    NotePanel* m_note;
    widgets::PanelHeader* m_resultHeader;
    widgets::RowList* m_results;
    widgets::Text* m_abnormal;
    widgets::LinkButton* m_otherResults;
    LevelPanel* m_level;
    BottomPanels* m_bottom;
    QWidget* m_left;
    QWidget* m_right;
    QWidget* m_middle;
    QBoxLayout* m_columns;
    QList<QWidget*> m_rules; // between the columns
    bool m_compact = false;
    bool m_narrow = false;
};

} // namespace chevet::pages
