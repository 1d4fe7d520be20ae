#include "ui/pages/firstrun/kit_sheet.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"

#include <QPainter>
#include <QPdfWriter>
#include <qrencode.h>

#include <memory>

namespace chevet::pages {

using namespace widgets;

namespace {

// The sheet is drawn at 100 % and scaled by the painter; it is paper, so no theme applies.
constexpr int sheetWidth = 520, sheetHeight = 444;
const QColor ink(0x14, 0x20, 0x2A), ink2(0x42, 0x50, 0x5C), ink3(0x56, 0x63, 0x6F);
const QColor rule(0xDC, 0xE2, 0xE6), petrol(0x0B, 0x58, 0x70), amber(0x7A, 0x44, 0x00);

QFont paperFont(double size, Weight weight = Weight::Regular, double spacing = 0) {
    QFont font = Theme::instance().font(size, weight);
    font.setPixelSize(int(size)); // Theme scales for the screen; the painter scales here
    if (spacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, size * spacing);
    return font;
}

void put(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
         const QColor& colour, int flags = Qt::AlignLeft | Qt::AlignVCenter) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, flags, text);
}

} // namespace

KitSheet::KitSheet(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Trousse de récupération, telle qu’elle s’imprime"));
}

void KitSheet::setKit(std::shared_ptr<viewmodels::RecoverySheet> kit, const KitFacts& facts) {
    m_kit = std::move(kit);
    m_facts = facts;
    update();
}

void KitSheet::setMasked(const QList<Place>& places) {
    m_masked = places;
    update();
}

bool KitSheet::isMasked(int line, int group) const {
    return m_masked.contains(Place(line, group));
}

void KitSheet::setSmall(bool small) {
    m_small = small;
    updateGeometry();
}

QSize KitSheet::sizeHint() const {
    const double scale = m_small ? 0.82 : 1;
    return {px(scale * sheetWidth), px(scale * sheetHeight)};
}

void KitSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Qt::white);
    painter.setPen(QColor(0xB9, 0xC3, 0xCA));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.scale(double(width()) / sheetWidth, double(width()) / sheetWidth);
    if (m_kit)
        paintSheet(painter, true);
    else
        put(painter, QRectF(0, 0, sheetWidth, sheetHeight), tr("Préparation de la trousse"),
            paperFont(14), ink2, Qt::AlignCenter);
}

void KitSheet::paintWhole(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    paintSheet(painter, false);
}

void KitSheet::paintSheet(QPainter& painter, bool masked) const {
    paintHead(painter, masked);
    const double top = 168;
    put(painter, QRectF(48, top, 300, 16), tr("64\u00a0signes, 4\u00a0lignes de 4\u00a0groupes"),
        paperFont(12), ink3);
    put(painter, QRectF(430, top, 64, 16), tr("contrôle"), paperFont(12), ink3,
        Qt::AlignRight | Qt::AlignVCenter);
    for (int line = 0; line < 4; ++line)
        paintLine(painter, line, int(top) + 20 + line * 50, masked);
    painter.fillRect(QRectF(26, top + 220, sheetWidth - 52, 1), rule);
    put(painter, QRectF(26, top + 228, sheetWidth - 52, 36),
        tr("0 est le chiffre zéro\u202f; les lettres I, L, O et U ne servent pas. Le contrôle en "
           "fin "
           "de ligne révèle une erreur de copie."),
        paperFont(12), ink2, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap);
}

void KitSheet::paintHead(QPainter& painter, bool masked) const {
    paintIcon(&painter, QRectF(26, 23, 19, 19), QStringLiteral("logo"), petrol);
    put(painter, QRectF(53, 21, 300, 23), tr("Trousse de récupération"),
        paperFont(17, Weight::Bold), ink);
    put(painter, QRectF(26, 54, 320, 19), m_facts.clinic, paperFont(13), ink2);
    put(painter, QRectF(26, 73, 320, 19),
        tr("Trousse n°\u00a0"
           "1, créée le %1")
            .arg(m_facts.created),
        paperFont(13), ink2);
    if (!m_facts.fingerprint.isEmpty())
        put(painter, QRectF(26, 92, 320, 19), tr("Clinique %1").arg(m_facts.fingerprint),
            paperFont(13), ink2);
    paintIcon(&painter, QRectF(26, 120, 14, 14), QStringLiteral("triangle-alert"), amber);
    put(painter, QRectF(46, 119, 330, 16), tr("Ouvre tous les dossiers. À ranger sous clé."),
        paperFont(12, Weight::Semi), amber);
    const QRectF qr(sheetWidth - 26 - 124, 22, 124, 124);
    if (!masked) {
        paintQr(painter, qr);
        return;
    }
    // The code would give the masked groups away (DESIGN.md §10).
    painter.fillRect(qr, QColor(0xF4, 0xF6, 0xF8));
    paintHatch(&painter, qr, QColor(0xC9, 0xD1, 0xD8), 6);
    QPen dashed(QColor(0x76, 0x83, 0x8F), 1);
    dashed.setDashPattern({3, 3});
    painter.setPen(dashed);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(qr);
    painter.fillRect(qr.adjusted(8, 44, -8, -44), Qt::white);
    put(painter, qr.adjusted(8, 44, -8, -44), tr("QR sur la feuille\nimprimée"), paperFont(12),
        ink2, Qt::AlignCenter);
}

void KitSheet::paintLine(QPainter& painter, int line, int top, bool masked) const {
    painter.fillRect(QRectF(26, top, sheetWidth - 52, 1), rule);
    put(painter, QRectF(26, top, 20, 50), QString::number(line + 1), paperFont(12), ink3);
    for (int group = 0; group < 4; ++group) {
        const QRectF box(48 + group * 99.5, top, 95, 50);
        if (masked && isMasked(line, group)) {
            const QRectF tile(box.left() - 5, top + 11, 74, 28);
            painter.fillRect(tile, QColor(0xF4, 0xF6, 0xF8));
            paintHatch(&painter, tile, QColor(0xC9, 0xD1, 0xD8), 6);
            QPen dashed(QColor(0x76, 0x83, 0x8F), 1);
            dashed.setDashPattern({3, 3});
            painter.setPen(dashed);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(tile, 3, 3);
        } else {
            // Set wide on screen; on paper as one word each, so that the PDF reads as it looks.
            put(painter, box, m_kit->group(line, group),
                paperFont(19, Weight::Semi, masked ? 0.09 : 0), ink);
        }
    }
    put(painter, QRectF(446, top, 14, 50), QStringLiteral("·"), paperFont(13),
        QColor(0x76, 0x83, 0x8F));
    put(painter, QRectF(460, top, 40, 50), m_kit->check(line), paperFont(14, Weight::Medium), ink2);
}

void KitSheet::paintQr(QPainter& painter, const QRectF& box) const {
    const QByteArray payload = m_kit->qrPayload();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(payload.size()),
                          reinterpret_cast<const unsigned char*>(payload.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return;
    const double side = box.width() / code->width;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                painter.fillRect(QRectF(box.left() + x * side, box.top() + y * side, side, side),
                                 ink);
        }
    }
    painter.restore();
}

bool KitSheet::writePdf(const QString& path) const {
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    writer.setTitle(tr("Trousse de récupération"));
    writer.setCreator(QStringLiteral("Chevet"));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(writer.logicalDpiX() / 96.0, writer.logicalDpiY() / 96.0);
    painter.translate(60, 40);
    paintWhole(painter);
    return painter.end();
}

} // namespace chevet::pages
