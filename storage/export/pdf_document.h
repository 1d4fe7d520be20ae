#pragma once
// A tagged PDF, drawn page by page in points (1/72 inch) from the top left corner. Fonts are
// embedded; language, title, table headers and alternative texts are those a screen reader needs
// (PDF/UA's, as far as cairo reaches). One thread at a time.

#include "base/result.h"

#include <QDateTime>
#include <QSizeF>
#include <QString>

#include <memory>

using cairo_t = struct _cairo;

namespace chevet::exporting {

struct PdfMeta {
    QString title;
    QString language; // BCP 47: "fr-CA"
    QDateTime created;
};

struct Colour {
    double red = 0, green = 0, blue = 0;
    static constexpr Colour rgb(unsigned hex) {
        return {(hex >> 16U & 255U) / 255.0, (hex >> 8U & 255U) / 255.0, (hex & 255U) / 255.0};
    }
};

struct TextStyle {
    double size = 9;  // points; 9 is the floor (DESIGN.md §9.19)
    int weight = 400; // 100 to 900
    Colour colour = Colour::rgb(0x14202A);
    double leading = 1.35;         // line height ÷ size
    double tracking = 0;           // letter spacing ÷ size
    const char* features = "tnum"; // OpenType
};

constexpr QSizeF letterPage{612, 792};

class PdfDocument {
public:
    explicit PdfDocument(const PdfMeta& meta, QSizeF page = letterPage);
    ~PdfDocument();
    PdfDocument(const PdfDocument&) = delete;
    PdfDocument& operator=(const PdfDocument&) = delete;

    // A structure element ("H1", "P", "Table", "TR", "TH", "TD", "L", "LI" …) open as long as it
    // lives.
    class [[nodiscard]] Tag {
    public:
        ~Tag();
        Tag(const Tag&) = delete;
        Tag& operator=(const Tag&) = delete;

    private:
        friend class PdfDocument;
        Tag(cairo_t* canvas, const char* role);
        cairo_t* m_canvas;
        const char* m_role;
    };
    Tag tag(const char* role);
    Tag figure(const QString& alternative); // what a person hears instead of the picture

    // Draws and returns the height used. Wraps at `width`; 0: one line. `text` is UTF-8.
    double text(double x, double y, double width, QByteArrayView text, const TextStyle& style);
    double text(double x, double y, double width, const QString& text, const TextStyle& style);
    void line(double x1, double y1, double x2, double y2, Colour colour, double thickness = 0.75);
    void box(double x, double y, double width, double height, Colour colour,
             double thickness = 0.75); // outline
    void nextPage();
    [[nodiscard]] cairo_t* canvas(); // for what is not here

    // The whole file. Internal if cairo or qpdf refuse. Nothing may be drawn afterwards.
    [[nodiscard]] base::Result<QByteArray> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::exporting
