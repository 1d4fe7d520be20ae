#include "ui/pages/patients/patients_page.h"

#include "ui/pages/patients/patient_delegate.h"
#include "ui/pages/patients/preview_pane.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/states.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QStackedLayout>

namespace chevet::pages {

using namespace widgets;
using viewmodels::VaultDoor;

namespace {

constexpr int mostRows = 200; // of a search: a person refines before scrolling further
constexpr int recentRows = 50;
constexpr int recentBelow = 8; // under the day's appointments

} // namespace

PatientsPage::PatientsPage(viewmodels::AsyncDoor& door, QWidget* parent)
    : QWidget(parent)
    , m_door(door)
    , m_model(new viewmodels::PatientListModel(this))
    , m_search(new SearchField(true))
    , m_segments(new Segmented(tr("Liste montrée")))
    , m_header(new PatientHeader)
    , m_list(new QListView)
    , m_empty(new EmptyState({}))
    , m_blank(new EmptyState(tr("Aucun dossier dans ce coffre"),
                             tr("Les dossiers entrent par fichiers FHIR R4 (Ctrl+I)."),
                             tr("Importer des fichiers")))
    , m_stack(new QStackedLayout)
    , m_preview(new PreviewPane(door))
    , m_hint(new Text(tr("Nom, NAM, date de naissance, téléphone ou numéro de dossier"),
                      {12, Weight::Regular, Tone::Ink3})) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList(), 1);
    row->addWidget(m_preview);
    connect(m_search->edit(), &QLineEdit::textChanged, this, &PatientsPage::ask);
    connect(m_segments, &Segmented::currentChanged, this, [this](int index) {
        if (m_search->text().trimmed().isEmpty()) {
            ask();
            return;
        }
        m_before = index; // another list takes the place of the search
        m_search->setText({});
    });
    connect(m_blank, &EmptyState::acted, this, &PatientsPage::importRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                const auto* entry = m_model->entry(index);
                m_preview->show(entry ? entry->patient : std::nullopt);
            });
    connect(m_model, &viewmodels::PatientListModel::moreWanted, this, &PatientsPage::askMore);
    connect(m_list, &QListView::activated, this, &PatientsPage::openCurrent);
    connect(m_preview, &PreviewPane::openRequested, this, &PatientsPage::openRequested);
    connect(&m_door, &viewmodels::AsyncDoor::patientsChanged, this, &PatientsPage::refresh);
    m_search->edit()->installEventFilter(this);
    refresh();
}

QWidget* PatientsPage::buildList() {
    auto* ground = new Ground(Tone::Surface);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(px(16), px(14), px(16), px(12));
    top->setSpacing(px(12));
    m_search->setName(tr("Rechercher un patient"));
    m_search->setPlaceholder(tr("Rechercher un patient"));
    auto* cap = new KeyCap(QStringLiteral("Ctrl+K"));
    m_search->addTrailing(cap);
    top->addWidget(m_search);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(px(12));
    m_segments->addSegment(tr("Tous"));
    m_segments->addSegment(tr("Rendez-vous du jour"));
    m_segments->addSegment(tr("Contacts récents"));
    m_segments->setCurrent(Today);
    filters->addWidget(m_segments);
    filters->addStretch(1);
    m_hint->setElided(true);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    filters->addWidget(m_hint, 8);
    top->addLayout(filters);
    column->addLayout(top);
    column->addWidget(m_header);
    m_header->alignTo(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PatientDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Patients"));
    connect(&Theme::instance(), &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_blank);
    column->addLayout(m_stack, 1);
    column->addWidget(buildHints());
    return ground;
}

QWidget* PatientsPage::buildHints() {
    auto* ground = new Ground(Tone::Surface);
    ground->setRules(Qt::TopEdge);
    ground->setFixedHeight(px(40));
    auto* row = new QHBoxLayout(ground);
    row->setContentsMargins(px(20), 1, px(20), 0);
    row->setSpacing(px(20));
    row->addWidget(new KeyHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choisir")));
    row->addWidget(new KeyHint({tr("Entrée")}, tr("ouvrir le dossier")));
    row->addWidget(new KeyHint({tr("Échap")}, tr("effacer la recherche")));
    row->addStretch(1);
    row->addWidget(new KeyHint({QStringLiteral("F1")}, tr("tous les raccourcis")));
    return ground;
}

// DESIGN.md §8: below 1000 logical pixels the list has the page to itself.
void PatientsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_preview->setVisible(logical(width()) >= 1000);
}

void PatientsPage::setCompact(bool compact) {
    m_preview->setCompact(compact);
}

void PatientsPage::focusSearch() {
    m_search->edit()->setFocus();
    m_search->edit()->selectAll();
}

void PatientsPage::setSearch(const QString& text) {
    m_search->setText(text);
}

void PatientsPage::refresh() {
    askTotals();
    ask();
}

void PatientsPage::ask() {
    m_latestMore.cancel();
    const QString text = m_search->text().trimmed();
    const QSignalBlocker quiet(m_segments);
    if (!text.isEmpty()) {
        if (m_asked.isEmpty())
            m_before = m_segments->current();
        m_asked = text;
        m_segments->setCurrent(All);
        askFound(text);
        return;
    }
    if (!std::exchange(m_asked, {}).isEmpty())
        m_segments->setCurrent(m_before);
    m_search->setNote({});
    switch (m_segments->current()) {
    case Today:
        askToday();
        break;
    case Recent:
        askRecent();
        break;
    default:
        askFound({});
    }
}

void PatientsPage::askFound(const QString& text) {
    const quint64 asked = m_latest.next();
    m_door.read(
        this, [text](VaultDoor& open) { return open.search(text, mostRows, 0); },
        [this, asked, text](base::Result<session::PatientPage> page) {
            if (!m_latest.isCurrent(asked))
                return;
            if (!page) {
                m_emptyFact = viewmodels::describeFailure(page.error()).what;
                m_emptyDetail = viewmodels::describeFailure(page.error()).rest();
                m_model->clear();
                showRows();
                return;
            }
            m_emptyFact = tr("Aucun patient pour «\u00a0%1\u00a0»").arg(text);
            m_emptyDetail = tr("Essayer le début d’un nom, une date de naissance ou le NAM.");
            if (!text.isEmpty())
                m_search->setNote(tr("%1 en %2\u00a0ms")
                                      .arg(viewmodels::resultsWords(page->total))
                                      .arg(qRound(page->milliseconds)));
            // Headings are lower than rows; without any, a long list is laid out in no time.
            m_list->setUniformItemSizes(text.isEmpty());
            m_model->showFound(*page, text);
            showRows();
        });
}

// Scrolled to the end of what was read of all patients: what comes next.
void PatientsPage::askMore(qint64 after) {
    const quint64 asked = m_latestMore.next();
    m_door.read(
        this, [after](VaultDoor& open) { return open.search({}, mostRows, int(after)); },
        [this, asked](base::Result<session::PatientPage> page) {
            if (page && m_latestMore.isCurrent(asked))
                m_model->append(*page);
        });
}

void PatientsPage::askToday() {
    struct Answer {
        QList<session::Appointment> visits;
        QList<session::PatientRow> patients, recent;
    };
    const quint64 asked = m_latest.next();
    m_door.read(
        this,
        [](VaultDoor& open) -> base::Result<Answer> {
            Answer answer;
            CHEVET_TRY_ASSIGN(answer.visits, open.appointments(QDate::currentDate()));
            for (const session::Appointment& visit : answer.visits) {
                if (auto row = open.patient(visit.patient))
                    answer.patients << *row;
            }
            CHEVET_TRY_ASSIGN(answer.recent, open.recent(recentBelow));
            return answer;
        },
        [this, asked](base::Result<Answer> answer) {
            if (!m_latest.isCurrent(asked))
                return;
            m_emptyFact = tr("Aucun rendez-vous aujourd’hui dans les dossiers importés");
            m_emptyDetail = tr("Les rendez-vous viennent des ressources Appointment importées.");
            m_list->setUniformItemSizes(true);
            if (answer)
                m_model->showDay(answer->visits, answer->patients, answer->recent);
            else
                m_model->clear();
            showRows();
        });
}

void PatientsPage::askRecent() {
    const quint64 asked = m_latest.next();
    m_door.read(
        this, [](VaultDoor& open) { return open.recent(recentRows); },
        [this, asked](base::Result<QList<session::PatientRow>> rows) {
            if (!m_latest.isCurrent(asked))
                return;
            m_emptyFact = tr("Aucun contact daté dans ces dossiers");
            m_emptyDetail.clear();
            m_list->setUniformItemSizes(true);
            m_model->showRecent(rows ? *rows : QList<session::PatientRow>());
            showRows();
        });
}

void PatientsPage::askTotals() {
    m_door.read(
        this,
        [](VaultDoor& open) -> base::Result<std::pair<qint64, qint64>> {
            CHEVET_TRY_ASSIGN(const session::PatientPage page, open.search({}, 1, 0));
            CHEVET_TRY_ASSIGN(const auto visits, open.appointments(QDate::currentDate()));
            return std::pair<qint64, qint64>(page.total, visits.size());
        },
        [this](base::Result<std::pair<qint64, qint64>> totals) {
            if (!totals)
                return;
            if (std::exchange(m_nobody, totals->first == 0) != m_nobody)
                showRows();
            m_segments->setCount(All, viewmodels::count(totals->first));
            m_segments->setCount(Today, viewmodels::count(totals->second));
        });
}

void PatientsPage::showRows() {
    const QModelIndex first = m_model->firstPatient();
    if (first.isValid()) {
        m_stack->setCurrentWidget(m_list);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(first);
    } else {
        m_empty->set(m_emptyFact, m_emptyDetail);
        m_stack->setCurrentWidget(m_nobody ? m_blank : m_empty);
        m_preview->show(std::nullopt);
    }
    m_header->setVisible(first.isValid());
}

void PatientsPage::openCurrent() {
    const auto* entry = m_model->entry(m_list->currentIndex());
    if (entry && entry->patient)
        Q_EMIT openRequested(entry->patient->key);
}

// The arrows move in the list while the search field keeps the keyboard.
void PatientsPage::step(int rows) {
    const int from = m_list->currentIndex().row();
    const int direction = rows > 0 ? 1 : -1;
    int row = std::clamp(from + rows, 0, std::max(0, m_model->rowCount() - 1));
    while (row >= 0 && row < m_model->rowCount()) {
        const auto* entry = m_model->entry(m_model->index(row));
        if (entry->patient) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollTo(m_model->index(row));
            return;
        }
        row += direction;
    }
}

bool PatientsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_search->edit() || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int page = std::max(1, m_list->viewport()->height() / px(52) - 1);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(page);
        return true;
    case Qt::Key_PageUp:
        step(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openCurrent();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace chevet::pages
