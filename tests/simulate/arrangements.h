#pragma once
// The fast layer: workstations as sets of versions of one resource, and nothing else of them. The
// same acts (writing on what one has, deleting, deciding, exchanging in part, a disk put back),
// with vault::arrange() as the only code under test.

#include <QStringList>

namespace chevet::simulate {

// Empty: everything held.
[[nodiscard]] QStringList checkArrangements(std::uint64_t seed);

} // namespace chevet::simulate
