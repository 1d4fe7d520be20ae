#include "ui/pages/chart/chart_page.h"

#include "ui/pages/chart/access_page.h"
#include "ui/pages/chart/documents_page.h"
#include "ui/pages/chart/form_panel.h"
#include "ui/pages/chart/list_page.h"
#include "ui/pages/chart/note_page.h"
#include "ui/pages/chart/results_page.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/pages/chart/summary_page.h"
#include "ui/pages/chart/timeline_page.h"
#include "ui/viewmodels/note_draft.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/side_nav.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QStackedWidget>

namespace chevet::pages {

using viewmodels::ChartData;
using viewmodels::ChartModel;
using viewmodels::ItemView;
using viewmodels::Lacking;
using widgets::px;
using widgets::Tone;

namespace {

template <class T>
ItemsPage::Items allOf(T ChartData::*member) {
    return [member](const ChartData& data) {
        QList<const ItemView*> list;
        for (const auto& item : data.*member)
            list << &item;
        return list;
    };
}

ItemsPage::Lack lackOf(Lacking ChartData::*member) {
    return [member](const ChartData& data) { return data.*member; };
}

QList<ListPage::Filter> activeFilters(const QString& active, const QString& quiet,
                                      const QString& all) {
    return {{active, [](const ItemView& item) { return !item.quiet; }},
            {quiet, [](const ItemView& item) { return item.quiet; }},
            {all, [](const ItemView&) { return true; }}};
}

ListPage::Fits isOf(const char* type) {
    return [type](const ItemView& item) { return item.reference.startsWith(QLatin1String(type)); };
}

} // namespace

ChartPage::ChartPage(viewmodels::AsyncDoor& door, const session::PatientKey& key, QWidget* parent)
    : ChartView(parent)
    , m_model(new ChartModel(door, key, this)) {
    build();
    m_model->load();
}

ChartPage::ChartPage(ChartModel* model, QWidget* parent)
    : ChartView(parent)
    , m_model(model) {
    m_model->setParent(this);
    build();
    takeState();
}

void ChartPage::build() {
    m_banner = new widgets::IdentityBanner;
    m_strip = new widgets::FreshnessStrip;
    m_nav = new widgets::SideNav(tr("Sections du dossier"));
    m_stack = new QStackedWidget;
    m_waiting = new widgets::LoadingRows(9);
    m_waiting->setAccessibleName(tr("Lecture du dossier"));
    m_stack->addWidget(m_waiting);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_strip);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_nav);
    row->addWidget(m_stack, 1);
    m_columns = row;
    m_formRule = new widgets::Rule(Qt::Vertical);
    m_formRule->hide();
    row->addWidget(m_formRule);
    column->addLayout(row, 1);
    addSections();
    connect(m_banner, &widgets::IdentityBanner::editRequested, this,
            [this] { go(Place::Particulars); });
    if (m_model->door() != nullptr)
        m_banner->setEditable(viewmodels::whyNot(viewmodels::FormKind::Particulars,
                                                 m_model->door()->facts().currentUser().role));
    connect(m_nav, &widgets::SideNav::chosen, this, &ChartPage::openSection);
    connect(m_banner, &widgets::IdentityBanner::allergiesRequested, this,
            [this] { open(Section::Allergies); });
    connect(m_model, &ChartModel::stateChanged, this, &ChartPage::takeState);
    connect(m_model, &ChartModel::signaturesChanged, this, [this] {
        fillStrip();
        for (SectionPage* page : std::as_const(m_pages)) {
            if (page)
                page->refreshSigns();
        }
    });
}

void ChartPage::addSections() {
    const struct {
        const char* icon;
        QString name;
    } sections[] = {{"summary", tr("Sommaire")},        {"pill", tr("Médicaments")},
                    {"octagon-alert", tr("Allergies")}, {"list", tr("Problèmes")},
                    {"flask", tr("Laboratoires")},      {"vitals", tr("Signes vitaux")},
                    {"syringe", tr("Vaccins")},         {"note", tr("Consultations")},
                    {"image", tr("Imagerie")},          {"folder", tr("Documents")},
                    {"timeline", tr("Chronologie")},    {"eye", tr("Accès au dossier")},
                    {"hourglass", tr("Demandes")},      {"info", tr("Autres")}};
    for (const auto& section : sections) {
        if (m_names.size() == static_cast<int>(Section::Orders))
            m_nav->addSeparator();
        m_nav->addItem(QString::fromLatin1(section.icon), section.name);
        m_names << section.name;
    }
    m_pages.resize(static_cast<int>(Section::Count));
}

SectionPage* ChartPage::makePage(Section section) {
    ChartModel& model = *m_model;
    switch (section) {
    case Section::Summary:
        return new SummaryPage(model);
    case Section::Medications:
        return new MedicationsPage(model);
    case Section::Allergies:
    case Section::Problems:
    case Section::Immunizations:
        return makeWritten(section);
    case Section::Results:
        return new ResultsPage(model, false);
    case Section::Vitals:
        return new ResultsPage(model, true);
    case Section::Consultations:
        return new ReadingPage(model, false);
    case Section::Imaging:
        return new ReadingPage(model, true);
    case Section::Documents:
        return new DocumentsPage(model);
    case Section::Timeline:
        return new TimelinePage(model);
    case Section::Access:
        return new AccessPage(model);
    case Section::Note: {
        auto* note = new NotePage(model);
        connect(note, &NotePage::finished, this, &ChartPage::leaveNote);
        return note;
    }
    case Section::Orders:
        return new ItemsPage(model, tr("Demandes et résultats attendus"), allOf(&ChartData::orders),
                             lackOf(&ChartData::orderLack),
                             {{tr("Attendus"), [](const ItemView& item) { return item.pending; }},
                              {tr("Tous"), [](const ItemView&) { return true; }}});
    case Section::Others:
    case Section::Count:
        break;
    }
    auto* others = new ItemsPage(
        model, tr("Autres éléments"), allOf(&ChartData::others), [](const ChartData&) {
            return Lacking{viewmodels::Lack::NoneKnown, tr("Aucun autre élément"),
                           tr("tout ce qui est au dossier a sa propre section"), false};
        });
    others->offer(viewmodels::FormKind::Particulars, tr("Modifier"), Qt::Key_M, isOf("Patient/"));
    return others;
}

// The lists a form writes into.
SectionPage* ChartPage::makeWritten(Section section) {
    using viewmodels::FormKind;
    ChartModel& model = *m_model;
    if (section == Section::Allergies) {
        auto* list = new ItemsPage(model, tr("Allergies"), allOf(&ChartData::allergies),
                                   lackOf(&ChartData::allergyWhole));
        list->offerNew(FormKind::NewAllergy, tr("Nouvelle"), tr("Nouvelle allergie"));
        list->offerNew(FormKind::NoAllergy, tr("Aucune connue"), tr("Aucune allergie connue"));
        list->offer(FormKind::CorrectAllergy, tr("Corriger"), Qt::Key_M,
                    isOf("AllergyIntolerance/"));
        return list;
    }
    if (section == Section::Problems) {
        auto* list = new ItemsPage(model, tr("Problèmes"), allOf(&ChartData::problems),
                                   lackOf(&ChartData::problemLack),
                                   activeFilters(tr("Actifs"), tr("Résolus"), tr("Tous")));
        list->offerNew(FormKind::NewProblem, tr("Nouveau"), tr("Nouveau problème de santé"));
        list->offer(FormKind::CorrectProblem, tr("Corriger"), Qt::Key_M, isOf("Condition/"));
        list->offer(FormKind::ResolveProblem, tr("Résoudre"), Qt::Key_R,
                    [](const ItemView& item) { return !item.quiet && isOf("Condition/")(item); });
        return list;
    }
    auto* list = new ItemsPage(model, tr("Vaccins"), allOf(&ChartData::immunizations),
                               lackOf(&ChartData::immunizationLack));
    list->offerNew(FormKind::NewVaccine, tr("Nouveau"), tr("Nouveau vaccin"));
    list->offer(FormKind::CorrectVaccine, tr("Corriger"), Qt::Key_M, isOf("Immunization/"));
    return list;
}

SectionPage* ChartPage::page(Section section) {
    SectionPage*& page = m_pages[static_cast<int>(section)];
    if (page)
        return page;
    page = makePage(section);
    m_stack->addWidget(page);
    page->setCompact(m_compact);
    page->setNarrow(m_narrow);
    connect(page, &SectionPage::openRequested, this, &ChartPage::open);
    connect(page, &SectionPage::writeRequested, this, &ChartPage::openForm);
    page->refresh();
    arrangeForm();
    return page;
}

void ChartPage::takeState() {
    if (m_model->state() == ChartModel::State::Failed) {
        showFailure();
        return;
    }
    if (m_model->state() != ChartModel::State::Ready)
        return;
    fillBanner();
    fillStrip();
    fillCounts();
    for (SectionPage* made : std::as_const(m_pages)) {
        if (made)
            made->refresh();
    }
    openSection(std::max(0, m_nav->current()));
    reveal();
    Q_EMIT patientNameChanged();
}

void ChartPage::fillBanner() {
    const auto& identity = m_model->data().identity;
    widgets::IdentityBanner::Identity shown;
    shown.name = identity.name;
    shown.namesake = identity.namesake;
    const auto cell = [&](const QString& label, const QString& value) {
        shown.cells.append({label, value.isEmpty() ? tr("non documenté") : value});
    };
    if (identity.deceased)
        shown.cells.append({tr("Décès"), identity.deceasedWords});
    else
        cell(tr("Âge"), identity.age);
    cell(tr("Naissance"), identity.birth);
    // A machine's identifier (a UUID) helps nobody at the banner: it stands under « Autres ».
    constexpr qsizetype longestNumber = 20;
    if (!identity.nam.isEmpty() || identity.number.isEmpty() ||
        identity.number.size() > longestNumber)
        cell(identity.namWarnings.isEmpty() ? tr("NAM") : tr("NAM, à vérifier"), identity.nam);
    else
        cell(identity.numberLabel, identity.number);
    cell(tr("Sexe"), identity.sex);
    cell(tr("Téléphone"), identity.phone);
    const auto& chart = m_model->data();
    if (chart.activeAllergies > 0)
        shown.allergies = viewmodels::plural(tr("%n allergie(s)", nullptr, chart.activeAllergies),
                                             chart.activeAllergies);
    else if (chart.allergyWhole.lack == viewmodels::Lack::NoneKnown)
        shown.allergies = tr("Aucune allergie connue");
    else
        shown.allergies = tr("Allergies : non documenté");
    shown.allergiesNone =
        chart.activeAllergies == 0 && chart.allergyWhole.lack == viewmodels::Lack::NoneKnown;
    shown.allergiesUnknown = chart.activeAllergies == 0 && !shown.allergiesNone;
    m_banner->setIdentity(shown);
    m_banner->setToolTip(identity.namWarnings.join(u'\n'));
}

void ChartPage::fillStrip() {
    QList<widgets::FreshnessStrip::Segment> segments;
    const int refused = m_model->refused();
    if (refused > 0)
        segments.append(
            {QStringLiteral("octagon-cross"),
             viewmodels::plural(
                 tr("%n version(s) refusée(s) : signature non valide", nullptr, refused), refused),
             {},
             Tone::Crit,
             true});
    const QString latest = m_model->data().latest;
    segments.append({QStringLiteral("clock"), tr("À jour au %1").arg(m_model->loadedAt()),
                     latest.isEmpty() ? QString() : tr("dernier élément %1").arg(latest), Tone::Ink,
                     false});
    const int asked = m_model->toCheck();
    if (asked > 0) {
        const int done = m_model->checked();
        segments.append(
            {done == asked ? QStringLiteral("shield-check") : QStringLiteral("hourglass"),
             tr("%1/%2 signatures vérifiées").arg(done).arg(asked),
             {},
             done == asked ? Tone::Ok : Tone::Warn,
             true});
    }
    segments.append(
        {QStringLiteral("info"),
         viewmodels::plural(tr("%n élément(s) au dossier", nullptr, m_model->data().resources),
                            m_model->data().resources),
         {},
         Tone::Ink2,
         false});
    m_strip->setSegments(segments, refused > 0);
}

void ChartPage::fillCounts() {
    const ChartData& chart = m_model->data();
    const auto count = [&](Section section, int number, Tone tone = Tone::Ink3,
                           widgets::Flag flag = widgets::Flag::None) {
        m_nav->setCount(static_cast<int>(section), number > 0 ? QString::number(number) : QString(),
                        tone, flag);
    };
    const auto size = [](const auto& list) { return static_cast<int>(list.size()); };
    count(Section::Medications, chart.activeMedications);
    count(Section::Allergies, chart.activeAllergies);
    count(Section::Problems, chart.activeProblems);
    if (chart.results.abnormal > 0)
        count(Section::Results, chart.results.abnormal, Tone::Crit, widgets::Flag::High);
    else
        count(Section::Results, size(chart.results.rows));
    count(Section::Vitals, chart.vitals.abnormal > 0 ? chart.vitals.abnormal : 0, Tone::Crit);
    if (chart.dosesDue > 0)
        m_nav->setCount(static_cast<int>(Section::Immunizations),
                        viewmodels::plural(tr("%n dû(s)", nullptr, chart.dosesDue), chart.dosesDue),
                        Tone::Warn, widgets::Flag::None);
    else
        count(Section::Immunizations, chart.dosesGiven);
    count(Section::Consultations, chart.visits);
    count(Section::Imaging, size(chart.imaging));
    count(Section::Documents, size(chart.documents));
    count(Section::Orders, chart.pendingOrders);
    count(Section::Others, size(chart.others));
}

void ChartPage::showFailure() {
    const bool root = m_model->failure() == base::ErrorCode::RootMismatch;
    auto* error = new widgets::ErrorState(
        root ? tr("Ce dossier ne correspond pas à son empreinte signée.")
             : tr("Ce dossier n’a pas pu être lu."),
        tr("Le journal signé est intact ; rien n’a été effacé ni remplacé."),
        root ? tr("Lancer la vérification complète du coffre avant de s’y fier.")
             : tr("Fermer le dossier et l’ouvrir de nouveau."));
    error->setReport(QString::fromLatin1(base::errorName(m_model->failure())));
    m_stack->addWidget(error);
    m_stack->setCurrentWidget(error);
}

session::PatientKey ChartPage::patient() const {
    return m_model->key().value_or(session::PatientKey(std::array<std::uint8_t, 16>{}));
}

QString ChartPage::patientName() const {
    return m_model->state() == ChartModel::State::Ready ? m_model->data().identity.name : QString();
}

QStringList ChartPage::sections() const {
    return m_names;
}

int ChartPage::currentSection() const {
    return m_nav->current();
}

void ChartPage::openSection(int index) {
    if (index < 0 || index >= m_names.size())
        return;
    m_nav->setCurrent(index);
    if (m_model->state() == ChartModel::State::Ready)
        m_stack->setCurrentWidget(page(static_cast<Section>(index)));
    arrangeForm();
}

// `what`: "" a new note, "draft/ID" one that was left, "Type/id" the note an addendum belongs to.
void ChartPage::write(const QString& what) {
    auto* note = qobject_cast<NotePage*>(page(Section::Note));
    const auto show = [this, note] {
        m_nav->setCurrent(static_cast<int>(Section::Consultations));
        m_stack->setCurrentWidget(note);
        note->panels().first()->setFocus(Qt::ShortcutFocusReason);
    };
    if (note->isWriting()) // one at a time on screen: the others wait, sealed
        return show();
    if (!what.startsWith(QLatin1String("draft/"))) {
        what.isEmpty() ? note->begin() : note->beginAddendum(what, titleOf(what));
        return show();
    }
    if (m_model->door() == nullptr || !m_model->key())
        return;
    viewmodels::NoteDraftModel::find(
        *m_model->door(), *m_model->key(), this,
        [this, note, show, id = what.section(u'/', 1)](const QList<session::NoteDraft>& drafts) {
            for (const session::NoteDraft& draft : drafts) {
                if (draft.id.toString() != id || note->isWriting())
                    continue;
                note->resume(draft);
                return show();
            }
        });
}

QString ChartPage::titleOf(const QString& reference) const {
    for (const auto& note : m_model->data().consultations)
        if (note.reference == reference)
            return note.date.isEmpty() ? note.title : QString(note.title + u", " + note.date);
    return reference;
}

// The signed note is read back like any other, and shown.
void ChartPage::leaveNote(const QString& signedAs) {
    m_reveal = signedAs;
    m_revealIn = Section::Consultations;
    openSection(static_cast<int>(Section::Consultations));
    if (signedAs.isEmpty())
        page(Section::Consultations)->refresh();
    else
        m_model->load();
}

void ChartPage::open(Section section, const QString& reference) {
    if (section == Section::Note) {
        if (m_model->state() == ChartModel::State::Ready)
            write(reference);
        return;
    }
    openSection(static_cast<int>(section));
    if (m_model->state() != ChartModel::State::Ready)
        return;
    if (!reference.isEmpty())
        page(section)->reveal(reference);
    const auto panels = page(section)->panels();
    if (!panels.isEmpty())
        panels.first()->setFocus(Qt::ShortcutFocusReason);
}

void ChartPage::go(Place place) {
    if (place == Place::NewEntry) {
        if (m_model->state() == ChartModel::State::Ready)
            onScreen()->startNew();
        return;
    }
    if (place == Place::Particulars) {
        openForm(viewmodels::FormKind::Particulars, m_model->data().identity.reference);
        return;
    }
    open(place == Place::Timeline ? Section::Timeline
         : place == Place::Access ? Section::Access
                                  : Section::Note);
}

void ChartPage::setCompact(bool compact) {
    m_compact = compact;
    m_banner->setCompact(compact);
    m_strip->setCompact(compact);
    m_nav->setRail(compact || m_narrow);
    for (SectionPage* made : std::as_const(m_pages)) {
        if (made)
            made->setCompact(compact);
    }
    arrangeForm();
}

void ChartPage::resizeEvent(QResizeEvent* event) {
    ChartView::resizeEvent(event);
    const bool narrow = width() < widgets::px(1180);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_nav->setRail(m_compact || narrow);
    for (SectionPage* made : std::as_const(m_pages)) {
        if (made)
            made->setNarrow(narrow);
    }
    arrangeForm();
}

void ChartPage::setDigitsShown(bool shown) {
    m_nav->setDigitsShown(shown);
}

void ChartPage::stepSection(int by) {
    const int count = static_cast<int>(m_names.size());
    openSection((std::max(0, m_nav->current()) + by + count) % count);
}

// What the stack shows: the note being written stands in the place of its section.
SectionPage* ChartPage::onScreen() {
    auto* shown = qobject_cast<SectionPage*>(m_stack->currentWidget());
    return shown != nullptr ? shown : page(static_cast<Section>(m_nav->current()));
}

// F6 and Shift+F6: navigation, then the panels of the section in reading order.
void ChartPage::walkPanels(int by) {
    QList<QWidget*> stops{m_nav};
    if (m_model->state() == ChartModel::State::Ready) {
        for (QWidget* panel : onScreen()->panels()) {
            if (panel->isVisible())
                stops << panel;
        }
        if (m_form)
            stops << m_form;
    }
    const QWidget* focus = focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        if (focus && (stops.at(i) == focus || stops.at(i)->isAncestorOf(focus)))
            at = i;
    }
    stops.at((at + by + stops.size()) % stops.size())->setFocus(Qt::TabFocusReason);
}

void ChartPage::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_0 &&
        event->key() <= Qt::Key_9) {
        const int digit = event->key() - Qt::Key_0;
        openSection(digit == 0 ? static_cast<int>(Section::Documents) : digit - 1);
    } else if (event->key() == Qt::Key_F6) {
        walkPanels(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    } else if (control && event->key() == Qt::Key_PageDown) {
        stepSection(1);
    } else if (control && event->key() == Qt::Key_PageUp) {
        stepSection(-1);
    } else if (control && event->key() == Qt::Key_H) {
        go(Place::Timeline);
    } else if (control && event->key() == Qt::Key_R) {
        go(Place::Access);
    } else if (control && event->key() == Qt::Key_N) {
        go(event->modifiers() & Qt::ShiftModifier ? Place::NewEntry : Place::NewNote);
    } else if (control && event->key() == Qt::Key_I && event->modifiers() & Qt::ShiftModifier) {
        go(Place::Particulars);
    } else if (control && event->key() == Qt::Key_F) {
        if (m_model->state() == ChartModel::State::Ready)
            onScreen()->focusFilter();
    } else if (control && event->key() == Qt::Key_W) {
        Q_EMIT closeRequested();
    } else {
        ChartView::keyPressEvent(event);
    }
}

} // namespace chevet::pages
