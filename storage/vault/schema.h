#pragma once
// Numbered revisions of the view's tables (resources/sql). A view is never migrated in place: it
// can be made again from the log, so an older revision is set aside and rebuilt, which is the one
// path that is tested every day. A newer revision belongs to a newer Chevet: NewerVersion, nothing
// touched.

#include "vault/database.h"

namespace chevet::vault {

constexpr int schemaRevision = 2;

// The revision of an open database: 0 for an empty one.
[[nodiscard]] base::Result<int> revisionOf(Database& database);
// Makes every table in an empty database; one transaction.
[[nodiscard]] base::Result<> createSchema(Database& database);

} // namespace chevet::vault
