#include "ui/shell/status_bar.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/marks.h"

#include <QHBoxLayout>

namespace chevet::shell {

using namespace widgets;

StatusBar::StatusBar(QWidget* parent)
    : Ground(Tone::Bg, parent)
    , m_row(new QHBoxLayout(this)) {
    setRules(Qt::TopEdge);
    m_row->setContentsMargins(px(12), 1, px(12), 0);
    m_row->setSpacing(px(14));
}

QSize StatusBar::sizeHint() const {
    return {px(600), px(28)};
}

void StatusBar::clear() {
    m_lock = nullptr;
    m_alarms = nullptr;
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void StatusBar::addRule() {
    auto* rule = new Rule(Qt::Vertical);
    rule->setFixedHeight(px(14));
    rule->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->addWidget(rule);
}

void StatusBar::showClosed(const QString& state, const QList<Hint>& hints) {
    clear();
    m_row->addWidget(new Fact(QStringLiteral("offline"), state, Tone::Ink2, Weight::Semi, 12));
    m_row->addStretch(1);
    for (const Hint& hint : hints)
        m_row->addWidget(new KeyHint(hint.keys, hint.words));
    addRule();
    m_row->addWidget(new Text(QStringLiteral("Chevet %1").arg(QLatin1String(CHEVET_VERSION)),
                              {12, Weight::Regular, Tone::Ink2}));
}

void StatusBar::showOpen(const QString& clinic, const QString& workstation) {
    clear();
    auto* offline =
        new Fact(QStringLiteral("offline"), tr("Hors ligne"), Tone::Warn, Weight::Semi, 12);
    offline->setToolTip(tr("Ce poste n’a pas encore de relais\u00a0; tout est lu et écrit ici"));
    m_row->addWidget(offline);
    addRule();
    m_row->addWidget(
        new Text(tr("Tout est gardé sur ce poste"), {12, Weight::Regular, Tone::Ink2}));
    m_alarms = new Fact(QStringLiteral("octagon-cross"), {}, Tone::Crit, Weight::Semi, 12);
    m_alarms->hide();
    m_row->addWidget(m_alarms);
    m_row->addStretch(1);
    m_row->addWidget(new Text(clinic, {12, Weight::Regular, Tone::Ink2}));
    addRule();
    m_row->addWidget(new Text(tr("Poste %1").arg(workstation), {12, Weight::Regular, Tone::Ink2}));
    addRule();
    m_lock = new Fact(QStringLiteral("lock"), {}, Tone::Ink2, Weight::Regular, 12);
    m_row->addWidget(m_lock);
}

void StatusBar::setMinutesToLock(int minutes) {
    if (!m_lock)
        return;
    m_lock->set(QStringLiteral("lock"),
                minutes < 0 ? tr("Sans verrouillage automatique")
                            : tr("Verrouillage dans %1\u00a0min").arg(minutes),
                Tone::Ink2);
}

void StatusBar::setAlarms(int count) {
    if (!m_alarms)
        return;
    m_alarms->set(QStringLiteral("octagon-cross"),
                  count == 1 ? tr("1 alarme d’intégrité") : tr("%1 alarmes d’intégrité").arg(count),
                  Tone::Crit);
    m_alarms->setVisible(count > 0);
}

} // namespace chevet::shell
