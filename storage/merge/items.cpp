#include "merge/items.h"

#include "merge/canonical.h"

#include <QStringList>

#include <set>

namespace chevet::merge {

using record::Node;

namespace {

// Canonical strings have no line break, so parts cannot run into each other.
void setName(Item& item, const char* kind, std::initializer_list<Node> parts) {
    QStringList label;
    QByteArray name = kind;
    for (const Node part : parts) {
        if (!part.isString() || part.raw().empty())
            return;
        name += '\n' + canonicalString(part.raw());
        label += part.text();
    }
    item.name = name;
    item.label = label.join(u'|');
}

// All codings, in any order; none may lack its system or code.
void setNameByCodings(Item& item, Node concept_) {
    const Node codings = concept_["coding"];
    std::set<QByteArray> names;
    QStringList labels;
    if (!codings.isArray())
        return;
    for (const Node coding : codings.each()) {
        Item one{};
        setName(one, "code", {coding["system"], coding["code"]});
        if (one.name.isEmpty())
            return;
        names.insert(one.name);
        labels += one.label;
    }
    labels.sort();
    for (const QByteArray& name : names)
        item.name += name + '\n';
    item.label = labels.join(u'+');
}

Node onlyOne(Node list) {
    int count = 0;
    for ([[maybe_unused]] const Node one : list.each())
        ++count;
    return count == 1 ? list.first() : Node();
}

void setNameOfAnnotation(Item& item, Node note) {
    for (const Node author : {note["authorReference"]["reference"], note["authorString"]})
        if (item.name.isEmpty())
            setName(item, "note", {author, note["time"]});
}

// The first that the item has, in the order of the table.
void identify(Item& item, QByteArrayView list, Node value) {
    if (value.isString() && list == "profile")
        setName(item, "text", {value});
    if (!value.isObject())
        return;
    const auto attempt = [&item](auto&& work) {
        if (item.name.isEmpty())
            work();
    };
    attempt([&] { setName(item, "id", {value["id"]}); });
    attempt([&] { setName(item, "code", {value["system"], value["code"]}); });
    attempt([&] { setNameByCodings(item, value); });
    attempt([&] { setNameByCodings(item, value["code"]); });
    attempt([&] { setName(item, "value", {value["system"], value["value"]}); });
    attempt([&] {
        const Node identifier = onlyOne(value["identifier"]);
        setName(item, "identifier", {identifier["system"], identifier["value"]});
    });
    attempt([&] { setName(item, "reference", {value["reference"]}); });
    attempt([&] { setName(item, "url", {value["url"]}); });
    attempt([&] { setNameOfAnnotation(item, value); });
}

} // namespace

Item itemOf(QByteArrayView list, Node value) {
    Item item{{}, {}, value, canonical(value)};
    identify(item, list, value);
    return item;
}

std::optional<ItemList> ItemList::read(QByteArrayView list, Node value) {
    ItemList all;
    if (value.kind() == Node::Kind::Absent)
        return all;
    if (!value.isArray())
        return std::nullopt;
    for (const Node one : value.each()) {
        Item item = itemOf(list, one);
        if (item.name.isEmpty() || !all.m_places.emplace(item.name, all.m_items.size()).second)
            return std::nullopt;
        all.m_items.push_back(std::move(item));
    }
    return all;
}

const Item* ItemList::find(const QByteArray& name) const {
    const auto at = m_places.find(name);
    return at == m_places.end() ? nullptr : &m_items[at->second];
}

bool ItemList::continues(const ItemList& base) const {
    std::size_t next = 0; // beyond the base's items once a new one was seen
    for (const Item& item : m_items) {
        const auto at = base.m_places.find(item.name);
        const bool isNew = at == base.m_places.end();
        if (!isNew && at->second < next)
            return false;
        next = isNew ? base.m_items.size() : at->second + 1;
    }
    return true;
}

} // namespace chevet::merge
