#pragma once
// The versions of one resource as a graph: which are current, and what a merge is based on
// (MERGE.md §1). Digests are opaque. Untrusted: parents may be missing, repeated or go in a circle.

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <span>

namespace chevet::merge {

struct Version {
    QByteArray digest{};
    QByteArrayList parents{}; // of which the caller may not hold the versions
};

// Versions that no other one names as parent, ascending. Where parents go in a circle, also every
// version that leads to none of those, so that nothing is ever hidden. Two versions of the same
// digest are one with the parents of both.
[[nodiscard]] QByteArrayList leaves(std::span<const Version> versions);

// The one version to base a merge of all leaves on; the leaf itself when there is one. None where
// anything is doubtful, as MERGE.md §1 lists.
[[nodiscard]] std::optional<QByteArray> commonAncestor(std::span<const Version> versions);

} // namespace chevet::merge
