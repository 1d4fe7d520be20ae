#pragma once
// The palette (Ctrl+K): patients as one types, sections of the chart on screen, commands.

#include "ui/viewmodels/async.h"

#include <QDialog>

class QListWidget;

namespace chevet::widgets {
class SearchField;
}

namespace chevet::dialogs {

class PaletteDialog : public QDialog {
    Q_OBJECT
public:
    struct Entry {
        QString words, detail;
        std::function<void()> act;
    };
    PaletteDialog(viewmodels::AsyncDoor& door, QList<Entry> entries, QWidget* parent);

Q_SIGNALS:
    void patientChosen(const chevet::session::PatientKey& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void fill(const QList<session::PatientRow>& patients);
    void choose();

    viewmodels::AsyncDoor& m_door;
    viewmodels::Latest m_latest;
    QList<Entry> m_entries;
    QList<std::function<void()>> m_acts; // one per shown row
    widgets::SearchField* m_search;
    QListWidget* m_list;
};

} // namespace chevet::dialogs
