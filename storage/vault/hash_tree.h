#pragma once
// HashTree: BLAKE2b-256 over one leaf per owner (I7), 32 children to a node, kept in the table
// `tree`. A patient's path is four nodes at a million patients. An absent child counts as 32 zero
// bytes; leaves are never zero. Used by one thread at a time, inside the caller's transaction.

#include "vault/database.h"

#include <map>

namespace chevet::vault {

class HashTree {
public:
    explicit HashTree(Database& database)
        : m_database(database) {}

    // Replaces leaves and every node above them; returns the new root.
    [[nodiscard]] base::Result<crypto::Hash> update(const std::map<qint64, crypto::Hash>& leaves);
    // The root recomputed from the top node alone; zero for an empty tree.
    [[nodiscard]] base::Result<crypto::Hash> root();
    // The leaf, after checking every node from it up to `root`; zero if they prove that there is
    // none. RootMismatch naming the level.
    [[nodiscard]] base::Result<crypto::Hash> provenLeaf(qint64 owner, const crypto::Hash& root);

private:
    [[nodiscard]] base::Result<QByteArray> node(int level, qint64 index);
    [[nodiscard]] base::Result<int> height();

    Database& m_database;
};

} // namespace chevet::vault
