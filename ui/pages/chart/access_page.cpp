#include "ui/pages/chart/access_page.h"

#include "ui/pages/chart/row_parts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>

namespace chevet::pages {

using viewmodels::ActView;
using viewmodels::Sign;
using widgets::Cell;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

Row sunken(const QList<Cell>& cells, double height) {
    Row row;
    row.cells = cells;
    row.height = height;
    row.ruled = false;
    row.ground = Tone::Sunken;
    return row;
}

Row titleRow(const QString& title, const QString& meta) {
    Line line{{Run::words(title, 14, Tone::Ink, Weight::Semi), Run::words(meta, 12, Tone::Ink2)},
              8};
    Row row = sunken({Cell{{line}}}, 38);
    row.ruled = true;
    row.rule = Tone::Line2;
    return row;
}

} // namespace

AccessPage::AccessPage(viewmodels::ChartModel& model, QWidget* parent)
    : SectionPage(model, parent)
    , m_kinds(new widgets::Segmented(tr("Actes montrés")))
    , m_search(new widgets::SearchField(false))
    , m_list(new widgets::RowList(tr("Accès au dossier")))
    , m_facts(new widgets::RowList(tr("État de la chaîne et acte choisi")))
    , m_count(new widgets::Text({}, {12, Weight::Regular, Tone::Ink2}))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_rule(new widgets::Rule(Qt::Vertical)) {
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(0);
    m_parts->addWidget(makeLeft(), 1);
    m_parts->addWidget(m_rule);
    m_parts->addWidget(m_facts);
    m_facts->setGround(Tone::Sunken);
    m_facts->setSelectionShown(false);
    m_facts->setColumns({{{0, 1}}, 0, 16, 16});
    connect(m_list, &widgets::RowList::selected, this,
            [this](const QVariant& key) { fillFacts(key.toInt()); });
    connect(m_kinds, &widgets::Segmented::currentChanged, this, &AccessPage::fill);
    connect(m_search->edit(), &QLineEdit::textChanged, this, &AccessPage::fill);
    connect(&m_model, &viewmodels::ChartModel::actsReady, this, &AccessPage::fill);
}

QWidget* AccessPage::makeLeft() {
    auto* left = new widgets::Ground(Tone::Surface);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(px(18), px(8), px(14), px(8));
    bar->setSpacing(px(10));
    bar->addWidget(new widgets::Text(tr("Accès au dossier"), {16, Weight::Bold}));
    for (const QString& kind : {tr("Tous"), tr("Lectures"), tr("Modifications"), tr("Remises")})
        m_kinds->addSegment(kind);
    m_kinds->setCurrent(0);
    bar->addWidget(m_kinds);
    bar->addStretch(1);
    m_search->setPlaceholder(tr("Personne, motif, date"));
    m_search->setName(tr("Chercher dans le registre"));
    m_search->setHeight(30);
    m_search->setMinimumWidth(px(120));
    m_search->setMaximumWidth(px(216));
    bar->addWidget(m_search, 2);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(36));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(18), 0, px(14), 0);
    row->setSpacing(px(20));
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(new widgets::KeyHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choisir")));
    row->addWidget(
        new widgets::KeyHint({QStringLiteral("Ctrl+F")}, tr("chercher dans le registre")));
    column->addWidget(foot);
    return left;
}

void AccessPage::refresh() {
    m_model.askActs();
    fill();
}

// The reading that brought one here is itself in the register by now.
void AccessPage::showEvent(QShowEvent* event) {
    SectionPage::showEvent(event);
    m_model.askActs();
}

void AccessPage::setCompact(bool compact) {
    m_compact = compact;
    m_list->setColumns(
        compact ? widgets::Columns{{{84}, {0, 1}, {112}, {0, 1.1}, {82}}, 10, 18, 12}
                : widgets::Columns{{{96}, {0, 1}, {132}, {0, 1.1}, {100}, {76}}, 12, 18, 14});
    if (!m_narrow)
        m_facts->setFixedWidth(px(compact ? 300 : 330));
    fill();
}

void AccessPage::setNarrow(bool narrow) {
    m_narrow = narrow;
    m_parts->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_rule->setVisible(!narrow);
    if (narrow) {
        m_facts->setMinimumWidth(0);
        m_facts->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    setCompact(m_compact);
}

void AccessPage::focusFilter() {
    m_search->edit()->setFocus();
    m_search->edit()->selectAll();
}

QList<QWidget*> AccessPage::panels() const {
    return {m_list, m_facts};
}

bool AccessPage::shown(const ActView& act) const {
    using Kind = ActView::Kind;
    const int kind = m_kinds->current();
    if ((kind == 1 && act.kind != Kind::Read) || (kind == 2 && act.kind != Kind::Change) ||
        (kind == 3 && act.kind != Kind::HandedOver))
        return false;
    const QString text = m_search->text().trimmed();
    const QString all =
        QStringList{act.day, act.who, act.role, act.what, act.scope, act.device}.join(u' ');
    return text.isEmpty() || all.contains(text, Qt::CaseInsensitive);
}

Row AccessPage::rowOf(const ActView& act, int index) const {
    const bool refused = act.sign == Sign::Invalid;
    Row row;
    row.height = 44;
    row.key = index;
    row.alarm = refused;
    row.hatched = refused;
    row.copyText = act.copyText;
    row.cells << Cell{{Line{{Run::words(act.day.isEmpty() ? undated() : act.day, 13)}},
                       Line{{Run::words(act.time, 12, Tone::Ink3)}}}};
    Run who = Run::kept(act.who, 13, Weight::Medium);
    who.strike = refused;
    row.cells << Cell{{Line{{who}}, Line{{Run::words(act.role, 12, Tone::Ink3)}}}};
    row.cells << Cell{{Line{{Run::icon(act.icon, 14, Tone::Ink2), Run::words(act.what, 13)}}}};
    row.cells << Cell{{Line{{Run::kept(act.scope, 13, Weight::Regular, Tone::Ink2)}}}};
    row.cells << Cell{{Line{{Run::words(act.device, 13, Tone::Ink2)}}}};
    row.cells << Cell{
        {Line{{Run::icon(signGlyph(act.sign), 13, signTone(act.sign)), Run::words(act.number, 13)},
              5},
         Line{{Run::words(act.hash, 12, Tone::Ink3)}}}};
    row.accessible =
        QStringList{act.day,    act.time,
                    act.who,    act.role,
                    act.what,   act.scope,
                    act.device, tr("signature %1").arg(viewmodels::signWords(act.sign))}
            .join(QStringLiteral(", "));
    return row;
}

void AccessPage::fill() {
    const auto& acts = m_model.acts();
    QList<Row> rows;
    int count = 0;
    if (acts) {
        for (int i = 0; i < acts->lines.size(); ++i) {
            if (!shown(acts->lines.at(i)))
                continue;
            ++count;
            rows << rowOf(acts->lines.at(i), i);
        }
    }
    if (!rows.isEmpty())
        rows.prepend(headerRow({tr("Date et heure"), tr("Qui"), tr("Quoi"), tr("Portée ou motif"),
                                tr("Poste"), tr("Chaîne")},
                               28, Tone::Sunken));
    else if (!acts || !acts->failure.isEmpty())
        rows << lackRow({viewmodels::Lack::Unknown,
                         acts ? acts->failure : tr("Lecture du registre"),
                         {},
                         false},
                        56);
    else
        rows << lackRow(
            {viewmodels::Lack::NoneKnown, tr("Aucune inscription avec ce filtre"),
             acts->lines.isEmpty() ? tr("personne n’a encore ouvert ce dossier") : QString(),
             false},
            56);
    const QVariant kept = m_list->currentKey();
    m_list->setRows(rows);
    m_count->setText(acts
                         ? tr("%1 inscriptions affichées sur %2").arg(count).arg(acts->lines.size())
                         : QString());
    if (!kept.isValid() || !m_list->select(kept))
        m_list->selectFirst();
    fillFacts(m_list->currentKey().isValid() ? m_list->currentKey().toInt() : -1);
}

void AccessPage::fillFacts(int line) {
    const auto& acts = m_model.acts();
    if (!acts)
        return m_facts->setRows({});
    const bool sound = acts->refused == 0 && acts->failure.isEmpty();
    QList<Row> rows;
    Cell state{
        {Line{{Run::icon(sound ? QStringLiteral("shield-check") : QStringLiteral("octagon-cross"),
                         20, sound ? Tone::Ok : Tone::Crit),
               Run::words(sound ? tr("Chaîne vérifiée") : tr("Chaîne rompue"), 15,
                          sound ? Tone::Ink : Tone::Crit, Weight::Bold)},
              8},
         Line{{Run::words(
             sound ? tr("%1 inscriptions, toutes intactes").arg(acts->verified)
                   : tr("%1 inscriptions ne sont pas ce qui fut signé").arg(acts->refused),
             13, Tone::Ink2)}},
         Line{
             {Run::words(tr("Vérifiée à %1 sur ce poste").arg(acts->checkedAt), 12, Tone::Ink3)}}}};
    rows << sunken({state}, 84);
    if (!acts->persons.isEmpty())
        rows << titleRow(
            tr("12 derniers mois"),
            tr("%1 inscriptions, %2 personnes").arg(acts->recent).arg(acts->persons.size()));
    for (const auto& [name, count] : acts->persons.mid(0, 6)) {
        Run bar = Run::bar(double(count) / acts->persons.first().second, 84);
        bar.tone = Tone::Accent;
        Row row = sunken({Cell{{Line{{Run::words(name, 13), Run::right(bar),
                                      Run::kept(QString::number(count), 13, Weight::Semi)},
                                     10}}}},
                         26);
        row.accessible = tr("%1 : %2").arg(name).arg(count);
        rows << row;
    }
    if (line >= 0 && line < acts->lines.size()) {
        const ActView& act = acts->lines.at(line);
        rows << titleRow(act.number.isEmpty() ? tr("Inscription")
                                              : tr("Inscription %1").arg(act.number),
                         viewmodels::signWords(act.sign));
        for (const viewmodels::Field& field : act.fields) {
            Row row = sunken({Cell{{Line{{Run::words(field.label, 13, Tone::Ink2)}}}},
                              Cell{{Line{{Run::kept(field.value, 13)}}}}},
                             24);
            row.columns =
                std::make_shared<widgets::Columns>(widgets::Columns{{{96}, {0, 1}}, 8, 16, 16});
            row.accessible = tr("%1 : %2").arg(field.label, field.value);
            rows << row;
        }
    }
    m_facts->setRows(rows);
}

} // namespace chevet::pages
