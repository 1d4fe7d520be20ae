#pragma once
// DetailPanel: one item beside its list: every field in words, its text, who signed it where and
// when, from which file and place, its versions and what changed between the last two. A refused
// version is struck through and hatched and named first; it is never shown as current (I7).

#include "ui/viewmodels/chart_model.h"
#include "ui/widgets/run.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace chevet::widgets {
class Button;
class Card;
class Ground;
class RowList;
class SafeReader;
class TabStrip;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class DocumentViewer;

class DetailPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailPanel(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    void show(const viewmodels::ItemView& item);
    void showDocument(const viewmodels::DocumentView& item);
    void showFacts(const viewmodels::DocumentView& item); // without its text or files
    void clear(const QString& words);
    // What can be done with the item, under its title; shown and hidden by whoever adds it.
    void addAction(widgets::Button* button);
    void showActions(bool any);
    // V and D of the list: the part of the panel that holds versions, or the difference.
    void goToVersions();
    void goToDifference();
    [[nodiscard]] QWidget* facts() const;
    [[nodiscard]] QWidget* reader() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fillBody(const viewmodels::DocumentView& note);
    void fillFiles(const viewmodels::DocumentView& item);
    void showBody(int index);
    void showAlarm(const viewmodels::ProvenanceView* provenance);
    void addFacts(QList<widgets::Row>& rows, const viewmodels::ProvenanceView* provenance) const;
    void addVersions(QList<widgets::Row>& rows, const viewmodels::ProvenanceView& provenance) const;
    void toggleSource();
    [[nodiscard]] widgets::Row fact(const QString& label, const QString& value,
                                    const QString& foreign = {}, const QString& other = {}) const;

    viewmodels::ChartModel& m_model;
    viewmodels::ItemView m_item;
    QList<viewmodels::NoteSection> m_sections;
    widgets::Text* m_title;
    widgets::Text* m_subtitle;
    widgets::Text* m_kind;
    widgets::Ground* m_actions;
    QHBoxLayout* m_actionRow;
    QWidget* m_alarm;
    widgets::Text* m_alarmTitle;
    widgets::Text* m_alarmText;
    QVBoxLayout* m_bodyColumn;
    widgets::TabStrip* m_tabs = nullptr;
    widgets::SafeReader* m_body;
    DocumentViewer* m_files = nullptr; // made for the first item that has files
    widgets::RowList* m_facts;
    bool m_two = false; // versions stand side by side
    bool m_source = false;
};

} // namespace chevet::pages
