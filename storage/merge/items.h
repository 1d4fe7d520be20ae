#pragma once
// Which items of a list are the same one in two versions (MERGE.md §2.1). Never by position.

#include "merge/document.h"

#include <QString>

namespace chevet::merge {

struct Item {
    QByteArray name; // what identifies it: its kind and parts, each on a line
    QString label;   // the same for a path
    record::Node value;
    QByteArray text; // equal texts: equal values
};

// An item's name and label; an empty name when it has none.
[[nodiscard]] Item itemOf(QByteArrayView list, record::Node value);

class ItemList {
public:
    // None for an absent list. nullopt when it is no list, or when its items cannot be told apart.
    [[nodiscard]] static std::optional<ItemList> read(QByteArrayView list, record::Node value);

    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] const Item* find(const QByteArray& name) const;
    // Whether these are what is left of `base`, in its order, and then new ones.
    [[nodiscard]] bool continues(const ItemList& base) const;

private:
    std::vector<Item> m_items;
    std::map<QByteArray, std::size_t> m_places; // by name
};

} // namespace chevet::merge
