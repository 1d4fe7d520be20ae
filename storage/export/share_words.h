#pragma once
// What stands on the sheet of a share, in both languages.

#include "export/share_pdf.h"

namespace chevet::exporting {

struct ShareWords {
    const char* language; // BCP 47
    QString title;        // %1 number, %2 of how many
    QString enough;       // %1 needed, %2 of how many
    QString set;          // %1 set, %2 date
    QString clinic;       // %1 fingerprint
    QString warning;
    QString qrAlternative;
    QString tableHead, checkHead, lineHead;
    QString reading;
    QString reasons[4][2]; // title, sentence; %1 needed
    QString useTitle, use;
    QString keeper, given;
};

[[nodiscard]] const ShareWords& shareWords(DocumentLanguage language);

} // namespace chevet::exporting
