#pragma once
// What the window remembers between runs: looks and habits, never anything about patients.

#include "ui/widgets/theme.h"

#include <QString>

namespace chevet::shell {

struct Settings {
    widgets::Theme::Mode theme = widgets::Theme::Mode::System;
    int scalePercent = 100;
    int lockMinutes = 10; // 1 … 60
    QString language;     // "fr", "en"; empty: the system's

    static Settings load();
    void save() const;
};

} // namespace chevet::shell
