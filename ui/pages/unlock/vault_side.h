#pragma once
// The dark side of the unlock screen: clinic, workstation and facts of the vault. Counts and times
// only; no patient's name while locked.

#include "ui/viewmodels/door.h"
#include "ui/widgets/text.h"

class QVBoxLayout;

namespace chevet::pages {

class VaultSide : public widgets::Ground {
    Q_OBJECT
public:
    explicit VaultSide(QWidget* parent = nullptr);
    void setFacts(const session::VaultFacts& facts);
    // The vault cannot be opened as it is: replaces the facts.
    void setDamage(const QString& what, const QString& kept);
    QSize sizeHint() const override;

private:
    void addFact(const QString& glyph, const QString& title, const QString& words);
    void clearFacts();

    widgets::Text* m_clinic;
    widgets::Text* m_place;
    QVBoxLayout* m_facts;
};

} // namespace chevet::pages
