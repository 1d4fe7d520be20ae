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
    m_lock = m_alarms = m_trouble = m_activity = nullptr;
    m_wide.clear();
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QWidget* StatusBar::addRule() {
    auto* rule = new Rule(Qt::Vertical);
    rule->setFixedHeight(px(14));
    rule->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->addWidget(rule);
    return rule;
}

// Gives way when the window is narrow, with the rule after it.
void StatusBar::addWide(QWidget* widget) {
    m_row->addWidget(widget);
    m_wide << widget << addRule();
}

void StatusBar::showClosed(const QString& state, Tone tone, const QList<Hint>& hints) {
    clear();
    m_row->addWidget(new Fact(QStringLiteral("offline"), state, tone, Weight::Semi, 12));
    m_row->addStretch(1);
    for (const Hint& hint : hints) {
        auto* words = new KeyHint(hint.keys, hint.words);
        m_row->addWidget(words);
        m_wide << words;
    }
    m_wide << addRule();
    m_row->addWidget(new Text(QStringLiteral("Chevet %1").arg(QLatin1String(CHEVET_VERSION)),
                              {12, Weight::Regular, Tone::Ink2}));
    setNarrow(m_narrow);
}

void StatusBar::showOpen(const QString& clinic, const QString& workstation) {
    clear();
    auto* offline =
        new Fact(QStringLiteral("offline"), tr("Hors ligne"), Tone::Warn, Weight::Semi, 12);
    offline->setToolTip(tr("Ce poste n’a pas encore de relais\u00a0; tout est lu et écrit ici"));
    m_row->addWidget(offline);
    m_wide << addRule();
    auto* kept = new Text(tr("Tout est gardé sur ce poste"), {12, Weight::Regular, Tone::Ink2});
    m_row->addWidget(kept);
    m_wide << kept;
    m_activity = new Fact(QStringLiteral("import"), {}, Tone::Accent, Weight::Semi, 12);
    m_alarms = new Fact(QStringLiteral("octagon-cross"), {}, Tone::Crit, Weight::Semi, 12);
    m_trouble = new Fact(QStringLiteral("octagon-alert"), {}, Tone::Crit, Weight::Semi, 12);
    for (Fact* fact : {m_activity, m_alarms, m_trouble}) {
        fact->hide();
        m_row->addWidget(fact);
    }
    m_row->addStretch(1);
    auto* name = new Text(clinic, {12, Weight::Regular, Tone::Ink2});
    name->setElided(true);
    addWide(name);
    addWide(new Text(tr("Poste %1").arg(workstation), {12, Weight::Regular, Tone::Ink2}));
    m_lock = new Fact(QStringLiteral("lock"), {}, Tone::Ink2, Weight::Regular, 12);
    m_row->addWidget(m_lock);
    setNarrow(m_narrow);
}

void StatusBar::setNarrow(bool narrow) {
    m_narrow = narrow;
    for (QWidget* widget : std::as_const(m_wide))
        widget->setVisible(!narrow);
}

void StatusBar::setActivity(const QString& words) {
    if (!m_activity)
        return;
    m_activity->set(QStringLiteral("import"), words, Tone::Accent);
    m_activity->setVisible(!words.isEmpty());
}

void StatusBar::setTrouble(const QString& sentence) {
    if (!m_trouble)
        return;
    m_trouble->set(QStringLiteral("octagon-alert"), sentence, Tone::Crit);
    m_trouble->setVisible(!sentence.isEmpty());
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
