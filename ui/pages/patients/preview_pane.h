#pragma once
// The preview beside the patients list: enough of the chart to know it is the right one. It counts
// as a reading after one second, and is logged then (DESIGN.md §9.2).

#include "ui/viewmodels/async.h"
#include "ui/widgets/text.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class Fact;
} // namespace chevet::widgets

namespace chevet::pages {

class PreviewPane : public widgets::Ground {
    Q_OBJECT
public:
    explicit PreviewPane(viewmodels::AsyncDoor& door, QWidget* parent = nullptr);
    void show(const std::optional<session::PatientRow>& row);
    void setCompact(bool compact);
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const chevet::session::PatientKey& key);

private:
    void showIdentity(const session::PatientRow& row);
    void readChart();
    void showChart(const record::Chart& chart);
    void addAllergies(const record::Chart& chart);
    void addMedications(const record::Chart& chart);
    void addProblems(const record::Chart& chart);
    void addContact(const record::Chart& chart);
    QVBoxLayout* addSection(const QString& title, const QString& detail);
    void clearBody();

    viewmodels::AsyncDoor& m_door;
    viewmodels::Latest m_latest;
    QTimer m_settle;  // a selection that is only passed over is not read
    QTimer m_reading; // one second on screen
    std::optional<session::PatientRow> m_row;
    widgets::Text* m_name;
    QWidget* m_facts;
    widgets::Fact* m_fresh;
    widgets::Fact* m_verified;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_column = nullptr;
    QScrollArea* m_scroll;
    widgets::Button* m_open;
    bool m_compact = false;
};

} // namespace chevet::pages
