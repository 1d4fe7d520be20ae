#include "ui/widgets/banner.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace chevet::widgets {

IdentityBanner::IdentityBanner(QWidget* parent)
    : QWidget(parent)
    , m_namesake(new Chip({}, ChipKind::BannerNamesake, {}, this))
    , m_allergies(new Chip({}, ChipKind::BannerAllergy, {}, this))
    , m_edit(new Button(tr("Modifier"), Button::Kind::OnBanner, this)) {
    m_edit->setGlyph(QStringLiteral("pencil"));
    m_edit->setAccessibleName(tr("Modifier les coordonnées et l’identité"));
    m_edit->hide();
    connect(m_edit, &QAbstractButton::clicked, this, &IdentityBanner::editRequested);
    setProperty("darkGround", true); // the focus ring is white here
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
}

void IdentityBanner::setIdentity(const Identity& identity) {
    m_identity = identity;
    m_namesake->set(tr("Homonyme possible"), ChipKind::BannerNamesake, QStringLiteral("users"));
    m_namesake->setVisible(identity.namesake);
    if (identity.allergiesUnknown || identity.allergiesNone)
        m_allergies->set(identity.allergies, ChipKind::Plain,
                         identity.allergiesUnknown ? QStringLiteral("circle-question")
                                                   : QStringLiteral("circle-check"));
    else
        m_allergies->set(identity.allergies, ChipKind::BannerAllergy,
                         QStringLiteral("octagon-alert"));
    QStringList spoken{identity.name};
    for (const Cell& cell : identity.cells)
        spoken << cell.label + u' ' + cell.value;
    if (identity.namesake)
        spoken << tr("Homonyme possible");
    spoken << identity.allergies;
    setAccessibleName(spoken.join(QLatin1String(", ")));
    arrange();
}

void IdentityBanner::setEditable(const QString& whyNot) {
    m_edit->setReason(whyNot);
    if (whyNot.isEmpty())
        m_edit->setToolTip(m_edit->accessibleName() + tr(" (Ctrl+Maj+I)"));
    m_edit->show();
    arrange();
}

void IdentityBanner::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    arrange();
}

QSize IdentityBanner::sizeHint() const {
    return {px(900), px(m_compact ? 54 : 64)};
}

QSize IdentityBanner::minimumSizeHint() const {
    return {px(400), px(m_compact ? 54 : 64)};
}

void IdentityBanner::resizeEvent(QResizeEvent*) {
    arrange();
}

void IdentityBanner::arrange() {
    int x = width() - px(14);
    const auto place = [&](QWidget* widget) {
        const QSize size = widget->sizeHint();
        x -= size.width();
        widget->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x -= px(8);
    };
    if (!m_edit->isHidden())
        place(m_edit);
    place(m_allergies);
    if (!m_namesake->isHidden())
        place(m_namesake);
    update();
}

int IdentityBanner::chipsEdge() const {
    return m_namesake->isHidden() ? m_allergies->x() : m_namesake->x();
}

void IdentityBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Tone::Banner));
    if (m_identity.allergiesUnknown)
        paintHatch(&painter, QRectF(m_allergies->geometry()).adjusted(-4, -4, 4, 4),
                   color(Tone::BannerCtl), px(6));
    paintCells(painter);
}

void IdentityBanner::paintCells(QPainter& painter) const {
    const int centre = height() / 2;
    int x = px(16);
    const int edge = chipsEdge();
    // A name is never cut: a very long one is written smaller, down to the size of a value.
    double size = m_compact ? 20 : 22;
    painter.setFont(face(size, Weight::Bold));
    while (size > 13 && painter.fontMetrics().horizontalAdvance(m_identity.name) > edge - x - px(8))
        painter.setFont(face(--size, Weight::Bold));
    painter.setPen(color(Tone::BannerInk));
    const int nameWidth = painter.fontMetrics().horizontalAdvance(m_identity.name);
    painter.drawText(QRect(x, 0, nameWidth + 2, height()), Qt::AlignVCenter, m_identity.name);
    x += nameWidth + px(m_compact ? 16 : 22);
    const int pad = px(m_compact ? 12 : 16);
    const QFont label = face(12);
    const QFont value = face(m_compact ? 14 : 15, Weight::Semi);
    for (const Cell& cell : m_identity.cells) {
        const int width = std::max(QFontMetrics(label).horizontalAdvance(cell.label),
                                   QFontMetrics(value).horizontalAdvance(cell.value));
        if (x + pad + width > edge - px(8))
            return; // the accessible name and the summary page still hold it
        painter.fillRect(x, centre - px(18), 1, px(37), color(Tone::BannerLine));
        painter.setFont(label);
        painter.setPen(color(Tone::BannerInk2));
        painter.drawText(QRect(x + pad, centre - px(18), width + 2, px(16)), Qt::AlignVCenter,
                         cell.label);
        painter.setFont(value);
        painter.setPen(color(Tone::BannerInk));
        painter.drawText(QRect(x + pad, centre - px(2), width + 2, px(21)), Qt::AlignVCenter,
                         cell.value);
        x += width + 2 * pad;
    }
}

FreshnessStrip::FreshnessStrip(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(px(16), 0, px(16), 1);
    m_row->setSpacing(px(16));
    m_row->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FreshnessStrip::setSegments(const QList<Segment>& segments, bool alarm) {
    m_segments = segments;
    m_alarm = alarm;
    rebuild();
}

void FreshnessStrip::setTrailing(QWidget* widget) {
    m_row->addWidget(widget);
}

void FreshnessStrip::setCompact(bool compact) {
    if (m_compact == compact)
        return;
    m_compact = compact;
    updateGeometry();
    rebuild();
}

void FreshnessStrip::rebuild() {
    qDeleteAll(m_parts);
    m_parts.clear();
    int at = 0;
    for (const Segment& segment : m_segments) {
        if (at > 0) {
            auto* rule = new Rule(Qt::Vertical, Tone::Line2);
            rule->setFixedHeight(px(18));
            rule->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
            m_parts << rule;
            m_row->insertWidget(at++, rule);
        }
        auto* fact = new Fact(segment.glyph, segment.words, segment.tone,
                              segment.strong ? Weight::Semi : Weight::Regular);
        if (!m_compact)
            fact->setAside(segment.aside);
        else
            fact->setToolTip(segment.aside);
        m_parts << fact;
        m_row->insertWidget(at++, fact);
    }
    update();
}

QSize FreshnessStrip::sizeHint() const {
    return {px(600), px(m_compact ? 30 : 34)};
}

QSize FreshnessStrip::minimumSizeHint() const {
    return {px(300), px(m_compact ? 30 : 34)};
}

void FreshnessStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(m_alarm ? Tone::CritSoft : Tone::Sunken));
    painter.fillRect(0, height() - 1, width(), 1, color(m_alarm ? Tone::CritLine : Tone::Line2));
}

} // namespace chevet::widgets
