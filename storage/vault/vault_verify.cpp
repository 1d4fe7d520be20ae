// Vault: healing and verifying.

#include "log/body_codec.h"
#include "vault/hash_tree.h"
#include "vault/slots.h"
#include "vault/vault_state.h"

namespace chevet::vault {

using base::ErrorCode;
using base::Result;

Result<std::vector<log::EntryRef>> Vault::State::entriesOf(qint64 owner) {
    auto query =
        writer->query("SELECT s.id, t.seq, e.hash, e.segment, e.offset, e.length FROM touched t "
                      "JOIN streams s ON s.stream = t.stream "
                      "JOIN entries e ON e.stream = t.stream AND e.seq = t.seq "
                      "WHERE t.owner = ?1 ORDER BY t.stream, t.seq",
                      owner);
    std::vector<log::EntryRef> refs;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return refs;
        CHEVET_TRY_ASSIGN(const base::Uuid stream, query.uuid(0));
        CHEVET_TRY_ASSIGN(const log::Hash hash, query.hash(2));
        refs.push_back({stream, static_cast<quint64>(query.integer(1)), hash,
                        static_cast<quint32>(query.integer(3)),
                        static_cast<quint64>(query.integer(4)),
                        static_cast<quint32>(query.integer(5))});
    }
}

// Writes the rows of one owner again from the entries that touched it; they must then meet the leaf
// that the root proves, or nothing is changed.
Result<> Vault::State::heal(qint64 owner) {
    const crypto::Hash proven = root->newest() ? root->newest()->root : crypto::Hash{};
    CHEVET_TRY_ASSIGN(const crypto::Hash leaf, HashTree(*writer).provenLeaf(owner, proven));
    std::optional<base::Uuid> key;
    if (owner >= firstPatient) {
        CHEVET_TRY_ASSIGN(const auto row, Patients(*writer).row(owner));
        if (!row)
            return base::fail(ErrorCode::RootMismatch, QStringLiteral("patients"));
        key = row->line.key;
    }
    CHEVET_TRY_ASSIGN(const auto refs, entriesOf(owner));
    CHEVET_TRY_ASSIGN(Transaction transaction, Transaction::begin(*writer));
    ViewWriter view(*writer, sources);
    CHEVET_TRY(view.remake(owner, key, refs));
    const auto made = view.leaves().find(owner);
    if (made == view.leaves().end() || made->second != leaf)
        return base::fail(ErrorCode::RootMismatch, QStringLiteral("heal"));
    return transaction.commit(); // the tree did not change: neither does the root
}

Result<> Vault::State::healAfter(const base::Error& error, std::optional<qint64> owner) {
    const Writing writing(*this);
    CHEVET_TRY(beSure());
    if (owner && error.where != QLatin1String("tree") && heal(*owner)) {
        alarm("view-healed", error.where, true, error.detail);
        return {};
    }
    if (!lostFromLog().isEmpty()) // the log could not give everything back
        return std::unexpected(error);
    const auto remade = remakeAll({}, true);
    alarm(error.code == ErrorCode::RootMismatch ? "root-mismatch" : "database-damaged", error.where,
          remade.has_value(), error.detail);
    return remade;
}

namespace {

struct Check {
    Database& database;
    Dictionary names;
    crypto::Hash root;
    qint64 resources = 0;
};

// Every page authenticates and every tree of the database is in order.
Result<> checkPages(Database& database) {
    for (const char* pragma : {"PRAGMA cipher_integrity_check", "PRAGMA integrity_check(1)"}) {
        auto query = database.query(pragma);
        for (;;) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            if (query.text(0) != QLatin1String("ok"))
                return base::fail(ErrorCode::DatabaseDamaged, QStringLiteral("view.db"),
                                  query.text(0).left(200));
        }
    }
    return {};
}

Result<> checkOwner(Check& check, qint64 owner) {
    CHEVET_TRY_ASSIGN(
        const crypto::Hash rows,
        walkOwner(check.database, check.names, owner, [&](const CurrentRow& row) -> Result<> {
            ++check.resources;
            CHEVET_TRY(decodeExtra(row.extra));
            if (row.body.isEmpty())
                return {};
            const auto plain = log::BodyCodec::instance().decode(row.body);
            return plain ? Result<>{} : std::unexpected(plain.error());
        }));
    std::optional<PatientRow> line;
    if (owner >= firstPatient) {
        CHEVET_TRY_ASSIGN(line, Patients(check.database).row(owner));
    }
    HashTree tree(check.database);
    CHEVET_TRY_ASSIGN(const crypto::Hash leaf, tree.provenLeaf(owner, check.root));
    if (leafOf(line, rows) != leaf)
        return base::fail(ErrorCode::RootMismatch, QStringLiteral("current"));
    return {};
}

// What the patient's row says, the search must find, no less and no more.
Result<> checkIndex(Database& database, const PatientRow& row) {
    const auto missing = [] {
        return base::fail(ErrorCode::DatabaseDamaged, QStringLiteral("postings"));
    };
    for (const auto& [kind, text] : termsOf(row.indexed())) {
        if (kind == TermKind::Short)
            continue; // only the latest are kept; rebuilt with the rest
        auto query = database.query(
            "SELECT 1 FROM terms t JOIN postings p ON p.term = t.term "
            "WHERE t.kind = ?1 AND t.text = ?2 AND p.late = ?3 AND p.owner = ?4 AND p.sig = ?5",
            int(kind), text, -row.recent, row.line.owner,
            static_cast<qint64>(signatureOf(row.indexed())));
        CHEVET_TRY_ASSIGN(const bool there, query.next());
        if (!there)
            return missing();
    }
    for (const QString& number : row.numbers) {
        auto query = database.query("SELECT 1 FROM numbers WHERE text = ?1 AND owner = ?2", number,
                                    row.line.owner);
        CHEVET_TRY_ASSIGN(const bool there, query.next());
        if (!there)
            return missing();
    }
    return {};
}

} // namespace

Result<Vault::Checked> Vault::verify(bool full, const Proceed& proceed) {
    State& state = *m_state;
    const State::Writing writing(state);
    CHEVET_TRY(state.beSure());
    Checked checked;
    const auto earlier = takeAlarms();
    const QString lost = state.lostFromLog();
    if (!lost.isEmpty())
        state.alarm("log-shortened", lost, false);
    const bool whole =
        lost.isEmpty(); // else the view holds what the log lost, and nothing heals it
    const auto everything = [&]() -> Result<> {
        Database& database = *state.writer;
        if (full)
            CHEVET_TRY(checkPages(database));
        CHEVET_TRY_ASSIGN(const crypto::Hash root, state.trustedRoot(database));
        if (!state.root->newest() ? root != crypto::Hash{} : root != state.root->newest()->root)
            return base::fail(ErrorCode::RootMismatch, QStringLiteral("tree"));
        Check check{database, Dictionary(database), root};
        auto owners = database.query("SELECT DISTINCT slot >> 32 FROM current "
                                     "UNION SELECT owner FROM patients");
        for (qint64 done = 0;; ++done) {
            CHEVET_TRY_ASSIGN(const bool row, owners.next());
            if (!row)
                break;
            const qint64 owner = owners.integer(0);
            auto result = checkOwner(check, owner);
            if (!result && full && whole && result.error().where != QLatin1String("tree")) {
                const base::Error error = result.error();
                result = state.heal(owner);
                if (result)
                    state.alarm("view-healed", error.where, true, error.detail);
            }
            CHEVET_TRY(std::move(result));
            if (full && owner >= firstPatient) {
                CHEVET_TRY_ASSIGN(const auto patient, Patients(database).row(owner));
                if (patient)
                    CHEVET_TRY(checkIndex(database, *patient));
            }
            if (proceed && done % 64 == 0 && !proceed(done))
                return base::fail(ErrorCode::Cancelled);
        }
        checked.resources = check.resources;
        return full && whole ? state.compareWithLog(proceed) : Result<>{};
    };
    auto result = everything();
    if (!result && result.error().code != ErrorCode::Cancelled) {
        CHEVET_TRY(state.healAfter(result.error(), std::nullopt));
        result = everything();
    }
    checked.alarms = takeAlarms();
    {
        const std::lock_guard lock(state.factsLock);
        state.alarms = earlier;
    }
    if (!result)
        return std::unexpected(result.error());
    return checked;
}

} // namespace chevet::vault
