#include "ui/pages/chart/summary_page.h"

#include "ui/pages/chart/allergy_strip.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/pages/chart/summary_panels.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>

namespace chevet::pages {

using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

QVBoxLayout* column(QWidget* owner) {
    auto* layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

widgets::RowList* quietList(const QString& name) {
    auto* list = new widgets::RowList(name);
    list->setSelectionShown(false);
    return list;
}

} // namespace

SummaryPage::SummaryPage(viewmodels::ChartModel& model, QWidget* parent)
    : SectionPage(model, parent)
    , m_allergies(new AllergyStrip)
    , m_note(new NotePanel(model))
    , m_level(new LevelPanel)
    , m_bottom(new BottomPanels(model)) {
    auto* sheet = new QWidget;
    auto* page = column(sheet);
    page->addWidget(m_allergies);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(0);
    m_left = makeMedications();
    m_right = makeResults();
    m_middle = makeMiddle();
    for (int i = 0; i < 2; ++i)
        m_rules << new widgets::Rule(Qt::Vertical);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_rules.at(0));
    m_columns->addWidget(m_middle, 1);
    m_columns->addWidget(m_rules.at(1));
    m_columns->addWidget(m_right);
    page->addLayout(m_columns, 1);
    page->addWidget(m_bottom);
    auto* scroll = new QScrollArea; // scrolls only where the window is narrow
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    column(this)->addWidget(scroll);
    connect(m_allergies, &AllergyStrip::opened, this, [this](const QString& reference) {
        Q_EMIT openRequested(Section::Allergies, reference);
    });
    connect(m_note, &NotePanel::opened, this, [this](const QString& reference) {
        Q_EMIT openRequested(Section::Consultations, reference);
    });
    connect(m_bottom, &BottomPanels::openRequested, this, &SummaryPage::openRequested);
}

void SummaryPage::openOnPress(widgets::PanelHeader* header, Section section) {
    header->setPressable(true);
    connect(header, &widgets::PanelHeader::pressed, this,
            [this, section] { Q_EMIT openRequested(section, {}); });
}

// How many rows of `list` stand below what is seen.
widgets::Text* SummaryPage::moreBelow(widgets::RowList* list) {
    auto* text = new widgets::Text({}, {12, Weight::Semi, Tone::Warn});
    connect(list, &widgets::RowList::hiddenChanged, text, [text](int below) {
        text->setText(below > 0 ? tr("%n de plus", nullptr, below) : QString());
        text->setVisible(below > 0);
    });
    return text;
}

QWidget* SummaryPage::makeMedications() {
    auto* panel = new QWidget;
    auto* layout = column(panel);
    m_medHeader = new widgets::PanelHeader(tr("Médicaments actifs"));
    openOnPress(m_medHeader, Section::Medications);
    m_meds = quietList(tr("Médicaments actifs"));
    m_ceased = new widgets::Text({}, {12, Weight::Regular, Tone::Ink2});
    m_ceased->setElided(true);
    m_moreMeds = moreBelow(m_meds);
    m_ceasedLink = new widgets::LinkButton({});
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge, Tone::Line);
    foot->setFixedHeight(px(28));
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(px(14), 0, px(14), 0);
    footRow->addWidget(m_moreMeds);
    footRow->addWidget(m_ceased, 1);
    footRow->addWidget(m_ceasedLink);
    layout->addWidget(m_medHeader);
    layout->addWidget(m_meds, 1);
    layout->addWidget(foot);
    connect(m_meds, &widgets::RowList::opened, this, [this](const QVariant& key) {
        Q_EMIT openRequested(Section::Medications, key.toString());
    });
    connect(m_ceasedLink, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openRequested(Section::Medications, QStringLiteral("ceased")); });
    return panel;
}

QWidget* SummaryPage::makeMiddle() {
    auto* panel = new QWidget;
    auto* layout = column(panel);
    m_problemHeader = new widgets::PanelHeader(tr("Problèmes de santé"));
    openOnPress(m_problemHeader, Section::Problems);
    m_resolvedLink = new widgets::LinkButton({});
    m_problemHeader->addTrailing(m_resolvedLink);
    m_problems = quietList(tr("Problèmes de santé actifs"));
    m_problems->setColumns({{{0, 1}}, 0, 14, 14});
    layout->addWidget(m_problemHeader);
    layout->addWidget(m_problems);
    layout->addWidget(m_note, 1);
    connect(m_problems, &widgets::RowList::opened, this, [this](const QVariant& key) {
        Q_EMIT openRequested(Section::Problems, key.toString());
    });
    connect(m_resolvedLink, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openRequested(Section::Problems, QStringLiteral("resolved")); });
    return panel;
}

QWidget* SummaryPage::makeResults() {
    auto* panel = new QWidget;
    auto* layout = column(panel);
    m_resultHeader = new widgets::PanelHeader(tr("Laboratoires"));
    openOnPress(m_resultHeader, Section::Results);
    m_abnormal = new widgets::Text({}, {12, Weight::Semi, Tone::Crit});
    m_resultHeader->addTrailing(m_abnormal);
    m_results = quietList(tr("Derniers résultats, hors référence d’abord"));
    m_otherResults = new widgets::LinkButton({});
    auto* more = new widgets::Ground(Tone::Surface);
    more->setRules(Qt::TopEdge, Tone::Line);
    more->setFixedHeight(px(28));
    auto* moreRow = new QHBoxLayout(more);
    moreRow->setContentsMargins(px(30), 0, px(12), 0);
    moreRow->addWidget(moreBelow(m_results));
    moreRow->addStretch();
    moreRow->addWidget(m_otherResults);
    layout->addWidget(m_resultHeader);
    layout->addWidget(m_results, 1);
    layout->addWidget(more);
    layout->addWidget(m_level);
    if (m_model.door() != nullptr) {
        m_level->setWritable(whyNot(viewmodels::FormKind::LevelOfCare));
        connect(m_level, &LevelPanel::writeRequested, this, &SummaryPage::startNew);
    }
    connect(m_results, &widgets::RowList::opened, this, [this](const QVariant& key) {
        const int row = key.toInt();
        if (row >= 0 && row < data().results.rows.size())
            Q_EMIT openRequested(Section::Results, data().results.rows.at(row).key);
    });
    connect(m_otherResults, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openRequested(Section::Results, {}); });
    return panel;
}

void SummaryPage::setNarrow(bool narrow) {
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_allergies->setNarrow(narrow);
    m_bottom->setNarrow(narrow);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QWidget* rule : std::as_const(m_rules))
        rule->setVisible(!narrow);
    setCompact(m_compact);
}

// In one column every list has the height of its rows, and the page scrolls as a whole.
void SummaryPage::fitLists() {
    for (widgets::RowList* list : {m_meds, m_results}) {
        list->setMinimumHeight(m_narrow ? list->contentHeight() : 0);
        list->setMaximumHeight(m_narrow ? list->contentHeight() : QWIDGETSIZE_MAX);
    }
    if (m_narrow)
        m_problems->setFixedHeight(m_problems->contentHeight());
    m_note->setMinimumHeight(m_narrow ? px(300) : 0);
}

void SummaryPage::resizeEvent(QResizeEvent* event) {
    SectionPage::resizeEvent(event);
    if (m_narrow) // once the new widths are known
        QMetaObject::invokeMethod(this, &SummaryPage::fitLists, Qt::QueuedConnection);
}

void SummaryPage::setCompact(bool compact) {
    m_compact = compact;
    m_allergies->setCompact(compact);
    m_note->setCompact(compact);
    m_bottom->setCompact(compact && !m_narrow);
    if (m_narrow) {
        for (QWidget* part : {m_left, m_right}) {
            part->setMinimumWidth(0);
            part->setMaximumWidth(QWIDGETSIZE_MAX);
        }
    } else {
        m_left->setFixedWidth(px(compact ? 462 : 488));
        m_right->setFixedWidth(px(compact ? 416 : 418));
    }
    const double gap = 10;
    m_meds->setColumns(compact ? widgets::Columns{{{0, 1}, {106}, {102}}, gap, 14, 12}
                               : widgets::Columns{{{0, 1}, {104}, {98}}, gap, 14, 14});
    m_results->setColumns({{{12}, {0, 1}, {38}, {54}, {58}, {46}, {56}}, 6, 12, 12});
    if (m_model.state() == viewmodels::ChartModel::State::Ready)
        refresh();
}

void SummaryPage::refresh() {
    m_allergies->setChart(data());
    fillMedications();
    fillProblems();
    m_note->refresh();
    fillResults();
    m_level->show(data().levelOfCare, data().levelLack);
    m_bottom->refresh();
    QMetaObject::invokeMethod(this, &SummaryPage::fitLists, Qt::QueuedConnection);
}

void SummaryPage::refreshSigns() {
    fillMedications();
    m_note->refreshSign();
}

void SummaryPage::fillMedications() {
    QList<Row> rows;
    rows << headerRow({tr("Médicament, dose, posologie"), tr("Prescrit · signé"), tr("Changement")},
                      m_compact ? 20 : 22);
    const viewmodels::MedicationView* ceased = nullptr;
    for (const auto& item : data().medications) {
        if (item.active)
            rows << medicationRow(item, m_model, m_compact ? 41 : 45, 14);
        else if (!ceased && !item.pending)
            ceased = &item;
    }
    if (data().medicationLack.contradicted)
        rows.prepend(lackRow(data().medicationLack));
    if (data().activeMedications == 0) {
        rows.clear();
        viewmodels::Lacking lack = data().medicationLack;
        if (lack.lack == viewmodels::Lack::Present) // only ceased ones are listed
            lack = {
                viewmodels::Lack::NoneKnown, tr("Aucun médicament actif"),
                viewmodels::plural(tr("%n cessé(s) au dossier", nullptr, data().ceasedMedications),
                                   data().ceasedMedications),
                false};
        rows << lackRow(lack);
    }
    m_meds->setRows(rows);
    m_medHeader->setMeta(data().activeMedications > 0
                             ? tr("%1 · ordonnances et déclarations").arg(data().activeMedications)
                             : QString());
    m_ceased->setText(ceased
                          ? tr("Cessé récemment :") + QChar(u' ') +
                                QStringList{ceased->title, ceased->date}.join(QStringLiteral(", "))
                          : QString());
    m_ceasedLink->setText(viewmodels::plural(tr("%n cessé(s)", nullptr, data().ceasedMedications),
                                             data().ceasedMedications));
    m_ceasedLink->setVisible(data().ceasedMedications > 0);
    m_moreMeds->setVisible(!m_moreMeds->text().isEmpty());
}

void SummaryPage::fillProblems() {
    QList<Row> rows;
    for (const auto& item : data().problems) {
        if (item.quiet || item.refuted)
            continue;
        Row row;
        row.height = m_compact ? 26 : 27;
        row.key = item.reference;
        row.copyText = item.copyText;
        widgets::Line line;
        line.runs << titleRuns(item.title, item.foreign, 14, Weight::Regular, Tone::Ink);
        Run year = Run::right(
            Run::words(item.date.isEmpty() ? undated() : item.date.left(4), 12, Tone::Ink3));
        year.keep = true;
        line.runs << year;
        row.cells << widgets::Cell{{line}};
        row.toolTip = item.copyText;
        rows << row;
    }
    const int active = static_cast<int>(rows.size());
    if (data().problemLack.contradicted)
        rows.prepend(lackRow(data().problemLack));
    if (rows.isEmpty()) {
        viewmodels::Lacking lack = data().problemLack;
        if (lack.lack == viewmodels::Lack::Present)
            lack = {
                viewmodels::Lack::NoneKnown, tr("Aucun problème actif"),
                viewmodels::plural(tr("%n résolu(s) au dossier", nullptr, data().resolvedProblems),
                                   data().resolvedProblems),
                false};
        rows << lackRow(lack);
    }
    m_problems->setRows(rows);
    m_problems->setFixedHeight(std::min(m_problems->contentHeight(), px(m_compact ? 156 : 190)));
    m_problemHeader->setMeta(
        active > 0 ? viewmodels::plural(tr("%n actif(s)", nullptr, active), active) : QString());
    m_resolvedLink->setText(viewmodels::plural(tr("%n résolu(s)", nullptr, data().resolvedProblems),
                                               data().resolvedProblems));
    m_resolvedLink->setVisible(data().resolvedProblems > 0);
}

void SummaryPage::fillResults() {
    const auto& results = data().results;
    QList<Row> rows;
    constexpr int filled = 11; // rows of the panel at 900 high
    int ordinary = 0;
    for (const int index : results.abnormalFirst) {
        const auto& row = results.rows.at(index);
        const bool abnormal = row.latest().mark != viewmodels::Mark::None &&
                              row.latest().mark != viewmodels::Mark::Missing;
        // Everything abnormal is listed; the latest of the others fill the panel.
        if (!abnormal && (rows.size() >= filled)) {
            ++ordinary;
            continue;
        }
        rows << resultRow(row, m_compact ? 26 : 27, index);
    }
    if (rows.isEmpty())
        rows << lackRow(results.lacking);
    else
        rows.prepend(headerRow({{},
                                tr("Analyse"),
                                u'>' + tr("Valeur"),
                                {},
                                u'>' + tr("Référence"),
                                u'>' + tr("Écart"),
                                tr("Tendance")},
                               m_compact ? 20 : 22));
    m_results->setRows(rows);
    m_resultHeader->setMeta(results.latestDay);
    m_abnormal->setText(
        results.abnormal > 0
            ? QString(QStringLiteral("▲ ") + tr("%n hors référence", nullptr, results.abnormal))
            : QString());
    m_otherResults->setText(
        ordinary > 0 ? viewmodels::plural(tr("%n autre(s) analyse(s)", nullptr, ordinary), ordinary)
        : results.rows.isEmpty() ? QString()
                                 : tr("Toutes les analyses"));
    m_otherResults->parentWidget()->setVisible(!results.rows.isEmpty());
}

QList<QWidget*> SummaryPage::panels() const {
    return QList<QWidget*>{m_allergies, m_meds, m_problems, m_note->reader(), m_results} +
           m_bottom->lists();
}

} // namespace chevet::pages
