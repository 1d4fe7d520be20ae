#pragma once
// ListPage: a list at the left, the chosen item and its provenance at the right. The sections of
// the chart that are lists derive from it and say only which items, how a row looks, and what is
// said when there is nothing.

#include "ui/pages/chart/section_page.h"

class QBoxLayout;
class QHBoxLayout;

namespace chevet::widgets {
class Button;
class Ground;
class RowList;
class SearchField;
class Segmented;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class DetailPanel;

class ListPage : public SectionPage {
    Q_OBJECT
public:
    struct Filter {
        QString words;
        std::function<bool(const viewmodels::ItemView&)> keeps;
    };

    ListPage(viewmodels::ChartModel& model, const QString& title, QWidget* parent = nullptr);

    void refresh() override;
    void refreshSigns() override { fill(); }
    void setCompact(bool compact) override;
    void setNarrow(bool narrow) override;
    void focusFilter() override;
    bool reveal(const QString& reference) override;
    [[nodiscard]] QList<QWidget*> panels() const override;
    void startNew() override;
    void setWriting(bool writing) override;

    // What can be written here, for a chart with a door. The key acts while the list has the focus;
    // `spoken`: what a screen reader says of the button.
    using Fits = std::function<bool(const viewmodels::ItemView&)>;
    void offerNew(viewmodels::FormKind kind, const QString& words, const QString& spoken);
    void offer(viewmodels::FormKind kind, const QString& words, Qt::Key key, Fits fits);

protected:
    void offerAct(const QString& words, const QString& whyNot, Qt::Key key, Fits fits,
                  std::function<void(const viewmodels::ItemView&)> act);
    // Of the derived section.
    [[nodiscard]] virtual QList<const viewmodels::ItemView*> items() const = 0;
    [[nodiscard]] virtual widgets::Row rowOf(const viewmodels::ItemView& item) const;
    [[nodiscard]] virtual viewmodels::Lacking lacking() const = 0;
    [[nodiscard]] virtual widgets::Row header() const;
    [[nodiscard]] virtual widgets::Columns columns() const;
    virtual void showItem(const viewmodels::ItemView& item);

    void setFilters(const QList<Filter>& filters);
    void addLegend(QWidget* legend);
    void addAction(QWidget* button); // at the right of the title line
    void addNotice(QWidget* notice); // between the title line and the list
    void fill();

    DetailPanel* m_detail;
    widgets::RowList* m_list;
    widgets::Segmented* m_segments;
    bool m_compact = false;
    bool m_grouped = true;

private:
    QWidget* makeLeft(const QString& title);
    [[nodiscard]] const viewmodels::ItemView* find(const QString& reference) const;
    [[nodiscard]] bool matches(const viewmodels::ItemView& item) const;
    [[nodiscard]] const viewmodels::ItemView* selected() const;
    void keyPressed(int key);
    void updateActions();

    struct Action {
        widgets::Button* button;
        int key;
        Fits fits;
        std::function<void(const viewmodels::ItemView&)> act;
    };
    QList<Action> m_actions;
    std::optional<viewmodels::FormKind> m_new;
    QList<Filter> m_filters;
    widgets::SearchField* m_search;
    QHBoxLayout* m_bar;
    QBoxLayout* m_column;
    widgets::Ground* m_foot;
    QHBoxLayout* m_footRow;
    QWidget* m_right;
    QBoxLayout* m_parts;
    QWidget* m_rule;
    bool m_narrow = false;
    bool m_writing = false;
};

// A list of plain items: allergies, problems, vaccines, pending orders, other elements.
class ItemsPage : public ListPage {
    Q_OBJECT
public:
    using Items = std::function<QList<const viewmodels::ItemView*>(const viewmodels::ChartData&)>;
    using Lack = std::function<viewmodels::Lacking(const viewmodels::ChartData&)>;

    ItemsPage(viewmodels::ChartModel& model, const QString& title, Items items, Lack lack,
              const QList<Filter>& filters = {}, QWidget* parent = nullptr);

protected:
    QList<const viewmodels::ItemView*> items() const override { return m_items(data()); }
    viewmodels::Lacking lacking() const override { return m_lack(data()); }

private:
    Items m_items;
    Lack m_lack;
};

class MedicationsPage : public ListPage {
    Q_OBJECT
public:
    explicit MedicationsPage(viewmodels::ChartModel& model, QWidget* parent = nullptr);
    bool reveal(const QString& reference) override;

protected:
    QList<const viewmodels::ItemView*> items() const override;
    widgets::Row rowOf(const viewmodels::ItemView& item) const override;
    viewmodels::Lacking lacking() const override;
    widgets::Row header() const override;
    widgets::Columns columns() const override;
};

// Consultations and imaging: the text opens at the right.
class ReadingPage : public ListPage {
    Q_OBJECT
public:
    ReadingPage(viewmodels::ChartModel& model, bool imaging, QWidget* parent = nullptr);
    void refresh() override;

protected:
    QList<const viewmodels::ItemView*> items() const override;
    viewmodels::Lacking lacking() const override;
    void showItem(const viewmodels::ItemView& item) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] const QList<viewmodels::DocumentView>& documents() const;
    void addWriting();
    void askDrafts();

    bool m_imaging;
    widgets::Ground* m_notice = nullptr; // drafts left for later
    widgets::Text* m_noticeText = nullptr;
    QString m_draft; // the latest one's id
};

} // namespace chevet::pages
