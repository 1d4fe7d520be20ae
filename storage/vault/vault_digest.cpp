// Vault: what all workstations agree on.

#include "crypto/primitives/hash.h"
#include "vault/slots.h"
#include "vault/vault_state.h"
#include "vault/version_rows.h"

#include <QtEndian>

namespace chevet::vault {

using base::Result;
using crypto::Hash;

namespace {

struct Named {
    qint64 slot = 0;
    QByteArray type, id;
    bool deleted = false;
};

// As counts() does: what the vault keeps for itself is no resource of anybody's.
bool isCounted(const Named& one) {
    return !one.deleted && !one.type.startsWith("chevet-") && one.type != "Bundle";
}

class Digest {
public:
    Digest(Database& database, const WriterSources& sources)
        : m_database(database)
        , m_sources(sources)
        , m_names(database) {}

    Result<Vault::StateDigest> run() {
        m_hasher.update("clinic/1");
        CHEVET_TRY(addShared());
        CHEVET_TRY(addPatients());
        CHEVET_TRY(addRegister());
        m_digest.hash = m_hasher.finish();
        return m_digest;
    }

private:
    // One line a resource, in the order of the lines.
    Result<std::vector<Hash>> linesOf(qint64 owner, const std::optional<base::Uuid>& patient) {
        std::vector<Named> all;
        {
            auto query = m_database.query("SELECT c.slot, t.name, c.id, c.flags FROM current c "
                                          "JOIN types t ON t.type = c.type "
                                          "WHERE c.slot BETWEEN ?1 AND ?2",
                                          firstSlot(owner), lastSlot(owner));
            for (;;) {
                CHEVET_TRY_ASSIGN(const bool row, query.next());
                if (!row)
                    break;
                all.push_back({query.integer(0), query.text(1).toUtf8(), readId(query, 2),
                               (query.integer(3) & StoredResource::Deleted) != 0});
            }
        }
        std::vector<Hash> lines;
        for (const Named& one : all) {
            const log::Op name{.patient = patient, .resourceType = one.type, .resourceId = one.id};
            CHEVET_TRY_ASSIGN(const auto rows,
                              VersionRows(m_database, m_names, m_sources).read(one.slot, name));
            std::vector<Hash> digests;
            for (const VersionRow& row : rows)
                digests.push_back(row.node.digest);
            std::sort(digests.begin(), digests.end());
            crypto::Hasher line;
            line.update("resource/1").update(one.type).update("/").update(one.id);
            for (const Hash& digest : digests)
                line.update(digest.view());
            lines.push_back(line.finish());
            m_digest.resources += isCounted(one) ? 1 : 0;
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }

    Result<> addShared() {
        std::vector<Hash> lines;
        for (int shard = 0; shard < sharedShards; ++shard) {
            CHEVET_TRY_ASSIGN(const auto some, linesOf(shard, std::nullopt));
            lines.insert(lines.end(), some.begin(), some.end());
        }
        std::sort(lines.begin(), lines.end());
        for (const Hash& line : lines)
            m_hasher.update(line.view());
        return {};
    }

    Result<> addPatients() {
        auto query = m_database.query("SELECT owner, key FROM patients ORDER BY key");
        for (;;) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                return {};
            CHEVET_TRY_ASSIGN(const base::Uuid key, query.uuid(1));
            CHEVET_TRY_ASSIGN(const auto lines, linesOf(query.integer(0), key));
            m_hasher.update("patient/1").update(key.toByteArray());
            for (const Hash& line : lines)
                m_hasher.update(line.view());
            ++m_digest.patients;
        }
    }

    // Lines are named by the hash of their entry: a stream's number is the view's own.
    Result<> addRegister() {
        std::vector<Hash> lines;
        auto query = m_database.query("SELECT e.hash, a.op, a.patient, a.body FROM accesses a "
                                      "JOIN entries e ON e.stream = a.stream AND e.seq = a.seq");
        for (;;) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            char op[4];
            qToLittleEndian(static_cast<quint32>(query.integer(1)), op);
            lines.push_back(crypto::Hasher()
                                .update("access/1")
                                .update(query.view(0))
                                .update(QByteArrayView(op, sizeof op))
                                .update(query.view(2))
                                .update(query.view(3))
                                .finish());
        }
        std::sort(lines.begin(), lines.end());
        m_hasher.update("register/1");
        for (const Hash& line : lines)
            m_hasher.update(line.view());
        return {};
    }

    Database& m_database;
    const WriterSources& m_sources;
    Dictionary m_names;
    crypto::Hasher m_hasher;
    Vault::StateDigest m_digest;
};

} // namespace

Result<Vault::StateDigest> Vault::stateDigest() {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    return Digest(*reader, m_state->sources).run();
}

Result<> Vault::eachBlob(const OnBlob& blob) {
    CHEVET_TRY_ASSIGN(const State::Reader reader, m_state->reader());
    auto query = (*reader).query(
        "SELECT x.extra, p.key, b.id FROM blobs b "
        "JOIN (SELECT slot, version, extra FROM current WHERE extra IS NOT NULL "
        "UNION ALL SELECT slot, version, extra FROM versions WHERE extra IS NOT NULL) x "
        "ON x.slot = b.slot AND x.version = b.version "
        "LEFT JOIN patients p ON p.owner = b.slot >> 32");
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return {};
        CHEVET_TRY_ASSIGN(const Extra extra, decodeExtra(query.view(0)));
        std::optional<base::Uuid> patient;
        if (!query.isNull(1)) {
            CHEVET_TRY_ASSIGN(patient, query.uuid(1));
        }
        for (const log::BlobRef& ref : extra.blobs)
            if (query.view(2) == QByteArrayView(ref.id.toByteArray()))
                CHEVET_TRY(blob(ref, patient));
    }
}

} // namespace chevet::vault
