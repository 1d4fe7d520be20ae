#pragma once
// Op: one change to one resource, the unit the view is built from (ENTRY.md §4). Ops travel in
// entries; an op's digest is its identity: parents name digests, the per-patient digest of the view
// (I7) is made of them. Plain values, no behaviour but the checks.

#include "base/result.h"
#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

namespace chevet::log {

using crypto::Hash;

// Numbers are part of the format: never reuse one.
enum class OpKind : std::uint8_t {
    Put = 1,       // a whole version of a resource
    Merge = 2,     // a version made by the merge rules from two or more parents
    Tombstone = 3, // hidden from now on; the body may hold the reason
    Resolve = 4,   // a clinician's decision between all leaves (parents)
    Shred = 5,     // legal destruction of the patient's key; no body
    Access = 6,    // who read, printed, exported: type and id name what, body is the audit record
    Note = 7,      // facts of the vault itself that are no FHIR resource (type "chevet-…")
    Earlier = 8,   // a version its source wrote before the current one: for the history only
};

// Where an imported resource came from, counted as import does (from 1).
struct Source {
    enum class Place : std::uint8_t { Whole = 0, Entry = 1, Line = 2 }; // Bundle entry, NDJSON line
    QByteArray file{}; // name without folder, UTF-8, at most 1024 bytes
    Place place = Place::Whole;
    std::uint32_t number = 0;
    bool operator==(const Source&) const = default;
};

// An encrypted blob this op needs. Its key is never written anywhere: it is derived from the op's
// patient key (or, without a patient, from the epoch key `epoch`) and the blob's id.
struct BlobRef {
    base::Uuid id;
    std::uint64_t size = 0;  // plain bytes
    Hash hash{};             // BLAKE2b-256 of the plain bytes
    QByteArray pointer{};    // JSON pointer of the string it replaces; empty: the blob is the op's
                             // whole frame
    std::uint32_t epoch = 0; // 0: the patient's key
    bool operator==(const BlobRef&) const = default;
};

struct Op {
    OpKind kind = OpKind::Put;
    std::optional<base::Uuid>
        patient{};             // id of the patient's key and file; none: shared (Organization …)
    QByteArray resourceType{}; // letters and hyphens, 1 to 64
    QByteArray resourceId{};   // [A-Za-z0-9.-]{1,64}
    std::vector<Hash>
        parents{};     // digests of the versions this one replaces, sorted, distinct, at most 64
    QByteArray body{}; // a BodyCodec frame, or empty
    std::vector<BlobRef> blobs{}; // at most 1024
    std::optional<Source> source{};
    bool operator==(const Op&) const = default;
};

// Largest frame kept inside an entry; a longer one goes to a blob (BlobRef with an empty pointer).
constexpr qsizetype maxInlineFrame = 768LL * 1024;

// InvalidArgument with the field's name in `where` if a limit above is not kept.
[[nodiscard]] base::Result<> checkOp(const Op& op);

// BLAKE2b-256 over kind, patient, type, id, parents, the hash of the *uncompressed* body and the
// hashes of the blobs other than the body's own. Two imports of one file give equal digests; the
// compressor's version, the source and the place in the log play no part.
[[nodiscard]] Hash opDigest(const Op& op, const Hash& plainBodyHash);
[[nodiscard]] Hash opDigest(const Op& op, QByteArrayView plainBody);

} // namespace chevet::log
