#include "simulate/arrangements.h"

#include "crypto/primitives/hash.h"
#include "simulate/dice.h"
#include "vault/arrangement.h"

#include <algorithm>
#include <map>
#include <set>

namespace chevet::simulate {

namespace {

using vault::Arrangement;
using vault::VersionNode;
using Versions = std::map<log::Hash, VersionNode>;

struct Place {
    Versions has, image;
};

log::Hash digestOf(std::uint64_t seed, int number) {
    return crypto::Hasher()
        .update(QByteArray::number(static_cast<qulonglong>(seed)))
        .update("/")
        .update(QByteArray::number(number))
        .finish();
}

std::vector<VersionNode> listed(const Versions& versions) {
    std::vector<VersionNode> nodes;
    for (const auto& [digest, node] : versions)
        nodes.push_back(node);
    return nodes;
}

// All leaves, or only the one that stands: what a decision and what a write name.
std::vector<log::Hash> leavesOf(const Versions& versions, bool all) {
    std::vector<log::Hash> leaves;
    if (versions.empty())
        return leaves;
    const auto nodes = listed(versions);
    const Arrangement made = vault::arrange(nodes);
    if (!all)
        return {nodes[made.order.back()].digest};
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (made.leaf[i])
            leaves.push_back(nodes[i].digest);
    return leaves;
}

std::set<log::Hash> ancestors(const Versions& versions, const log::Hash& of) {
    std::set<log::Hash> known;
    std::vector<log::Hash> open{of};
    while (!open.empty()) {
        const auto at = versions.find(open.back());
        open.pop_back();
        if (at == versions.end())
            continue;
        for (const log::Hash& parent : at->second.parents)
            if (known.insert(parent).second)
                open.push_back(parent);
    }
    return known;
}

QStringList judge(const Versions& all, Dice& dice) {
    QStringList wrong;
    auto nodes = listed(all);
    const Arrangement made = vault::arrange(nodes);
    std::vector<log::Hash> order;
    for (const std::size_t index : made.order)
        order.push_back(nodes[index].digest);
    if (std::set<log::Hash>(order.begin(), order.end()).size() != all.size())
        wrong += QStringLiteral("a version is not in the history");
    for (std::size_t i = nodes.size(); i > 1; --i)
        std::swap(nodes[i - 1], nodes[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
    const Arrangement again = vault::arrange(nodes);
    for (std::size_t i = 0; i < order.size(); ++i)
        if (!(nodes[again.order[i]].digest == order[i])) {
            wrong += QStringLiteral("another order of arrival, another history");
            break;
        }
    if (again.apart != made.apart || again.beside != made.beside)
        wrong += QStringLiteral("another order of arrival, another conflict");
    const VersionNode& current = all.at(order.back());
    const auto known = ancestors(all, current.digest);
    for (const auto& [digest, node] : all) {
        if (made.apart || digest == current.digest || known.contains(digest))
            continue; // named, or replaced by what stands
        const bool gone = node.kind == log::OpKind::Tombstone;
        const bool replaced = std::any_of(all.begin(), all.end(), [&](const auto& other) {
            return std::ranges::count(other.second.parents, digest) > 0;
        });
        if (gone && !replaced && current.kind != log::OpKind::Tombstone)
            wrong += QStringLiteral("a deletion came to nothing without a word");
        if (!replaced && !gone && !(node.says == current.says))
            wrong += QStringLiteral("a contradiction is not named");
    }
    return wrong;
}

} // namespace

QStringList checkArrangements(std::uint64_t seed) {
    Dice dice(seed);
    std::vector<Place> places(static_cast<std::size_t>(2 + dice.below(11)));
    int number = 0;
    const int acts = 10 + dice.below(50);
    for (int act = 0; act < acts; ++act) {
        Place& who = dice.oneOf(places);
        const int what = dice.below(20);
        if (what < 8) {
            const bool decides = what == 0, deletes = what == 1 && !who.has.empty();
            VersionNode node{.digest = digestOf(seed, ++number),
                             .parents = leavesOf(who.has, decides),
                             .kind = decides && who.has.size() > 1 ? log::OpKind::Resolve
                                     : deletes                     ? log::OpKind::Tombstone
                                                                   : log::OpKind::Put,
                             .says = digestOf(seed, -1 - dice.below(6)),
                             .lastUpdated = {}};
            who.has.emplace(node.digest, node);
        } else if (what < 16) { // takes what another has, or only some of it
            const Place& from = dice.oneOf(places);
            const bool part = dice.oneIn(4);
            for (const auto& [digest, node] : from.has)
                if (!part || dice.oneIn(2))
                    who.has.emplace(digest, node);
        } else if (what < 18) {
            who.image = who.has;
        } else if (what == 18) {
            who.has = who.image;
        }
        if (!who.has.empty() && dice.oneIn(8))
            (void)vault::arrange(listed(who.has)); // with holes in it: it must only end
    }
    Versions all;
    for (const Place& place : places)
        all.insert(place.has.begin(), place.has.end());
    return all.empty() ? QStringList() : judge(all, dice);
}

} // namespace chevet::simulate
