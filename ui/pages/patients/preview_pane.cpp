#include "ui/pages/patients/preview_pane.h"

#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/states.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

namespace {

Text* fact(const QString& words, Tone tone, Weight weight = Weight::Regular) {
    auto* text = new Text(words, {13.5, weight, tone, 21});
    text->setElided(true);
    return text;
}

QHBoxLayout* factRow(const QString& glyph, Tone tone, const QString& strong, const QString& rest) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(new Glyph(glyph, tone));
    if (!strong.isEmpty())
        row->addWidget(fact(strong, Tone::Ink, Weight::Semi));
    row->addWidget(fact(rest, strong.isEmpty() ? Tone::Ink : Tone::Ink2), 1);
    return row;
}

} // namespace

PreviewPane::PreviewPane(viewmodels::AsyncDoor& door, QWidget* parent)
    : Ground(Tone::Surface, parent)
    , m_door(door)
    , m_name(new Text({}, {20, Weight::Bold, Tone::BannerInk, 26}))
    , m_facts(new QWidget)
    , m_fresh(new Fact(QStringLiteral("clock"), tr("Copie complète"), Tone::Ink2, Weight::Medium))
    , m_verified(new Fact(QStringLiteral("shield-check"), tr("Dossier vérifié"), Tone::Ok))
    , m_scroll(new QScrollArea)
    , m_open(new Button(tr("Ouvrir le dossier"), Button::Kind::Primary)) {
    setRules(Qt::LeftEdge);
    setAccessibleName(tr("Aperçu du dossier"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new Ground(Tone::Banner);
    auto* headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(px(18), px(13), px(18), px(13));
    headColumn->setSpacing(px(4));
    m_name->setElided(true);
    headColumn->addWidget(m_name);
    auto* facts = new QHBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(px(12));
    headColumn->addWidget(m_facts);
    column->addWidget(head);
    auto* strip = new Ground(Tone::Sunken);
    strip->setFixedHeight(px(34));
    auto* stripRow = new QHBoxLayout(strip);
    stripRow->setContentsMargins(px(18), 0, px(18), 0);
    stripRow->addWidget(m_fresh);
    stripRow->addStretch(1);
    stripRow->addWidget(m_verified);
    column->addWidget(strip);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    auto* foot = new Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(px(18), px(11), px(18), px(14));
    footRow->addWidget(m_open, 1);
    column->addWidget(foot);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_row)
            Q_EMIT openRequested(m_row->key);
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(120);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (m_row && !m_row->restricted)
            readChart();
    });
    m_reading.setSingleShot(true);
    m_reading.setInterval(1000);
    connect(&m_reading, &QTimer::timeout, this, [this] {
        if (m_row)
            m_door.write(
                this,
                [key = m_row->key](viewmodels::VaultDoor& open) {
                    return open.noteAccess(key, session::Session::Access::Opened);
                },
                [](const base::Result<>&) {});
    });
    clearBody();
    show(std::nullopt);
}

void PreviewPane::readChart() {
    const quint64 asked = m_latest.next();
    m_door.read(
        this,
        [key = m_row->key, language = viewmodels::pageLanguage()](viewmodels::VaultDoor& open) {
            const record::Speaking speaking(language);
            return open.chart(key);
        },
        [this, asked](base::Result<record::Chart> chart) {
            if (!m_latest.isCurrent(asked))
                return;
            clearBody();
            m_verified->setVisible(chart.has_value());
            if (chart)
                showChart(*chart);
            else
                m_column->addWidget(
                    new ErrorState(viewmodels::describeFailure(chart.error()).what,
                                   viewmodels::describeFailure(chart.error()).rest(), {}));
            m_column->addStretch(1);
        });
}

QSize PreviewPane::sizeHint() const {
    return {px(m_compact ? 372 : 432), px(400)};
}

void PreviewPane::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
}

void PreviewPane::clearBody() {
    m_body = new Ground(Tone::Surface);
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_scroll->setWidget(m_body); // deletes the former one
}

void PreviewPane::show(const std::optional<session::PatientRow>& row) {
    m_latest.cancel();
    m_settle.stop();
    m_reading.stop();
    m_row = row;
    m_fresh->setVisible(row.has_value());
    m_verified->hide();
    m_open->setReason(row ? QString() : tr("Choisir d’abord un patient"));
    clearBody();
    if (!row) {
        m_name->setText(tr("Aucun patient choisi"));
        qDeleteAll(m_facts->findChildren<QWidget*>());
        m_column->addStretch(1);
        return;
    }
    showIdentity(*row);
    if (row->restricted)
        m_column->addWidget(new EmptyState(tr("Accès restreint à la demande du patient"),
                                           tr("L’ouverture demande une raison, et la signe.")));
    m_column->addStretch(1);
    m_settle.start();
    m_reading.start();
}

void PreviewPane::showIdentity(const session::PatientRow& row) {
    m_name->setText(viewmodels::listName(row.family, row.given));
    qDeleteAll(m_facts->findChildren<QWidget*>());
    auto* line = static_cast<QHBoxLayout*>(m_facts->layout());
    while (QLayoutItem* item = line->takeAt(0))
        delete item;
    const QString age = viewmodels::ageWords(row.birthDate, QDate::currentDate());
    line->addWidget(new Text(age, {13, Weight::Semi, Tone::BannerInk}));
    const QString letter = viewmodels::sexLetter(row.sex);
    const QStringList facts{letter, row.birthDate,
                            row.nam.isEmpty() ? tr("sans NAM") : viewmodels::namWords(row.nam),
                            viewmodels::phoneWords(row.phone)};
    for (const QString& words : facts) {
        if (!words.isEmpty())
            line->addWidget(new Text(words, {13, Weight::Regular, Tone::BannerInk2}));
    }
    line->addStretch(1);
}

QVBoxLayout* PreviewPane::addSection(const QString& title, const QString& detail) {
    if (m_column->count() > 0)
        m_column->addWidget(new Rule(Qt::Horizontal, Tone::Line));
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(px(18), px(9), px(18), px(10));
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(new Text(title, {13, Weight::Bold, Tone::Ink, 20}));
    auto* aside = new Text(detail, {12, Weight::Regular, Tone::Ink3});
    aside->setElided(true);
    head->addWidget(aside, 1);
    column->addLayout(head);
    column->addSpacing(px(3));
    m_column->addWidget(box);
    return column;
}

void PreviewPane::showChart(const record::Chart& chart) {
    const record::Speaking speaking(viewmodels::pageLanguage());
    addAllergies(chart);
    addMedications(chart);
    addProblems(chart);
    addContact(chart);
}

void PreviewPane::addAllergies(const record::Chart& chart) {
    QVBoxLayout* column = addSection(tr("Allergies"), {});
    for (const record::Allergy& allergy : chart.allergies.items) {
        if (!allergy.active)
            continue;
        const bool high = allergy.criticality == QLatin1String("high");
        column->addLayout(
            factRow(high ? QStringLiteral("octagon-alert") : QStringLiteral("triangle-alert"),
                    Tone::Crit, allergy.code.label(), allergy.reactionLine()));
    }
    const QString kinds[] = {tr("Médicaments"), tr("Aliments"), tr("Latex et environnement")};
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        const record::SectionState state = chart.allergies.byKind[i].state;
        if (state == record::SectionState::NoneKnown)
            column->addLayout(factRow(QStringLiteral("circle-check"), Tone::Ok, {},
                                      tr("%1\u00a0: aucune connue").arg(kinds[i])));
        else if (state == record::SectionState::Unknown)
            column->addLayout(factRow(QStringLiteral("circle-question"), Tone::Ink2, {},
                                      tr("%1\u00a0: non documenté").arg(kinds[i])));
    }
}

void PreviewPane::addMedications(const record::Chart& chart) {
    const auto& medications = chart.medications;
    QVBoxLayout* column = addSection(
        tr("Médicaments actifs"),
        medications.active.isEmpty() ? QString() : QString::number(medications.active.size()));
    if (medications.active.isEmpty())
        column->addWidget(fact(medications.state() == record::SectionState::NoneKnown
                                   ? tr("Aucun, affirmé")
                                   : tr("Non documenté"),
                               Tone::Ink2));
    // Name and dose are whole, whatever the width; the posology is what elides.
    for (const int at : medications.active) {
        const record::Medication& item = medications.items[at];
        const bool wide = item.title().size() > 26;
        auto* row = new QBoxLayout(wide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        row->setSpacing(wide ? 0 : px(8));
        auto* title = new Text(item.title(), {13.5, Weight::Semi, Tone::Ink, 21});
        title->setWrapped(wide);
        row->addWidget(title);
        row->addWidget(fact(item.posology, Tone::Ink2), 1);
        column->addLayout(row);
    }
}

void PreviewPane::addProblems(const record::Chart& chart) {
    QVBoxLayout* column = addSection(
        tr("Problèmes de santé"),
        chart.problems.activeCount > 0 ? QString::number(chart.problems.activeCount) : QString());
    if (chart.problems.activeCount == 0)
        column->addWidget(fact(chart.problems.state() == record::SectionState::NoneKnown
                                   ? tr("Aucun, affirmé")
                                   : tr("Non documenté"),
                               Tone::Ink2));
    for (const record::Problem& problem : chart.problems.items) {
        if (!problem.active)
            continue;
        auto* row = new QHBoxLayout;
        row->setSpacing(px(8));
        row->addWidget(fact(problem.code.label(), Tone::Ink), 1);
        row->addWidget(new Text(problem.date.day().left(4), {12, Weight::Regular, Tone::Ink3}));
        column->addLayout(row);
    }
}

void PreviewPane::addContact(const record::Chart& chart) {
    if (m_row && !m_row->lastContact.isEmpty()) {
        QVBoxLayout* column = addSection(tr("Dernier contact"), m_row->lastContact.left(10));
        auto* words = new Text(m_row->lastContactWords, {13, Weight::Regular, Tone::Ink2});
        words->setWrapped(true);
        column->addWidget(words);
    }
    const QDate today = QDate::currentDate();
    for (const record::Appointment& visit : chart.appointments.items) {
        if (visit.date.localDate() < today)
            continue;
        addSection(tr("Prochain rendez-vous"), visit.date.dayAndTime());
        break;
    }
}

} // namespace chevet::pages
