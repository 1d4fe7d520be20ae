// Vault::State: connections, alarms, trust in roots.

#include "vault/vault_state.h"

#include "crypto/primitives/hash.h"
#include "vault/hash_tree.h"

#include <QtEndian>

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t idleReaders = 4;
constexpr std::size_t rootsKept = 8;
// A frame that did not fit into an entry: the codec's own limit on the plain size, and some more.
constexpr qint64 maxFrame = 20LL * 1024 * 1024;

} // namespace

Vault::State::State(VaultConfig given)
    : config(std::move(given)) {
    sources.entry = [this](const log::EntryRef& ref) -> Result<log::EntryDraft> {
        CHEVET_TRY_ASSIGN(const QByteArray bytes, config.log.read(ref));
        CHEVET_TRY_ASSIGN(log::OpenedEntry opened,
                          log::openEntry(bytes, config.membership, config.keys));
        return std::move(opened.content);
    };
    sources.frame = [this](const log::BlobRef& blob,
                           const std::optional<base::Uuid>& patient) -> Result<QByteArray> {
        if (config.blobs == nullptr)
            return base::fail(ErrorCode::BlobDamaged, blob.id.toHex(), QStringLiteral("no store"));
        CHEVET_TRY_ASSIGN(const crypto::Secret parent, config.keys.blobParent(patient, blob.epoch));
        return config.blobs->read(blob, parent, maxFrame);
    };
}

Vault::State::Reader::~Reader() {
    if (!m_database)
        return;
    const std::lock_guard lock(m_state->poolLock);
    if (!m_state->closed && m_state->idle.size() < idleReaders)
        m_state->idle.push_back(std::move(m_database));
}

Vault::State::Writing::Writing(State& state)
    : m_state(state)
    , m_lock(state.writeLock)
    , m_before(state.writerThread.exchange(std::this_thread::get_id())) {}

Vault::State::Writing::~Writing() {
    m_state.writerThread = m_before;
}

Result<Vault::State::Reader> Vault::State::reader() {
    std::shared_lock lock(gate);
    if (closed)
        return base::fail(ErrorCode::Cancelled, QStringLiteral("vault"), QStringLiteral("closed"));
    {
        const std::lock_guard pool(poolLock);
        if (!idle.empty()) {
            auto database = std::move(idle.back());
            idle.pop_back();
            return Reader(*this, std::move(lock), std::move(database));
        }
    }
    CHEVET_TRY_ASSIGN(auto database, Database::open(path("view.db"), config.key,
                                                    Database::Mode::ReadOnly, config.database));
    return Reader(*this, std::move(lock), std::move(database));
}

QString Vault::State::path(const char* name) const {
    return config.folder + QLatin1Char('/') + QLatin1String(name);
}

void Vault::State::alarm(const char* code, const QString& where, bool healed,
                         const QString& detail) {
    const std::lock_guard lock(factsLock);
    alarms.append(ViewAlarm{code, where, detail, healed});
}

void Vault::State::closeConnections() {
    const std::lock_guard lock(poolLock);
    idle.clear();
    writer.reset();
}

void Vault::State::trust(const crypto::Hash& hash) {
    const std::lock_guard lock(factsLock);
    roots.push_back(hash);
    if (roots.size() > rootsKept)
        roots.pop_front();
}

Result<crypto::Hash> Vault::State::trustedRoot(Database& database) {
    CHEVET_TRY_ASSIGN(const crypto::Hash hash, HashTree(database).root());
    const std::lock_guard lock(factsLock);
    if (std::find(roots.begin(), roots.end(), hash) == roots.end())
        return base::fail(ErrorCode::RootMismatch, QStringLiteral("tree"), QStringLiteral("root"));
    return hash;
}

Result<crypto::Hash> positionOf(Database& database) {
    crypto::Hasher hasher;
    hasher.update("position/1");
    auto query = database.query("SELECT id, seq, hash FROM streams WHERE seq > 0 ORDER BY id");
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return hasher.finish();
        char seq[8];
        qToLittleEndian(static_cast<quint64>(query.integer(1)), seq);
        hasher.update(query.view(0)).update(QByteArrayView(seq, 8)).update(query.view(2));
    }
}

} // namespace chevet::vault
