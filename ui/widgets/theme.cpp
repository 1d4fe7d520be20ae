#include "ui/widgets/theme.h"

#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace chevet::widgets {

Theme::Theme() = default;

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

void Theme::install() {
    const QColor window = QGuiApplication::palette().color(QPalette::Window);
    m_systemDark = window.lightness() < 128;
    QApplication::setStyle(new Style); // QApplication owns it
    apply();
}

void Theme::setMode(Mode mode) {
    const bool before = isDark();
    m_mode = mode;
    if (before != isDark())
        apply();
}

void Theme::setSystemDark(bool dark) {
    const bool before = isDark();
    m_systemDark = dark;
    if (before != isDark())
        apply();
}

bool Theme::isDark() const noexcept {
    return m_mode == Mode::System ? m_systemDark : m_mode == Mode::Dark;
}

void Theme::toggleDark() {
    setMode(isDark() ? Mode::Light : Mode::Dark);
}

void Theme::setScalePercent(int percent) {
    percent = std::clamp(percent, 100, 200);
    if (percent == m_scale)
        return;
    m_scale = percent;
    apply();
    Q_EMIT scaleChanged();
}

QColor Theme::color(Tone tone) const {
    const auto& row = detail::tokenTable()[static_cast<int>(tone)];
    return QColor::fromRgba(isDark() ? row.dark : row.light);
}

QFont Theme::font(double size, Weight weight) const {
    QFont result;
    result.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    result.setPixelSize(std::max(1, static_cast<int>(std::lround(size * m_scale / 100.0))));
    result.setWeight(static_cast<QFont::Weight>(weight));
    // Unhinted, so that widths are the ones the design was measured with.
    result.setHintingPreference(QFont::PreferNoHinting);
    if (size >= 20) // titles are set a little tighter
        result.setLetterSpacing(QFont::AbsoluteSpacing, -0.011 * result.pixelSize());
    return result;
}

int Theme::px(double size) const {
    return static_cast<int>(std::lround(size * m_scale / 100.0));
}

QPalette Theme::palette() const {
    QPalette result;
    const auto set = [&](QPalette::ColorRole role, Tone tone) {
        result.setColor(role, color(tone));
    };
    set(QPalette::Window, Tone::Bg);
    set(QPalette::Base, Tone::Surface);
    set(QPalette::AlternateBase, Tone::Sunken);
    set(QPalette::Button, Tone::Surface);
    set(QPalette::Text, Tone::Ink);
    set(QPalette::WindowText, Tone::Ink);
    set(QPalette::ButtonText, Tone::Ink);
    set(QPalette::ToolTipBase, Tone::Surface);
    set(QPalette::ToolTipText, Tone::Ink);
    set(QPalette::PlaceholderText, Tone::Ink3);
    set(QPalette::Highlight, Tone::Sel);
    set(QPalette::HighlightedText, Tone::Ink);
    set(QPalette::Link, Tone::Accent);
    set(QPalette::LinkVisited, Tone::Accent);
    set(QPalette::Mid, Tone::Ctl);
    set(QPalette::Light, Tone::Surface);
    set(QPalette::Midlight, Tone::Sunken);
    set(QPalette::Dark, Tone::Line2);
    set(QPalette::Shadow, Tone::Ctl);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, color(Tone::Ink3));
    return result;
}

void Theme::apply() {
    QApplication::setPalette(palette());
    QApplication::setFont(face(13));
    Q_EMIT changed();
}

} // namespace chevet::widgets
