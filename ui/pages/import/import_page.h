#pragma once
// Import: choose files or a folder, follow, read what was refused and why, see likely duplicates.

#include "ui/viewmodels/import_run.h"
#include "ui/widgets/text.h"

class QTreeWidget;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class Fact;
class ProgressBar;
class TabStrip;
} // namespace chevet::widgets

namespace chevet::pages {

class ImportPage : public QWidget {
    Q_OBJECT
public:
    // Shows `run`, which outlives the page: leaving does not stop an import.
    ImportPage(viewmodels::AsyncDoor& door, viewmodels::ImportRun& run, QWidget* parent = nullptr);

    void start(const QStringList& paths);

Q_SIGNALS:
    void closeRequested();
    void openRequested(const chevet::session::PatientKey& key);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildProgress();
    QWidget* buildLists();
    void chooseFiles();
    void chooseFolder();
    void showRun();
    void showProgress();
    void showOutcome(const base::Result<session::ImportSummary>& outcome);
    void showSummary(const session::ImportSummary& summary);
    void showRefusals(const session::ImportSummary& summary);
    void askDuplicates();
    void showDuplicates(const QList<session::LikelyDuplicate>& pairs);
    void openPair();
    void showList(int which);

    viewmodels::AsyncDoor& m_door;
    viewmodels::ImportRun& m_run;

    widgets::Button* m_files;
    widgets::Button* m_folder;
    widgets::Button* m_stop;
    widgets::Text* m_percent;
    widgets::Text* m_words;
    widgets::Text* m_file;
    widgets::Fact* m_outcome;
    widgets::ProgressBar* m_bar;
    QWidget* m_progress;
    widgets::TabStrip* m_tabs;
    QTreeWidget* m_refused;
    QTreeWidget* m_duplicates;
    widgets::Text* m_none;
};

// Why two charts look like one person; the code itself when unknown.
QString duplicateWords(const QString& reason);

} // namespace chevet::pages
