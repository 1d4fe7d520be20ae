#pragma once
// 200 queries as people at a reception type them, about patients of the generated clinic.

#include <QStringList>

namespace chevet::bench {

[[nodiscard]] QStringList realisticQueries(int patients); // of a clinic of so many

} // namespace chevet::bench
