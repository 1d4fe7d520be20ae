#pragma once
// The kit step: the sheet, why it matters, print or PDF, two groups retyped from paper.

#include "ui/pages/firstrun/kit_sheet.h"

class QBoxLayout;

namespace chevet::widgets {
class Button;
class Fact;
class Field;
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class KitStep : public QWidget {
    Q_OBJECT
public:
    explicit KitStep(QWidget* parent = nullptr);
    void setKit(std::shared_ptr<viewmodels::RecoverySheet> kit, const KitFacts& facts);
    void clear();
    [[nodiscard]] bool isReady() const { return m_kit != nullptr; }
    // Why one may not go on; empty: printed and both groups exact.
    [[nodiscard]] QString reasonToWait() const;
    void print();
    bool saveTo(const QString& path); // the PDF; false if it cannot be written
    // The kit of a step that goes, with what was printed and retyped; false if it had none.
    bool takeOver(KitStep& former);
    // A smaller sheet; the reasons below it.
    void setRoom(bool small, bool narrow);

Q_SIGNALS:
    void changed();

private:
    QWidget* buildReasons();
    QWidget* buildAsk();
    void savePdf();
    void noteMade(const QString& words);
    void checkGroup(int which);
    void chooseGroups();

    void showAsked();

    std::shared_ptr<viewmodels::RecoverySheet> m_kit;
    KitFacts m_facts;
    QBoxLayout* m_top = nullptr;
    KitSheet* m_sheet;
    widgets::Button* m_print = nullptr;
    widgets::Fact* m_made = nullptr;
    widgets::Field* m_fields[2] = {};
    widgets::Text* m_labels[2] = {};
    widgets::Fact* m_notes[2] = {};
    widgets::Text* m_wrong = nullptr;
    KitSheet::Place m_places[2] = {{1, 2}, {3, 0}};
    bool m_exact[2] = {};
    bool m_wasMade = false;
};

} // namespace chevet::pages
