#include "export/pdf_document.h"

#include "export/pdf_structure.h"

#include <QStringList>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <sodium.h>

namespace chevet::exporting {

namespace {

struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* canvas) const { cairo_destroy(canvas); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    auto* bytes = static_cast<QByteArray*>(closure);
    if (bytes->size() + qsizetype{length} > bytes->capacity())
        return CAIRO_STATUS_WRITE_ERROR; // never reallocated: no copy of the content is left behind
    bytes->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

constexpr qsizetype largestDocument = 64LL * 1024 * 1024; // reserved, not touched until written

void setMetadata(cairo_surface_t* surface, const PdfMeta& meta) {
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                   meta.title.toUtf8().constData());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Chevet " CHEVET_VERSION);
    const QByteArray date = meta.created.toUTC().toString(Qt::ISODate).toUtf8();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.constData());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.constData());
}

PangoAttrList* attributes(const TextStyle& style) {
    PangoAttrList* list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_features_new(style.features));
    pango_attr_list_insert(list, pango_attr_letter_spacing_new(
                                     static_cast<int>(style.tracking * style.size * PANGO_SCALE)));
    return list;
}

} // namespace

struct PdfDocument::State {
    QString language;
    QByteArray bytes;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> canvas;
    QStringList alternatives; // of figures, in the order of the document
    bool finished = false;

    ~State() {
        canvas.reset();
        surface.reset();
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
};

PdfDocument::PdfDocument(const PdfMeta& meta, QSizeF page)
    : m_state(std::make_unique<State>()) {
    m_state->language = meta.language;
    m_state->bytes.reserve(largestDocument);
    m_state->surface.reset(
        cairo_pdf_surface_create_for_stream(append, &m_state->bytes, page.width(), page.height()));
    setMetadata(m_state->surface.get(), meta);
    m_state->canvas.reset(cairo_create(m_state->surface.get()));
    cairo_tag_begin(m_state->canvas.get(), "Document", nullptr);
}

PdfDocument::~PdfDocument() = default;

PdfDocument::Tag::Tag(cairo_t* canvas, const char* role)
    : m_canvas(canvas)
    , m_role(role) {
    cairo_tag_begin(canvas, role, nullptr);
}
PdfDocument::Tag::~Tag() {
    cairo_tag_end(m_canvas, m_role);
}

PdfDocument::Tag PdfDocument::tag(const char* role) {
    return {m_state->canvas.get(), role};
}

PdfDocument::Tag PdfDocument::figure(const QString& alternative) {
    m_state->alternatives.append(alternative);
    return {m_state->canvas.get(), "Figure"};
}

double PdfDocument::text(double x, double y, double width, QByteArrayView text,
                         const TextStyle& style) {
    cairo_t* canvas = m_state->canvas.get();
    const Owned<PangoLayout> layout(pango_cairo_create_layout(canvas));
    const Owned<PangoFontDescription> font(
        pango_font_description_from_string("Inter, DejaVu Sans"));
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    const Owned<PangoAttrList> list(attributes(style));
    pango_layout_set_attributes(layout.get(), list.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    if (width > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    // The first baseline stands where a line of the asked height would put it.
    const double lineHeight = style.size * style.leading;
    PangoRectangle logical{};
    pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout.get(), 0), nullptr,
                                        &logical);
    const double above = (lineHeight - logical.height) / 2;
    pango_layout_set_line_spacing(layout.get(),
                                  static_cast<float>(lineHeight / std::max(1, logical.height)));
    cairo_set_source_rgb(canvas, style.colour.red, style.colour.green, style.colour.blue);
    cairo_move_to(canvas, x, y + above);
    pango_cairo_show_layout(canvas, layout.get());
    return lineHeight * pango_layout_get_line_count(layout.get());
}

double PdfDocument::text(double x, double y, double width, const QString& words,
                         const TextStyle& style) {
    return text(x, y, width, QByteArrayView(words.toUtf8()), style);
}

void PdfDocument::line(double x1, double y1, double x2, double y2, Colour colour,
                       double thickness) {
    cairo_t* canvas = m_state->canvas.get();
    cairo_set_source_rgb(canvas, colour.red, colour.green, colour.blue);
    cairo_set_line_width(canvas, thickness);
    cairo_move_to(canvas, x1, y1);
    cairo_line_to(canvas, x2, y2);
    cairo_stroke(canvas);
}

void PdfDocument::box(double x, double y, double width, double height, Colour colour,
                      double thickness) {
    cairo_t* canvas = m_state->canvas.get();
    cairo_set_source_rgb(canvas, colour.red, colour.green, colour.blue);
    cairo_set_line_width(canvas, thickness);
    cairo_rectangle(canvas, x, y, width, height);
    cairo_stroke(canvas);
}

void PdfDocument::nextPage() {
    cairo_show_page(m_state->canvas.get());
}

cairo_t* PdfDocument::canvas() {
    return m_state->canvas.get();
}

base::Result<QByteArray> PdfDocument::finish() {
    if (std::exchange(m_state->finished, true))
        return base::fail(base::ErrorCode::Internal, QStringLiteral("PdfDocument"),
                          QStringLiteral("finished twice"));
    cairo_tag_end(m_state->canvas.get(), "Document");
    const cairo_status_t drawn = cairo_status(m_state->canvas.get());
    m_state->canvas.reset();
    cairo_surface_finish(m_state->surface.get());
    const cairo_status_t written = cairo_surface_status(m_state->surface.get());
    for (const cairo_status_t status : {drawn, written})
        if (status != CAIRO_STATUS_SUCCESS)
            return base::fail(base::ErrorCode::Internal, QStringLiteral("cairo"),
                              QString::fromUtf8(cairo_status_to_string(status)));
    return completeStructure(m_state->bytes, m_state->language, m_state->alternatives);
}

} // namespace chevet::exporting
