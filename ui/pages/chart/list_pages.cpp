#include "ui/pages/chart/detail_panel.h"
#include "ui/pages/chart/list_page.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/note_draft.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>

namespace chevet::pages {

using viewmodels::ItemView;
using widgets::Row;
using widgets::Tone;
using widgets::Weight;

MedicationsPage::MedicationsPage(viewmodels::ChartModel& model, QWidget* parent)
    : ListPage(model, tr("Médicaments"), parent) {
    setFilters({{tr("Actifs"), [](const ItemView& item) { return !item.quiet; }},
                {tr("Cessés"), [](const ItemView& item) { return item.quiet && !item.pending; }},
                {tr("Tous"), [](const ItemView&) { return true; }}});
    using viewmodels::FormKind;
    offerNew(FormKind::NewMedication, tr("Nouveau"), tr("Nouveau médicament"));
    // What a pharmacy handed out or somebody gave is an event: it is not changed, nor stopped.
    const auto order = [](const ItemView& item) {
        return !item.quiet && (item.reference.startsWith(QLatin1String("MedicationRequest/")) ||
                               item.reference.startsWith(QLatin1String("MedicationStatement/")));
    };
    offer(FormKind::ChangeMedication, tr("Modifier"), Qt::Key_M, order);
    offer(FormKind::StopMedication, tr("Cesser"), Qt::Key_C, order);
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
    if (!imaging && model.door() != nullptr)
        addWriting();
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

void ReadingPage::addWriting() {
    offerAct(
        tr("Addenda"), whyNot(viewmodels::FormKind::NewProblem), Qt::Key_A,
        [](const ItemView& item) {
            return item.icon == QLatin1String("note") && !item.refuted &&
                   item.reference.startsWith(QLatin1String("Composition/"));
        },
        [this](const ItemView& item) { Q_EMIT openRequested(Section::Note, item.reference); });
    auto* write = new widgets::Button(tr("Nouvelle"), widgets::Button::Kind::Primary);
    write->setGlyph(QStringLiteral("plus"));
    write->setSize(widgets::Button::Size::Small);
    write->setAccessibleName(tr("Nouvelle consultation"));
    write->setToolTip(tr("Nouvelle consultation") + QStringLiteral(" (Ctrl+N)"));
    addAction(write);
    connect(write, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openRequested(Section::Note, {}); });
    m_notice = new widgets::Ground(widgets::Tone::WarnSoft);
    m_notice->setRules(Qt::TopEdge, widgets::Tone::WarnLine);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(widgets::px(18), widgets::px(6), widgets::px(14), widgets::px(6));
    m_noticeText = new widgets::Text({}, {13, Weight::Medium, Tone::Ink});
    auto* resume = new widgets::Button(tr("Reprendre"));
    resume->setSize(widgets::Button::Size::Small);
    row->addWidget(m_noticeText, 1);
    row->addWidget(resume);
    addNotice(m_notice);
    m_notice->hide();
    connect(resume, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openRequested(Section::Note, QString(u"draft/" + m_draft)); });
}

void ReadingPage::refresh() {
    ListPage::refresh();
    askDrafts();
}

void ReadingPage::showEvent(QShowEvent* event) {
    ListPage::showEvent(event);
    askDrafts();
}

// Notes left unsigned are seen where notes are read, the latest first.
void ReadingPage::askDrafts() {
    const auto& key = m_model.key();
    if (m_notice == nullptr || !key)
        return;
    viewmodels::NoteDraftModel::find(
        *m_model.door(), *key, this, [this](const QList<session::NoteDraft>& drafts) {
            m_notice->setVisible(!drafts.isEmpty());
            if (drafts.isEmpty())
                return;
            const session::NoteDraft& latest = drafts.first();
            m_draft = latest.id.toString();
            const QDateTime saved = latest.saved.toLocalTime();
            const int count = static_cast<int>(drafts.size());
            m_noticeText->setText(
                viewmodels::plural(tr("%n brouillon(s) non signé(s)", nullptr, count), count) +
                QStringLiteral(", ") + saved.date().toString(Qt::ISODate) + QStringLiteral(", ") +
                viewmodels::clockTime(saved));
        });
}

void ReadingPage::showItem(const ItemView& item) {
    m_detail->showDocument(static_cast<const viewmodels::DocumentView&>(item));
}

} // namespace chevet::pages
