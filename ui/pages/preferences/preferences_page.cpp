#include "ui/pages/preferences/preferences_page.h"

#include "ui/pages/preferences/professional_line.h"
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
    words->setFixedWidth(px(150));
    words->setBuddy(control);
    row->addWidget(words);
    const bool wide = !qobject_cast<Segmented*>(control);
    if (wide) { // fields of one width under each other
        control->setMinimumHeight(px(32));
        control->setMaximumWidth(px(320));
        control->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    row->addWidget(control, wide ? 1 : 0);
    if (!wide)
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
    m_two = new QHBoxLayout;
    m_two->setSpacing(px(16));
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
    right->addWidget(buildKit());
    right->addStretch(1);
    m_two->addLayout(left, 1);
    m_two->addLayout(right, 1);
    page->addLayout(m_two, 1);
}

// DESIGN.md §8: below 1200 logical pixels one column.
void PreferencesPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_two->setDirection(logical(width()) < 1200 ? QBoxLayout::TopToBottom
                                                : QBoxLayout::LeftToRight);
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
    m_again = new PassphraseField;
    m_again->setName(tr("Nouvelle phrase de passe, encore une fois"));
    m_again->setHeight(32);
    labelled(column, tr("Actuelle"), m_old);
    labelled(column, tr("Nouvelle"), m_fresh);
    labelled(column, tr("Encore une fois"), m_again);
    auto* row = new QHBoxLayout;
    m_change = new Button(tr("Changer la phrase de passe"));
    m_passphraseState = new Fact({}, {}, Tone::Ink2);
    row->addWidget(m_change);
    row->addWidget(m_passphraseState);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_change, &QAbstractButton::clicked, this, &PreferencesPage::changePassphrase);
    for (PassphraseField* field : {m_old, m_fresh, m_again})
        connect(field->edit(), &QLineEdit::textChanged, this, &PreferencesPage::checkPassphrases);
    checkPassphrases();
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
    m_keychainRow = new QWidget;
    auto* ask = new QVBoxLayout(m_keychainRow);
    ask->setContentsMargins(0, 0, 0, 0);
    m_keychainPassphrase = new PassphraseField;
    m_keychainPassphrase->setName(tr("Phrase de passe, pour activer le trousseau"));
    m_keychainPassphrase->setHeight(32);
    labelled(ask, tr("Phrase de passe"), m_keychainPassphrase);
    column->addWidget(m_keychainRow);
    auto* row = new QHBoxLayout;
    m_keychain = new Button({});
    m_keychainState = new Fact({}, {}, Tone::Ink2);
    row->addWidget(m_keychain);
    row->addWidget(m_keychainState);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_keychain, &QAbstractButton::clicked, this, &PreferencesPage::changeKeychain);
    connect(m_keychainPassphrase->edit(), &QLineEdit::textChanged, this,
            &PreferencesPage::showKeychain);
    showKeychain();
    return box;
}

void PreferencesPage::showKeychain() {
    const bool on = m_door.facts().facts().keychainSlot;
    m_keychainRow->setVisible(!on);
    m_keychain->setText(on ? tr("Retirer le trousseau") : tr("Activer le trousseau"));
    m_keychain->setReason(on || !m_keychainPassphrase->isEmpty()
                              ? QString()
                              : tr("Taper d’abord la phrase de passe"));
}

QWidget* PreferencesPage::buildKit() {
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = group(outer, tr("Trousse de récupération"),
                                tr("La feuille imprimée à la création du coffre. Elle remplace une "
                                   "phrase de passe oubliée, "
                                   "à l’écran de déverrouillage. Elle n’est plus jamais montrée."));
    const QDateTime verified = m_door.facts().facts().kitVerified;
    if (verified.isValid())
        column->addWidget(new Fact(
            QStringLiteral("circle-check"),
            tr("Relue le %1").arg(verified.toLocalTime().date().toString(Qt::ISODate)), Tone::Ok));
    else
        column->addWidget(new Fact(QStringLiteral("circle-question"),
                                   tr("Jamais relue sur ce poste"), Tone::Warn));
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
        item->widget()->deleteLater(); // it may be the one whose button was pressed
        delete item;
    }
    const session::UserFacts self = m_door.facts().currentUser();
    const auto rights =
        self.administrator ? ProfessionalLine::Rights::Manage : ProfessionalLine::Rights::Look;
    const auto users = m_door.facts().facts().users;
    for (const session::UserFacts& user : users) {
        if (m_people->count() > 0)
            m_people->addWidget(new Rule(Qt::Horizontal, Tone::Line));
        auto* line = new ProfessionalLine(user, rights, user.id == self.id);
        m_people->addWidget(line);
        const auto done = [this](const base::Result<>& answer) {
            report(m_peopleState, answer, tr("Enregistré"));
            fillProfessionals();
        };
        connect(line, &ProfessionalLine::disableRequested, this, [this, id = user.id, done] {
            m_door.write(
                this, [id](VaultDoor& open) { return open.disableUser(id); }, done);
        });
        connect(line, &ProfessionalLine::enableRequested, this, [this, line, id = user.id, done] {
            QByteArray typed = line->takePassphrase();
            m_door.write(
                this,
                [id, passphrase = crypto::Secret::takeFrom(typed)](VaultDoor& open) {
                    return open.enableUser(id, passphrase);
                },
                done);
        });
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
    m_add = new Button(tr("Ajouter"));
    m_peopleState = new Fact({}, {}, Tone::Ink2);
    row->addWidget(m_add);
    row->addWidget(m_peopleState);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_add, &QAbstractButton::clicked, this, &PreferencesPage::addProfessional);
    connect(m_newName->edit(), &QLineEdit::textChanged, this, &PreferencesPage::checkNew);
    connect(m_newPassphrase->edit(), &QLineEdit::textChanged, this, &PreferencesPage::checkNew);
    checkNew();
    return box;
}

void PreferencesPage::report(Fact* where, const base::Result<>& answer, const QString& done) {
    if (answer)
        where->set(QStringLiteral("circle-check"), done, Tone::Ok);
    else
        where->set(QStringLiteral("octagon-cross"),
                   viewmodels::describeFailure(answer.error()).what, Tone::Crit);
}

void PreferencesPage::checkPassphrases() {
    m_change->setReason(m_old->isEmpty()     ? tr("Taper la phrase de passe actuelle")
                        : m_fresh->isEmpty() ? tr("Taper la nouvelle phrase de passe")
                        : m_fresh->text() != m_again->text()
                            ? tr("Les deux nouvelles phrases de passe diffèrent")
                            : QString());
}

void PreferencesPage::changePassphrase() {
    m_again->wipe();
    QByteArray old = m_old->takeUtf8(), fresh = m_fresh->takeUtf8();
    m_passphraseState->set({}, tr("Un instant"), Tone::Ink2);
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

void PreferencesPage::changeKeychain() {
    const bool on = m_door.facts().facts().keychainSlot;
    QByteArray typed = m_keychainPassphrase->takeUtf8();
    m_keychainState->set({}, tr("Un instant"), Tone::Ink2);
    m_door.write(
        this,
        [on, passphrase = crypto::Secret::takeFrom(typed)](VaultDoor& open) {
            return on ? open.disableKeychain() : open.enableKeychain(passphrase);
        },
        [this, on](const base::Result<>& answer) {
            report(m_keychainState, answer, on ? tr("Trousseau retiré") : tr("Trousseau activé"));
            showKeychain();
        });
}

void PreferencesPage::checkNew() {
    m_add->setReason(!m_door.facts().currentUser().administrator
                         ? tr("Seule une personne responsable peut ajouter un professionnel")
                     : m_newName->text().trimmed().isEmpty() ? tr("Donner un nom")
                     : m_newPassphrase->isEmpty()            ? tr("Donner une phrase de passe")
                                                             : QString());
}

void PreferencesPage::addProfessional() {
    QByteArray typed = m_newPassphrase->takeUtf8();
    session::NewUser user{.name = m_newName->text().trimmed(),
                          .role = session::Role(m_newRole->currentIndex()),
                          .administrator = false,
                          .passphrase = crypto::Secret::takeFrom(typed)};
    m_peopleState->set({}, tr("Un instant"), Tone::Ink2);
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
