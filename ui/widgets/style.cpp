#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace chevet::widgets {

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        return; // the ring of FocusRing replaces it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_FrameMenu:
        painter->setPen(color(Tone::Line2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
        painter->setPen(color(Tone::Line2));
        painter->setBrush(color(Tone::Surface));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawCheck(const QStyleOption* option, QPainter* painter) const {
    const bool on = option->state & State_On;
    const bool enabled = option->state & State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->setPen(QPen(color(!enabled ? Tone::Line2 : on ? Tone::Accent : Tone::Ctl), 1.5));
    painter->setBrush(color(!enabled ? Tone::Sunken : on ? Tone::Accent : Tone::Surface));
    painter->drawRoundedRect(box, px(3), px(3));
    const QColor ink = color(enabled ? Tone::OnAccent : Tone::Ink3);
    if (on)
        paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("check"), ink, 3.0);
    else if (option->state & State_NoChange)
        paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("minus"), color(Tone::Ink2),
                  3.0);
    painter->restore();
}

void Style::drawRadio(const QStyleOption* option, QPainter* painter) const {
    const bool on = option->state & State_On;
    const bool enabled = option->state & State_Enabled;
    const double width = on ? px(5) : 1.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF circle =
        QRectF(option->rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->setPen(QPen(color(!enabled ? Tone::Line2 : on ? Tone::Accent : Tone::Ctl), width));
    painter->setBrush(color(Tone::Surface));
    painter->drawEllipse(circle);
    painter->restore();
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
    if (control == CC_ScrollBar)
        drawScrollBar(option, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    QRectF thumb = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    if (bar->orientation == Qt::Vertical)
        thumb.adjust(px(3), px(2), -px(2), -px(2));
    else
        thumb.adjust(px(2), px(3), -px(2), -px(2));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool hot = option->state & State_MouseOver;
    painter->setBrush(color(hot ? Tone::Ink3 : Tone::Ctl));
    const double radius = std::min(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return px(8);
    case PM_ScrollBarExtent:
        return px(11);
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SmallIconSize:
        return px(16);
    case PM_ToolTipLabelFrameWidth:
        return px(6);
    case PM_TextCursorWidth:
        return std::max(1, px(1.5));
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return 0; // nothing moves for longer than 120 ms; here nothing moves at all
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

// The bar has no arrows: the slider travels its whole length.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl subControl, const QWidget* widget) const {
    const auto* bar =
        control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider*>(option) : nullptr;
    if (!bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)
        return {};
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int thumb =
        range <= 0
            ? length
            : std::clamp(int(qint64(length) * bar->pageStep / (range + std::max(1, bar->pageStep))),
                         std::min(px(28), length), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - thumb, bar->upsideDown);
    const auto span = [&](int from, int size) {
        return vertical ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                        : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return span(start, thumb);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + thumb, length - start - thumb);
    default:
        return bar->rect;
    }
}

} // namespace chevet::widgets
