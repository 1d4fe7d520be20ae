#include "ui/shell/settings.h"

#include <QSettings>

#include <algorithm>

namespace chevet::shell {

using widgets::Theme;

Settings Settings::load() {
    const QSettings store;
    Settings settings;
    const QString theme = store.value(QStringLiteral("window/theme")).toString();
    if (theme == QLatin1String("light"))
        settings.theme = Theme::Mode::Light;
    else if (theme == QLatin1String("dark"))
        settings.theme = Theme::Mode::Dark;
    settings.scalePercent =
        std::clamp(store.value(QStringLiteral("window/scale"), 100).toInt(), 100, 200);
    settings.lockMinutes =
        std::clamp(store.value(QStringLiteral("window/lockMinutes"), 10).toInt(), 1, 60);
    settings.language = store.value(QStringLiteral("window/language")).toString();
    return settings;
}

void Settings::save() const {
    QSettings store;
    const QString names[] = {QStringLiteral("system"), QStringLiteral("light"),
                             QStringLiteral("dark")};
    store.setValue(QStringLiteral("window/theme"), names[int(theme)]);
    store.setValue(QStringLiteral("window/scale"), scalePercent);
    store.setValue(QStringLiteral("window/lockMinutes"), lockMinutes);
    store.setValue(QStringLiteral("window/language"), language);
}

} // namespace chevet::shell
