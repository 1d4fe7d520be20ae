#pragma once
// The colour table behind Theme::color(): one row a token, light then dark. DESIGN.md §2.

#include "ui/widgets/theme.h"

#include <QRgb>

namespace chevet::widgets::detail {

struct TokenRow {
    Tone tone;
    QRgb light;
    QRgb dark;
};

// In the order of Tone.
const TokenRow* tokenTable();

} // namespace chevet::widgets::detail
