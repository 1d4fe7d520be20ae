#include "ui/pages/preferences/preferences_page.h"

#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;
using viewmodels::VaultDoor;

namespace {

constexpr int lockChoices[] = {1, 2, 5, 10, 15, 30};
constexpr int scaleChoices[] = {100, 125, 150, 175, 200};

// A bordered group with a title.
QVBoxLayout* group(QVBoxLayout* column, const QString& title, const QString& detail) {
    auto* card = new Card;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(px(20), px(14), px(20), px(16));
    inside->setSpacing(px(10));
    inside->addWidget(new Text(title, {16, Weight::Bold, Tone::Ink, 22}));
    if (!detail.isEmpty()) {
        auto* words = new Text(detail, {13, Weight::Regular, Tone::Ink2, 19});
        words->setWrapped(true);
        inside->addWidget(words);
    }
    column->addWidget(card);
    return inside;
}

void labelled(QVBoxLayout* column, const QString& label, QWidget* control) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    auto* words = new Text(label, {13, Weight::Medium, Tone::Ink});
    words->setFixedWidth(px(200));
    words->setBuddy(control);
    row->addWidget(words);
    row->addWidget(control);
    row->addStretch(1);
    column->addLayout(row);
}

} // namespace

PreferencesPage::PreferencesPage(viewmodels::AsyncDoor& door, Preferences values, QWidget* parent)
    : QWidget(parent)
    , m_door(door)
    , m_values(std::move(values)) {
    auto* ground = new Ground(Tone::Surface);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto* page = new QVBoxLayout(ground);
    page->setContentsMargins(px(44), px(28), px(44), px(28));
    page->setSpacing(px(16));
    auto* head = new QHBoxLayout;
    head->addWidget(new Text(tr("Préférences"), {20, Weight::Bold, Tone::Ink, 28}), 1);
    auto* close = new IconButton(QStringLiteral("close"), tr("Fermer"));
    connect(close, &QAbstractButton::clicked, this, &PreferencesPage::closeRequested);
    head->addWidget(close);
    page->addLayout(head);
    auto* two = new QHBoxLayout;
    two->setSpacing(px(16));
    auto* left = new QVBoxLayout;
    left->setSpacing(px(16));
    left->addWidget(buildLooks());
    left->addWidget(buildPassphrase());
    left->addWidget(buildKeychain());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(px(16));
    right->addWidget(buildProfessionals());
    right->addWidget(buildAdd());
    right->addStretch(1);
    two->addLayout(left, 1);
    two->addLayout(right, 1);
    page->addLayout(two, 1);
}

QWidget* PreferencesPage::buildLooks() {
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = group(outer, tr("Affichage et verrouillage"), {});
    auto* theme = new Segmented(tr("Thème"));
    theme->addSegment(tr("Système"));
    theme->addSegment(tr("Clair"));
    theme->addSegment(tr("Sombre"));
    theme->setCurrent(int(m_values.theme));
    labelled(column, tr("Thème"), theme);
    auto* scale = new Segmented(tr("Taille"));
    for (const int percent : scaleChoices)
        scale->addSegment(tr("%1\u00a0%").arg(percent));
    const auto at =
        std::find(std::begin(scaleChoices), std::end(scaleChoices), m_values.scalePercent);
    scale->setCurrent(at == std::end(scaleChoices) ? 0 : int(at - scaleChoices));
    labelled(column, tr("Taille"), scale);
    auto* language = new Segmented(tr("Langue"));
    language->addSegment(tr("Système"));
    language->addSegment(QStringLiteral("Français"));
    language->addSegment(QStringLiteral("English"));
    language->setCurrent(m_values.language.isEmpty()                ? 0
                         : m_values.language == QLatin1String("fr") ? 1
                                                                    : 2);
    labelled(column, tr("Langue"), language);
    auto* lock = new Segmented(tr("Verrouiller après"));
    for (const int minutes : lockChoices)
        lock->addSegment(tr("%1\u00a0min").arg(minutes));
    const auto chosen =
        std::find(std::begin(lockChoices), std::end(lockChoices), m_values.lockMinutes);
    lock->setCurrent(chosen == std::end(lockChoices) ? 3 : int(chosen - lockChoices));
    labelled(column, tr("Verrouiller après"), lock);
    const auto tell = [this, theme, scale, language, lock] {
        m_values.theme = Theme::Mode(theme->current());
        m_values.scalePercent = scaleChoices[scale->current()];
        const QString languages[] = {{}, QStringLiteral("fr"), QStringLiteral("en")};
        m_values.language = languages[language->current()];
        m_values.lockMinutes = lockChoices[lock->current()];
        Q_EMIT changed(m_values);
    };
    for (Segmented* control : {theme, scale, language, lock})
        connect(control, &Segmented::currentChanged, this, tell);
    setFocusProxy(theme);
    return box;
}

QWidget* PreferencesPage::buildPassphrase() {
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = group(outer, tr("Ma phrase de passe"), {});
    m_old = new PassphraseField;
    m_old->setName(tr("Phrase de passe actuelle"));
    m_old->setHeight(32);
    m_fresh = new PassphraseField;
    m_fresh->setName(tr("Nouvelle phrase de passe"));
    m_fresh->setHeight(32);
    labelled(column, tr("Actuelle"), m_old);
    labelled(column, tr("Nouvelle"), m_fresh);
    auto* row = new QHBoxLayout;
    auto* change = new Button(tr("Changer la phrase de passe"));
    m_passphraseState = new Fact({}, {}, Tone::Ink2);
    row->addWidget(change);
    row->addWidget(m_passphraseState);
    row->addStretch(1);
    column->addLayout(row);
    connect(change, &QAbstractButton::clicked, this, &PreferencesPage::changePassphrase);
    return box;
}

QWidget* PreferencesPage::buildKeychain() {
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = group(
        outer, tr("Trousseau du système"),
        tr("Ouvre le coffre avec la session du poste, sans taper la phrase de passe (Ctrl+T). À "
           "réserver à un poste que personne d’autre n’ouvre."));
    const bool on = m_door.facts().facts().keychainSlot;
    m_keychainPassphrase = new PassphraseField(box);
    m_keychainPassphrase->setName(tr("Phrase de passe"));
    m_keychainPassphrase->setHeight(32);
    m_keychainPassphrase->setVisible(!on);
    if (!on)
        labelled(column, tr("Phrase de passe"), m_keychainPassphrase);
    auto* row = new QHBoxLayout;
    m_keychain = new Button(on ? tr("Retirer le trousseau") : tr("Activer le trousseau"));
    m_keychainState = new Fact({}, {}, Tone::Ink2);
    row->addWidget(m_keychain);
    row->addWidget(m_keychainState);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_keychain, &QAbstractButton::clicked, this, [this, on] { setKeychain(!on); });
    return box;
}

QWidget* PreferencesPage::buildProfessionals() {
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column =
        group(outer, tr("Professionnels de ce poste"),
              tr("Chacun a sa phrase de passe et sa propre clé de signature. Une "
                 "personne désactivée ne peut plus ouvrir\u202f; ce qu’elle a signé "
                 "reste vérifiable."));
    m_people = new QVBoxLayout;
    m_people->setSpacing(0);
    column->addLayout(m_people);
    fillProfessionals();
    return box;
}

void PreferencesPage::fillProfessionals() {
    while (QLayoutItem* item = m_people->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const base::Uuid self = m_door.facts().currentUser().id;
    const bool administrator = m_door.facts().currentUser().administrator;
    const auto users = m_door.facts().facts().users;
    for (const session::UserFacts& user : users) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, px(8), 0, px(8));
        row->setSpacing(px(12));
        row->addWidget(new Avatar(user.name, 34, user.id == self));
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(
            new Text(user.name, {15, Weight::Semi, user.disabled ? Tone::Ink3 : Tone::Ink}));
        words->addWidget(
            new Text(viewmodels::roleWords(user.role), {13, Weight::Regular, Tone::Ink2}));
        row->addLayout(words, 1);
        if (user.disabled)
            row->addWidget(new Chip(tr("Désactivé"), ChipKind::Plain));
        if (administrator && user.id != self) {
            auto* toggle = new Button(user.disabled ? tr("Réactiver") : tr("Désactiver"));
            toggle->setSize(Button::Size::Small);
            toggle->setAccessibleName(QString(toggle->text() + u' ' + user.name));
            row->addWidget(toggle);
            connect(toggle, &QAbstractButton::clicked, this,
                    [this, id = user.id, off = !user.disabled] {
                        m_door.write(
                            this,
                            [id, off](VaultDoor& open) { return open.setUserDisabled(id, off); },
                            [this](const base::Result<>& answer) {
                                report(m_peopleState, answer, tr("Enregistré"));
                                fillProfessionals();
                            });
                    });
        }
        if (m_people->count() > 0)
            m_people->addWidget(new Rule(Qt::Horizontal, Tone::Line));
        m_people->addWidget(line);
    }
}

QWidget* PreferencesPage::buildAdd() {
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = group(outer, tr("Ajouter un professionnel"), {});
    m_newName = new Field;
    m_newName->setName(tr("Nom, avec son titre"));
    m_newRole = new QComboBox;
    m_newRole->setAccessibleName(tr("Rôle"));
    for (int role = 0; role <= int(session::Role::Administrator); ++role)
        m_newRole->addItem(viewmodels::roleWords(session::Role(role)));
    m_newPassphrase = new PassphraseField;
    m_newPassphrase->setName(tr("Sa phrase de passe"));
    m_newPassphrase->setHeight(32);
    labelled(column, tr("Nom, avec son titre"), m_newName);
    labelled(column, tr("Rôle"), m_newRole);
    labelled(column, tr("Sa phrase de passe"), m_newPassphrase);
    auto* row = new QHBoxLayout;
    auto* add = new Button(tr("Ajouter"));
    add->setReason(m_door.facts().currentUser().administrator
                       ? QString()
                       : tr("Seule une personne responsable peut ajouter un professionnel"));
    m_peopleState = new Fact({}, {}, Tone::Ink2);
    row->addWidget(add);
    row->addWidget(m_peopleState);
    row->addStretch(1);
    column->addLayout(row);
    connect(add, &QAbstractButton::clicked, this, &PreferencesPage::addProfessional);
    return box;
}

void PreferencesPage::report(Fact* where, const base::Result<>& answer, const QString& done) {
    if (answer)
        where->set(QStringLiteral("circle-check"), done, Tone::Ok);
    else
        where->set(QStringLiteral("octagon-cross"),
                   viewmodels::describeFailure(answer.error()).what, Tone::Crit);
}

void PreferencesPage::changePassphrase() {
    if (m_old->isEmpty() || m_fresh->isEmpty())
        return;
    QByteArray old = m_old->takeUtf8(), fresh = m_fresh->takeUtf8();
    m_door.write(
        this,
        [id = m_door.facts().currentUser().id, before = crypto::Secret::takeFrom(old),
         after = crypto::Secret::takeFrom(fresh)](VaultDoor& open) {
            return open.changePassphrase(id, before, after);
        },
        [this](const base::Result<>& answer) {
            report(m_passphraseState, answer, tr("Phrase de passe changée"));
        });
}

void PreferencesPage::setKeychain(bool on) {
    QByteArray typed = m_keychainPassphrase->takeUtf8();
    if (on && typed.isEmpty()) {
        m_keychainPassphrase->setFocus();
        return;
    }
    m_door.write(
        this,
        [on, passphrase = crypto::Secret::takeFrom(typed)](VaultDoor& open) {
            return on ? open.enableKeychain(passphrase) : open.disableKeychain();
        },
        [this, on](const base::Result<>& answer) {
            report(m_keychainState, answer, on ? tr("Trousseau activé") : tr("Trousseau retiré"));
            if (answer)
                m_keychain->setReason(
                    tr("Enregistré\u202f; rouvrir les préférences pour changer encore"));
        });
}

void PreferencesPage::addProfessional() {
    if (m_newName->text().trimmed().isEmpty() || m_newPassphrase->isEmpty())
        return;
    QByteArray typed = m_newPassphrase->takeUtf8();
    session::NewUser user{.name = m_newName->text().trimmed(),
                          .role = session::Role(m_newRole->currentIndex()),
                          .administrator = false,
                          .passphrase = crypto::Secret::takeFrom(typed)};
    m_door.write(
        this,
        [user = std::move(user)](VaultDoor& open) mutable { return open.addUser(std::move(user)); },
        [this](const base::Result<>& answer) {
            report(m_peopleState, answer, tr("Ajouté"));
            if (answer)
                m_newName->edit()->clear();
            fillProfessionals();
        });
}

void PreferencesPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chevet::pages
