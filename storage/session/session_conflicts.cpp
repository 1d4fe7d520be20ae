// Resources that workstations changed without knowing of each other: shown, and decided by a
// clinician (I10).

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
        CHEVET_TRY_ASSIGN(const auto leaves, m_state->vault->leaves(one.patient, one.type, one.id));
        Conflict conflict{.patient = one.patient,
                          .resource = QString::fromUtf8(one.type + '/' + one.id),
                          .leaves = {}};
        for (const vault::LeafVersion& leaf : leaves) {
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
    CHEVET_TRY_ASSIGN(const auto leaves, m_state->vault->leaves(owner, type, id));
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
    for (const vault::LeafVersion& leaf : leaves)
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

// Versions that touch different elements are joined by rule (storage/merge); until that is here
// nothing is.
base::Result<qint64> Session::State::mergeContested() {
    return 0;
}

} // namespace chevet::session
