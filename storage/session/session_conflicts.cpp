// Resources that workstations changed without knowing of each other: shown, and decided by a
// clinician (I10).

#include "merge/graph.h"
#include "merge/merge.h"
#include "session/op_content.h"
#include "session/resource_id.h"
#include "session/session.h"
#include "session/state.h"

namespace chevet::session {

using base::ErrorCode;

base::Result<QList<Conflict>> Session::conflicts(const std::optional<PatientKey>& only) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto contested, m_state->vault->contested());
    QList<Conflict> conflicts;
    for (const vault::Contested& one : contested) {
        if (isOwnType(one.type) || (only && one.patient != *only))
            continue;
        CHEVET_TRY_ASSIGN(const auto leaves, m_state->leavesOf(one.patient, one.type, one.id));
        Conflict conflict{.patient = one.patient,
                          .resource = QString::fromUtf8(one.type + '/' + one.id),
                          .leaves = {}};
        for (const vault::NamedVersion& leaf : leaves) {
            CHEVET_TRY_ASSIGN(Provenance provenance,
                              m_state->provenance->of(leaf.row, one.patient));
            CHEVET_TRY_ASSIGN(QByteArray json, m_state->wholeJson(one.patient, leaf.row));
            conflict.leaves +=
                ConflictLeaf{.version = leaf.row.version,
                             .current = leaf.row.current,
                             .deleted = (leaf.row.flags & vault::StoredResource::Deleted) != 0,
                             .provenance = std::move(provenance),
                             .json = std::move(json)};
        }
        conflicts += std::move(conflict);
    }
    return conflicts;
}

base::Result<Written> Session::resolve(const Owner& owner, const QString& typeAndId, int keep,
                                       const QString& reason) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    if (!m_state->signerId())
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("resolve"),
                          QStringLiteral("no professional is signed in"));
    const qsizetype slash = typeAndId.indexOf(QLatin1Char('/'));
    const QByteArray type = typeAndId.left(slash).toUtf8(), id = typeAndId.mid(slash + 1).toUtf8();
    CHEVET_TRY_ASSIGN(const auto leaves, m_state->leavesOf(owner, type, id));
    if (leaves.size() < 2)
        return base::fail(ErrorCode::NotFound, typeAndId, QStringLiteral("no conflict"));
    const auto kept = std::find_if(leaves.begin(), leaves.end(),
                                   [&](const auto& leaf) { return leaf.row.version == keep; });
    if (kept == leaves.end())
        return base::fail(ErrorCode::NotFound, QString::number(keep), QStringLiteral("version"));
    log::Op op{
        .kind = log::OpKind::Resolve, .patient = owner, .resourceType = type, .resourceId = id};
    if ((kept->row.flags & vault::StoredResource::Deleted) != 0)
        op.kind = log::OpKind::Tombstone;
    for (const vault::NamedVersion& leaf : leaves)
        op.parents.push_back(leaf.digest);
    std::sort(op.parents.begin(), op.parents.end());
    for (const log::BlobRef& blob : kept->row.blobs)
        if (!blob.pointer.isEmpty()) // attachments stay what they are; a long body is stored again
            op.blobs.push_back(blob);
    if (!kept->row.json.isEmpty()) {
        CHEVET_TRY(storeBody(*m_state, op, kept->row.json));
        CHEVET_TRY(m_state->blobs->flush());
    }
    log::EntryDraft draft;
    draft.reason = reason.toUtf8();
    draft.ops = {op};
    CHEVET_TRY(m_state->write(std::move(draft)));
    Written written{.resource = typeAndId};
    return op.kind == log::OpKind::Tombstone ? base::Result<Written>(std::move(written))
                                             : m_state->reported(std::move(written), op);
}

base::Result<std::vector<vault::NamedVersion>>
Session::State::leavesOf(const Owner& owner, const QByteArray& type, const QByteArray& id) const {
    CHEVET_TRY_ASSIGN(auto versions, vault->namedVersions(owner, type, id));
    std::erase_if(versions, [](const vault::NamedVersion& one) { return !one.isLeaf(); });
    return versions;
}

namespace {

// Attachments are cut out of the JSON: only where all have the same can the rest be joined.
bool sameAttachments(const std::vector<vault::NamedVersion>& versions) {
    const auto attached = [](const vault::NamedVersion& version) {
        std::vector<std::pair<QByteArray, log::Hash>> all;
        for (const log::BlobRef& blob : version.row.blobs)
            if (!blob.pointer.isEmpty())
                all.emplace_back(blob.pointer, blob.hash);
        return all;
    };
    return std::all_of(versions.begin(), versions.end(), [&](const vault::NamedVersion& one) {
        return attached(one) == attached(versions.front());
    });
}

merge::Outcome outcomeOf(const std::vector<vault::NamedVersion>& versions) {
    std::vector<merge::Version> graph;
    std::vector<merge::Side> sides;
    for (const vault::NamedVersion& one : versions) {
        merge::Version node{.digest = one.digest.toByteArray()};
        for (const log::Hash& parent : one.row.parents)
            node.parents += parent.toByteArray();
        graph.push_back(std::move(node));
        if (one.isLeaf())
            sides.push_back({.json = one.row.json,
                             .deleted = (one.row.flags & vault::StoredResource::Deleted) != 0});
    }
    std::optional<QByteArray> base;
    if (const auto digest = merge::commonAncestor(graph))
        for (const vault::NamedVersion& one : versions)
            if (one.digest.view() == *digest &&
                (one.row.flags & vault::StoredResource::Deleted) == 0)
                base = one.row.json;
    return merge::merge(base, sides);
}

} // namespace

// What touches different elements is joined by rule (storage/merge/MERGE.md), in the name of the
// workstation: every workstation makes the very same operation of the same versions.
base::Result<bool> Session::State::mergeOne(const vault::Contested& one) {
    CHEVET_TRY_ASSIGN(const auto versions, vault->namedVersions(one.patient, one.type, one.id));
    std::vector<vault::NamedVersion> leaves = versions;
    std::erase_if(leaves, [](const vault::NamedVersion& version) { return !version.isLeaf(); });
    if (leaves.size() < 2 || !sameAttachments(leaves))
        return false;
    const merge::Outcome outcome = outcomeOf(versions);
    if (outcome.kind == merge::Outcome::Kind::Conflict)
        return false;
    log::Op op{.kind = outcome.deleted ? log::OpKind::Tombstone : log::OpKind::Merge,
               .patient = one.patient,
               .resourceType = one.type,
               .resourceId = one.id};
    for (const vault::NamedVersion& leaf : leaves)
        op.parents.push_back(leaf.digest);
    std::sort(op.parents.begin(), op.parents.end());
    if (!outcome.deleted) {
        for (const log::BlobRef& blob : leaves.front().row.blobs)
            if (!blob.pointer.isEmpty())
                op.blobs.push_back(blob);
        CHEVET_TRY(storeBody(*this, op, outcome.json));
        CHEVET_TRY(blobs->flush());
    }
    log::EntryDraft draft;
    draft.ops = {op};
    CHEVET_TRY(writeAsWorkstation(std::move(draft)));
    return true;
}

base::Result<qint64> Session::State::mergeContested() {
    CHEVET_TRY_ASSIGN(const auto contested, vault->contested());
    qint64 merged = 0;
    for (const vault::Contested& one : contested) {
        if (isOwnType(one.type))
            continue;
        CHEVET_TRY_ASSIGN(const bool done, mergeOne(one));
        merged += done ? 1 : 0;
    }
    return merged;
}

} // namespace chevet::session
