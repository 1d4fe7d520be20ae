#include "export/share_text.h"

#include "export/share_words.h"
#include "export/sheet_painter.h"

#include <algorithm>

namespace chevet::exporting {

crypto::Secret shareText(const ShareSheet& sheet) {
    const ShareWords& words = shareWords(sheet.language);
    const QString date = sheet.created.toLocalTime().date().toString(Qt::ISODate);
    QByteArray remarks;
    for (const QString& line :
         {QString(words.title.arg(sheet.number).arg(sheet.total)),
          QString(words.enough.arg(sheet.needed).arg(sheet.total)),
          QString(words.set.arg(sheet.set, date)), QString(words.clinic.arg(sheet.fingerprint)),
          sheet.clinic, words.warning, words.use})
        remarks += "# " + line.simplified().toUtf8() + '\n'; // a name cannot end its line
    crypto::Secret text(static_cast<std::size_t>(remarks.size()) + sheet.code.size() + 1);
    const auto code = std::ranges::copy(remarks, text.bytes().begin()).out;
    *std::ranges::copy(sheet.code.bytes(), code).out = '\n';
    return text;
}

base::Result<> writeShareText(base::FileSystem& disk, const QString& path,
                              const ShareSheet& sheet) {
    QByteArray bytes = shareText(sheet).view().toByteArray();
    return writeSecretDocument(disk, path, bytes, false);
}

} // namespace chevet::exporting
