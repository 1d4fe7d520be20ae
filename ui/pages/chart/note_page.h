#pragma once
// NotePage (screen 12): a consultation note on one sheet, five headings in reading order, the
// chart's facts beside it. Typed without a mouse: Ctrl+Down and Ctrl+Up change the heading,
// Ctrl+Enter signs. What is typed is sealed on this workstation two seconds after the last key.

#include "ui/pages/chart/section_page.h"

class QScrollArea;
class QVBoxLayout;

namespace chevet::viewmodels {
class NoteDraftModel;
}
namespace chevet::session {
struct NoteDraft;
}

namespace chevet::widgets {
class Button;
class Chip;
class Ground;
class RowList;
class Text;
class TextArea;
} // namespace chevet::widgets

namespace chevet::pages {

class NotePage : public SectionPage {
    Q_OBJECT
public:
    explicit NotePage(viewmodels::ChartModel& model, QWidget* parent = nullptr);

    // A new note, the draft to go on with, or an addendum to the note `reference`.
    void begin();
    void resume(const session::NoteDraft& draft);
    void beginAddendum(const QString& reference, const QString& title);
    [[nodiscard]] bool isWriting() const;

    void refresh() override; // the facts only: what is typed stays
    void refreshSigns() override {}
    void setCompact(bool compact) override;
    void setNarrow(bool narrow) override;
    [[nodiscard]] QList<QWidget*> panels() const override;
    [[nodiscard]] viewmodels::NoteDraftModel* draft() const noexcept { return m_draft; }

Q_SIGNALS:
    void finished(const QString& signedAs); // empty: left for later

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeSheet();
    QWidget* makeFoot();
    [[nodiscard]] viewmodels::NoteDraftModel* newDraft(); // null for a chart without a door
    void start(viewmodels::NoteDraftModel* draft, const QString& title);
    void fillParts();
    void showState();
    void leavePart(int part, int by);
    void later();

    viewmodels::NoteDraftModel* m_draft = nullptr;
    widgets::Text* m_title;
    widgets::Text* m_when;
    widgets::Chip* m_kept;
    widgets::Text* m_failure;
    QScrollArea* m_scroll;
    QVBoxLayout* m_parts;
    QList<widgets::TextArea*> m_areas;
    widgets::Text* m_covers;
    widgets::Button* m_later;
    widgets::Button* m_sign;
    widgets::RowList* m_facts;
    QWidget* m_rule;
    bool m_compact = false;
};

} // namespace chevet::pages
