#include "ui/pages/unlock/unlock_page.h"

#include "ui/pages/unlock/professional_list.h"
#include "ui/pages/unlock/vault_side.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/marks.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;
using base::ErrorCode;

UnlockPage::UnlockPage(std::shared_ptr<viewmodels::VaultEntrance> entrance, const QString& hint,
                       QWidget* parent)
    : QWidget(parent)
    , m_entrance(std::move(entrance)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_side = new VaultSide;
    row->addWidget(m_side);
    auto* scroll = new QScrollArea; // 200 % on a small screen
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildMain(hint));
    row->addWidget(scroll, 1);
    m_time.start();
    m_wait.setInterval(1000);
    connect(&m_wait, &QTimer::timeout, this, &UnlockPage::tick);
    readFacts();
}

namespace {

QHBoxLayout* infoLine(const QString& words) {
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(8));
    foot->addWidget(new Glyph(QStringLiteral("info"), Tone::Ink2, 14), 0, Qt::AlignTop);
    auto* text = new Text(words, {13, Weight::Regular, Tone::Ink2});
    text->setWrapped(true);
    foot->addWidget(text, 1);
    return foot;
}

} // namespace

QWidget* UnlockPage::buildMain(const QString& hint) {
    auto* ground = new Ground(Tone::Surface);
    auto* column = new QVBoxLayout(ground);
    m_main = column;
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new Text(tr("Choisir un professionnel"), {24, Weight::Bold, Tone::Ink, 32}));
    column->addSpacing(px(22));
    m_two = new QHBoxLayout;
    m_two->setSpacing(px(56));
    m_list = new ProfessionalList;
    m_two->addWidget(m_list, 0, Qt::AlignTop);
    m_form = buildForm();
    m_two->addWidget(m_form, 1);
    m_recovery = buildRecovery();
    m_recovery->hide();
    m_two->addWidget(m_recovery, 1);
    column->addLayout(m_two);
    column->addSpacing(px(26));
    column->addLayout(infoLine(tr("Après 5\u00a0"
                                  "essais, un délai de 30\u00a0s s’applique. "
                                  "Aucun échec n’efface de dossier.")));
    if (!hint.isEmpty()) {
        column->addSpacing(px(8));
        column->addLayout(infoLine(hint));
    }
    column->addStretch(1);
    connect(m_list, &ProfessionalList::chosen, this, &UnlockPage::showUser);
    connect(m_list, &ProfessionalList::accepted, this, [this] { m_passphrase->setFocus(); });
    return ground;
}

namespace {

QHBoxLayout* orLine() {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    row->addWidget(new Rule(Qt::Horizontal), 1);
    row->addWidget(new Text(UnlockPage::tr("ou", "between two ways to unlock"),
                            {12, Weight::Regular, Tone::Ink3}));
    row->addWidget(new Rule(Qt::Horizontal), 1);
    return row;
}

} // namespace

QWidget* UnlockPage::buildForm() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, px(3), 0);
    column->setSpacing(0);
    auto* who = new QHBoxLayout;
    who->setSpacing(px(12));
    m_avatar = new Avatar({}, 48, true);
    who->addWidget(m_avatar);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_name = new Text({}, {18, Weight::Bold, Tone::Ink, 24});
    m_name->setElided(true);
    m_role = new Text({}, {14, Weight::Regular, Tone::Ink2, 20});
    words->addWidget(m_name);
    words->addWidget(m_role);
    who->addLayout(words, 1);
    column->addLayout(who);
    column->addSpacing(px(22));

    m_passphrase = new PassphraseField;
    m_passphrase->setName(tr("Phrase de passe"));
    column->addWidget(fieldLabel(tr("Phrase de passe"), m_passphrase));
    column->addSpacing(px(4));
    column->addWidget(m_passphrase);
    m_caps = new Fact(QStringLiteral("triangle-alert"), tr("Verr. Maj. est activé"), Tone::Warn,
                      Weight::Regular);
    m_caps->hide();
    m_error = new Fact(QStringLiteral("triangle-alert"), {}, Tone::Crit, Weight::Medium);
    m_error->hide();
    m_errorDetail = new Text({}, {13, Weight::Regular, Tone::Ink2});
    m_errorDetail->setWrapped(true);
    m_errorDetail->hide();
    column->addSpacing(px(8));
    column->addWidget(m_error);
    column->addWidget(m_errorDetail);
    column->addWidget(m_caps);
    column->addSpacing(px(10));

    m_unlock = new Button(tr("Déverrouiller"), Button::Kind::Primary);
    m_unlock->setSize(Button::Size::Large);
    column->addWidget(m_unlock);
    column->addSpacing(px(16));
    column->addLayout(orLine());
    column->addSpacing(px(16));
    m_keychain = new Button(tr("Déverrouiller avec le trousseau du système"));
    m_keychain->setSize(Button::Size::Large);
    m_keychain->setGlyph(QStringLiteral("key"));
    column->addWidget(m_keychain);
    column->addStretch(1);
    column->addSpacing(px(14));
    auto* lost = new LinkButton(tr("Phrase de passe oubliée\u00a0: récupérer l’accès"), 13);
    column->addWidget(lost);

    connect(m_passphrase, &PassphraseField::capsLockChanged, m_caps, &QWidget::setVisible);
    connect(m_passphrase, &PassphraseField::submitted, this, &UnlockPage::unlock);
    connect(m_passphrase->edit(), &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!text.isEmpty())
            clearFailure(); // another attempt has begun
    });
    connect(m_unlock, &QAbstractButton::clicked, this, &UnlockPage::unlock);
    connect(m_keychain, &QAbstractButton::clicked, this, &UnlockPage::unlockWithKeychain);
    connect(lost, &QAbstractButton::clicked, this, [this] { showRecovery(true); });
    return form;
}

QWidget* UnlockPage::buildRecovery() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, px(3), 0);
    column->setSpacing(0);
    m_recoveryTitle = new Text({}, {18, Weight::Bold, Tone::Ink, 24});
    m_recoveryTitle->setElided(true);
    column->addWidget(m_recoveryTitle);
    auto* why = new Text(
        tr("Avec la trousse de récupération imprimée à la création du coffre. La phrase "
           "de passe oubliée est remplacée par une nouvelle\u00a0; aucun dossier ne change."),
        {13, Weight::Regular, Tone::Ink2, 19});
    why->setWrapped(true);
    column->addSpacing(px(3));
    column->addWidget(why);
    column->addSpacing(px(18));
    m_code = new PassphraseField;
    m_code->setName(tr("Code de la trousse"));
    column->addWidget(fieldLabel(tr("Code de la trousse, quatre lignes de suite"), m_code));
    column->addSpacing(px(4));
    column->addWidget(m_code);
    m_codeError =
        new Text(tr("72\u00a0signes avec les contrôles\u00a0; espaces et casse n’importent "
                    "pas, O est lu 0, I et L sont lus 1."),
                 {12, Weight::Regular, Tone::Ink3});
    m_codeError->setWrapped(true);
    column->addSpacing(px(6));
    column->addWidget(m_codeError);
    for (auto [field, words] : {std::pair(&m_fresh, tr("Nouvelle phrase de passe")),
                                std::pair(&m_again, tr("La même, encore une fois"))}) {
        *field = new PassphraseField;
        (*field)->setName(words);
        column->addSpacing(px(10));
        column->addWidget(fieldLabel(words, *field));
        column->addSpacing(px(4));
        column->addWidget(*field);
    }
    column->addSpacing(px(14));
    m_recover = new Button(tr("Remplacer et ouvrir"), Button::Kind::Primary);
    m_recover->setSize(Button::Size::Large);
    column->addWidget(m_recover);
    column->addStretch(1);
    column->addSpacing(px(14));
    auto* back = new LinkButton(tr("Revenir à la phrase de passe"), 13);
    column->addWidget(back);
    connect(back, &QAbstractButton::clicked, this, [this] { showRecovery(false); });
    connect(m_recover, &QAbstractButton::clicked, this, &UnlockPage::recover);
    for (PassphraseField* field : {m_code, m_fresh, m_again}) {
        connect(field, &PassphraseField::submitted, this, &UnlockPage::recover);
        connect(field->edit(), &QLineEdit::textChanged, this, &UnlockPage::checkRecovery);
    }
    checkRecovery();
    return panel;
}

void UnlockPage::checkRecovery() {
    m_recover->setReason(m_code->isEmpty()    ? tr("Recopier le code de la trousse")
                         : m_fresh->isEmpty() ? tr("Choisir une nouvelle phrase de passe")
                         : m_fresh->text() != m_again->text()
                             ? tr("Les deux phrases de passe diffèrent")
                             : QString());
}

// DESIGN.md §8: full from 1200 logical pixels, then narrower, below 900 one column.
void UnlockPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int room = logical(width());
    m_side->setVisible(room >= 900);
    m_side->setFixedWidth(px(room >= 1200 ? 400 : 280));
    const int margin = px(room >= 1400 ? 88 : 32);
    m_main->setContentsMargins(margin, px(16), margin, px(16));
    const bool narrow = room < 1100;
    m_two->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_two->setSpacing(px(narrow ? 24 : 56));
    m_list->setMinimumWidth(px(narrow ? 300 : 380));
    m_list->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : px(380));
}

void UnlockPage::showRecovery(bool shown) {
    m_form->setVisible(!shown);
    m_recovery->setVisible(shown);
    for (PassphraseField* field : {m_code, m_fresh, m_again, m_passphrase})
        field->wipe();
    (shown ? m_code : m_passphrase)->setFocus();
}

void UnlockPage::readFacts() {
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this, [entrance = m_entrance] { return entrance->facts(); },
        [this](const base::Result<session::VaultFacts>& facts) { showFacts(facts); });
}

void UnlockPage::showFacts(const base::Result<session::VaultFacts>& facts) {
    if (!facts) {
        const viewmodels::Failure message = viewmodels::describeFailure(facts.error());
        m_side->setDamage(message.what, message.kept);
        showFailure(facts.error());
        m_unlock->setReason(message.what);
        m_keychain->setReason(message.what);
        return;
    }
    m_side->setFacts(*facts);
    m_list->setUsers(facts->users, facts->lastUser);
    m_keychain->setReason(
        facts->keychainSlot ? QString()
                            : tr("Aucun trousseau n’est associé à ce poste\u00a0; il s’active dans "
                                 "les préférences"));
    showUser();
    m_passphrase->setFocus();
}

void UnlockPage::showUser() {
    const session::UserFacts* user = m_list->current();
    m_name->setText(user ? user->name : QString());
    m_role->setText(user ? viewmodels::roleWords(user->role) : QString());
    m_avatar->setName(user ? user->name : QString());
    m_recoveryTitle->setText(tr("Récupérer l’accès de %1").arg(user ? user->name : QString()));
    m_passphrase->wipe();
    clearFailure();
}

void UnlockPage::clearFailure() {
    m_error->hide();
    m_errorDetail->hide();
    m_passphrase->setState(Field::State::Plain);
}

void UnlockPage::unlock() {
    const session::UserFacts* user = m_list->current();
    if (m_busy || !user || m_passphrase->isEmpty() || m_state.waitingTime(m_time.elapsed()) > 0)
        return;
    QByteArray typed = m_passphrase->takeUtf8();
    setBusy(true);
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [entrance = m_entrance, name = user->name, passphrase = crypto::Secret::takeFrom(typed)] {
            return entrance->open(name, passphrase);
        },
        [this](Answer answer) { answered(std::move(answer), true); });
}

void UnlockPage::unlockWithKeychain() {
    const session::UserFacts* user = m_list->current();
    if (m_busy || !user || !m_keychain->isEnabled())
        return;
    setBusy(true);
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [entrance = m_entrance, id = user->id] { return entrance->openWithKeychain(id); },
        [this](Answer answer) { answered(std::move(answer), false); });
}

void UnlockPage::recover() {
    const session::UserFacts* user = m_list->current();
    if (m_busy || !user || !m_recover->isEnabled())
        return;
    QByteArray typed = m_code->takeUtf8(), chosen = m_fresh->takeUtf8();
    m_again->wipe();
    setBusy(true);
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [entrance = m_entrance, id = user->id, code = crypto::Secret::takeFrom(typed),
         fresh = crypto::Secret::takeFrom(chosen)] {
            return entrance->openWithRecoveryCode(id, code, fresh);
        },
        [this](Answer answer) {
            if (!answer) {
                const viewmodels::Failure message = viewmodels::describeFailure(answer.error());
                m_codeError->setText(message.what + u' ' + message.todo);
                m_codeError->setTone(Tone::Crit);
            }
            answered(std::move(answer), false);
        });
}

bool UnlockPage::cancel() {
    for (PassphraseField* field : {m_code, m_fresh, m_again, m_passphrase})
        field->wipe();
    m_cancelled = m_busy;
    return m_busy;
}

// An opening that nobody waits for any more: locked again off the GUI thread.
void UnlockPage::drop(Answer answer) {
    viewmodels::runAsync(
        *QThreadPool::globalInstance(), this,
        [answer = std::move(answer)]() mutable {
            if (answer)
                (*answer)->lock();
            return true;
        },
        [this](bool) { Q_EMIT cancelled(); });
}

void UnlockPage::answered(Answer answer, bool withPassphrase) {
    setBusy(false);
    if (std::exchange(m_cancelled, false)) {
        drop(std::move(answer));
        return;
    }
    if (answer) {
        m_state.succeeded();
        Q_EMIT opened(*answer);
        return;
    }
    if (withPassphrase && answer.error().code == ErrorCode::WrongPassphrase)
        m_state.failed(m_time.elapsed());
    showFailure(answer.error());
    if (m_state.waitingTime(m_time.elapsed()) > 0) {
        m_wait.start();
        tick();
    }
    (m_recovery->isVisible() ? m_code : m_passphrase)->setFocus();
}

void UnlockPage::showFailure(const base::Error& error) {
    const viewmodels::Failure message = viewmodels::describeFailure(error);
    m_error->set(QStringLiteral("triangle-alert"), message.what, Tone::Crit);
    m_error->show();
    const QString rest = message.rest();
    m_errorDetail->setText(rest);
    m_errorDetail->setVisible(!rest.isEmpty());
    m_passphrase->setState(Field::State::Wrong);
}

void UnlockPage::setBusy(bool busy) {
    m_busy = busy;
    m_unlock->setText(busy ? tr("Ouverture") : tr("Déverrouiller"));
    m_unlock->setEnabled(!busy);
    m_list->setEnabled(!busy);
    m_recover->setText(busy ? tr("Ouverture") : tr("Remplacer et ouvrir"));
    for (PassphraseField* field : {m_passphrase, m_code, m_fresh, m_again})
        field->setEnabled(!busy);
}

void UnlockPage::tick() {
    const qint64 left = m_state.waitingTime(m_time.elapsed());
    if (left <= 0) {
        m_wait.stop();
        m_unlock->setReason({});
        m_unlock->setText(tr("Déverrouiller"));
        return;
    }
    m_unlock->setReason(tr("Délai après plusieurs essais"));
    m_unlock->setText(tr("Nouvel essai dans %1\u00a0s").arg((left + 999) / 1000));
}

} // namespace chevet::pages
