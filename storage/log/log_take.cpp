// Log: entries that come from elsewhere.

#include "log/chain_writer.h"
#include "log/log_impl.h"

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {
constexpr qint64 takenBatch = 32LL * 1024 * 1024; // made durable, and a new segment begun if full
} // namespace

// Chains whose folder is not named after their stream.
base::Result<> Log::Impl::readBranches() {
    if (branchesRead)
        return {};
    CHEVET_TRY_ASSIGN(const auto all, reader.streams());
    for (const base::Uuid& chain : all) {
        const base::Uuid stream = reader.streamOf(chain);
        if (stream != chain)
            branches[stream].push_back(chain);
    }
    branchesRead = true;
    return {};
}

base::Result<ChainWriter*> Log::Impl::chain(const base::Uuid& folder, const base::Uuid& stream) {
    if (folder == own->segment().stream)
        return own.get();
    auto& writer = others[folder];
    if (!writer) {
        writer = std::make_unique<ChainWriter>(disk, config, membership.clinic(), folder, stream);
        CHEVET_TRY(writer->open(alarms));
    }
    return writer.get();
}

base::Result<std::vector<ChainWriter*>> Log::Impl::chainsOf(const base::Uuid& stream) {
    CHEVET_TRY(readBranches());
    std::vector<ChainWriter*> chains;
    CHEVET_TRY_ASSIGN(ChainWriter * main, chain(stream, stream));
    chains.push_back(main);
    for (const base::Uuid& branch : branches[stream]) {
        CHEVET_TRY_ASSIGN(ChainWriter * one, chain(branch, stream));
        chains.push_back(one);
    }
    return chains;
}

base::Result<> Log::Impl::endBatch() {
    if (!batch)
        return {};
    auto done = std::exchange(batch, nullptr);
    const auto finished = done->finish();
    if (!finished)
        done->undo();
    return finished;
}

// Of an entry that stands in a chain, not durable ones included; nullopt if none does.
base::Result<std::optional<Hash>> Log::Impl::hashAt(const ChainWriter& writer,
                                                    std::uint64_t seq) const {
    const Head& last = &writer == batch ? writer.pendingHead() : writer.head();
    if (seq == last.seq && seq > 0)
        return std::optional(last.hash);
    if (seq == 0 || seq > writer.head().seq)
        return std::optional<Hash>();
    std::optional<Hash> found;
    const auto bound = LogReader::Bound{.segment = writer.segment(), .end = writer.end()};
    const auto first = [&](const EntryRef& ref, QByteArrayView) -> base::Result<> {
        if (ref.seq == seq)
            found = ref.hash;
        return fail(ErrorCode::Cancelled); // one is enough
    };
    const auto scanned =
        reader.scanStream(writer.segment().stream, seq - 1, bound, first, [](const LogAlarm&) {});
    if (!scanned && scanned.error().code != ErrorCode::Cancelled)
        return std::unexpected(scanned.error());
    return found;
}

base::Result<Log::Taken> Log::Impl::putInto(ChainWriter& writer, Taken::Kind kind,
                                            QByteArrayView entry, const Hash& hash,
                                            std::uint64_t seq) {
    if (batch != &writer || writer.pendingBytes() > takenBatch)
        CHEVET_TRY(endBatch());
    if (!batch) {
        CHEVET_TRY(writer.begin());
        batch = &writer;
    }
    auto ref = writer.put(entry, hash, seq);
    if (!ref) {
        batch = nullptr;
        writer.undo();
        return std::unexpected(ref.error());
    }
    return Taken{.kind = kind, .ref = *ref};
}

base::Result<Log::Taken> Log::Impl::take(const EntryHeader& header, QByteArrayView entry,
                                         const Hash& hash) {
    CHEVET_TRY_ASSIGN(const auto chains, chainsOf(header.stream));
    const auto headOf = [this](const ChainWriter* one) {
        return one == batch ? one->pendingHead() : one->head();
    };
    for (ChainWriter* one : chains) { // the common case first: it goes on from the last one
        const Head last = headOf(one);
        const bool begins = header.seq == 1 && last.seq == 0 && one == chains.front();
        if (begins || (last.seq > 0 && header.seq == last.seq + 1 && header.prev == last.hash))
            return putInto(*one, Taken::Kind::Appended, entry, hash, header.seq);
    }
    if (batch) // what is not durable yet cannot be looked up
        CHEVET_TRY(endBatch());
    bool follows = header.seq == 1;
    for (const ChainWriter* one : chains) {
        CHEVET_TRY_ASSIGN(const auto there, hashAt(*one, header.seq));
        if (there == hash)
            return Taken{.kind = Taken::Kind::Known};
        CHEVET_TRY_ASSIGN(const auto before, hashAt(*one, header.seq - 1));
        follows = follows || before == header.prev;
    }
    if (!follows)
        return Taken{.kind = Taken::Kind::Gap};
    const base::Uuid name = branchId(header.stream, hash);
    CHEVET_TRY_ASSIGN(ChainWriter * branch, chain(name, header.stream));
    branches[header.stream].push_back(name);
    return putInto(*branch, Taken::Kind::Branched, entry, hash, header.seq);
}

base::Result<std::optional<EntryHeader>> Log::Impl::firstOf(const ChainWriter& writer) const {
    std::optional<EntryHeader> found;
    const auto bound = LogReader::Bound{.segment = writer.segment(), .end = writer.end()};
    const auto first = [&](const EntryRef&, QByteArrayView entry) -> base::Result<> {
        CHEVET_TRY_ASSIGN(found, parseHeader(entry));
        return fail(ErrorCode::Cancelled); // one is enough
    };
    const auto scanned =
        reader.scanStream(writer.segment().stream, 0, bound, first, [](const LogAlarm&) {});
    if (!scanned && scanned.error().code != ErrorCode::Cancelled)
        return std::unexpected(scanned.error());
    return found;
}

// The chain that holds an entry; null: none.
base::Result<const ChainWriter*> Log::Impl::holder(const std::vector<ChainWriter*>& chains,
                                                   std::uint64_t seq, const Hash& hash) const {
    for (const ChainWriter* one : chains) {
        CHEVET_TRY_ASSIGN(const auto there, hashAt(*one, seq));
        if (there == hash)
            return one;
    }
    return nullptr;
}

// How much of a chain an entry goes back to, from branch to branch.
base::Result<std::uint64_t> Log::Impl::goesBackTo(const base::Uuid& folder, const Cut& cut,
                                                  const std::vector<ChainWriter*>& chains) const {
    std::uint64_t last = cut.seq;
    CHEVET_TRY_ASSIGN(const ChainWriter* at, holder(chains, last, cut.hash));
    if (at == nullptr) // not here yet
        return folder == cut.stream ? last : 0;
    for (std::size_t left = chains.size(); left > 0 && at != nullptr; --left) {
        if (at->segment().stream == folder)
            return last;
        CHEVET_TRY_ASSIGN(const auto first, firstOf(*at));
        if (!first || first->seq <= 1)
            return 0;
        last = first->seq - 1;
        CHEVET_TRY_ASSIGN(at, holder(chains, last, first->prev));
    }
    return 0;
}

base::Result<std::uint64_t> Log::Impl::countsUpTo(const base::Uuid& folder, const Device& revoked) {
    const base::Uuid stream = reader.streamOf(folder);
    CHEVET_TRY_ASSIGN(const auto chains, chainsOf(stream));
    std::uint64_t last = 0;
    for (const Cut& cut : revoked.cuts) {
        if (cut.stream != stream)
            continue;
        CHEVET_TRY_ASSIGN(const std::uint64_t back, goesBackTo(folder, cut, chains));
        last = std::max(last, back);
    }
    return last;
}

base::Result<Log::Taken> Log::take(QByteArrayView entry) {
    CHEVET_TRY_ASSIGN(const EntryHeader header, verifyEntry(entry, m_impl->membership));
    const Hash hash = entryHash(entry);
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->take(header, entry, hash);
}

base::Result<std::vector<base::Uuid>> Log::chainsOf(const base::Uuid& stream) {
    const std::lock_guard lock(m_impl->mutex);
    CHEVET_TRY_ASSIGN(const auto chains, m_impl->chainsOf(stream));
    std::vector<base::Uuid> names;
    for (const ChainWriter* one : chains)
        if (one->head().seq > 0 || one == m_impl->batch)
            names.push_back(one->segment().stream);
    return names;
}

base::Result<std::optional<Hash>> Log::hashAt(const base::Uuid& name, std::uint64_t seq) const {
    const base::Uuid stream = m_impl->reader.streamOf(name);
    const std::lock_guard lock(m_impl->mutex);
    CHEVET_TRY_ASSIGN(const ChainWriter* one, m_impl->chain(name, stream));
    if (one == m_impl->batch && seq > one->head().seq && seq != one->pendingHead().seq)
        CHEVET_TRY(m_impl->endBatch());
    return m_impl->hashAt(*one, seq);
}

base::Result<std::uint64_t> Log::countsUpTo(const base::Uuid& name) const {
    const base::Uuid stream = m_impl->reader.streamOf(name);
    const Device* device = m_impl->membership.deviceOfStream(stream);
    if (device == nullptr || !device->revoked)
        return std::numeric_limits<std::uint64_t>::max();
    const std::lock_guard lock(m_impl->mutex);
    CHEVET_TRY(m_impl->endBatch());
    return m_impl->countsUpTo(name, *device);
}

base::Result<> Log::syncTaken() {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->endBatch();
}

base::Uuid Log::streamOf(const base::Uuid& chain) const {
    return m_impl->reader.streamOf(chain);
}

base::Result<std::vector<std::pair<base::Uuid, Head>>> Log::heads() {
    CHEVET_TRY_ASSIGN(const auto all, streams());
    const std::lock_guard lock(m_impl->mutex);
    std::vector<std::pair<base::Uuid, Head>> heads;
    for (const base::Uuid& name : all) {
        CHEVET_TRY_ASSIGN(const ChainWriter* one,
                          m_impl->chain(name, m_impl->reader.streamOf(name)));
        if (one->head().seq > 0)
            heads.emplace_back(name, one->head());
    }
    return heads;
}

} // namespace chevet::log
