#pragma once
// Entries: what is signed, sealed and chained (ENTRY.md §2–3). Three steps to write one:
//   prepareEntry  any thread, in parallel: checks, encodes, seals each patient's ops
//   sealEntry     in chain order, cheap: header, outer seal, signature, hash   (Log::append does
//   it)
// and one function to read one, openEntry: verify → decrypt → parse (I3); frames are decompressed
// by BodyCodec, capped, when they are used.

#include "log/membership.h"
#include "log/op.h"

#include <span>

namespace chevet::log {

constexpr qsizetype headerSize = 192;
constexpr qsizetype signatureSize = 64;
// What a packer aims at, and what any entry may be (one op with a long frame).
constexpr qsizetype entryTarget = 256LL * 1024;
constexpr qsizetype maxEntrySize = 1024LL * 1024;

enum class EntryType : std::uint8_t { Ops = 1, Heartbeat = 2 };

struct EntryHeader {
    EntryType type = EntryType::Ops;
    ClinicId clinic{};
    base::Uuid stream;
    std::uint64_t seq = 0; // from 1
    Hash prev{};           // entry hash of seq - 1; zero for seq 1
    Hash membershipHead{};
    std::uint32_t epoch = 0;
    Hash keyCommit{};
    crypto::Nonce nonce{};
    std::uint32_t sealedSize = 0;
};

// The fixed header and nothing more, bounds checked; no signature is verified. For walking a log.
[[nodiscard]] base::Result<EntryHeader> parseHeader(QByteArrayView entry);
[[nodiscard]] Hash entryHash(QByteArrayView entry);

struct KnownHead {
    base::Uuid stream;
    std::uint64_t seq = 0;
    Hash hash{};
    bool operator==(const KnownHead&) const = default;
};

// A file (or act) that needs several entries is shown only when all its parts are there.
struct Part {
    base::Uuid set;          // random, one per file
    std::uint32_t index = 1; // 1, 2, 3 …
    std::uint32_t count = 0; // 0: more follow; the last part has count == index
    bool operator==(const Part&) const = default;
};

struct EntryDraft {
    EntryType type = EntryType::Ops;
    std::vector<Op> ops{}; // any order; kept. Consecutive ops of one patient are sealed together
    std::vector<WrappedPatientKey> newKeys{}; // of patients that appear here for the first time
    std::vector<KnownHead> heads{};           // heads of other streams that changed
    std::optional<base::Uuid> author{};       // none: the workstation itself (an import)
    QByteArray reason{};                      // UTF-8, at most 4096 bytes
    std::uint64_t time =
        0; // hybrid logical clock: UTC milliseconds << 16 | counter; advisory (I10)
    std::optional<Part> part{};
};

// An entry ready for its place in the chain. Movable, safe to make on any thread.
struct PreparedEntry {
    EntryType type = EntryType::Ops;
    std::uint32_t epoch = 0;
    crypto::Nonce nonce{};
    QByteArray
        padded{}; // the plain payload, padded (Padmé); holds patients' ops sealed under their keys
};

// `authorKey` countersigns a clinical act; it must be the key of draft.author, or null.
// InvalidArgument, LimitExceeded (larger than maxEntrySize), UnknownKey.
[[nodiscard]] base::Result<PreparedEntry>
prepareEntry(const EntryDraft& draft, const KeyRing& keys,
             const crypto::SigningKey* authorKey = nullptr,
             base::Random& random = crypto::systemRandom());

struct ChainPlace {
    base::Uuid stream;
    std::uint64_t seq = 1;
    Hash prev{};
    Hash membershipHead{};
};
struct SealedEntry {
    QByteArray bytes{};
    Hash hash{};
};
[[nodiscard]] base::Result<SealedEntry> sealEntry(const PreparedEntry& entry,
                                                  const ChainPlace& place, const KeyRing& keys,
                                                  const crypto::SigningKey& device);

enum class AuthorProof { None, Verified, UnknownKey };

struct OpenedEntry {
    EntryHeader header;
    Hash hash{};
    EntryDraft content{}; // ops of patients whose key is gone are absent from it
    std::vector<base::Uuid>
        unreadable{}; // those patients: shredded, or their key has not arrived yet
    AuthorProof author = AuthorProof::None; // a wrong countersignature refuses the whole entry
};

// The public part: sizes, clinic, known device, known membership head, epoch commitment, signature.
// WrongClinic, UnknownKey, BadSignature, Malformed, NewerVersion, LimitExceeded; Revoked if all of
// that holds but its workstation was revoked and this entry comes after the last that counts.
[[nodiscard]] base::Result<EntryHeader> verifyEntry(QByteArrayView entry, const Membership& trust);

// Everything: verifyEntry, then decrypt, then strict parse. Additionally DecryptFailed. Patient
// keys come from the entry itself (newKeys) or from the ring. Place in the chain is the caller's to
// check.
[[nodiscard]] base::Result<OpenedEntry> openEntry(QByteArrayView entry, const Membership& trust,
                                                  const KeyRing& keys);

// The patients' keys an entry brings, also if it does not count (its workstation was revoked): what
// others wrote in such a file, before they knew, must stay readable. As openEntry, but for Revoked.
struct BroughtKeys {
    std::vector<WrappedPatientKey> keys{};
    bool counted = false;
};
[[nodiscard]] base::Result<BroughtKeys> keysBroughtBy(QByteArrayView entry, const Membership& trust,
                                                      const KeyRing& keys);

} // namespace chevet::log
