#include "ui/pages/chart/detail_panel.h"
#include "ui/pages/chart/list_page.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"

namespace chevet::pages {

using viewmodels::ItemView;
using widgets::Row;
using widgets::Tone;

MedicationsPage::MedicationsPage(viewmodels::ChartModel& model, QWidget* parent)
    : ListPage(model, tr("Médicaments"), parent) {
    setFilters({{tr("Actifs"), [](const ItemView& item) { return !item.quiet; }},
                {tr("Cessés"), [](const ItemView& item) { return item.quiet && !item.pending; }},
                {tr("Tous"), [](const ItemView&) { return true; }}});
}

bool MedicationsPage::reveal(const QString& reference) {
    if (reference != QLatin1String("ceased"))
        return ListPage::reveal(reference);
    m_segments->setCurrent(1);
    fill();
    m_list->selectFirst();
    return true;
}

QList<const ItemView*> MedicationsPage::items() const {
    QList<const ItemView*> list;
    for (const auto& item : data().medications)
        list << &item;
    return list;
}

Row MedicationsPage::rowOf(const ItemView& item) const {
    return medicationRow(static_cast<const viewmodels::MedicationView&>(item), m_model, 50, 15);
}

viewmodels::Lacking MedicationsPage::lacking() const {
    return data().medicationLack;
}

Row MedicationsPage::header() const {
    return headerRow({tr("Médicament, dose, posologie"), tr("Prescrit · signé"), tr("Changement")},
                     28, Tone::Sunken);
}

widgets::Columns MedicationsPage::columns() const {
    return {{{0, 1}, {m_compact ? 112.0 : 124.0}, {108}}, 12, 18, 14};
}

ReadingPage::ReadingPage(viewmodels::ChartModel& model, bool imaging, QWidget* parent)
    : ListPage(model, imaging ? tr("Imagerie et rapports") : tr("Consultations"), parent)
    , m_imaging(imaging) {
    if (!imaging)
        setFilters(
            {{tr("Tout"), [](const ItemView& item) { return !item.folded; }},
             {tr("Notes"), [](const ItemView& item) { return item.icon == QLatin1String("note"); }},
             {tr("Visites"),
              [](const ItemView& item) { return item.icon == QLatin1String("users"); }}});
}

const QList<viewmodels::DocumentView>& ReadingPage::documents() const {
    return m_imaging ? data().imaging : data().consultations;
}

QList<const ItemView*> ReadingPage::items() const {
    QList<const ItemView*> list;
    for (const auto& item : documents())
        list << &item;
    return list;
}

viewmodels::Lacking ReadingPage::lacking() const {
    return m_imaging ? data().imagingLack : data().consultationLack;
}

void ReadingPage::showItem(const ItemView& item) {
    m_detail->showDocument(static_cast<const viewmodels::DocumentView&>(item));
}

} // namespace chevet::pages
