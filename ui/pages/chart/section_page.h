#pragma once
// SectionPage: one section of a chart in the stack of ChartPage. It reads the model, never a
// record, and asks the chart to open another section through openRequested().

#include "ui/viewmodels/chart_model.h"
#include "ui/viewmodels/forms.h"
#include "ui/widgets/run.h"

#include <QPainter>
#include <QWidget>

#include <functional>

namespace chevet::pages {

// In the order of Alt+1 … Alt+9, Alt+0, then Ctrl+H, Ctrl+R and the rest. Note stands under
// Consultations: it has no line of its own in the navigation.
enum class Section {
    Summary,
    Medications,
    Allergies,
    Problems,
    Results,
    Vitals,
    Immunizations,
    Consultations,
    Imaging,
    Documents,
    Timeline,
    Access,
    Orders,
    Others,
    Note,
    Count
};

class SectionPage : public QWidget {
    Q_OBJECT
public:
    explicit SectionPage(viewmodels::ChartModel& model, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_model(model) {}

    // Called when the chart was read, and again when signatures were checked.
    virtual void refresh() = 0;
    virtual void refreshSigns() { refresh(); }
    virtual void setCompact(bool compact) { Q_UNUSED(compact) }
    // Below 1180 logical pixels, as at 200 %: one column.
    virtual void setNarrow(bool narrow) { Q_UNUSED(narrow) }
    virtual void focusFilter() {} // Ctrl+F
    virtual void startNew() {}    // Ctrl+Maj+N: the form of something new here
    // A form stands beside: what gives way does.
    virtual void setWriting(bool writing) { Q_UNUSED(writing) }
    virtual bool reveal(const QString& reference) { // selects the item if it is listed here
        Q_UNUSED(reference)
        return false;
    }
    // The panels F6 walks through, in reading order.
    [[nodiscard]] virtual QList<QWidget*> panels() const { return {}; }

Q_SIGNALS:
    void openRequested(chevet::pages::Section section, const QString& reference);
    void writeRequested(chevet::viewmodels::FormKind kind, const QString& reference);

protected:
    void paintEvent(QPaintEvent*) override { // one sheet under all panels
        QPainter(this).fillRect(rect(), widgets::color(widgets::Tone::Surface));
    }
    [[nodiscard]] const viewmodels::ChartData& data() const { return m_model.data(); }
    // Why this person cannot write that here; "" if they can.
    [[nodiscard]] QString whyNot(viewmodels::FormKind kind) const {
        return viewmodels::whyNot(kind, m_model.door()->facts().currentUser().role);
    }

    viewmodels::ChartModel& m_model;
};

} // namespace chevet::pages
