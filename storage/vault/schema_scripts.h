#pragma once
// The numbered scripts of resources/sql, in order, as CMake put them into the program.

#include <vector>

namespace chevet::vault {

[[nodiscard]] std::vector<const char*> schemaScripts();

} // namespace chevet::vault
