#include "export/share_pdf.h"

#include "export/share_words.h"
#include "export/sheet_painter.h"

namespace chevet::exporting {

using base::ErrorCode;

namespace {

constexpr int lineCount = 7;
constexpr double rowHeight = 27;

class SharePainter : private SheetPainter {
public:
    SharePainter(PdfDocument& pdf, const ShareSheet& sheet)
        : SheetPainter(pdf)
        , m_sheet(sheet)
        , m_words(shareWords(sheet.language)) {}

    bool paint(const std::vector<CodeLine>& lines) {
        title(m_words.title.arg(m_sheet.number).arg(m_sheet.total));
        fact(m_sheet.clinic);
        fact(m_words.enough.arg(m_sheet.needed).arg(m_sheet.total));
        const QString date = m_sheet.created.toLocalTime().date().toString(Qt::ISODate);
        constexpr const char* code = "tnum, ss02, zero, kern=0";
        fact(m_words.set.arg(m_sheet.set, date), code);
        fact(m_words.clinic.arg(m_sheet.fingerprint), code);
        warning(m_words.warning);
        const bool drawn = qrCode(m_sheet.qrPayload, m_words.qrAlternative);
        codeTable(lines,
                  {.lineHead = m_words.lineHead,
                   .tableHead = m_words.tableHead,
                   .checkHead = m_words.checkHead,
                   .reading = m_words.reading},
                  rowHeight);
        advice();
        return drawn;
    }

private:
    void advice() {
        QString told[4][2];
        for (int i = 0; i < 4; ++i)
            for (int part = 0; part < 2; ++part)
                told[i][part] = QString(m_words.reasons[i][part])
                                    .replace(QLatin1String("%1"), QString::number(m_sheet.needed));
        down(14);
        reasons(told);
        const QString use[2] = {m_words.useTitle, m_words.use};
        reason(left, width, use);
        down(28);
        toFill(left, column, m_words.keeper);
        toFill(left + column + 28, column, m_words.given);
    }

    const ShareSheet& m_sheet;
    const ShareWords& m_words;
};

} // namespace

base::Result<QByteArray> renderShare(const ShareSheet& sheet) {
    const auto lines = codeLines(sheet.code.view(), lineCount);
    if (!lines)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("ShareSheet"));
    const ShareWords& words = shareWords(sheet.language);
    PdfDocument pdf({.title = words.title.arg(sheet.number).arg(sheet.total),
                     .language = QLatin1String(words.language),
                     .created = sheet.created});
    if (!SharePainter(pdf, sheet).paint(*lines))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("ShareSheet"),
                          QStringLiteral("QR code"));
    return pdf.finish();
}

base::Result<> writeShare(base::FileSystem& disk, const QString& path, const ShareSheet& sheet) {
    CHEVET_TRY_ASSIGN(QByteArray bytes, renderShare(sheet));
    return writeSecretDocument(disk, path, bytes, false);
}

} // namespace chevet::exporting
