#pragma once
// RootFile: the authenticated root of the view (I7), outside the database, in the file `root`.
// Two slots hold the last two generations; a transaction writes its own slot, synced, before it
// commits, so one of the two always matches the database whatever moment the power went. A third
// record says that a generation did commit: with it, a database that is one generation behind is
// known to have lost a transaction rather than never to have made it. FORMAT.md has the bytes.

#include "base/file_system.h"
#include "crypto/secret.h"

namespace chevet::vault {

struct RootState {
    quint64 generation = 0; // number of the transaction, from 1
    crypto::Hash root;      // of the hash tree
    crypto::Hash position;  // BLAKE2b-256 over how far each stream is applied
    friend bool operator==(const RootState&, const RootState&) = default;
};

class RootFile {
public:
    // `disk` must outlive it. A missing file is an empty one: no state yet.
    [[nodiscard]] static base::Result<RootFile> open(base::FileSystem& disk, const QString& path,
                                                     const crypto::VaultKey& key);

    [[nodiscard]] const std::optional<RootState>& newest() const noexcept { return m_newest; }
    [[nodiscard]] const std::optional<RootState>& previous() const noexcept { return m_previous; }
    [[nodiscard]] quint64 confirmed() const noexcept { return m_confirmed; } // 0: none known
    // Slots that were there but did not authenticate when the file was opened.
    [[nodiscard]] int damagedSlots() const noexcept { return m_damaged; }

    // Durable on return; call before the database commits.
    [[nodiscard]] base::Result<> prepare(const RootState& state);
    // Not synced on purpose: it only refines a diagnosis, and lives through a killed process.
    void confirm(quint64 generation) noexcept;
    // Forgets everything: the view is about to be made again.
    [[nodiscard]] base::Result<> clear();

private:
    RootFile(std::unique_ptr<base::File> file, crypto::SealKey key)
        : m_file(std::move(file))
        , m_key(std::move(key)) {}
    [[nodiscard]] base::Result<> load();
    [[nodiscard]] QByteArray encode(const RootState& state) const;
    [[nodiscard]] std::optional<RootState> decode(const QByteArray& bytes) const;

    std::unique_ptr<base::File> m_file;
    crypto::SealKey m_key;
    std::optional<RootState> m_newest, m_previous;
    quint64 m_confirmed = 0;
    int m_damaged = 0;
};

} // namespace chevet::vault
