#pragma once
// The inside of Log, shared by its source files and nobody else.

#include "log/chain_writer.h"
#include "log/log_reader.h"
#include "log/marks.h"

#include <map>
#include <mutex>

namespace chevet::log {

struct Log::Impl {
    Impl(base::FileSystem& fileSystem, const LogConfig& settings, const Membership& trust,
         const KeyRing& ring, const crypto::SigningKey& key)
        : disk(fileSystem)
        , config(settings)
        , membership(trust)
        , keys(ring)
        , device(key)
        , reader(fileSystem, settings.folder, trust.clinic())
        , own(writerOf(streamOfDevice(key.publicKey(), 0))) {}

    base::FileSystem& disk;
    LogConfig config;
    const Membership& membership;
    const KeyRing& keys;
    const crypto::SigningKey& device;
    LogReader reader;

    mutable std::mutex mutex; // guards everything below
    std::unique_ptr<ChainWriter> own;
    std::map<base::Uuid, std::unique_ptr<ChainWriter>> others; // by folder; opened when needed
    std::map<base::Uuid, std::vector<base::Uuid>> branches;    // by stream: folders beside its own
    bool branchesRead = false;
    ChainWriter* batch = nullptr;       // where take() has put something that is not durable yet
    std::optional<KnownHead> continues; // the first entry of a next stream names the old one
    std::unique_ptr<MarksFile> marksFile;
    std::uint64_t uploaded = 0;
    std::vector<LogAlarm> alarms;

    QString path(const QString& name) const { return config.folder + QLatin1Char('/') + name; }
    std::unique_ptr<ChainWriter> writerOf(const base::Uuid& stream) {
        return std::make_unique<ChainWriter>(disk, config, membership.clinic(), stream, stream);
    }
    std::optional<LogReader::Bound> boundOf(const base::Uuid& chain) const {
        const ChainWriter* writer = own->segment().stream == chain ? own.get() : nullptr;
        const auto found = others.find(chain);
        if (!writer && found != others.end() && found->second->unsettled())
            writer = found->second.get();
        if (!writer)
            return std::nullopt;
        return LogReader::Bound{.segment = writer->segment(), .end = writer->end()};
    }

    Marks marks() const {
        return {.stream = own->stream(),
                .head = own->head(),
                .membershipHead = membership.head(),
                .epoch = keys.currentEpoch(),
                .uploaded = uploaded};
    }

    base::Result<> open();
    base::Result<> openMarks();
    base::Result<> nextStream();
    base::Result<std::vector<EntryRef>> writeBatch(std::span<const PreparedEntry> entries);
    base::Result<> writeContinuation();
    base::Result<std::vector<EntryRef>> append(std::span<const PreparedEntry> entries);
    base::Result<ChainWriter*> chain(const base::Uuid& folder, const base::Uuid& stream);
    base::Result<std::vector<ChainWriter*>> chainsOf(const base::Uuid& stream);
    base::Result<> readBranches();
    base::Result<> endBatch();
    base::Result<std::optional<Hash>> hashAt(const ChainWriter& writer, std::uint64_t seq) const;
    base::Result<const ChainWriter*> holder(const std::vector<ChainWriter*>& chains,
                                            std::uint64_t seq, const Hash& hash) const;
    base::Result<std::uint64_t> goesBackTo(const base::Uuid& folder, const Cut& cut,
                                           const std::vector<ChainWriter*>& chains) const;
    base::Result<std::uint64_t> countsUpTo(const base::Uuid& chain, const Device& revoked);
    base::Result<std::optional<EntryHeader>> firstOf(const ChainWriter& writer) const;
    base::Result<Taken> take(const EntryHeader& header, QByteArrayView entry, const Hash& hash);
    base::Result<Taken> putInto(ChainWriter& writer, Taken::Kind kind, QByteArrayView entry,
                                const Hash& hash, std::uint64_t seq);
};

} // namespace chevet::log
