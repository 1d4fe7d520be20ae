#include "ui/pages/chart/timeline_page.h"

#include "ui/pages/chart/row_parts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timeline_chart.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QMap>
#include <QScrollArea>

namespace chevet::pages {

using viewmodels::TimelineMark;
using widgets::Cell;
using widgets::LaneMark;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;
constexpr int laneCount = 7;
// The order in which the lanes stand, top to bottom.
constexpr TimelineMark::Lane order[laneCount] = {
    TimelineMark::Lane::Encounters, TimelineMark::Lane::Results, TimelineMark::Lane::Medications,
    TimelineMark::Lane::Documents,  TimelineMark::Lane::Imaging, TimelineMark::Lane::Problems,
    TimelineMark::Lane::Vaccines};

LaneMark laneMark(const TimelineMark& mark, int key) {
    LaneMark lane;
    lane.shape = static_cast<LaneMark::Shape>(mark.shape); // same order, by design
    lane.flag = flagOf(mark.mark);
    lane.from = mark.from;
    lane.to = mark.to;
    lane.count = mark.count;
    lane.counted = mark.lane == TimelineMark::Lane::Results;
    const bool labelled =
        mark.lane == TimelineMark::Lane::Problems || mark.lane == TimelineMark::Lane::Documents ||
        mark.lane == TimelineMark::Lane::Imaging || mark.lane == TimelineMark::Lane::Vaccines;
    lane.label = labelled ? mark.title : QString();
    lane.words = QStringList{mark.day, mark.time, mark.kind, mark.title, mark.detail}.join(
        QStringLiteral(", "));
    lane.key = key;
    return lane;
}

QString monthOf(qint64 at) {
    return QDateTime::fromMSecsSinceEpoch(at).date().toString(QStringLiteral("yyyy-MM"));
}

} // namespace

TimelinePage::TimelinePage(viewmodels::ChartModel& model, QWidget* parent)
    : SectionPage(model, parent)
    , m_scale(new widgets::Segmented(tr("Échelle")))
    , m_chart(new widgets::TimelineChart)
    , m_scroll(new QScrollArea)
    , m_title(new widgets::Text({}, {14, Weight::Bold}))
    , m_count(new widgets::Text({}, {12, Weight::Regular, Tone::Ink3}))
    , m_list(new widgets::RowList(tr("Événements, le plus récent en haut")))
    , m_undated(new widgets::Text({}, {12, Weight::Regular, Tone::Ink2})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    m_scroll->setWidget(m_chart);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll);
    auto* head = new widgets::Ground(Tone::Surface);
    head->setRules(Qt::TopEdge);
    head->setFixedHeight(px(36));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(18), 0, px(14), 0);
    row->setSpacing(px(8));
    row->addWidget(m_title);
    row->addWidget(m_count, 1);
    column->addWidget(head);
    m_list->setColumns({{{134}, {18}, {104}, {0, 1}, {190}, {110}}, 12, 18, 14});
    column->addWidget(m_list, 1);
    column->addWidget(makeFoot());
    connect(m_chart, &widgets::TimelineChart::windowChanged, this, [this] {
        fitChart();
        fillList();
    });
    connect(m_chart, &widgets::TimelineChart::markSelected, this, [this](int key) {
        m_following = true;
        m_list->select(key);
        m_following = false;
    });
    connect(m_chart, &widgets::TimelineChart::opened, this, &TimelinePage::open);
    connect(m_list, &widgets::RowList::selected, this, [this](const QVariant& key) {
        if (!m_following && m_list->hasFocus())
            m_chart->select(key.toInt());
    });
}

QWidget* TimelinePage::makeBar() {
    m_bar = new widgets::Ground(Tone::Surface);
    m_bar->setMinimumWidth(px(480)); // fitBar() breaks it in two rows
    auto* grid = new QGridLayout(m_bar);
    grid->setContentsMargins(px(18), 0, px(14), 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(2, 1);
    grid->addWidget(new widgets::Text(tr("Chronologie"), {16, Weight::Bold}), 0, 0);
    m_filter = new QWidget;
    auto* kinds = new QHBoxLayout(m_filter);
    kinds->setContentsMargins(0, 0, 0, 0);
    kinds->setSpacing(px(12));
    const QString names[] = {tr("Consultations"), tr("Résultats"), tr("Médicaments"),
                             tr("Documents"),     tr("Imagerie"),  tr("Problèmes"),
                             tr("Vaccins")};
    for (int i = 0; i < laneCount; ++i) {
        auto* box = new QCheckBox(names[i]);
        box->setChecked(true);
        box->setFont(widgets::face(12, Weight::Medium));
        connect(box, &QCheckBox::toggled, this, [this, i](bool on) {
            m_chart->setLaneShown(i, on);
            fitChart();
            fillList();
        });
        m_kinds << box;
        kinds->addWidget(box);
    }
    grid->addWidget(m_filter, 0, 1);
    for (const QString& words : {tr("Tout"), tr("Années"), tr("13 mois"), tr("Mois")})
        m_scale->addSegment(words);
    m_scale->setCurrent(2);
    connect(m_scale, &widgets::Segmented::currentChanged, this, &TimelinePage::span);
    grid->addWidget(m_scale, 0, 3);
    fitBar();
    return m_bar;
}

// The kinds stand beside the title, or in a row of their own where the type leaves no room.
void TimelinePage::fitBar() {
    auto* grid = qobject_cast<QGridLayout*>(m_bar->layout());
    const QMargins edges = grid->contentsMargins();
    const int wanted = edges.left() + grid->itemAtPosition(0, 0)->sizeHint().width() +
                       m_filter->sizeHint().width() + m_scale->sizeHint().width() +
                       3 * grid->horizontalSpacing() + edges.right();
    const bool two = wanted > width();
    grid->removeWidget(m_filter);
    if (two)
        grid->addWidget(m_filter, 1, 0, 1, 4, Qt::AlignLeft | Qt::AlignVCenter);
    else
        grid->addWidget(m_filter, 0, 1);
    grid->setContentsMargins(px(18), two ? px(6) : 0, px(14), two ? px(4) : 0);
    m_bar->setFixedHeight(px(two ? 84 : 46));
}

QWidget* TimelinePage::makeFoot() {
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(32));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(18), 0, px(14), 0);
    row->setSpacing(px(16));
    const auto hint = [&](const QStringList& keys, const QString& words) {
        row->addWidget(new widgets::KeyHint(keys, words));
    };
    hint({QStringLiteral("←"), QStringLiteral("→")}, tr("événement"));
    hint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("rangée"));
    hint({QStringLiteral("+"), QStringLiteral("−")}, tr("échelle"));
    hint({tr("Entrée")}, tr("ouvrir"));
    row->addStretch(1);
    row->addWidget(m_undated);
    return foot;
}

QList<QWidget*> TimelinePage::panels() const {
    return {m_chart, m_list};
}

bool TimelinePage::shown(TimelineMark::Lane lane) const {
    for (int i = 0; i < laneCount; ++i) {
        if (order[i] == lane)
            return m_kinds.at(i)->isChecked();
    }
    return true;
}

void TimelinePage::refresh() {
    fillChart();
    fillList();
    fitBar();
    fitChart();
}

void TimelinePage::fillChart() {
    const auto& timeline = data().timeline;
    widgets::TimelineData chart;
    const char* icons[] = {"note", "flask", "pill", "folder", "image", "list", "syringe"};
    int counts[laneCount] = {};
    for (int i = 0; i < laneCount; ++i) {
        widgets::Lane lane;
        lane.icon = QString::fromLatin1(icons[i]);
        lane.title = m_kinds.at(i)->text().section(QChar(0x2003), 0, 0);
        lane.height = i < 2 ? 46 : 32;
        lane.shown = m_kinds.at(i)->isChecked();
        lane.isTreatments = order[i] == TimelineMark::Lane::Medications;
        chart.lanes.append(lane);
    }
    QMap<int, int> years;
    for (qsizetype i = 0; i < timeline.marks.size(); ++i) {
        const TimelineMark& mark = timeline.marks.at(i);
        for (int lane = 0; lane < laneCount; ++lane) {
            if (order[lane] != mark.lane)
                continue;
            ++counts[lane];
            if (!chart.lanes.at(lane).isTreatments)
                chart.lanes[lane].marks.append(laneMark(mark, static_cast<int>(i)));
        }
        ++years[QDateTime::fromMSecsSinceEpoch(mark.from).date().year()];
    }
    for (const auto& treatment : timeline.treatments) {
        widgets::LaneTreatment row{treatment.name, {}};
        for (const auto& bar : treatment.bars)
            row.bars.append({bar.from, bar.to, bar.words, bar.ended});
        chart.lanes[2].treatments.append(row);
    }
    for (int i = 0; i < laneCount; ++i)
        m_kinds.at(i)->setText(
            QString(chart.lanes.at(i).title + QChar(0x2003) + QString::number(counts[i])));
    if (!years.isEmpty()) {
        const int last = QDateTime::fromMSecsSinceEpoch(timeline.today).date().year();
        const int first = std::max(years.firstKey(), last - 120);
        for (int year = first; year <= std::max(last, years.lastKey()); ++year)
            chart.years.append({year, years.value(year)});
        chart.spanWords = tr("%1 à %2").arg(years.firstKey()).arg(years.lastKey());
        chart.spanDetail = viewmodels::plural(
            tr("%n événement(s)", nullptr, static_cast<int>(timeline.marks.size())),
            static_cast<int>(timeline.marks.size()));
    }
    chart.first = timeline.first;
    chart.last = timeline.last;
    chart.today = timeline.today;
    chart.unchangedWords = tr("%1 inchangés sur la période : %2");
    m_chart->setData(std::move(chart));
    // A file that has been quiet for long opens on its newest events, not on an empty year.
    if (!timeline.marks.isEmpty() && timeline.marks.last().from < m_chart->from())
        m_chart->setWindow(timeline.marks.last().from - 380 * day,
                           timeline.marks.last().from + 14 * day);
    m_undated->setText(timeline.undated.isEmpty()
                           ? QString()
                           : tr("Sans date : %n, au bas de la liste", nullptr,
                                static_cast<int>(timeline.undated.size())));
}

void TimelinePage::resizeEvent(QResizeEvent* event) {
    SectionPage::resizeEvent(event);
    fitBar();
    fitChart();
}

void TimelinePage::fitChart() {
    const int wanted = m_chart->sizeHint().height();
    m_chart->setMinimumHeight(wanted);
    m_scroll->setFixedHeight(std::min(wanted, std::max(px(240), height() - px(260))));
}

void TimelinePage::span(int choice) {
    const auto& timeline = data().timeline;
    const qint64 end = m_chart->to();
    if (choice == 0)
        m_chart->setWindow(timeline.first - 30 * day,
                           std::max(timeline.last, timeline.today) + 30 * day);
    else
        m_chart->setWindow(end - (choice == 1 ? 1826 : choice == 2 ? 407 : 45) * day, end);
}

static Row eventRow(const TimelineMark& mark, int key, const viewmodels::ChartModel& model) {
    Row row;
    row.height = 31;
    row.key = key;
    const widgets::Flag flag = flagOf(mark.mark);
    Line when{
        {Run::words(mark.day.isEmpty() ? undated() : mark.day, 13, Tone::Ink, Weight::Medium)}};
    if (!mark.time.isEmpty() &&
        !(mark.time.startsWith(QLatin1String("00")) && mark.time.endsWith(QLatin1String("00"))))
        when.runs << Run::words(mark.time, 12, Tone::Ink3);
    Line what;
    if (flag != widgets::Flag::None)
        what.runs << Run::mark(flag, 12);
    what.runs << Run::words(mark.title, 13, widgets::flagTone(flag), Weight::Semi);
    if (!mark.detail.isEmpty())
        what.runs << Run::words(mark.detail, 13, Tone::Ink);
    const viewmodels::Sign sign = model.sign(mark.reference);
    Line seal{{}, 4};
    if (sign != viewmodels::Sign::Unchecked)
        seal.runs << Run::icon(signGlyph(sign), 13, signTone(sign))
                  << Run::words(viewmodels::signWords(sign), 12, signTone(sign));
    row.cells << Cell{{when}} << Cell{{Line{{Run::icon(mark.icon, 16, Tone::Ink2)}}}}
              << Cell{{Line{{Run::words(mark.kind, 13, Tone::Ink2)}}}} << Cell{{what}}
              << Cell{{Line{{Run::words(mark.who, 13, Tone::Ink2)}}}} << Cell{{seal}};
    QStringList spoken{mark.day, mark.time, mark.kind, mark.title, mark.detail, mark.who};
    spoken.removeAll(QString());
    row.accessible = row.copyText = spoken.join(QStringLiteral(", "));
    return row;
}

void TimelinePage::fillList() {
    const auto& timeline = data().timeline;
    QList<Row> rows;
    int inWindow = 0;
    for (qsizetype i = timeline.marks.size(); i-- > 0;) {
        const TimelineMark& mark = timeline.marks.at(i);
        if (!shown(mark.lane) || mark.from > m_chart->to() ||
            std::max(mark.from, mark.to) < m_chart->from())
            continue;
        ++inWindow;
        if (rows.size() < 2000)
            rows << eventRow(mark, static_cast<int>(i), m_model);
    }
    if (!timeline.undated.isEmpty()) {
        rows << groupRow(tr("Sans date"), QString::number(timeline.undated.size()), 26);
        for (qsizetype i = 0; i < timeline.undated.size(); ++i)
            rows << eventRow(timeline.undated.at(i), static_cast<int>(1000000 + i), m_model);
    }
    if (rows.isEmpty())
        rows << lackRow(
            {timeline.marks.isEmpty() ? viewmodels::Lack::Unknown : viewmodels::Lack::NoneKnown,
             timeline.marks.isEmpty() ? tr("Non documenté") : tr("Aucun événement de ce type"),
             timeline.marks.isEmpty() ? QString() : tr("dans cette période, avec ces filtres"),
             false},
            46);
    m_list->setRows(rows);
    m_title->setText(tr("%1 à %2").arg(monthOf(m_chart->from()), monthOf(m_chart->to())));
    m_count->setText(tr("%1 événements sur %2, le plus récent en haut")
                         .arg(inWindow)
                         .arg(timeline.marks.size()));
}

void TimelinePage::open(int key) {
    if (key < 0 || key >= data().timeline.marks.size())
        return;
    const TimelineMark& mark = data().timeline.marks.at(key);
    constexpr Section sections[] = {Section::Consultations, Section::Results, Section::Medications,
                                    Section::Documents,     Section::Imaging, Section::Problems,
                                    Section::Immunizations};
    Q_EMIT openRequested(sections[static_cast<int>(mark.lane)], mark.reference);
}

} // namespace chevet::pages
