// Vault: reading resources.

#include "crypto/primitives/hash.h"
#include "record/json_view.h"
#include "vault/hash_tree.h"
#include "vault/lookup.h"
#include "vault/slots.h"
#include "vault/vault_state.h"
#include "vault/version_rows.h"

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

namespace {

using MaybePatient = std::optional<base::Uuid>;

// Owner of a resource; nullopt for a patient that is not there.
Result<std::optional<qint64>> findOwner(Database& database, const MaybePatient& patient,
                                        quint64 hash) {
    if (!patient)
        return std::optional(shardOf(hash));
    return Patients(database).ownerOfKey(*patient);
}

struct Place {
    qint64 owner = 0, slot = 0;
};

Result<Place> findPlace(Database& database, Dictionary& names, const MaybePatient& patient,
                        QByteArrayView type, QByteArrayView id) {
    const quint64 hash = nameHash(type, id);
    CHEVET_TRY_ASSIGN(const auto owner, findOwner(database, patient, hash));
    if (!owner)
        return base::fail(ErrorCode::NotFound, QStringLiteral("patient"));
    CHEVET_TRY_ASSIGN(const auto slot, findSlot(database, names, *owner, type, id, hash));
    if (!slot)
        return base::fail(ErrorCode::NotFound, QString::fromUtf8(type));
    return Place{*owner, *slot};
}

// Reads an owner's rows, hands each to `each`, then checks their leaf against the trusted root.
Result<> readProven(Database& database, Dictionary& names, qint64 owner, const crypto::Hash& root,
                    const OnCurrentRow& each) {
    CHEVET_TRY_ASSIGN(const crypto::Hash rows, walkOwner(database, names, owner, each));
    std::optional<PatientRow> line;
    if (owner >= firstPatient) {
        CHEVET_TRY_ASSIGN(line, Patients(database).row(owner));
    }
    CHEVET_TRY_ASSIGN(const crypto::Hash leaf, HashTree(database).provenLeaf(owner, root));
    if (leafOf(line, rows) != leaf)
        return base::fail(ErrorCode::RootMismatch, QStringLiteral("current"));
    return {};
}

StoredResource versionRow(const Statement& query, const StoredResource& current,
                          const base::Uuid& stream, Extra extra) {
    StoredResource version = current;
    version.current = false;
    version.version = query.small(0);
    version.stream = stream;
    version.seq = static_cast<quint64>(query.integer(2));
    version.op = query.small(3);
    version.flags = static_cast<quint32>(query.integer(4));
    version.date = query.text(5);
    version.kind = extra.kind;
    version.parents = std::move(extra.parents);
    version.blobs = std::move(extra.blobs);
    return version;
}

} // namespace

namespace {

// An owner's rows that are not deleted, with their words.
Result<std::vector<StoredResource>> readAll(Database& database, const WriterSources& sources,
                                            qint64 owner, const crypto::Hash& root,
                                            const MaybePatient& patient) {
    Dictionary names(database);
    std::vector<StoredResource> resources;
    CHEVET_TRY(readProven(database, names, owner, root, [&](const CurrentRow& row) -> Result<> {
        if ((row.flags & StoredResource::Deleted) != 0)
            return {};
        CHEVET_TRY_ASSIGN(StoredResource one, toResource(row));
        CHEVET_TRY_ASSIGN(one.json, plainOf(sources, one.blobs, row.body, patient));
        resources.push_back(std::move(one));
        return {};
    }));
    return resources;
}

} // namespace

Result<std::vector<StoredResource>> Vault::chart(const base::Uuid& patient) {
    State& state = *m_state;
    return state.healing<std::vector<StoredResource>>(
        [&](Database& database,
            std::optional<qint64>& owner) -> Result<std::vector<StoredResource>> {
            CHEVET_TRY_ASSIGN(const crypto::Hash root, state.trustedRoot(database));
            CHEVET_TRY_ASSIGN(owner, Patients(database).ownerOfKey(patient));
            if (!owner)
                return base::fail(ErrorCode::NotFound, QStringLiteral("patient"));
            return readAll(database, state.sources, *owner, root, patient);
        });
}

Result<std::vector<StoredResource>> Vault::shared(int shard) {
    State& state = *m_state;
    return state.healing<std::vector<StoredResource>>(
        [&](Database& database,
            std::optional<qint64>& owner) -> Result<std::vector<StoredResource>> {
            CHEVET_TRY_ASSIGN(const crypto::Hash root, state.trustedRoot(database));
            owner = shard;
            return readAll(database, state.sources, shard, root, std::nullopt);
        });
}

Result<StoredResource> Vault::resource(const MaybePatient& patient, QByteArrayView type,
                                       QByteArrayView id) {
    CHEVET_TRY_ASSIGN(StoredResource found, newest(patient, type, id));
    if ((found.flags & StoredResource::Deleted) != 0)
        return base::fail(ErrorCode::NotFound, QString::fromUtf8(type));
    return found;
}

Result<StoredResource> Vault::newest(const MaybePatient& patient, QByteArrayView type,
                                     QByteArrayView id) {
    State& state = *m_state;
    return state.healing<StoredResource>(
        [&](Database& database, std::optional<qint64>& owner) -> Result<StoredResource> {
            CHEVET_TRY_ASSIGN(const crypto::Hash root, state.trustedRoot(database));
            Dictionary names(database);
            CHEVET_TRY_ASSIGN(const Place place, findPlace(database, names, patient, type, id));
            owner = place.owner;
            std::optional<StoredResource> found;
            CHEVET_TRY(readProven(
                database, names, place.owner, root, [&](const CurrentRow& row) -> Result<> {
                    if (row.slot != place.slot)
                        return {};
                    CHEVET_TRY_ASSIGN(found, toResource(row));
                    CHEVET_TRY_ASSIGN(found->json,
                                      plainOf(state.sources, found->blobs, row.body, patient));
                    return {};
                }));
            if (!found)
                return base::fail(ErrorCode::NotFound, QString::fromUtf8(type));
            return *std::move(found);
        });
}

Result<StoredResource> Vault::byIdentifier(QByteArrayView type, const QString& token,
                                           const base::Uuid& patient) {
    std::optional<QByteArray> id;
    bool shared = true;
    {
        CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
        CHEVET_TRY_ASSIGN(const auto owner, Patients(*reader).ownerOfKey(patient));
        auto query = (*reader).query("SELECT c.id, t.name, i.slot FROM identifiers i "
                                     "JOIN current c ON c.slot = i.slot "
                                     "JOIN types t ON t.type = c.type "
                                     "WHERE i.token = ?1 AND (i.slot < ?2 OR "
                                     "i.slot BETWEEN ?3 AND ?4) ORDER BY i.slot",
                                     token, firstSlot(firstPatient), firstSlot(owner.value_or(0)),
                                     lastSlot(owner.value_or(0)));
        while (!id) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                return base::fail(ErrorCode::NotFound, QString::fromUtf8(type));
            if (query.text(1).toUtf8() != type)
                continue;
            id = readId(query, 0);
            shared = query.integer(2) < firstSlot(firstPatient);
        }
    }
    return resource(shared ? std::nullopt : MaybePatient(patient), type, *id);
}

Result<std::vector<StoredResource>> Vault::history(const MaybePatient& patient, QByteArrayView type,
                                                   QByteArrayView id) {
    CHEVET_TRY_ASSIGN(StoredResource last, newest(patient, type, id));
    State& state = *m_state;
    CHEVET_TRY_ASSIGN(const State::Reader reader, state.reader());
    Dictionary names(*reader);
    CHEVET_TRY_ASSIGN(const Place place, findPlace(*reader, names, patient, type, id));
    std::vector<StoredResource> versions{last};
    auto query = (*reader).query("SELECT version, stream, seq, op, flags, date, extra, body "
                                 "FROM versions WHERE slot = ?1 ORDER BY version DESC",
                                 place.slot);
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return versions;
        CHEVET_TRY_ASSIGN(const base::Uuid stream, names.streamId(query.small(1)));
        CHEVET_TRY_ASSIGN(Extra extra, decodeExtra(query.view(6)));
        StoredResource version = versionRow(query, last, stream, std::move(extra));
        CHEVET_TRY_ASSIGN(version.json,
                          plainOf(state.sources, version.blobs, query.view(7), patient));
        versions.push_back(std::move(version));
    }
}

namespace {

CurrentVersion knownVersion(const VersionRow& row) {
    return {.digest = row.node.digest,
            .content = row.content,
            .blobs = row.op.blobs,
            .version = row.version,
            .deleted = (row.flags & StoredResource::Deleted) != 0,
            .contested = (row.flags & StoredResource::Concurrent) != 0,
            .lastUpdated = row.node.lastUpdated};
}

} // namespace

std::vector<log::Hash> CurrentVersion::parentsOfNext() const {
    std::vector<log::Hash> parents = twins;
    parents.push_back(digest);
    std::sort(parents.begin(), parents.end());
    return parents;
}

namespace {

using ReadVersions = Result<std::vector<VersionRow>> (VersionRows::*)(qint64, const log::Op&);

// Newest first; the first one names its twins.
Result<std::vector<CurrentVersion>> versionsOf(Database& database, const WriterSources& sources,
                                               const MaybePatient& patient, QByteArrayView type,
                                               QByteArrayView id, ReadVersions read) {
    Dictionary names(database);
    std::vector<CurrentVersion> versions;
    const auto place = findPlace(database, names, patient, type, id);
    if (!place && place.error().code == ErrorCode::NotFound)
        return versions;
    if (!place)
        return std::unexpected(place.error());
    const log::Op name{
        .patient = patient, .resourceType = type.toByteArray(), .resourceId = id.toByteArray()};
    VersionRows all(database, names, sources);
    CHEVET_TRY_ASSIGN(auto rows, (all.*read)(place->slot, name));
    std::reverse(rows.begin(), rows.end());
    for (const VersionRow& row : rows)
        versions.push_back(knownVersion(row));
    for (std::size_t i = 1; i < rows.size(); ++i)
        if ((rows[i].flags & StoredResource::Beside) != 0 &&
            rows[i].node.says == rows.front().node.says)
            versions.front().twins.push_back(rows[i].node.digest);
    return versions;
}

} // namespace

Result<std::optional<CurrentVersion>>
Vault::currentVersion(const MaybePatient& patient, QByteArrayView type, QByteArrayView id) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    CHEVET_TRY_ASSIGN(auto known, versionsOf(*reader, m_state->sources, patient, type, id,
                                             &VersionRows::readLast));
    if (known.empty())
        return std::nullopt;
    return std::move(known.front());
}

Result<std::vector<CurrentVersion>> Vault::knownVersions(const MaybePatient& patient,
                                                         QByteArrayView type, QByteArrayView id) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    return versionsOf(*reader, m_state->sources, patient, type, id, &VersionRows::read);
}

Result<std::vector<NamedVersion>> Vault::namedVersions(const MaybePatient& patient,
                                                       QByteArrayView type, QByteArrayView id) {
    CHEVET_TRY_ASSIGN(const auto known, knownVersions(patient, type, id));
    CHEVET_TRY_ASSIGN(auto rows, history(patient, type, id));
    std::vector<NamedVersion> versions;
    for (StoredResource& row : rows) {
        const auto same = std::find_if(known.begin(), known.end(), [&](const CurrentVersion& one) {
            return one.version == row.version;
        });
        if (same == known.end()) // something was written between the two reads
            return base::fail(ErrorCode::Cancelled, QStringLiteral("versions"));
        versions.push_back({same->digest, std::move(row)});
    }
    return versions;
}

Result<std::vector<Contested>> Vault::contested() {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query = (*reader).query("SELECT c.slot, t.name, c.id, p.key FROM current c "
                                 "JOIN types t ON t.type = c.type "
                                 "LEFT JOIN patients p ON p.owner = c.slot >> 32 "
                                 "WHERE c.flags & 2 ORDER BY c.slot");
    std::vector<Contested> all;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return all;
        Contested one{.patient = {}, .type = query.text(1).toUtf8(), .id = readId(query, 2)};
        if (ownerOf(query.integer(0)) >= firstPatient) {
            CHEVET_TRY_ASSIGN(one.patient, query.uuid(3));
        }
        all.push_back(std::move(one));
    }
}

Result<log::EntryRef> Vault::entryRef(const base::Uuid& stream, quint64 seq) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query =
        (*reader).query("SELECT e.hash, e.segment, e.offset, e.length FROM entries e "
                        "JOIN streams s ON s.stream = e.stream WHERE s.id = ?1 AND e.seq = ?2",
                        stream, seq);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return base::fail(ErrorCode::NotFound, QStringLiteral("entry"));
    CHEVET_TRY_ASSIGN(const log::Hash hash, query.hash(0));
    return log::EntryRef{stream,
                         seq,
                         hash,
                         static_cast<quint32>(query.integer(1)),
                         static_cast<quint64>(query.integer(2)),
                         static_cast<quint32>(query.integer(3))};
}

Result<log::BlobRef> Vault::blob(const MaybePatient& patient, const base::Uuid& blobId) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto place = (*reader).query("SELECT slot, version FROM blobs WHERE id = ?1", blobId);
    CHEVET_TRY_ASSIGN(const bool known, place.next());
    if (!known)
        return base::fail(ErrorCode::NotFound, QStringLiteral("blob"));
    const qint64 slot = place.integer(0);
    if (patient) {
        CHEVET_TRY_ASSIGN(const auto owner, Patients(*reader).ownerOfKey(*patient));
        if (owner != ownerOf(slot))
            return base::fail(ErrorCode::NotFound, QStringLiteral("blob"));
    }
    auto query = (*reader).query("SELECT extra FROM current WHERE slot = ?1 AND version = ?2 "
                                 "UNION ALL SELECT extra FROM versions WHERE slot = ?1 "
                                 "AND version = ?2",
                                 slot, place.integer(1));
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (row) {
        CHEVET_TRY_ASSIGN(const Extra extra, decodeExtra(query.view(0)));
        for (const auto& ref : extra.blobs) {
            if (ref.id == blobId)
                return ref;
        }
    }
    return base::fail(ErrorCode::NotFound, QStringLiteral("blob"));
}

} // namespace chevet::vault
