#include "export/sheet_painter.h"

#include <qrencode.h>

#include <cairo.h>
#include <sodium.h>

namespace chevet::exporting {

using base::ErrorCode;

namespace {

constexpr int groupCount = 4;
constexpr Colour ink = Colour::rgb(0x14202A), ink2 = Colour::rgb(0x42505C),
                 ink3 = Colour::rgb(0x56636F);
constexpr Colour rule = Colour::rgb(0xDCE2E6), frame = Colour::rgb(0xB9C3CA),
                 amber = Colour::rgb(0x7A4400);
constexpr Colour petrol = Colour::rgb(0x0B5870);
constexpr const char* codeFeatures = "tnum, ss02, zero, kern=0";

// Level Q: it still reads with a quarter of the code spoiled. 37 modules for the kit's 83 signs, 49
// for a share's 138.
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

} // namespace

std::optional<std::vector<CodeLine>> codeLines(QByteArrayView text, int count) {
    constexpr qsizetype lineSize = groupCount * 5 + 2;
    if (text.size() != count * (lineSize + 1) - 1)
        return std::nullopt;
    std::vector<CodeLine> lines(static_cast<std::size_t>(count));
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArrayView line = text.sliced(i * (lineSize + 1), lineSize);
        CodeLine& into = lines[static_cast<std::size_t>(i)];
        for (qsizetype j = 0; j < groupCount; ++j)
            into.groups[static_cast<std::size_t>(j)] = line.sliced(j * 5, 4);
        into.check = line.last(2);
    }
    return lines;
}

void SheetPainter::paragraph(double x, double wide, const QString& words, const TextStyle& style) {
    const auto tag = m_pdf.tag("P");
    m_y += m_pdf.text(x, m_y, wide, words, style);
}

void SheetPainter::title(const QString& words) {
    m_y = margin + 24;
    drawLogo(m_pdf, left + padding, m_y + 1, 22);
    const auto tag = m_pdf.tag("H1");
    m_y += m_pdf.text(left + padding + 30, m_y, 300, words,
                      {.size = 19, .weight = 650, .leading = 1.25}) +
           10;
}

void SheetPainter::fact(const QString& words, const char* features) {
    paragraph(left + padding, wideBesideQr, words,
              {.size = 13, .colour = ink2, .leading = 1.46, .features = features});
}

void SheetPainter::warning(const QString& words) {
    m_y += 10;
    drawTriangle(m_pdf, left + padding, m_y + 1, 14);
    paragraph(left + padding + 20, wideBesideQr - 20, words,
              {.size = 12, .weight = 600, .colour = amber});
}

bool SheetPainter::qrCode(const crypto::Secret& payload, const QString& alternative) {
    constexpr double top = margin + 24;
    const auto figure = m_pdf.figure(alternative);
    const bool drawn = drawQr(m_pdf, payload, left + width - padding - qrSize, top, qrSize);
    m_y = std::max(m_y, top + qrSize) + 18;
    return drawn;
}

void SheetPainter::codeTable(const std::vector<CodeLine>& lines, const CodeTableWords& words,
                             double rowHeight) {
    {
        const auto table = m_pdf.tag("Table");
        tableHead(words);
        int number = 0;
        for (const CodeLine& line : lines)
            tableRow(++number, line, rowHeight);
    }
    m_pdf.line(left + padding, m_y, left + width - padding, m_y, rule);
    m_y += 12;
    paragraph(left + padding, width - 2 * padding, words.reading,
              {.size = 12, .colour = ink2, .leading = 1.42});
    m_y += 20;
    m_pdf.box(left, margin, width, m_y - margin, frame);
}

void SheetPainter::cell(const char* role, double x, double y, QByteArrayView words,
                        const TextStyle& style) {
    const auto tag = m_pdf.tag(role);
    m_pdf.text(x, y, 0, words, style);
}

namespace {
constexpr double groupX(double left, int group) {
    return left + 40 + group * 96;
}
} // namespace

void SheetPainter::tableHead(const CodeTableWords& words) {
    const TextStyle style{.size = 12, .colour = ink3};
    const auto row = m_pdf.tag("TR");
    cell("TH", left + padding, m_y, words.lineHead.toUtf8(), style);
    cell("TH", groupX(left + padding, 0), m_y, words.tableHead.toUtf8(), style);
    cell("TH", left + width - padding - 48, m_y, words.checkHead.toUtf8(), style);
    m_y += 21;
}

void SheetPainter::tableRow(int number, const CodeLine& line, double height) {
    const double top = m_y + (height - 46) / 2; // of the text, in a row of 46
    m_pdf.line(left + padding, m_y, left + width - padding, m_y, rule);
    const auto row = m_pdf.tag("TR");
    cell("TD", left + padding, top + 15, QByteArray::number(number), {.size = 12, .colour = ink3});
    const TextStyle style{.size = 20,
                          .weight = 600,
                          .colour = ink,
                          .leading = 1.2,
                          .tracking = 0.06,
                          .features = codeFeatures};
    {
        const auto tag = m_pdf.tag("TD");
        for (int j = 0; j < groupCount; ++j)
            m_pdf.text(groupX(left + padding, j), top + 11, 0,
                       line.groups[static_cast<std::size_t>(j)], style);
    }
    cell("TD", left + width - padding - 48, top + 14, line.check,
         {.size = 15,
          .weight = 500,
          .colour = ink2,
          .leading = 1.2,
          .tracking = 0.05,
          .features = codeFeatures});
    m_y += height;
}

void SheetPainter::reasons(const QString (&words)[4][2]) {
    for (int row = 0; row < 2; ++row) {
        const double top = m_y;
        double lowest = top;
        for (int i = 0; i < 2; ++i) {
            m_y = top;
            reason(left + i * (column + 28), column, words[row * 2 + i]);
            lowest = std::max(lowest, m_y);
        }
        m_y = lowest + 12;
    }
}

void SheetPainter::reason(double x, double wide, const QString (&words)[2]) {
    m_pdf.line(x, m_y, x + wide, m_y, rule);
    m_y += 8;
    {
        const auto tag = m_pdf.tag("H2");
        m_y += m_pdf.text(x, m_y, wide, words[0], {.size = 12, .weight = 600, .leading = 1.4}) + 2;
    }
    paragraph(x, wide, words[1], {.size = 11, .colour = ink2, .leading = 1.45});
}

void SheetPainter::toFill(double x, double wide, const QString& label) {
    const auto tag = m_pdf.tag("P");
    m_pdf.text(x, m_y - 13, 0, label, {.size = 10, .colour = ink3});
    m_pdf.line(x + 62, m_y, x + wide, m_y, ink3, 0.5);
}

base::Result<> writeSecretDocument(base::FileSystem& disk, const QString& path, QByteArray& bytes,
                                   bool replace) {
    base::Result<> written;
    const bool claims = !replace;
    if (claims) // nobody else can make a file of that name in between
        if (const auto claimed = disk.open(path, base::OpenMode::CreateNew); !claimed)
            written = std::unexpected(claimed.error());
    const bool mine = written.has_value();
    if (mine)
        written = base::replaceFile(disk, path, bytes);
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!written && mine) {
        (void)disk.remove(path + QLatin1String(".new")); // replaceFile's own, half written
        if (claims)
            (void)disk.remove(path);
    }
    return written;
}

} // namespace chevet::exporting
