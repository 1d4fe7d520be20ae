#include "vault/arrangement.h"

#include "record/dates.h"

#include <algorithm>
#include <map>
#include <optional>

namespace chevet::vault {

namespace {

bool isEarlier(const VersionNode& node) {
    return node.kind == log::OpKind::Earlier;
}

// Whether its source wrote the one before the other: both must say when, to the second.
bool writtenBefore(const QString& a, const QString& b) {
    using record::PartialDate;
    const PartialDate one = PartialDate::parse(a), other = PartialDate::parse(b);
    return one.precision == PartialDate::Precision::Time && one.hasZone && other.hasZone &&
           other.precision == PartialDate::Precision::Time && one.sortKey() < other.sortKey();
}

class Arranger {
public:
    explicit Arranger(std::span<const VersionNode> nodes)
        : m_nodes(nodes)
        , m_depth(nodes.size(), 0) {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_index.emplace(nodes[i].digest, i);
        deepen();
    }

    Arrangement result() {
        Arrangement out;
        out.leaf = leaves();
        const std::size_t current = winner(out.leaf);
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (i != current && !isEarlier(m_nodes[i]))
                out.order.push_back(i);
        std::ranges::sort(out.order, {}, [this](std::size_t i) { return rank(i); });
        out.order.push_back(current);
        insertEarlier(out.order, current);
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (!out.leaf[i] || i == current)
                continue;
            out.beside = true;
            const bool same = deleted(i)
                                  ? deleted(current)
                                  : !deleted(current) && m_nodes[i].says == m_nodes[current].says;
            out.apart = out.apart || !same;
        }
        return out;
    }

private:
    [[nodiscard]] bool deleted(std::size_t i) const {
        return m_nodes[i].kind == log::OpKind::Tombstone;
    }
    [[nodiscard]] std::pair<std::size_t, log::Hash> rank(std::size_t i) const {
        return {m_depth[i], m_nodes[i].digest};
    }

    // One more than the deepest known parent. Digests cover parents, so there are no cycles; were
    // one made up, the rounds end it.
    void deepen() {
        bool changed = true;
        for (std::size_t round = 0; changed && round <= m_nodes.size(); ++round) {
            changed = false;
            for (std::size_t i = 0; i < m_nodes.size(); ++i) {
                std::size_t depth = 1;
                for (const log::Hash& parent : m_nodes[i].parents)
                    if (const auto found = m_index.find(parent); found != m_index.end())
                        depth = std::max(depth, m_depth[found->second] + 1);
                changed = changed || depth != m_depth[i];
                m_depth[i] = depth;
            }
        }
    }

    // Versions that nobody replaced. What its source wrote earlier is one only where there is
    // nothing else.
    std::vector<bool> leaves() const {
        const bool onlyEarlier = std::ranges::all_of(m_nodes, isEarlier);
        std::vector<bool> leaf(m_nodes.size(), true);
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (isEarlier(m_nodes[i]) && !onlyEarlier)
                leaf[i] = false;
        for (const VersionNode& node : m_nodes)
            for (const log::Hash& parent : node.parents)
                if (const auto found = m_index.find(parent); found != m_index.end())
                    leaf[found->second] = false;
        if (onlyEarlier) { // they name nobody: the one written last stands
            std::size_t last = 0;
            for (std::size_t i = 1; i < m_nodes.size(); ++i)
                if (writtenBefore(m_nodes[last].lastUpdated, m_nodes[i].lastUpdated))
                    last = i;
            leaf.assign(m_nodes.size(), false);
            leaf[last] = true;
        }
        return leaf;
    }

    // What is there before what is deleted, then the longest line, then the digest. No clock.
    std::size_t winner(const std::vector<bool>& leaf) const {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (!leaf[i])
                continue;
            if (!best ||
                std::tuple(!deleted(i), rank(i)) > std::tuple(!deleted(*best), rank(*best)))
                best = i;
        }
        return best.value_or(0); // a made-up cycle has no leaf
    }

    // Each before the first that its source wrote later, else just before the current one.
    void insertEarlier(std::vector<std::size_t>& order, std::size_t current) const {
        std::vector<std::size_t> earlier;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (isEarlier(m_nodes[i]) && i != current)
                earlier.push_back(i);
        std::ranges::sort(earlier, [this](std::size_t a, std::size_t b) {
            if (writtenBefore(m_nodes[a].lastUpdated, m_nodes[b].lastUpdated))
                return true;
            return !writtenBefore(m_nodes[b].lastUpdated, m_nodes[a].lastUpdated) &&
                   m_nodes[a].digest < m_nodes[b].digest;
        });
        for (const std::size_t one : earlier) {
            const auto later = std::find_if(order.begin(), order.end() - 1, [&](std::size_t i) {
                return !isEarlier(m_nodes[i]) &&
                       writtenBefore(m_nodes[one].lastUpdated, m_nodes[i].lastUpdated);
            });
            order.insert(later, one);
        }
    }

    std::span<const VersionNode> m_nodes;
    std::vector<std::size_t> m_depth;
    std::map<log::Hash, std::size_t> m_index;
};

} // namespace

Arrangement arrange(std::span<const VersionNode> nodes) {
    return Arranger(nodes).result();
}

} // namespace chevet::vault
