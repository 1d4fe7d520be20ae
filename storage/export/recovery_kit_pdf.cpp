#include "export/recovery_kit_pdf.h"

#include "export/pdf_document.h"
#include "export/recovery_kit_words.h"

#include <QFileInfo>
#include <qrencode.h>

#include <cairo.h>
#include <sodium.h>

namespace chevet::exporting {

using base::ErrorCode;

namespace {

constexpr int lineCount = 4, groupCount = 4;
constexpr double margin = 46; // 16 mm
constexpr double left = margin, width = 612 - 2 * margin;
constexpr double padding = 26;
constexpr double rowHeight = 46;
constexpr Colour ink = Colour::rgb(0x14202A), ink2 = Colour::rgb(0x42505C),
                 ink3 = Colour::rgb(0x56636F);
constexpr Colour rule = Colour::rgb(0xDCE2E6), frame = Colour::rgb(0xB9C3CA),
                 amber = Colour::rgb(0x7A4400);
constexpr Colour petrol = Colour::rgb(0x0B5870);

struct Line {
    std::array<QByteArrayView, groupCount> groups;
    QByteArrayView check;
};
using Lines = std::array<Line, lineCount>;

// Views into the secret text: "AAAA BBBB CCCC DDDD EE\n" four times, the last without line end.
std::optional<Lines> linesOf(QByteArrayView text) {
    constexpr qsizetype lineSize = groupCount * 5 + 2;
    if (text.size() != lineCount * (lineSize + 1) - 1)
        return std::nullopt;
    Lines lines;
    for (qsizetype i = 0; i < lineCount; ++i) {
        const QByteArrayView line = text.sliced(i * (lineSize + 1), lineSize);
        for (qsizetype j = 0; j < groupCount; ++j)
            lines[static_cast<std::size_t>(i)].groups[static_cast<std::size_t>(j)] =
                line.sliced(j * 5, 4);
        lines[static_cast<std::size_t>(i)].check = line.last(2);
    }
    return lines;
}

// 37 modules: what 83 signs take at level Q, which still reads with a quarter of the code spoiled.
bool drawQr(PdfDocument& pdf, const crypto::Secret& payload, double x, double y, double size) {
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(0, QR_ECLEVEL_Q),
                                                                  QRinput_free);
    const auto* signs = payload.bytes().data();
    if (QRinput_append(input.get(), QR_MODE_AN, static_cast<int>(payload.size()), signs) != 0)
        return false;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeInput(input.get()),
                                                               QRcode_free);
    if (!code)
        return false;
    const double module = size / code->width;
    cairo_t* canvas = pdf.canvas();
    cairo_set_source_rgb(canvas, ink.red, ink.green, ink.blue);
    for (int i = 0; i < code->width * code->width; ++i)
        if ((code->data[i] & 1U) != 0)
            cairo_rectangle(canvas, x + i % code->width * module, y + i / code->width * module,
                            module, module);
    cairo_fill(canvas);
    sodium_memzero(code->data,
                   static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
    return true;
}

// The bedside lamp of the programme, 24 units wide.
void drawLogo(PdfDocument& pdf, double x, double y, double size) {
    cairo_t* canvas = pdf.canvas();
    cairo_save(canvas);
    cairo_translate(canvas, x, y);
    cairo_scale(canvas, size / 24, size / 24);
    cairo_set_source_rgb(canvas, petrol.red, petrol.green, petrol.blue);
    cairo_set_line_width(canvas, 1.9);
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    constexpr double shade[4][2] = {{8, 3.5}, {16, 3.5}, {19, 12}, {5, 12}};
    for (const auto& corner : shade)
        cairo_line_to(canvas, corner[0], corner[1]);
    cairo_close_path(canvas);
    constexpr double strokes[3][4] = {{12, 12, 12, 18}, {3.5, 21, 20.5, 21}, {8.5, 18, 15.5, 18}};
    for (const auto& stroke : strokes) {
        cairo_move_to(canvas, stroke[0], stroke[1]);
        cairo_line_to(canvas, stroke[2], stroke[3]);
    }
    cairo_stroke(canvas);
    cairo_restore(canvas);
}

void drawTriangle(PdfDocument& pdf, double x, double y, double size) {
    cairo_t* canvas = pdf.canvas();
    cairo_set_source_rgb(canvas, amber.red, amber.green, amber.blue);
    cairo_set_line_width(canvas, size / 11);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    cairo_move_to(canvas, x + size / 2, y + size * 0.1);
    cairo_line_to(canvas, x + size * 0.95, y + size * 0.9);
    cairo_line_to(canvas, x + size * 0.05, y + size * 0.9);
    cairo_close_path(canvas);
    cairo_move_to(canvas, x + size / 2, y + size * 0.4);
    cairo_line_to(canvas, x + size / 2, y + size * 0.62);
    cairo_move_to(canvas, x + size / 2, y + size * 0.75);
    cairo_line_to(canvas, x + size / 2, y + size * 0.77);
    cairo_stroke(canvas);
}

class SheetPainter {
public:
    SheetPainter(PdfDocument& pdf, const RecoveryKitSheet& sheet, const Lines& lines)
        : m_pdf(pdf)
        , m_sheet(sheet)
        , m_words(recoveryKitWords(sheet.language))
        , m_lines(lines) {}

    bool paint() {
        const bool whole = head();
        table();
        advice();
        return whole;
    }

private:
    void paragraph(double x, double wide, const QString& words, const TextStyle& style) {
        const auto tag = m_pdf.tag("P");
        m_y += m_pdf.text(x, m_y, wide, words, style);
    }

    bool head() {
        constexpr double qrSize = 132;
        m_y = margin + 24;
        const double top = m_y;
        drawLogo(m_pdf, left + padding, m_y + 1, 22);
        {
            const auto tag = m_pdf.tag("H1");
            m_y += m_pdf.text(left + padding + 30, m_y, 300, m_words.title,
                              {.size = 19, .weight = 650, .leading = 1.25}) +
                   10;
        }
        const double wide = width - 2 * padding - qrSize - 18;
        const TextStyle facts{.size = 13, .colour = ink2, .leading = 1.46};
        paragraph(left + padding, wide, m_sheet.clinic, facts);
        const QString date = m_sheet.created.toLocalTime().date().toString(Qt::ISODate);
        paragraph(left + padding, wide, m_words.numbered.arg(m_sheet.kitNumber).arg(date), facts);
        paragraph(
            left + padding, wide, m_words.clinic.arg(m_sheet.fingerprint),
            {.size = 13, .colour = ink2, .leading = 1.46, .features = "tnum, ss02, zero, kern=0"});
        m_y += 10;
        drawTriangle(m_pdf, left + padding, m_y + 1, 14);
        paragraph(left + padding + 20, wide - 20, m_words.warning,
                  {.size = 12, .weight = 600, .colour = amber});
        const auto figure = m_pdf.figure(m_words.qrAlternative);
        const bool drawn =
            drawQr(m_pdf, m_sheet.qrPayload, left + width - padding - qrSize, top, qrSize);
        m_y = std::max(m_y, top + qrSize) + 18;
        return drawn;
    }

    void table() {
        {
            const auto table = m_pdf.tag("Table");
            tableHead();
            for (int i = 0; i < lineCount; ++i)
                tableRow(i);
        }
        m_pdf.line(left + padding, m_y, left + width - padding, m_y, rule);
        m_y += 12;
        paragraph(left + padding, width - 2 * padding, m_words.reading,
                  {.size = 12, .colour = ink2, .leading = 1.42});
        m_y += 20;
        m_pdf.box(left, margin, width, m_y - margin, frame);
    }

    void cell(const char* role, double x, double y, QByteArrayView words, const TextStyle& style) {
        const auto tag = m_pdf.tag(role);
        m_pdf.text(x, y, 0, words, style);
    }

    void tableHead() {
        const TextStyle style{.size = 12, .colour = ink3};
        const auto row = m_pdf.tag("TR");
        cell("TH", left + padding, m_y, m_words.lineHead.toUtf8(), style);
        cell("TH", groupX(0), m_y, m_words.tableHead.toUtf8(), style);
        cell("TH", checkX(), m_y, m_words.checkHead.toUtf8(), style);
        m_y += 21;
    }

    void tableRow(int index) {
        const Line& line = m_lines[static_cast<std::size_t>(index)];
        m_pdf.line(left + padding, m_y, left + width - padding, m_y, rule);
        const auto row = m_pdf.tag("TR");
        cell("TD", left + padding, m_y + 15, QByteArray::number(index + 1),
             {.size = 12, .colour = ink3});
        const TextStyle style{.size = 20,
                              .weight = 600,
                              .colour = ink,
                              .leading = 1.2,
                              .tracking = 0.06,
                              .features = "tnum, ss02, zero, kern=0"};
        {
            const auto tag = m_pdf.tag("TD");
            for (int j = 0; j < groupCount; ++j)
                m_pdf.text(groupX(j), m_y + 11, 0, line.groups[static_cast<std::size_t>(j)], style);
        }
        cell("TD", checkX(), m_y + 14, line.check,
             {.size = 15,
              .weight = 500,
              .colour = ink2,
              .leading = 1.2,
              .tracking = 0.05,
              .features = "tnum, ss02, zero, kern=0"});
        m_y += rowHeight;
    }

    static double groupX(int group) { return left + padding + 40 + group * 96; }
    static double checkX() { return left + width - padding - 48; }

    void advice() {
        m_y += 24;
        constexpr double column = (width - 28) / 2;
        for (int row = 0; row < 2; ++row) {
            const double top = m_y;
            double lowest = top;
            for (int i = 0; i < 2; ++i) {
                m_y = top;
                reason(left + i * (column + 28), column, m_words.reasons[row * 2 + i]);
                lowest = std::max(lowest, m_y);
            }
            m_y = lowest + 12;
        }
        const QString use[2] = {m_words.useTitle, m_words.use};
        reason(left, width, use);
        m_y += 34;
        toFill(left, column, m_words.kept);
        toFill(left + column + 28, column, m_words.verified);
    }

    void reason(double x, double wide, const QString (&words)[2]) {
        m_pdf.line(x, m_y, x + wide, m_y, rule);
        m_y += 8;
        {
            const auto tag = m_pdf.tag("H2");
            m_y +=
                m_pdf.text(x, m_y, wide, words[0], {.size = 12, .weight = 600, .leading = 1.4}) + 2;
        }
        paragraph(x, wide, words[1], {.size = 11, .colour = ink2, .leading = 1.45});
    }

    void toFill(double x, double wide, const QString& label) {
        const auto tag = m_pdf.tag("P");
        m_pdf.text(x, m_y - 13, 0, label, {.size = 10, .colour = ink3});
        m_pdf.line(x + 62, m_y, x + wide, m_y, ink3, 0.5);
    }

    PdfDocument& m_pdf;
    const RecoveryKitSheet& m_sheet;
    const RecoveryKitWords& m_words;
    const Lines& m_lines;
    double m_y = margin;
};

} // namespace

base::Result<QByteArray> renderRecoveryKit(const RecoveryKitSheet& sheet) {
    const auto lines = linesOf(sheet.code.view());
    if (!lines)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("RecoveryKitSheet"));
    const RecoveryKitWords& words = recoveryKitWords(sheet.language);
    PdfDocument pdf({.title = words.title,
                     .language = QLatin1String(words.language),
                     .created = sheet.created});
    if (!SheetPainter(pdf, sheet, *lines).paint())
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("RecoveryKitSheet"),
                          QStringLiteral("QR code"));
    return pdf.finish();
}

base::Result<> writeRecoveryKit(base::FileSystem& disk, const QString& path,
                                const RecoveryKitSheet& sheet) {
    CHEVET_TRY_ASSIGN(QByteArray bytes, renderRecoveryKit(sheet));
    const auto written = base::replaceFile(disk, path, bytes);
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!written)
        (void)disk.remove(path + QLatin1String(".new")); // replaceFile's own, half written
    return written;
}

} // namespace chevet::exporting
