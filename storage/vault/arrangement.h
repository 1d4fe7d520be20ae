#pragma once
// How the versions of one resource stand to each other: a pure function of the *set* of versions,
// so that workstations which hold the same versions agree whatever came first (I10). FORMAT.md §3.

#include "log/op.h"

#include <span>
#include <vector>

namespace chevet::vault {

struct VersionNode {
    log::Hash digest{};
    std::vector<log::Hash> parents{};
    log::OpKind kind = log::OpKind::Put;
    log::Hash says{};      // content and attachments: equal means the same words
    QString lastUpdated{}; // as its source wrote it; may be empty
};

struct Arrangement {
    std::vector<std::size_t> order; // indices into the span, the oldest first, the current one last
    std::vector<bool> leaf;         // by index: no other version names it as parent
    bool beside = false;            // there is more than one leaf …
    bool apart = false;             // … and they do not say the same
};

// Digests must be distinct; at least one node.
[[nodiscard]] Arrangement arrange(std::span<const VersionNode> nodes);

} // namespace chevet::vault
