#include "merge/plan.h"

#include "merge/canonical.h"
#include "merge/safety.h"

#include <algorithm>
#include <set>

namespace chevet::merge {

using record::Node;

namespace {

const Element* find(const std::map<Place, Element>& elements, const Place& place) {
    const auto at = elements.find(place);
    return at == elements.end() ? nullptr : &at->second;
}

// Whether both are absent, or present with equal values.
template <class Part>
bool equal(const Part* left, const Part* right) {
    return left == right || (left != nullptr && right != nullptr && left->text == right->text);
}

// The values that differ from the base's, each once; null for one that was taken away.
template <class Part>
std::vector<const Part*> changes(const Part* base, const std::vector<const Part*>& values) {
    std::vector<const Part*> found;
    for (const Part* const value : values)
        if (!equal(value, base) &&
            std::ranges::none_of(found, [value](const Part* other) { return equal(value, other); }))
            found.push_back(value);
    return found;
}

// What the base said is copied; what is new has one spelling, whichever side it came from.
QByteArray written(Node value, const QByteArray& text, Node base, const QByteArray& baseText) {
    if (!base.exists() || text != baseText)
        return canonical(value, base);
    return {base.source().data(), qsizetype(base.source().size())};
}

} // namespace

Plan::Plan(const Document* base, Sides sides)
    : m_base(base)
    , m_sides(sides.begin(), sides.end()) {
    std::set<Place> elements;
    std::set<Place> marks;
    const auto collect = [&](const Document& document) {
        for (const auto& [place, element] : document.elements())
            elements.insert(place);
        for (const auto& [place, element] : document.marks())
            marks.insert(place);
    };
    if (base != nullptr)
        collect(*base);
    for (const Document* const side : m_sides)
        collect(*side);
    for (const Place& place : elements)
        addElement(place);
    for (const Place& place : marks)
        addMark(place);
    collectClashes();
}

void Plan::addElement(const Place& place) {
    Slot slot;
    slot.place = place;
    slot.base = m_base == nullptr ? nullptr : m_base->find(place);
    std::vector<const Element*> values;
    values.reserve(m_sides.size());
    for (const Document* const side : m_sides)
        values.push_back(side->find(place));
    const std::vector<const Element*> different = changes(slot.base, values);
    slot.touched = !different.empty();
    slot.agreed = std::ranges::all_of(
        values, [&](const Element* value) { return equal(value, values.front()); });
    slot.guarded = isGuarded(m_sides.front()->type(), place);
    if (slot.touched)
        slot.path = pathOf(place);
    if (different.size() <= 1)
        slot.value = slot.touched ? different.front() : slot.base;
    else if (auto list = mergeItems(slot))
        slot.list = std::move(list);
    else
        slot.clash = true;
    m_slots.push_back(std::move(slot));
}

// MERGE.md §3.1. A mark that is not said by all goes.
void Plan::addMark(const Place& place) {
    const Document& first = *m_sides.front();
    Slot slot;
    slot.place = place;
    slot.base = m_base == nullptr ? nullptr : find(m_base->marks(), place);
    slot.value = find(first.marks(), place);
    for (const Document* const side : m_sides) {
        if (!equal(find(side->marks(), place), slot.value) ||
            (!place.meta && !side->sameContent(first)))
            return;
    }
    m_slots.push_back(std::move(slot));
}

std::unique_ptr<Plan::List> Plan::mergeItems(const Slot& slot) const {
    auto list = std::make_unique<List>();
    // The element's one member, the same in every version that has it.
    const auto read = [&](const Element* element) -> std::optional<ItemList> {
        if (element == nullptr)
            return ItemList();
        if (element->members.size() != 1)
            return std::nullopt;
        const auto& [key, value] = element->members.front();
        if (list->key.isEmpty())
            list->key = key;
        return key == list->key ? ItemList::read(key, value) : std::nullopt;
    };
    std::optional<ItemList> base = read(slot.base);
    if (!base)
        return nullptr;
    list->base = std::move(*base);
    std::map<QByteArray, const Item*> added;
    for (const Document* const side : m_sides) {
        std::optional<ItemList> mine = read(side->find(slot.place));
        if (!mine || !mine->continues(list->base))
            return nullptr;
        const ItemList& kept = list->sides.emplace(side, std::move(*mine)).first->second;
        for (const Item& item : kept.items())
            if (list->base.find(item.name) == nullptr)
                added.emplace(item.name, &item);
    }
    for (const Item& item : list->base.items())
        addItem(*list, item, slot.path);
    for (const auto& [name, item] : added)
        addItem(*list, *item, slot.path);
    return list;
}

void Plan::addItem(List& list, const Item& item, const QString& path) const {
    ItemSlot slot;
    slot.path = QString(path + u'[' + item.label + u']');
    slot.name = item.name;
    slot.base = list.base.find(item.name);
    std::vector<const Item*> values;
    values.reserve(m_sides.size());
    for (const Document* const side : m_sides)
        values.push_back(list.sides.at(side).find(item.name));
    const std::vector<const Item*> different = changes(slot.base, values);
    slot.clash = different.size() > 1;
    slot.value = different.empty() ? slot.base : different.front();
    list.items.push_back(std::move(slot));
}

void Plan::collectClashes() {
    const bool blocked = std::ranges::any_of(
        m_slots, [](const Slot& slot) { return slot.guarded && slot.touched && !slot.agreed; });
    for (Slot& slot : m_slots) {
        if (blocked && slot.touched && !slot.agreed) {
            slot.clash = true;
            slot.list.reset();
        }
        if (slot.clash)
            m_clashes += Clash{slot.path, slot.guarded};
        if (slot.list == nullptr)
            continue;
        for (const ItemSlot& item : slot.list->items)
            if (item.clash)
                m_clashes += Clash{item.path, slot.guarded};
    }
    std::ranges::stable_sort(m_clashes, {}, &Clash::path);
}

// By the member's name when there is only one in all versions, else as FHIR names a choice.
QString Plan::pathOf(const Place& place) const {
    std::set<QByteArray> keys;
    const auto collect = [&](const Document* document) {
        if (const Element* const element = document == nullptr ? nullptr : document->find(place))
            for (const auto& [key, value] : element->members)
                keys.insert(key.startsWith('_') ? key.sliced(1) : key);
    };
    collect(m_base);
    std::ranges::for_each(m_sides, collect);
    const QString name = keys.size() == 1
                             ? QString::fromUtf8(*keys.begin())
                             : QString(QString::fromUtf8(place.name) + QLatin1String("[x]"));
    return place.meta ? QString(QLatin1String("meta.") + name) : name;
}

QByteArray Plan::writeList(const List& list, const Chosen& chosen) {
    QByteArray out;
    for (const ItemSlot& slot : list.items) {
        const Item* value = slot.value;
        if (slot.clash) {
            const auto side = list.sides.find(chosen(slot.path));
            value = side == list.sides.end() ? slot.base : side->second.find(slot.name);
        }
        if (value == nullptr)
            continue;
        out += out.isEmpty() ? '[' : ',';
        out += slot.base == nullptr
                   ? canonical(value->value)
                   : written(value->value, value->text, slot.base->value, slot.base->text);
    }
    if (!out.isEmpty())
        out += ']';
    return out;
}

// Members in the base's order, then new ones by name.
class Plan::Writer {
public:
    void add(bool meta, const QByteArray& key, QByteArray text) {
        (meta ? m_meta : m_root).emplace(key, std::move(text));
    }
    [[nodiscard]] QByteArray finish(const Document* base) {
        if (!m_meta.empty())
            add(false, "meta", object(m_meta, base, true));
        return object(m_root, base, false);
    }

private:
    using Texts = std::map<QByteArray, QByteArray>;
    static QByteArray object(Texts& texts, const Document* base, bool meta) {
        QByteArray out;
        const auto member = [&out](const QByteArray& key, const QByteArray& text) {
            out += out.isEmpty() ? '{' : ',';
            out += '"' + key + QByteArrayLiteral("\":") + text;
        };
        const std::vector<QByteArray> first = {QByteArrayLiteral("resourceType")};
        for (const QByteArray& key : base != nullptr ? base->order(meta) : first) {
            const auto at = texts.find(key);
            if (at == texts.end())
                continue;
            member(key, at->second);
            texts.erase(at);
        }
        for (const auto& [key, text] : texts)
            member(key, text);
        return QByteArray(out + '}');
    }

    Texts m_root, m_meta;
};

QByteArray Plan::write(const Chosen& chosen) const {
    Writer writer;
    for (const Slot& slot : m_slots) {
        if (slot.list != nullptr) {
            if (QByteArray text = writeList(*slot.list, chosen); !text.isEmpty())
                writer.add(slot.place.meta, slot.list->key, std::move(text));
            continue;
        }
        const Element* const value = slot.clash ? chosen(slot.path)->find(slot.place) : slot.value;
        if (value == nullptr)
            continue;
        const QByteArray& baseText = slot.base == nullptr ? QByteArray() : slot.base->text;
        for (const auto& [key, node] : value->members)
            writer.add(slot.place.meta, key,
                       written(node, value->text,
                               slot.base == nullptr ? Node() : slot.base->member(key), baseText));
    }
    return writer.finish(m_base);
}

} // namespace chevet::merge
