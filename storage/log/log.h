#pragma once
// Log: the truth (I1). Append-only segments of sealed entries, log/<stream>/00000001.seg, one
// folder per stream; the outbox is a mark over it (log/outbox). Every byte goes through
// base::FileSystem. Thread-safe; appends are serialised, reads may run beside them.

#include "base/file_system.h"
#include "log/entry.h"

#include <functional>
#include <memory>
#include <span>

namespace chevet::log {

struct EntryRef {
    base::Uuid stream;
    std::uint64_t seq = 0;
    Hash hash{};
    std::uint32_t segment = 1;
    std::uint64_t offset = 0; // of the record in its segment
    std::uint32_t length = 0; // of the entry
    bool operator==(const EntryRef&) const = default;
};

struct Head {
    std::uint64_t seq = 0; // 0: empty
    Hash hash{};
    bool operator==(const Head&) const = default;
};

// What opening or verifying found. Nothing is removed: torn bytes are set aside beside the segment.
struct LogAlarm {
    enum class Kind {
        TornTail,      // an append that was cut before it was acknowledged; bytes set aside
        LostTail,      // fewer entries than the marks say were acknowledged
        DamagedRecord, // bytes in the middle that are no entry; the rest is readable
        ChainGap,      // seq or prev do not follow
        BadEntry,      // signature, clinic or membership do not verify
        RestoredImage, // marks kept elsewhere are ahead of this log
        MarksDamaged,  // log/outbox could not be read; rebuilt
    } kind = Kind::DamagedRecord;
    base::ErrorCode code = base::ErrorCode::LogDamaged;
    QString file{}; // segment, relative to the log folder
    std::uint64_t offset = 0;
    std::uint64_t length = 0; // bytes concerned
    std::uint64_t seq = 0;    // expected there; 0 unknown
    QString setAside{};       // file that now holds the bytes, if any
};

// High-water marks, to be kept also in the database and the keychain (trust.md §3.6).
struct Marks {
    base::Uuid stream;
    Head head{}; // last acknowledged entry of the own stream
    Hash membershipHead{};
    std::uint32_t epoch = 0;
    std::uint64_t uploaded = 0; // outbox: every own entry after this one is still to be sent
};

struct LogConfig {
    QString folder{};                                 // the vault's log/
    std::uint64_t segmentBytes = 32ULL * 1024 * 1024; // a new segment begins beyond this
};

class Log {
public:
    // Opens or creates the own stream; walks its last segment only. `membership`, `keys` and
    // `device` must outlive the log. What was found is in alarms(). After LostTail the log goes on
    // in the device's next stream, so that no number is ever used twice.
    static base::Result<std::unique_ptr<Log>> open(base::FileSystem& disk, const LogConfig& config,
                                                   const Membership& membership,
                                                   const KeyRing& keys,
                                                   const crypto::SigningKey& device);
    ~Log();

    [[nodiscard]] const std::vector<LogAlarm>& alarms() const noexcept;
    [[nodiscard]] Head head() const;
    [[nodiscard]] base::Uuid stream() const; // the own one
    // How far the own stream is acknowledged: its last segment and the bytes of it that count.
    struct End {
        std::uint32_t segment = 1;
        std::uint64_t bytes = 0; // 0: the segment is not begun
    };
    [[nodiscard]] End end() const;
    // All streams that have a folder here, sorted.
    [[nodiscard]] base::Result<std::vector<base::Uuid>> streams() const;
    // Goes on in the device's next stream, whose first entry names the head of this one: after
    // compare() answered RestoredImage.
    [[nodiscard]] base::Result<> startNextStream();

    // Seals, chains and writes the batch, then one fsync; on return everything is durable (I2). On
    // an error (DiskFull, …) nothing of the batch counts and the file is cut back to the last good
    // record; if even that fails, the next append tries again first. Entries of the batch keep
    // their order.
    [[nodiscard]] base::Result<std::vector<EntryRef>>
    append(std::span<const PreparedEntry> entries);
    // prepareEntry + append for one entry.
    [[nodiscard]] base::Result<EntryRef> append(const EntryDraft& draft,
                                                const crypto::SigningKey* authorKey = nullptr);

    // Entries from elsewhere: of other workstations, or own ones that this log no longer has.
    struct Taken {
        enum class Kind {
            Known,    // the same entry stands there already
            Appended, // it goes on from the last one of its stream
            Branched, // another entry stands in its place: kept beside it, in a chain of its own
            Gap,      // the entry before it is not here: nothing was kept
        } kind = Kind::Known;
        std::optional<EntryRef> ref{}; // of what was kept
    };
    // `entry` is verified first, whatever the caller did (verifyEntry's errors; Revoked ones are
    // refused too). Written, but durable only after syncTaken(). An own entry that goes on from
    // head() moves it: this log was an older copy of itself.
    [[nodiscard]] base::Result<Taken> take(QByteArrayView entry);
    [[nodiscard]] base::Result<> syncTaken();
    // The chains of a stream that hold an entry, its own first; and an entry's hash, if it stands
    // there.
    [[nodiscard]] base::Result<std::vector<base::Uuid>> chainsOf(const base::Uuid& stream);
    [[nodiscard]] base::Result<std::optional<Hash>> hashAt(const base::Uuid& chain,
                                                           std::uint64_t seq) const;
    // The stream whose entries a folder holds: differs from its name for a branch.
    [[nodiscard]] base::Uuid streamOf(const base::Uuid& chain) const;
    // The last number of a chain that counts. All of it, unless its workstation was revoked: then
    // only what leads to the last entry that counts, however early another one says it was written
    // (trust.md MS22). While that entry is not here, only the stream's own chain is believed.
    [[nodiscard]] base::Result<std::uint64_t> countsUpTo(const base::Uuid& chain) const;
    // The last entry of each chain, in the order of their names.
    [[nodiscard]] base::Result<std::vector<std::pair<base::Uuid, Head>>> heads();

    // The sealed bytes at a place; NotFound, or LogDamaged if they are not what the ref names.
    [[nodiscard]] base::Result<QByteArray> read(const EntryRef& ref) const;

    // All entries of all streams with seq > after(stream), streams in order of their id, each
    // stream in order, one entry in memory at a time. Damaged places are reported to `alarm` and
    // skipped. The callback may return Cancelled, or any error, which ends the scan and is
    // returned.
    using OnEntry = std::function<base::Result<>(const EntryRef& ref, QByteArrayView entry)>;
    using OnAlarm = std::function<void(const LogAlarm&)>;
    [[nodiscard]] base::Result<>
    scan(const OnEntry& entry, const OnAlarm& alarm,
         const std::function<std::uint64_t(const base::Uuid&)>& after = {}) const;
    // The same for one stream.
    [[nodiscard]] base::Result<> scanStream(const base::Uuid& stream, std::uint64_t after,
                                            const OnEntry& entry, const OnAlarm& alarm) const;

    // Chain, hashes and signatures of everything; `decrypt` opens every entry too.
    struct Verification {
        std::uint64_t entries = 0, signatures = 0, ops = 0;
        std::uint64_t revoked = 0; // of revoked workstations, after the last that counts
        std::vector<LogAlarm> alarms;
    };
    [[nodiscard]] base::Result<Verification>
    verify(bool decrypt, const std::function<bool(std::uint64_t done)>& proceed = {}) const;

    // Outbox.
    [[nodiscard]] Marks marks() const;
    [[nodiscard]] base::Result<>
    setUploaded(std::uint64_t seq); // seen back and covered by another head (I2)
    // Compares with marks kept elsewhere: RestoredImage if those are ahead (or of another history).
    [[nodiscard]] std::optional<LogAlarm> compare(const Marks& elsewhere) const;

private:
    struct Impl;
    explicit Log(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace chevet::log
