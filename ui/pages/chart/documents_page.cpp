#include "ui/pages/chart/documents_page.h"

#include "ui/pages/chart/detail_panel.h"
#include "ui/pages/chart/document_viewer.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/document_texts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace chevet::pages {

using viewmodels::DocumentView;
using viewmodels::Sign;
using widgets::Cell;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

// The title in runs, the searched words marked.
QList<Run> markedRuns(const QString& title, const QString& words, Weight weight, double size = 14,
                      Tone tone = Tone::Ink) {
    const qsizetype at = words.isEmpty() ? -1 : title.indexOf(words, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {Run::words(title, size, tone, weight)};
    QList<Run> runs;
    if (at > 0)
        runs << Run::words(title.left(at), size, tone, weight);
    Run hit = Run::words(title.mid(at, words.size()), size, Tone::Ink, weight);
    hit.marked = true;
    runs << hit;
    if (at + words.size() < title.size())
        runs << Run::words(title.mid(at + words.size()), size, tone, weight);
    return runs;
}

} // namespace

bool DocumentsPage::found(const DocumentView& item, const QString& words) const {
    if (words.isEmpty())
        return true;
    for (const QString& text : {item.title, item.subtitle, item.place, item.text, item.html,
                                item.date, m_texts->textOf(item.reference)})
        if (text.contains(words, Qt::CaseInsensitive))
            return true;
    return false;
}

DocumentsPage::DocumentsPage(viewmodels::ChartModel& model, QWidget* parent)
    : SectionPage(model, parent)
    , m_texts(new viewmodels::DocumentTexts(model, {}, this))
    , m_search(new widgets::SearchField(false))
    , m_list(new widgets::RowList(tr("Documents, le plus récent en haut"))) {
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_left = makeList();
    m_columns->addWidget(m_left);
    m_columns->addWidget(new widgets::Rule(Qt::Vertical));
    m_columns->addWidget(makeViewer(), 1);
    connect(m_list, &widgets::RowList::selected, this,
            [this](const QVariant& key) { show(key.toString()); });
    connect(m_list, &widgets::RowList::keyPressed, this, [this](int key, auto modifiers) {
        if (key == Qt::Key_N)
            walk(modifiers & Qt::ShiftModifier ? -1 : 1);
    });
    connect(m_texts, &viewmodels::DocumentTexts::changed, this, [this] {
        if (!m_search->text().trimmed().isEmpty())
            fill();
    });
    connect(m_search->edit(), &QLineEdit::textChanged, this, [this] {
        if (m_search->text().trimmed().size() > 2)
            m_texts->want(data().documents);
        fill();
        m_viewer->setWords(m_search->text().trimmed());
    });
}

QWidget* DocumentsPage::makeList() {
    auto* left = new widgets::Ground(Tone::Surface);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(18), px(12), px(14), px(10));
    head->addWidget(new widgets::Text(tr("Documents"), {16, Weight::Bold}));
    head->addStretch();
    column->addLayout(head);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(px(14), 0, px(14), px(9));
    m_search->setPlaceholder(tr("Titre, auteur ou texte"));
    m_search->setName(tr("Chercher dans les documents"));
    m_search->setHeight(34);
    search->addWidget(m_search);
    column->addLayout(search);
    m_list->setColumns({{{18}, {0, 1}, {112}}, 11, 18, 14});
    column->addWidget(m_list, 1);
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(34));
    auto* hints = new QHBoxLayout(foot);
    hints->setContentsMargins(px(18), 0, px(14), 0);
    hints->setSpacing(px(16));
    hints->addWidget(
        new widgets::KeyHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choisir")));
    hints->addWidget(new widgets::KeyHint({QStringLiteral("N")}, tr("passage suivant")));
    hints->addStretch();
    column->addWidget(foot);
    return left;
}

QWidget* DocumentsPage::makeHead() {
    auto* bar = new widgets::Ground(Tone::Surface);
    bar->setRules(Qt::BottomEdge);
    bar->setFixedHeight(px(46));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(px(14), 0, px(14), 0);
    row->setSpacing(px(8));
    m_title = new widgets::Text({}, {14, Weight::Bold});
    m_title->setElided(true);
    m_date = new widgets::Text({}, {13, Weight::Regular, Tone::Ink2});
    m_kind = new widgets::Text({}, {12, Weight::Medium, Tone::Ink2});
    m_kind->setElided(true);
    m_passages = new widgets::Text({}, {12, Weight::Regular, Tone::Ink2});
    m_sign = new widgets::SignatureBadge(widgets::Signature::Pending);
    m_provenance = new widgets::LinkButton(tr("Provenance"));
    row->addWidget(m_title, 3);
    row->addWidget(m_date);
    row->addWidget(m_kind, 1);
    row->addWidget(m_passages);
    row->addWidget(m_sign);
    row->addWidget(m_provenance);
    connect(m_provenance, &QAbstractButton::clicked, this, [this] {
        const DocumentView* item = find(m_reference);
        const bool open = m_views->currentIndex() == ProvenanceView;
        if (item && !open)
            m_detail->showFacts(*item);
        m_views->setCurrentIndex(open ? FileView : ProvenanceView);
        m_provenance->setText(open ? tr("Provenance") : tr("Document"));
    });
    return bar;
}

QWidget* DocumentsPage::makeViewer() {
    auto* viewer = new widgets::Ground(Tone::Bg);
    auto* column = new QVBoxLayout(viewer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_views = new QStackedWidget;
    m_viewer = new DocumentViewer(m_model);
    m_detail = new DetailPanel(m_model);
    m_views->addWidget(m_viewer);
    m_views->addWidget(m_detail);
    column->addWidget(m_views, 1);
    connect(m_viewer, &DocumentViewer::passagesChanged, this, &DocumentsPage::showPassages);
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(34));
    auto* words = new QHBoxLayout(foot);
    words->setContentsMargins(px(14), 0, px(14), 0);
    words->addWidget(new widgets::Glyph(QStringLiteral("lock"), Tone::Ink2, 14));
    words->addWidget(
        new widgets::Text(tr("Pages peintes par le lecteur isolé, sans réseau, scripts refusés"),
                          {12, Weight::Regular, Tone::Ink2}));
    words->addStretch();
    column->addWidget(foot);
    return viewer;
}

void DocumentsPage::setCompact(bool compact) {
    if (!m_narrow)
        m_left->setFixedWidth(px(compact ? 380 : 424));
}

void DocumentsPage::setNarrow(bool narrow) {
    m_narrow = narrow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_left->setMinimumWidth(0);
    m_left->setMaximumWidth(QWIDGETSIZE_MAX);
    m_left->setMaximumHeight(narrow ? px(260) : QWIDGETSIZE_MAX);
    setCompact(false);
}

void DocumentsPage::focusFilter() {
    m_search->edit()->setFocus();
}

QList<QWidget*> DocumentsPage::panels() const {
    return {m_search->edit(), m_list,
            m_views->currentIndex() == FileView ? m_viewer->focusPart() : m_detail->facts()};
}

const DocumentView* DocumentsPage::find(const QString& reference) const {
    for (const DocumentView& item : data().documents) {
        if (item.reference == reference)
            return &item;
    }
    return nullptr;
}

bool DocumentsPage::reveal(const QString& reference) {
    if (m_list->select(reference))
        return true;
    m_search->setText({});
    fill();
    return m_list->select(reference);
}

void DocumentsPage::refresh() {
    fill();
}

void DocumentsPage::refreshSigns() {
    const Sign sign = m_model.sign(m_reference);
    m_sign->set(sign == Sign::Verified     ? widgets::Signature::Verified
                : sign == Sign::Invalid    ? widgets::Signature::Invalid
                : sign == Sign::UnknownKey ? widgets::Signature::UnknownKey
                                           : widgets::Signature::Pending,
                viewmodels::signWords(sign));
}

void DocumentsPage::fill() {
    const QString words = m_search->text().trimmed();
    QList<Row> rows;
    QHash<QString, int> years;
    QList<const DocumentView*> kept;
    for (const DocumentView& item : data().documents) {
        if (found(item, words)) {
            kept << &item;
            ++years[item.group];
        }
    }
    QString year = QStringLiteral("?");
    for (const DocumentView* item : kept) {
        if (item->group != year) {
            year = item->group;
            rows << groupRow(year.isEmpty() ? undated() : year, QString::number(years.value(year)),
                             24);
        }
        Row row;
        row.height = 50;
        row.key = item->reference;
        row.copyText = item->copyText;
        row.cells << Cell{{Line{{Run::icon(item->icon, 16, Tone::Ink2)}}}};
        Line title{markedRuns(item->title, words, Weight::Medium), 0};
        if (!item->foreign.isEmpty())
            title.runs << Run::words(QString(QChar(0xA0) + item->foreign), 12, Tone::Ink3);
        Cell name{{title, Line{{Run::words(item->subtitle, 12, Tone::Ink2)}}}};
        const QString quoted =
            viewmodels::DocumentTexts::passage(m_texts->textOf(item->reference), words);
        if (!quoted.isEmpty()) { // where the words stand in the file
            row.height = 68;
            name.lines << Line{markedRuns(quoted, words, Weight::Regular, 12, Tone::Ink2), 0};
        }
        row.cells << name;
        row.cells << Cell{
            {Line{{Run::words(item->date.isEmpty() ? undated() : item->date, 13)}, 6, true},
             Line{{Run::words(item->place, 12, Tone::Ink2)}, 6, true}}};
        rows << row;
    }
    if (data().documents.isEmpty())
        rows << lackRow(data().documentLack, 56);
    else if (kept.isEmpty())
        rows << lackRow({viewmodels::Lack::NoneKnown, tr("Aucun document avec « %1 »").arg(words),
                         tr("%n au dossier", nullptr, static_cast<int>(data().documents.size())),
                         false},
                        56);
    m_search->setNote(words.isEmpty() ? QString()
                                      : viewmodels::plural(tr("%n document(s)", nullptr,
                                                              static_cast<int>(kept.size())),
                                                           static_cast<int>(kept.size())));
    m_list->setRows(rows);
    const bool none = kept.isEmpty();
    for (QWidget* part : QList<QWidget*>{m_sign, m_provenance, m_title, m_date, m_kind})
        part->setVisible(!none);
    if (none) {
        m_reference.clear();
        m_viewer->clear();
        m_views->setCurrentIndex(FileView);
    } else if (!m_list->currentKey().isValid()) {
        m_list->selectFirst();
    }
}

void DocumentsPage::show(const QString& reference) {
    const DocumentView* item = find(reference);
    if (!item)
        return;
    m_reference = reference;
    m_title->setText(item->title);
    m_date->setText(item->date.isEmpty() ? undated() : item->date);
    m_kind->setText(item->kind == item->title ? QString() : item->kind);
    refreshSigns();
    m_model.askProvenance(reference);
    m_provenance->setText(tr("Provenance"));
    const bool content =
        !item->attachments.isEmpty() || !item->text.isEmpty() || !item->html.isEmpty();
    if (content)
        m_viewer->show(*item);
    else
        m_detail->showFacts(*item);
    m_provenance->setVisible(content);
    m_views->setCurrentIndex(content ? FileView : ProvenanceView);
}

void DocumentsPage::showPassages(int count) {
    m_passage = 0;
    m_passages->setText(count > 0 ? tr("Passage %1 de %2").arg(1).arg(count) : QString());
}

void DocumentsPage::walk(int by) {
    const int count = m_viewer->passages();
    if (count == 0)
        return;
    m_passage = (m_passage + by + count) % count;
    m_passages->setText(tr("Passage %1 de %2").arg(m_passage + 1).arg(count));
    m_viewer->goToPassage(m_passage);
}

} // namespace chevet::pages
