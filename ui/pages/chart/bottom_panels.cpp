#include "ui/pages/chart/row_parts.h"
#include "ui/pages/chart/summary_panels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace chevet::pages {

using viewmodels::ItemView;
using widgets::color;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

FoldButton::FoldButton(const QString& icon, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(title) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFact({}, false);
}

void FoldButton::setFact(const QString& fact, bool due) {
    m_fact = fact;
    m_due = due;
    setAccessibleName(fact.isEmpty() ? m_title : QString(m_title + u", " + fact));
    update();
}

QSize FoldButton::sizeHint() const {
    return {px(200), px(34)};
}

void FoldButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(underMouse() ? Tone::Hover : Tone::Sunken));
    Run title = Run::words(m_title, 13, Tone::Ink, Weight::Semi);
    title.keep = true;
    widgets::Line line{{Run::icon(m_icon, 14, Tone::Ink3), title,
                        Run::words(m_fact, 13, m_due ? Tone::Warn : Tone::Ink2,
                                   m_due ? Weight::Semi : Weight::Regular),
                        Run::right(Run::icon(QStringLiteral("chevron-up"), 14, Tone::Ink3))},
                       8};
    widgets::paintLine(&painter, QRectF(rect()).adjusted(px(12), 0, -px(12), 0), line);
}

void FoldButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        Q_EMIT pressed();
    else
        QWidget::keyPressEvent(event);
}

void FoldButton::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        Q_EMIT pressed();
}

BottomPanels::BottomPanels(viewmodels::ChartModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_wide(new QWidget)
    , m_folded(new QWidget) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new widgets::Rule(Qt::Horizontal));
    for (QWidget* part : {m_wide, m_folded}) {
        auto* row = new QHBoxLayout(part);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        column->addWidget(part);
    }
    addPanel(Section::Immunizations, QStringLiteral("syringe"), tr("Vaccins"));
    addPanel(Section::Orders, QStringLiteral("hourglass"), tr("Résultats attendus"));
    addPanel(Section::Documents, QStringLiteral("folder"), tr("Documents et imagerie"));
    addPanel(Section::Others, QStringLiteral("users"), tr("Équipe et pharmacie"));
    setCompact(false);
}

void BottomPanels::addPanel(Section section, const QString& icon, const QString& title) {
    Panel panel{section, new widgets::PanelHeader(title), new widgets::RowList(title),
                new FoldButton(icon, title)};
    auto* ground = new widgets::Ground(Tone::Sunken);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, px(6));
    column->setSpacing(0);
    column->addWidget(panel.header);
    column->addWidget(panel.list);
    panel.list->setColumns({{{0, 1}}, 0, 14, 14});
    panel.list->setGround(Tone::Sunken);
    panel.list->setSelectionShown(false);
    panel.list->setFixedHeight(px(4 * 26));
    panel.header->setPressable(true);
    const int index = static_cast<int>(m_panels.size());
    connect(panel.header, &widgets::PanelHeader::pressed, this,
            [this, section] { Q_EMIT openRequested(section, {}); });
    connect(panel.list, &widgets::RowList::opened, this,
            [this, section](const QVariant& key) { openRow(section, key); });
    connect(panel.fold, &FoldButton::pressed, this, [this, index] { unfold(index); });
    if (index > 0) {
        m_rules << new widgets::Rule(Qt::Vertical);
        m_wide->layout()->addWidget(m_rules.last());
        m_folded->layout()->addWidget(new widgets::Rule(Qt::Vertical));
    }
    qobject_cast<QHBoxLayout*>(m_wide->layout())->addWidget(ground, 1);
    qobject_cast<QHBoxLayout*>(m_folded->layout())->addWidget(panel.fold, 1);
    m_panels.append(panel);
}

void BottomPanels::openRow(Section section, const QVariant& key) {
    const QStringList place = key.toString().split(u'|');
    const bool imaging = place.value(1) == QLatin1String("imaging");
    Q_EMIT openRequested(imaging ? Section::Imaging : section, place.value(0));
}

void BottomPanels::setCompact(bool compact) {
    m_wide->setVisible(!compact);
    m_folded->setVisible(compact);
}

void BottomPanels::setNarrow(bool narrow) {
    qobject_cast<QBoxLayout*>(m_wide->layout())
        ->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QWidget* rule : std::as_const(m_rules))
        rule->setVisible(!narrow);
}

QList<QWidget*> BottomPanels::lists() const {
    QList<QWidget*> widgets;
    for (const Panel& panel : m_panels)
        widgets << panel.list << panel.fold;
    return widgets;
}

// The same panel over the page, just above its part of the folded line.
void BottomPanels::unfold(int index) {
    Panel& panel = m_panels[index];
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(1, 1, 1, 1);
    auto* list = new widgets::RowList(panel.list->accessibleName());
    list->setColumns({{{0, 1}}, 0, 14, 14});
    list->setGround(Tone::Sunken);
    list->setRows(panel.list->rows().rows());
    column->addWidget(list);
    connect(list, &widgets::RowList::opened, popup,
            [this, popup, section = panel.section](const QVariant& key) {
                popup->close();
                openRow(section, key);
            });
    popup->setFixedSize(std::max(panel.fold->width(), px(300)), list->contentHeight() + 2);
    popup->move(panel.fold->mapToGlobal(QPoint(0, -popup->height())));
    popup->show();
    list->setFocus();
}

void BottomPanels::refresh() {
    fillVaccines(m_panels[0]);
    fillPending(m_panels[1]);
    fillDocuments(m_panels[2]);
    fillTeam(m_panels[3]);
}

void BottomPanels::fillVaccines(Panel& panel) {
    const auto& chart = m_model.data();
    QList<Row> rows;
    for (const ItemView& item : chart.immunizations.mid(0, 4)) {
        const bool due = item.warns;
        const QString fact = item.pending          ? item.status
                             : item.date.isEmpty() ? undated()
                                                   : item.date;
        rows << factRow(item.icon,
                        due            ? Tone::Warn
                        : item.pending ? Tone::Ink3
                        : item.quiet   ? Tone::Ink3
                                       : Tone::Ok,
                        titleRuns(item.title, item.foreign, 13,
                                  due ? Weight::Semi : Weight::Regular, Tone::Ink),
                        fact, due ? Tone::Warn : Tone::Ink3, item.reference);
    }
    if (rows.isEmpty())
        rows << lackRow(chart.immunizationLack, 40);
    panel.header->setMeta(chart.dosesGiven > 0 ? tr("%n au carnet", nullptr, chart.dosesGiven)
                                               : QString());
    const bool due = !chart.immunizations.isEmpty() && chart.immunizations.first().warns;
    panel.fold->setFact(due ? tr("%1 due").arg(chart.immunizations.first().title)
                        : chart.immunizations.isEmpty()
                            ? chart.immunizationLack.title
                            : tr("%n au carnet", nullptr, chart.dosesGiven),
                        due);
    panel.list->setRows(rows);
}

void BottomPanels::fillPending(Panel& panel) {
    const auto& chart = m_model.data();
    QList<Row> rows;
    QString first;
    for (const ItemView& item : chart.orders) {
        if (!item.pending || rows.size() >= 4)
            continue;
        if (rows.isEmpty())
            first = item.title;
        rows << factRow(QStringLiteral("hourglass"), item.warns ? Tone::Warn : Tone::Ink3,
                        titleRuns(item.title, item.foreign, 13,
                                  item.warns ? Weight::Semi : Weight::Regular, Tone::Ink),
                        item.status.startsWith(tr("prévu %1").section(u'%', 0, 0)) ? item.status
                                                                                   : item.date,
                        item.warns ? Tone::Warn : Tone::Ink3, item.reference);
    }
    if (rows.isEmpty() && chart.orders.isEmpty()) {
        rows << lackRow(chart.orderLack, 40);
    } else if (rows.isEmpty()) {
        rows << factRow(QStringLiteral("circle-check"), Tone::Ok,
                        {Run::words(tr("Aucun résultat attendu"), 13)}, {}, Tone::Ink3, {});
    }
    panel.header->setMeta(chart.pendingOrders > 0 ? QString::number(chart.pendingOrders)
                                                  : QString());
    panel.fold->setFact(chart.pendingOrders > 0
                            ? QString(QString::number(chart.pendingOrders) + u", " + first)
                        : chart.orders.isEmpty() ? chart.orderLack.title
                                                 : tr("aucun"),
                        false);
    panel.list->setRows(rows);
}

static bool isIn(const QList<viewmodels::DocumentView>& list,
                 const viewmodels::DocumentView* item) {
    return std::any_of(list.cbegin(), list.cend(),
                       [item](const auto& other) { return &other == item; });
}

void BottomPanels::fillDocuments(Panel& panel) {
    const auto& chart = m_model.data();
    QList<const viewmodels::DocumentView*> all;
    for (const auto& item : chart.documents)
        all << &item;
    for (const auto& item : chart.imaging) {
        if (!item.imaging) // an imaging document is in both lists
            all << &item;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto* a, const auto* b) { return a->sortKey > b->sortKey; });
    QList<Row> rows;
    for (const auto* item : all.mid(0, 4)) {
        const bool imaging = isIn(chart.imaging, item);
        rows << factRow(item->icon, Tone::Ink3,
                        titleRuns(item->title, item->foreign, 13, Weight::Regular, Tone::Ink),
                        item->date.isEmpty() ? undated() : item->date, Tone::Ink3,
                        QString(item->reference + (imaging ? u"|imaging" : u"|")));
    }
    if (rows.isEmpty())
        rows << lackRow(chart.documentLack, 40);
    const QString count = all.isEmpty() ? QString() : QString::number(all.size());
    panel.header->setMeta(count);
    panel.fold->setFact(all.isEmpty() ? chart.documentLack.title : count, false);
    panel.list->setRows(rows);
}

void BottomPanels::fillTeam(Panel& panel) {
    const auto& chart = m_model.data();
    QList<Row> rows;
    for (const ItemView& person : chart.team.mid(0, 4)) {
        QList<Run> name{Run::words(person.title, 13, Tone::Ink,
                                   rows.isEmpty() ? Weight::Semi : Weight::Regular)};
        if (!person.subtitle.isEmpty())
            name << Run::words(person.subtitle, 12, Tone::Ink2);
        rows << factRow(person.icon, Tone::Ink3, name, person.status, Tone::Ink2, person.reference);
    }
    if (rows.isEmpty())
        rows << lackRow({viewmodels::Lack::Unknown, tr("Non documenté"), {}, false}, 40);
    panel.header->setMeta(chart.team.size() > 4 ? QString::number(chart.team.size()) : QString());
    panel.fold->setFact(chart.team.isEmpty() ? tr("non documenté") : QString(), false);
    panel.list->setRows(rows);
}

} // namespace chevet::pages
