#pragma once
// DocumentViewer: the files of one document, shown in place. Plain text and narrative are read
// here; PDF and pictures are painted by the isolated reader and come as images. What cannot be
// shown says why, and that the file is intact; it is no alarm.

#include "ui/viewmodels/chart_model.h"
#include "ui/viewmodels/document_reader.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace chevet::widgets {
class Ground;
class SafeReader;
class Segmented;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class DocumentViewer : public QWidget {
    Q_OBJECT
public:
    explicit DocumentViewer(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void show(const viewmodels::DocumentView& item); // its first file, else its narrative
    void clear();
    void setWords(const QString& searched); // marked in what is shown as text
    [[nodiscard]] int passages() const noexcept { return m_found; }
    void goToPassage(int index);
    [[nodiscard]] QWidget* focusPart() const; // what F6 goes to

Q_SIGNALS:
    void passagesChanged(int count);

private:
    enum View { ReaderView, PagesView, FailureView };

    QWidget* makeBar();
    QWidget* makePages();
    QWidget* makeFailure();
    void fillParts();
    void showPart(int index);
    void takeBytes(const viewmodels::Attachment& attachment, const QByteArray& bytes);
    void showForm(int form); // 0: pages, 1: text
    void addPage(int index, const QImage& image);
    void addThumbnail(int index, const QImage& image);
    void goToPage(int index);
    void showPageNumber();
    void clearPages();
    void showText(const QString& text, const QString& html);
    void fail(const QString& why);
    void mark();

    viewmodels::ChartModel& m_model;
    viewmodels::DocumentReader* m_images;
    viewmodels::DocumentView m_item;
    widgets::Ground* m_bar;
    widgets::Segmented* m_parts = nullptr;
    widgets::Segmented* m_form;
    widgets::Text* m_pageNumber;
    QStackedWidget* m_views;
    widgets::SafeReader* m_reader;
    QScrollArea* m_pages;
    QVBoxLayout* m_pageColumn;
    QScrollArea* m_strip; // small pages, of a file of several
    QVBoxLayout* m_stripColumn;
    widgets::Text* m_why;
    QString m_words;
    int m_part = 0, m_pageCount = 0, m_found = 0;
};

} // namespace chevet::pages
