#pragma once
// DocumentsPage (screen 16): list left, document right. Search goes through titles, details and the
// text at hand, marks the passages and walks them with N. Text, pictures and narrative are shown in
// place; bytes that are not plain text go through the isolated reader, never through this process.
// What cannot be painted is not an alarm: it says why, that the file is intact, and offers the text
// if there is any.

#include "ui/pages/chart/section_page.h"

class QBoxLayout;
class QStackedWidget;

namespace chevet::widgets {
class LinkButton;
class RowList;
class SearchField;
class SignatureBadge;
class Text;
} // namespace chevet::widgets

namespace chevet::viewmodels {
class DocumentTexts;
}

namespace chevet::pages {

class DetailPanel;
class DocumentViewer;

class DocumentsPage : public SectionPage {
    Q_OBJECT
public:
    explicit DocumentsPage(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void refresh() override;
    void refreshSigns() override;
    void setCompact(bool compact) override;
    void setNarrow(bool narrow) override;
    void focusFilter() override;
    bool reveal(const QString& reference) override;
    [[nodiscard]] QList<QWidget*> panels() const override;

private:
    enum View { FileView, ProvenanceView };

    QWidget* makeList();
    QWidget* makeViewer();
    QWidget* makeHead();
    void fill();
    void show(const QString& reference);
    void showPassages(int count);
    void walk(int by);
    [[nodiscard]] const viewmodels::DocumentView* find(const QString& reference) const;
    [[nodiscard]] bool found(const viewmodels::DocumentView& item, const QString& words) const;

    viewmodels::DocumentTexts* m_texts;
    widgets::SearchField* m_search;
    widgets::RowList* m_list;
    widgets::Text* m_title;
    widgets::Text* m_date;
    widgets::Text* m_kind;
    widgets::SignatureBadge* m_sign;
    widgets::LinkButton* m_provenance;
    widgets::Text* m_passages;
    QStackedWidget* m_views;
    DocumentViewer* m_viewer;
    DetailPanel* m_detail;
    QWidget* m_left;
    QBoxLayout* m_columns;
    bool m_narrow = false;
    QString m_reference;
    int m_passage = 0;
};

} // namespace chevet::pages
