#include "ui/pages/unlock/vault_side.h"

#include "ui/viewmodels/words.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

VaultSide::VaultSide(QWidget* parent)
    : Ground(Tone::Banner, parent)
    , m_clinic(new Text({}, {26, Weight::Bold, Tone::BannerInk, 33}))
    , m_place(new Text({}, {14, Weight::Regular, Tone::BannerInk2, 20}))
    , m_facts(new QVBoxLayout) {
    setProperty("darkGround", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(40), px(40), px(40), px(28));
    column->setSpacing(0);
    auto* brand = new QHBoxLayout;
    brand->setSpacing(px(12));
    brand->addWidget(new Glyph(QStringLiteral("logo"), Tone::BannerInk, 30));
    brand->addWidget(new Text(QStringLiteral("Chevet"), {20, Weight::Bold, Tone::BannerInk}));
    brand->addStretch(1);
    column->addLayout(brand);
    column->addItem(new QSpacerItem(0, px(136), QSizePolicy::Minimum, QSizePolicy::Maximum));
    m_clinic->setWrapped(true);
    m_place->setWrapped(true);
    column->addWidget(m_clinic);
    column->addSpacing(px(2));
    column->addWidget(m_place);
    column->addStretch(1);
    m_facts->setSpacing(0);
    column->addLayout(m_facts);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize VaultSide::sizeHint() const {
    return {px(400), px(600)};
}

void VaultSide::clearFacts() {
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void VaultSide::addFact(const QString& glyph, const QString& title, const QString& words) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, px(13), 0, px(13));
    row->setSpacing(px(14));
    row->addWidget(new Glyph(glyph, Tone::BannerIcon, 18), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* head = new Text(title, {15, Weight::Semi, Tone::BannerInk, 21});
    head->setWrapped(true);
    auto* body = new Text(words, {13, Weight::Regular, Tone::BannerInk2, 18});
    body->setWrapped(true);
    column->addWidget(head);
    column->addWidget(body);
    row->addLayout(column, 1);
    m_facts->addWidget(line);
    m_facts->addWidget(new Rule(Qt::Horizontal, Tone::BannerLine));
}

void VaultSide::setFacts(const session::VaultFacts& facts) {
    m_clinic->setText(facts.clinic);
    m_place->setText(tr("Poste %1").arg(facts.workstation));
    clearFacts();
    m_facts->addWidget(new Rule(Qt::Horizontal, Tone::BannerLine));
    addFact(QStringLiteral("lock"), tr("Coffre verrouillé"),
            facts.patients < 0 ? tr("Dossiers chiffrés sur ce poste, copie complète")
                               : tr("%1 dossiers chiffrés sur ce poste, copie complète")
                                     .arg(viewmodels::count(facts.patients)));
    if (facts.lastLocked.isValid())
        addFact(QStringLiteral("clock"), tr("Dernier verrouillage"),
                viewmodels::dayTime(facts.lastLocked));
    addFact(QStringLiteral("offline"), tr("Hors ligne"),
            tr("Tout est sur ce poste\u00a0: lire et importer n’attendent aucun réseau"));
    if (facts.kitVerified.isValid())
        addFact(QStringLiteral("key"), tr("Récupération prête"),
                tr("Trousse vérifiée le %1")
                    .arg(facts.kitVerified.toLocalTime().date().toString(Qt::ISODate)));
    else
        addFact(QStringLiteral("key"), tr("Trousse de récupération"),
                tr("À vérifier une fois par an avec la feuille imprimée"));
}

void VaultSide::setDamage(const QString& what, const QString& kept) {
    clearFacts();
    m_facts->addWidget(new Rule(Qt::Horizontal, Tone::BannerLine));
    addFact(QStringLiteral("octagon-cross"), what, kept);
}

} // namespace chevet::pages
