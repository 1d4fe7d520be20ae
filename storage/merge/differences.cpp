#include "merge/differences.h"

#include "merge/canonical.h"
#include "merge/items.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace chevet::merge {

using record::JsonArena;
using record::Node;

namespace {

// "< 5 mg"; empty when the value is no quantity.
QString quantityText(Node value) {
    if (!value.isObject() || value["value"].kind() != Node::Kind::Number)
        return {};
    QString text = value["value"].text();
    if (value["comparator"].isString())
        text.prepend(QString(value["comparator"].text() + u' '));
    const Node unit = value["unit"].isString() ? value["unit"] : value["code"];
    if (unit.isString())
        text += QString(u' ' + unit.text());
    return text;
}

class Comparison {
public:
    QList<Difference> finish() && { return std::move(m_found); }
    void compare(const QString& path, Node before, Node after);

private:
    [[nodiscard]] bool full() const { return m_found.size() > mostDifferences; }
    void add(const QString& path, const QString& before, const QString& after);
    void members(const QString& path, Node before, Node after);
    void items(const QString& path, Node before, Node after);
    void order(const QString& path, const QStringList& before, const QStringList& after);
    void unnamed(const QString& path, const std::vector<Item>& before,
                 const std::vector<Item>& after);

    QList<Difference> m_found;
};

void Comparison::add(const QString& path, const QString& before, const QString& after) {
    if (m_found.size() < mostDifferences)
        m_found += Difference{path, before, after};
    else if (!full())
        m_found += Difference{};
}

void Comparison::compare(const QString& path, Node before, Node after) {
    const auto is = [&](Node::Kind kind) { return before.kind() == kind || after.kind() == kind; };
    const auto isOrAbsent = [&](Node::Kind kind) {
        return (before.kind() == kind || before.kind() == Node::Kind::Absent) &&
               (after.kind() == kind || after.kind() == Node::Kind::Absent);
    };
    if (full())
        return;
    if (is(Node::Kind::Object) && isOrAbsent(Node::Kind::Object)) {
        members(path, before, after);
    } else if (is(Node::Kind::Array) && isOrAbsent(Node::Kind::Array)) {
        items(path, before, after);
    } else if (is(Node::Kind::Object) || is(Node::Kind::Array)) {
        compare(path, before, {}); // of another shape: all of it went, all of it came
        compare(path, {}, after);
    } else if (before.kind() != after.kind() ||
               (before.isString() ? canonical(before) != canonical(after)
                                  : before.source() != after.source())) {
        add(path, before.text(), after.text());
    }
}

void Comparison::members(const QString& path, Node before, Node after) {
    const Members mine = sortedMembers(before);
    const Members theirs = sortedMembers(after);
    const auto in = [](const Members& all, const QByteArray& key) {
        const auto at = std::ranges::lower_bound(all, key, {}, &Members::value_type::first);
        return at != all.end() && at->first == key ? at->second : Node();
    };
    const QString was = quantityText(before);
    const QString is = quantityText(after);
    const bool inOnePiece = was != is;
    if (inOnePiece)
        add(path, was, is);
    const std::set<QByteArray> pieces = {"value", "comparator", "unit"};
    const auto member = [&](const QByteArray& key, Node old, Node now) {
        const bool version = path == u"meta" && (key == "lastUpdated" || key == "versionId");
        if (version || (inOnePiece && pieces.contains(key)))
            return;
        const QString name = QString::fromUtf8(key);
        compare(path.isEmpty() ? name : QString(path + u'.' + name), old, now);
    };
    for (const auto& [key, value] : before.members()) {
        const QByteArray name = canonicalString(key);
        member(name, value, in(theirs, name));
    }
    for (const auto& [key, value] : after.members()) {
        const QByteArray name = canonicalString(key);
        if (!in(mine, name).exists() && in(mine, name).kind() == Node::Kind::Absent)
            member(name, {}, value);
    }
}

void Comparison::items(const QString& path, Node before, Node after) {
    const QByteArray list = path.sliced(path.lastIndexOf(u'.') + 1).toUtf8();
    const auto mine = ItemList::read(list, before);
    const auto theirs = ItemList::read(list, after);
    if (!mine || !theirs) {
        std::vector<Item> old, now;
        for (const Node value : before.each())
            old.push_back(itemOf(list, value));
        for (const Node value : after.each())
            now.push_back(itemOf(list, value));
        unnamed(path, old, now);
        return;
    }
    const auto place = [&](const Item& item) { return QString(path + u'[' + item.label + u']'); };
    for (const Item& item : mine->items()) {
        const Item* const now = theirs->find(item.name);
        compare(place(item), item.value, now == nullptr ? Node() : now->value);
    }
    for (const Item& item : theirs->items())
        if (mine->find(item.name) == nullptr)
            compare(place(item), {}, item.value);
    const auto common = [](const ItemList& one, const ItemList& other) {
        QStringList labels;
        for (const Item& item : one.items())
            if (other.find(item.name) != nullptr)
                labels += item.label;
        return labels;
    };
    order(path, common(*mine, *theirs), common(*theirs, *mine));
}

// What both have, in another order.
void Comparison::order(const QString& path, const QStringList& before, const QStringList& after) {
    if (before != after)
        add(path, before.join(QLatin1String(", ")), after.join(QLatin1String(", ")));
}

void Comparison::unnamed(const QString& path, const std::vector<Item>& before,
                         const std::vector<Item>& after) {
    const auto place = [&](std::size_t i) {
        return QString(path + u'[' + QString::number(i) + u']');
    };
    std::map<QByteArray, std::vector<std::size_t>> equal; // text → places in `after`
    for (std::size_t i = after.size(); i-- > 0;)
        equal[after[i].text].push_back(i);
    std::vector<std::size_t> gone, kept;
    for (std::size_t i = 0; i < before.size(); ++i) {
        auto& same = equal[before[i].text];
        if (same.empty()) {
            gone.push_back(i);
            continue;
        }
        kept.push_back(same.back());
        same.pop_back();
    }
    std::vector<std::size_t> come;
    for (const auto& [text, places] : equal)
        come.insert(come.end(), places.begin(), places.end());
    std::ranges::sort(come);
    if (gone.size() == 1 && come.size() == 1) {
        compare(place(come.front()), before[gone.front()].value, after[come.front()].value);
    } else {
        for (const std::size_t i : gone)
            compare(place(i), before[i].value, {});
        for (const std::size_t i : come)
            compare(place(i), {}, after[i].value);
    }
    const auto names = [&after](const std::vector<std::size_t>& places) {
        QStringList all;
        for (const std::size_t i : places) {
            const QString text = after[i].value.text();
            all += text.isEmpty() ? QString(u'[' + QString::number(i) + u']') : text;
        }
        return all;
    };
    const QStringList was = names(kept);
    std::ranges::sort(kept);
    order(path, was, names(kept));
}

} // namespace

QList<Difference> differences(QByteArrayView before, QByteArrayView after) {
    JsonArena arena;
    const auto read = [&arena](QByteArrayView text) {
        const bool fits = text.size() <= largestVersion && text.isValidUtf8();
        const Node root = fits ? arena.parse(text) : Node();
        return root.isObject() && wellFormed(root) ? root : Node();
    };
    const Node old = read(before);
    const Node now = read(after);
    if (!old.exists() || !now.exists())
        return before == after ? QList<Difference>() : QList<Difference>{Difference{}};
    Comparison comparison;
    comparison.compare(QString(), old, now);
    return std::move(comparison).finish();
}

} // namespace chevet::merge
