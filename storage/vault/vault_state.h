#pragma once
// The inside of Vault, shared by its source files and nobody else.

#include "vault/root_file.h"
#include "vault/vault.h"
#include "vault/view_writer.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace chevet::vault {

struct Vault::State {
    explicit State(VaultConfig given);

    VaultConfig config;
    WriterSources sources;

    // A reader connection, held for one call.
    class Reader {
    public:
        Reader(State& state, std::shared_lock<std::shared_mutex> gate,
               std::unique_ptr<Database> database)
            : m_state(&state)
            , m_gate(std::move(gate))
            , m_database(std::move(database)) {}
        Reader(Reader&&) = default;
        Reader& operator=(Reader&&) = delete;
        ~Reader();
        [[nodiscard]] Database& operator*() const { return *m_database; }

    private:
        State* m_state;
        std::shared_lock<std::shared_mutex> m_gate;
        std::unique_ptr<Database> m_database;
    };
    // The writer connection, held for one call.
    class Writing {
    public:
        explicit Writing(State& state);
        ~Writing();
        Writing(const Writing&) = delete;
        Writing& operator=(const Writing&) = delete;

    private:
        State& m_state;
        std::unique_lock<std::recursive_mutex> m_lock;
        std::thread::id m_before;
    };

    [[nodiscard]] base::Result<Reader> reader();
    [[nodiscard]] QString path(const char* name) const;
    void alarm(const char* code, const QString& where, bool healed, const QString& detail = {});

    // All of these need a Writing.
    // To be called first by every public [write]: after a commit that failed the database may be at
    // either of two states, and writing the root of a third would leave it without any.
    [[nodiscard]] base::Result<> beSure();
    [[nodiscard]] base::Result<> openDatabase(bool& fresh);
    [[nodiscard]] base::Result<> settle(const Proceed& proceed);
    [[nodiscard]] base::Result<> replay(const Proceed& proceed);
    // From the beginning, if a key came for what could not be read when it was applied.
    [[nodiscard]] base::Result<> makeAgain(const Proceed& proceed);
    [[nodiscard]] base::Result<> applyBatch(std::span<const Incoming> entries);
    [[nodiscard]] base::Result<> commit(ViewWriter& writer, Transaction& transaction);
    [[nodiscard]] base::Result<> remakeAll(const Proceed& proceed, bool keepOld);
    [[nodiscard]] base::Result<> setAside();
    [[nodiscard]] base::Result<> heal(qint64 owner);
    [[nodiscard]] base::Result<std::vector<log::EntryRef>> entriesOf(qint64 owner);
    // Every row, of older versions and of the register too, against the log; heals what it can.
    [[nodiscard]] base::Result<> compareWithLog(const Proceed& proceed);
    // "stream/seq" of an entry this view was made of and the log no longer has: such a view is
    // never replaced by what is left of the log (I2, I6). Empty: nothing is lost, or the database
    // cannot say. Reads one entry a stream.
    [[nodiscard]] QString lostFromLog();
    [[nodiscard]] base::Result<QString> firstLost();
    void closeConnections();

    // The root as the database has it must be one this process authenticated.
    [[nodiscard]] base::Result<crypto::Hash> trustedRoot(Database& database);
    void trust(const crypto::Hash& root);

    // Runs `read` on a reader; on DatabaseDamaged or RootMismatch heals (`owner`, else everything)
    // and runs it once more.
    template <class T>
    [[nodiscard]] base::Result<T>
    healing(const std::function<base::Result<T>(Database&, std::optional<qint64>& owner)>& read);
    [[nodiscard]] base::Result<> healAfter(const base::Error& error, std::optional<qint64> owner);

    std::atomic<bool> closed{true};
    std::shared_mutex gate; // readers share it; a rebuild and close() have it alone
    std::mutex poolLock;
    std::vector<std::unique_ptr<Database>> idle;

    std::recursive_mutex writeLock;
    std::atomic<std::thread::id> writerThread;
    std::unique_ptr<Database> writer;
    bool unsure = false; // the last commit failed
    std::optional<RootFile> root;
    quint64 generation = 0;              // of the root file that the database is at
    std::optional<RootState> expected;   // to be met while replaying, after commits were lost
    std::vector<log::KnownHead> unnamed; // of replays since it was last given: Vault::CaughtUp
    std::set<base::Uuid> waiting;

    std::mutex factsLock;
    std::deque<crypto::Hash> roots; // the latest, newest last: a reader may be one commit behind
    std::unordered_map<base::Uuid, log::WrappedPatientKey> announced;
    QList<ViewAlarm> alarms;
};

template <class T>
base::Result<T> Vault::State::healing(
    const std::function<base::Result<T>(Database&, std::optional<qint64>&)>& read) {
    std::optional<qint64> owner;
    base::Error error;
    {
        CHEVET_TRY_ASSIGN(const Reader lease, reader());
        CHEVET_TRY_ASSIGN(const Transaction snapshot, Transaction::beginRead(*lease));
        auto result = read(*lease, owner);
        if (result)
            return result;
        error = result.error();
    }
    if (error.code != base::ErrorCode::DatabaseDamaged &&
        error.code != base::ErrorCode::RootMismatch && error.code != base::ErrorCode::Malformed)
        return std::unexpected(error);
    CHEVET_TRY(healAfter(error, owner));
    CHEVET_TRY_ASSIGN(const Reader lease, reader());
    CHEVET_TRY_ASSIGN(const Transaction snapshot, Transaction::beginRead(*lease));
    return read(*lease, owner);
}

// BLAKE2b-256 over streams and how far each is applied.
[[nodiscard]] base::Result<crypto::Hash> positionOf(Database& database);

} // namespace chevet::vault
