#pragma once
// The sheet of one share of the recovery kit, one Letter page, black and white safe: which part it
// is and how many are enough, the code, what to do with it.

#include "export/recovery_kit_pdf.h"

namespace chevet::exporting {

struct ShareSheet {
    QString clinic;
    QString fingerprint; // of the clinic, "5C20 A9F4"
    QString set;         // "3F9A 01C7"
    int number = 1, needed = 2, total = 2;
    QDateTime created;
    crypto::Secret code;      // keychain::KitShare::text(): seven lines "7R4K 09MD WXTE 5P2H Q6"
    crypto::Secret qrPayload; // keychain::KitShare::qrPayload()
    DocumentLanguage language = DocumentLanguage::French;
};

// The PDF in memory; overwrite it after use. InvalidArgument if the code is not seven lines of five
// groups.
[[nodiscard]] base::Result<QByteArray> renderShare(const ShareSheet& sheet);

// Writes it where the user asked, mode 0600, durable on return. AlreadyExists: no file is ever
// replaced. On failure nothing of the share is left there.
[[nodiscard]] base::Result<> writeShare(base::FileSystem& disk, const QString& path,
                                        const ShareSheet& sheet);

} // namespace chevet::exporting
