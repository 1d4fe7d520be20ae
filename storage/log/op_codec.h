#pragma once
// A group of ops of one patient as CBOR (ENTRY.md §4). Internal to log.

#include "log/op.h"

#include <span>

namespace chevet::log {

[[nodiscard]] QByteArray encodeOps(std::span<const Op> ops);
// All for `patient`. Malformed, NewerVersion.
[[nodiscard]] base::Result<std::vector<Op>> decodeOps(QByteArrayView bytes,
                                                      const std::optional<base::Uuid>& patient);
// Upper bound of what an op adds to an entry, for packing.
[[nodiscard]] qsizetype encodedSizeBound(const Op& op) noexcept;

} // namespace chevet::log
