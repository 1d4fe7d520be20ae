#include "ui/pages/chart/note_page.h"

#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/note_draft.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_area.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace chevet::pages {

using viewmodels::NoteDraftModel;
using widgets::Button;
using widgets::Cell;
using widgets::ChipKind;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::TextArea;
using widgets::Tone;
using widgets::Weight;
using State = NoteDraftModel::State;

NotePage::NotePage(viewmodels::ChartModel& model, QWidget* parent)
    : SectionPage(model, parent)
    , m_facts(new widgets::RowList(tr("Faits du dossier, lecture seule"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(makeSheet(), 1);
    left->addWidget(makeFoot());
    row->addLayout(left, 1);
    m_rule = new widgets::Rule(Qt::Vertical);
    row->addWidget(m_rule);
    row->addWidget(m_facts);
    m_facts->setColumns({{{0, 1}}, 0, 14, 14});
    m_facts->setSelectionShown(false);
}

QWidget* NotePage::makeSheet() {
    auto* sheet = new widgets::Ground(Tone::Surface);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(px(18), px(8), px(18), px(8));
    bar->setSpacing(px(10));
    m_title = new widgets::Text(tr("Consultation"), {16, Weight::Bold});
    m_when = new widgets::Text({}, {13, Weight::Regular, Tone::Ink2});
    m_kept = new widgets::Chip({}, ChipKind::Plain);
    m_title->setElided(true);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_when);
    bar->addWidget(m_kept);
    column->addLayout(bar);
    m_failure = new widgets::Text({}, {13, Weight::Medium, Tone::Crit});
    m_failure->setWrapped(true);
    m_failure->setContentsMargins(px(18), 0, px(18), px(8));
    column->addWidget(m_failure);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new widgets::Ground(Tone::Surface);
    m_parts = new QVBoxLayout(inner);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(0);
    m_scroll->setWidget(inner);
    column->addWidget(m_scroll, 1);
    return sheet;
}

QWidget* NotePage::makeFoot() {
    auto* foot = new widgets::Ground(Tone::Sunken);
    foot->setRules(Qt::TopEdge);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(px(18), px(8), px(18), px(6));
    column->setSpacing(px(8));
    auto* first = new QHBoxLayout;
    m_covers = new widgets::Text({}, {13, Weight::Semi});
    m_later = new Button(tr("Reprendre plus tard"));
    m_sign = new Button(tr("Signer la consultation"), Button::Kind::Primary);
    m_sign->setGlyph(QStringLiteral("pencil"));
    first->addWidget(m_covers, 1);
    first->addWidget(m_later);
    first->addWidget(m_sign);
    column->addLayout(first);
    auto* hints = new QHBoxLayout;
    hints->setSpacing(px(20));
    hints->addWidget(new widgets::KeyHint({QStringLiteral("Ctrl+↓")}, tr("section suivante")));
    hints->addWidget(new widgets::KeyHint({QStringLiteral("F6")}, tr("faits du dossier")));
    hints->addWidget(new widgets::KeyHint({QStringLiteral("Ctrl+Z")}, tr("annuler")));
    hints->addStretch(1);
    hints->addWidget(new widgets::KeyHint({tr("Ctrl+Entrée")}, tr("signer")));
    column->addLayout(hints);
    connect(m_later, &QAbstractButton::clicked, this, &NotePage::later);
    connect(m_sign, &QAbstractButton::clicked, this, [this] {
        if (m_draft)
            m_draft->sign();
    });
    return foot;
}

bool NotePage::isWriting() const {
    return m_draft != nullptr && m_draft->state() != State::Signed;
}

NoteDraftModel* NotePage::newDraft() {
    const auto& key = m_model.key();
    return m_model.door() != nullptr && key ? new NoteDraftModel(*m_model.door(), *key, this)
                                            : nullptr;
}

void NotePage::begin() {
    if (NoteDraftModel* draft = isWriting() ? nullptr : newDraft())
        start(draft, tr("Consultation"));
}

void NotePage::resume(const session::NoteDraft& draft) {
    NoteDraftModel* model = m_model.key() == draft.patient ? newDraft() : nullptr;
    if (model == nullptr)
        return;
    model->resume(draft);
    start(model, draft.appendsTo.isEmpty() ? tr("Consultation") : tr("Addenda"));
}

void NotePage::beginAddendum(const QString& reference, const QString& title) {
    NoteDraftModel* model = isWriting() ? nullptr : newDraft();
    if (model == nullptr)
        return;
    model->appendTo(reference);
    start(model, tr("Addenda à : %1").arg(title));
}

void NotePage::start(NoteDraftModel* draft, const QString& title) {
    delete m_draft;
    m_draft = draft;
    m_title->setText(title);
    m_sign->setText(draft->appendsTo().isEmpty() ? tr("Signer la consultation")
                                                 : tr("Signer l’addenda"));
    const QDateTime started = draft->started().toLocalTime();
    m_when->setText(started.date().toString(Qt::ISODate) + QStringLiteral(", ") +
                    viewmodels::clockTime(started));
    fillParts();
    connect(draft, &NoteDraftModel::changed, this, &NotePage::showState);
    connect(draft, &NoteDraftModel::signedAs, this, &NotePage::finished);
    showState();
    refresh();
}

void NotePage::fillParts() {
    m_areas.clear();
    while (QLayoutItem* old = m_parts->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (int i = 0; i < m_draft->parts().size(); ++i) {
        const NoteDraftModel::Part& part = m_draft->parts().at(i);
        auto* row = new widgets::Ground(Tone::Surface);
        row->setRules(Qt::TopEdge, Tone::Line);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(px(18), px(8), px(18), px(8));
        line->setSpacing(px(10));
        auto* label = new widgets::Text(part.title, {13, Weight::Semi});
        label->setFixedWidth(px(m_compact ? 84 : 96));
        label->setContentsMargins(0, px(4), 0, 0);
        auto* area = new TextArea(part.title);
        area->setPlainText(part.text);
        label->setBuddy(area);
        line->addWidget(label, 0, Qt::AlignTop);
        line->addWidget(area, 1);
        m_parts->addWidget(row);
        m_areas << area;
        connect(area, &QPlainTextEdit::textChanged, this,
                [this, area, i] { m_draft->setText(i, area->toPlainText()); });
        connect(area, &TextArea::leaving, this, [this, i](TextArea::Leave where) {
            leavePart(i, where == TextArea::Leave::Down ? 1 : -1);
        });
    }
    m_parts->addStretch(1);
    const auto empty = std::find_if(m_areas.cbegin(), m_areas.cend(), [](const TextArea* area) {
        return area->document()->isEmpty();
    });
    (empty == m_areas.cend() ? m_areas.last() : *empty)->setFocus();
}

void NotePage::leavePart(int part, int by) {
    const int to = part + by;
    if (to < 0 || to >= m_areas.size())
        return;
    TextArea* area = m_areas.at(to);
    area->moveCursor(by > 0 ? QTextCursor::Start : QTextCursor::End);
    area->setFocus();
    m_scroll->ensureWidgetVisible(area);
}

void NotePage::showState() {
    const QString at = viewmodels::clockTime(m_draft->kept().toLocalTime());
    switch (m_draft->state()) {
    case State::Untouched:
        m_kept->set(tr("Rien d’écrit encore"), ChipKind::Plain);
        break;
    case State::Typing:
        m_kept->set(m_draft->kept().isValid() ? tr("Brouillon scellé à %1, suite en cours").arg(at)
                                              : tr("Brouillon en cours"),
                    ChipKind::Plain);
        break;
    case State::Kept:
        m_kept->set(tr("Brouillon scellé sur ce poste à %1").arg(at), ChipKind::Ok,
                    QStringLiteral("lock"));
        break;
    case State::NotKept:
        m_kept->set(tr("Brouillon non enregistré"), ChipKind::Crit,
                    QStringLiteral("triangle-alert"));
        break;
    case State::Signing:
        m_kept->set(tr("Signature en cours"), ChipKind::Plain);
        break;
    case State::Signed:
        m_kept->set(tr("Signée"), ChipKind::Ok, QStringLiteral("shield-check"));
        break;
    }
    const bool failed = m_draft->state() == State::NotKept;
    m_failure->setVisible(failed);
    if (failed)
        m_failure->setText(m_draft->failure().what + u' ' + m_draft->failure().rest() + u' ' +
                           tr("Ce que vous avez écrit est encore à l’écran."));
    const bool busy = m_draft->state() == State::Signing || m_draft->state() == State::Signed;
    for (TextArea* area : std::as_const(m_areas))
        area->setReadOnly(busy);
    m_covers->setText(m_draft->isEmpty()
                          ? tr("Aucune section remplie")
                          : viewmodels::plural(tr("La signature couvrira %n section(s)", nullptr,
                                                  m_draft->filled()),
                                               m_draft->filled()));
    m_sign->setReason(m_draft->isEmpty() ? tr("Écrivez au moins une section")
                      : busy             ? tr("Signature en cours")
                                         : QString());
}

void NotePage::later() {
    if (m_draft)
        m_draft->keepNow();
    Q_EMIT finished({});
}

namespace {

Row factTitle(const QString& title, const QString& meta) {
    Row row = groupRow(title, meta, 30);
    row.kind = Row::Kind::Item;
    return row;
}

Row factLine(const QList<Run>& left, const QString& right, Tone tone = Tone::Ink2,
             QStringList below = {}) {
    Row row;
    row.height = 25;
    row.ruled = false;
    Line line{left, 7};
    if (!right.isEmpty())
        line.runs << Run::right(Run::kept(right, 12, Weight::Regular, tone));
    Cell cell{{line}};
    below.removeAll(QString());
    if (!below.isEmpty())
        cell.lines << Line{{Run::words(below.join(QStringLiteral(" · ")), 12, Tone::Ink2)}};
    row.cells << cell;
    return row;
}

} // namespace

// Allergies, medications and results out of range: what bears on a decision, never editable here.
void NotePage::refresh() {
    const auto& chart = data();
    QList<Row> rows;
    rows << factTitle(tr("Allergies"), chart.activeAllergies > 0
                                           ? QString::number(chart.activeAllergies)
                                           : QString());
    for (const auto& item : chart.allergies)
        if (!item.quiet && !item.refuted)
            rows << factLine({Run::icon(item.high ? QStringLiteral("octagon-alert")
                                                  : QStringLiteral("triangle-alert"),
                                        14, Tone::Crit),
                              Run::kept(item.title, 13, Weight::Semi)},
                             {}, Tone::Ink2, {item.reaction, item.criticality});
    if (chart.activeAllergies == 0)
        rows << lackRow(chart.allergyWhole, 40);
    rows << factTitle(tr("Médicaments actifs"), QString::number(chart.activeMedications));
    for (const auto& item : chart.medications)
        if (item.active)
            rows << factLine({Run::kept(item.name, 13), Run::kept(item.dose, 13, Weight::Semi)},
                             item.changed ? item.change : QString(), Tone::Accent);
    if (chart.activeMedications == 0)
        rows << lackRow(chart.medicationLack, 40);
    rows << factTitle(tr("Laboratoires"), chart.results.latestDay);
    for (const int index : chart.results.abnormalFirst.mid(0, 8)) {
        const auto& analyte = chart.results.rows.at(index);
        const widgets::Flag flag = flagOf(analyte.latest().mark);
        if (flag == widgets::Flag::None)
            continue;
        rows << factLine(
            {Run::mark(flag), Run::kept(analyte.name, 13),
             Run::kept(analyte.latest().full, 13, Weight::Semi, widgets::flagTone(flag))},
            analyte.latest().range);
    }
    if (chart.results.rows.isEmpty())
        rows << lackRow(chart.results.lacking, 40);
    m_facts->setRows(rows);
}

void NotePage::setCompact(bool compact) {
    m_compact = compact;
    m_facts->setFixedWidth(px(compact ? 384 : 430));
}

void NotePage::setNarrow(bool narrow) {
    m_facts->setVisible(!narrow);
    m_rule->setVisible(!narrow);
}

QList<QWidget*> NotePage::panels() const {
    QList<QWidget*> stops;
    if (!m_areas.isEmpty())
        stops << m_areas.first();
    return stops << m_facts;
}

void NotePage::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier && m_draft)
        m_draft->sign();
    else
        SectionPage::keyPressEvent(event);
}

} // namespace chevet::pages
