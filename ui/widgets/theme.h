#pragma once
// Theme: every colour, size and typeface of the window, in light and dark, at 100 to 200 %.
//
// Widgets read tokens when they paint, and repaint on Theme::changed; they never keep a QColor.
// Sizes are written in logical pixels of DESIGN.md §3 and pass through px(), so one factor scales
// everything. A change of scale rebuilds the pages (shell does that); a change of colours does not.
// GUI thread only. Source of the values: DESIGN.md §2 and §3; contrast was computed there.

#include <QColor>
#include <QFont>
#include <QObject>

class QPalette;

namespace chevet::widgets {

enum class Tone {
    Bg,
    Surface,
    Sunken,
    Hover,
    Line,
    Line2,
    Ctl,
    Ink,
    Ink2,
    Ink3,
    Accent,
    AccentSoft,
    AccentLine,
    Sel,
    OnAccent,
    Crit,
    CritSoft,
    CritLine,
    CritSolid,
    OnCrit,
    Warn,
    WarnSoft,
    WarnLine,
    Ok,
    OkSoft,
    OkLine,
    Low,
    LowSoft,
    LowLine,
    Mark,
    MarkLine,
    MarkInk,
    Banner,
    BannerInk,
    BannerInk2,
    BannerLine,
    BannerIcon,
    BannerCtl,
    AllergyChip,
    AllergyChipInk,
    AllergyChipLine,
    NamesakeInk,
    NamesakeLine,
    Band,
    Hatch,
    Count
};

// Weights as the faces of Inter have them: the 650 of DESIGN.md is drawn with the 700 face, as in
// the pictures.
enum class Weight { Regular = 400, Medium = 500, Semi = 600, Bold = 700 };

class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };

    static Theme& instance();

    // Sets style, palette and font of the application; call once, after QApplication exists.
    void install();

    [[nodiscard]] Mode mode() const noexcept { return m_mode; }
    void setMode(Mode mode);
    // What the desktop says; counts only in Mode::System.
    void setSystemDark(bool dark);
    [[nodiscard]] bool isDark() const noexcept;
    void toggleDark(); // Ctrl+Shift+D: light or dark from now on

    [[nodiscard]] int scalePercent() const noexcept { return m_scale; }
    void setScalePercent(int percent); // clamped to 100 … 200

    [[nodiscard]] QColor color(Tone tone) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QFont font(double size, Weight weight = Weight::Regular) const;
    [[nodiscard]] int px(double size) const;

Q_SIGNALS:
    void changed();      // colours or scale
    void scaleChanged(); // scale only, after changed()

private:
    Theme();
    void apply();

    Mode m_mode = Mode::System;
    bool m_systemDark = false;
    int m_scale = 100;
};

// Short forms for painting code.
inline QColor color(Tone tone) {
    return Theme::instance().color(tone);
}
inline QFont face(double size, Weight weight = Weight::Regular) {
    return Theme::instance().font(size, weight);
}
inline int px(double size) {
    return Theme::instance().px(size);
}
// The way back, for the breakpoints of DESIGN.md §8: they count logical pixels.
inline int logical(int pixels) {
    return pixels * 100 / Theme::instance().scalePercent();
}

} // namespace chevet::widgets
