#include "export/recovery_kit_pdf.h"

#include "export/recovery_kit_words.h"
#include "export/sheet_painter.h"

namespace chevet::exporting {

using base::ErrorCode;

namespace {

constexpr int lineCount = 4;
constexpr double rowHeight = 46;

class KitPainter : private SheetPainter {
public:
    KitPainter(PdfDocument& pdf, const RecoveryKitSheet& sheet)
        : SheetPainter(pdf)
        , m_sheet(sheet)
        , m_words(recoveryKitWords(sheet.language)) {}

    bool paint(const std::vector<CodeLine>& lines) {
        const bool whole = head();
        codeTable(lines,
                  {.lineHead = m_words.lineHead,
                   .tableHead = m_words.tableHead,
                   .checkHead = m_words.checkHead,
                   .reading = m_words.reading},
                  rowHeight);
        advice();
        return whole;
    }

private:
    bool head() {
        title(m_words.title);
        fact(m_sheet.clinic);
        const QString date = m_sheet.created.toLocalTime().date().toString(Qt::ISODate);
        fact(m_words.numbered.arg(m_sheet.kitNumber).arg(date));
        fact(m_words.clinic.arg(m_sheet.fingerprint), "tnum, ss02, zero, kern=0");
        warning(m_words.warning);
        return qrCode(m_sheet.qrPayload, m_words.qrAlternative);
    }

    void advice() {
        down(24);
        reasons(m_words.reasons);
        const QString use[2] = {m_words.useTitle, m_words.use};
        reason(left, width, use);
        down(34);
        toFill(left, column, m_words.kept);
        toFill(left + column + 28, column, m_words.verified);
    }

    const RecoveryKitSheet& m_sheet;
    const RecoveryKitWords& m_words;
};

} // namespace

base::Result<QByteArray> renderRecoveryKit(const RecoveryKitSheet& sheet) {
    const auto lines = codeLines(sheet.code.view(), lineCount);
    if (!lines)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("RecoveryKitSheet"));
    const RecoveryKitWords& words = recoveryKitWords(sheet.language);
    PdfDocument pdf({.title = words.title,
                     .language = QLatin1String(words.language),
                     .created = sheet.created});
    if (!KitPainter(pdf, sheet).paint(*lines))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("RecoveryKitSheet"),
                          QStringLiteral("QR code"));
    return pdf.finish();
}

base::Result<> writeRecoveryKit(base::FileSystem& disk, const QString& path,
                                const RecoveryKitSheet& sheet) {
    CHEVET_TRY_ASSIGN(QByteArray bytes, renderRecoveryKit(sheet));
    return writeSecretDocument(disk, path, bytes, true);
}

} // namespace chevet::exporting
