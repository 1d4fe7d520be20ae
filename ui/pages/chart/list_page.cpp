#include "ui/pages/chart/list_page.h"

#include "ui/pages/chart/detail_panel.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>

namespace chevet::pages {

using viewmodels::ItemView;
using widgets::Cell;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

ListPage::ListPage(viewmodels::ChartModel& model, const QString& title, QWidget* parent)
    : SectionPage(model, parent)
    , m_detail(new DetailPanel(model))
    , m_list(new widgets::RowList(title))
    , m_segments(new widgets::Segmented(title))
    , m_search(new widgets::SearchField(false))
    , m_foot(new widgets::Ground(Tone::Surface))
    , m_footRow(new QHBoxLayout(m_foot)) {
    m_parts = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(0);
    m_parts->addWidget(makeLeft(title), 1);
    m_rule = new widgets::Rule(Qt::Vertical);
    m_parts->addWidget(m_rule);
    m_parts->addWidget(m_detail);
    m_right = m_detail;
    connect(m_list, &widgets::RowList::selected, this, [this](const QVariant& key) {
        if (const ItemView* item = find(key.toString()))
            showItem(*item);
        updateActions();
    });
    connect(m_list, &widgets::RowList::keyPressed, this, &ListPage::keyPressed);
    connect(m_segments, &widgets::Segmented::currentChanged, this, &ListPage::fill);
    connect(m_search->edit(), &QLineEdit::textChanged, this, &ListPage::fill);
}

QWidget* ListPage::makeLeft(const QString& title) {
    auto* left = new widgets::Ground(Tone::Surface);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_column = column;
    auto* bar = new QHBoxLayout;
    m_bar = bar;
    bar->setContentsMargins(px(18), px(8), px(14), px(8));
    bar->setSpacing(px(10));
    bar->addWidget(new widgets::Text(title, {16, Weight::Bold}));
    bar->addWidget(m_segments);
    bar->addStretch(1);
    m_search->setPlaceholder(tr("Filtrer"));
    m_search->setName(tr("Filtrer : %1").arg(title));
    m_search->setHeight(30);
    m_search->setMinimumWidth(px(80));
    m_search->setMaximumWidth(px(216));
    bar->addWidget(m_search, 2);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    m_foot->setRules(Qt::TopEdge);
    m_foot->setFixedHeight(px(36));
    m_footRow->setContentsMargins(px(18), 0, px(14), 0);
    m_footRow->setSpacing(px(20));
    m_footRow->addWidget(
        new widgets::KeyHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choisir")));
    m_footRow->addWidget(new widgets::KeyHint({QStringLiteral("V")}, tr("versions")));
    m_footRow->addWidget(new widgets::KeyHint({QStringLiteral("D")}, tr("différence")));
    m_footRow->addWidget(new widgets::KeyHint({QStringLiteral("Ctrl+C")}, tr("copier")));
    m_footRow->addStretch(1);
    column->addWidget(m_foot);
    m_segments->hide();
    return left;
}

void ListPage::keyPressed(int key) {
    if (key == Qt::Key_V)
        m_detail->goToVersions();
    if (key == Qt::Key_D)
        m_detail->goToDifference();
    if (key == Qt::Key_N)
        startNew();
    for (const Action& action : std::as_const(m_actions))
        if (action.key == key && !action.button->isHidden() && action.button->isEnabled())
            action.button->click();
}

void ListPage::startNew() {
    if (m_new && whyNot(*m_new).isEmpty())
        Q_EMIT writeRequested(*m_new, {});
}

void ListPage::offerNew(viewmodels::FormKind kind, const QString& words, const QString& spoken) {
    if (m_model.door() == nullptr)
        return;
    const bool first = !m_new.has_value();
    auto* button = new widgets::Button(words, first ? widgets::Button::Kind::Primary
                                                    : widgets::Button::Kind::Plain);
    if (first) {
        m_new = kind;
        button->setGlyph(QStringLiteral("plus"));
        button->setToolTip(spoken + tr(" (N, Ctrl+Maj+N)"));
    }
    button->setSize(widgets::Button::Size::Small);
    button->setAccessibleName(spoken);
    if (const QString reason = whyNot(kind); !reason.isEmpty())
        button->setReason(reason);
    addAction(button);
    connect(button, &QAbstractButton::clicked, this,
            [this, kind] { Q_EMIT writeRequested(kind, {}); });
}

void ListPage::offer(viewmodels::FormKind kind, const QString& words, Qt::Key key, Fits fits) {
    if (m_model.door() != nullptr)
        offerAct(words, whyNot(kind), key, std::move(fits), [this, kind](const ItemView& item) {
            Q_EMIT writeRequested(kind, item.reference);
        });
}

void ListPage::offerAct(const QString& words, const QString& reason, Qt::Key key, Fits fits,
                        std::function<void(const ItemView&)> act) {
    auto* button = new widgets::Button(words);
    button->setToolTip(words + QStringLiteral(" (%1)").arg(QChar(char16_t(key))));
    if (!reason.isEmpty())
        button->setReason(reason);
    m_detail->addAction(button);
    connect(button, &QAbstractButton::clicked, this, [this, act] {
        if (const ItemView* item = selected())
            act(*item);
    });
    m_actions << Action{button, key, std::move(fits), act};
    updateActions();
}

const ItemView* ListPage::selected() const {
    return find(m_list->currentKey().toString());
}

void ListPage::updateActions() {
    const ItemView* item = selected();
    bool any = false;
    for (const Action& action : std::as_const(m_actions)) {
        const bool fits = item != nullptr && action.fits(*item);
        action.button->setVisible(fits);
        any = any || fits;
    }
    m_detail->showActions(any);
}

// The form stands where the item does: the list stays in sight.
void ListPage::setWriting(bool writing) {
    m_writing = writing;
    m_right->setVisible(!writing);
    m_rule->setVisible(!writing && !m_narrow);
}

void ListPage::setFilters(const QList<Filter>& filters) {
    m_filters = filters;
    for (const Filter& filter : filters)
        m_segments->addSegment(filter.words);
    m_segments->setVisible(!filters.isEmpty());
    if (!filters.isEmpty())
        m_segments->setCurrent(0);
}

void ListPage::setCompact(bool compact) {
    m_compact = compact;
    if (m_narrow)
        return;
    m_right->setFixedWidth(px(compact ? 600 : 660));
}

// One column: the list above, the item below.
void ListPage::setNarrow(bool narrow) {
    m_narrow = narrow;
    m_parts->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_parts->setStretchFactor(m_right, narrow ? 1 : 0);
    m_rule->setVisible(!narrow && !m_writing);
    m_foot->setVisible(!narrow);
    if (narrow) {
        m_right->setMinimumWidth(0);
        m_right->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    setCompact(m_compact);
}

void ListPage::focusFilter() {
    m_search->edit()->setFocus();
    m_search->edit()->selectAll();
}

QList<QWidget*> ListPage::panels() const {
    return {m_list, m_detail->reader(), m_detail->facts()};
}

bool ListPage::reveal(const QString& reference) {
    if (!find(reference))
        return false;
    if (!m_list->select(reference) && !m_filters.isEmpty()) {
        m_segments->setCurrent(static_cast<int>(m_filters.size()) - 1); // « Tous » stands last
        fill();
    }
    return m_list->select(reference);
}

const ItemView* ListPage::find(const QString& reference) const {
    if (reference.isEmpty())
        return nullptr;
    for (const ItemView* item : items()) {
        if (item->reference == reference || item->title == reference)
            return item;
    }
    return nullptr;
}

bool ListPage::matches(const ItemView& item) const {
    const QString text = m_search->text().trimmed();
    return text.isEmpty() || item.title.contains(text, Qt::CaseInsensitive) ||
           item.subtitle.contains(text, Qt::CaseInsensitive) ||
           item.place.contains(text, Qt::CaseInsensitive) || item.date.startsWith(text);
}

Row ListPage::header() const {
    return headerRow({tr("Intitulé"), tr("Qui, où · signé"), tr("Date"), {}}, 28, Tone::Sunken);
}

widgets::Columns ListPage::columns() const {
    return {{{0, 1}, {m_compact ? 132.0 : 150.0}, {m_compact ? 116.0 : 132.0}}, 12, 18, 14};
}

Row ListPage::rowOf(const ItemView& item) const {
    Row row;
    row.height = 50;
    row.key = item.reference.isEmpty() ? item.title : item.reference;
    row.copyText = item.copyText;
    const Tone ink = item.quiet || item.refuted ? Tone::Ink2 : Tone::Ink;
    Line title{
        titleRuns(item.title, item.foreign, 15, item.quiet ? Weight::Regular : Weight::Semi, ink)};
    title.runs.first().strike = item.refuted;
    title.runs.first().keep = true; // wraps before it is cut
    if (!item.icon.isEmpty())
        title.runs.prepend(Run::icon(item.icon, 16,
                                     !item.warns || item.quiet ? Tone::Ink3
                                     : item.pending            ? Tone::Warn
                                                               : Tone::Crit));
    Cell name{{title}};
    if (!item.subtitle.isEmpty())
        name.lines << Line{{Run::words(item.subtitle, 12, Tone::Ink2)}};
    row.cells << name;
    row.cells << (item.reference.isEmpty() ? Cell{}
                                           : signedCell(item.place, m_model, item.reference));
    Cell when{{Line{{Run::words(item.date.isEmpty() ? undated() : item.date, 13,
                                item.date.isEmpty() ? Tone::Ink3 : ink)}}}};
    if (!item.status.isEmpty())
        when.lines << Line{
            {Run::words(item.status, 12, item.pending && item.warns ? Tone::Warn : Tone::Ink3)}};
    row.cells << when;
    row.accessible = QStringList{item.title, item.subtitle, item.place,
                                 item.date.isEmpty() ? undated() : item.date, item.status}
                         .join(QStringLiteral(", "));
    return row;
}

void ListPage::fill() {
    const int chosen = m_segments->current();
    QList<Row> rows;
    QString group;
    const auto all = items();
    QHash<QString, int> counts;
    QList<const ItemView*> kept;
    for (const ItemView* item : all) {
        const bool keep = m_filters.isEmpty() || chosen < 0 || m_filters.at(chosen).keeps(*item);
        if (!keep || !matches(*item))
            continue;
        kept << item;
        ++counts[item->group];
    }
    if (!kept.isEmpty())
        rows << header();
    for (const ItemView* item : kept) {
        if (m_grouped && item->group != group && counts.size() > 1) {
            group = item->group;
            rows << groupRow(group, QString::number(counts.value(group)));
        }
        rows << rowOf(*item);
    }
    if (!all.isEmpty() && lacking().contradicted)
        rows.prepend(lackRow(lacking()));
    if (all.isEmpty()) {
        rows << lackRow(lacking(), 56);
        m_detail->clear({});
    } else if (kept.isEmpty()) {
        rows << lackRow({viewmodels::Lack::NoneKnown, tr("Aucun élément avec ce filtre"),
                         tr("%n au dossier", nullptr, static_cast<int>(all.size())), false},
                        56);
        m_detail->clear({});
    }
    m_list->setColumns(columns());
    m_list->setRows(rows);
    for (qsizetype i = 0; i < m_filters.size(); ++i) {
        const auto count = std::count_if(all.cbegin(), all.cend(), [&](const ItemView* item) {
            return m_filters.at(i).keeps(*item);
        });
        m_segments->setCount(static_cast<int>(i), QString::number(count));
    }
    if (!m_list->currentKey().isValid())
        m_list->selectFirst();
    updateActions();
}

void ListPage::refresh() {
    fill();
}

void ListPage::addLegend(QWidget* legend) {
    m_footRow->addWidget(legend);
}

void ListPage::addAction(QWidget* button) {
    m_bar->addWidget(button);
}

void ListPage::addNotice(QWidget* notice) {
    m_column->insertWidget(1, notice);
}

void ListPage::showItem(const ItemView& item) {
    m_detail->show(item);
}

ItemsPage::ItemsPage(viewmodels::ChartModel& model, const QString& title, Items items, Lack lack,
                     const QList<Filter>& filters, QWidget* parent)
    : ListPage(model, title, parent)
    , m_items(std::move(items))
    , m_lack(std::move(lack)) {
    setFilters(filters);
}

} // namespace chevet::pages
