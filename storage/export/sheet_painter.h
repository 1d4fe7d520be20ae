#pragma once
// What the sheets that carry a code have in common (the recovery kit, its shares): the lamp, the
// code in lines of four groups with its QR code, what to do with the paper. Letter, black and white
// safe. Internal to export.

#include "base/file_system.h"
#include "crypto/secret.h"
#include "export/pdf_document.h"

#include <array>
#include <optional>
#include <vector>

namespace chevet::exporting {

struct CodeLine {
    std::array<QByteArrayView, 4> groups;
    QByteArrayView check;
};
// Views into the secret text: "AAAA BBBB CCCC DDDD EE", `count` such lines separated by \n.
[[nodiscard]] std::optional<std::vector<CodeLine>> codeLines(QByteArrayView text, int count);

struct CodeTableWords {
    QString lineHead, tableHead, checkHead;
    QString reading; // how to read it, below
};

class SheetPainter {
public:
    explicit SheetPainter(PdfDocument& pdf)
        : m_pdf(pdf) {}

protected:
    static constexpr double margin = 46; // 16 mm
    static constexpr double left = margin, width = 612 - 2 * margin;
    static constexpr double padding = 26, qrSize = 132;
    // Beside the QR code.
    static constexpr double wideBesideQr = width - 2 * padding - qrSize - 18;
    static constexpr double column = (width - 28) / 2;

    void paragraph(double x, double wide, const QString& words, const TextStyle& style);
    void title(const QString& words); // with the lamp, at the top
    void fact(const QString& words, const char* features = "tnum");
    void warning(const QString& words);
    // At the right of the head, which ends below it. False: it does not fit a QR code.
    [[nodiscard]] bool qrCode(const crypto::Secret& payload, const QString& alternative);
    void codeTable(const std::vector<CodeLine>& lines, const CodeTableWords& words,
                   double rowHeight);
    void reasons(const QString (&words)[4][2]); // title and sentence, two by two
    void reason(double x, double wide, const QString (&words)[2]);
    void toFill(double x, double wide, const QString& label);
    void down(double by) { m_y += by; }

private:
    void cell(const char* role, double x, double y, QByteArrayView words, const TextStyle& style);
    void tableHead(const CodeTableWords& words);
    void tableRow(int number, const CodeLine& line, double height);

    PdfDocument& m_pdf;
    double m_y = margin;
};

// Writes a document that is a secret where the user asked. `replace` false: AlreadyExists if there
// is a file. Nothing is left there on failure; `bytes` are overwritten.
[[nodiscard]] base::Result<> writeSecretDocument(base::FileSystem& disk, const QString& path,
                                                 QByteArray& bytes, bool replace);

} // namespace chevet::exporting
