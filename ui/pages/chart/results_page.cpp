#include "ui/pages/chart/results_page.h"

#include "ui/pages/chart/analyte_dialog.h"
#include "ui/pages/chart/results_rows.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPainter>
#include <QStackedWidget>

namespace chevet::pages {

using viewmodels::AnalyteView;
using viewmodels::ResultPoint;
using widgets::px;
using widgets::Row;
using widgets::Tone;
using widgets::Weight;

namespace {

// « ▲ au-dessus ▼ au-dessous …»: what the shapes of the grid mean.
class Legend : public QWidget {
public:
    explicit Legend(QList<widgets::Line> parts)
        : m_parts(std::move(parts)) {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override {
        double width = 0;
        for (const auto& part : m_parts)
            width += widgets::lineWidth(part) + px(16);
        return {qRound(width), px(20)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        double x = px(8);
        for (const auto& part : m_parts) {
            const double width = widgets::lineWidth(part) + 1;
            widgets::paintLine(&painter, QRectF(x, 0, width, height()), part);
            x += width + px(15);
        }
    }

private:
    QList<widgets::Line> m_parts;
};

} // namespace

ResultsPage::ResultsPage(viewmodels::ChartModel& model, bool vitals, QWidget* parent)
    : SectionPage(model, parent)
    , m_vitals(vitals)
    , m_filter(new widgets::Segmented(tr("Filtre")))
    , m_search(new widgets::SearchField(false))
    , m_dates(new widgets::Button({}))
    , m_grid(new widgets::ResultGrid(vitals ? tr("Signes vitaux par date")
                                            : tr("Résultats de laboratoire par date")))
    , m_empty(new widgets::RowList(tr("Résultats")))
    , m_top(new QStackedWidget) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    m_top->addWidget(m_grid);
    m_top->addWidget(m_empty);
    column->addWidget(m_top, 17);
    m_bottom = makeBottom();
    column->addWidget(m_bottom, 11);
    connect(m_grid, &widgets::ResultGrid::rowSelected, this,
            [this](const QVariant& key) { showRow(key.toString()); });
    connect(m_grid, &widgets::ResultGrid::cellSelected, this,
            [this](const QVariant& key, int date) {
                const AnalyteView* row = current();
                if (row && row->key == key.toString() && date < m_shownDays.size())
                    showFacts(*row, pointOn(*row, m_shownDays.at(date).key));
            });
    connect(m_grid, &widgets::ResultGrid::opened, m_trend, [this] { m_trend->setFocus(); });
    connect(m_grid, &widgets::ResultGrid::windowChanged, this, &ResultsPage::updateDates);
}

QWidget* ResultsPage::makeBar() {
    auto* bar = new widgets::Ground(Tone::Surface);
    bar->setRules(Qt::BottomEdge);
    bar->setFixedHeight(px(46));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(px(14), 0, px(14), 0);
    row->setSpacing(px(12));
    m_filter->addSegment(tr("Toutes"));
    m_filter->addSegment(tr("Hors référence"));
    m_filter->setCurrent(0);
    m_search->setPlaceholder(m_vitals ? tr("Filtrer les mesures") : tr("Filtrer les analyses"));
    m_search->setName(m_vitals ? tr("Filtrer les mesures") : tr("Filtrer les analyses"));
    m_search->setHeight(30);
    m_search->setFixedWidth(px(216));
    m_dates->setGlyph(QStringLiteral("calendar"));
    row->addWidget(m_filter);
    row->addWidget(m_search);
    row->addWidget(m_dates);
    row->addStretch(1);
    using widgets::Run;
    const auto part = [](widgets::Flag flag, const QString& words) {
        return widgets::Line{{Run::mark(flag), Run::words(words, 12, Tone::Ink2)}};
    };
    m_legend = new Legend({part(widgets::Flag::High, tr("au-dessus")),
                           part(widgets::Flag::Low, tr("au-dessous")),
                           part(widgets::Flag::CriticalHigh, tr("critique")),
                           widgets::Line{{Run::words(QStringLiteral("·"), 14, Tone::Ink3),
                                          Run::words(tr("non mesuré"), 12, Tone::Ink2)}}});
    row->addWidget(m_legend);
    if (m_model.door() != nullptr)
        addWriting(row);
    connect(m_filter, &widgets::Segmented::currentChanged, this, &ResultsPage::fillGrid);
    connect(m_search->edit(), &QLineEdit::textChanged, this, &ResultsPage::fillGrid);
    connect(m_dates, &QAbstractButton::clicked, this, [this] {
        m_allDates = !m_allDates;
        fillGrid();
    });
    return bar;
}

QWidget* ResultsPage::makeTrendHead() {
    m_trendHead = new widgets::PanelHeader({});
    m_trendHead->setFixedHeight(px(40));
    m_withMedications = new QCheckBox(tr("Médication"));
    m_withBand = new QCheckBox(tr("Bande de référence"));
    for (QCheckBox* box : {m_withMedications, m_withBand}) {
        box->setChecked(true);
        box->setFont(widgets::face(12));
        m_trendHead->addTrailing(box);
    }
    m_withMedications->setVisible(!m_vitals);
    m_period = new widgets::Segmented(tr("Période"));
    for (const QString& words : {tr("3 mois"), tr("6 mois"), tr("12 mois"), tr("Tout")})
        m_period->addSegment(words);
    m_period->setCurrent(3);
    m_form = new widgets::Segmented(tr("Forme"));
    m_form->addSegment(tr("Courbe"));
    m_form->addSegment(tr("Tableau"));
    m_form->setCurrent(0);
    m_trendHead->addTrailing(m_period);
    m_trendHead->addTrailing(m_form);
    return m_trendHead;
}

QWidget* ResultsPage::makeBottom() {
    auto* bottom = new widgets::Ground(Tone::Surface);
    bottom->setRules(Qt::TopEdge);
    auto* row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->addWidget(makeTrendHead());
    m_stack = new QStackedWidget;
    m_trend = new widgets::TrendChart;
    m_table = new widgets::RowList(tr("Valeurs, la plus récente en haut"));
    m_table->setColumns({{{110}, {70}, {100}, {0, 1}, {130}, {0, 1}}, 12, 14, 14});
    m_stack->addWidget(m_trend);
    m_stack->addWidget(m_table);
    left->addWidget(m_stack, 1);
    row->addLayout(left, 1);
    row->addWidget(new widgets::Rule(Qt::Vertical));
    m_facts = new widgets::RowList(tr("Résultat choisi"));
    m_facts->setGround(Tone::Sunken);
    m_facts->setSelectionShown(false);
    m_facts->setFixedWidth(px(290));
    m_facts->setColumns({{{0, 1}}, 0, 14, 14});
    row->addWidget(m_facts);
    connect(m_facts, &widgets::RowList::opened, this, [this](const QVariant& key) {
        if (key.toString() == codesKey)
            editCodes();
        if (key.toString() == seenKey)
            markSeen();
        if (key.toString() == strikeKey)
            strike();
    });
    connect(m_withBand, &QCheckBox::toggled, m_trend, &widgets::TrendChart::setBandShown);
    connect(m_withMedications, &QCheckBox::toggled, m_trend, &widgets::TrendChart::setEventsShown);
    connect(m_form, &widgets::Segmented::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_period, &widgets::Segmented::currentChanged, this, [this] {
        m_periodChosen = true;
        showRow(m_key);
    });
    connect(m_trend, &widgets::TrendChart::walked, this, [this](int point) {
        if (const AnalyteView* now = current())
            showFacts(*now, drawnPoint(*now, point));
    });
    return bottom;
}

void ResultsPage::setCompact(bool compact) {
    m_facts->setFixedWidth(px(compact ? 260 : 290));
}

void ResultsPage::addWriting(QHBoxLayout* bar) {
    using viewmodels::FormKind;
    m_write = new widgets::Button(m_vitals ? tr("Nouvelle mesure") : tr("Marquer vu"),
                                  m_vitals ? widgets::Button::Kind::Primary
                                           : widgets::Button::Kind::Plain);
    m_write->setSize(widgets::Button::Size::Small);
    m_write->setGlyph(m_vitals ? QStringLiteral("plus") : QStringLiteral("check"));
    m_write->setAccessibleName(m_vitals ? tr("Nouveaux signes vitaux")
                                        : tr("Marquer vu le résultat choisi"));
    m_write->setToolTip(m_write->accessibleName() +
                        (m_vitals ? tr(" (N, Ctrl+Maj+N)") : QStringLiteral(" (L)")));
    if (const QString reason = whyNot(m_vitals ? FormKind::NewVitals : FormKind::SeenResult);
        !reason.isEmpty())
        m_write->setReason(reason);
    bar->addWidget(m_write);
    connect(m_write, &QAbstractButton::clicked, this, [this] {
        if (m_vitals)
            startNew();
        else
            markSeen();
    });
    connect(m_grid, &widgets::ResultGrid::keyPressed, this, [this](int key) {
        if (key == Qt::Key_N)
            startNew();
        if (key == Qt::Key_L && !m_vitals)
            markSeen();
        if (key == Qt::Key_E && m_vitals)
            strike();
    });
}

void ResultsPage::startNew() {
    if (m_vitals && m_model.door() != nullptr)
        Q_EMIT writeRequested(viewmodels::FormKind::NewVitals, {});
}

void ResultsPage::markSeen() {
    if (!m_vitals && !m_point.isEmpty() && m_model.door() != nullptr)
        Q_EMIT writeRequested(viewmodels::FormKind::SeenResult, m_point);
}

void ResultsPage::strike() {
    if (m_vitals && !m_point.isEmpty() && m_model.door() != nullptr)
        Q_EMIT writeRequested(viewmodels::FormKind::StrikeVital, m_point);
}

// Beside a form there is room for the grid and its line.
void ResultsPage::setWriting(bool writing) {
    if (m_writing == writing)
        return;
    m_writing = writing;
    setNarrow(m_narrow);
}

// The facts give way: they are said by the cell in focus, and stand in the table.
void ResultsPage::setNarrow(bool chart) {
    m_narrow = chart;
    const bool narrow = chart || m_writing;
    m_facts->setVisible(!narrow);
    m_dates->setVisible(!m_writing);
    m_period->setVisible(!m_writing);
    if (m_write != nullptr)
        m_write->setVisible(!m_writing);
    m_legend->setVisible(!narrow);
    m_withMedications->setVisible(!narrow && !m_vitals);
    m_withBand->setVisible(!narrow);
    m_search->setVisible(!narrow);
}

void ResultsPage::focusFilter() {
    m_search->edit()->setFocus();
}

QList<QWidget*> ResultsPage::panels() const {
    return {m_grid, m_trend, m_facts};
}

const viewmodels::ResultsView& ResultsPage::view() const {
    return m_vitals ? data().vitals : data().results;
}

const AnalyteView* ResultsPage::current() const {
    for (const AnalyteView& row : view().rows) {
        if (row.key == m_key)
            return &row;
    }
    return nullptr;
}

void ResultsPage::refresh() {
    m_filter->setCount(0, QString::number(view().rows.size()));
    m_filter->setCount(1, QString::number(view().abnormal));
    fillGrid();
}

void ResultsPage::fillGrid() {
    m_shownDays = gridDays(view(), m_allDates);
    widgets::GridData grid =
        gridOf(view(), m_shownDays, m_filter->current() == 1, m_search->text().trimmed());
    grid.groupTitle = tr("Groupe");
    grid.nameTitle = m_vitals ? tr("Mesure") : tr("Analyse");
    grid.unitTitle = tr("Unité");
    grid.referenceTitle = tr("Référence");
    grid.trendTitle = tr("Tendance");
    grid.notMeasured = tr("non mesuré");
    const bool empty = grid.rows.isEmpty();
    const QString before = m_key;
    const QString first = empty ? QString() : grid.rows.first().key.toString();
    m_grid->setGrid(std::move(grid));
    m_top->setCurrentIndex(empty ? 1 : 0);
    m_bottom->setVisible(!empty);
    if (empty) {
        const bool filtered = !view().rows.isEmpty();
        viewmodels::Lacking lack = view().lacking;
        if (filtered)
            lack = {viewmodels::Lack::NoneKnown, tr("Aucune analyse avec ce filtre"),
                    tr("%n au dossier", nullptr, static_cast<int>(view().rows.size())), false};
        m_empty->setRows({lackRow(lack, 56)});
        return;
    }
    if (before.isEmpty() || !m_grid->selectRow(before))
        m_grid->selectRow(first);
}

void ResultsPage::updateDates(int shown, int total) {
    const int all = static_cast<int>(view().days.size());
    const int folded = all - total;
    m_dates->setText(tr("%1 dates sur %2").arg(shown).arg(all));
    m_dates->setToolTip(
        folded > 0 ? viewmodels::plural(
                         tr("%n date(s) à une seule analyse repliée(s) ; cliquer pour les montrer",
                            nullptr, folded),
                         folded)
                   : tr("Flèches gauche et droite pour les autres dates"));
}

bool ResultsPage::reveal(const QString& reference) {
    m_filter->setCurrent(0);
    m_search->setText({});
    if (m_grid->selectRow(reference))
        return true;
    for (const AnalyteView& row : view().rows) {
        for (const ResultPoint& point : row.points) {
            if (point.reference == reference)
                return m_grid->selectRow(row.key);
        }
    }
    return false;
}

void ResultsPage::showRow(const QString& key) {
    m_key = key;
    const AnalyteView* row = current();
    if (!row)
        return;
    m_trendHead->setTitle(row->name);
    const QString count =
        viewmodels::plural(tr("%n résultat(s)", nullptr, static_cast<int>(row->points.size())),
                           static_cast<int>(row->points.size()));
    m_trendHead->setMeta(row->unit.isEmpty() ? count : QString(count + u", " + row->unit));
    showTrend(*row);
    showTable(*row);
    showFacts(*row, static_cast<int>(row->points.size()) - 1);
}

void ResultsPage::showTrend(const AnalyteView& row) {
    constexpr int months[] = {3, 6, 12, 0};
    if (!m_periodChosen) { // the last year, where it holds a line
        const QSignalBlocker quiet(m_period);
        m_period->setCurrent(drawnSince(row, 12) > 2 ? 2 : 3);
    }
    widgets::TrendData trend = trendOf(row, months[std::clamp(m_period->current(), 0, 3)]);
    if (!m_vitals)
        trend.events = events();
    m_trend->setData(std::move(trend));
}

void ResultsPage::showTable(const AnalyteView& row) {
    QList<Row> rows;
    rows << headerRow({tr("Date"), tr("Heure"), u'>' + tr("Valeur"), tr("Unité"), tr("Référence"),
                       tr("Laboratoire")},
                      26, Tone::Sunken);
    for (qsizetype i = row.points.size(); i-- > 0;)
        rows << valueRow(row, row.points.at(i));
    m_table->setRows(rows);
}

void ResultsPage::showFacts(const AnalyteView& row, int point) {
    if (point < 0 || point >= row.points.size())
        return;
    m_point = row.points.at(point).reference;
    m_facts->setRows(factRows(row, point,
                              m_model.door() == nullptr ? FactActs::None
                              : m_vitals                ? FactActs::Strike
                                                        : FactActs::Seen));
}

void ResultsPage::editCodes() {
    const AnalyteView* row = current();
    if (!row)
        return;
    auto* dialog = new AnalyteDialog(m_model, *row, view().rows, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// Dose changes and short treatments of the chart, as they stand on the timeline.
QList<widgets::TrendEvent> ResultsPage::events() const {
    QList<widgets::TrendEvent> list;
    for (const auto& treatment : data().timeline.treatments) {
        for (qsizetype i = 0; i < treatment.bars.size(); ++i) {
            const auto& bar = treatment.bars.at(i);
            const QDateTime from = QDateTime::fromMSecsSinceEpoch(bar.from);
            const QDateTime to = QDateTime::fromMSecsSinceEpoch(bar.to);
            const QString day = from.date().toString(Qt::ISODate);
            constexpr qint64 shortTreatment = 31LL * 24 * 3600 * 1000;
            if (bar.ended && bar.to > bar.from && bar.to - bar.from < shortTreatment)
                list.append({widgets::TrendEvent::Kind::Interval, from, to, treatment.name,
                             tr("du %1 au %2").arg(day, to.date().toString(Qt::ISODate))});
            else if (i > 0 && treatment.bars.at(i - 1).words != bar.words)
                list.append({widgets::TrendEvent::Kind::Change,
                             from,
                             {},
                             QString(treatment.name + QChar(0xA0) + bar.change),
                             day});
        }
    }
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    return list;
}

} // namespace chevet::pages
