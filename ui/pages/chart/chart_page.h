#pragma once
// ChartPage: a patient's file on screen. Banner and freshness strip never scroll; the navigation
// opens the sections by click, arrows, Alt+1 … Alt+9, Alt+0, Ctrl+Page; F6 walks the panels of the
// section. Reads through the model's worker calls only; nothing here takes longer than a frame.

#include "ui/pages/chart/chart_view.h"
#include "ui/pages/chart/section_page.h"

class QStackedWidget;

class QHBoxLayout;

namespace chevet::widgets {
class FreshnessStrip;
class IdentityBanner;
class SideNav;
} // namespace chevet::widgets

namespace chevet::pages {

class FormPanel;

class ChartPage : public ChartView {
    Q_OBJECT
public:
    // Reads the chart of `key` through `door`, which must outlive the page.
    ChartPage(viewmodels::AsyncDoor& door, const session::PatientKey& key,
              QWidget* parent = nullptr);
    // A chart that is already at hand; takes the model. For tests and pictures.
    explicit ChartPage(viewmodels::ChartModel* model, QWidget* parent = nullptr);

    [[nodiscard]] session::PatientKey patient() const override;
    [[nodiscard]] QString patientName() const override;
    [[nodiscard]] QStringList sections() const override;
    [[nodiscard]] int currentSection() const override;
    void openSection(int index) override;
    void go(Place place) override;
    void setCompact(bool compact) override;
    void setDigitsShown(bool shown) override;
    bool mayClose() override;

    void open(Section section, const QString& reference = {});
    [[nodiscard]] SectionPage* page(Section section);
    // The form on screen, or null; one at a time.
    [[nodiscard]] FormPanel* form() const noexcept { return m_form; }
    // `reference`: of what it is about, "" for something new.
    void openForm(viewmodels::FormKind kind, const QString& reference);
    [[nodiscard]] viewmodels::ChartModel& model() const { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addSections();
    [[nodiscard]] SectionPage* makePage(Section section);
    [[nodiscard]] SectionPage* makeWritten(Section section);
    void takeState();
    void fillBanner();
    void fillStrip();
    void fillCounts();
    void showFailure();
    void walkPanels(int by);
    void write(const QString& what);
    void leaveNote(const QString& signedAs);
    [[nodiscard]] QString titleOf(const QString& reference) const;
    [[nodiscard]] SectionPage* onScreen();
    void showForm(viewmodels::FormKind kind, const QString& reference, const QByteArray& stored);
    void closeForm();
    void takeSigned(viewmodels::FormKind kind, const QString& about, const QString& resource);
    void arrangeForm();
    void reveal();
    void stepSection(int by);

    viewmodels::ChartModel* m_model;
    widgets::IdentityBanner* m_banner;
    widgets::FreshnessStrip* m_strip;
    widgets::SideNav* m_nav;
    QStackedWidget* m_stack;
    QWidget* m_waiting;
    QList<SectionPage*> m_pages; // made when first opened; null until then
    QStringList m_names;
    QString m_reveal; // what was just signed, to be shown once the chart was read again
    Section m_revealIn = Section::Consultations;
    QWidget* m_formRule;
    QHBoxLayout* m_columns;
    FormPanel* m_form = nullptr;
    bool m_compact = false;
    bool m_narrow = false;
};

} // namespace chevet::pages
