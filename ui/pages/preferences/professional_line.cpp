#include "ui/pages/preferences/professional_line.h"

#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

ProfessionalLine::ProfessionalLine(session::UserFacts user, Rights rights, bool self,
                                   QWidget* parent)
    : QWidget(parent)
    , m_user(std::move(user))
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, px(8), 0, px(8));
    m_column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    row->addWidget(new Avatar(m_user.name, 34, self));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* name =
        new Text(m_user.name, {15, Weight::Semi, m_user.disabled ? Tone::Ink3 : Tone::Ink});
    name->setElided(true);
    words->addWidget(name);
    words->addWidget(new Text(m_user.administrator
                                  ? tr("%1, responsable").arg(viewmodels::roleWords(m_user.role))
                                  : viewmodels::roleWords(m_user.role),
                              {13, Weight::Regular, Tone::Ink2}));
    row->addLayout(words, 1);
    if (m_user.disabled)
        row->addWidget(new Chip(tr("Accès retiré"), ChipKind::Plain));
    m_column->addLayout(row);
    if (rights == Rights::Manage && !self)
        addChange(row);
}

void ProfessionalLine::addChange(QHBoxLayout* row) {
    m_change = new Button(m_user.disabled ? tr("Réactiver") : tr("Désactiver"));
    m_change->setSize(Button::Size::Small);
    m_change->setAccessibleName(QString(m_change->text() + u' ' + m_user.name));
    row->addWidget(m_change);
    connect(m_change, &QAbstractButton::clicked, this, [this] { ask(true); });
}

void ProfessionalLine::buildQuestion() {
    m_question = new QWidget;
    auto* row = new QHBoxLayout(m_question);
    row->setContentsMargins(px(46), 0, 0, 0);
    row->setSpacing(px(8));
    auto* go = new Button(m_user.disabled ? tr("Réactiver %1").arg(m_user.name)
                                          : tr("Désactiver %1").arg(m_user.name),
                          m_user.disabled ? Button::Kind::Plain : Button::Kind::Danger);
    if (m_user.disabled) {
        m_passphrase = new PassphraseField;
        m_passphrase->setName(tr("Nouvelle phrase de passe de %1").arg(m_user.name));
        m_passphrase->setPlaceholder(tr("Nouvelle phrase de passe"));
        m_passphrase->setHeight(32);
        row->addWidget(m_passphrase, 1);
        const auto wait = [this, go] {
            go->setReason(m_passphrase->isEmpty() ? tr("Taper d’abord sa nouvelle phrase de passe")
                                                  : QString());
        };
        connect(m_passphrase->edit(), &QLineEdit::textChanged, this, wait);
        wait();
    } else {
        auto* words =
            new Text(tr("Ne pourra plus ouvrir ce coffre."), {13, Weight::Regular, Tone::Ink2});
        words->setElided(true);
        row->addWidget(words, 1);
    }
    auto* keep = new Button(tr("Annuler"));
    row->addWidget(keep);
    row->addWidget(go);
    m_column->addWidget(m_question);
    connect(keep, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(go, &QAbstractButton::clicked, this,
            m_user.disabled ? &ProfessionalLine::enableRequested
                            : &ProfessionalLine::disableRequested);
    m_question->setFocusProxy(m_passphrase ? static_cast<QWidget*>(m_passphrase->edit()) : keep);
}

void ProfessionalLine::ask(bool asked) {
    if (asked && !m_question)
        buildQuestion();
    m_question->setVisible(asked);
    m_change->setVisible(!asked);
    if (!asked && m_passphrase)
        m_passphrase->wipe();
    (asked ? m_question : static_cast<QWidget*>(m_change))->setFocus();
}

QByteArray ProfessionalLine::takePassphrase() {
    return m_passphrase ? m_passphrase->takeUtf8() : QByteArray();
}

} // namespace chevet::pages
