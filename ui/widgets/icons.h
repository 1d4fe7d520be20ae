#pragma once
// Icons: strokes on a 24-unit grid (resources/icons), tinted when painted, so that one drawing
// serves every theme, state and scale. Names are file names without the suffix.

#include "ui/widgets/theme.h"

#include <QIcon>

class QPainter;

namespace chevet::widgets {

// The icon in `tone`; ink3 when disabled. Follows theme changes by itself.
QIcon icon(const QString& name, Tone tone = Tone::Ink2);

// Paints `name` into `rect`. `stroke` replaces the drawing's stroke width if it is positive.
void paintIcon(QPainter* painter, const QRectF& rect, const QString& name, const QColor& ink,
               double stroke = 0);

// The names found in the resources, sorted; for tests.
QStringList iconNames();

} // namespace chevet::widgets
