#pragma once
// Import: choose files or a folder, follow, read what was refused and why, see likely duplicates.

#include "ui/viewmodels/async.h"
#include "ui/widgets/text.h"

#include <atomic>

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
    explicit ImportPage(viewmodels::AsyncDoor& door, QWidget* parent = nullptr);
    ~ImportPage() override; // cancels at the next safe point

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
    void showProgress(const session::ImportProgress& progress);
    void showSummary(const base::Result<session::ImportSummary>& summary);
    void showRefusals(const QList<session::Refusal>& refused);
    void askDuplicates();
    void showDuplicates(const QList<session::LikelyDuplicate>& pairs);
    void setRunning(bool running);
    void showList(int which);

    viewmodels::AsyncDoor& m_door;
    std::shared_ptr<std::atomic_bool> m_cancel;
    bool m_running = false;

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
