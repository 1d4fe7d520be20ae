#pragma once
// DocumentsPage (screen 16): list left, document right. Search goes through titles, details and the
// text at hand, marks the passages and walks them with N. Text, pictures and narrative are shown in
// place; bytes that are not plain text go through the isolated reader, never through this process.
// What cannot be painted is not an alarm: it says why, that the file is intact, and offers the text
// if there is any.

#include "ui/pages/chart/section_page.h"
#include "ui/viewmodels/document_reader.h"

class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class LinkButton;
class RowList;
class SafeReader;
class SearchField;
class Segmented;
class SignatureBadge;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class DetailPanel;

class DocumentsPage : public SectionPage {
    Q_OBJECT
public:
    explicit DocumentsPage(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void refresh() override;
    void refreshSigns() override;
    void setCompact(bool compact) override;
    void focusFilter() override;
    bool reveal(const QString& reference) override;
    [[nodiscard]] QList<QWidget*> panels() const override;

private:
    enum View { ReaderView, PictureView, FailureView, ProvenanceView };

    QWidget* makeList();
    QWidget* makeViewer();
    QWidget* makeFailure();
    void fill();
    void show(const QString& reference);
    void showAttachment(const viewmodels::DocumentView& item, int index);
    void takeBytes(const viewmodels::DocumentView& item, int index, const QByteArray& bytes);
    void clearPages();
    void addPage(int index, const QImage& image);
    void showText(const QString& text, const QString& html);
    void fail(const QString& why);
    void markPassages();
    void walk(int by);
    [[nodiscard]] const viewmodels::DocumentView* find(const QString& reference) const;

    viewmodels::DocumentReader* m_images;
    widgets::SearchField* m_search;
    widgets::RowList* m_list;
    widgets::Text* m_title;
    widgets::Text* m_date;
    widgets::Text* m_kind;
    widgets::SignatureBadge* m_sign;
    widgets::LinkButton* m_provenance;
    widgets::Segmented* m_parts;
    widgets::Text* m_passages;
    QStackedWidget* m_views;
    widgets::SafeReader* m_reader;
    QScrollArea* m_pages;
    QVBoxLayout* m_pageColumn;
    widgets::Text* m_why;
    DetailPanel* m_detail;
    QWidget* m_left;
    QString m_reference;
    int m_found = 0, m_passage = 0;
};

} // namespace chevet::pages
