#pragma once
// The patients page: search as one types, the day's appointments, recent charts, preview.

#include "ui/viewmodels/async.h"
#include "ui/viewmodels/patient_list.h"
#include "ui/widgets/text.h"

class QListView;
class QStackedLayout;

namespace chevet::widgets {
class EmptyState;
class SearchField;
class Segmented;
} // namespace chevet::widgets

namespace chevet::pages {

class PatientHeader;
class PreviewPane;

class PatientsPage : public QWidget {
    Q_OBJECT
public:
    explicit PatientsPage(viewmodels::AsyncDoor& door, QWidget* parent = nullptr);

    void focusSearch();
    void setSearch(const QString& text);
    void refresh(); // after an import
    void setCompact(bool compact);

Q_SIGNALS:
    void openRequested(const chevet::session::PatientKey& key);
    void importRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Segment { All, Today, Recent };
    QWidget* buildList();
    QWidget* buildHints();
    void ask();
    void askFound(const QString& text);
    void askMore(qint64 after);
    void askToday();
    void askRecent();
    void askTotals();
    void showRows();
    void openCurrent();
    void step(int rows);

    viewmodels::AsyncDoor& m_door;
    viewmodels::Latest m_latest, m_latestMore;
    viewmodels::PatientListModel* m_model;
    widgets::SearchField* m_search;
    widgets::Segmented* m_segments;
    PatientHeader* m_header;
    QListView* m_list;
    widgets::EmptyState* m_empty;
    widgets::EmptyState* m_blank; // an empty vault
    QStackedLayout* m_stack;
    PreviewPane* m_preview;
    widgets::Text* m_hint;
    QString m_emptyFact, m_emptyDetail;
    QString m_asked;       // what was typed when it last asked
    int m_before = Today;  // the segment before one typed
    bool m_nobody = false; // in the whole vault
};

} // namespace chevet::pages
