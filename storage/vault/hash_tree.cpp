#include "vault/hash_tree.h"

#include "crypto/primitives/hash.h"

namespace chevet::vault {

using base::Result;
using crypto::Hash;

namespace {

constexpr qint64 fanOut = 32;
constexpr int levelShift = 40;
constexpr int maxHeight = 8; // 32^8 leaves: more owners than rowids allow

Hash nodeHash(int level, QByteArrayView hashes) {
    const char prefix[] = {'n', static_cast<char>(level)};
    return crypto::Hasher().update(QByteArrayView(prefix, 2)).update(hashes).finish();
}

qint64 nodeKey(int level, qint64 index) {
    return (static_cast<qint64>(level) << levelShift) + index;
}

} // namespace

Result<QByteArray> HashTree::node(int level, qint64 index) {
    auto query = m_database.query("SELECT hashes FROM tree WHERE node = ?1", nodeKey(level, index));
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    QByteArray hashes = row ? query.blob(0) : QByteArray(fanOut * Hash::size, '\0');
    if (hashes.size() != fanOut * Hash::size)
        return base::fail(base::ErrorCode::DatabaseDamaged, QStringLiteral("tree"));
    return hashes;
}

Result<int> HashTree::height() {
    auto query = m_database.query("SELECT max(node) FROM tree");
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row || query.isNull(0))
        return 0;
    const qint64 levels = (query.integer(0) >> levelShift) + 1;
    if (levels > maxHeight || levels < 1)
        return base::fail(base::ErrorCode::DatabaseDamaged, QStringLiteral("tree"));
    return static_cast<int>(levels);
}

Result<Hash> HashTree::root() {
    CHEVET_TRY_ASSIGN(const int levels, height());
    if (levels == 0)
        return Hash{};
    CHEVET_TRY_ASSIGN(const QByteArray top, node(levels - 1, 0));
    return nodeHash(levels - 1, top);
}

Result<Hash> HashTree::update(const std::map<qint64, Hash>& leaves) {
    if (leaves.empty())
        return root();
    CHEVET_TRY_ASSIGN(const int before, height());
    std::map<qint64, Hash> changed = leaves;
    // A tree that grows must take its old top along as the first child of the new one.
    for (int level = 0; level < maxHeight; ++level) {
        std::map<qint64, Hash> above;
        for (auto at = changed.begin(); at != changed.end();) {
            const qint64 index = at->first / fanOut;
            CHEVET_TRY_ASSIGN(QByteArray hashes, node(level, index));
            for (; at != changed.end() && at->first / fanOut == index; ++at)
                hashes.replace((at->first % fanOut) * Hash::size, Hash::size,
                               at->second.toByteArray());
            CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO tree(node, hashes) VALUES(?1, ?2)",
                                      nodeKey(level, index), hashes));
            above.emplace(index, nodeHash(level, hashes));
        }
        const bool onlyTop = above.size() == 1 && above.begin()->first == 0;
        if (onlyTop && level + 1 >= before)
            return above.begin()->second;
        if (level + 1 == before && !above.contains(0)) { // the old top, now a child
            CHEVET_TRY_ASSIGN(const QByteArray old, node(level, 0));
            above.emplace(0, nodeHash(level, old));
        }
        changed = std::move(above);
    }
    return base::fail(base::ErrorCode::LimitExceeded, QStringLiteral("tree"));
}

Result<Hash> HashTree::provenLeaf(qint64 owner, const Hash& expected) {
    CHEVET_TRY_ASSIGN(const int levels, height());
    Hash above = expected;
    Hash child{};
    for (int level = levels - 1; level >= 0; --level) {
        qint64 index = owner;
        for (int i = 0; i < level; ++i)
            index /= fanOut;
        const bool top = level == levels - 1;
        if (!top && above == Hash{})
            return Hash{}; // the node above proves that there is nothing below
        // An owner beyond the tree's reach has no leaf, if this is the tree.
        const bool beyond = top && index / fanOut != 0;
        CHEVET_TRY_ASSIGN(const QByteArray hashes, node(level, beyond ? 0 : index / fanOut));
        if (beyond && nodeHash(level, hashes) == above)
            return Hash{};
        if (nodeHash(level, hashes) != above)
            return base::fail(base::ErrorCode::RootMismatch, QStringLiteral("tree"),
                              QStringLiteral("level ") + QString::number(level));
        child = *Hash::fromBytes(
            QByteArrayView(hashes).sliced((index % fanOut) * Hash::size, Hash::size));
        above = child;
    }
    if (levels == 0 && expected != Hash{})
        return base::fail(base::ErrorCode::RootMismatch, QStringLiteral("tree"));
    return child;
}

} // namespace chevet::vault
