// ChartPage: the form beside the section it is about.

#include "ui/pages/chart/chart_page.h"
#include "ui/pages/chart/form_panel.h"
#include "ui/pages/chart/list_page.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace chevet::pages {

using viewmodels::ChartModel;
using viewmodels::FormKind;
using viewmodels::FormModel;
using widgets::px;

namespace {

// Where what was written is read.
Section sectionOf(FormKind kind) {
    switch (kind) {
    case FormKind::NewMedication:
    case FormKind::ChangeMedication:
    case FormKind::StopMedication:
        return Section::Medications;
    case FormKind::NewAllergy:
    case FormKind::CorrectAllergy:
    case FormKind::NoAllergy:
        return Section::Allergies;
    case FormKind::NewProblem:
    case FormKind::CorrectProblem:
    case FormKind::ResolveProblem:
        return Section::Problems;
    case FormKind::NewVitals:
    case FormKind::StrikeVital:
        return Section::Vitals;
    case FormKind::NewVaccine:
    case FormKind::CorrectVaccine:
        return Section::Immunizations;
    case FormKind::SeenResult:
        return Section::Results;
    case FormKind::LevelOfCare:
        return Section::Summary;
    case FormKind::Particulars:
        break;
    }
    return Section::Others;
}

} // namespace

bool ChartPage::mayClose() {
    return m_form == nullptr || m_form->leave();
}

void ChartPage::openForm(FormKind kind, const QString& reference) {
    viewmodels::AsyncDoor* door = m_model->door();
    if (door == nullptr || !m_model->key() || m_model->state() != ChartModel::State::Ready ||
        !viewmodels::whyNot(kind, door->facts().currentUser().role).isEmpty())
        return;
    if (m_form != nullptr && !m_form->leave()) // one at a time: it asks
        return;
    if (!viewmodels::startsFromStored(kind))
        return showForm(kind, reference, {});
    if (reference.isEmpty())
        return;
    door->read(
        this,
        [key = *m_model->key(), reference](viewmodels::VaultDoor& vault) {
            return vault.resource(key, reference);
        },
        [this, kind, reference](const base::Result<QByteArray>& stored) {
            if (stored && m_form == nullptr)
                showForm(kind, reference, *stored);
        });
}

void ChartPage::showForm(FormKind kind, const QString& reference, const QByteArray& stored) {
    const record::Speaking speaking(m_model->data().english ? record::Language::English
                                                            : record::Language::French);
    viewmodels::FormSpec spec = viewmodels::formOf(
        kind, {m_model->data(), reference, stored, QDateTime::currentDateTime()});
    auto* model = new FormModel(*m_model->door(), *m_model->key(), std::move(spec));
    m_form = new FormPanel(model, this);
    m_columns->addWidget(m_form);
    connect(m_form, &FormPanel::left, this, &ChartPage::closeForm);
    connect(m_form, &FormPanel::signedAs, this, [this, kind, reference](const QString& resource) {
        takeSigned(kind, reference, resource);
    });
    arrangeForm();
    m_form->show();
    m_form->focusFirst();
}

// As wide as the item a list shows beside itself, whose place it takes; narrower beside what has no
// such place, which stands in one column then. Only the section on screen decides how much room is
// left: the others, wider perhaps, are not seen.
void ChartPage::arrangeForm() {
    const bool writing = m_form != nullptr;
    if (!writing && m_formRule->isHidden()) // as it was
        return;
    m_formRule->setVisible(writing);
    for (SectionPage* made : std::as_const(m_pages)) {
        if (made == nullptr)
            continue;
        made->setSizePolicy(writing ? QSizePolicy::Ignored : QSizePolicy::Preferred,
                            QSizePolicy::Preferred);
        made->setWriting(writing);
        if (qobject_cast<ListPage*>(made) == nullptr)
            made->setNarrow(m_narrow || writing);
    }
    if (!writing)
        return;
    const bool beside = qobject_cast<ListPage*>(m_stack->currentWidget()) != nullptr;
    const int wide = beside ? (m_compact ? 600 : 660) : 520, least = 420;
    m_form->setFixedWidth(m_narrow ? std::clamp(width() / 2, px(least), px(wide)) : px(wide));
}

void ChartPage::closeForm() {
    if (m_form == nullptr)
        return;
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    arrangeForm();
    const auto panels = onScreen()->panels();
    if (!panels.isEmpty())
        panels.first()->setFocus(Qt::ShortcutFocusReason);
}

// What was signed is read back like everything else, and chosen in its list.
void ChartPage::takeSigned(FormKind kind, const QString& about, const QString& resource) {
    closeForm();
    m_model->forget(resource);
    if (kind != FormKind::Particulars) {
        m_reveal = kind == FormKind::SeenResult ? about : resource;
        m_revealIn = sectionOf(kind);
    }
    m_model->load();
}

void ChartPage::reveal() {
    if (m_reveal.isEmpty())
        return;
    const QString reference = std::exchange(m_reveal, {});
    openSection(static_cast<int>(m_revealIn));
    page(m_revealIn)->reveal(reference);
    const auto panels = page(m_revealIn)->panels();
    if (!panels.isEmpty())
        panels.first()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace chevet::pages
