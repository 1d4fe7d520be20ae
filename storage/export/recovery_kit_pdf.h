#pragma once
// The sheet of the clinic's recovery kit (picture 14), one Letter page, black and white safe.

#include "base/file_system.h"
#include "crypto/secret.h"

#include <QDateTime>
#include <QString>

namespace chevet::exporting {

enum class DocumentLanguage { French, English };

struct RecoveryKitSheet {
    QString clinic;
    QString fingerprint; // "5C20 A9F4"
    int kitNumber = 1;
    QDateTime created;
    crypto::Secret code;      // keychain::RecoveryCode::text(): four lines "7R4K 09MD WXTE 5P2H Q6"
    crypto::Secret qrPayload; // keychain::RecoveryCode::qrPayload()
    DocumentLanguage language = DocumentLanguage::French;
};

// The PDF in memory. It is the kit itself: overwrite it after use. (cairo and qpdf do not wipe
// their own buffers; the process being not dumpable is what protects those.) InvalidArgument if the
// code is not four lines of five groups.
[[nodiscard]] base::Result<QByteArray> renderRecoveryKit(const RecoveryKitSheet& sheet);

// Writes it where the user asked, durable on return; replaces a file of that name. On failure
// nothing of the kit is left there.
[[nodiscard]] base::Result<> writeRecoveryKit(base::FileSystem& disk, const QString& path,
                                              const RecoveryKitSheet& sheet);

} // namespace chevet::exporting
