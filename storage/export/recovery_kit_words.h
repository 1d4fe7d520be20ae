#pragma once
// What stands on the recovery kit's sheet, in both languages.

#include "export/recovery_kit_pdf.h"

namespace chevet::exporting {

struct RecoveryKitWords {
    const char* language; // BCP 47
    QString title;
    QString numbered; // %1 number, %2 date
    QString clinic;   // %1 fingerprint
    QString warning;
    QString qrAlternative;
    QString tableHead, checkHead, lineHead;
    QString reading;
    QString reasons[4][2]; // title, sentence
    QString useTitle, use;
    QString kept, verified;
};

[[nodiscard]] const RecoveryKitWords& recoveryKitWords(DocumentLanguage language);

} // namespace chevet::exporting
