#include "merge/graph.h"

#include "merge/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace chevet::merge {

namespace {

class Graph {
public:
    explicit Graph(std::span<const Version> versions);

    [[nodiscard]] std::vector<std::size_t> leaves() const;
    [[nodiscard]] std::optional<std::size_t> ancestor(const std::vector<std::size_t>& leaves) const;
    [[nodiscard]] const QByteArray& digest(std::size_t node) const { return m_nodes[node].digest; }

private:
    struct Node {
        QByteArray digest{};
        bool held = false; // else only named as a parent
        std::set<std::size_t> parents{};
        std::size_t children = 0;
    };

    std::size_t nodeOf(const QByteArray& digest);
    [[nodiscard]] bool hasCircle() const;
    // Calls visit(node) for `from` and every ancestor, once each, leaving out those marked in
    // `seen`.
    template <class Visit>
    void climb(std::size_t from, std::vector<bool>& seen, Visit visit) const;

    std::map<QByteArray, std::size_t> m_places;
    std::vector<Node> m_nodes;
    bool m_namesItself = false;
};

Graph::Graph(std::span<const Version> versions) {
    for (const Version& version : versions)
        m_nodes[nodeOf(version.digest)].held = true;
    for (const Version& version : versions) {
        const std::size_t mine = m_places.at(version.digest);
        for (const QByteArray& parent : version.parents) {
            const std::size_t theirs = nodeOf(parent);
            if (theirs == mine)
                m_namesItself = true;
            else if (m_nodes[mine].parents.insert(theirs).second)
                ++m_nodes[theirs].children;
        }
    }
}

std::size_t Graph::nodeOf(const QByteArray& digest) {
    const auto [at, isNew] = m_places.try_emplace(digest, m_nodes.size());
    if (isNew)
        m_nodes.push_back({digest});
    return at->second;
}

template <class Visit>
void Graph::climb(std::size_t from, std::vector<bool>& seen, Visit visit) const {
    std::vector<std::size_t> waiting = {from};
    while (!waiting.empty()) {
        const std::size_t node = waiting.back();
        waiting.pop_back();
        if (seen[node])
            continue;
        seen[node] = true;
        visit(node);
        for (const std::size_t parent : m_nodes[node].parents)
            waiting.push_back(parent);
    }
}

// Takes away leaves until none is left; what remains is a circle and what lies above it.
bool Graph::hasCircle() const {
    std::vector<std::size_t> children;
    std::vector<std::size_t> waiting;
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        children.push_back(m_nodes[node].children);
        if (children.back() == 0)
            waiting.push_back(node);
    }
    std::size_t taken = 0;
    while (!waiting.empty()) {
        const std::size_t node = waiting.back();
        waiting.pop_back();
        ++taken;
        for (const std::size_t parent : m_nodes[node].parents)
            if (--children[parent] == 0)
                waiting.push_back(parent);
    }
    return m_namesItself || taken != m_nodes.size();
}

std::vector<std::size_t> Graph::leaves() const {
    std::vector<std::size_t> found;
    std::vector<bool> seen(m_nodes.size());
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        if (!m_nodes[node].held || m_nodes[node].children > 0)
            continue;
        found.push_back(node);
        climb(node, seen, [](std::size_t) {});
    }
    for (std::size_t node = 0; node < m_nodes.size(); ++node)
        if (m_nodes[node].held && !seen[node])
            found.push_back(node);
    return found;
}

// A version above two leaves is shared. With a base, everything shared is the base or above it; so
// the base is the one shared version below which nothing is shared, and all leaves have it.
std::optional<std::size_t> Graph::ancestor(const std::vector<std::size_t>& leaves) const {
    if (leaves.size() == 1)
        return leaves.front();
    if (leaves.empty() || leaves.size() > mostSides || hasCircle())
        return std::nullopt;
    std::vector<std::size_t> below(m_nodes.size()); // leaves that a version is above
    for (const std::size_t leaf : leaves) {
        std::vector<bool> seen(m_nodes.size());
        climb(leaf, seen, [&below](std::size_t node) { ++below[node]; });
    }
    std::vector<bool> hasSharedChild(m_nodes.size());
    for (std::size_t node = 0; node < m_nodes.size(); ++node)
        for (const std::size_t parent : m_nodes[node].parents)
            hasSharedChild[parent] = hasSharedChild[parent] || below[node] > 1;
    std::optional<std::size_t> base;
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        const bool shared = below[node] > 1;
        // Not held and between a leaf and the base: what it would lead to is unknown.
        if (!shared && !m_nodes[node].held && below[node] == 1)
            return std::nullopt;
        if (!shared || hasSharedChild[node])
            continue;
        if (base || !m_nodes[node].held || below[node] != leaves.size())
            return std::nullopt;
        base = node;
    }
    return base;
}

} // namespace

QByteArrayList leaves(std::span<const Version> versions) {
    const Graph graph(versions);
    QByteArrayList found;
    for (const std::size_t leaf : graph.leaves())
        found += graph.digest(leaf);
    std::ranges::sort(found);
    return found;
}

std::optional<QByteArray> commonAncestor(std::span<const Version> versions) {
    const Graph graph(versions);
    const std::optional<std::size_t> base = graph.ancestor(graph.leaves());
    return base ? std::optional(graph.digest(*base)) : std::nullopt;
}

} // namespace chevet::merge
