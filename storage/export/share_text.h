#pragma once
// A share as a text file: what the sheet says about it in lines that begin with #, then the code.

#include "export/share_pdf.h"

namespace chevet::exporting {

// UTF-8. keychain::parseShare() reads it as it is.
[[nodiscard]] crypto::Secret shareText(const ShareSheet& sheet);

// As writeShare().
[[nodiscard]] base::Result<> writeShareText(base::FileSystem& disk, const QString& path,
                                            const ShareSheet& sheet);

} // namespace chevet::exporting
