#pragma once
// What becomes of each element when versions with different changes meet: MERGE.md §3, steps 3
// to 5. Clashes and the result are both read from it, so that they cannot disagree.

#include "merge/items.h"
#include "merge/merge.h"

#include <functional>
#include <map>

namespace chevet::merge {

using Sides = std::span<const Document* const>;

// Answers which side a person chose at a path.
using Chosen = std::function<const Document*(const QString& path)>;

class Plan {
public:
    // `base` and `sides` must outlive it. `base` is null when there is none; then all sides have
    // the same content.
    Plan(const Document* base, Sides sides);

    [[nodiscard]] const QList<Clash>& clashes() const { return m_clashes; } // by path
    // `chosen` is asked for every clash, and may answer with the base.
    [[nodiscard]] QByteArray write(const Chosen& chosen) const;

private:
    struct ItemSlot {
        QString path{};
        QByteArray name{};
        const Item* base = nullptr;
        const Item* value = nullptr; // of no clash: what stands; null: nothing
        bool clash = false;
    };
    struct List {
        QByteArray key{}; // the element's one member
        ItemList base{};
        std::map<const Document*, ItemList> sides{};
        std::vector<ItemSlot> items{}; // in the order of the result
    };
    struct Slot {
        Place place{};
        QString path{};
        const Element* base = nullptr;
        const Element* value = nullptr; // of no clash: what stands; null: nothing
        bool guarded = false, touched = false, agreed = false, clash = false;
        std::unique_ptr<List> list{}; // set: merged by items
    };
    class Writer;

    void addElement(const Place& place);
    void addMark(const Place& place);
    [[nodiscard]] std::unique_ptr<List> mergeItems(const Slot& slot) const;
    void addItem(List& list, const Item& item, const QString& path) const;
    void collectClashes();
    [[nodiscard]] QString pathOf(const Place& place) const;
    [[nodiscard]] static QByteArray writeList(const List& list, const Chosen& chosen);

    const Document* m_base;
    std::vector<const Document*> m_sides;
    std::vector<Slot> m_slots;
    QList<Clash> m_clashes;
};

} // namespace chevet::merge
