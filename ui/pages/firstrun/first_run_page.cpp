#include "ui/pages/firstrun/first_run_page.h"

#include "ui/pages/firstrun/kit_step.h"
#include "ui/pages/firstrun/step_list.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/states.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QSysInfo>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

namespace {

constexpr int shortestPassphrase = 12; // the session has the last word (WeakPassphrase)
constexpr double fieldWidth = 460;

constexpr session::Role roleOrder[] = {session::Role::Physician, session::Role::Nurse,
                                       session::Role::Pharmacist, session::Role::Clerk,
                                       session::Role::Administrator};

QVBoxLayout* bodyColumn(QWidget* body) {
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(3), 0, px(3), 0);
    column->setSpacing(px(4));
    return column;
}

Text* note(const QString& words) {
    auto* text = new Text(words, {13, Weight::Regular, Tone::Ink2, 19});
    text->setWrapped(true);
    return text;
}

} // namespace

FirstRunPage::FirstRunPage(std::shared_ptr<viewmodels::VaultEntrance> entrance, bool demoPossible,
                           QWidget* parent)
    : QWidget(parent)
    , m_entrance(std::move(entrance))
    , m_steps(new StepList(demoPossible))
    , m_stack(new QStackedWidget)
    , m_kit(new KitStep) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_steps);
    auto* ground = new Ground(Tone::Surface);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(buildFoot());
    row->addWidget(ground, 1);
    m_stack->addWidget(buildPage(tr("Créer une clinique"),
                                 tr("Un coffre chiffré pour tous ses dossiers, sur ce poste."),
                                 buildClinic()));
    m_stack->addWidget(
        buildPage(tr("Ce poste"), tr("Chaque poste signe ce qu’il écrit."), buildWorkstation()));
    m_stack->addWidget(buildPage(tr("Premier professionnel"),
                                 tr("La personne responsable\u00a0: elle ajoute les autres."),
                                 buildProfessional()));
    m_stack->addWidget(buildPage(tr("Imprimer la trousse de récupération"),
                                 tr("Sans elle, des phrases de passe perdues rendent les dossiers "
                                    "illisibles pour toujours. Personne d’autre n’a de copie."),
                                 m_kit));
    m_stack->addWidget(
        buildPage(tr("Vérifier et ouvrir"), tr("Le coffre est en place."), buildReady()));
    connect(m_steps, &StepList::demoRequested, this, &FirstRunPage::demoRequested);
    connect(m_steps, &StepList::joinRequested, this, &FirstRunPage::showJoin);
    connect(m_kit, &KitStep::changed, this, &FirstRunPage::check);
    showStep(Clinic);
}

// Erasing waits for a preparation that is under way: not on the GUI thread.
FirstRunPage::~FirstRunPage() {
    if (!m_handedOver)
        QThreadPool::globalInstance()->start([entrance = m_entrance] { entrance->abandon(); });
    if (m_door)
        QThreadPool::globalInstance()->start([door = std::move(m_door)] { door->lock(); });
}

void FirstRunPage::takeOver(FirstRunPage& former) {
    m_clinic->setText(former.m_clinic->text());
    m_workstation->setText(former.m_workstation->text());
    m_name->setText(former.m_name->text());
    m_roles->button(former.m_roles->checkedId())->setChecked(true);
    m_cost = former.m_cost;
    showMeasure();
    Step step = former.m_step;
    if (step == Kit && !m_kit->takeOver(*former.m_kit))
        step = Professional; // it was still being prepared, and is abandoned
    else
        former.m_handedOver = true;
    m_handedOver = step == Ready;
    m_door = former.takeDoor();
    for (int done = Clinic; done < step; ++done)
        describe(Step(done));
    showStep(step);
    if (step == Ready)
        showReady();
}

std::shared_ptr<viewmodels::VaultDoor> FirstRunPage::takeDoor() {
    return std::exchange(m_door, nullptr);
}

QWidget* FirstRunPage::buildPage(const QString& title, const QString& subtitle, QWidget* body) {
    auto* page = new Ground(Tone::Surface);
    auto* column = new QVBoxLayout(page);
    m_columns << column;
    column->setSpacing(0);
    column->addWidget(new Text(title, {24, Weight::Bold, Tone::Ink, 32}));
    column->addSpacing(px(3));
    auto* under = new Text(subtitle, {14, Weight::Regular, Tone::Ink2, 20});
    under->setWrapped(true);
    column->addWidget(under);
    column->addSpacing(px(26));
    column->addWidget(body, 1);
    auto* scroll = new QScrollArea; // 200 % on a small screen
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

QWidget* FirstRunPage::buildClinic() {
    auto* body = new QWidget;
    QVBoxLayout* column = bodyColumn(body);
    m_clinic = new Field;
    m_clinic->setHeight(42);
    m_clinic->setTextLook(15);
    m_clinic->setMaximumWidth(px(fieldWidth));
    m_clinic->setName(tr("Nom de la clinique"));
    m_clinic->setPlaceholder(tr("GMF du Vieux-Verger"));
    m_clinic->edit()->setMaxLength(120);
    column->addWidget(fieldLabel(tr("Nom de la clinique"), m_clinic));
    column->addWidget(m_clinic);
    column->addSpacing(px(10));
    column->addWidget(note(tr("Il paraît sur l’écran de déverrouillage, sur la trousse de "
                              "récupération et sur ce que vous imprimez.")));
    column->addStretch(1);
    connect(m_clinic->edit(), &QLineEdit::textChanged, this, &FirstRunPage::check);
    return body;
}

QWidget* FirstRunPage::buildWorkstation() {
    auto* body = new QWidget;
    QVBoxLayout* column = bodyColumn(body);
    m_workstation = new Field;
    m_workstation->setHeight(42);
    m_workstation->setTextLook(15);
    m_workstation->setMaximumWidth(px(fieldWidth));
    m_workstation->setName(tr("Nom de ce poste"));
    m_workstation->edit()->setMaxLength(60);
    m_workstation->setText(QSysInfo::machineHostName().section(u'.', 0, 0).toUpper());
    column->addWidget(fieldLabel(tr("Nom de ce poste"), m_workstation));
    column->addWidget(m_workstation);
    column->addSpacing(px(18));
    column->addWidget(new Text(tr("Chiffrement"), {14, Weight::Semi, Tone::Ink}));
    m_measure = note({});
    column->addWidget(m_measure);
    column->addStretch(1);
    connect(m_workstation->edit(), &QLineEdit::textChanged, this, &FirstRunPage::check);
    return body;
}

QWidget* FirstRunPage::buildProfessional() {
    auto* body = new QWidget;
    QVBoxLayout* column = bodyColumn(body);
    m_name = new Field;
    m_name->setHeight(42);
    m_name->setTextLook(15);
    m_name->setMaximumWidth(px(fieldWidth));
    m_name->setName(tr("Nom, avec son titre"));
    m_name->setPlaceholder(tr("Dre Maude Lachance"));
    m_name->edit()->setMaxLength(120);
    column->addWidget(fieldLabel(tr("Nom, avec son titre"), m_name));
    column->addWidget(m_name);
    column->addSpacing(px(12));
    column->addWidget(fieldLabel(tr("Rôle"), nullptr));
    m_roles = new QButtonGroup(this);
    auto* roles = new QHBoxLayout;
    roles->setSpacing(px(18));
    for (std::size_t i = 0; i < std::size(roleOrder); ++i) {
        auto* button = new QRadioButton(viewmodels::roleWords(roleOrder[i]));
        m_roles->addButton(button, int(i));
        roles->addWidget(button);
    }
    m_roles->button(0)->setChecked(true);
    roles->addStretch(1);
    column->addLayout(roles);
    column->addSpacing(px(12));
    for (auto [field, words] : {std::pair(&m_first, tr("Phrase de passe")),
                                std::pair(&m_second, tr("La même, encore une fois"))}) {
        *field = new PassphraseField;
        (*field)->setName(words);
        (*field)->setMaximumWidth(px(fieldWidth));
        column->addWidget(fieldLabel(words, *field));
        column->addWidget(*field);
        column->addSpacing(px(6));
        connect((*field)->edit(), &QLineEdit::textChanged, this, &FirstRunPage::check);
    }
    m_strength = note({});
    column->addWidget(m_strength);
    column->addStretch(1);
    connect(m_name->edit(), &QLineEdit::textChanged, this, &FirstRunPage::check);
    return body;
}

QWidget* FirstRunPage::buildReady() {
    auto* body = new QWidget;
    QVBoxLayout* column = bodyColumn(body);
    m_ready = note({});
    m_ready->setLook({14, Weight::Regular, Tone::Ink, 22});
    column->addWidget(m_ready);
    column->addStretch(1);
    return body;
}

QWidget* FirstRunPage::buildFoot() {
    auto* foot = new Ground(Tone::Sunken);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(64));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(44), 0, px(44), 0);
    row->setSpacing(px(8));
    row->addWidget(new Glyph(QStringLiteral("info"), Tone::Ink2, 14));
    m_info = new Text({}, {13, Weight::Regular, Tone::Ink2});
    m_info->setElided(true);
    row->addWidget(m_info, 1);
    m_back = new Button(tr("Précédent"));
    m_next = new Button(tr("Continuer"), Button::Kind::Primary);
    m_next->setMinimumWidth(px(150));
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_back, &QAbstractButton::clicked, this, &FirstRunPage::previous);
    connect(m_next, &QAbstractButton::clicked, this, &FirstRunPage::next);
    return foot;
}

void FirstRunPage::showStep(Step step) {
    m_step = step;
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    m_back->setVisible(step != Clinic && step != Ready);
    m_next->setText(step == Kit     ? tr("Créer le coffre")
                    : step == Ready ? tr("Ouvrir la clinique")
                                    : tr("Continuer"));
    m_info->setText(
        step == Ready
            ? tr("Les dossiers s’ajoutent ensuite avec Ctrl+I.")
            : tr("Le coffre n’est pas encore créé\u00a0: quitter maintenant ne laisse rien "
                 "sur ce poste."));
    m_info->setTone(Tone::Ink2);
    if (step == Workstation && !m_cost && !m_busy)
        measure();
    check();
    QWidget* const focus[] = {m_clinic->edit(), m_workstation->edit(), m_name->edit(), m_kit,
                              m_next};
    setFocusProxy(focus[step]); // for when the page is not on screen yet
    focus[step]->setFocus();
    Q_EMIT stepChanged();
}

QString FirstRunPage::reasonToWait() const {
    if (m_busy)
        return tr("Un instant");
    switch (m_step) {
    case Clinic:
        return m_clinic->text().trimmed().isEmpty() ? tr("Nommer la clinique") : QString();
    case Workstation:
        if (m_workstation->text().trimmed().isEmpty())
            return tr("Nommer ce poste");
        return m_cost ? QString() : tr("La mesure du chiffrement n’est pas finie");
    case Professional:
        if (m_name->text().trimmed().isEmpty())
            return tr("Donner un nom");
        if (m_first->edit()->text().size() < shortestPassphrase)
            return tr("Au moins %1\u00a0signes").arg(shortestPassphrase);
        return m_first->edit()->text() == m_second->edit()->text()
                   ? QString()
                   : tr("Les deux phrases de passe diffèrent");
    case Kit:
        return m_kit->reasonToWait();
    case Ready:
        break;
    }
    return {};
}

void FirstRunPage::check() {
    m_next->setReason(reasonToWait());
    m_strength->setText(tr("Au moins %1\u00a0signes\u202f; quatre mots sans lien tiennent mieux "
                           "qu’un mot compliqué. "
                           "Elle n’est gardée nulle part.")
                            .arg(shortestPassphrase));
}

void FirstRunPage::measure() {
    m_busy = true;
    m_measure->setText(
        tr("Mesure en cours\u00a0: le coût d’une phrase de passe s’adapte à ce poste."));
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [entrance = m_entrance] { return entrance->measureKdf(); },
        [this](base::Result<crypto::KdfCost> cost) {
            m_busy = false;
            if (cost)
                m_cost = *cost;
            else
                m_measure->setText(viewmodels::describeFailure(cost.error()).what);
            showMeasure();
            check();
        });
}

void FirstRunPage::showMeasure() {
    if (m_cost)
        m_measure->setText(
            tr("Argon2id, %1\u00a0Mio de mémoire, %2\u00a0passes\u00a0: chaque essai "
               "d’un voleur lui coûtera autant.")
                .arg(m_cost->memoryKiB / 1024)
                .arg(m_cost->passes));
}

// What was chosen, beside the step that is done.
void FirstRunPage::describe(Step step) {
    if (step == Clinic)
        m_steps->setDetail(step, m_clinic->text().trimmed());
    else if (step == Workstation)
        m_steps->setDetail(step, tr("%1, chiffrement mesuré").arg(m_workstation->text().trimmed()));
    else if (step == Professional)
        m_steps->setDetail(step, tr("%1, responsable").arg(m_name->text().trimmed()));
    else if (step == Kit)
        m_steps->setDetail(step, tr("Imprimée et relue"));
}

void FirstRunPage::next() {
    if (!m_next->isEnabled())
        return;
    describe(m_step);
    switch (m_step) {
    case Clinic:
        showStep(Workstation);
        break;
    case Workstation:
        showStep(Professional);
        break;
    case Professional:
        prepare();
        break;
    case Kit:
        commit();
        break;
    case Ready:
        if (m_door)
            Q_EMIT opened(takeDoor());
        break;
    }
}

void FirstRunPage::previous() {
    if (m_busy || m_step == Clinic || m_step == Ready)
        return;
    if (m_step == Kit) {
        m_kit->clear();
        QThreadPool::globalInstance()->start([entrance = m_entrance] { entrance->abandon(); });
    }
    showStep(Step(m_step - 1));
}

void FirstRunPage::prepare() {
    m_second->wipe();
    QByteArray typed = m_first->takeUtf8();
    session::NewUser user{.name = m_name->text().trimmed(),
                          .role = roleOrder[m_roles->checkedId()],
                          .administrator = true,
                          .passphrase = crypto::Secret::takeFrom(typed)};
    session::NewClinic clinic{.clinic = m_clinic->text().trimmed(),
                              .workstation = m_workstation->text().trimmed(),
                              .firstUser = std::move(user),
                              .cost = *m_cost};
    m_busy = true;
    showStep(Kit);
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [entrance = m_entrance, clinic = std::move(clinic)]() mutable {
            return entrance->prepare(std::move(clinic));
        },
        [this](base::Result<std::shared_ptr<viewmodels::RecoverySheet>> kit) {
            m_busy = false;
            if (!kit) {
                const viewmodels::Failure failure = viewmodels::describeFailure(kit.error());
                showStep(Professional);
                m_info->setText(failure.what + u' ' + failure.rest());
                m_info->setTone(Tone::Crit);
                return;
            }
            m_kit->setKit(
                *kit, {m_clinic->text().trimmed(), QDate::currentDate().toString(Qt::ISODate), {}});
            check();
        });
}

void FirstRunPage::commit() {
    m_busy = true;
    check();
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [entrance = m_entrance] { return entrance->commit(); },
        [this](viewmodels::VaultEntrance::Opened door) {
            m_busy = false;
            if (!door) {
                const viewmodels::Failure failure = viewmodels::describeFailure(door.error());
                m_info->setText(failure.what + u' ' + failure.rest());
                m_info->setTone(Tone::Crit);
                check();
                return;
            }
            m_door = *door;
            m_handedOver = true;
            m_kit->clear();
            showReady();
            showStep(Ready);
        });
}

void FirstRunPage::showReady() {
    const session::VaultFacts facts = m_door->facts();
    m_ready->setText(tr("%1, poste %2. La trousse a été imprimée, et relue le %3.\n"
                        "Empreinte de la clinique\u00a0: %4\n"
                        "D’autres professionnels s’ajoutent dans les préférences (Ctrl+,), des "
                        "dossiers avec Ctrl+I.")
                         .arg(facts.clinic, facts.workstation,
                              facts.kitVerified.toLocalTime().date().toString(Qt::ISODate),
                              facts.clinicFingerprint));
}

// DESIGN.md §8: full from 1200 logical pixels, then narrower, below 900 without the steps.
void FirstRunPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int room = logical(width());
    m_steps->setVisible(room >= 900);
    m_steps->setFixedWidth(px(room >= 1200 ? 344 : 264));
    m_kit->setRoom(room < 1400 || logical(height()) < 800, room < 1200);
    const int margin = px(room >= 1400 ? 44 : 24);
    for (QVBoxLayout* column : std::as_const(m_columns))
        column->setContentsMargins(margin, px(logical(height()) >= 800 ? 44 : 20), margin, px(12));
}

void FirstRunPage::showJoin() {
    m_info->setText(
        tr("Rejoindre une clinique vient avec la synchronisation\u00a0: cette version garde "
           "les dossiers d’un seul poste."));
    m_info->setTone(Tone::Warn);
}

void FirstRunPage::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers().testFlag(Qt::ControlModifier) || m_step != Kit))
        next();
    else if (event->key() == Qt::Key_P && event->modifiers() == Qt::ControlModifier &&
             m_step == Kit)
        m_kit->print();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT quitRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chevet::pages
