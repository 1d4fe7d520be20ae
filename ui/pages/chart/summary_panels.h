#pragma once
// The panels of the summary that are more than a list: last note, level of care, the four at the
// bottom.

#include "ui/pages/chart/section_page.h"

namespace chevet::widgets {
class PanelHeader;
class RowList;
class SafeReader;
class SignatureBadge;
class TabStrip;
class Text;
} // namespace chevet::widgets

namespace chevet::widgets {
class Button;
}

namespace chevet::pages {

class NotePanel : public QWidget {
    Q_OBJECT
public:
    explicit NotePanel(viewmodels::ChartModel& model, QWidget* parent = nullptr);
    void refresh();
    void refreshSign();
    void setCompact(bool compact);
    [[nodiscard]] QWidget* reader() const;

Q_SIGNALS:
    void opened(const QString& reference);

private:
    void showNote(const viewmodels::DocumentView& note);
    void showSection(int index);
    void showBlob(const QByteArray& bytes, const QString& charset);

    viewmodels::ChartModel& m_model;
    widgets::PanelHeader* m_header;
    widgets::SignatureBadge* m_sign;
    widgets::TabStrip* m_tabs = nullptr;
    widgets::SafeReader* m_text;
    QList<viewmodels::NoteSection> m_sections; // in the order of the tabs
    bool m_compact = false;
};

class LevelPanel : public QWidget {
    Q_OBJECT
public:
    explicit LevelPanel(QWidget* parent = nullptr);
    void show(const viewmodels::LevelOfCareView& level, const viewmodels::Lacking& lack);
    // Offers to write a new one; `whyNot`: why this person cannot, "" if they can.
    void setWritable(const QString& whyNot);
    QSize sizeHint() const override;

Q_SIGNALS:
    void writeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    widgets::Button* m_write;
    viewmodels::LevelOfCareView m_level;
    viewmodels::Lacking m_lack;
};

// Vaccines, pending results, documents and imaging, team: four columns of four rows, or one folded
// line whose parts open upward.
class BottomPanels : public QWidget {
    Q_OBJECT
public:
    explicit BottomPanels(viewmodels::ChartModel& model, QWidget* parent = nullptr);
    void refresh();
    void setCompact(bool compact);
    void setNarrow(bool narrow); // one under the other
    [[nodiscard]] QList<QWidget*> lists() const;

Q_SIGNALS:
    void openRequested(chevet::pages::Section section, const QString& reference);

private:
    struct Panel {
        Section section;
        widgets::PanelHeader* header;
        widgets::RowList* list;
        class FoldButton* fold;
    };
    void addPanel(Section section, const QString& icon, const QString& title);
    void fillVaccines(Panel& panel);
    void fillPending(Panel& panel);
    void fillDocuments(Panel& panel);
    void fillTeam(Panel& panel);
    void unfold(int index);
    void openRow(Section section, const QVariant& key);

    viewmodels::ChartModel& m_model;
    QList<Panel> m_panels;
    QWidget* m_wide;
    QList<QWidget*> m_rules;
    QWidget* m_folded;
};

// One part of the folded line: icon, title, what is due, a chevron.
class FoldButton : public QWidget {
    Q_OBJECT
public:
    FoldButton(const QString& icon, const QString& title, QWidget* parent = nullptr);
    void setFact(const QString& fact, bool due);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QString m_icon, m_title, m_fact;
    bool m_due = false;
};

} // namespace chevet::pages
