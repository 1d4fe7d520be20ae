// Vault::State: opening, replaying, making the view again.

#include "vault/hash_tree.h"
#include "vault/schema.h"
#include "vault/vault_state.h"

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

namespace {

bool meansDamage(ErrorCode code) {
    return code == ErrorCode::DatabaseDamaged || code == ErrorCode::RootMismatch ||
           code == ErrorCode::Malformed;
}

} // namespace

// `fresh`: it was absent or empty, and has its tables now.
Result<> Vault::State::openDatabase(bool& fresh) {
    CHEVET_TRY_ASSIGN(writer, Database::open(path("view.db"), config.key, Database::Mode::Create,
                                             config.database));
    CHEVET_TRY_ASSIGN(const int revision, revisionOf(*writer));
    fresh = revision == 0;
    if (fresh) {
        CHEVET_TRY(createSchema(*writer));
        CHEVET_TRY(config.disk.syncFolder(config.folder));
    } else if (revision < schemaRevision) {
        return base::fail(ErrorCode::DatabaseDamaged, path("view.db"),
                          QStringLiteral("older revision"));
    }
    return {};
}

// Compares the open database with its root and applies what the log has more.
Result<> Vault::State::settle(const Proceed& proceed) {
    CHEVET_TRY_ASSIGN(const crypto::Hash treeRoot, HashTree(*writer).root());
    CHEVET_TRY_ASSIGN(const crypto::Hash position, positionOf(*writer));
    const auto matches = [&](const std::optional<RootState>& state) {
        return state && state->root == treeRoot && state->position == position;
    };
    const auto& newest = root->newest();
    const bool empty = treeRoot == crypto::Hash{};
    expected.reset();
    if (matches(newest)) {
        generation = newest->generation;
    } else if (matches(root->previous()) || (empty && newest && newest->generation == 1)) {
        generation = newest->generation - 1; // the very first has nothing before it
        expected = newest;
        if (root->confirmed() >= newest->generation)
            alarm("database-behind", QStringLiteral("view.db-wal"), true,
                  QStringLiteral("a committed transaction is missing"));
    } else if (!newest && empty) {
        generation = 0;
    } else if (!newest) {
        return base::fail(ErrorCode::RootMismatch, QStringLiteral("root"),
                          QStringLiteral("missing or damaged"));
    } else {
        alarm("database-behind", QStringLiteral("view.db"), true,
              QStringLiteral("the database is not at its last transactions"));
        generation = newest->generation;
        expected = newest;
    }
    trust(treeRoot);
    CHEVET_TRY(replay(proceed));
    if (std::exchange(
            expected,
            {})) // never met: the rows are not those of any transaction, or the log is shorter
        return base::fail(ErrorCode::RootMismatch, QStringLiteral("root"));
    return {};
}

Result<> Vault::State::applyBatch(std::span<const Incoming> entries) {
    CHEVET_TRY_ASSIGN(Transaction transaction, Transaction::begin(*writer));
    ViewWriter view(*writer, sources);
    bool any = false;
    for (const Incoming& entry : entries) {
        CHEVET_TRY_ASSIGN(const bool fresh, view.accept(entry));
        any = any || fresh;
        if (!expected)
            continue;
        CHEVET_TRY_ASSIGN(const crypto::Hash position, positionOf(*writer));
        if (position != expected->position)
            continue;
        CHEVET_TRY_ASSIGN(const crypto::Hash reached, view.seal());
        if (reached != expected->root)
            return base::fail(ErrorCode::RootMismatch, QStringLiteral("replay"));
        expected.reset();
    }
    return any ? commit(view, transaction) : Result<>{};
}

Result<> Vault::State::commit(ViewWriter& view, Transaction& transaction) {
    CHEVET_TRY_ASSIGN(const crypto::Hash treeRoot, view.seal());
    CHEVET_TRY_ASSIGN(const crypto::Hash position, positionOf(*writer));
    CHEVET_TRY(root->prepare(RootState{generation + 1, treeRoot, position}));
    trust(treeRoot);
    unsure = true;
    CHEVET_TRY(transaction.commit());
    unsure = false;
    ++generation;
    root->confirm(generation);
    return {};
}

Result<> Vault::State::beSure() {
    if (closed)
        return base::fail(ErrorCode::Cancelled, QStringLiteral("vault"), QStringLiteral("closed"));
    if (!unsure)
        return {};
    writer.reset();
    bool fresh = false;
    auto settled = openDatabase(fresh);
    if (settled)
        settled = settle({});
    if (!settled && meansDamage(settled.error().code))
        settled = remakeAll({}, true);
    unsure = !settled;
    return settled;
}

// Never deletes (I6): the files go to quarantine/ under a number of their own.
Result<> Vault::State::setAside() {
    const QString folder = path("quarantine");
    CHEVET_TRY(config.disk.makeFolder(folder));
    int number = 1;
    while (config.disk.exists(folder + QStringLiteral("/view-%1.db").arg(number)))
        ++number;
    for (const char* suffix : {"-wal", "-shm", ""}) { // the database last: its number is the mark
        const QString from = path("view.db") + QLatin1String(suffix);
        if (config.disk.exists(from))
            CHEVET_TRY(config.disk.rename(from, folder + QStringLiteral("/view-%1.db").arg(number) +
                                                    QLatin1String(suffix)));
    }
    CHEVET_TRY(config.disk.syncFolder(folder));
    return config.disk.syncFolder(config.folder);
}

Result<> Vault::State::remakeAll(const Proceed& proceed, bool keepOld) {
    const std::unique_lock alone(gate);
    closeConnections();
    if (keepOld) {
        CHEVET_TRY(setAside());
    } else {
        for (const char* suffix : {"-wal", "-shm", ""}) {
            const QString file = path("view.db") + QLatin1String(suffix);
            if (config.disk.exists(file))
                CHEVET_TRY(config.disk.remove(file));
        }
    }
    CHEVET_TRY(root->clear());
    generation = 0;
    expected.reset();
    unnamed.clear();
    bool fresh = false;
    CHEVET_TRY(openDatabase(fresh));
    trust(crypto::Hash{});
    return replay(proceed);
}

QString Vault::State::lostFromLog() {
    return firstLost().value_or(QString());
}

Result<QString> Vault::State::firstLost() {
    auto last = writer->query("SELECT s.id, e.seq, e.hash, e.segment, e.offset, e.length "
                              "FROM streams s JOIN entries e ON e.stream = s.stream "
                              "AND e.seq = s.seq");
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, last.next());
        if (!row)
            return QString();
        CHEVET_TRY_ASSIGN(const base::Uuid stream, last.uuid(0));
        CHEVET_TRY_ASSIGN(const log::Hash hash, last.hash(2));
        const log::EntryRef ref{stream,
                                static_cast<quint64>(last.integer(1)),
                                hash,
                                static_cast<quint32>(last.integer(3)),
                                static_cast<quint64>(last.integer(4)),
                                static_cast<quint32>(last.integer(5))};
        if (!config.log.read(ref))
            return QString(stream.toString() + QLatin1Char('/') + QString::number(ref.seq));
    }
}

Result<> Vault::open(const Proceed& proceed) {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY_ASSIGN(state.root,
                      RootFile::open(state.config.disk, state.path("root"), state.config.key));
    const bool hadRoot = state.root->newest().has_value();
    if (state.root->damagedSlots() > 0)
        state.alarm("root-damaged", QStringLiteral("root"), true);
    const bool existed = state.config.disk.exists(state.path("view.db"));
    bool fresh = false;
    auto opened = state.openDatabase(fresh);
    if (opened && fresh && hadRoot) {
        state.alarm(existed ? "database-empty" : "database-missing", QStringLiteral("view.db"),
                    true);
        CHEVET_TRY(state.root->clear());
    }
    if (opened)
        opened = state.settle(proceed);
    if (opened)
        opened = state.makeAgain(proceed);
    if (!opened && meansDamage(opened.error().code)) {
        state.alarm("database-damaged", QStringLiteral("view.db"), true, opened.error().toString());
        opened = state.remakeAll(proceed, true);
    }
    if (!opened) {
        state.closeConnections();
        return opened;
    }
    if (const QString lost = state.lostFromLog(); !lost.isEmpty())
        state.alarm("log-shortened", lost, false);
    state.closed = false;
    return {};
}

Result<> Vault::rebuild(const Proceed& proceed) {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY(state.beSure());
    if (const QString lost = state.lostFromLog(); !lost.isEmpty())
        return base::fail(ErrorCode::LogDamaged, lost, QStringLiteral("shorter than the view"));
    CHEVET_TRY_ASSIGN(const auto log, state.config.log.verify(false));
    if (!log.alarms.empty())
        return base::fail(ErrorCode::LogDamaged, log.alarms.front().file,
                          QString::number(log.alarms.front().offset));
    return state.remakeAll(proceed, false);
}

} // namespace chevet::vault
