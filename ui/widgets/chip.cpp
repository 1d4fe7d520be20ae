#include "ui/widgets/chip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace chevet::widgets {

namespace {

struct ChipColours {
    Tone ground, line, ink;
};

ChipColours coloursOf(ChipKind kind) {
    switch (kind) {
    case ChipKind::Plain:
        return {Tone::Sunken, Tone::Line2, Tone::Ink2};
    case ChipKind::Ok:
        return {Tone::OkSoft, Tone::OkLine, Tone::Ok};
    case ChipKind::Warn:
        return {Tone::WarnSoft, Tone::WarnLine, Tone::Warn};
    case ChipKind::Crit:
        return {Tone::CritSoft, Tone::CritLine, Tone::Crit};
    case ChipKind::Low:
        return {Tone::LowSoft, Tone::LowLine, Tone::Low};
    case ChipKind::Accent:
        return {Tone::AccentSoft, Tone::AccentLine, Tone::Accent};
    case ChipKind::Solid:
        return {Tone::CritSolid, Tone::CritSolid, Tone::OnCrit};
    case ChipKind::BannerNamesake:
        return {Tone::Banner, Tone::NamesakeLine, Tone::NamesakeInk};
    case ChipKind::BannerAllergy:
        return {Tone::AllergyChip, Tone::AllergyChipLine, Tone::AllergyChipInk};
    }
    return {Tone::Sunken, Tone::Line2, Tone::Ink2};
}

bool onBanner(ChipKind kind) {
    return kind == ChipKind::BannerNamesake || kind == ChipKind::BannerAllergy;
}

QFont chipFont(ChipKind kind) {
    if (onBanner(kind))
        return face(13, Weight::Semi);
    return face(12, kind == ChipKind::Solid ? Weight::Semi : Weight::Medium);
}

struct ChipMetrics {
    int height, padding, glyph, gap;
    double radius;
};

ChipMetrics metricsOf(ChipKind kind) {
    if (onBanner(kind))
        return {px(28), px(10), px(kind == ChipKind::BannerAllergy ? 16 : 14), px(6),
                double(px(4))};
    return {px(20), px(7), px(13), px(5), double(px(3))};
}

int widthOf(const QString& text, const QString& glyph, ChipKind kind) {
    const ChipMetrics m = metricsOf(kind);
    return QFontMetrics(chipFont(kind)).horizontalAdvance(text) + 2 * m.padding +
           (glyph.isEmpty() ? 0 : m.glyph + m.gap);
}

void paintInto(QPainter* painter, const QRect& box, const QString& text, const QString& glyph,
               ChipKind kind) {
    const ChipColours paint = coloursOf(kind);
    const ChipMetrics m = metricsOf(kind);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(paint.line), 1));
    painter->setBrush(color(paint.ground));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), m.radius, m.radius);
    int x = box.left() + m.padding;
    if (!glyph.isEmpty()) {
        paintIcon(painter, QRectF(x, box.top() + (box.height() - m.glyph) / 2.0, m.glyph, m.glyph),
                  glyph, color(paint.ink));
        x += m.glyph + m.gap;
    }
    painter->setFont(chipFont(kind));
    painter->setPen(color(paint.ink));
    painter->drawText(QRect(x, box.top(), box.right() - x, box.height()),
                      Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter->restore();
}

} // namespace

int chipWidth(const QString& text, const QString& glyph) {
    return widthOf(text, glyph, ChipKind::Plain);
}

int paintChip(QPainter* painter, int left, int centre, const QString& text, const QString& glyph,
              ChipKind kind) {
    const int height = metricsOf(kind).height;
    const QRect box(left, centre - height / 2, widthOf(text, glyph, kind), height);
    paintInto(painter, box, text, glyph, kind);
    return box.right() + 1;
}

void paintAvatar(QPainter* painter, const QRectF& circle, const QString& initials, bool selected,
                 double textSize) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(selected ? Tone::Accent : Tone::AccentSoft));
    painter->drawEllipse(circle);
    painter->setFont(face(textSize, Weight::Semi));
    painter->setPen(color(selected ? Tone::OnAccent : Tone::Accent));
    painter->drawText(circle, Qt::AlignCenter, initials);
    painter->restore();
}

Chip::Chip(const QString& text, ChipKind kind, const QString& glyph, QWidget* parent)
    : QLabel(parent)
    , m_kind(kind) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    set(text, kind, glyph);
}

void Chip::set(const QString& text, ChipKind kind, const QString& glyph) {
    m_kind = kind;
    m_glyph = glyph;
    setText(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    return {widthOf(text(), m_glyph, m_kind), metricsOf(m_kind).height};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInto(&painter, rect(), text(), m_glyph, m_kind);
}

KeyCap::KeyCap(const QString& keys, QWidget* parent)
    : QLabel(keys, parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize KeyCap::sizeHint() const {
    const int width = QFontMetrics(face(12, Weight::Medium)).horizontalAdvance(text());
    return {std::max(width + 2 * px(6), px(22)), px(18)};
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Tone::Line2), 1));
    painter.setBrush(color(Tone::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
    painter.setFont(face(12, Weight::Medium));
    painter.setPen(color(Tone::Ink2));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

KeyHint::KeyHint(const QStringList& keys, const QString& words, QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    for (const QString& key : keys)
        row->addWidget(new KeyCap(key));
    row->addWidget(new Text(words, {12, Weight::Regular, Tone::Ink2}));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(keys.join(u' ') + u' ' + words);
}

QString initialsOf(const QString& name) {
    QString initials;
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const bool title = word.endsWith(u'.') || word == QLatin1String("Dr") ||
                           word == QLatin1String("Dre") || word == QLatin1String("Mme");
        if (!title)
            initials += word.at(0).toUpper();
    }
    if (initials.size() > 2)
        initials = initials.left(1) + initials.right(1);
    return initials;
}

Avatar::Avatar(const QString& name, double diameter, bool strong, QWidget* parent)
    : QWidget(parent)
    , m_initials(initialsOf(name))
    , m_diameter(diameter)
    , m_strong(strong) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setName(const QString& name) {
    m_initials = initialsOf(name);
    update();
}

QSize Avatar::sizeHint() const {
    return {px(m_diameter), px(m_diameter)};
}

void Avatar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double text = m_diameter >= 40 ? 17 : m_diameter >= 30 ? 13 : 12;
    paintAvatar(&painter, rect(), m_initials, m_strong, text);
}

} // namespace chevet::widgets
